import CMessageDigest
import Glibc

/// A SHA-256 computation under way (FIPS 180-4).
///
/// libmd does it, or the system's libcrypto where much is to be hashed; the results are the same.
package struct SHA256: ~Copyable {
  private var state: State

  private enum State {
    case libmd(SHA2_CTX)
    case libcrypto(LibCrypto.Computation)
  }

  /// What computes: the faster of the two where it is worth it, or one of them.
  package enum Implementation: Sendable {
    case automatic, libmd, libcrypto
  }

  /// Starts a computation over no bytes; the number of bytes expected helps to choose.
  package init(expecting count: Int = 0, _ implementation: Implementation = .automatic) {
    let library: LibCrypto? =
      switch implementation {
      case .automatic: LibCrypto.chosen(for: count)
      case .libmd: nil
      case .libcrypto: LibCrypto.system
      }
    if let computation = library.flatMap(LibCrypto.Computation.init) {
      state = .libcrypto(computation)
    } else {
      var context = SHA2_CTX()
      unsafe SHA256Init(&context)
      state = .libmd(context)
    }
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    switch state {
    case .libmd(var context):
      unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe SHA256Update(&context, buffer.baseAddress, buffer.count)
      }
      state = .libmd(context)
    case .libcrypto(let computation):
      // It cannot fail on a context that was started; a wrong digest would be worse than an end.
      precondition(computation.update(bytes), "libcrypto took no bytes in")
    }
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// The value of all bytes taken in; the computation goes on from where it was.
  package var digest: Digest {
    switch state {
    case .libmd(var context):
      var bytes = InlineArray<32, UInt8>(repeating: 0)
      var span = bytes.mutableSpan
      unsafe span.withUnsafeMutableBufferPointer { buffer in
        unsafe SHA256Final(buffer.baseAddress, &context)
      }
      return Digest(bytes)
    case .libcrypto(let computation):
      let digest = computation.copy()?.finish()
      precondition(digest != nil, "libcrypto gave no digest")
      return digest ?? Digest(InlineArray(repeating: 0))
    }
  }

  /// Whether the machine has a libcrypto that can be used.
  package static var hasLibcrypto: Bool { LibCrypto.system != nil }

  /// Whether libmd does all the work of this process from now on, as a measurement asks.
  package static func avoidLibcrypto(_ isAvoided: Bool) { LibCrypto.avoid(isAvoided) }
}

extension Digest {
  /// The value of some bytes.
  package static func of(_ bytes: Span<UInt8>) -> Digest {
    if let digest = LibCrypto.chosen(for: bytes.count)?.digest(of: bytes) { return digest }
    var computation = SHA256(.libmd)
    computation.update(bytes)
    return computation.digest
  }

  /// The value of some bytes.
  package static func of(_ bytes: [UInt8]) -> Digest { of(bytes.span) }

  /// The value of the UTF-8 of a text.
  package static func of(_ text: String) -> Digest { of(Array(text.utf8)) }

  /// The value of what a descriptor gives from its present place to its end; `progress` is told
  /// the number of bytes read so far, every MiB at most, and the path is for errors.
  package static func of(
    descriptor: Int32, path: String = "", progress: (Int) throws(SigningError) -> Void = { _ in }
  ) throws(SigningError) -> Digest {
    var status = stat()
    let isRegular =
      unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let size = isRegular ? Int(status.st_size) : 0
    var computation = SHA256(expecting: size)
    var total = 0
    let part = max(4096, min(size, 1 << 20))
    try Files.read(
      descriptor, path: path, part: part
    ) { (bytes: Span<UInt8>) throws(SigningError) in
      computation.update(bytes)
      total += bytes.count
      try progress(total)
    }
    return computation.digest
  }
}
