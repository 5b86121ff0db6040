import Glibc
import Signing

extension EvidenceLocker {
  /// Copies a source into the waiting room of the writer whose operation is being prepared.
  ///
  /// - Throws: `evidence` when it changed meanwhile or the disk is full; nothing of it is left.
  func hold(_ source: Source, _ progress: Progress) throws(JournalError) -> Waiting {
    try checkSpace(for: source)
    let room = waitingRoom(of: folder.writerPreparing)
    if folder.draft?.evidence.isEmpty == true { sweep(room) }
    let waiting = "\(room)/\(folder.workplace.mint(8))"
    do throws(JournalError) {
      let digest = try DossierFolder.system { () throws(SigningError) in
        try Files.makeFolders(room)
        let file = try Files.open(waiting, O_WRONLY | O_CREAT | O_EXCL)
        let digest = try copy(source, to: file, waiting, progress)
        // A file system without modes, such as FAT, keeps the content all the same.
        guard fchmod(file.number, 0o444) == 0 || [EPERM, ENOTSUP, ENOSYS, EINVAL].contains(errno)
        else { throw Files.failure("fchmod", waiting) }
        try Files.sync(file, path: waiting)
        return digest
      }
      guard source.isUnchanged else { throw .evidence(.changedWhileRead, path: source.path) }
      return Waiting(path: waiting, digest: digest)
    } catch {
      _ = unsafe unlink(waiting)
      switch error {
      case .system(.sourceChanged): throw .evidence(.changedWhileRead, path: source.path)
      case .system(.system("write", _, code: let code)) where [ENOSPC, EDQUOT].contains(code):
        throw .evidence(.unreadable(code: code), path: source.path)
      default: throw error
      }
    }
  }

  /// How much is written before the disk is asked to begin with it.
  private static let stretch = 8 << 20

  /// Writes what a source holds to a file and hashes it from the same buffer.
  private func copy(
    _ source: Source, to file: Descriptor, _ path: String, _ progress: Progress
  ) throws(SigningError) -> Digest {
    let total = source.size
    var hash = SHA256(expecting: total)
    var (size, begun) = (0, 0)
    Files.expectReading(source.file)
    try Files.read(
      source.file.number, path: source.path, part: max(4096, min(total, 1 << 20))
    ) { (part: Span<UInt8>) throws(SigningError) in
      guard size + part.count <= total else { throw .sourceChanged(path: source.path) }
      try Files.write(part, to: file, path: path)
      hash.update(part)
      size += part.count
      if size - begun >= Self.stretch {
        Files.startWriting(file, from: begun, count: size - begun)
        begun = size
      }
      try Self.tell(progress, size, total)
    }
    guard size == total else { throw .sourceChanged(path: source.path) }
    return hash.digest
  }

  private func checkSpace(for source: Source) throws(JournalError) {
    var space = statvfs()
    guard unsafe statvfs(folder.path, &space) == 0 else { return }
    let free = Int(space.f_bavail) * Int(space.f_frsize)
    if free < source.size + (1 << 20) {
      throw .evidence(.noSpace(needed: source.size, free: free), path: source.path)
    }
  }

  /// Gives a waiting content its place in the store, and makes that last.
  func place(_ waiting: Waiting) throws(JournalError) {
    let name = path(of: waiting.sha256)
    let store = "\(folder.path)/evidence"
    let shelf = String(name.dropLast(65))
    let isPlaced = try DossierFolder.system { () throws(SigningError) in
      try Files.makeLastingFolder(store)
      try Files.makeLastingFolder(shelf)
      do throws(SigningError) {
        try Files.rename(file: waiting.path, toFree: name)
        return true
      } catch .exists {
        return false
      }
    }
    if !isPlaced, !verifies(waiting.sha256) {
      throw .evidence(.damagedStore(sha256: waiting.sha256), path: name)
    }
    try DossierFolder.system { () throws(SigningError) in
      try Files.syncFolder(shelf)
      try Files.syncFolder(store)
    }
  }
}

// MARK: - The waiting room

extension EvidenceLocker {
  func waitingRoom(of writer: String) -> String {
    "\(folder.path)/evidence/.incoming/\(writer)"
  }

  /// Takes away what a process that ended too soon left in the waiting room of this writer.
  private func sweep(_ room: String) {
    guard let open = try? Files.open(room, O_RDONLY | O_DIRECTORY),
      let names = try? Files.names(in: open, path: room)
    else { return }
    for name in names {
      _ = unsafe unlinkat(open.number, name.map(CChar.init(bitPattern:)) + [0], 0)
    }
  }

  /// Takes away the contents that still wait, and their room.
  func clear(_ waiting: [Waiting], of writer: String) {
    for content in waiting { _ = unsafe unlink(content.path) }
    let room = waitingRoom(of: writer)
    _ = unsafe rmdir(room)
    _ = unsafe rmdir(String(room.dropLast(writer.utf8.count + 1)))
  }
}
