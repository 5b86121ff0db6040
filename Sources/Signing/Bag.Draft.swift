import Glibc

extension Bag {
  /// A bag that is whole but not yet at its place: to be signed and published, or abandoned.
  package struct Draft: Sendable {
    /// Where the bag will be.
    package let destination: String
    /// The digest of the tag manifest, which stands for the whole bag.
    package let tagManifest: Digest
    package let signer: Signer?
    let temporary: String
    /// The lock of that folder, which tells others that somebody is at it.
    private let hold: Descriptor?

    /// Writes a bag beside its place, under a passing name, and makes it last.
    ///
    /// The destination must not exist, and its name must be one of a bag's. Without a signer
    /// the bag is one that stays unsigned. `instructions` makes the text of `VERIFIER.txt` of
    /// what it should tell; `progress` is told the number of payload bytes written so far, and
    /// stops the work by what it throws.
    ///
    /// - Throws: `exists`, `nameRefused`, `nameTaken`, `fieldRefused`, `notARegularFile`,
    ///   `sourceChanged`, `system`; nothing is left behind.
    package static func build(
      at destination: String, _ entries: [Entry], _ info: Info, signer: Signer?,
      instructions: (VerifierText) -> String = { $0.text },
      progress: @escaping (Int) throws(SigningError) -> Void = { _ in }
    ) throws(SigningError) -> Draft {
      let name = Substring(destination).split(separator: "/").last ?? ""
      guard BagPath.isName(name.utf8), let parent = Files.parent(of: destination) else {
        throw .nameRefused(destination)
      }
      guard !Files.exists(destination) else { throw .exists(path: destination) }
      let temporary = "\(parent)/.\(name).\(Files.passingEnd())"
      try Files.makeFolder(temporary)
      let hold = Files.lockAtOnce(folder: temporary)
      do throws(SigningError) {
        var writer = Writer(root: temporary, progress: progress)
        try writer.add(entries)
        let told = VerifierText(
          bag: String(name), document: info.externalIdentifier, signer: signer)
        let digest = try writer.finish(info, instructions: instructions(told))
        return Draft(
          destination: destination, tagManifest: digest, signer: signer, temporary: temporary,
          hold: hold)
      } catch {
        try? Files.removeTree(temporary)
        throw error
      }
    }

    /// The statement about this bag, to be signed.
    ///
    /// - Throws: `fieldRefused`.
    package func statement(
      document: String, role: String, name: String, quality: String,
      act: SignatureStatement.Act, date: String, companions: [Companion] = []
    ) throws(SigningError) -> SignatureStatement {
      try SignatureStatement(
        document: document, role: role, name: name, quality: quality, act: act, date: date,
        files: [.init(path: Bag.tagManifest, digest: tagManifest)]
          + companions.map { $0.file(beside: 1, handle: handle) })
    }

    private var handle: String { signer?.handle ?? "unknown" }

    /// The bytes of a payload file, for what is signed by itself.
    ///
    /// - Throws: `system`.
    package func payload(_ name: String) throws(SigningError) -> [UInt8] {
      try Files.contents("\(temporary)/\(Bag.payloadFolder)\(name)", limit: 256 << 20)
    }

    /// Puts the first signature in and gives the bag its place.
    ///
    /// - Throws: `exists` when the place was taken meanwhile, `system`; the draft stays.
    package func publish(
      _ statement: SignatureStatement, _ signature: DetachedSignature,
      companions: [Companion] = []
    ) throws(SigningError) {
      let folder = temporary + "/" + Bag.signatureFolder
      let name = Bag.statementName(1, handle: handle)
      do throws(SigningError) { try Files.makeFolder(folder) } catch .exists {}
      let files =
        companions.map { ($0.name(beside: 1, handle: handle), $0.bytes) }
        + [(name, statement.bytes), (name + signature.format.suffix, signature.bytes)]
      for (name, bytes) in files {
        _ = unsafe unlink(folder + name)
        try Files.create(folder + name, bytes)
      }
      try Files.syncFolder(folder)
      try publish()
    }

    /// Gives the bag its place unsigned.
    ///
    /// - Throws: `exists` when the place was taken meanwhile, `system`; the draft stays.
    package func publish() throws(SigningError) {
      try Files.syncFolder(temporary)
      try Files.rename(folder: temporary, toFree: destination)
      if let hold { Files.unlock(hold) }
      if let parent = Files.parent(of: destination) { try Files.syncFolder(parent) }
    }

    /// Removes what was written.
    package func abandon() throws(SigningError) { try Files.removeTree(temporary) }
  }

  /// The name of a statement, `01-alice.txt`.
  static func statementName(_ number: Int, handle: String) -> String {
    signerName(number, handle: handle) + ".txt"
  }

  /// What the names of all files of a signer begin with, `01-alice`.
  static func signerName(_ number: Int, handle: String) -> String {
    "\(number < 10 ? "0" : "")\(number)-\(handle)"
  }
}
