import Auditing
import Scripting

/// `action complete` and `action verify`: that it was done, and whether it helped.
extension ActionCommands {
  static let complete = CommandSpec(
    noun: noun, name: Name("complete", "achever"), operands: [one],
    options: [on] + CommandSpec.citing,
    summary: (
      "dire qu’une action est faite, avec sa preuve", "say that an action is done, with its proof"
    ),
    manual: (
      "Citez --preuve P3,P4 ou écrivez ce que vous avez vu avec --vu. L’efficacité se vérifie plus tard.",
      "Cite --evidence P3,P4 or write what you saw with --seen. Whether it helped is verified later."
    ),
    example: #"action complete A1 --seen "délai affiché dans le hall""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let action = try session.action(bound)
    let (day, evidence) = try proof(of: action, &session, bound)
    try session.record(
      "action.completed",
      [
        "record": .text(action.key), "on": .text(day.description), "evidence": .texts(evidence),
      ])
    let list = session.ids(ofEvidence: evidence)
    return .acknowledged(
      (
        "\(action.id) achevée le \(day) (\(list))\u{202F}; son efficacité reste à vérifier",
        "\(action.id) done on \(day) (\(list)); whether it helped is still to be verified"
      ), value: .word(action.id))
  }

  private static let results = [
    Name("effective", "efficace"), Name("ineffective", "inefficace"),
  ]

  static let verify = CommandSpec(
    noun: noun, name: Name("verify", "vérifier"),
    operands: [one, .init(name: Name("result", "résultat"), type: .choice(results))],
    options: [on] + CommandSpec.citing + [CommandSpec.despite],
    summary: (
      "dire si une action achevée a été efficace", "say whether an action that is done has helped"
    ),
    manual: (
      """
      Par quelqu’un d’autre que son responsable, ou avec --malgré et une raison, que le rapport \
      imprime. Ce qui est achevé de nouveau se vérifie de nouveau.
      """,
      """
      By somebody else than its owner, or with --despite and a reason, which the report prints. What \
      is done again is verified again.
      """
    ),
    example: #"action verify A1 effective --seen "délai affiché, trois passages""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let action = try session.action(bound)
    guard action.completion != nil else {
      throw Failure(.notCompleted(action.id), at: bound.place("action"))
    }
    let me = session.settings.me ?? ""
    let isOwn = action.isOwn(of: me, session.state.handles)
    if isOwn, bound["despite"] == nil {
      throw Failure(.ownWork(me, action.id), at: bound.place("action"))
    }
    let (day, evidence) = try proof(of: action, &session, bound)
    let isEffective = bound["result"] == "effective"
    var fields: [String: Content] = [
      "record": .text(action.key), "effective": .boolean(isEffective),
      "on": .text(day.description), "evidence": .texts(evidence),
    ]
    if isOwn, let despite = bound["despite"] { fields["despite"] = .text(despite) }
    try session.record("action.verified", fields)
    let list = session.ids(ofEvidence: evidence)
    return .acknowledged(
      isEffective
        ? ("\(action.id) efficace (\(list))", "\(action.id) effective (\(list))")
        : (
          "\(action.id) inefficace (\(list))\u{A0}: une autre action est à décider",
          "\(action.id) ineffective (\(list)): another action is to be decided"
        ), value: .word(action.id))
  }

  /// The day and the evidence, at the criterion and site of the finding; never without evidence.
  private static func proof(
    of action: Action, _ session: inout Session, _ bound: Bound
  ) throws -> (CalendarDate, [String]) {
    let day = try session.day(bound)
    guard bound.has("evidence") || bound.has("seen") else {
      throw Failure(.proofNeeded(action.id), at: bound.range)
    }
    let finding = action.findings.first.flatMap { session.state.record(.finding, $0) }
    let statement = finding?.agreed("statement")
    let evidence = try session.cited(
      bound, criterion: statement?["criterion"]?.text, site: statement?["site"]?.text)
    return (day, evidence)
  }
}

extension CommandSpec {
  /// The option by which somebody judges their own work, saying why.
  static let despite = OptionSpec(name: Name("despite", "malgré"), type: .text)
}
