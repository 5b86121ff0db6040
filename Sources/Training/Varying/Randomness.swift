/// Numbers that follow from a seed (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  /// Creates the numbers of a seed and a name, so that two scenarios do not draw alike.
  init(seed: Int, name: String) {
    state = UInt64(bitPattern: Int64(seed))
    // FNV-1a over the name.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state ^= hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 to one less than a bound; 0 for a bound below 1.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let wide = UInt64(bound)
    let limit = UInt64.max - UInt64.max % wide
    while true {
      let value = next()
      if value < limit { return Int(value % wide) }
    }
  }

  /// The elements in an order of chance (Fisher and Yates), the same on every system.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for index in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(index, below(index + 1))
    }
    return result
  }
}
