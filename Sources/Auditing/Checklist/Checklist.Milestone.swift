extension Checklist {
  /// A day of a label's cycle as the text of the label plans it, counted backwards.
  package struct Milestone: Hashable, Sendable {
    package var kind: Kind
    /// How many months before its anchor it is.
    package var months: Int
    package var anchor: Anchor

    /// Creates a milestone.
    package init(kind: Kind, months: Int, anchor: Anchor) {
      self.kind = kind
      self.months = months
      self.anchor = anchor
    }

    /// What a milestone is counted from.
    package enum Anchor: Hashable, Sendable {
      case endOfValidity
      /// The day the surveillance falls on, counted from the grant.
      case surveillance
      case milestone(Kind)
    }

    /// What is due; the raw value is the stable word of records and of calendar UIDs.
    package enum Kind: String, CaseIterable, Sendable {
      case surveillancePreparation = "surveillance-preparation"
      case surveillanceAudit = "surveillance-audit"
      case renewalDecision = "renewal-decision"
      case satisfactionSurvey = "satisfaction-survey"
      case selfAssessment = "self-assessment"
      case documents
      case internalAudit = "internal-audit"
      case corrections
      case externalAudit = "external-audit"
      case sixMonthReminder = "reminder-6m"
      case threeMonthReminder = "reminder-3m"
      case oneMonthReminder = "reminder-1m"
      case fiveDayReminder = "reminder-5wd"
      case endOfValidity = "end-of-validity"
    }
  }
}

extension Checklist.Milestone.Anchor {
  /// The words of all anchors, as a checklist writes them.
  package static let words = ["surveillance"] + Checklist.Milestone.Kind.allCases.map(\.rawValue)

  /// Creates an anchor of its word.
  package init?(_ word: String) {
    switch word {
    case "surveillance": self = .surveillance
    case Checklist.Milestone.Kind.endOfValidity.rawValue: self = .endOfValidity
    default:
      guard let kind = Checklist.Milestone.Kind(rawValue: word) else { return nil }
      self = .milestone(kind)
    }
  }

  /// The word of the anchor.
  package var word: String {
    switch self {
    case .endOfValidity: Checklist.Milestone.Kind.endOfValidity.rawValue
    case .surveillance: "surveillance"
    case .milestone(let kind): kind.rawValue
    }
  }
}

extension Checklist.Milestone {
  /// The milestone as the grant of a label keeps it.
  package var content: Content {
    .object([
      "kind": .text(kind.rawValue), "months": .integer(months), "before": .text(anchor.word),
    ])
  }

  /// Reads a milestone that the grant of a label keeps.
  init?(_ content: Content) {
    guard let fields = content.object,
      let kind = fields["kind"]?.text.flatMap(Kind.init), let months = fields["months"]?.integer,
      let anchor = fields["before"]?.text.flatMap(Anchor.init), (0...1200).contains(months)
    else { return nil }
    self.init(kind: kind, months: months, anchor: anchor)
  }
}
