import Glibc

/// A private key of the user's with its certificate: in PEM, in PKCS#12, or on a card.
package struct CertificateKey: Hashable, Sendable {
  /// The path of the private key, or the URI of one on a card (RFC 7512).
  package let path: String
  package let certificate: Certificate
  /// The certificates of its issuers, in PEM, to be handed on with the signature.
  package let chain: [UInt8]
  /// A file whose first line is the passphrase, for those who sign without a terminal.
  package let passphraseFile: String?

  var isOnCard: Bool { path.hasPrefix("pkcs11:") }

  /// The key of a path, with the certificate beside it when it is not in the same file.
  ///
  /// - Throws: `keyAbsent`, `keyExposed`, `keyLocked`, `certificateAbsent`, `programAbsent`,
  ///   `system`.
  package static func existing(
    at path: String, certificate: String?, passphraseFile: String?, _ openssl: OpenSSL,
    mayAsk: Bool = false
  ) throws(SigningError) -> CertificateKey {
    if !path.hasPrefix("pkcs11:") {
      guard Files.exists(path) else { throw .keyAbsent(path: path) }
      try SigningKey.checkMode(of: path)
    }
    if let passphraseFile { try SigningKey.checkMode(of: passphraseFile) }
    let source = certificate ?? path
    guard Files.exists(source) else { throw .certificateAbsent(path: source) }
    var bytes = try Files.contents(source, limit: 1 << 20, followingLinks: true)
    if Certificates.inPEM(bytes).isEmpty {
      bytes = try certificates(of: source, passphraseFile, openssl, mayAsk: mayAsk)
    }
    let all = Certificates.inPEM(bytes)
    guard let first = all.first else { throw .certificateAbsent(path: source) }
    return CertificateKey(
      path: path, certificate: first, chain: Array(all.dropFirst().map(\.pem).joined()),
      passphraseFile: passphraseFile)
  }

  /// The certificates of a PKCS#12 file in PEM, the signer's own first.
  private static func certificates(
    of path: String, _ passphraseFile: String?, _ openssl: OpenSSL, mayAsk: Bool
  ) throws(SigningError) -> [UInt8] {
    var arguments = ["pkcs12", "-in", path, "-nokeys"]
    if let passphraseFile {
      arguments += ["-passin", "file:\(passphraseFile)"]
    } else if !mayAsk {
      arguments += ["-passin", "pass:"]
    }
    let result = try openssl.run(arguments, mayAsk: mayAsk)
    guard result.isSuccess else {
      throw isLocked(result) ? .keyLocked(path: path) : .certificateAbsent(path: path)
    }
    return result.output
  }

  /// Whether a program failed for want of a passphrase, or of the right one.
  static func isLocked(_ result: Subprocess.Result) -> Bool {
    ["passphrase", "pass phrase", "mac verify", "bad decrypt", "maybe wrong password", "PIN"]
      .contains { result.words.lowercased().contains($0.lowercased()) }
  }
}

/// Certificates in a text.
package enum Certificates {
  /// The certificates of a PEM text (RFC 7468), in their order; what is malformed is left out.
  package static func inPEM(_ bytes: [UInt8]) -> [Certificate] {
    var certificates: [Certificate] = []
    var body: [UInt8]?
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if line.elementsEqual("-----BEGIN CERTIFICATE-----".utf8) {
        body = []
      } else if line.elementsEqual("-----END CERTIFICATE-----".utf8) {
        if let body, let der = Base64.bytes(of: body), let certificate = Certificate(der: der) {
          certificates.append(certificate)
        }
        body = nil
      } else {
        body?.append(contentsOf: line)
      }
    }
    return certificates
  }
}
