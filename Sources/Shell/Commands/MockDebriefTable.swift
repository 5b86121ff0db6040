import Auditing
import Notation
import Training

/// The debriefing as rows: one for each planted fault and finding of each trainee.
struct MockDebriefTable {
  private let results: [MockResult]
  private let language: Language

  init(_ results: [MockResult], _ language: Language) {
    self.results = results
    self.language = language
  }

  /// The rows as a file for programs and spreadsheets, guarded against formulas.
  var csv: [UInt8] {
    CSV(separator: ",", byteOrderMark: false, formulaGuard: true).bytes([Self.head] + rows)
  }

  private static let head = [
    "exercise", "who", "total", "row", "id", "criterion", "site", "key_grade", "given_grade",
    "result", "minute", "text",
  ]

  private var rows: [[String]] {
    results.flatMap { result in
      let start = [result.exercise.pack.scenario, result.name, String(result.score.total)]
      return (faults(of: result) + findings(of: result)).map { start + $0 }
    }
  }

  private func faults(of result: MockResult) -> [[String]] {
    result.key.faults.map { fault in
      let claim = result.score.hits.first { $0.fault.id == fault.id }?.claim
      return [
        "fault", fault.id, fault.criterion, result.key.site(fault.site), fault.grade,
        claim?.grade ?? "", claim == nil ? "missed" : "found",
        claim.map { String($0.minute) } ?? "", fault.title[language],
      ]
    }
  }

  private func findings(of result: MockResult) -> [[String]] {
    result.judged.map { claim, found in
      let word: String
      var expected = ""
      switch found {
      case .hit(let id):
        word = "hit"
        expected = result.key.fault(id)?.grade ?? ""
      case .duplicate: word = "duplicate"
      case .unsupported: word = "unsupported"
      case .decoy: word = "decoy"
      case .falseAlarm: word = "false-alarm"
      case .strength: word = "strength"
      case .late: word = "late"
      }
      return [
        "finding", claim.id, claim.spot.criterion, claim.spot.site, expected, claim.grade, word,
        String(claim.minute), claim.text,
      ]
    }
  }
}
