import Auditing
import Scripting

/// `action …`: what is done about findings, its cause, its end and the proof that it helped.
enum ActionCommands {
  static let all = [add, set, remove, cause, complete, verify]

  static let noun = ActionNouns.action.name
  static let one = CommandSpec.Operand(name: Name("action"), type: .reference(.action))
  static let on = CommandSpec.OptionSpec(name: Name("on", "le"), type: .date)

  private static let details: [CommandSpec.OptionSpec] = [
    .init(name: Name("kind", "nature"), type: .choice(Choices.actionKinds)),
    .init(name: Name("owner", "responsable"), type: .reference(.person)),
    .init(name: Name("due", "échéance"), type: .date),
  ]

  static let add = CommandSpec(
    noun: noun, name: Name("add", "ajouter"),
    operands: [.init(name: Name("text", "texte"), type: .text)],
    options: [
      .init(name: Name("finding", "constat"), type: .reference(.finding), isList: true)
    ] + details + [CommandSpec.once],
    summary: (
      "décider de ce qui sera fait d’un constat", "decide what will be done about a finding"
    ),
    manual: (
      """
      Une correction supprime la non-conformité, une action corrective sa cause, une préventive une \
      cause possible, une amélioration va au-delà. Sans --nature\u{A0}: corrective pour un constat, \
      amélioration sinon. Une action dure au-delà de l’audit et de son scellé. --une-fois ne fait \
      rien si la même action est déjà ouverte.
      """,
      """
      A correction removes the nonconformity, a corrective action its cause, a preventive one a cause \
      that may come, an improvement goes beyond. Without --kind: corrective for a finding, else \
      improvement. An action outlasts the audit and its seal. --once does nothing when the same \
      action is open already.
      """
    ),
    example: #"action add "Afficher le délai d'attente" --owner cmartin --due +30d"#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let text = bound["text"] ?? ""
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.valueNeeded, at: bound.place("text"))
    }
    let findings = try bound.all("finding").map {
      try session.record(.finding, .finding, $0, at: bound.place("finding"))
    }
    let ids = Identifiers(.finding, in: session.state)
    let about = findings.map { ids[$0.key] }.joined(separator: ", ")
    if let id = try session.standing(
      ActionNouns.action, bound, text: text, also: ["finding": about])
    {
      return .standing(id)
    }
    let kind = bound["kind"] ?? (findings.isEmpty ? "improvement" : "corrective")
    let key = session.mintKey()
    let label = session.nextID("A", .action)
    var fields: [String: Content] = [
      "record": .text(key), "id": .text(label), "form": .text(kind), "text": .text(text),
    ]
    if !findings.isEmpty { fields["about"] = .texts(findings.map(\.key)) }
    if let owner = bound["owner"] {
      fields["owner"] = .text(try session.person(owner, bound).handle)
    }
    if let due = bound.date("due") { fields["due"] = .text(due.description) }
    try session.record("action.added", fields)
    let id = session.displayID(.action, key, label: label)
    let name = Choices.actionKinds.first { $0.en == kind }
    let rest = about.isEmpty ? "" : " (\(about))"
    let day = Self.said(bound.date("due"))
    return .acknowledged(
      (
        "\(id) — \(name?.fr ?? "")\u{A0}: \(text)\(rest)\(day.fr)",
        "\(id) — \(name?.en ?? ""): \(text)\(rest)\(day.en)"
      ), value: .word(id))
  }

  static let set = CommandSpec(
    noun: noun, name: Name("set", "modifier"), operands: [one], subject: ["action": "id"],
    options: [.init(name: Name("text", "texte"), type: .text)] + details,
    summary: (
      "modifier une action\u{202F}; l’histoire garde l’ancienne",
      "change an action; the history keeps the old one"
    ),
    example: "action set A1 --due +90d", writes: true
  ) { session, bound in
    try session.requirePerson()
    let action = try session.action(bound)
    var fields: [String: Content] = ["record": .text(action.key)]
    if bound.has("text") || bound.has("kind") {
      fields["form"] = .text(bound["kind"] ?? action.kind.rawValue)
      fields["text"] = .text(bound["text"] ?? action.text)
    }
    if let owner = bound["owner"] {
      fields["owner"] = .text(try session.person(owner, bound).handle)
    }
    if let due = bound.date("due") { fields["due"] = .text(due.description) }
    guard fields.count > 1 else {
      throw Failure(.missingOption(Name("due", "échéance"), command: bound.spec), at: bound.range)
    }
    try session.record("action.set", fields)
    let day = Self.said(bound.date("due"))
    return .acknowledged(
      ("\(action.id) modifiée\(day.fr)", "\(action.id) changed\(day.en)"),
      value: .word(action.id))
  }

  /// The due day that a command gave: `+30d` counts from the day of the audit, so it is said.
  private static func said(_ due: CalendarDate?) -> Wording {
    due.map { (", pour le \($0)", ", due on \($0)") } ?? ("", "")
  }

  static let remove = CommandSpec(
    noun: noun, name: Name("remove", "supprimer"), operands: [one],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: ("abandonner une action, en disant pourquoi", "give an action up, saying why"),
    example: #"action remove A1 --reason "double de A2""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let action = try session.action(bound)
    try session.withdraw(.action, action.key, bound)
    return .acknowledged(
      ("\(action.id) abandonnée", "\(action.id) given up"), value: .word(action.id))
  }

  static let cause = CommandSpec(
    noun: noun, name: Name("cause", "analyser"),
    operands: [
      one, .init(name: Name("family", "famille"), type: .choice(Choices.causes)),
      .init(name: Name("text", "texte"), type: .text),
    ],
    options: [.init(name: Name("root", "racine")), .init(name: Name("anew", "à-neuf"))],
    summary: (
      "écrire l’analyse de la cause, ligne par ligne",
      "write the analysis of the cause, line by line"
    ),
    manual: (
      """
      «\u{A0}pourquoi\u{A0}» autant de fois qu’il faut (les cinq pourquoi), ou les familles du diagramme \
      d’Ishikawa. --racine marque la cause sur laquelle l’action agit\u{202F}; sans elle, c’est le \
      dernier pourquoi. --à-neuf recommence l’analyse.
      """,
      """
      A why as often as it takes (the five whys), or the families of Ishikawa's diagram. --root marks \
      the cause that the action acts on; without it that is the last why. --anew begins the analysis \
      again.
      """
    ),
    example: #"action cause A1 why "personne n'est chargé de l'affichage" --root"#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let action = try session.action(bound)
    let category = bound["family"].flatMap(Action.Cause.Category.init) ?? .why
    let cause = Action.Cause(
      category: category, text: bound["text"] ?? "", isRoot: bound.has("root"))
    let causes = (bound.has("anew") ? [] : action.causes) + [cause]
    try session.record(
      "action.set", ["record": .text(action.key), "cause": .list(causes.map(\.content))])
    let words = ActionNouns.words(for: [cause])
    return .acknowledged(
      ("\(action.id) — \(words.fr)", "\(action.id) — \(words.en)"), value: .word(action.id))
  }
}

extension Session {
  /// The action that a command names.
  func action(_ bound: Bound) throws -> Action {
    let word = bound["action"] ?? ""
    let record = try record(.action, .action, word, at: bound.place("action"))
    guard let action = state.action(record.key) else {
      throw Failure(
        .unknownRecord(.action, word, known: state.actions.map(\.id), suggestion: nil),
        at: bound.place("action"))
    }
    return action
  }
}
