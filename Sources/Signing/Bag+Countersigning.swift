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
  /// Adds a countersignature to a bag that was verified; nothing that is there changes, but that
  /// what an unfinished countersignature left is taken away.
  ///
  /// Whatever fails leaves none of it behind. A loss of power may leave a signature without its
  /// statement, which proves nothing and breaks nothing.
  ///
  /// - Throws: `nameRefused` for the handle, `fieldRefused` for a statement that does not name
  ///   what it must, `exists` when another has signed since, `system`.
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
    let folder = Files.resolved(folder)
    let signatures = "\(folder)/\(signatureFolder)"
    do throws(SigningError) { try Files.makeFolder(signatures) } catch .exists {}
    let hold = try Files.lock(folder: folder)
    defer { withExtendedLifetime(hold) {} }
    try clear(signatures, of: folder, isHeld: hold != nil, verification)
    let name = statementName(number, handle: handle)
    // The statement last: without it, what lies there is nobody's signature.
    try put(
      companions.map { ($0.name(beside: number, handle: handle), $0.bytes) }
        + [(name + signature.format.suffix, signature.bytes), (name, statement.bytes)],
      in: signatures, of: folder)
  }

  /// Adds the response of a time-stamping service beside a signature that it is over.
  ///
  /// - Throws: `exists`, `system`; nothing is left behind.
  package static func add(
    _ response: TimeStampResponse, over signature: BagVerification.Signature, to folder: String
  ) throws(SigningError) {
    let folder = Files.resolved(folder)
    let hold = try Files.lock(folder: folder)
    defer { withExtendedLifetime(hold) {} }
    let path = "\(signature.signaturePath)\(TimeStampResponse.suffix)"
    let name = path.after(signatureFolder) ?? path
    try put([(name, response.der)], in: "\(folder)/\(signatureFolder)", of: folder)
  }

  /// Takes away what an unfinished countersignature left in a bag, and beside it where nobody else
  /// can be at it.
  ///
  /// - Throws: `exists` when there is a signature that the verification has not seen.
  private static func clear(
    _ signatures: String, of folder: String, isHeld: Bool, _ verification: BagVerification
  ) throws(SigningError) {
    let known = Set(verification.files.map(\.path.text))
    let unfinished = Set(verification.unfinished.map(\.text))
    for name in try Files.names(at: signatures).map({ String(decoding: $0, as: UTF8.self) }) {
      let path = signatureFolder + name
      if unfinished.contains(path) {
        try Files.remove(signatures + name)
      } else if !known.contains(path) {
        throw .exists(path: signatures + name)
      }
    }
    if isHeld { for path in passingFiles(of: folder) { try? Files.remove(path) } }
  }

  /// Puts files into the folder of the signatures, one name after the other once all of them are
  /// written; takes them away again when one of them cannot be put there to last.
  private static func put(
    _ files: [(name: String, bytes: [UInt8])], in signatures: String, of folder: String
  ) throws(SigningError) {
    var waiting: [(passing: String, path: String)] = []
    var placed: [String] = []
    defer { for (passing, _) in waiting { try? Files.remove(passing) } }
    do throws(SigningError) {
      for (name, bytes) in files {
        let passing = "\(folder).\(Files.passingEnd())"
        waiting.append((passing, signatures + name))
        try Files.create(passing, bytes)
      }
      for (passing, path) in waiting {
        if path == waiting.last?.path { try Files.syncFolder(signatures) }
        try Files.rename(file: passing, toFree: path)
        placed.append(path)
      }
      try Files.syncFolder(signatures)
      try Files.syncFolder(folder)
    } catch {
      for path in placed.reversed() { try? Files.remove(path) }
      try? Files.syncFolder(signatures)
      throw error
    }
  }

  /// The files beside a bag in which a signature was written before it had its name.
  private static func passingFiles(of folder: String) -> [String] {
    guard let parent = Files.parent(of: folder), let bag = folder.split(separator: "/").last
    else { return [] }
    return passingNames(in: parent)
      .filter { name in name.lastIndex(of: ".").map { name[..<$0] == bag } == true }
      .map { "\(parent)/\($0)" }
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
