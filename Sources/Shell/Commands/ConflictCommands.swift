import Auditing
import Scripting

/// `conflict resolve`: deciding between what people who did not know of each other have said.
enum ConflictCommands {
  static let all = [resolve]

  static let resolve = CommandSpec(
    noun: ConflictNouns.conflict.name, name: Name("resolve", "trancher"),
    operands: [
      .init(name: Name("conflict", "conflit"), type: .reference(.conflict)),
      .init(name: Name("choice", "choix"), type: .word),
    ],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: (
      "trancher une contradiction, en disant pourquoi", "settle a contradiction, saying why"
    ),
    manual: (
      """
      Le choix est le numéro que «\u{A0}conflit lister\u{A0}» donne, ou garder ou écarter pour ce que l’un a \
      retiré et l’autre utilisé. La décision nomme ce qu’elle tranche\u{A0}: elle est refusée si \
      autre chose est venu depuis. L’annuler rouvre la contradiction.
      """,
      """
      The choice is the number that conflict list shows, or keep or drop for what one withdrew and \
      another used. The decision names what it settles: it is refused when something else has come \
      since. Undoing it opens the contradiction again.
      """
    ),
    example: #"conflict resolve C-1a2b 2 --reason "relu ensemble""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let id = bound["conflict"] ?? ""
    let known = session.state.conflicts
    guard let conflict = session.state.conflict(id) else {
      let ids = known.map(\.id)
      throw Failure.unknown(.conflict, id, among: ids, at: bound.place("conflict"))
    }
    let choice = try choice(bound["choice"] ?? "", of: conflict, at: bound.place("choice"))
    guard let fields = conflict.decision(choice, reason: bound["reason"] ?? "") else {
      throw Failure(choices(of: conflict, bound["choice"] ?? ""), at: bound.place("choice"))
    }
    try refuseConforming(choice, of: conflict, &session)
    let words = session.words(for: conflict.subject)
    let decided = session.words(for: choice)
    try session.record("conflict.resolved", fields)
    return .acknowledged(
      (
        "\(conflict.id) tranché — \(words.record.fr), \(words.field.fr)\u{A0}: \(decided.fr)",
        "\(conflict.id) settled — \(words.record.en), \(words.field.en): \(decided.en)"
      ))
  }

  /// Refuses to decide for a verdict that nobody could write as things stand.
  private static func refuseConforming(
    _ choice: Conflict.Choice, of conflict: Conflict, _ session: inout Session
  ) throws {
    guard case .unit(.assessment, let key, "verdict") = conflict.subject,
      case .value(let value) = choice,
      value["verdict"]?.text == Assessment.Verdict.conforming.rawValue,
      let record = session.state.record(.assessment, key),
      let criterion = record.identity("criterion")?.text,
      let site = record.identity("site")?.text,
      let audit = session.state.audits.first(where: { $0.key == conflict.audit })
    else { return }
    let checklist = try session.checklist(audit.checklist)
    try session.refuseConforming(criterion, at: site, in: audit, on: checklist)
  }

  private static let keep = Name("keep", "garder")
  private static let drop = Name("drop", "écarter")

  private static func choice(
    _ word: String, of conflict: Conflict, at range: Range<Int>
  ) throws -> Conflict.Choice {
    if keep.matches(word) { return .keep }
    if drop.matches(word) { return .drop }
    guard let number = Int(word), conflict.alternatives.indices.contains(number - 1) else {
      throw Failure(choices(of: conflict, word), at: range)
    }
    let alternative = conflict.alternatives[number - 1]
    switch (alternative.value["presence"]?.text, alternative.value["activity"]?.text) {
    case (nil, nil): return .value(alternative.value)
    case ("withdrawn"?, _), (_, "undone"?): return .drop
    default: return .keep
    }
  }

  /// The failure that says what may be chosen.
  private static func choices(of conflict: Conflict, _ word: String) -> ShellError {
    if case .edition(_, let audit) = conflict.subject { return .rivalSeals(audit: audit) }
    let numbers = conflict.alternatives.indices.map { Name("\($0 + 1)") }
    let isKept = conflict.alternatives.contains {
      $0.value["presence"] != nil || $0.value["activity"] != nil
    }
    return .unknownAlternative(word, known: isKept ? numbers + [keep, drop] : numbers)
  }
}
