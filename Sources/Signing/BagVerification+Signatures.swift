extension BagVerification.Signature {
  /// Has the signature, its time stamp and its maker judged by the programs of its format.
  mutating func check(
    _ programs: Programs, _ trust: Trust, report: String
  ) throws(SigningError) {
    guard let signature else { return }
    try checkStamp(OpenSSL(programs), signature, trust)
    switch signature {
    case .ssh(let signature): try check(signature, SSHKeygen(programs), trust)
    case .x509(let signature): try check(signature, OpenSSL(programs), trust, report)
    case .openpgp(let signature): try check(signature, GnuPG(programs), trust)
    }
    if integrity != .good { signer = nil }
    if let fingerprint, let revocation = trust.revocations[fingerprint], integrity == .good,
      stamp?.proven.map({ Instant.text($0) < revocation.on }) != true
    {
      signer = .revoked(revocation)
    }
  }

  private mutating func checkStamp(
    _ openssl: OpenSSL, _ signature: DetachedSignature, _ trust: Trust
  ) throws(SigningError) {
    guard let response, let response = try? TimeStampResponse(der: response) else { return }
    stamp = try openssl.check(response, of: signature.bytes, authorities: trust.authorities)
  }

  private mutating func check(
    _ signature: SSHSignature, _ keygen: SSHKeygen, _ trust: Trust
  ) throws(SigningError) {
    integrity = try keygen.check(signature, of: statementBytes, .seal) ? .good : .bad
    guard integrity == .good, let register = trust.register else { return }
    signer = try keygen.signer(
      of: signature, of: statementBytes, .seal, in: register, at: stamp?.proven)
  }

  private mutating func check(
    _ signature: CMSSignature, _ openssl: OpenSSL, _ trust: Trust, _ report: String
  ) throws(SigningError) {
    integrity = try openssl.check(signature, of: .bytes(statementBytes)) ? .good : .bad
    if let reportSignature {
      self.report = .bad
      if let own = try? CMSSignature(der: reportSignature),
        own.certificate == signature.certificate, try openssl.check(own, of: .file(report))
      {
        self.report = .good
      }
    }
    guard integrity == .good else { return }
    certificate = try openssl.described(signature.certificate)
    signer = try openssl.signer(
      of: signature, of: .bytes(statementBytes), authorities: trust.authorities,
      at: stamp?.proven)
  }

  private mutating func check(
    _ signature: OpenPGPSignature, _ gpg: GnuPG, _ trust: Trust
  ) throws(SigningError) {
    let found = try gpg.check(signature, of: statementBytes, by: publicKey)
    integrity = found == nil ? .bad : .good
    guard let found else { return }
    (owner, fingerprint) = (found.owner, found.key)
    guard !trust.ring.isEmpty,
      let known = try gpg.check(signature, of: statementBytes, by: trust.ring)
    else {
      signer = .unknown
      return
    }
    switch known.standing {
    case .good: signer = .known(principal: known.owner, line: nil)
    case .expired: signer = .refused(line: nil, words: "EXPKEYSIG")
    case .revoked: signer = .refused(line: nil, words: "REVKEYSIG")
    }
  }
}

extension BagVerification.Signature {
  /// What the signer left beside the statement, by the ends of its names.
  package var companionFiles: [(suffix: String, bytes: [UInt8])] {
    var files: [(String, [UInt8])] = []
    if !publicKey.isEmpty { files.append((Bag.Companion.key, publicKey)) }
    if let reportSignature { files.append((Bag.Companion.report, reportSignature)) }
    return files
  }

  /// What it hands on of the key that made it.
  package var credential: PublicCredential? {
    switch signature {
    case .ssh(let signature): .ssh(signature.key)
    case .x509(let signature): .x509(signature.certificate)
    case .openpgp: fingerprint.map { .openpgp(key: publicKey, fingerprint: $0) }
    case nil: nil
    }
  }
}

extension BagVerification.Signature {
  /// Whether the user knows the key and does not believe it: expired, revoked or for other purposes.
  package var isDistrusted: Bool {
    switch signer {
    case .refused, .revoked: true
    default: false
    }
  }
}
