/// OpenSSL's `openssl`, which signs by certificate and verifies what was signed so.
package struct OpenSSL: Sendable {
  package let programs: Programs

  /// Creates a driver.
  package init(_ programs: Programs) { self.programs = programs }

  private static let name = "openssl"

  /// A run that answers; the files are read under the names of `Subprocess.name(ofFile:)`.
  func run(
    _ arguments: [String], input: [UInt8]? = nil, files: [[UInt8]] = [], mayAsk: Bool = false
  ) throws(SigningError) -> Subprocess.Result {
    var run = try programs.program(Self.name, from: Self.name, arguments, mayAsk: mayAsk)
    run.input = input
    run.files = files
    return try run.run()
  }

  func failure(_ result: Subprocess.Result) -> SigningError {
    .programFailed(name: Self.name, outcome: result.outcome, words: result.words)
  }

  /// Signs a message, and checks the signature before giving it.
  ///
  /// A passphrase or a PIN is asked for on the terminal only where `mayAsk` says so.
  ///
  /// - Throws: `programAbsent`, `keyLocked`, `programFailed`, `signatureMalformed`, `system`.
  package func sign(
    _ message: [UInt8], with key: CertificateKey, mayAsk: Bool = false
  ) throws(SigningError) -> CMSSignature {
    var arguments = [
      "cms", "-sign", "-cades", "-binary", "-md", "sha256", "-outform", "DER", "-signer",
      Subprocess.name(ofFile: 0), "-inkey", key.path,
    ]
    if key.isOnCard { arguments += ["-engine", "pkcs11", "-keyform", "engine"] }
    if let file = key.passphraseFile { arguments += ["-passin", "file:\(file)"] }
    if !key.chain.isEmpty { arguments += ["-certfile", Subprocess.name(ofFile: 1)] }
    let files = [key.certificate.pem] + (key.chain.isEmpty ? [] : [key.chain])
    let result = try run(arguments, input: message, files: files, mayAsk: mayAsk)
    guard result.isSuccess else {
      throw CertificateKey.isLocked(result) ? .keyLocked(path: key.path) : failure(result)
    }
    let signature = try CMSSignature(der: result.output)
    guard try check(signature, of: .bytes(message)) else { throw failure(result) }
    return signature
  }

  /// What a signature is over.
  package enum Message: Sendable {
    case bytes([UInt8])
    /// A file, read by the program itself.
    case file(String)
  }

  /// Whether a signature was made over a message by the certificate that it names, whoever holds
  /// that and whenever.
  ///
  /// - Throws: `programAbsent`, `programTooSlow`, `system`.
  package func check(
    _ signature: CMSSignature, of message: Message
  ) throws(SigningError) -> Bool {
    let own = signature.certificate.pem
    return try verifies(signature, of: message, own, ["-no_check_time"]).isSuccess
  }

  /// What the user's own authorities say of the maker of a signature that `check` found good.
  ///
  /// They are certificates in PEM, of issuers or of signers themselves, and lists of revocations.
  /// A time that others prove stands for the present.
  package func signer(
    of signature: CMSSignature, of message: Message, authorities: [UInt8], at time: Int? = nil
  ) throws(SigningError) -> Signer {
    guard !authorities.isEmpty else { return .unknown }
    var options: [String] = []
    if String(decoding: authorities, as: UTF8.self).contains("-----BEGIN X509 CRL-----") {
      options.append("-crl_check")
    }
    let times = time.map { ["-attime", String($0)] } ?? []
    let result = try verifies(signature, of: message, authorities, options + times)
    if result.isSuccess {
      return .known(principal: try described(signature.certificate).subject, line: nil)
    }
    let untimed = try verifies(signature, of: message, authorities, ["-no_check_time"])
    return untimed.isSuccess ? .refused(line: nil, words: result.words) : .unknown
  }

  private func verifies(
    _ signature: CMSSignature, of message: Message, _ authorities: [UInt8], _ options: [String]
  ) throws(SigningError) -> Subprocess.Result {
    let content: String
    var files = [signature.der, authorities]
    switch message {
    case .bytes(let bytes):
      content = Subprocess.name(ofFile: 2)
      files.append(bytes)
    case .file(let path): content = path
    }
    return try run(
      [
        "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
        Subprocess.name(ofFile: 0), "-CAfile", Subprocess.name(ofFile: 1), "-no-CApath",
        "-no-CAstore", "-partial_chain", "-purpose", "any", "-content", content, "-out",
        "/dev/null",
      ] + options, files: files)
  }

  /// What a certificate says of itself.
  ///
  /// - Throws: `programAbsent`, `programFailed`, `system`.
  package func described(
    _ certificate: Certificate
  ) throws(SigningError) -> CertificateDescription {
    let result = try run(
      [
        "x509", "-noout", "-subject", "-issuer", "-startdate", "-enddate", "-dateopt", "iso_8601",
        "-nameopt", "utf8,sep_comma_plus_space",
      ], input: certificate.pem)
    guard result.isSuccess else { throw failure(result) }
    var values: [String] = []
    for line in result.text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      values.append(parts.count == 2 ? String(parts[1]) : "")
    }
    guard values.count == 4 else { throw failure(result) }
    return CertificateDescription(
      subject: values[0], issuer: values[1], from: String(values[2].prefix(10)),
      until: String(values[3].prefix(10)), isDeclaredQualified: certificate.isDeclaredQualified)
  }
}

/// What a certificate says of itself.
package struct CertificateDescription: Hashable, Sendable {
  package let subject: String
  package let issuer: String
  /// Its first day and its last, `2026-11-21`, in UTC.
  package let from: String
  package let until: String
  /// Whether its issuer declares it qualified (eIDAS, annex I).
  package let isDeclaredQualified: Bool
}
