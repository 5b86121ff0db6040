import Glibc

/// The three calls on which the promise of a journal rests, so that a test can make each fail.
package struct Disk: Sendable {
  /// Writes bytes to a descriptor and gives how many it took, or the errno.
  package var write: @Sendable (Int32, [UInt8]) -> Result<Int, Failure>
  /// Makes what was written last through a loss of power.
  package var synchronize: @Sendable (Int32) -> Result<Void, Failure>
  /// Cuts a file to a length in bytes.
  package var truncate: @Sendable (Int32, Int) -> Result<Void, Failure>

  /// Creates a disk of three calls.
  package init(
    write: @escaping @Sendable (Int32, [UInt8]) -> Result<Int, Failure>,
    synchronize: @escaping @Sendable (Int32) -> Result<Void, Failure>,
    truncate: @escaping @Sendable (Int32, Int) -> Result<Void, Failure>
  ) {
    self.write = write
    self.synchronize = synchronize
    self.truncate = truncate
  }

  /// The error number of a call that failed.
  package struct Failure: Error, Hashable, Sendable {
    package let code: Int32

    /// Creates the failure of an error number.
    package init(code: Int32) {
      self.code = code
    }
  }

  /// The calls of the operating system.
  package static let system = Disk(
    write: { descriptor, bytes in
      while true {
        let count = unsafe bytes.withUnsafeBytes { buffer in
          unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        }
        if count >= 0 { return .success(count) }
        if errno != EINTR { return .failure(Failure(code: errno)) }
      }
    },
    synchronize: { descriptor in
      fdatasync(descriptor) == 0 ? .success(()) : .failure(Failure(code: errno))
    },
    truncate: { descriptor, length in
      ftruncate(descriptor, length) == 0 ? .success(()) : .failure(Failure(code: errno))
    })
}
