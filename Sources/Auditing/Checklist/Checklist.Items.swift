extension Checklist {
  /// A part of the checklist that an audit's scope takes or leaves, or the transverse chapter.
  package struct Module: Sendable {
    package var id: String
    package var title: LocalizedText
    package var kind: Kind = .module
    package var mandatory = false
    /// Present in the text but without known content: it cannot be put in scope.
    package var disabled = false
    package var provenance: Provenance
    package var source: [String] = []
    package var note: LocalizedText?

    /// Creates a module.
    package init(id: String, title: LocalizedText, provenance: Provenance) {
      self.id = id
      self.title = title
      self.provenance = provenance
    }

    /// Whether the scope chooses it, or it goes with every scope.
    package enum Kind: String, CaseIterable, Sendable { case module, transverse }
  }

  /// A promise of the audited body, which criteria make checkable.
  package struct Commitment: Sendable {
    package var id: String
    package var module: String
    package var title: LocalizedText
    package var provenance: Provenance
    package var source: [String] = []

    /// Creates a commitment.
    package init(id: String, module: String, title: LocalizedText, provenance: Provenance) {
      self.id = id
      self.module = module
      self.title = title
      self.provenance = provenance
    }
  }

  /// One thing to check: the requirement, what would prove it and how to look.
  package struct Criterion: Sendable {
    package var id: String
    package var module: String
    package var title: LocalizedText
    package var provenance: Provenance
    /// The number the official text gives it, where one was read.
    package var ref: String?
    package var commitment: String?
    package var chapter: LocalizedText?
    package var evidence: [LocalizedText] = []
    package var methods: [Method] = []
    package var indicators: [String] = []
    package var source: [String] = []
    package var note: LocalizedText?
    /// Where one stands to check it, and whom one meets.
    package var place: LocalizedText?
    package var meet: LocalizedText?
    package var question: LocalizedText?
    /// The smallest sample that says anything.
    package var sample: Int?
    /// How old evidence may be at the audit's date.
    package var maxAge: Quantity?
    /// The reasons for which it may be not applicable; none listed: any reason given.
    package var notApplicable: [LocalizedText] = []
    package var mandatory = false

    /// Creates a criterion.
    package init(id: String, module: String, title: LocalizedText, provenance: Provenance) {
      self.id = id
      self.module = module
      self.title = title
      self.provenance = provenance
    }
  }

  /// How evidence is obtained (ISO 19011:2018 A.17, with the mystery visit of the label's family).
  package enum Method: String, CaseIterable, Sendable {
    case examine, interview, observe, test, mystery
  }

  /// A figure that is followed, with its target.
  package struct Indicator: Sendable {
    package var id: String
    package var title: LocalizedText
    package var unit: Unit
    package var better: Direction?
    package var target: Target?
    package var statistic: Statistic?
    /// How often a value is expected.
    package var frequency: Quantity?
    package var provenance: Provenance
    package var source: [String] = []
    package var note: LocalizedText?

    /// Creates an indicator.
    package init(id: String, title: LocalizedText, unit: Unit, provenance: Provenance) {
      self.id = id
      self.title = title
      self.unit = unit
      self.provenance = provenance
    }

    /// Which way is better.
    package enum Direction: String, CaseIterable, Sendable { case lower, higher }
    /// What the value is of the cases behind it.
    package enum Statistic: String, CaseIterable, Sendable { case mean, median, share, count }
  }

  /// A limit and whether reaching it exactly is enough: `< 60 min` and `<= 5 d` differ.
  package struct Target: Hashable, Sendable {
    package let comparison: Comparison
    package let limit: Quantity

    /// Creates a target.
    package init(_ comparison: Comparison, _ limit: Quantity) {
      self.comparison = comparison
      self.limit = limit
    }

    package enum Comparison: String, CaseIterable, Sendable {
      case less = "<"
      case atMost = "<="
      case more = ">"
      case atLeast = ">="
      case equal = "="
    }

    /// Reads `< 60 min` or `≤ 5 days`; a limit without a unit has the one given.
    package init?(_ text: String, unit: Unit) {
      let comparisons: [(String, Comparison)] = [
        ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast), ("<", .less),
        (">", .more), ("=", .equal),
      ]
      guard let (sign, comparison) = comparisons.first(where: { text.hasPrefix($0.0) }),
        let limit = Quantity(text.dropFirst(sign.count).drop(while: \.isWhitespace))
      else { return nil }
      self.init(comparison, limit.unit == .count ? Quantity(limit.number, unit) : limit)
    }

    /// The target as the language writes it.
    package var written: String { "\(comparison.rawValue) \(limit)" }

    /// The target as a person reads it.
    package func written(in language: Language) -> String {
      "\(comparison.rawValue) \(limit.written(in: language))"
    }

    /// Whether a value meets the target, or nothing when the units do not compare.
    package func isMet(by value: Quantity) -> Bool? {
      guard let below = value.isLess(than: limit), let above = limit.isLess(than: value)
      else { return nil }
      return switch comparison {
      case .less: below
      case .atMost: !above
      case .more: above
      case .atLeast: !below
      case .equal: !below && !above
      }
    }
  }

  /// One step of the scale on which findings are graded.
  package struct Grade: Hashable, Sendable {
    package var code: String
    /// The word to type for it where the code itself is not free.
    package var word: String
    package var title: LocalizedText
    package var severity: Severity
    package var definition: LocalizedText?

    /// Creates a grade; the word is the code unless another is given.
    package init(code: String, word: String? = nil, title: LocalizedText, severity: Severity) {
      self.code = code
      self.word = word ?? code
      self.title = title
      self.severity = severity
    }
  }

  /// What a grade means on any checklist, in rising order.
  package enum Severity: Int, CaseIterable, Comparable, Sendable {
    case strength, improvement, sensitive, minor, major

    /// The name of the severity in the language of records.
    package var name: String {
      switch self {
      case .strength: "strength"
      case .improvement: "improvement"
      case .sensitive: "sensitive"
      case .minor: "minor"
      case .major: "major"
      }
    }

    /// Whether it is a nonconformity (ISO 9000:2015, 3.6.9).
    package var isNonconformity: Bool { self >= .minor }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// A rule of award or a limit, as an expression of the language that can only read.
  package struct Rule: Sendable {
    package var id: String
    package var title: LocalizedText
    package var expression: String
    package var kind = Kind.award
    package var provenance: Provenance
    package var source: [String] = []
    package var note: LocalizedText?

    /// What follows where it does not hold: no award, or an award with a reserve.
    package enum Kind: String, CaseIterable, Sendable { case award, limit }

    /// Creates a rule.
    package init(id: String, title: LocalizedText, expression: String, provenance: Provenance) {
      self.id = id
      self.title = title
      self.expression = expression
      self.provenance = provenance
    }
  }

  /// A criterion, commitment or module of this checklist and its counterpart in another.
  package struct Mapping: Hashable, Sendable {
    package var id: String
    package var from: String
    package var checklist: String
    package var to: String
    package var provenance: Provenance
    package var source: [String] = []

    /// Creates a mapping.
    package init(id: String, from: String, checklist: String, to: String, provenance: Provenance) {
      self.id = id
      self.from = from
      self.checklist = checklist
      self.to = to
      self.provenance = provenance
    }
  }

  /// A document the audited body provides before the audit (pièce à fournir).
  package struct Request: Sendable {
    package var id: String
    package var title: LocalizedText
    /// How long before the audit it is due.
    package var lead: Quantity?
    /// The module it is asked for; none: always.
    package var module: String?
    package var provenance: Provenance
    package var source: [String] = []

    /// Creates a request.
    package init(id: String, title: LocalizedText, provenance: Provenance) {
      self.id = id
      self.title = title
      self.provenance = provenance
    }
  }

  /// A word of the field with its meaning (lexicon).
  package struct Term: Sendable {
    package var id: String
    package var title: LocalizedText
    package var definition: LocalizedText?
    /// The clause of the standard that defines it.
    package var clause: String?

    /// Creates a term.
    package init(id: String, title: LocalizedText) {
      self.id = id
      self.title = title
    }
  }
}
