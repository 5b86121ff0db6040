extension BagVerification {
  /// A bag being read from its snapshot.
  struct Reading {
    let snapshot: BagSnapshot
    private(set) var faults: [Fault]
    private var states: [BagPath: File.State] = [:]
    private var info: [Bag.Info.Line] = []
    private var signatures: [Signature] = []

    /// Creates a reading in which nothing is judged yet.
    init(snapshot: BagSnapshot) {
      self.snapshot = snapshot
      faults = snapshot.faults
    }

    /// Holds the files against both manifests.
    mutating func readManifests() {
      let tagManifest = lines(of: Bag.tagManifest) { Bag.tagFiles.contains($0) }
      let manifest = lines(of: Bag.manifest) { $0.text.hasPrefix(Bag.payloadFolder) }
      for (path, digest) in tagManifest.merging(manifest, uniquingKeysWith: { first, _ in first }) {
        states[path] = state(of: path, digest)
      }
      for path in Bag.tagFiles where tagManifest[path] == nil { faults.append(.unlisted(path)) }
      states[Bag.tagManifest] = snapshot.files[Bag.tagManifest] == nil ? .missing : .intact
    }

    private func state(of path: BagPath, _ digest: Digest) -> File.State {
      guard let found = snapshot.files[path]?.digest else { return .missing }
      return found == digest ? .intact : .changed(found: found)
    }

    /// The lines of a manifest, by the name of their file.
    private mutating func lines(
      of manifest: BagPath, _ belongs: (BagPath) -> Bool
    ) -> [BagPath: Digest] {
      var digests: [BagPath: Digest] = [:]
      for (number, text) in textLines(of: manifest) {
        guard let (digest, path) = ManifestLine.parts(of: text) else {
          faults.append(.malformed(manifest, line: number))
          continue
        }
        guard belongs(path) else {
          faults.append(.misplaced(path, in: manifest))
          continue
        }
        if digests.updateValue(digest, forKey: path) != nil { faults.append(.listedTwice(path)) }
      }
      return digests
    }

    /// The lines of a tag file with their numbers; a last line without its end is malformed.
    private mutating func textLines(of path: BagPath) -> [(Int, String)] {
      guard let file = snapshot.files[path] else { return [] }
      guard let bytes = file.bytes, let text = String(validating: bytes, as: UTF8.self) else {
        faults.append(.malformed(path, line: 1))
        return []
      }
      var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
        String(Substring($0))
      }
      if lines.removeLast() != "" { faults.append(.malformed(path, line: lines.count + 1)) }
      return lines.enumerated().map { ($0.offset + 1, $0.element) }
    }

    /// Reads the declaration and the description, and counts the payload.
    mutating func readInfo() {
      if let bytes = snapshot.files[Bag.declaration]?.bytes,
        bytes != Array(Bag.declarationText.utf8)
      {
        faults.append(.malformed(Bag.declaration, line: 1))
      }
      for (number, text) in textLines(of: Bag.info) {
        let parts = text.split(separator: ": ", maxSplits: 1)
        if parts.count == 2 {
          info.append(Bag.Info.Line(label: String(parts[0]), value: String(parts[1])))
        } else {
          faults.append(.malformed(Bag.info, line: number))
        }
      }
      let payload = snapshot.files.filter { $0.key.text.hasPrefix(Bag.payloadFolder) }
      let found = "\(payload.values.reduce(0) { $0 + $1.size }).\(payload.count)"
      let declared = info.filter { $0.label == Bag.payloadOxum }.map(\.value)
      if declared != [found] {
        faults.append(.payloadOxum(declared: declared.first, found: found))
      }
    }

    /// Reads the statements in the order of their numbers.
    mutating func readSignatures() {
      let found = snapshot.files.keys.compactMap { SignatureName($0, among: snapshot.files) }
        .sorted { $0.number < $1.number }
      var before = [Bag.tagManifest]
      for (place, name) in found.enumerated() {
        if name.number != place + 1 { faults.append(.signatureNumber(place + 1)) }
        let signature = signature(name, naming: before)
        signatures.append(signature)
        let own = [name.statement, name.signature] + signature.companions.map(\.path)
        for path in own { states[path] = .intact }
        for file in signature.companions { states[file.path] = state(of: file.path, file.digest) }
        if signature.isStamped { states[name.stamp] = .intact }
        before += own
      }
    }

    private func signature(_ name: SignatureName, naming before: [BagPath]) -> Signature {
      func bytes(_ path: BagPath) -> [UInt8] { snapshot.files[path]?.bytes ?? [] }
      let statement = try? SignatureStatement(bytes: bytes(name.statement))
      let named = statement?.files ?? []
      let signature = try? DetachedSignature(name.format, bytes(name.signature))
      let companions = named.filter { name.isCompanion($0.path) }
      func companion(_ suffix: String) -> [UInt8]? {
        companions.first { $0.path.text == "\(name.stem).\(suffix)" }.map { bytes($0.path) }
      }
      return Signature(
        number: name.number, handle: name.handle, statementPath: name.statement,
        signaturePath: name.signature, statement: statement,
        lines: named.map { File(path: $0.path, state: state(of: $0.path, $0.digest)) },
        omitted: before.filter { path in !named.contains { $0.path == path } },
        format: name.format, signature: signature, companions: companions,
        fingerprint: signature?.fingerprint, statementBytes: bytes(name.statement),
        response: snapshot.files[name.stamp].map { $0.bytes ?? [] },
        publicKey: companion(Bag.Companion.key) ?? [],
        reportSignature: companion(Bag.Companion.report))
    }

    /// Whether a file is what the next countersignature would put beside its statement, which is
    /// not there; the first signature comes with the bag, and is never unfinished.
    private func isUnfinished(_ path: BagPath) -> Bool {
      guard let last = signatures.last?.number,
        let name = path.text.after(Bag.signatureFolder)
      else { return false }
      let ends =
        SignatureFormat.allCases.map { ".txt\($0.suffix)" }
        + [Bag.Companion.key, Bag.Companion.report].map { ".\($0)" }
      return ends.contains { end in
        guard name.hasSuffix(end),
          let handle = String(name.dropLast(end.count))
            .after(Bag.signerName(last + 1, handle: "")),
          let statement = BagPath(
            Bag.signatureFolder + Bag.statementName(last + 1, handle: handle))
        else { return false }
        return !handle.isEmpty && snapshot.files[statement] == nil
      }
    }

    /// All that was found.
    var verification: BagVerification {
      var states = states
      var unfinished: [BagPath] = []
      for path in snapshot.files.keys where states[path] == nil {
        if isUnfinished(path) { unfinished.append(path) } else { states[path] = .added }
      }
      let files = states.map { File(path: $0.key, state: $0.value) }.sorted { $0.path < $1.path }
      let used = ["data", "signatures"]
      let stray = snapshot.folders.filter { folder in
        !used.contains(folder.text) && !files.contains { $0.path.text.hasPrefix("\(folder)/") }
      }
      return BagVerification(
        faults: faults + stray.map { .strayFolder($0) }, files: files,
        unfinished: unfinished.sorted(), info: info,
        tagManifest: snapshot.files[Bag.tagManifest]?.digest, signatures: signatures)
    }
  }
}

