/// Which family of programs makes and checks a signature, by git's names for them.
package enum SignatureFormat: String, CaseIterable, Sendable {
  /// SSHSIG by `ssh-keygen` (PROTOCOL.sshsig).
  case ssh
  /// CAdES-BES by `openssl cms` (ETSI EN 319 122-1), detached.
  case x509
  /// A detached signature by `gpg` (RFC 4880), armored.
  case openpgp

  /// What the name of a signature file ends in, after its statement's name.
  package var suffix: String {
    switch self {
    case .ssh: ".sig"
    case .x509: ".p7s"
    case .openpgp: ".asc"
    }
  }
}

/// A signature made over a message that lies beside it.
package enum DetachedSignature: Hashable, Sendable {
  case ssh(SSHSignature)
  case x509(CMSSignature)
  case openpgp(OpenPGPSignature)

  /// Reads the file of a signature, strictly.
  ///
  /// - Throws: `signatureMalformed`.
  package init(_ format: SignatureFormat, _ bytes: [UInt8]) throws(SigningError) {
    switch format {
    case .ssh: self = .ssh(try SSHSignature(armored: bytes))
    case .x509: self = .x509(try CMSSignature(der: bytes))
    case .openpgp: self = .openpgp(try OpenPGPSignature(armored: bytes))
    }
  }

  package var format: SignatureFormat {
    switch self {
    case .ssh: .ssh
    case .x509: .x509
    case .openpgp: .openpgp
    }
  }

  /// The file's bytes.
  package var bytes: [UInt8] {
    switch self {
    case .ssh(let signature): signature.armored
    case .x509(let signature): signature.der
    case .openpgp(let signature): signature.armored
    }
  }

  /// What names the key or the certificate that it says made it, and is compared aloud.
  package var fingerprint: String {
    switch self {
    case .ssh(let signature): signature.key.fingerprint
    case .x509(let signature): signature.certificate.fingerprint
    case .openpgp(let signature): signature.fingerprint
    }
  }

  /// The file as a text: itself where it is one, Base64 where it is not.
  package var text: String {
    if case .x509 = self { return Base64.text(of: bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what `text` gave.
  ///
  /// - Throws: `signatureMalformed`.
  package init(_ format: SignatureFormat, text: String) throws(SigningError) {
    guard format == .x509 else {
      try self.init(format, Array(text.utf8))
      return
    }
    guard let bytes = Base64.bytes(of: Array(text.utf8)) else { throw .signatureMalformed }
    try self.init(format, bytes)
  }
}
