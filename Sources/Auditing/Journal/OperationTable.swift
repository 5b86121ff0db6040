/// Where the operations of a history stand, by their ids.
///
/// A slot holds 32 bits of the id and the place, from 1; the operations themselves settle a doubt.
struct OperationTable: Sendable {
  private var slots: [UInt64] = []
  private var count = 0
  /// The ids that are no digests.
  private var named: [String: Int] = [:]
  private let seed: UInt64

  init() {
    seed = UInt64(bitPattern: Int64(Hasher().finalize()))
  }

  /// Where the operation of an id stands.
  func place(of id: OperationID, in operations: [Operation]) -> Int? {
    guard let bits = id.bits(seed: seed) else { return named[id.text] }
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: bits) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == bits >> 32 {
        let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if place < operations.count, operations[place].identity == id { return place }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Remembers where the operation of an id stands, which is not here yet.
  mutating func insert(_ id: OperationID, at place: Int, in operations: [Operation]) {
    guard let bits = id.bits(seed: seed) else {
      named[id.text] = place
      return
    }
    if (count + 1) * 3 > slots.count * 2 { reserve(max(16, 2 * count), operations) }
    put(bits, place)
    count += 1
  }

  /// Forgets the name of an operation that was being prepared.
  mutating func forget(_ id: OperationID) {
    if id.prefix == nil { named[id.text] = nil }
  }

  /// Makes room for so many operations, of which some are here already.
  mutating func reserve(_ capacity: Int, _ operations: [Operation]) {
    var size = 16
    while size * 2 < capacity * 3 + 3 { size *= 2 }
    guard size > slots.count else { return }
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    for slot in old where slot != 0 {
      let place = Int(slot & 0xFFFF_FFFF) - 1
      if let bits = operations[place].identity.bits(seed: seed) { put(bits, place) }
    }
  }

  private mutating func put(_ bits: UInt64, _ place: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: bits) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = bits & ~0xFFFF_FFFF | UInt64(place + 1)
  }
}
