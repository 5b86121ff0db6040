/// A detached CMS signature by one signer (RFC 5652, 5) with the signed attributes of CAdES.
package struct CMSSignature: Hashable, Sendable {
  /// The file's bytes.
  package let der: [UInt8]
  /// The certificate that it says made it, which is among those it carries.
  package let certificate: Certificate

  /// Reads a signature file, strictly: what no signature covers has but one spelling, so that no
  /// byte of it can be changed unseen.
  ///
  /// - Throws: `signatureMalformed`.
  package init(der: [UInt8]) throws(SigningError) {
    guard let certificate = Self.certificate(of: der) else { throw .signatureMalformed }
    (self.der, self.certificate) = (der, certificate)
  }

  private static func certificate(of der: [UInt8]) -> Certificate? {
    guard let data = SignedData(der[...]), data.isDetached,
      data.certificates.contains(data.signer)
    else { return nil }
    return data.signer
  }
}

/// A certificate (RFC 5280), known by its bytes; what it says is for other programs to read.
package struct Certificate: Hashable, Sendable {
  package let der: [UInt8]
  /// Its issuer and its serial number, as a signature names them.
  let issuerAndSerial: [UInt8]

  /// Reads the bytes of a certificate, or nothing when they do not begin as one does.
  init?(der: [UInt8]) {
    var file = DERReader(der[...])
    guard var outer = file.next(DERReader.sequence)?.inside, file.isAtEnd,
      var body = outer.next(DERReader.sequence)?.inside
    else { return nil }
    if body.tag == DERReader.zero { _ = body.next(DERReader.zero) }
    guard let serial = body.next(DERReader.integer), body.next(DERReader.sequence) != nil,
      let issuer = body.next(DERReader.sequence)
    else { return nil }
    self.der = der
    issuerAndSerial = Array(issuer.whole) + Array(serial.whole)
  }

  /// What one compares aloud: SHA-256 of the certificate, as OpenSSL prints it.
  package var fingerprint: String {
    let digits = Digest.of(der).hex.uppercased()
    return "SHA256:"
      + stride(from: 0, to: 64, by: 2).map { place in
        let start = digits.index(digits.startIndex, offsetBy: place)
        return String(digits[start..<digits.index(start, offsetBy: 2)])
      }.joined(separator: ":")
  }

  /// Whether its issuer declares it qualified (ETSI EN 319 412-5, 4.2.1), which proves nothing by
  /// itself: the list of trusted issuers does.
  package var isDeclaredQualified: Bool {
    let statement: [UInt8] = [0x06, 0x06, 0x04, 0x00, 0x8E, 0x46, 0x01, 0x01]
    return der.indices.contains { der[$0...].starts(with: statement) }
  }

  /// The certificate as PEM has it (RFC 7468).
  package var pem: [UInt8] {
    let text = Array(Base64.text(of: der).utf8)
    let lines = stride(from: 0, to: text.count, by: 64).map {
      String(decoding: text[$0..<min($0 + 64, text.count)], as: UTF8.self)
    }
    let ends = ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")
    return Array(([ends.0] + lines + [ends.1]).map { $0 + "\n" }.joined().utf8)
  }
}
