/// What is handed on of a signer's key: who believes it can check what the signer signs.
package enum PublicCredential: Hashable, Sendable {
  case ssh(PublicKey)
  case x509(Certificate)
  case openpgp(key: [UInt8], fingerprint: String)

  /// Reads a public key, a certificate, or the one that a signature carries.
  ///
  /// - Throws: `keyPrivate` for a private key, `keyAbsent` with the path for anything else;
  ///   `programAbsent` when `gpg` is needed and not here.
  package init(_ bytes: [UInt8], path: String, _ programs: Programs) throws(SigningError) {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains("PRIVATE KEY") { throw .keyPrivate(path: path) }
    if let signature = try? SSHSignature(armored: bytes) {
      self = .ssh(signature.key)
    } else if let key = PublicKey(line: text) {
      self = .ssh(key)
    } else if let certificate = Certificates.inPEM(bytes).first ?? Certificate(der: bytes) {
      self = .x509(certificate)
    } else if let signature = try? CMSSignature(der: bytes) {
      self = .x509(signature.certificate)
    } else {
      let gpg = GnuPG(programs)
      guard let (key, fingerprint) = try gpg.publicKey(in: bytes) else {
        throw .keyAbsent(path: path)
      }
      self = .openpgp(key: key, fingerprint: fingerprint)
    }
  }

  /// Reads what `text` gave, or nothing for anything else.
  package init?(_ format: SignatureFormat, text: String, fingerprint: String) {
    let bytes = Base64.bytes(of: Array(text.utf8))
    switch format {
    case .ssh:
      guard let key = PublicKey(line: text) else { return nil }
      self = .ssh(key)
    case .x509:
      guard let certificate = bytes.flatMap(Certificate.init(der:)) else { return nil }
      self = .x509(certificate)
    case .openpgp:
      guard let bytes else { return nil }
      self = .openpgp(key: bytes, fingerprint: fingerprint)
    }
    guard self.fingerprint == fingerprint else { return nil }
  }

  package var format: SignatureFormat {
    switch self {
    case .ssh: .ssh
    case .x509: .x509
    case .openpgp: .openpgp
    }
  }

  /// What one compares aloud.
  package var fingerprint: String {
    switch self {
    case .ssh(let key): key.fingerprint
    case .x509(let certificate): certificate.fingerprint
    case .openpgp(_, let fingerprint): fingerprint
    }
  }

  /// The credential as a text.
  package var text: String {
    switch self {
    case .ssh(let key): key.line
    case .x509(let certificate): Base64.text(of: certificate.der)
    case .openpgp(let key, _): Base64.text(of: key)
    }
  }

  /// Takes it into the user's own registers, where it is not yet: from then on it is believed.
  ///
  /// The days, `20261121`, bound an OpenSSH key; a certificate and an OpenPGP key have their own.
  package func register(
    _ identity: Identity, name: String, from: String? = nil, until: String? = nil,
    in folder: String
  ) throws(SigningError) {
    switch self {
    case .ssh(let key):
      _ = try AllowedSigners.add(
        identity, key, comment: name, from: from, until: until,
        to: "\(folder)/\(Trust.File.register)")
    case .x509(let certificate): try Trust.add(certificate, in: folder)
    case .openpgp(let key, _): try Trust.add(ring: key, in: folder)
    }
  }
}

extension Trust {
  /// The fingerprints of all that the user believes, be it no more at this time.
  package func fingerprints(_ programs: Programs) -> Set<String> {
    let keys = register?.lines.map(\.key.fingerprint) ?? []
    let certificates = Certificates.inPEM(authorities).map(\.fingerprint)
    let ring = ring.isEmpty ? [] : (try? GnuPG(programs).fingerprints(in: ring)) ?? []
    return Set(keys + certificates + ring)
  }
}
