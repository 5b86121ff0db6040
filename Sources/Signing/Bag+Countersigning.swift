import Glibc

extension BagVerification {
  /// The number of the next statement.
  package var nextNumber: Int { (signatures.map(\.number).max() ?? 0) + 1 }

  /// What the next statement must name: the tag manifest, and each statement and signature
  /// that is there; nothing of a bag that is broken.
  package var nextStatementFiles: [SignatureStatement.File] {
    guard verdict != .broken, let tagManifest else { return [] }
    let first = SignatureStatement.File(path: Bag.tagManifest, digest: tagManifest)
    return [first]
      + signatures.flatMap { signature in
        [
          SignatureStatement.File(
            path: signature.statementPath, digest: .of(signature.statementBytes)),
          SignatureStatement.File(
            path: signature.signaturePath, digest: .of(signature.signature?.bytes ?? [])),
        ] + signature.companions
      }
  }
}

extension Bag {
  /// Adds a countersignature to a bag that was verified; nothing that is there changes.
  ///
  /// - Throws: `nameRefused` for the handle, `fieldRefused` for a statement that does not name
  ///   what it must, `exists`, `system`.
  package static func add(
    _ statement: SignatureStatement, _ signature: DetachedSignature,
    companions: [Companion] = [], handle: String, to folder: String,
    _ verification: BagVerification
  ) throws(SigningError) {
    guard BagPath.isName(handle.utf8), handle.utf8.count <= 64 else { throw .nameRefused(handle) }
    let number = verification.nextNumber
    let files =
      verification.nextStatementFiles
      + companions.map { $0.file(beside: number, handle: handle) }
    guard verification.verdict != .broken, statement.files == files else {
      throw .fieldRefused(field: "files", value: statement.files.first?.path.text ?? "")
    }
    let signatures = "\(folder)/\(signatureFolder)"
    do throws(SigningError) { try Files.makeFolder(signatures) } catch .exists {}
    let name = statementName(number, handle: handle)
    // The statement last: what lies there without it is found to be too much, and taken over.
    let added =
      companions.map { ($0.name(beside: number, handle: handle), $0.bytes) }
      + [(name + signature.format.suffix, signature.bytes), (name, statement.bytes)]
    for (name, _) in added where Files.exists(signatures + name) {
      throw .exists(path: signatures + name)
    }
    for (name, bytes) in added { try put(bytes, signatures + name, beside: folder) }
    try Files.syncFolder(signatures)
    try Files.syncFolder(folder)
  }

  /// Adds the response of a time-stamping service beside a signature that it is over.
  ///
  /// - Throws: `exists`, `system`.
  package static func add(
    _ response: TimeStampResponse, over signature: BagVerification.Signature, to folder: String
  ) throws(SigningError) {
    let path = "\(folder)/\(signature.signaturePath)\(TimeStampResponse.suffix)"
    try put(response.der, path, beside: folder)
    try Files.syncFolder("\(folder)/\(signatureFolder)")
  }

  private static func put(
    _ bytes: [UInt8], _ path: String, beside folder: String
  ) throws(SigningError) {
    let passing = "\(folder).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    defer { _ = unsafe unlink(passing) }
    try Files.create(passing, bytes)
    try Files.rename(file: passing, toFree: path)
  }

  /// A file that a signer puts beside a statement, which names it.
  package struct Companion: Hashable, Sendable {
    /// What its name ends in after the signer's, without a point in front.
    package let suffix: String
    package let bytes: [UInt8]

    /// Creates a companion.
    package init(suffix: String, bytes: [UInt8]) { (self.suffix, self.bytes) = (suffix, bytes) }

    /// The signature of the report's PDF by itself.
    package static let report = "report.pdf.p7s"
    /// The public half of an OpenPGP key.
    package static let key = "pgp"

    func name(beside number: Int, handle: String) -> String {
      Bag.signerName(number, handle: handle) + ".\(suffix)"
    }

    /// The line of the statement that names it.
    package func file(beside number: Int, handle: String) -> SignatureStatement.File {
      SignatureStatement.File(
        path: BagPath(unchecked: Bag.signatureFolder + name(beside: number, handle: handle)),
        digest: .of(bytes))
    }
  }
}
