import Auditing
import Notation

/// What a nonconformity puts at risk, and what is done about it.
extension OSCAL {
  func risk(_ finding: Finding) -> JSON {
    let requirement = report.criterion(of: finding).plain
    return Self.object(
      ("uuid", uuid("risk/\(finding.key)")),
      ("title", .text(Self.line("\(report.number(finding)) — \(report.grade(finding).plain)"))),
      ("description", .text(Self.prose(finding.text))),
      ("statement", .text(Self.prose(requirement))),
      ("status", .text(status(finding))), ("deadline", finding.due.map(Self.instant)),
      ("remediations", Self.list(actions(about: finding).map { remediation($0, finding) })))
  }

  private func status(_ finding: Finding) -> String {
    switch finding.status {
    case .open, .answered: "open"
    case .inProgress, .done: "remediating"
    case .closed, .withdrawn: "closed"
    }
  }

  private func remediation(_ action: Action, _ finding: Finding) -> JSON {
    let part = "\(finding.key)/\(action.key)"
    let cause = action.rootCause.map { words.cause(words.causeLabel, $0, isRoot: false).plain }
    let task = action.due.map { due in
      Self.object(
        ("uuid", uuid("milestone/\(part)")), ("type", "milestone"),
        ("title", .text(Self.line(action.text))),
        ("timing", Self.object(("on-date", Self.object(("date", Self.instant(due)))))))
    }
    return Self.object(
      ("uuid", uuid("action/\(part)")),
      ("lifecycle", action.completion == nil ? "planned" : "completed"),
      ("title", .text(Self.line("\(action.id) — \(words.word(action.kind).plain)"))),
      (
        "description",
        .text(Self.prose([action.text, cause].compactMap(\.self).joined(separator: "\n\n")))
      ),
      ("props", .list(props(of: action))),
      (
        "origins",
        action.owner.map { owner in
          .list([
            Self.object(
              (
                "actors",
                .list([Self.object(("type", "party"), ("actor-uuid", uuid("party/\(owner)")))])
              ))
          ])
        }
      ), ("tasks", task.map { .list([$0]) }))
  }

  private func props(of action: Action) -> [JSON] {
    var props = [
      Self.property("kind", action.kind.rawValue), Self.property("status", action.status.rawValue),
    ]
    if let day = action.completion?.on { props.append(Self.property("done", day.description)) }
    if let verification = action.verification {
      props.append(Self.property("effective", verification.isEffective ? "yes" : "no"))
    }
    return props
  }
}
