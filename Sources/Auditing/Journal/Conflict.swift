/// What people who did not know of each other have said differently, until somebody decides.
package struct Conflict: Sendable {
  package let subject: Subject
  /// What stands, in display order.
  package let alternatives: [Alternative]
  /// The key of the audit it belongs to, if it belongs to one.
  package let audit: String?
  /// The ids of the operations in conflict, sorted.
  package let heads: [String]
  /// What is typed for it, such as `C-1f3a`: the start of a hash of its subject and heads.
  package internal(set) var id = ""

  /// What it is about.
  package enum Subject: Hashable, Sendable {
    /// A unit of a record; the unit `presence` when one removed what another used.
    case unit(Noun, key: String, unit: String)
    /// Whether the operation of an id is taken back.
    case activity(operation: String)
    /// Two seals of one edition of an audit, which an amendment that has seen both settles.
    case edition(Int, audit: String)
  }

  /// One of the things said.
  package struct Alternative: Sendable {
    /// Where it stands in the history.
    package let place: EventPlace
    package let by: String
    package let at: Timestamp
    package let value: [String: Content]
    /// Whether it is only a use of what another removed.
    package let isUse: Bool
  }

  /// How it is decided.
  package enum Choice: Sendable {
    case value([String: Content])
    case keep
    case drop
  }

  /// The fields of the entry `conflict.resolved` that decides it so, or nothing where it cannot.
  ///
  /// A unit takes a value; a presence or an activity is kept or dropped; an edition is amended.
  package func decision(_ choice: Choice, reason: String) -> [String: Content]? {
    var fields: [String: Content] = ["over": .texts(heads), "reason": .text(reason)]
    switch (subject, choice) {
    case (.unit(_, _, Record.presence), .value), (.edition, _), (.activity, .value): return nil
    case (.unit(_, _, let unit), .keep) where unit != Record.presence: return nil
    case (.unit(_, _, let unit), .drop) where unit != Record.presence: return nil
    case (_, .value(let value)): fields["value"] = .object(value)
    case (_, .keep): fields["keep"] = true
    case (_, .drop): fields["drop"] = true
    }
    switch subject {
    case .unit(let noun, let key, let unit):
      fields["conflict"] = .object([
        "noun": .text(noun.rawValue), "record": .text(key), "unit": .text(unit),
      ])
    case .activity(let operation): fields["conflict"] = .object(["operation": .text(operation)])
    case .edition: return nil
    }
    return fields
  }

  /// Sixteen hexadecimal digits that follow from the subject and the heads.
  var fingerprint: String {
    let name =
      switch subject {
      case .unit(let noun, let key, let unit): "\(noun.rawValue)\n\(key)\n\(unit)"
      case .activity(let operation): "operation\n\(operation)"
      case .edition(let edition, let audit): "edition\n\(audit)\n\(edition)"
      }
    let digits = String(([name] + heads).joined(separator: "\n").fowlerNollVo, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension String {
  /// The 64-bit FNV-1a hash of its bytes.
  fileprivate var fowlerNollVo: UInt64 {
    utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
