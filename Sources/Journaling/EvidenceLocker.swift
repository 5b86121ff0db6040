import Glibc
import Signing

/// Takes files in as evidence: by content, checked, and never over anything.
package struct EvidenceLocker {
  private let folder: DossierFolder

  /// The largest file that is taken in, in bytes: 1 GiB.
  package static let sizeLimit = 1 << 30

  /// Creates the locker of a dossier.
  package init(_ folder: DossierFolder) {
    self.folder = folder
  }

  /// A file whose content waits under the dossier, hashed.
  package struct Intake: Sendable {
    package let sha256: String
    package let size: Int
    /// The last part of the path that was given.
    package let name: String
  }

  /// A content in the waiting room that is to take its place in the store.
  struct Waiting {
    let path: String
    let sha256: String
  }

  /// Copies a file into the waiting room and gives its digest; it takes its place in the store
  /// just before the line that names it is written, and goes if that line never is.
  ///
  /// An operation is begun when none is.
  ///
  /// - Throws: `evidence` with the reason of a refusal; the source file is never touched.
  package func takeIn(
    _ path: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> Intake {
    let source = try open(path)
    let before = try status(source, path)
    try folder.begin()
    let room = waitingRoom(of: folder.writerPreparing)
    if folder.draft?.evidence.isEmpty == true { sweep(room) }
    let waiting = "\(room)/\(folder.workplace.mint(8))"
    let copied = try copy(source, path, to: waiting, in: room, before, progress)
    var after = stat()
    guard unsafe fstat(source.number, &after) == 0, before.isSame(as: after),
      Int(before.st_size) == copied.size
    else {
      _ = unsafe unlink(waiting)
      throw .evidence(.changedWhileRead, path: path)
    }
    folder.draft?.evidence.append(Waiting(path: waiting, sha256: copied.sha256))
    return Intake(sha256: copied.sha256, size: copied.size, name: name(of: path))
  }

  /// The digest and size of a file that would be taken in, without taking it in.
  package func examine(_ path: String) throws(JournalError) -> Intake {
    let source = try open(path)
    let before = try status(source, path)
    var size = 0
    let digest = try DossierFolder.system { () throws(SigningError) in
      try Digest.of(descriptor: source.number) { size = $0 }
    }
    var after = stat()
    guard unsafe fstat(source.number, &after) == 0, before.isSame(as: after),
      Int(before.st_size) == size
    else { throw .evidence(.changedWhileRead, path: path) }
    return Intake(sha256: digest.hex, size: size, name: name(of: path))
  }

  private func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Where the content of a digest lies in the dossier.
  package func path(of sha256: String) -> String {
    "\(folder.path)/evidence/\(sha256.prefix(2))/\(sha256)"
  }

  /// Whether the content of a digest is here.
  package func holds(_ sha256: String) -> Bool {
    Digest(hex: sha256) != nil && Files.exists(path(of: sha256))
  }

  /// Whether the content of a digest is here and is still that content.
  package func verifies(_ sha256: String) -> Bool {
    guard let file = try? Files.openRegular(path(of: sha256)),
      let digest = try? Digest.of(descriptor: file.number)
    else { return false }
    return digest.hex == sha256
  }
}

// MARK: - Checks

extension EvidenceLocker {
  private func open(_ path: String) throws(JournalError) -> Descriptor {
    do throws(SigningError) {
      return try Files.open(path, O_RDONLY | O_NONBLOCK)
    } catch {
      guard case .system(_, _, let code) = error else { throw .system(error) }
      switch code {
      case ENOENT, ENOTDIR: throw .evidence(.absent, path: path)
      case ELOOP: throw .evidence(.symbolicLink, path: path)
      case ENXIO: throw .evidence(.socket, path: path)
      default: throw .evidence(.unreadable(code: code), path: path)
      }
    }
  }

  private func status(_ file: Descriptor, _ path: String) throws(JournalError) -> stat {
    let status = try DossierFolder.system { () throws(SigningError) in
      try Files.status(file, path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .evidence(.folder, path: path)
    case S_IFIFO: throw .evidence(.pipe, path: path)
    case S_IFSOCK: throw .evidence(.socket, path: path)
    default: throw .evidence(.device, path: path)
    }
    let size = Int(status.st_size)
    if size > Self.sizeLimit {
      throw .evidence(.tooLarge(bytes: size, limit: Self.sizeLimit), path: path)
    }
    if size == 0 { throw .evidence(emptyOrLying(file), path: path) }
    if isSparse(file, size) { throw .evidence(.sparse, path: path) }
    return status
  }

  /// A file that says it is empty and gives bytes all the same is none that stays as it is.
  private func emptyOrLying(_ file: Descriptor) -> EvidenceRefusal {
    var byte: UInt8 = 0
    return unsafe pread(file.number, &byte, 1, 0) > 0 ? .changedWhileRead : .empty
  }

  private func isSparse(_ file: Descriptor, _ size: Int) -> Bool {
    let seekHole: Int32 = 4
    let hole = lseek(file.number, 0, seekHole)
    _ = lseek(file.number, 0, SEEK_SET)
    return hole >= 0 && Int(hole) < size
  }
}

// MARK: - Copying

extension EvidenceLocker {
  private func copy(
    _ source: Descriptor, _ path: String, to waiting: String, in room: String, _ status: stat,
    _ progress: (Int, Int) -> Void
  ) throws(JournalError) -> (sha256: String, size: Int) {
    let total = Int(status.st_size)
    try checkSpace(for: total, path)
    do {
      return try DossierFolder.system { () throws(SigningError) in
        try Files.makeFolders(room)
        let file = try Files.open(waiting, O_WRONLY | O_CREAT | O_EXCL)
        var hash = SHA256()
        var size = 0
        try Files.read(source.number, path: path) { (part: Span<UInt8>) throws(SigningError) in
          guard size + part.count <= total else { throw .sourceChanged(path: path) }
          try Files.write(part, to: file, path: waiting)
          hash.update(part)
          size += part.count
          progress(size, total)
        }
        // A file system without modes, such as FAT, keeps the content all the same.
        guard fchmod(file.number, 0o444) == 0 || [EPERM, ENOTSUP, ENOSYS, EINVAL].contains(errno)
        else { throw Files.failure("fchmod", waiting) }
        try Files.sync(file, path: waiting)
        return (hash.digest.hex, size)
      }
    } catch {
      _ = unsafe unlink(waiting)
      if case .system(.sourceChanged) = error { throw .evidence(.changedWhileRead, path: path) }
      throw error
    }
  }

  private func checkSpace(for size: Int, _ path: String) throws(JournalError) {
    var space = statvfs()
    guard unsafe statvfs(folder.path, &space) == 0 else { return }
    let free = Int(space.f_bavail) * Int(space.f_frsize)
    if free < size + (1 << 20) { throw .evidence(.noSpace(needed: size, free: free), path: path) }
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
  private func waitingRoom(of writer: String) -> String {
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

extension stat {
  /// Whether a file is as it was: the same file, length and times.
  fileprivate func isSame(as other: stat) -> Bool {
    st_ino == other.st_ino && st_dev == other.st_dev && st_size == other.st_size
      && st_mtim.tv_sec == other.st_mtim.tv_sec && st_mtim.tv_nsec == other.st_mtim.tv_nsec
      && st_ctim.tv_sec == other.st_ctim.tv_sec && st_ctim.tv_nsec == other.st_ctim.tv_nsec
  }
}
