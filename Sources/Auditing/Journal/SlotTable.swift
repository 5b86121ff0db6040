/// Where the things of a list are, by hashes that differ from one process to the next.
///
/// A slot holds the place, from 1, in as many of its low bits as the table's size has, and the
/// highest bits of the hash above them; the things themselves settle a doubt.
struct SlotTable: Sendable {
  private var slots: [UInt32] = []
  private var count = 0

  /// The bits of a slot that are the place.
  private var places: UInt32 { UInt32(truncatingIfNeeded: slots.count - 1) }

  /// The place of the thing of a hash that is the one that is looked for.
  @inline(__always)
  func place(_ hash: UInt64, where isMeant: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    let (mask, places) = (slots.count - 1, places)
    let mark = Self.mark(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ mark) & ~places == 0 {
        let place = Int(slots[slot] & places) - 1
        if isMeant(place) { return place }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The bits of a hash that a slot may hold.
  private static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// Remembers where a thing is that is not here yet; the hashes of the others are asked for where
  /// more room is needed.
  @inline(__always)
  mutating func insert(_ hash: UInt64, at place: Int, hashOf: (Int) -> UInt64?) {
    if (max(count, place) + 1) * 3 > slots.count * 2 {
      reserve(max(16, 2 * max(count, place)), hashOf: hashOf)
    }
    put(hash, place)
    count += 1
  }

  /// Makes room for so many things, of which some are here already.
  mutating func reserve(_ capacity: Int, hashOf: (Int) -> UInt64?) {
    var size = 16
    while size * 2 < capacity * 3 + 3 { size *= 2 }
    guard size > slots.count else { return }
    let (old, places) = (slots, places)
    slots = [UInt32](repeating: 0, count: size)
    for slot in old where slot != 0 {
      let place = Int(slot & places) - 1
      if let hash = hashOf(place) { put(hash, place) }
    }
  }

  private mutating func put(_ hash: UInt64, _ place: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Self.mark(hash) & ~places | UInt32(truncatingIfNeeded: place + 1)
  }

  /// A number that differs from one process to the next, so that nobody can make hashes that all
  /// fall together.
  static var seed: UInt64 { UInt64(bitPattern: Int64(Hasher().finalize())) }
}
