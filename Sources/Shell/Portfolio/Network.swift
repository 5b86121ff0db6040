import Auditing

/// Several dossiers as one: who is in, and what they have in common.
struct Network: Sendable {
  /// The folder as it was named.
  let folder: String
  /// The dossiers in the order of their paths.
  let members: [NetworkMember]
  let today: CalendarDate

  /// The dossiers that are in the figures.
  var counted: [NetworkMember] { members.filter { $0.standing == .ok } }

  /// The dossiers that are in no figure.
  var leftOut: [NetworkMember] { members.filter { $0.standing != .ok } }

  var sites: Int { counted.reduce(0) { $0 + $1.sites.count } }
  var labelled: Int { counted.reduce(0) { $0 + $1.labelled(on: today) } }

  /// The sites of which nobody knows whether they are labelled, each with its dossier.
  var contested: [(member: NetworkMember, site: String)] {
    counted.flatMap { member in member.contestedSites(on: today).map { (member, $0) } }
  }

  /// A share in hundredths to one decimal; nothing of none.
  static func share(_ part: Int, of whole: Int) -> Quantity? {
    DecimalNumber.divide(DecimalNumber(100 * part), DecimalNumber(whole)).map {
      Quantity($0.rounded(to: 1), .percent)
    }
  }
}

extension Network {
  /// A label, and the dossier and site that hold it.
  struct Held {
    let member: NetworkMember
    let label: Label
    let site: String
  }

  /// The labels that stand and end up to a day, those past included, the first to end first.
  func expiring(by day: CalendarDate? = nil) -> [Held] {
    counted.flatMap { member in
      member.standingLabels.filter { held in day.map { held.label.until <= $0 } ?? true }.map {
        Held(member: member, label: $0.label, site: $0.site)
      }
    }.sorted {
      ($0.label.until, $0.member.path, $0.site) < ($1.label.until, $1.member.path, $1.site)
    }
  }

  /// A criterion that several dossiers do not meet.
  struct Recurrence {
    let criterion: NetworkMember.Criterion
    let title: LocalizedText
    /// How many dossiers have a nonconformity there, of how many that an audit has assessed it in.
    let dossiers: Int
    let assessed: Int
    let findings: Int
    /// How many of the findings a later audit has found again.
    let again: Int
  }

  /// The criteria with nonconformities, those of most dossiers first.
  ///
  /// - Parameters:
  ///   - since: Only audits from that day on count.
  ///   - least: What concerns fewer dossiers is left out, so that no single one is to be guessed.
  /// - Returns: The criteria, and how many were left out.
  func recurrences(since: CalendarDate?, least: Int) -> (shown: [Recurrence], hidden: Int) {
    var found: [NetworkMember.Criterion: [(member: String, finding: NetworkMember.Finding)]] = [:]
    for member in counted {
      for finding in member.findings
      where finding.severity.isNonconformity && since.map({ $0 <= finding.date }) != false {
        found[finding.criterion, default: []].append((member.path, finding))
      }
    }
    let all = found.map { criterion, findings in
      Recurrence(
        criterion: criterion, title: findings[0].finding.title,
        dossiers: Set(findings.map(\.member)).count,
        assessed: counted.count { member in
          member.assessed[criterion].map { date in since.map { $0 <= date } != false } ?? false
        },
        findings: findings.count, again: findings.count { $0.finding.hasRecurred })
    }
    let shown = all.filter { $0.dossiers >= least }.sorted {
      ($1.dossiers, $1.findings, $0.criterion.checklist, $0.criterion.id)
        < ($0.dossiers, $0.findings, $1.criterion.checklist, $1.criterion.id)
    }
    return (shown, all.count - shown.count)
  }

  /// The actions whose day has passed, and the dossiers in which they are, the oldest first.
  var late: [(member: NetworkMember, action: Action)] {
    counted.flatMap { member in
      member.actions.filter { $0.isOverdue(on: today) }.map { (member, $0) }
    }.sorted { left, right in
      (left.action.due ?? today, left.member.path, left.action.id)
        < (right.action.due ?? today, right.member.path, right.action.id)
    }
  }

  /// A strength, and the dossier that has it.
  struct Strength {
    let member: NetworkMember
    let finding: NetworkMember.Finding
  }

  /// The strengths by criterion, the latest first.
  func strengths(since: CalendarDate?) -> [Strength] {
    counted.flatMap { member in
      member.findings.filter { finding in
        finding.severity == .strength && since.map { $0 <= finding.date } != false
      }.map { Strength(member: member, finding: $0) }
    }.sorted { left, right in
      let (one, other) = (left.finding, right.finding)
      return (one.criterion.checklist, one.criterion.id, other.date, left.member.path)
        < (other.criterion.checklist, other.criterion.id, one.date, right.member.path)
    }
  }
}
