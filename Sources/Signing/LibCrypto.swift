import Glibc
import Synchronization

/// OpenSSL's libcrypto, opened while the program runs where the machine has it: it hashes about
/// seven times as fast as libmd, with the same results.
///
/// Nothing is linked to it, and opening it takes a few milliseconds, so that it is opened only once
/// much is to be hashed.
@safe struct LibCrypto: Sendable {
  private typealias Fetch =
    @convention(c) @Sendable (OpaquePointer?, UnsafePointer<CChar>, UnsafePointer<CChar>?) ->
    OpaquePointer?
  private typealias Algorithm = @convention(c) @Sendable () -> OpaquePointer?
  private typealias OneShot =
    @convention(c) @Sendable (
      UnsafeRawPointer?, Int, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>?,
      OpaquePointer?, OpaquePointer?
    ) -> Int32
  private typealias PlainStart = @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Int32
  private typealias PlainUpdate =
    @convention(c) @Sendable (UnsafeMutableRawPointer?, UnsafeRawPointer?, Int) -> Int32
  private typealias PlainFinish =
    @convention(c) @Sendable (UnsafeMutablePointer<UInt8>?, UnsafeMutableRawPointer?) -> Int32
  private typealias New = @convention(c) @Sendable () -> OpaquePointer?
  private typealias Free = @convention(c) @Sendable (OpaquePointer?) -> Void
  private typealias Start =
    @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> Int32
  private typealias Update =
    @convention(c) @Sendable (OpaquePointer?, UnsafeRawPointer?, Int) -> Int32
  private typealias Finish =
    @convention(c) @Sendable (
      OpaquePointer?, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>?
    ) -> Int32
  private typealias Copy = @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> Int32

  private let oneShot: OneShot
  /// The functions of SHA-256 by itself, which a later version may lack: they take nothing from
  /// the heap, so that a short text takes a third of the time.
  private let plain: (start: PlainStart, update: PlainUpdate, finish: PlainFinish)?
  private let new: New
  private let free: Free
  private let start: Start
  private let update: Update
  private let finish: Finish
  private let copy: Copy
  /// The address of the algorithm, which lives as long as the library.
  private let algorithm: UInt

  /// The library under its names of today, the newer first, if one is there and hashes rightly.
  static let system = ["libcrypto.so.3", "libcrypto.so.1.1"].lazy.compactMap { LibCrypto($0) }.first

  /// Opens a library by its name; what lacks a function, or gives a wrong digest, is none.
  init?(_ name: String) {
    guard let library = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
    func function<Function>(_ name: String, _ type: Function.Type) -> Function? {
      guard let symbol = unsafe dlsym(library, name) else { return nil }
      return unsafe unsafeBitCast(symbol, to: type)
    }
    guard let oneShot = unsafe function("EVP_Digest", OneShot.self),
      let new = unsafe function("EVP_MD_CTX_new", New.self),
      let free = unsafe function("EVP_MD_CTX_free", Free.self),
      let start = unsafe function("EVP_DigestInit_ex", Start.self),
      let update = unsafe function("EVP_DigestUpdate", Update.self),
      let finish = unsafe function("EVP_DigestFinal_ex", Finish.self),
      let copy = unsafe function("EVP_MD_CTX_copy_ex", Copy.self)
    else { return nil }
    unsafe self.oneShot = unsafe oneShot
    if let start = unsafe function("SHA256_Init", PlainStart.self),
      let update = unsafe function("SHA256_Update", PlainUpdate.self),
      let finish = unsafe function("SHA256_Final", PlainFinish.self)
    {
      unsafe plain = unsafe (start, update, finish)
    } else {
      unsafe plain = nil
    }
    unsafe self.new = unsafe new
    unsafe self.free = unsafe free
    unsafe self.start = unsafe start
    unsafe self.update = unsafe update
    unsafe self.finish = unsafe finish
    unsafe self.copy = unsafe copy
    // Fetched once: version 3 would otherwise look it up at each start.
    let fetch = unsafe function("EVP_MD_fetch", Fetch.self)
    let fetched = unsafe fetch.flatMap { unsafe $0(nil, "SHA256", nil) }
    let algorithm = unsafe fetched ?? function("EVP_sha256", Algorithm.self)?()
    guard let algorithm = unsafe algorithm else { return nil }
    self.algorithm = UInt(bitPattern: algorithm)
    guard digest(of: Array("abc".utf8).span)?.hex == Self.known else { return nil }
  }

  /// The digest of `abc` (FIPS 180-4, appendix B).
  private static let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  /// The value of some bytes, or nothing when the library fails.
  func digest(of bytes: Span<UInt8>) -> Digest? {
    if let plain = unsafe plain {
      // Its context takes 112 bytes.
      var context = InlineArray<32, UInt64>(repeating: 0)
      return unsafe withUnsafeMutableBytes(of: &context) { context in
        let context = context.baseAddress
        return unsafe read { value in
          unsafe bytes.withUnsafeBufferPointer { buffer in
            guard unsafe plain.start(context) == 1,
              unsafe plain.update(context, buffer.baseAddress, buffer.count) == 1
            else { return 0 }
            return unsafe plain.finish(value, context)
          }
        }
      }
    }
    return unsafe read { value in
      unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe oneShot(
          buffer.baseAddress, buffer.count, value, nil, OpaquePointer(bitPattern: algorithm), nil)
      }
    }
  }

  private func read(_ write: (UnsafeMutablePointer<UInt8>) -> Int32) -> Digest? {
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    var span = bytes.mutableSpan
    let isDone = unsafe span.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe write($0) } == 1
    }
    return isDone ? Digest(bytes) : nil
  }
}

extension LibCrypto {
  /// A computation under way, freed when it goes out of use.
  @safe final class Computation {
    private let library: LibCrypto
    private let context: OpaquePointer

    /// Starts a computation, or gives nothing when the library fails.
    init?(_ library: LibCrypto) {
      guard let context = unsafe library.new() else { return nil }
      self.library = library
      unsafe self.context = unsafe context
      let algorithm = unsafe OpaquePointer(bitPattern: library.algorithm)
      guard unsafe library.start(context, algorithm, nil) == 1 else { return nil }
    }

    deinit { unsafe library.free(context) }

    /// Takes in more bytes, and tells whether that worked.
    func update(_ bytes: Span<UInt8>) -> Bool {
      unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe library.update(context, buffer.baseAddress, buffer.count) == 1
      }
    }

    /// A computation over the same bytes that goes on by itself.
    func copy() -> Computation? {
      guard let copy = Computation(library), unsafe library.copy(copy.context, context) == 1
      else { return nil }
      return copy
    }

    /// The value of all bytes taken in, after which the computation is over.
    func finish() -> Digest? {
      unsafe library.read { value in unsafe library.finish(context, value, nil) }
    }
  }
}

// MARK: - When it is used

extension LibCrypto {
  /// How many bytes a process hashes with libmd before the library is opened.
  static let threshold = 1 << 20

  private static let hashed = Atomic<Int>(0)
  private static let isAvoided = Atomic<Bool>(false)

  /// The library, when the bytes hashed so far and these are worth it and nothing forbids it.
  static func chosen(for count: Int) -> LibCrypto? {
    let total = hashed.load(ordering: .relaxed)
    guard total + count >= threshold else {
      hashed.add(count, ordering: .relaxed)
      return nil
    }
    return isAvoided.load(ordering: .relaxed) ? nil : system
  }

  /// Whether libmd does all the work from now on, in this process.
  static func avoid(_ isAvoided: Bool) { self.isAvoided.store(isAvoided, ordering: .relaxed) }
}