/// The name of a statement in a bag, `signatures/01-alice.txt`, that has one signature beside it.
struct SignatureName {
  let number: Int
  let handle: String
  let format: SignatureFormat
  let statement: BagPath
  let signature: BagPath
  /// Where a time stamp of the signature lies, if there is one.
  let stamp: BagPath
  /// What the names of all files of the signer begin with, their folder included.
  let stem: String

  /// Reads a name among those of a bag, or nothing when it is not a statement's.
  init?(_ path: BagPath, among files: [BagPath: BagSnapshot.File]) {
    guard let name = path.text.after(Bag.signatureFolder), name.hasSuffix(".txt"),
      let dash = name.firstIndex(of: "-"), let number = Int(name[..<dash]), number > 0
    else { return nil }
    let handle = String(name[name.index(after: dash)...].dropLast(4))
    let formats = SignatureFormat.allCases.filter { format in
      BagPath(path.text + format.suffix).map { files[$0] != nil } ?? false
    }
    guard Bag.statementName(number, handle: handle) == name, formats.count == 1,
      let format = formats.first, let signature = BagPath(path.text + format.suffix),
      let stamp = BagPath(signature.text + TimeStampResponse.suffix)
    else { return nil }
    (self.number, self.handle, self.format) = (number, handle, format)
    (statement, self.signature, self.stamp) = (path, signature, stamp)
    stem = Bag.signatureFolder + Bag.signerName(number, handle: handle)
  }

  /// Whether a file is one of the signer's own, besides the statement and the signature.
  func isCompanion(_ path: BagPath) -> Bool {
    [Bag.Companion.key, Bag.Companion.report].contains { path.text == "\(stem).\($0)" }
  }
}
