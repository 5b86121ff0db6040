package import Auditing

extension Milestone {
  /// How long before what a milestone is due.
  package struct Lead: Hashable, Sendable {
    /// What is due.
    package let kind: Kind
    /// How long before the anchor.
    package let span: Span
    /// What it is counted from.
    package let anchor: Anchor
    /// What the length rests on.
    package let basis: Basis

    /// A length of time: always counted at once from its origin.
    package enum Span: Hashable, Sendable {
      case months(Int)
      /// Monday to Friday without the holidays of the site.
      case workingDays(Int)
    }

    /// What a lead is counted from.
    package enum Anchor: Hashable, Sendable {
      case endOfValidity
      /// The day the checklist's surveillance falls on, counted from the grant.
      case surveillance
      /// Another milestone, and the day that was decided for it if there is one.
      case milestone(Kind)
    }

    /// What a lead rests on.
    package enum Basis: String, CaseIterable, Sendable {
      /// A text of the label.
      case scheme
      /// What audited bodies were seen to do.
      case observed
      /// A sensible choice of this program.
      case ours
      /// The checklist of the label, which plans its own cycle.
      case checklist
    }

    private init(_ kind: Kind, _ span: Span, before anchor: Anchor, _ basis: Basis) {
      self.kind = kind
      self.span = span
      self.anchor = anchor
      self.basis = basis
    }
  }
}

extension Milestone.Lead {
  /// The cycle: every lead with what it rests on.
  package static let cycle: [Self] = [
    // Ours: documents go a month before an audit, and take a month to gather.
    Self(.surveillancePreparation, .months(2), before: .milestone(.surveillanceAudit), .ours),
    // The label: an interim audit 18 months after the grant (the checklist's own figure is used).
    Self(.surveillanceAudit, .months(0), before: .surveillance, .scheme),
    // Seen: decision and scope 18 to 12 months ahead; 18 from launch (May 2019) to the label of
    // 26 November 2020 for a first one. A renewal starts from what exists, hence 12.
    Self(.renewalDecision, .months(12), before: .endOfValidity, .observed),
    // Seen: surveys in the months from 12 to 2 ahead (Charente: October 2015, report in November).
    // Ours within these: 9, which leaves time for the actions that the answers ask for.
    Self(.satisfactionSurvey, .months(9), before: .endOfValidity, .ours),
    // Ours: halfway, early enough for the internal audit to check what was corrected.
    Self(.selfAssessment, .months(6), before: .endOfValidity, .ours),
    // Seen in the ministry's template of internal audit report (2015, the edition before this
    // label): about one month before the audit.
    Self(.documents, .months(1), before: .milestone(.internalAudit), .observed),
    // Seen: 3 months ahead; 25 days (Moselle) to 74 days (Alpes-Maritimes, 2015) before the
    // external audit, which here is two months later.
    Self(.internalAudit, .months(3), before: .endOfValidity, .observed),
    // The rule is seen (remarks are treated before the external audit); the month is ours.
    Self(.corrections, .months(1), before: .milestone(.externalAudit), .ours),
    // Ours, longer than seen: the Loire's label followed its audit by 12 days (July 2022).
    Self(.externalAudit, .months(1), before: .endOfValidity, .ours),
    // Ours: the reminders of the end itself.
    Self(.sixMonthReminder, .months(6), before: .endOfValidity, .ours),
    Self(.threeMonthReminder, .months(3), before: .endOfValidity, .ours),
    Self(.oneMonthReminder, .months(1), before: .endOfValidity, .ours),
    Self(.fiveDayReminder, .workingDays(5), before: .endOfValidity, .ours),
    // The label: valid for the months its checklist says, 36 for Qual-e-Pref.
    Self(.endOfValidity, .months(0), before: .endOfValidity, .scheme),
  ]

  /// The cycle that a checklist plans, or the usual one where it plans none; the end of validity
  /// always ends it.
  ///
  /// What is counted from a milestone that does not come before it is left out, so that no circle
  /// of milestones, whoever wrote it, goes on for ever.
  package static func planned(by declared: [Checklist.Milestone]) -> [Self] {
    guard !declared.isEmpty else { return cycle }
    var leads: [Self] = []
    for milestone in declared where !milestone.kind.isFixed {
      let isNew = !leads.contains { $0.kind == milestone.kind }
      let anchor: Anchor
      switch milestone.anchor {
      case .endOfValidity: anchor = .endOfValidity
      case .surveillance: anchor = .surveillance
      case .milestone(let kind):
        guard leads.contains(where: { $0.kind == kind }) else { continue }
        anchor = .milestone(kind)
      }
      guard isNew else { continue }
      leads.append(
        Self(milestone.kind, .months(milestone.months), before: anchor, .checklist))
    }
    return leads + cycle.filter(\.kind.isFixed)
  }
}
