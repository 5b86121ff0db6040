/// A seal of one edition of an audit.
///
/// Once it is made it stays made: nothing that is said of it later takes its signature away.
package struct Seal: Hashable, Sendable {
  package let key: String
  package let audit: String
  package let edition: Int
  /// SHA-256 of the bag's tag manifest; absent until it is made.
  package let manifest: String?
  package let signer: String?
  /// The name of the bag's folder under `exports`.
  package let bag: String?
  package let isAbandoned: Bool
  /// Whether it keeps the audit's records from changing: until it is abandoned or amended.
  package internal(set) var freezes: Bool
  /// The statement that was signed, byte for byte; absent until it is made.
  package let statement: String?
  /// The statements that were signed after the first.
  package let countersignatures: [Countersignature]
  /// The signatures that a time-stamping service has stamped, by the numbers of their statements.
  package let stamped: Set<Int>
  /// Who began it, and the mark of the journal in which that stands.
  package let by: String
  package let writer: String

  /// A further statement, and who signed it.
  package struct Countersignature: Hashable, Sendable {
    package let statement: String
    package let signer: String
    /// What it does, in the words of the statement.
    package let act: String
    package let by: String
  }

  init?(_ record: Record) {
    guard let begun = record.units["begun"]?.first, let audit = begun["audit"]?.text else {
      return nil
    }
    key = record.key
    self.audit = audit
    edition = begun["edition"]?.integer ?? 1
    guard Self.editions.contains(edition) else { return nil }
    let outcome = record.units["outcome"]?.first
    manifest = outcome?["manifest"]?.text
    signer = outcome?["signer"]?.text
    bag = outcome?["bag"]?.text
    statement = outcome?["statement"]?.text
    countersignatures = (record.lists["countersignatures"] ?? []).compactMap { element in
      guard let fields = element.content.object, let statement = fields["statement"]?.text else {
        return nil
      }
      return Countersignature(
        statement: statement, signer: fields["signer"]?.text ?? "",
        act: fields["act"]?.text ?? "", by: element.by)
    }
    stamped = Set(record.elements("stamps").compactMap { $0.object?["number"]?.integer })
    (by, writer) = (record.by, record.writer)
    isAbandoned = outcome == nil && record.units["abandoned"] != nil
    freezes = !isAbandoned
  }

  /// The numbers that editions have: what others wrote under any other freezes nothing.
  static let editions = 1...1_000_000

  /// Whether it was made, signature and all.
  package var isMade: Bool { manifest != nil }
}
