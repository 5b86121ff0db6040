import Glibc

extension Files {
  /// Writes all bytes at the place a descriptor stands at.
  package static func write(
    _ bytes: Span<UInt8>, to file: Descriptor, path: String
  ) throws(SigningError) {
    var start = 0
    while start < bytes.count {
      let rest = bytes.extracting(start...)
      let count = unsafe rest.withUnsafeBufferPointer { buffer in
        unsafe Glibc.write(file.number, buffer.baseAddress, buffer.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("write", path)
      }
      start += count
    }
  }

  /// Makes the content of an open file last through a loss of power.
  package static func sync(_ file: Descriptor, path: String) throws(SigningError) {
    guard fsync(file.number) == 0 else { throw failure("fsync", path) }
  }

  /// Makes the names in a folder last through a loss of power.
  package static func syncFolder(_ path: String) throws(SigningError) {
    try sync(try open(path, O_RDONLY | O_DIRECTORY, followingLinks: true), path: path)
  }

  /// Writes a file that must not exist, and makes it last.
  package static func create(
    _ path: String, _ bytes: [UInt8], mode: UInt32 = 0o600
  ) throws(SigningError) {
    let file = try open(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    try write(bytes.span, to: file, path: path)
    try sync(file, path: path)
  }

  /// Makes a folder that must not exist.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o700) throws(SigningError) {
    try check(path)
    guard unsafe mkdir(path, mode) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : failure("mkdir", path)
    }
  }

  /// Makes a folder and those above it, where they are not there yet.
  package static func makeFolders(_ path: String) throws(SigningError) {
    do {
      try makeFolder(path)
    } catch .exists {
      return
    } catch .system(_, _, code: ENOENT) {
      guard let parent = parent(of: path), parent != path else { throw failure("mkdir", path) }
      try makeFolders(parent)
      try makeFolder(path)
    }
  }

  /// Gives a folder a name that nothing has.
  ///
  /// What takes the name between the look and the call is never lost: a folder is renamed over
  /// nothing but an empty folder (rename(2)).
  package static func rename(folder: String, toFree name: String) throws(SigningError) {
    guard !exists(name) else { throw .exists(path: name) }
    guard unsafe Glibc.rename(folder, name) == 0 else {
      throw [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno)
        ? .exists(path: name) : failure("rename", name)
    }
  }

  /// Gives a file a name that nothing has, and takes its old one away.
  package static func rename(file: String, toFree name: String) throws(SigningError) {
    if unsafe link(file, name) == 0 {
      _ = unsafe unlink(file)
      return
    }
    guard errno != EEXIST, !exists(name) else { throw .exists(path: name) }
    // A file system without links: the look and the name are two steps.
    guard unsafe Glibc.rename(file, name) == 0 else { throw failure("rename", name) }
  }

  /// Takes a name of a file away.
  package static func remove(_ path: String) throws(SigningError) {
    guard unsafe unlink(path) == 0 else { throw failure("unlink", path) }
  }

  /// The end of a name that no other thing has which is not finished either.
  static func passingEnd() -> String { "\(getpid())-\(UInt32.random(in: 0...UInt32.max))" }

  /// Whether the end of a name is what this program gives to what it has not finished, a process
  /// and a number by chance.
  static func isPassing(_ end: String) -> Bool {
    let parts = end.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// Adds bytes at the end of a file, which is made with its folders where there is none, and makes
  /// that last.
  package static func append(_ bytes: [UInt8], to path: String) throws(SigningError) {
    let folder = exists(path) ? nil : parent(of: path)
    if let folder { try makeFolders(folder) }
    let file = try open(path, O_WRONLY | O_APPEND | O_CREAT, followingLinks: true)
    try write(bytes.span, to: file, path: path)
    try sync(file, path: path)
    if let folder { try syncFolder(folder) }
  }

  /// Whether something has a name, be it a link that leads nowhere.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// The folder that a path lies in, or nothing for a root.
  package static func parent(of path: String) -> String? {
    let trimmed = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
