package import Auditing

/// A fictional site to audit, with what a trainee would see, hear and read there, and the key.
package struct Scenario: Sendable {
  package var id: String
  package var title: LocalizedText
  /// The id and edition of the checklist it is played on.
  package var checklist: String
  package var edition: String
  /// What kind of audit it plays.
  package var kind: Audit.Kind
  package var level: Level?
  /// The time budget.
  package var minutes: Int
  /// The day of the fiction.
  package var date: CalendarDate
  package var intro: LocalizedText
  package var sites: [Site] = []
  package var places: [Place] = []
  package var persons: [Person] = []
  package var answers: [Answer] = []
  package var documents: [Document] = []
  package var registers: [Register] = []
  package var facts: [Fact] = []
  package var choices: [Choice] = []
  package var faults: [Fault] = []
  package var decoys: [Decoy] = []
  package var hints: [Hint] = []
  package var earlier: [Earlier] = []
  /// The records it was made of, from which variants are made.
  let records: [SourceRecord]

  /// How hard it is.
  package enum Level: String, CaseIterable, Sendable { case easy, medium, hard }

  /// What became of an earlier finding (ISO 19011:2018, 6.7).
  package enum Outcome: String, CaseIterable, Sendable { case lifted, persists, recurs, regressed }
}

extension Scenario {
  package func place(_ id: String) -> Place? { places.first { $0.id == id } }
  package func person(_ id: String) -> Person? { persons.first { $0.id == id } }
  package func document(_ id: String) -> Document? { documents.first { $0.id == id } }
  package func register(_ id: String) -> Register? { registers.first { $0.id == id } }
  package func fact(_ id: String) -> Fact? { facts.first { $0.id == id } }
  package func fault(_ id: String) -> Fault? { faults.first { $0.id == id } }

  /// The site of a fault, decoy or earlier finding that names none: the first.
  package func site(_ id: String?) -> String { id ?? sites.first?.id ?? "" }

  /// The site at which what has that id is found.
  package func site(holding id: String) -> String {
    if let place = place(id) { return site(place.site) }
    if let person = person(id) { return site(holding: person.place) }
    if let answer = answers.first(where: { $0.id == id }) { return site(holding: answer.person) }
    if let document = document(id) {
      return document.site ?? document.at.first.map(site(holding:)) ?? site(nil)
    }
    if let register = register(id) {
      return register.site ?? register.at.first.map(site(holding:)) ?? site(nil)
    }
    return site(nil)
  }
}
