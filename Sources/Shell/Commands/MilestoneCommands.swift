import Auditing
import Scheduling
import Scripting

/// `milestone set`: what departs from the plan of a cycle.
enum MilestoneCommands {
  static let all = [set]

  static let set = CommandSpec(
    noun: LabelNouns.milestone.name, name: Name("set", "modifier"),
    operands: [.init(name: Name("milestone", "jalon"), type: .reference(.milestone))],
    subject: ["milestone": "id"],
    options: [
      .init(name: Name("date"), type: .date),
      .init(name: Name("status", "statut"), type: .choice(decided)),
      .init(name: Name("reason", "raison"), type: .text),
    ],
    summary: (
      "déplacer un jalon, ou le dire fait ou annulé",
      "move a milestone, or say that it is done or cancelled"
    ),
    manual: (
      """
      Ce qui se compte d’un jalon déplacé suit\u{A0}: les pièces viennent un mois avant l’audit \
      interne, où qu’il soit. La fin de validité ne se déplace pas. Un jalon annulé est dit annulé \
      au prochain calendrier exporté.
      """,
      """
      What is counted from a moved milestone follows: documents come a month before the internal \
      audit, wherever that is. The end of validity does not move. A cancelled milestone is said \
      to be cancelled in the next exported calendar.
      """
    ),
    example: #"milestone set digne/internal-audit --date 2023-09-12 --reason "grève""#,
    writes: true
  ) { session, bound in
    let planned = try session.milestone(bound["milestone"] ?? "", at: bound.place("milestone"))
    let kind = planned.milestone.kind
    guard !kind.isFixed else {
      throw Failure(.fixedMilestone(planned.label.until), at: bound.place("milestone"))
    }
    let status = bound["status"] ?? "planned"
    var date = bound.date("date")
    guard date != nil || bound["status"] != nil else {
      throw Failure(.valueNeeded, at: bound.range)
    }
    if date == nil { date = status == "done" ? session.today : planned.decision?.date }
    if status == "done", let date, date > session.today {
      throw Failure(.dayToCome(date), at: bound.place("date"))
    }
    var fields: [String: Content] = [
      "label": .text(planned.label.key), "milestone": .text(kind.rawValue),
      "status": .text(status),
    ]
    if let date { fields["date"] = .text(date.description) }
    if let reason = bound["reason"] { fields["reason"] = .text(reason) }
    try session.record("milestone.set", fields)
    let day = date ?? planned.milestone.nominal
    return .acknowledged(
      (
        "\(kind.title.fr), \(planned.label.site)\u{A0}: \(Choices.french(status, decided)), \(day)",
        "\(kind.title.en), \(planned.label.site): \(status), \(day)"
      ))
  }

  /// What can be decided; that a day has passed, or that people disagree, is never entered.
  private static let decided = Choices.milestoneStatuses.filter {
    !["overdue", "contested"].contains($0.en)
  }
}
