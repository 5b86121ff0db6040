/// Where the operations of a history stand, by their ids.
struct OperationTable: Sendable {
  private var slots = SlotTable()
  /// The ids that are no digests.
  private var named: [String: Int] = [:]
  private let seed = SlotTable.seed

  init() {}

  /// Where the operation of an id stands.
  func place(of id: OperationID, in operations: [Operation]) -> Int? {
    guard let bits = id.bits(seed: seed) else { return named[id.text] }
    return slots.place(bits) { $0 < operations.count && operations[$0].identity == id }
  }

  /// Remembers where the operation of an id stands, which is not here yet.
  mutating func insert(_ id: OperationID, at place: Int, in operations: [Operation]) {
    guard let bits = id.bits(seed: seed) else {
      named[id.text] = place
      return
    }
    let seed = seed
    slots.insert(bits, at: place) { operations[$0].identity.bits(seed: seed) }
  }

  /// Forgets the name of an operation that was being prepared.
  mutating func forget(_ id: OperationID) {
    if id.prefix == nil { named[id.text] = nil }
  }

  /// Makes room for so many operations, of which some are here already.
  mutating func reserve(_ capacity: Int, _ operations: [Operation]) {
    let seed = seed
    slots.reserve(capacity) { operations[$0].identity.bits(seed: seed) }
  }
}
