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
            path: signature.signaturePath, digest: .of(signature.signature?.armored ?? [])),
        ]
      }
  }
}

extension Bag {
  /// Adds a countersignature to a bag that was verified; nothing that is there changes.
  ///
  /// - Throws: `nameRefused` for the handle, `fieldRefused` for a statement that does not name
  ///   what it must, `exists`, `system`.
  package static func add(
    _ statement: SignatureStatement, _ signature: SSHSignature, handle: String,
    to folder: String, _ verification: BagVerification
  ) throws(SigningError) {
    guard BagPath.isName(handle.utf8), handle.utf8.count <= 64 else { throw .nameRefused(handle) }
    guard !statement.files.isEmpty, statement.files == verification.nextStatementFiles else {
      throw .fieldRefused(field: "files", value: statement.files.first?.path.text ?? "")
    }
    let signatures = "\(folder)/\(signatureFolder)"
    do throws(SigningError) { try Files.makeFolder(signatures) } catch .exists {}
    let name = statementName(verification.nextNumber, handle: handle)
    let passing = "\(folder).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let files = [(name + ".sig", signature.armored), (name, statement.bytes)]
    for (name, _) in files where Files.exists(signatures + name) {
      throw .exists(path: signatures + name)
    }
    for (name, bytes) in files {
      defer { _ = unsafe unlink(passing) }
      try Files.create(passing, bytes)
      try Files.rename(file: passing, toFree: signatures + name)
    }
    try Files.syncFolder(signatures)
    try Files.syncFolder(folder)
  }
}
