/// What the user believes of signers: registers that lie in the user's own configuration, never in
/// what they would vouch for.
package struct Trust: Hashable, Sendable {
  /// Whose the OpenSSH keys are; none is a user who keeps no register.
  package var register: AllowedSigners?
  /// Certificates in PEM: of issuers, of signers themselves, of time-stamping services.
  package var authorities: [UInt8] = []
  /// OpenPGP keys, as `gpgv` reads a ring.
  package var ring: [UInt8] = []
  /// What is known to be no more to be believed, by fingerprint.
  package var revocations: [String: Revocation] = [:]

  /// Creates what a user believes by a register of OpenSSH keys alone, or nothing.
  package init(_ register: AllowedSigners? = nil) { self.register = register }

  /// A key that is not to be believed from a day on.
  package struct Revocation: Hashable, Sendable {
    /// A civil date, `2026-11-21`.
    package let on: String
    package let reason: String

    /// Creates a revocation.
    package init(on: String, reason: String) { (self.on, self.reason) = (on, reason) }
  }

  /// The names of the files in the folder of the user's configuration.
  package enum File {
    package static let register = "allowed_signers"
    package static let authorities = "authorities.pem"
    package static let ring = "trusted.pgp"
    package static let revocations = "revoked_signers"
  }

  /// Reads what lies in a folder; what is not there says nothing.
  ///
  /// - Throws: `registerMalformed`, `notARegularFile`, `fileTooLarge` over 4 MiB, `system`.
  package static func read(_ folder: String) throws(SigningError) -> Trust {
    func contents(_ name: String) throws(SigningError) -> [UInt8] {
      let path = "\(folder)/\(name)"
      return Files.exists(path)
        ? try Files.contents(path, limit: 4 << 20, followingLinks: true) : []
    }
    var trust = Trust(try AllowedSigners.read("\(folder)/\(File.register)"))
    trust.authorities = try contents(File.authorities)
    trust.ring = try contents(File.ring)
    let revoked = try contents(File.revocations)
    for (place, line) in revoked.split(separator: 0x0A).enumerated() where line.first != 0x23 {
      let text = String(decoding: line, as: UTF8.self)
      let columns = text.split(separator: " ", maxSplits: 2)
      guard columns.count >= 2, columns[1].utf8.count == 10 else {
        throw .registerMalformed(path: "\(folder)/\(File.revocations)", line: place + 1)
      }
      trust.revoke(
        String(columns[0]),
        Revocation(on: String(columns[1]), reason: columns.count > 2 ? String(columns[2]) : ""))
    }
    return trust
  }

  /// Takes a key for revoked; of two days the earlier counts.
  package mutating func revoke(_ fingerprint: String, _ revocation: Revocation) {
    if let known = revocations[fingerprint], known.on <= revocation.on { return }
    revocations[fingerprint] = revocation
  }

  /// The line of the file of revocations that says that a key is revoked.
  package static func line(revoking fingerprint: String, _ revocation: Revocation) -> String {
    let reason = String(
      String.UnicodeScalarView(revocation.reason.unicodeScalars.filter(\.isPlain)))
    return "\(fingerprint) \(revocation.on) \(reason)\n"
  }
}

/// What the user's registers say of the maker of a signature.
package enum Signer: Hashable, Sendable {
  /// The key is one of a principal; no line when an authority vouches for it.
  case known(principal: String, line: AllowedSigners.Line?)
  /// The key is known and not allowed here: expired, or for other purposes.
  case refused(line: AllowedSigners.Line?, words: String)
  /// The key was revoked, and nobody proves that it signed before that.
  case revoked(Trust.Revocation)
  case unknown
}
