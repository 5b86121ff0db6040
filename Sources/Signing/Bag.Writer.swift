import Glibc

extension Bag {
  /// The files of a bag being written.
  struct Writer {
    let root: String
    let progress: (Int) throws(SigningError) -> Void
    private var manifest: [(path: BagPath, digest: Digest)] = []
    private var octets = 0
    /// What some file systems take for a name that is there, and whether it is a folder.
    private var taken: [String: Bool] = [:]
    private var folders: Set<String> = []

    /// Creates a writer into an empty folder.
    init(root: String, progress: @escaping (Int) throws(SigningError) -> Void) {
      self.root = root
      self.progress = progress
    }

    /// Writes the payload.
    mutating func add(_ entries: [Entry]) throws(SigningError) {
      try Files.makeFolder(root + "/data")
      folders.insert(root + "/data")
      for entry in entries {
        guard let path = BagPath(Bag.payloadFolder + entry.path) else {
          throw .nameRefused(entry.path)
        }
        guard try take(path) else { throw .nameTaken(entry.path) }
        manifest.append((path, try write(entry.source, to: "\(root)/\(path)")))
      }
      manifest.sort { $0.path < $1.path }
    }

    /// Writes the tag files, makes everything last, and gives the tag manifest's digest.
    mutating func finish(
      _ info: Info, instructions: String
    ) throws(SigningError) -> Digest {
      let texts = [
        Bag.declaration: Array(Bag.declarationText.utf8),
        Bag.info: try info.bytes(octets: octets, files: manifest.count),
        Bag.manifest: ManifestLine.bytes(of: manifest),
        Bag.instructions: Array(instructions.utf8),
      ]
      let files = texts.sorted { $0.key < $1.key }
      for (path, bytes) in files { try Files.create("\(root)/\(path)", bytes) }
      let tagManifest = ManifestLine.bytes(of: files.map { ($0.key, Digest.of($0.value)) })
      try Files.create("\(root)/\(Bag.tagManifest)", tagManifest)
      try Files.syncTree(root, manifest.map(\.path.text), folders: folders)
      return Digest.of(tagManifest)
    }

    /// Makes the folders of a file, unless its name or one of theirs is another's already.
    private mutating func take(_ path: BagPath) throws(SigningError) -> Bool {
      var folder = ""
      for part in path.parts.dropLast() {
        folder += folder.isEmpty ? part : "/\(part)"
        let known = taken.updateValue(true, forKey: folder.lowercased())
        guard known != false else { return false }
        let full = "\(root)/\(folder)"
        if folders.insert(full).inserted {
          guard known == nil else { return false }
          try Files.makeFolder(full)
        }
      }
      return taken.updateValue(false, forKey: path.text.lowercased()) == nil
    }

    private mutating func write(
      _ source: Entry.Source, to path: String
    ) throws(SigningError) -> Digest {
      switch source {
      case .bytes(let bytes):
        try Files.create(path, bytes)
        octets += bytes.count
        try progress(octets)
        return Digest.of(bytes)
      case .file(let from, let expected):
        let digest = try copy(from, to: path)
        guard expected == nil || expected == digest else { throw .sourceChanged(path: from) }
        return digest
      }
    }

    private mutating func copy(
      _ from: String, to path: String
    ) throws(SigningError) -> Digest {
      let source = try Files.openRegular(from)
      let before = try Files.status(source, from)
      let file = try Files.open(path, O_WRONLY | O_CREAT | O_EXCL)
      // Many small files are much to hash too.
      var computation = SHA256(expecting: octets + Int(before.st_size))
      var count = 0
      try Files.read(source.number, path: from) { (part: Span<UInt8>) throws(SigningError) in
        computation.update(part)
        try Files.write(part, to: file, path: path)
        count += part.count
        try progress(octets + count)
      }
      let after = try Files.status(source, from)
      guard count == before.st_size, before.st_size == after.st_size,
        before.st_mtim.tv_sec == after.st_mtim.tv_sec,
        before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
      else { throw .sourceChanged(path: from) }
      octets += count
      return computation.digest
    }
  }
}
