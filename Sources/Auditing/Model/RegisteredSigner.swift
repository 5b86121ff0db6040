/// A key that the dossier's own register says is somebody's: a claim of those who entered it, which
/// nobody believes for that alone.
package struct RegisteredSigner: Hashable, Sendable {
  /// What names the key or the certificate, and is compared aloud.
  package let fingerprint: String
  /// The handle of the person who holds it.
  package let person: String
  package let name: String
  /// How it signs: `ssh`, `x509` or `openpgp`.
  package let format: String
  /// The public key as a text: an OpenSSH line, or Base64 of a certificate or of an OpenPGP key.
  package let key: String
  /// The first day on which it may sign, and the last.
  package let from: CalendarDate?
  package let until: CalendarDate?
  /// The day from which on it is not to be believed any more, and why.
  package let revoked: CalendarDate?
  package let reason: String?
  package let by: String
  package let at: Timestamp

  init(_ record: Record) {
    fingerprint = record.key
    person = record.text("person", of: "holder") ?? ""
    name = record.text("name", of: "holder") ?? ""
    format = record.text("format", of: "key") ?? ""
    key = record.text("key", of: "key") ?? ""
    from = record.text("from", of: "validity").flatMap { CalendarDate($0) }
    until = record.text("until", of: "validity").flatMap { CalendarDate($0) }
    // Of several days that stand the earliest counts: trust is never raised by a conflict.
    revoked = (record.units["revoked"] ?? []).compactMap { write in
      write["on"]?.text.flatMap { CalendarDate($0) }
    }.min()
    reason = record.remarks("reason", of: "revoked")
    (by, at) = (record.by, record.at)
  }
}

extension State {
  /// The register of signers, in the order in which they were entered.
  package var signers: [RegisteredSigner] { all(.signer).map(RegisteredSigner.init) }
}
