import Glibc
package import Signing

/// What is made of the calls: whole files, folders that last, names that are free.
extension Disk {
  /// Whether something has a name, be it a link that leads nowhere.
  package func exists(_ path: String) throws(SigningError) -> Bool {
    do {
      _ = try named(path)
      return true
    } catch .system(_, _, code: ENOENT), .system(_, _, code: ENOTDIR) {
      return false
    }
  }

  /// Opens what must be a regular file, without waiting on a pipe or a device.
  package func openRegular(
    _ path: String, _ flags: Int32 = O_RDONLY
  ) throws(SigningError) -> File {
    try openKnown(path, flags).file
  }

  /// The same, with what the system told of it.
  func openKnown(
    _ path: String, _ flags: Int32 = O_RDONLY
  ) throws(SigningError) -> (file: File, status: stat) {
    let file = try open(path, flags | O_NONBLOCK)
    let status = try status(file)
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notARegularFile(path: path) }
    return (file, status)
  }

  /// What a file holds from an offset to its end, as far as it had grown when asked.
  package func rest(of file: File, from offset: Int = 0) throws(SigningError) -> [UInt8] {
    let end = Int(try status(file).st_size)
    var bytes: [UInt8] = []
    while offset + bytes.count < end {
      let part = try read(file, offset + bytes.count, end - offset - bytes.count)
      if part.isEmpty { break }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    }
    return bytes
  }

  /// Everything a regular file holds, up to a limit in bytes.
  package func contents(_ path: String, limit: Int) throws(SigningError) -> [UInt8] {
    let (file, status) = try openKnown(path)
    guard status.st_size <= limit else { throw .fileTooLarge(path: path, limit: limit) }
    return try rest(of: file)
  }

  /// The digest of what a file holds, read in parts.
  package func digest(
    of file: File, progress: (Int) throws(SigningError) -> Void = { _ in }
  ) throws(SigningError) -> Digest {
    var computation = SHA256()
    var offset = 0
    while true {
      let part = try read(file, offset, 1 << 17)
      if part.isEmpty { return computation.digest }
      computation.update(part)
      offset += part.count
      try progress(offset)
    }
  }

  /// Adds all bytes at the end of a file.
  package func append(_ bytes: Span<UInt8>, to file: File) throws(SigningError) {
    var count = 0
    while count < bytes.count {
      let more = try write(file, bytes.extracting(count...))
      guard more > 0 else { throw .system(call: "write", path: file.path, code: EIO) }
      count += more
    }
  }

  /// Writes a file that must not exist, and makes its content last.
  package func create(_ path: String, _ bytes: [UInt8]) throws(SigningError) {
    let file = try open(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL)
    try append(bytes.span, to: file)
    try synchronize(file)
  }

  /// Puts a file in the place of another, whole or not at all, even through a loss of power.
  package func replace(_ path: String, _ bytes: [UInt8]) throws(SigningError) {
    let temporary = Unfinished.name(of: path)
    try? unlink(temporary)
    do throws(SigningError) {
      try create(temporary, bytes)
      try rename(temporary, path)
    } catch {
      try? unlink(temporary)
      throw error
    }
  }

  /// Keeps bytes in a file under a name that nothing has, and makes that last; once, however often
  /// the same bytes are kept under it.
  ///
  /// - Returns: the path under which they are kept: the one given, or with a number after it.
  @discardableResult
  package func keepAside(_ bytes: [UInt8], as path: String) throws(SigningError) -> String {
    var (free, count) = (path, 1)
    while try exists(free), (try? contents(free, limit: .max)) != bytes {
      count += 1
      free = "\(path)-\(count)"
    }
    if try !exists(free) { try replace(free, bytes) }
    if let folder = Files.parent(of: path) { try synchronizeFolder(folder) }
    return free
  }

  /// Takes from a file the permission to write to it; a file system without modes, such as FAT,
  /// keeps the content all the same.
  package func makeReadOnly(_ file: File) throws(SigningError) {
    do throws(SigningError) {
      try setMode(file, 0o444)
    } catch {
      guard case .system(_, _, let code) = error, [EPERM, ENOTSUP, ENOSYS, EINVAL].contains(code)
      else { throw error }
    }
  }

  /// Takes a folder and the files in it away, as far as that can be done.
  package func clearFolder(_ path: String) {
    for name in (try? names(path)) ?? [] { try? unlink("\(path)/\(name)") }
    try? removeFolder(path)
  }

  /// Makes a folder and those above it, where they are not there yet.
  package func makeFolders(_ path: String) throws(SigningError) {
    do {
      try makeFolder(path)
    } catch .exists {
      return
    } catch .system(_, _, code: ENOENT) {
      guard let parent = Files.parent(of: path), parent != path else {
        throw .system(call: "mkdir", path: path, code: ENOENT)
      }
      try makeFolders(parent)
      try makeFolder(path)
    }
  }

  /// Makes a folder and those above it where they are not, and makes their names last.
  package func makeLastingFolder(_ path: String) throws(SigningError) {
    guard try !exists(path), let parent = Files.parent(of: path) else { return }
    try makeLastingFolder(parent)
    try makeFolders(path)
    do throws(SigningError) {
      try synchronizeFolder(parent)
    } catch {
      // Nobody is to take a folder for lasting that may go.
      try? removeFolder(path)
      throw error
    }
  }

  /// Gives a file a name that nothing has, and takes its old one away.
  package func rename(file: String, toFree name: String) throws(SigningError) {
    do {
      try link(file, name)
    } catch .system(_, _, code: let code) {
      guard code != EEXIST else { throw .exists(path: name) }
      // A file system without links.
      do {
        return try renameFree(file, name)
      } catch .system(_, _, code: EEXIST) {
        throw .exists(path: name)
      }
    }
    try? unlink(file)
  }
}

extension stat {
  /// Whether it is told of the same file as another.
  func isSameFile(as other: stat) -> Bool { st_ino == other.st_ino && st_dev == other.st_dev }

  /// Whether a file or folder is as it was: the same one, with the same length and times.
  func isSame(as other: stat) -> Bool {
    isSameFile(as: other) && st_size == other.st_size
      && st_mtim.tv_sec == other.st_mtim.tv_sec && st_mtim.tv_nsec == other.st_mtim.tv_nsec
      && st_ctim.tv_sec == other.st_ctim.tv_sec && st_ctim.tv_nsec == other.st_ctim.tv_nsec
  }
}
