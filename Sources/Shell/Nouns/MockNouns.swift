import Auditing
import LineEditing
import Scripting
import Training

/// The noun of exercises: what there is to look at, to ask, to read and to sample.
enum MockNouns {
  static let all = [mock]

  private static let kinds = [
    Name("place", "lieu"), Name("person", "personne"), Name("document"),
    Name("register", "registre"),
  ]

  static let mock = NounSpec(
    name: Name("mock", "blanc"),
    summary: ("ce que l’exercice donne à voir", "what the exercise has to show"),
    fields: [
      .init(name: Name("id")), .init(name: Name("kind", "nature"), choices: kinds),
      .init(name: Name("name", "nom")), .init(name: Name("place", "lieu")),
      .init(name: Name("seen", "vu")),
    ],
    columns: ["id", "kind", "name", "place", "seen"]
  ) { session, _ in
    guard session.dossier != nil, let exercise = Exercise(session.state) else { return [] }
    let (scenario, language) = (exercise.scenario, session.language)
    return things(scenario).filter { exercise.play.knows($0.at) }.map { thing in
      var row = RowBuilder()
      row.word("id", thing.id)
      row.choice("kind", thing.kind, kinds)
      row.text("name", thing.name[language])
      row.word("place", thing.place)
      row.boolean("seen", exercise.play.visited.contains(thing.id))
      return row.record("mock", thing.id)
    }
  }

  /// What may stand behind a verb, with its name: the scenarios, or what the exercise shows.
  static func candidates(_ title: String, _ session: Session) -> [Candidate] {
    if title == "mock start" || title == "mock prepare" {
      return BuiltinScenarios.all.map { Candidate($0.id) }
    }
    let kinds = [
      "mock look": "place", "mock ask": "person", "mock read": "document",
      "mock sample": "register",
    ]
    guard let kind = kinds[title], let exercise = Exercise(session.state) else { return [] }
    return things(exercise.scenario).filter { $0.kind == kind && exercise.play.knows($0.at) }
      .map { Candidate($0.id, $0.name[session.language]) }
  }

  /// Something that a command of the exercise may name.
  struct Thing {
    let id: String
    let kind: String
    let name: LocalizedText
    /// Where one must have been before it is known.
    var at: [String] = []
    var place: String?
  }

  /// Everything that a scenario has to show, in its order.
  static func things(_ scenario: Scenario) -> [Thing] {
    scenario.places.map { Thing(id: $0.id, kind: "place", name: $0.name) }
      + scenario.persons.map { person in
        let name = LocalizedText(
          fr: "\(person.name.fr), \(person.role.fr)",
          en: "\(person.name[.en]), \(person.role[.en])")
        return Thing(id: person.id, kind: "person", name: name, place: person.place)
      }
      + scenario.documents.map {
        Thing(
          id: $0.id, kind: "document", name: $0.title, at: $0.at, place: place($0.at, scenario))
      }
      + scenario.registers.map {
        Thing(
          id: $0.id, kind: "register", name: $0.title, at: $0.at, place: place($0.at, scenario))
      }
  }

  /// The place or person that holds something, where one does.
  private static func place(_ at: [String], _ scenario: Scenario) -> String? {
    at.first { scenario.place($0) != nil || scenario.person($0) != nil }
  }
}
