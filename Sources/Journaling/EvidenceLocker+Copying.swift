import Glibc
import Signing

extension EvidenceLocker {
  /// Writes what a source holds to a file and hashes it from the same buffer.
  ///
  /// While a part is written on a thread of its own, it is hashed and the next one is read.
  func copy(
    _ source: Source, to file: Disk.File, _ progress: Progress
  ) throws(SigningError) -> Digest {
    let total = source.size
    var hash = SHA256(expecting: total)
    var writer = PartWriter(folder.disk, file, expecting: total)
    var (part, next) = (PageBuffer(for: total), PageBuffer(for: total))
    var size = 0
    Files.expectReading(source.file)
    try part.fill(from: source.file, path: source.path)
    while part.count > 0 {
      guard size + part.count <= total else { throw .sourceChanged(path: source.path) }
      var written: Swift.Result<Void, SigningError> = .success(())
      let read = Concurrently.run {
        Swift.Result { () throws(SigningError) in
          try part.withBytes { hash.update($0) }
          try next.fill(from: source.file, path: source.path)
        }
      } and: {
        written = Swift.Result { () throws(SigningError) in
          try part.withBytes { (bytes) throws(SigningError) in try writer.write(bytes) }
        }
      }
      try written.get()
      size += part.count
      try Self.tell(progress, size, total)
      try read.get()
      swap(&part, &next)
    }
    guard size == total else { throw .sourceChanged(path: source.path) }
    return hash.digest
  }
}

/// Writes the parts of a file, those of a large one past the memory of the system.
///
/// A film would only push out what is needed again, and be written to the medium all the same
/// before it is acknowledged. Where the file system takes no such writes, it is asked to begin
/// with the medium early, so that making the file last has little left to do.
private struct PartWriter {
  private let disk: Disk
  private let file: Disk.File
  private var passesMemoryBy: Bool
  /// How much is written, and of it what the medium was asked to begin with, in bytes.
  private var (written, begun) = (0, 0)

  /// The size in bytes from which a file is a large one.
  private static let large = 16 << 20
  /// How much is written before the medium is asked to begin with it.
  private static let stretch = 8 << 20

  init(_ disk: Disk, _ file: Disk.File, expecting total: Int) {
    (self.disk, self.file) = (disk, file)
    passesMemoryBy = total >= Self.large && disk.passMemoryBy(file, true)
  }

  mutating func write(_ bytes: Span<UInt8>) throws(SigningError) {
    if bytes.count % PageBuffer.page != 0 { takeMemory() }
    var count = 0
    while count < bytes.count {
      do throws(SigningError) {
        let more = try disk.write(file, bytes.extracting(count...))
        guard more > 0 else { throw .system(call: "write", path: file.path, code: EIO) }
        count += more
      } catch {
        guard passesMemoryBy, case .system(_, _, code: EINVAL) = error else { throw error }
        takeMemory()
      }
    }
    written += count
    if passesMemoryBy {
      begun = written
    } else if written - begun >= Self.stretch {
      Files.startWriting(file.number, from: begun, count: written - begun)
      begun = written
    }
  }

  /// Goes on as any other writer does.
  private mutating func takeMemory() {
    if passesMemoryBy { passesMemoryBy = disk.passMemoryBy(file, false) }
  }
}

/// Memory of whole pages that a part of a file is read into.
@safe private final class PageBuffer {
  /// The largest page that a medium is expected to ask for, in bytes.
  static let page = 4096
  /// The most that is read at once, in bytes.
  private static let most = 4 << 20

  private let memory: UnsafeMutableRawBufferPointer
  /// How many bytes the last reading gave, fewer than fit at the end only.
  private(set) var count = 0

  /// Creates room for a part of a file of so many bytes.
  init(for total: Int) {
    let pages = (min(total, Self.most) + Self.page - 1) / Self.page
    unsafe memory = .allocate(byteCount: max(1, pages) * Self.page, alignment: Self.page)
  }

  deinit { unsafe memory.deallocate() }

  /// Gives what was read last.
  func withBytes(
    _ take: (Span<UInt8>) throws(SigningError) -> Void
  ) throws(SigningError) {
    try take(unsafe memory.bindMemory(to: UInt8.self).span.extracting(first: count))
  }

  /// Reads the next part of a file.
  func fill(from file: Descriptor, path: String) throws(SigningError) {
    count = 0
    while unsafe count < memory.count {
      let more = unsafe read(
        file.number, memory.baseAddress?.advanced(by: count), memory.count - count)
      if more == 0 { return }
      if more > 0 {
        count += more
      } else if errno != EINTR {
        throw Files.failure("read", path)
      }
    }
  }
}
