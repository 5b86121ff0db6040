import Glibc

/// Locks of open files: freed by any end of the process, and not by closing another descriptor.
enum Locking {
  /// `F_OFD_SETLK` of Linux, which the C library's header hides.
  private static let setLock: Int32 = 37

  /// Takes the lock of a whole file, or gives up after a while.
  static func lock(_ descriptor: Int32, patience: Duration) -> Bool {
    let deadline = ContinuousClock.now.advanced(by: patience)
    while true {
      if set(descriptor, F_WRLCK) { return true }
      guard errno == EAGAIN || errno == EACCES || errno == EINTR else { return false }
      if ContinuousClock.now >= deadline { return false }
      usleep(5000)
    }
  }

  static func unlock(_ descriptor: Int32) { _ = set(descriptor, F_UNLCK) }

  private static func set(_ descriptor: Int32, _ type: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    return unsafe fcntl(descriptor, setLock, &lock) == 0
  }
}
