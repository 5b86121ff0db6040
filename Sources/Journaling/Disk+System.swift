import Glibc
import Signing

extension Disk {
  /// The calls of the operating system.
  package static let system = Disk(
    open: System.open, read: System.read, write: System.write,
    passMemoryBy: System.passMemoryBy, synchronize: System.synchronize,
    synchronizeFolder: Files.syncFolder, truncate: System.truncate, setMode: System.setMode,
    status: System.status, named: System.named, lock: System.lock, rename: System.rename,
    renameFree: System.renameFree, link: System.link, unlink: System.unlink,
    makeFolder: System.makeFolder, removeFolder: System.removeFolder, names: System.names,
    resolve: System.resolve, freeSpace: System.freeSpace)

  private enum System {
    /// `F_OFD_SETLK` of Linux, which the C library's header hides: the lock of an open file,
    /// freed by any end of the process, and not by closing another descriptor of the file.
    static let setLock: Int32 = 37

    @Sendable static func open(_ path: String, _ flags: Int32) throws(SigningError) -> File {
      let descriptor = try Files.open(path, flags)
      return File(path: path, number: descriptor.number) { _ in _ = descriptor }
    }

    @Sendable static func read(
      _ file: File, _ offset: Int, _ count: Int
    ) throws(SigningError) -> [UInt8] {
      var code: Int32 = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, taken in
        unsafe LargePages.prepare(buffer)
        while true {
          let result = unsafe pread(file.number, buffer.baseAddress, count, offset)
          if result >= 0 {
            taken = result
            return
          }
          if errno != EINTR {
            code = errno
            return
          }
        }
      }
      guard code == 0 else { throw .system(call: "read", path: file.path, code: code) }
      return bytes
    }

    @Sendable static func write(
      _ file: File, _ bytes: Span<UInt8>
    ) throws(SigningError) -> Int {
      while true {
        let count = unsafe bytes.withUnsafeBufferPointer { buffer in
          unsafe Glibc.write(file.number, buffer.baseAddress, buffer.count)
        }
        if count >= 0 { return count }
        if errno != EINTR { throw Files.failure("write", file.path) }
      }
    }

    @Sendable static func passMemoryBy(_ file: File, _ isWanted: Bool) -> Bool {
      #if arch(x86_64)
        let direct: Int32 = 0o40_000
      #elseif arch(arm64)
        let direct: Int32 = 0o200_000
      #else
        let direct: Int32 = 0
      #endif
      let flags = fcntl(file.number, F_GETFL)
      guard direct != 0, flags >= 0 else { return false }
      let wanted = isWanted ? flags | direct : flags & ~direct
      return fcntl(file.number, F_SETFL, wanted) == 0 && isWanted
    }

    @Sendable static func synchronize(_ file: File) throws(SigningError) {
      try check(fdatasync(file.number), "fdatasync", file.path)
    }

    @Sendable static func truncate(_ file: File, _ length: Int) throws(SigningError) {
      try check(ftruncate(file.number, length), "ftruncate", file.path)
    }

    @Sendable static func setMode(_ file: File, _ mode: mode_t) throws(SigningError) {
      try check(fchmod(file.number, mode), "fchmod", file.path)
    }

    @Sendable static func status(_ file: File) throws(SigningError) -> stat {
      var status = stat()
      try check(unsafe fstat(file.number, &status), "fstat", file.path)
      return status
    }

    @Sendable static func named(_ path: String) throws(SigningError) -> stat {
      var status = stat()
      try check(unsafe lstat(path, &status), "lstat", path)
      return status
    }

    @Sendable static func lock(_ file: File) throws(SigningError) -> Bool {
      var lock = flock()
      lock.l_type = Int16(F_WRLCK)
      lock.l_whence = Int16(SEEK_SET)
      if unsafe fcntl(file.number, setLock, &lock) == 0 { return true }
      guard [EAGAIN, EACCES, EINTR].contains(errno) else {
        throw Files.failure("fcntl", file.path)
      }
      return false
    }

    @Sendable static func rename(_ path: String, _ name: String) throws(SigningError) {
      try check(unsafe Glibc.rename(path, name), "rename", name)
    }

    private typealias RenameAt2 =
      @convention(c) @Sendable (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32)
      -> Int32

    /// Linux's `renameat2`, which the headers hide.
    private static let renameAt2: RenameAt2? = {
      guard let program = unsafe dlopen(nil, RTLD_NOW),
        let symbol = unsafe dlsym(program, "renameat2")
      else { return nil }
      return unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    }()

    @Sendable static func renameFree(_ path: String, _ name: String) throws(SigningError) {
      let noReplace: UInt32 = 1
      if let renameAt2 = unsafe renameAt2 {
        if unsafe renameAt2(AT_FDCWD, path, AT_FDCWD, name, noReplace) == 0 { return }
        guard [EINVAL, ENOSYS].contains(errno) else { throw Files.failure("rename", name) }
      }
      // A file system that knows no such thing: the look and the name are two steps.
      var status = stat()
      guard unsafe lstat(name, &status) != 0 else { throw .exists(path: name) }
      try rename(path, name)
    }

    @Sendable static func link(_ path: String, _ name: String) throws(SigningError) {
      try check(unsafe Glibc.link(path, name), "link", name)
    }

    @Sendable static func unlink(_ path: String) throws(SigningError) {
      try check(unsafe Glibc.unlink(path), "unlink", path)
    }

    @Sendable static func makeFolder(_ path: String) throws(SigningError) {
      try Files.makeFolder(path)
    }

    @Sendable static func removeFolder(_ path: String) throws(SigningError) {
      try check(unsafe rmdir(path), "rmdir", path)
    }

    @Sendable static func names(_ path: String) throws(SigningError) -> [String] {
      try Files.names(at: path).map { String(decoding: $0, as: UTF8.self) }
    }

    @Sendable static func resolve(_ path: String) throws(SigningError) -> String {
      guard let resolved = unsafe realpath(path, nil) else {
        throw Files.failure("realpath", path)
      }
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }

    @Sendable static func freeSpace(_ path: String) throws(SigningError) -> Int {
      var space = statvfs()
      try check(unsafe statvfs(path, &space), "statvfs", path)
      return Int(space.f_bavail) * Int(space.f_frsize)
    }

    private static func check(
      _ result: Int32, _ call: String, _ path: String
    ) throws(SigningError) {
      guard result == 0 else { throw Files.failure(call, path) }
    }
  }
}
