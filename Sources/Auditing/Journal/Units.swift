/// The standing writes of the units of one record.
///
/// As long as one event has written all, it stands for its writes, and nothing else is kept.
package struct Units: Sendable, Sequence {
  private var entries: [Entry] = []
  /// The event whose units come before the entries, each with this one write.
  private var whole: Whole?

  private struct Whole {
    let event: Event
    let kind: EventKind
    let place: EventPlace
    let at: Timestamp

    func write(_ group: Int) -> Record.Write {
      Record.Write(event, kind, group: group, at: place, at)
    }

    /// The groups of which the event gives a field, by their places.
    var groups: [Int] {
      kind.units.indices.filter { index in
        kind.units[index].fields.contains { event.holds($0) }
      }
    }
  }

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
    if let write = whole.flatMap({ Self.write(name, of: $0) }) { return [write] }
    return entries.first { $0.name == name }?.writes
  }

  /// The text of a field of a unit that one event alone has written, read where it stands; nothing
  /// where that is to be asked of the writes.
  func plainText(_ field: String, of unit: String) -> String? {
    guard let whole, let group = whole.kind.units.first(where: { $0.name == unit }),
      group.fields.contains(field)
    else { return nil }
    return whole.event.text(field)
  }

  private static func write(_ name: String, of whole: Whole) -> Record.Write? {
    for (index, group) in whole.kind.units.enumerated() where group.name == name {
      return group.fields.contains { whole.event.holds($0) } ? whole.write(index) : nil
    }
    return nil
  }

  package func makeIterator() -> IndexingIterator<[Entry]> {
    guard whole != nil else { return entries.makeIterator() }
    var units = self
    units.spread()
    return units.entries.makeIterator()
  }

  /// Where the event stands that alone has written anything.
  var onlyPlace: EventPlace? { entries.isEmpty ? whole?.place : nil }

  /// Takes an event as the only one that has written anything, in the place of the one that was.
  ///
  /// - Returns: whether it can be: nothing else was written, or only what it replaces.
  mutating func take(
    _ event: Event, _ kind: EventKind, at place: EventPlace, _ time: Timestamp
  ) -> Bool {
    guard entries.isEmpty else { return false }
    if let whole {
      guard whole.kind == kind, kind.units.count == 1,
        kind.units[0].fields.contains(where: { event.holds($0) })
      else { return false }
    }
    whole = Whole(event: event, kind: kind, place: place, at: time)
    return true
  }

  /// Makes entries of what one event stands for.
  private mutating func spread() {
    guard let whole else { return }
    self.whole = nil
    entries =
      whole.groups.map { Entry(name: whole.kind.units[$0].name, writes: [whole.write($0)]) }
      + entries
  }

  /// Adds a write beside those that it does not replace.
  ///
  /// - Returns: how many stand then.
  mutating func put(_ write: Record.Write, besides kept: [Record.Write], in unit: String) -> Int {
    spread()
    guard let index = entries.firstIndex(where: { $0.name == unit }) else {
      entries.append(Entry(name: unit, writes: [write]))
      return 1
    }
    entries[index].writes = kept + [write]
    return entries[index].writes.count
  }

  /// Takes away some of the writes that stand.
  mutating func removeAll(in unit: String, where isOut: (Record.Write) -> Bool) {
    spread()
    guard let index = entries.firstIndex(where: { $0.name == unit }) else { return }
    entries[index].writes.removeAll(where: isOut)
  }

  /// Sets other writes beside those that stand, in the order of the history.
  mutating func add(_ writes: [Record.Write], in unit: String) {
    spread()
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
      /// The fields of a group of the event's kind, and the kind's remarks.
      case fields(EventKind, group: Int)
      case value([String: Content], remarks: [String])
    }

    /// Creates the write of the fields that an event has for a group of its kind.
    init(
      _ event: Event, _ kind: EventKind, group: Int, at place: EventPlace, _ time: Timestamp
    ) {
      self.place = place
      at = time
      isUse = false
      over = nil
      self.event = event
      said = .fields(kind, group: group)
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
      case .fields(let kind, let group):
        var value: [String: Content] = [:]
        for field in kind.units[group].fields { value[field] = event[field] }
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
      case .fields(let kind, let group):
        kind.units[group].fields.contains(field) ? event[field] : nil
      }
    }

    func remark(_ name: String) -> Content? { remarkNames.contains(name) ? event[name] : nil }

    private var remarkNames: [String] {
      switch said {
      case .fields(let kind, _): kind.remarks
      case .value(_, let remarks): remarks
      }
    }
  }
}
