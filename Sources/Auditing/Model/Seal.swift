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

  init?(_ record: Record) {
    guard let begun = record.units["begun"]?.first, let audit = begun["audit"]?.text else {
      return nil
    }
    key = record.key
    self.audit = audit
    edition = begun["edition"]?.integer ?? 1
    let outcome = record.units["outcome"]?.first
    manifest = outcome?["manifest"]?.text
    signer = outcome?["signer"]?.text
    bag = outcome?["bag"]?.text
    isAbandoned = outcome == nil && record.units["abandoned"] != nil
    freezes = !isAbandoned
  }

  /// Whether it was made, signature and all.
  package var isMade: Bool { manifest != nil }
}
