import Glibc

extension Files {
  /// How often the lock of a folder is asked for, and how many microseconds lie between.
  private static let lockTries = (count: 20, pause: useconds_t(50_000))

  /// Takes the lock of a folder (flock(2)), which is free again when it goes out of use; nothing
  /// where the file system knows no locks.
  ///
  /// - Throws: `system` with `EWOULDBLOCK` when another has it for a second; `system`.
  static func lock(folder path: String) throws(SigningError) -> Descriptor? {
    let folder = try open(path, O_RDONLY | O_DIRECTORY, followingLinks: true)
    for attempt in 1...lockTries.count {
      if flock(folder.number, LOCK_EX | LOCK_NB) == 0 { return folder }
      guard errno == EWOULDBLOCK || errno == EINTR else { return nil }
      if attempt < lockTries.count { usleep(lockTries.pause) }
    }
    throw .system(call: "flock", path: path, code: EWOULDBLOCK)
  }

  /// Gives a lock back before what has it goes out of use.
  static func unlock(_ folder: Descriptor) { _ = flock(folder.number, LOCK_UN) }

  /// Takes the lock of a folder if it is free this moment; nothing where it is not, or where the
  /// file system knows no locks.
  static func lockAtOnce(folder path: String) -> Descriptor? {
    guard let folder = try? open(path, O_RDONLY | O_DIRECTORY),
      flock(folder.number, LOCK_EX | LOCK_NB) == 0
    else { return nil }
    return folder
  }
}
