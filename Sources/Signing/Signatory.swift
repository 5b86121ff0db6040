/// Who signs: a key of the user's with the program that signs by it.
package enum Signatory: Sendable {
  case ssh(SSHKeygen, SigningKey)
  case x509(OpenSSL, CertificateKey)
  case openpgp(GnuPG, OpenPGPKey)

  package var format: SignatureFormat { credential.format }

  /// What names the key or the certificate.
  package var fingerprint: String { credential.fingerprint }

  /// Signs a statement of a seal, and checks the signature before giving it.
  ///
  /// - Throws: what the driver of the format throws.
  package func sign(
    _ message: [UInt8], mayAsk: Bool
  ) throws(SigningError) -> DetachedSignature {
    switch self {
    case .ssh(let keygen, let key):
      .ssh(try keygen.sign(message, .seal, with: key, mayAsk: mayAsk))
    case .x509(let openssl, let key): .x509(try openssl.sign(message, with: key, mayAsk: mayAsk))
    case .openpgp(let gpg, let key): .openpgp(try gpg.sign(message, with: key, mayAsk: mayAsk))
    }
  }

  /// What goes into the bag beside the statement, and is named by it: the public half of an
  /// OpenPGP key, and the signature of the report itself by certificate, where there is one.
  package func companions(
    report: [UInt8]?, mayAsk: Bool
  ) throws(SigningError) -> [Bag.Companion] {
    switch self {
    case .ssh: return []
    case .openpgp(_, let key): return [.init(suffix: Bag.Companion.key, bytes: key.publicKey)]
    case .x509(let openssl, let key):
      guard let report else { return [] }
      let signature = try openssl.sign(report, with: key, mayAsk: mayAsk)
      return [.init(suffix: Bag.Companion.report, bytes: signature.der)]
    }
  }

  /// What is handed on of the key.
  package var credential: PublicCredential {
    switch self {
    case .ssh(_, let key): .ssh(key.publicKey)
    case .x509(_, let key): .x509(key.certificate)
    case .openpgp(_, let key): .openpgp(key: key.publicKey, fingerprint: key.fingerprint)
    }
  }
}

extension Trust {
  /// Adds a certificate to the user's authorities, unless it is there.
  package static func add(_ certificate: Certificate, in folder: String) throws(SigningError) {
    let known = try read(folder).authorities
    guard !Certificates.inPEM(known).contains(certificate) else { return }
    let start: [UInt8] = known.isEmpty || known.last == 0x0A ? [] : [0x0A]
    try Files.append(start + certificate.pem, to: "\(folder)/\(File.authorities)")
  }

  /// Adds OpenPGP keys to the user's ring, unless they are there.
  package static func add(ring keys: [UInt8], in folder: String) throws(SigningError) {
    let known = try read(folder).ring
    guard !known.indices.contains(where: { known[$0...].starts(with: keys) }) else { return }
    try Files.append(keys, to: "\(folder)/\(File.ring)")
  }

  /// Adds a revocation to the user's own.
  package static func add(
    _ revocation: Revocation, of fingerprint: String, in folder: String
  ) throws(SigningError) {
    if let known = try read(folder).revocations[fingerprint], known.on <= revocation.on { return }
    try Files.append(
      Array(line(revoking: fingerprint, revocation).utf8), to: "\(folder)/\(File.revocations)")
  }
}
