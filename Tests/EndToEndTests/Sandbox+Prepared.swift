import Foundation
import Testing

extension Sandbox {
  /// The repository's folder of checklists.
  static let checklists = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../checklists").standardized.path

  /// The golden sessions and the script that prepares the dossier `demo`.
  static let sessions = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Sessions").path

  /// The clock and the seed under which the same input gives the same bytes.
  static let fixed = ["--now", "2026-11-21T09:00:00Z", "--seed", "7"]

  /// A sandbox with the files of a visit and the dossier `demo`: two sites, one open audit.
  static func prepared(isSeeded: Bool = true) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.addFiles()
    let script = "\(sessions)/prepare.constat"
    let clock = isSeeded ? fixed : Array(fixed.prefix(2))
    let answer = try sandbox.run(clock + ["run", script])
    try #require(answer.status == 0, "\(answer.errors)")
    return sandbox
  }

  /// The dossier `demo` with every assessment conforming, and what a script does then.
  static func assessed(_ then: String = "") throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      """
      for a in $(assessment list) {
        assessment set $a.criterion --site $a.site --verdict conforming
      }
      \(then)
      """)
    return sandbox
  }

  /// The dossier `demo` in which `cmartin` entered something and `bob`, in a copy and not knowing
  /// it, something else, laid together.
  static func contested(after before: String, _ one: String, against other: String) throws
    -> Sandbox
  {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(before)
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let bob = try sandbox.run(
      ["--dossier", "copy", "-c", other], environment: ["CONSTAT_ME": "bob"])
    try #require(bob.status == 0, "\(bob.errors)")
    try sandbox.demo(one)
    try #require(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    return sandbox
  }

  /// What an auditor has at hand: a photo, an extract, a report of an exercise.
  func addFiles() throws {
    try write("hall.jpg", "une photo du hall\n")
    try write("releve.csv", "date;délai\n2026-11-02;1\n2026-11-03;2\n")
    try write("pièces/main courante.txt", "14:03 activation\n14:22 élus appelés\n")
  }
}
