/// Where the records of a state are, by their nouns and keys.
struct RecordTable: Sendable {
  private var slots = SlotTable()
  private let seed = SlotTable.seed

  init() {}

  /// Where the record of a target is.
  func place(of target: Target, in records: [Record]) -> Int? {
    place(of: target, hash(of: target), in: records)
  }

  /// Where the record of a target of that hash is.
  func place(of target: Target, _ hash: UInt64, in records: [Record]) -> Int? {
    slots.place(hash) { records[$0].noun == target.noun && records[$0].key == target.key }
  }

  /// The hash by which the record of a target is found.
  func hash(of target: Target) -> UInt64 { Self.hash(target.key, seed) }

  /// Remembers where the record of that hash is, which has no place yet.
  mutating func insert(_ hash: UInt64, at place: Int, in records: [Record]) {
    let seed = seed
    slots.insert(hash, at: place) { Self.hash(records[$0].key, seed) }
  }

  /// Makes room for so many records, of which some are here already.
  mutating func reserve(_ capacity: Int, _ records: [Record]) {
    let seed = seed
    slots.reserve(capacity) { Self.hash(records[$0].key, seed) }
  }

  /// A hash of the key, which nobody can make fall together who does not know the seed.
  private static func hash(_ key: String, _ seed: UInt64) -> UInt64 {
    let key = key.utf8.span
    var hash = seed
    var place = 0
    while place + 8 <= key.count {
      hash = mix(hash ^ key.word(at: place), seed | 1)
      place += 8
    }
    var rest = UInt64(key.count)
    while place < key.count {
      rest = rest << 8 | UInt64(key[place])
      place += 1
    }
    return mix(hash ^ rest, seed | 1)
  }

  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other ^ 0xBF58_476D_1CE4_E5B9)
    return product.high ^ product.low
  }
}
