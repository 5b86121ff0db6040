import Auditing
import Scripting

/// A command that changes records, on one of them or on each that a filter chooses.
extension CommandSpec {
  /// How many records are changed at once without a question.
  static let mostUnasked = 10

  /// Runs it, once for each record that `where` chooses where it is given one.
  func perform(_ session: inout Session, _ bound: Bound) throws -> Outcome {
    guard isChoosing(bound), let noun = noun.flatMap({ Registry.standard.noun($0.en) }) else {
      return try run(&session, bound)
    }
    let all = try noun.rows(&session, GenericVerbs.range(bound))
    let chosen = try GenericVerbs.chosen(all, noun, &session, bound).records.compactMap {
      self.bound(bound, to: $0, noun)
    }
    guard !chosen.isEmpty else {
      return .acknowledged(
        (
          "rien ne correspond (\(noun.name.fr))\u{A0}: rien n’est modifié",
          "nothing matches (\(noun.name.en)): nothing is changed"
        ), value: .list([]))
    }
    if chosen.count > Self.mostUnasked, !session.isSupposing {
      try session.confirm(Self.question(chosen.count, noun.name), at: bound.range)
    }
    return try Self.joined(chosen.map { try run(&session, $0) }, noun.name)
  }

  private func isChoosing(_ bound: Bound) -> Bool { !subject.isEmpty && bound.filter != nil }

  /// The values of the command with a record in the place of the filter; nothing for a row that
  /// no command changes.
  private func bound(_ bound: Bound, to record: RecordValue, _ noun: NounSpec) -> Bound? {
    var one = bound
    one.filter = nil
    for (name, field) in subject {
      let isOwnID = field == "id" && noun.field("id") == nil
      guard let value = isOwnID ? record.id : record[field]?.written, !value.isEmpty else {
        return nil
      }
      let named = [BoundValue(value: .text(value), range: bound.range)]
      if operands.contains(where: { $0.name.en == name }) {
        one.operands[name] = named
      } else {
        one.options[name] = named
      }
    }
    return one
  }

  private static func question(_ count: Int, _ noun: Name) -> Wording {
    (
      "modifier d’un coup \(count.fr("fiche(s)")) (\(noun.fr))",
      "change \(count.en("record(s)")) at once (\(noun.en))"
    )
  }

  /// What was done to several records, told one by one while they are few.
  private static func joined(_ outcomes: [Outcome], _ noun: Name) -> Outcome {
    var all = Outcome(value: .list(outcomes.map(\.value)))
    let count = outcomes.count
    if count <= mostUnasked { all.acknowledgements = outcomes.flatMap(\.acknowledgements) }
    if count > 1 {
      all.acknowledgements.append(
        (
          "\(count.fr("fiche(s) modifiée(s)")) (\(noun.fr))",
          "\(count.en("record(s)")) changed (\(noun.en))"
        ))
    }
    all.afterwards = outcomes.flatMap(\.afterwards)
    return all
  }
}
