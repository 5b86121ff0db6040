import Glibc
import Signing

extension Disk {
  /// Takes the lock of a whole file, or gives up after a while.
  ///
  /// - Returns: whether the lock was had.
  /// - Throws: `system` where the file system knows no locks.
  func lock(_ file: File, patience: Duration) throws(SigningError) -> Bool {
    if try lock(file) { return true }
    let deadline = ContinuousClock.now.advanced(by: patience)
    while ContinuousClock.now < deadline {
      usleep(5000)
      if try lock(file) { return true }
    }
    return false
  }
}

/// Locks of files that were opened apart from a dossier's disk.
enum Locking {
  /// Takes the lock of a whole file, or gives up after a while; the file stays the caller's.
  static func lock(
    _ file: Descriptor, patience: Duration, path: String
  ) throws(SigningError) -> Bool {
    let borrowed = Disk.File(path: path, number: file.number) { _ in }
    return try Disk.system.lock(borrowed, patience: patience)
  }
}
