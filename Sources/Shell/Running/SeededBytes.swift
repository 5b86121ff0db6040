import Synchronization

/// Bytes that follow from a seed (SplitMix64), for trials that are the same to the byte.
final class SeededBytes: Sendable {
  private let state: Mutex<UInt64>

  init(_ seed: UInt64) {
    state = Mutex(seed)
  }

  /// So many bytes more.
  func next(_ count: Int) -> [UInt8] {
    state.withLock { state in
      var bytes: [UInt8] = []
      while bytes.count < count {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: z >> shift))
        }
      }
      return Array(bytes.prefix(count))
    }
  }
}
