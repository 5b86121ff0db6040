import Glibc

/// Large pages for memory that is about to be used.
///
/// To be given a page costs time each, and a long history is spread over tens of thousands of
/// small ones. Where the system or the C library has none to give, nothing changes.
enum LargePages {
  private typealias SetOption = @convention(c) @Sendable (Int32, Int32) -> Int32

  /// The C library's `mallopt`, which the headers hide.
  private static let setOption: SetOption? = {
    guard let program = unsafe dlopen(nil, RTLD_NOW), let symbol = unsafe dlsym(program, "mallopt")
    else { return nil }
    return unsafe unsafeBitCast(symbol, to: SetOption.self)
  }()

  /// The size of a large page in bytes.
  private static let size = 1 << 21

  /// Asks for large pages under a buffer that is about to be filled.
  static func prepare(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    guard let base = buffer.baseAddress else { return }
    unsafe advise(UnsafeMutableRawPointer(base), buffer.count)
  }

  /// Lets what this process allocates next, about so many bytes, lie together in large pages.
  ///
  /// The memory stays with the process. For few bytes the pages would take more than they spare
  /// time.
  static func expect(_ bytes: Int) {
    guard bytes >= 16 * size, let setOption else { return }
    let (trim, pad, map): (Int32, Int32, Int32) = (-1, -2, -3)
    _ = setOption(map, 1 << 25)
    _ = setOption(trim, .max)
    _ = setOption(pad, Int32(clamping: bytes))
    // The first block makes the heap grow by all of them.
    guard let block = unsafe malloc(size), let end = unsafe sbrk(0) else { return }
    unsafe advise(block, block.distance(to: end))
    unsafe free(block)
    _ = setOption(pad, 1 << 17)
  }

  /// Lets what this thread, which is not the first, allocates next lie together in large pages;
  /// about so many bytes, 32 MiB at most.
  ///
  /// Its heap would else be made larger page by page, with a call on the system for each.
  static func expectOnThread(_ bytes: Int) {
    let most = 1 << 25 - 1 << 12
    guard bytes >= 2 * size, let block = unsafe malloc(min(bytes, most)) else { return }
    unsafe advise(block, min(bytes, most))
    unsafe free(block)
  }

  private static func advise(_ start: UnsafeMutableRawPointer, _ count: Int) {
    guard count >= 2 * size else { return }
    let first = unsafe start.alignedUp(toMultipleOf: size)
    let length = unsafe count - start.distance(to: first)
    _ = unsafe madvise(first, length / size * size, MADV_HUGEPAGE)
  }
}
