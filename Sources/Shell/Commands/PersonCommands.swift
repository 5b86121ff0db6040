import Auditing
import Scripting

/// `person …`: the people of the dossier, whom texts name by a short name.
enum PersonCommands {
  static let all = [add, set, remove, same]

  private static let noun = DossierNouns.person.name
  private static let one = CommandSpec.Operand(
    name: Name("person", "personne"), type: .reference(.person))
  private static let facts: [CommandSpec.OptionSpec] = [
    .init(name: Name("name", "nom"), type: .text),
    .init(name: Name("role", "rôle"), type: .text),
    .init(name: Name("body", "organisme"), type: .text),
  ]

  static let add = CommandSpec(
    noun: noun, name: Name("add", "ajouter"),
    operands: [.init(name: Name("handle", "pseudo"), type: .word)],
    options: facts + [CommandSpec.once],
    summary: ("ajouter une personne, sous un nom court", "add a person, under a short name"),
    manual: (
      "Le nom court est ce que les textes disent\u{202F}; une édition communicable le remplace par la fonction.",
      "Texts say the short name; a communicable edition puts the function in its place."
    ),
    example: #"person add cmartin --name "Claire Martin" --role "auditrice""#, writes: true
  ) { session, bound in
    let handle = bound["handle"] ?? ""
    if let known = session.state.persons.first(where: { $0.handle.folded == handle.folded }) {
      if bound.has("once") { return .standing(known.handle) }
      throw Failure(.personExists(handle), at: bound.place("handle"))
    }
    var fields: [String: Content] = [
      "record": .text(session.mintKey()), "handle": .text(handle),
      "name": .text(bound["name"] ?? handle),
    ]
    if let role = bound["role"] { fields["role"] = .text(role) }
    if let body = bound["body"] { fields["body"] = .text(body) }
    try session.record("person.added", fields)
    let name = bound["name"] ?? handle
    return .acknowledged(("\(handle)\u{A0}: \(name)", "\(handle): \(name)"), value: .word(handle))
  }

  static let set = CommandSpec(
    noun: noun, name: Name("set", "modifier"), operands: [one], subject: ["person": "id"],
    options: facts,
    summary: ("modifier une personne", "change a person"),
    example: #"person set cmartin --role "responsable d'audit""#, writes: true
  ) { session, bound in
    let person = try session.person(bound["person"] ?? "", bound)
    guard ["name", "role", "body"].contains(where: bound.has) else {
      throw Failure(.missingOption(Name("name", "nom"), command: bound.spec), at: bound.range)
    }
    var fields: [String: Content] = ["record": .text(person.key)]
    if let name = bound["name"] { fields["name"] = .text(name) }
    if bound.has("role") || bound.has("body") {
      if let role = bound["role"] ?? person.role { fields["role"] = .text(role) }
      if let body = bound["body"] ?? person.body { fields["body"] = .text(body) }
    }
    try session.record("person.set", fields)
    return .acknowledged(
      ("\(person.handle)\u{A0}: fiche modifiée", "\(person.handle): record changed"),
      value: .word(person.handle))
  }

  static let remove = CommandSpec(
    noun: noun, name: Name("remove", "supprimer"), operands: [one],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: ("retirer une personne que rien ne cite", "remove a person whom nothing refers to"),
    example: #"person remove rdupont --reason "jamais rencontré""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let person = try session.person(bound["person"] ?? "", bound)
    let hasEntered = session.state.history.operations.contains { operation in
      operation.events.contains { $0?.by.folded == person.handle.folded }
    }
    guard !hasEntered, session.citations(of: person.handle, except: person.key).isEmpty,
      session.citations(of: person.key).isEmpty
    else { throw Failure(.stillUsed(person.handle), at: bound.place("person")) }
    try session.withdraw(.person, person.key, bound)
    return .acknowledged(("\(person.handle) retiré", "\(person.handle) removed"))
  }

  static let same = CommandSpec(
    noun: noun, name: Name("same", "identique"),
    operands: [one, .init(name: Name("kept", "gardée"), type: .reference(.person))],
    options: [.init(name: Name("reason", "raison"), type: .text)],
    summary: (
      "dire que deux fiches sont la même personne\u{202F}; la seconde reste",
      "say that two records are one person; the second one stays"
    ),
    manual: (
      "Ce qui a été confié à la première est montré sous la seconde\u{202F}; les deux noms courts continuent de la désigner, et rien n’est réécrit.",
      "What was given to the first is shown under the second; both short names go on meaning that person, and nothing is written anew."
    ),
    example: #"person same rdupont cmartin --reason "deux fois la même""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let person = try session.person(bound["person"] ?? "", bound)
    let kept = try session.person(bound["kept"] ?? "", bound)
    guard person.key != kept.key else {
      throw Failure(.samePerson(kept.handle), at: bound.place("kept"))
    }
    var fields: [String: Content] = [
      "noun": "person", "record": .text(person.key), "keep": .text(kept.key),
    ]
    if let reason = bound["reason"] { fields["reason"] = .text(reason) }
    try session.record("record.same", fields)
    return .acknowledged(
      (
        "\(person.handle) et \(kept.handle) sont la même personne\u{A0}: \(kept.name)",
        "\(person.handle) and \(kept.handle) are one person: \(kept.name)"
      ), value: .word(kept.handle))
  }
}

extension Session {
  /// The person of a handle, where the dossier knows one; of two records that are one, the one kept.
  func person(of handle: String) -> Person? { state.person(of: handle) }

  /// The person of a handle; where several have it, which of them is said with a part of the key.
  func person(_ word: String, _ bound: Bound) throws -> Person {
    try refuseAmbiguous(person: word, at: bound.range)
    if let person = person(of: word) { return person }
    let people = state.people
    let found = people.filter { Self.marked($0).folded == word.folded }
    if found.count == 1 { return found[0] }
    let known = people.map(\.handle)
    throw Failure.unknown(.person, word, among: known, at: bound.range)
  }

  /// The people of the dossier, each with the id that lists show: the handle, with a part of the key
  /// where several have it.
  var shownPeople: [(id: String, person: Person)] {
    let people = state.people
    let count = Dictionary(grouping: people, by: \.handle.folded).mapValues(\.count)
    return people.map { person in
      (count[person.handle.folded] == 1 ? person.handle : Self.marked(person), person)
    }
  }

  /// The id under which the person whom a handle means is listed: of two records that are one
  /// person, that of the one kept; the word itself where it is no handle.
  func shownID(ofPerson word: String, at range: Range<Int>?) throws -> String {
    try refuseAmbiguous(person: word, at: range)
    guard let person = person(of: word) else { return word }
    return shownPeople.first { $0.person.key == person.key }?.id ?? word
  }

  /// Refuses a handle that several people have, naming each.
  func refuseAmbiguous(person word: String, at range: Range<Int>?) throws {
    let alike = state.people.filter { $0.handle.folded == word.folded }
    guard alike.count > 1 else { return }
    throw Failure(
      .ambiguousRecord(word, alike.map { told(Self.marked($0), .person, $0.key) }), at: range)
  }

  private static func marked(_ person: Person) -> String {
    "\(person.handle).\(person.key.prefix(4))"
  }
}
