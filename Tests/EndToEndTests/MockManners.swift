import Foundation
import Testing

/// The manners in which a trainee can play, as commands.
extension MockTrainee {
  /// Raises a fault, with so many of its facts, under a grade.
  private func raise(
    _ fault: MockKey.Item, _ known: [String: String], facts: Int = 99, grade: String? = nil
  ) -> String {
    let cited = fault.all("Evidence").prefix(facts).compactMap { known[$0] }.joined(separator: ",")
    let seen = cited.isEmpty ? "--seen \"vu\"" : "--evidence \(cited)"
    return
      "finding add \(fault["Criterion"] ?? "") \"\(fault.id)\" --grade \(grade ?? fault["Grade"] ?? "")"
      + " --site \(fault["Site"] ?? key.site) \(seen)"
  }

  /// Finds every fault, graded and supported as the key says, and follows up rightly.
  func playPerfectly() throws {
    try seeEverything()
    let known = try evidence()
    var commands = key.all("Fault").map { raise($0, known) }
    commands += key.all("Earlier").enumerated().map { index, finding in
      "finding follow F\(index + 1) \(finding["Outcome"] ?? "")"
    }
    try play(commands)
  }

  /// Finds every other fault, grades one step off now and then, cites half, falls for a decoy.
  func playMiddling() throws {
    try seeEverything()
    let known = try evidence()
    let half = key.all("Fault").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    var commands = half.enumerated().map { index, fault in
      raise(
        fault, known, facts: 1 + (Int(fault["Needs"] ?? "1") ?? 1) - 1,
        grade: index == 1 ? "ps" : nil)
    }
    if let decoy = key.all("Decoy").first { commands.append(raise(decoy, known, grade: "ps")) }
    try play(commands)
  }

  /// Looks at two places, declares what it saw conforming, and raises things without evidence.
  func playCarelessly() throws {
    try play(key.all("Place").prefix(2).map { "mock look \($0.id)" })
    let faults = key.all("Fault")
    var commands = faults.dropFirst().map {
      "ok --on \($0["Criterion"] ?? "") --site \($0["Site"] ?? key.site)"
    }
    if let first = faults.first {
      commands = commands.filter { !$0.contains("--on \(first["Criterion"] ?? "") ") }
      commands.append(raise(first, [:]))
    }
    try play(commands)
  }

  /// Sees everything, and raises every criterion at every site with everything it saw.
  func playSuspiciously() throws {
    try seeEverything()
    let all = Set(try evidence().values).sorted().joined(separator: ",")
    let answer = try sandbox.ok([
      "--dossier", dossier, "assessment", "list", "fields", "criterion,site", "as", "csv",
    ])
    let rows = answer.output.split(whereSeparator: \.isNewline).dropFirst()
    let commands = rows.map { row in
      let cells = row.split(separator: ",")
      return
        "finding add \(cells[0]) \"douteux\" --grade ncmin --site \(cells[1]) --evidence \(all)"
    }
    #expect(commands.count > 10)
    try play(commands)
  }
}
