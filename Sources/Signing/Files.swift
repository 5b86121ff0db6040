package import Glibc

/// An open file, closed when it goes out of use.
package final class Descriptor: Sendable {
  package let number: Int32

  /// Takes over an open descriptor.
  package init(number: Int32) { self.number = number }

  deinit { _ = close(number) }
}

/// The system calls on files that bags, keys and registers need.
package enum Files {
  /// The error of the call that just failed.
  package static func failure(_ call: String, _ path: String) -> SigningError {
    .system(call: call, path: path, code: errno)
  }

  /// Opens a path so that no child inherits it; a symbolic link at its end only when followed.
  package static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600, followingLinks: Bool = false
  ) throws(SigningError) -> Descriptor {
    try check(path)
    let links = followingLinks ? 0 : O_NOFOLLOW
    let number = unsafe Glibc.open(path, flags | links | O_CLOEXEC, mode)
    guard number >= 0 else { throw failure("open", path) }
    return Descriptor(number: number)
  }

  /// Refuses a path that no call of the system can be given whole.
  static func check(_ path: String) throws(SigningError) {
    let span = path.utf8.span
    for place in 0..<span.count where span[place] == 0 { throw .nameRefused(path) }
  }

  /// Opens a path that must be a regular file, without waiting on a pipe or a device.
  package static func openRegular(
    _ path: String, followingLinks: Bool = false
  ) throws(SigningError) -> Descriptor {
    let file = try open(path, O_RDONLY | O_NONBLOCK, followingLinks: followingLinks)
    guard try status(file, path).st_mode & S_IFMT == S_IFREG else {
      throw .notARegularFile(path: path)
    }
    return file
  }

  /// How many bytes a file has; nothing where none is there.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// What the system tells of an open file.
  package static func status(
    _ file: Descriptor, _ path: String
  ) throws(SigningError) -> stat {
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0 else { throw failure("fstat", path) }
    return status
  }

  /// Reads a descriptor to its end, so many bytes at most at once.
  package static func read(
    _ descriptor: Int32, path: String, part: Int = 1 << 17,
    _ take: (Span<UInt8>) throws(SigningError) -> Void
  ) throws(SigningError) {
    var buffer = [UInt8](repeating: 0, count: part)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("read", path)
      }
      try take(buffer.span.extracting(first: count))
    }
  }

  /// Everything a regular file holds, up to a limit in bytes.
  package static func contents(
    _ path: String, limit: Int, followingLinks: Bool = false
  ) throws(SigningError) -> [UInt8] {
    let file = try openRegular(path, followingLinks: followingLinks)
    var bytes: [UInt8] = []
    try read(file.number, path: path) { (part: Span<UInt8>) throws(SigningError) in
      guard bytes.count + part.count <= limit else {
        throw .fileTooLarge(path: path, limit: limit)
      }
      bytes.append(contentsOf: part)
    }
    return bytes
  }
}

extension [UInt8] {
  /// Adds the bytes of a span.
  package mutating func append(contentsOf bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in unsafe append(contentsOf: buffer) }
  }
}
