import CMessageDigest

/// A SHA-256 computation under way (FIPS 180-4).
package struct SHA256 {
  private var context = SHA2_CTX()

  /// Starts a computation over no bytes.
  package init() { unsafe SHA256Init(&context) }

  /// Takes in more bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe SHA256Update(&context, buffer.baseAddress, buffer.count)
    }
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// The value of all bytes taken in; the computation goes on from where it was.
  package var digest: Digest {
    var copy = context
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    var span = bytes.mutableSpan
    unsafe span.withUnsafeMutableBufferPointer { buffer in
      unsafe SHA256Final(buffer.baseAddress, &copy)
    }
    return Digest(bytes)
  }
}

extension Digest {
  /// The value of some bytes.
  package static func of(_ bytes: Span<UInt8>) -> Digest {
    var computation = SHA256()
    computation.update(bytes)
    return computation.digest
  }

  /// The value of some bytes.
  package static func of(_ bytes: [UInt8]) -> Digest { of(bytes.span) }

  /// The value of the UTF-8 of a text.
  package static func of(_ text: String) -> Digest { of(Array(text.utf8)) }

  /// The value of what a descriptor gives from its present place to its end; `progress` is told
  /// the number of bytes read so far, every 128 KiB at most, and the path is for errors.
  package static func of(
    descriptor: Int32, path: String = "", progress: (Int) -> Void = { _ in }
  ) throws(SigningError) -> Digest {
    var computation = SHA256()
    var total = 0
    try Files.read(descriptor, path: path) { bytes in
      computation.update(bytes)
      total += bytes.count
      progress(total)
    }
    return computation.digest
  }
}
