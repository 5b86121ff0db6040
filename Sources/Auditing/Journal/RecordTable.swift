/// Where the records of a state are, by their nouns and keys.
///
/// A slot holds 32 bits of the hash and the place, from 1; the records themselves settle a doubt.
struct RecordTable: Sendable {
  private var slots: [UInt64] = []
  private var count = 0
  private let seed: UInt64

  init() { seed = UInt64(bitPattern: Int64(Hasher().finalize())) }

  /// Where the record of a target is.
  func place(of target: Target, in records: [Record]) -> Int? {
    guard !slots.isEmpty else { return nil }
    let hash = hash(target)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if records[place].noun == target.noun, records[place].key == target.key { return place }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Remembers where the record of a target is, which has none yet.
  mutating func insert(_ target: Target, at place: Int, in records: [Record]) {
    if (count + 1) * 3 > slots.count * 2 { reserve(max(16, 2 * count), records) }
    put(hash(target), place)
    count += 1
  }

  /// Makes room for so many records, of which some are here already.
  mutating func reserve(_ capacity: Int, _ records: [Record]) {
    var size = 16
    while size * 2 < capacity * 3 + 3 { size *= 2 }
    guard size > slots.count else { return }
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    for slot in old where slot != 0 {
      let place = Int(slot & 0xFFFF_FFFF) - 1
      put(hash(Target(noun: records[place].noun, key: records[place].key)), place)
    }
  }

  private mutating func put(_ hash: UInt64, _ place: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(place + 1)
  }

  /// A hash of the key, which nobody can make fall together who does not know the seed.
  private func hash(_ target: Target) -> UInt64 {
    let key = target.key.utf8.span
    var hash = seed
    var place = 0
    while place + 8 <= key.count {
      hash = Self.mix(hash ^ key.word(at: place), seed | 1)
      place += 8
    }
    var rest = UInt64(key.count)
    while place < key.count {
      rest = rest << 8 | UInt64(key[place])
      place += 1
    }
    return Self.mix(hash ^ rest, seed | 1)
  }

  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other ^ 0xBF58_476D_1CE4_E5B9)
    return product.high ^ product.low
  }
}
