import Glibc

extension Files {
  /// The sorts of things a name may stand for, itself and not what it may lead to.
  package enum Kind {
    case regular, folder, link, other
  }

  /// Opens a name in an open folder, never through a symbolic link.
  package static func open(
    _ name: [UInt8], in folder: Descriptor, _ flags: Int32, path: String
  ) throws(SigningError) -> Descriptor {
    let terminated = name.map(CChar.init(bitPattern:)) + [0]
    let number = unsafe openat(folder.number, terminated, flags | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw failure("open", path) }
    return Descriptor(number: number)
  }

  /// What a name in an open folder stands for.
  package static func kind(
    of name: [UInt8], in folder: Descriptor, path: String
  ) throws(SigningError) -> Kind {
    let terminated = name.map(CChar.init(bitPattern:)) + [0]
    var status = stat()
    guard unsafe fstatat(folder.number, terminated, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw failure("stat", path)
    }
    return kind(of: status)
  }

  /// What a path stands for, or nothing where nothing has that name.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? kind(of: status) : nil
  }

  private static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .regular
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The names in an open folder as bytes, in order, without `.` and `..`.
  package static func names(
    in folder: Descriptor, path: String
  ) throws(SigningError) -> [[UInt8]] {
    // fdopendir takes the descriptor over, so that it is given a second one of its own.
    let own = unsafe openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw failure("opendir", path) }
    return try names(takingOver: own, path: path)
  }

  /// The names in a folder as bytes, in order, without `.` and `..`; the folder is not looked for
  /// through a symbolic link.
  package static func names(at path: String) throws(SigningError) -> [[UInt8]] {
    try check(path)
    let own = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard own >= 0 else { throw failure("open", path) }
    return try names(takingOver: own, path: path)
  }

  /// The names in an open folder, which is closed.
  private static func names(
    takingOver own: Int32, path: String
  ) throws(SigningError) -> [[UInt8]] {
    guard let stream = unsafe fdopendir(own) else {
      let error = failure("opendir", path)
      close(own)
      throw error
    }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw failure("readdir", path) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
  }

  /// Removes a folder and all in it.
  package static func removeTree(_ path: String) throws(SigningError) {
    try removeContents(of: try open(path, O_RDONLY | O_DIRECTORY), path: path)
    guard unsafe rmdir(path) == 0 else { throw failure("rmdir", path) }
  }

  private static func removeContents(
    of folder: Descriptor, path: String
  ) throws(SigningError) {
    for name in try names(in: folder, path: path) {
      let isFolder = try kind(of: name, in: folder, path: path) == .folder
      if isFolder {
        try removeContents(
          of: try open(name, in: folder, O_RDONLY | O_DIRECTORY, path: path), path: path)
      }
      let terminated = name.map(CChar.init(bitPattern:)) + [0]
      guard unsafe unlinkat(folder.number, terminated, isFolder ? AT_REMOVEDIR : 0) == 0 else {
        throw failure("unlink", path)
      }
    }
  }
}
