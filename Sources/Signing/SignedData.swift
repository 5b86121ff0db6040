/// What one signer signed, in the one spelling that is accepted of it (RFC 5652, 5.1).
///
/// The attributes that are signed name the certificate by its digest (RFC 5035, 4), so that it
/// cannot be changed unseen either.
struct SignedData {
  /// The certificate that made the signature.
  let signer: Certificate
  /// All certificates that it carries.
  let certificates: [Certificate]
  /// Whether it is over bytes that lie elsewhere.
  let isDetached: Bool

  private static let signedData: [UInt8] = [
    0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02,
  ]
  private static let data: [UInt8] = [
    0x30, 0x0B, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01,
  ]
  private static let timeStamp: [UInt8] = [
    0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04,
  ]
  private static let signingCertificate: [UInt8] = [
    0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x2F,
  ]
  /// The algorithms of digests: SHA-256, SHA-384, SHA-512, with null parameters or without.
  private static let digests: [[UInt8]] = [1, 2, 3].flatMap { (last: UInt8) -> [[UInt8]] in
    let name: [UInt8] = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, last]
    return [[0x30, 0x0B] + name, [0x30, 0x0D] + name + [0x05, 0x00]]
  }
  /// The algorithms of signatures over a digest: ECDSA with it, RSA, and RSA with it.
  private static func algorithms(over digest: ArraySlice<UInt8>) -> [[UInt8]] {
    guard let place = digests.firstIndex(of: Array(digest)) else { return [] }
    let step = UInt8(place / 2)
    return [[0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 2 + step]]
      + [0x01, 0x0B + step].map {
        [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, $0, 0x05, 0x00]
      }
  }

  /// Reads the encoding of signed data, or nothing when it is spelled otherwise.
  init?(_ bytes: ArraySlice<UInt8>) {
    var file = DERReader(bytes)
    guard file.isWellFormed, var outer = file.next(DERReader.sequence)?.inside, file.isAtEnd,
      outer.skip(Self.signedData), var wrapped = outer.next(DERReader.zero)?.inside,
      outer.isAtEnd, var content = wrapped.next(DERReader.sequence)?.inside, wrapped.isAtEnd,
      let version = content.next(DERReader.integer)?.content,
      let digest = content.next(DERReader.set)?.content, Self.digests.contains(Array(digest))
    else { return nil }
    if content.skip(Self.data) {
      guard version.elementsEqual([1]) else { return nil }
      isDetached = true
    } else {
      guard version.elementsEqual([3]),
        var inner = content.next(DERReader.sequence)?.inside, inner.skip(Self.timeStamp)
      else { return nil }
      isDetached = false
    }
    guard let carried = content.next(DERReader.zero)?.inside.certificates,
      var signers = content.next(DERReader.set)?.inside, content.isAtEnd,
      let info = signers.next(DERReader.sequence)?.inside, signers.isAtEnd,
      let signer = Self.signer(info, digest: digest, among: carried)
    else { return nil }
    (certificates, self.signer) = (carried, signer)
  }

  /// The certificate of a signer, when all of what is said of it is as it must be.
  private static func signer(
    _ info: DERReader, digest: ArraySlice<UInt8>, among certificates: [Certificate]
  ) -> Certificate? {
    var info = info
    guard info.skip([0x02, 0x01, 0x01]), let issuer = info.next(DERReader.sequence)?.content,
      info.skip(Array(digest)), let attributes = info.next(DERReader.zero)?.inside,
      let algorithm = info.next(DERReader.sequence)?.whole,
      algorithms(over: digest).contains(Array(algorithm)),
      info.next(DERReader.bytes) != nil, info.isAtEnd,
      let certificate = certificates.first(where: { $0.issuerAndSerial == Array(issuer) })
    else { return nil }
    return names(certificate, attributes) ? certificate : nil
  }

  /// Whether the attributes name a certificate by its SHA-256, or by another digest, which is for
  /// the program that verifies.
  private static func names(_ certificate: Certificate, _ attributes: DERReader) -> Bool {
    var attributes = attributes
    while !attributes.isAtEnd {
      guard var attribute = attributes.next(DERReader.sequence)?.inside else { return false }
      guard attribute.skip(signingCertificate) else { continue }
      guard var value = attribute.next(DERReader.set)?.inside,
        var list = value.next(DERReader.sequence)?.inside,
        var names = list.next(DERReader.sequence)?.inside,
        var first = names.next(DERReader.sequence)?.inside
      else { return false }
      guard first.tag == DERReader.bytes else { return true }
      return first.next(DERReader.bytes)?.content.elementsEqual(
        Digest.of(certificate.der).bytes) == true
    }
    return true
  }
}

extension DERReader {
  /// All values left as certificates, when they are.
  fileprivate var certificates: [Certificate]? {
    var reader = self
    guard let elements = reader.all(DERReader.sequence) else { return nil }
    let certificates = elements.compactMap { Certificate(der: Array($0.whole)) }
    return certificates.count == elements.count ? certificates : nil
  }
}
