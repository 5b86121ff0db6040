import Synchronization

/// Bytes that count up from a seed, the same for each seed.
final class CountedBytes: Sendable {
  private let next: Mutex<UInt8>

  init(_ seed: UInt8) { next = Mutex(seed) }

  var bytes: @Sendable (Int) -> [UInt8] {
    { count in
      self.next.withLock { next in
        (0..<count).map { _ in
          next &+= 1
          return next
        }
      }
    }
  }
}
