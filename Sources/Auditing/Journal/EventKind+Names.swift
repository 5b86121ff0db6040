extension EventKind {
  /// The place among all kinds of the one that some bytes name.
  static func place(named name: Span<UInt8>) -> Int? {
    let table = names
    var slot = hash(name) & (table.count - 1)
    while table[slot].place >= 0 {
      if isEqual(table[slot].name, name) { return table[slot].place }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  private struct Slot {
    var name: [UInt8] = []
    var place = -1
  }

  /// The places of the kinds, by their names.
  private static let names: [Slot] = {
    var size = 64
    while size < 4 * declarations.count { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    for (place, kind) in declarations.enumerated() {
      let name = Array(kind.name.utf8)
      var slot = hash(name.span) & (size - 1)
      while slots[slot].place >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(name: name, place: place)
    }
    return slots
  }()

  private static func hash(_ name: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in 0..<name.count { hash = (hash ^ UInt64(name[place])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash >> 20)
  }

  private static func isEqual(_ one: [UInt8], _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for place in 0..<one.count where one[place] != other[place] { return false }
    return true
  }
}
