import Foundation
import Testing

struct `What befalls a journal` {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    #expect(try sandbox.run("-c", "dossier new d --title Essai").status == 0)
  }

  /// Enters a site and gives what was said on standard error.
  private func said(_ name: String, in dossier: String = "d", _ more: String...) throws -> String {
    let answer = try sandbox.run(
      ["--dossier", dossier] + more + ["site", "add", name, "--name", name])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.isEmpty)
    return answer.errors
  }

  @Test func `is said before the acknowledgement, once, of a copy`() throws {
    try sandbox.copy(sandbox.at("d"), to: "e")
    let lines = try said("a", in: "e").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first
        == "! ce dossier a été copié\u{A0}: cette copie tient désormais son propre journal")
    #expect(lines.last?.hasPrefix("✓") == true)
    #expect(try !said("b", in: "e").contains("!"))
  }

  @Test func `is said of a copy that others can read, such as a clone`() throws {
    try sandbox.copy(sandbox.at("d"), to: "e")
    #expect(try sandbox.shell("chmod -R go+rX e").status == 0)
    let words = try said("a", in: "e", "--lang", "en")
    #expect(words.contains("! other accounts than yours can read this dossier"))
    #expect(try !said("b", in: "e", "--lang", "en").contains("!"))
  }

  @Test func `is said of an interrupted entry`() throws {
    let name = try #require(try sandbox.files("d").first { $0.hasSuffix(".journal") })
    try sandbox.write("d/\(name)", try sandbox.read("d/\(name)") + Data("torn".utf8))
    let words = try said("a", "--lang", "en")
    #expect(words.hasPrefix("! an interrupted entry (4 bytes) was set aside"))
    #expect(try !said("b", "--lang", "en").contains("!"))
  }

  @Test func `is said of a journal shorter than what was acknowledged`() throws {
    try sandbox.copy(sandbox.at("d"), to: "sauvegarde")
    _ = try said("a")
    #expect(try sandbox.shell("rm -r d && mv sauvegarde d").status == 0)
    #expect(try said("b").hasPrefix("! votre journal est plus court que ce qui avait été confirmé"))
  }

  @Test func `is told of a fork by status and doctor until somebody lets it stand`() throws {
    // One profile on two machines, which have the dossier at the same place.
    let state = "\(sandbox.path)/home/state"
    #expect(try sandbox.shell("cp -r d e && cp -r '\(state)' '\(state)-2'").status == 0)
    _ = try said("a")
    #expect(
      try sandbox.shell("mv d mine && mv e d && rm -r '\(state)' && mv '\(state)-2' '\(state)'")
        .status == 0)
    _ = try said("b")
    #expect(try !sandbox.run("--dossier", "d", "status").output.contains("deux suites"))
    #expect(try sandbox.run("--dossier", "d", "merge", "mine").status == 4)
    for command in ["status", "doctor"] {
      let told = try sandbox.run("--dossier", "d", command).output
      #expect(told.contains("deux suites à l’écriture 2"), "\(told)")
    }
    let file = try #require(try sandbox.files("d").first { $0.hasSuffix(".journal") })
    let writer = String(file.dropLast(8).suffix(16))
    let accepted = try sandbox.run(
      "--dossier", "d", "journal", "accept", writer, "--reason", "un profil, deux postes")
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(try !sandbox.run("--dossier", "d", "status").output.contains("deux suites"))
    #expect(try sandbox.run("--dossier", "d", "verify").status == 0)
  }

  @Test func `is said of a clock that went back, and not of one that was given`() throws {
    _ = try said("a", "--now", "2099-01-01T00:00:00Z")
    #expect(try said("b").contains("! l’horloge de ce poste"))
    #expect(try !said("c", "--now", "2001-01-01T00:00:00Z").contains("!"))
  }

  @Test func `tells by doctor of a folder of evidence that leads elsewhere`() throws {
    let link = "mkdir -p ailleurs d/evidence && ln -s ../../ailleurs d/evidence/8d"
    #expect(try sandbox.shell(link).status == 0)
    let doctor = try sandbox.run("--dossier", "d", "doctor")
    #expect(doctor.output.contains("✗ un lien ou un fichier à la place d’un répertoire"))
    #expect(doctor.output.contains("d/evidence/8d"))
    #expect(!doctor.output.contains("jamais lus"))
    #expect(!doctor.output.contains("à vous seul"))
  }
}
