import Auditing
import Scripting

/// `audit remove`, `meeting remove`, `measure remove`, `sample remove`, `survey remove`: what was
/// entered by mistake and nothing refers to.
enum RemoveCommands {
  static let all = [audit, meeting, measure, sample, survey]

  private static let remove = Name("remove", "supprimer")
  private static let reason = CommandSpec.OptionSpec(
    name: Name("reason", "raison"), type: .text, isRequired: true)

  private static let audit = CommandSpec(
    noun: AuditNouns.audit.name, name: remove,
    operands: [.init(name: Name("audit"), type: .reference(.audit))], options: [reason],
    summary: (
      "retirer un audit ouvert par erreur, où rien n’est consigné",
      "remove an audit opened by mistake, in which nothing is recorded"
    ),
    manual: (
      "Refusé dès que l’audit a un verdict, un constat, une ligne de plan, une réunion, une pièce, un échantillon ou une preuve, ou qu’un autre audit le reprend\u{A0}: un audit mené se conclut et se clôt.",
      "Refused as soon as the audit has a verdict, a finding, a line of the plan, a meeting, a request, a sample or evidence, or another audit carries it over: an audit that was made is concluded and closed."
    ),
    example: #"audit remove 2026-001 --reason "ouvert deux fois""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.audit(bound["audit"] ?? "", at: bound.place("audit"))
    try session.refuseIfSealed(audit)
    let state = session.state
    let holds = Noun.allCases.contains { noun in
      noun != .audit && noun.belongsToAudit
        && state.all(noun).contains {
          $0.audit == audit.key && $0.units.contains { !$0.writes.isEmpty }
        }
    }
    let isGathered = state.evidence.contains { $0.audit == audit.key && $0.status == .current }
    guard !holds, !isGathered, state.audits.allSatisfy({ $0.from != audit.key }) else {
      throw Failure(.stillUsed(audit.id), at: bound.place("audit"))
    }
    try session.withdraw(.audit, audit.key, of: audit.key, bound)
    if session.place.audit == audit.key { session.place = Place() }
    return .acknowledged(("audit \(audit.id) retiré", "audit \(audit.id) removed"))
  }

  private static let meeting = CommandSpec(
    noun: PreparationNouns.meeting.name, name: remove,
    operands: [.init(name: Name("meeting", "réunion"), type: .reference(.meeting))],
    options: [reason, .init(name: Name("audit"), type: .reference(.audit))],
    summary: ("retirer une réunion qui n’aura pas lieu", "remove a meeting that will not be held"),
    example: #"meeting remove opening --reason "tenue par téléphone""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let word = bound["meeting"] ?? ""
    guard let meeting = try session.meeting(word, of: audit, at: bound.place("meeting")) else {
      let known = session.state.meetings(of: audit).map { session.name(of: $0) }
      throw Failure(
        .unknownRecord(.meeting, word, known: known, suggestion: nil), at: bound.place("meeting"))
    }
    try session.withdraw(.meeting, meeting.key, of: audit.key, bound)
    let name = Choices.meetingKinds.first { $0.en == meeting.kind.rawValue }
    return .acknowledged(
      ("réunion retirée\u{A0}: \(name?.fr ?? "")", "meeting removed: \(name?.en ?? "")"))
  }

  private static let measure = CommandSpec(
    noun: MeasureCommands.noun, name: remove,
    operands: [.init(name: Name("measure", "mesure"), type: .reference(.measure))],
    options: [reason],
    summary: ("retirer une mesure saisie par erreur", "remove a measure entered by mistake"),
    example: #"measure remove IND-01/digne/2020 --reason "mauvaise année""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let (id, measure) = try session.measure(bound)
    try session.withdraw(.measure, measure.key, bound)
    return .acknowledged(("mesure \(id) retirée", "measure \(id) removed"))
  }

  private static let sample = CommandSpec(
    noun: SampleCommands.noun, name: remove,
    operands: [.init(name: Name("sample", "échantillon"), type: .reference(.sample))],
    options: [reason],
    summary: (
      "retirer un échantillon tiré par erreur, dont rien n’est relevé",
      "remove a sample drawn by mistake, of which nothing is recorded"
    ),
    manual: (
      "Un tirage ne se modifie pas\u{A0}: chacun doit pouvoir le refaire. Dès qu’un élément est relevé, il reste, pour que nul ne choisisse ses résultats.",
      "A draw is never changed: anyone must be able to draw again. As soon as an item is recorded it stays, so that nobody picks the results."
    ),
    example: #"sample remove E1 --reason "mauvaise population""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let drawn = try session.drawnSample(bound["sample"] ?? "", at: bound.place("sample"))
    try session.refuseIfSealed(drawn.audit)
    let (id, key) = (drawn.sample.id, drawn.sample.key)
    guard drawn.sample.cases.isEmpty, drawn.sample.disputed.isEmpty,
      session.citations(of: key).isEmpty
    else { throw Failure(.stillUsed(id), at: bound.place("sample")) }
    try session.withdraw(.sample, key, of: drawn.audit.key, bound)
    return .acknowledged(
      ("échantillon \(id) retiré", "sample \(id) removed"), value: .word(id))
  }

  private static let survey = CommandSpec(
    noun: SampleNouns.survey.name, name: remove,
    operands: [.init(name: Name("survey", "enquête"), type: .reference(.survey))],
    options: [reason],
    summary: (
      "retirer la question d’une enquête relevée par erreur",
      "remove a question of a survey recorded by mistake"
    ),
    example: #"survey remove accueil-2026 --reason "autre site""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let word = bound["survey"] ?? ""
    let named = session.state.surveys.map { (id: SampleNouns.id(of: $0), survey: $0) }
    let found = named.filter {
      Period.normal(id: $0.id).folded == Period.normal(id: word).folded
        || $0.survey.survey.folded == word.folded
    }
    guard found.count <= 1 else {
      throw Failure(.ambiguousRecord(word, found.map(\.id)), at: bound.place("survey"))
    }
    guard let (id, survey) = found.first else {
      try session.refuseContested(word, .survey, at: bound.place("survey"))
      let known = named.map(\.id)
      throw Failure.unknown(.survey, word, among: known, at: bound.place("survey"))
    }
    try session.withdraw(.survey, survey.key, bound)
    return .acknowledged(("enquête \(id) retirée", "survey \(id) removed"))
  }
}

extension Session {
  /// Writes that a record is withdrawn, for the reason that the command gives, and in which sense
  /// where it could be meant in several.
  mutating func withdraw(
    _ noun: Noun, _ key: String, of audit: String? = nil, as sense: String? = nil, _ bound: Bound
  ) throws {
    var fields: [String: Content] = [
      "noun": .text(noun.rawValue), "record": .text(key), "reason": .text(bound["reason"] ?? ""),
    ]
    if let audit { fields["audit"] = .text(audit) }
    if let sense { fields["as"] = .text(sense) }
    try record("record.withdrawn", fields)
  }

  /// Brings a record back that was withdrawn, where what is entered now is of the same key.
  mutating func restore(_ noun: Noun, _ key: String) throws {
    guard state.record(noun, key)?.isPresent == false else { return }
    try record("record.restored", ["noun": .text(noun.rawValue), "record": .text(key)])
  }
}
