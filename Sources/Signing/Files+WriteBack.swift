import Glibc

extension Files {
  private typealias StartWriting = @convention(c) @Sendable (Int32, Int, Int, UInt32) -> Int32

  /// Linux's `sync_file_range`, which the headers hide.
  private static let startWriting: StartWriting? = {
    guard let program = unsafe dlopen(nil, RTLD_NOW),
      let symbol = unsafe dlsym(program, "sync_file_range")
    else { return nil }
    return unsafe unsafeBitCast(symbol, to: StartWriting.self)
  }()

  /// Asks the system to begin writing a part of a file out, without waiting for it.
  ///
  /// A later `sync` of a large file then has little left to do. Nothing is promised.
  package static func startWriting(_ file: Descriptor, from offset: Int, count: Int) {
    startWriting(file.number, from: offset, count: count)
  }

  /// Asks the same for a descriptor that another holds.
  package static func startWriting(_ number: Int32, from offset: Int, count: Int) {
    let write: UInt32 = 2
    _ = startWriting?(number, offset, count, write)
  }

  /// Tells the system that a file is about to be read from its beginning to its end.
  package static func expectReading(_ file: Descriptor) {
    _ = posix_fadvise(file.number, 0, 0, POSIX_FADV_SEQUENTIAL)
  }
}
