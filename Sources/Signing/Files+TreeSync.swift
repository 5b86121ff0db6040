import Glibc

extension Files {
  /// Linux's call that makes all of a file system last, since 5.8 with its errors (syncfs(2)); the
  /// C library's headers hide it from Swift.
  private static let fileSystemSync: (@convention(c) @Sendable (Int32) -> Int32)? = {
    guard let symbol = unsafe dlsym(nil, "syncfs") else { return nil }
    return unsafe unsafeBitCast(symbol, to: (@convention(c) @Sendable (Int32) -> Int32).self)
  }()

  /// Makes the files and folders of a tree last at once, which takes a third of the time that one
  /// after the other takes.
  static func syncTree(
    _ root: String, _ files: [String], folders: Set<String>
  ) throws(SigningError) {
    if let fileSystemSync {
      let folder = try open(root, O_RDONLY | O_DIRECTORY)
      guard fileSystemSync(folder.number) == 0 else { throw failure("syncfs", root) }
      return
    }
    for name in files {
      let path = "\(root)/\(name)"
      try sync(try open(path, O_RDONLY), path: path)
    }
    for folder in folders.sorted() { try syncFolder(folder) }
    try syncFolder(root)
  }
}
