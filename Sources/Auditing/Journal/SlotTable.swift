/// Where the things of a list are, by hashes that differ from one process to the next.
///
/// A slot holds 32 bits of the hash and the place, from 1; the things themselves settle a doubt.
struct SlotTable: Sendable {
  private var slots: [UInt64] = []
  private var count = 0

  /// The place of the thing of a hash that is the one that is looked for.
  @inline(__always)
  func place(_ hash: UInt64, where isMeant: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isMeant(place) { return place }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Remembers where a thing is that is not here yet; the hashes of the others are asked for where
  /// more room is needed.
  @inline(__always)
  mutating func insert(_ hash: UInt64, at place: Int, hashOf: (Int) -> UInt64?) {
    if (count + 1) * 3 > slots.count * 2 { reserve(max(16, 2 * count), hashOf: hashOf) }
    put(hash, place)
    count += 1
  }

  /// Makes room for so many things, of which some are here already.
  mutating func reserve(_ capacity: Int, hashOf: (Int) -> UInt64?) {
    var size = 16
    while size * 2 < capacity * 3 + 3 { size *= 2 }
    guard size > slots.count else { return }
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    for slot in old where slot != 0 {
      let place = Int(slot & 0xFFFF_FFFF) - 1
      if let hash = hashOf(place) { put(hash, place) }
    }
  }

  private mutating func put(_ hash: UInt64, _ place: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(place + 1)
  }

  /// A number that differs from one process to the next, so that nobody can make hashes that all
  /// fall together.
  static var seed: UInt64 { UInt64(bitPattern: Int64(Hasher().finalize())) }
}
