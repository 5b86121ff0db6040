import Glibc
import Signing

/// Locks of open files: freed by any end of the process, and not by closing another descriptor.
enum Locking {
  /// `F_OFD_SETLK` of Linux, which the C library's header hides.
  private static let setLock: Int32 = 37

  /// Takes the lock of a whole file, or gives up after a while.
  ///
  /// - Returns: whether the lock was had.
  /// - Throws: `system` where the file system knows no locks.
  static func lock(
    _ file: Descriptor, patience: Duration, path: String
  ) throws(SigningError) -> Bool {
    let deadline = ContinuousClock.now.advanced(by: patience)
    while true {
      if set(file.number, F_WRLCK) { return true }
      guard errno == EAGAIN || errno == EACCES || errno == EINTR else {
        throw Files.failure("fcntl", path)
      }
      if ContinuousClock.now >= deadline { return false }
      usleep(5000)
    }
  }

  private static func set(_ descriptor: Int32, _ type: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    return unsafe fcntl(descriptor, setLock, &lock) == 0
  }
}
