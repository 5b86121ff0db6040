/// The standing writes of the units of one record.
package struct Units: Sendable, Sequence {
  private var entries: [Entry] = []

  /// One unit and its standing writes, in display order.
  package struct Entry: Sendable {
    package let name: String
    package fileprivate(set) var writes: [Record.Write]

    /// Whether it holds several distinct values.
    package var isInConflict: Bool {
      guard writes.count > 1, let first = writes.first?.value else { return false }
      return writes.dropFirst().contains { $0.value != first }
    }
  }

  /// The standing writes of a unit; nothing when it was never written.
  package subscript(name: String) -> [Record.Write]? {
    entries.first { $0.name == name }?.writes
  }

  package func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }

  /// Adds a write that replaces some of those that stand.
  ///
  /// - Returns: how many stand then.
  mutating func put(
    _ write: Record.Write, in unit: String, replacing isReplaced: (Record.Write) -> Bool
  ) -> Int {
    guard let index = entries.firstIndex(where: { $0.name == unit }) else {
      entries.append(Entry(name: unit, writes: [write]))
      return 1
    }
    entries[index].writes.removeAll(where: isReplaced)
    entries[index].writes.append(write)
    return entries[index].writes.count
  }

  /// Takes away some of the writes that stand.
  mutating func removeAll(in unit: String, where isOut: (Record.Write) -> Bool) {
    guard let index = entries.firstIndex(where: { $0.name == unit }) else { return }
    entries[index].writes.removeAll(where: isOut)
  }

  /// Sets other writes beside those that stand, in the order of the history.
  mutating func add(_ writes: [Record.Write], in unit: String) {
    guard let index = entries.firstIndex(where: { $0.name == unit }) else { return }
    entries[index].writes.append(contentsOf: writes)
    entries[index].writes.sort { $0.place < $1.place }
  }
}

extension Record {
  /// One standing write of a unit.
  package struct Write: Sendable {
    /// Where it stands in the history.
    package let place: EventPlace
    package let at: Timestamp
    /// Whether it only shows that the record was used while another removed it.
    package let isUse: Bool
    /// The operations whose writes a decision replaces; nothing for a plain write.
    let over: [Int]?
    private let event: Event
    private let said: Said

    private enum Said {
      case fields([String], remarks: [String])
      case value([String: Content], remarks: [String])
    }

    init(
      _ event: Event, fields: [String], remarks: [String], at place: EventPlace, of history: History
    ) {
      self.place = place
      at = history.operations[place.operation].at
      isUse = false
      over = nil
      self.event = event
      said = .fields(fields, remarks: remarks)
    }

    init(
      _ event: Event, value: [String: Content], remarks: [String] = [], over: [Int]? = nil,
      isUse: Bool = false, at place: EventPlace, of history: History
    ) {
      self.place = place
      at = history.operations[place.operation].at
      self.isUse = isUse
      self.over = over
      self.event = event
      said = .value(value, remarks: remarks)
    }

    /// The operation that wrote it, by its place in the history.
    package var operation: Int { place.operation }

    /// The person who wrote it.
    package var by: String { event.by }

    /// The fields of the unit that it gives.
    package var value: [String: Content] {
      switch said {
      case .value(let value, _): return value
      case .fields(let fields, _):
        var value: [String: Content] = [:]
        for field in fields { value[field] = event[field] }
        return value
      }
    }

    /// What is kept beside it and never compared.
    package var remarks: [String: Content] {
      var remarks: [String: Content] = [:]
      for name in remarkNames { remarks[name] = event[name] }
      return remarks
    }

    package subscript(field: String) -> Content? {
      switch said {
      case .value(let value, _): value[field]
      case .fields(let fields, _): fields.contains(field) ? event[field] : nil
      }
    }

    func remark(_ name: String) -> Content? { remarkNames.contains(name) ? event[name] : nil }

    private var remarkNames: [String] {
      switch said {
      case .fields(_, let remarks), .value(_, let remarks): remarks
      }
    }
  }
}
