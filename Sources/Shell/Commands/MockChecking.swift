import Auditing
import Training

/// `constat check` of a scenario: form, sense, and whether each fault can be found.
extension Checking {
  /// What is said of a scenario's file: its faults one by one, or that there is none.
  static func scenario(_ bytes: [UInt8], _ path: String, _ session: Session) -> (
    lines: [Wording], isSound: Bool
  ) {
    let (scenario, faults) = ScenarioLoader.load(bytes, checklists: session.knownChecklists)
    guard let scenario else {
      let lines = faults.map { $0.located(in: path) }
      return (lines + [(faults.count.fr("faute(s)"), faults.count.en("fault(s)"))], false)
    }
    let counts: [(Int, Wording)] = [
      (scenario.places.count, (scenario.places.count < 2 ? "lieu" : "lieux", "place(s)")),
      (scenario.persons.count, ("personne(s)", "person(s)")),
      (scenario.documents.count, ("document(s)", "document(s)")),
      (scenario.facts.count, ("fait(s)", "fact(s)")),
      (scenario.faults.count, ("faute(s) à trouver", "fault(s) to find")),
      (scenario.decoys.count, ("leurre(s)", "decoy(s)")),
    ]
    let french = counts.map { count, words in count.fr(words.fr) }.joined(separator: ", ")
    let english = counts.map { count, words in count.en(words.en) }.joined(separator: ", ")
    return (
      [
        (
          "\(path)\u{A0}: scénario \(scenario.id), \(scenario.minutes) min, \(french) — aucune faute d’écriture",
          "\(path): scenario \(scenario.id), \(scenario.minutes) min, \(english) — nothing wrong in it"
        )
      ], true
    )
  }
}

extension ScenarioFault {
  /// The fault with its place, reason and remedy on one line.
  func located(in file: String) -> Wording {
    let place = "\(file):\(line)" + (field.map { " \($0)" } ?? "")
    return (
      "\(place)\u{A0}: \(reason.fr) — \(remedy.fr)", "\(place): \(reason.en) — \(remedy.en)"
    )
  }
}
