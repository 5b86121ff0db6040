import Auditing
import Scripting

/// The labels of a noun's records, which are kept up as more are made, so that those that begin as
/// was typed are found at once among very many.
struct LabelIndex {
  private struct Entry {
    let label: String
    let key: String
    let audit: String?
  }

  /// The records that may be meant.
  struct Found {
    /// The newest that stand, as many as are described.
    var records: [Record] = []
    /// One label for each way in which the others go on.
    var others: [String] = []
    /// How many more there are.
    var omitted = 0
  }

  private let noun: Noun
  private var entries: [Entry] = []
  /// How many records they were made of, and the key of the last of those.
  private var count = 0
  private var last: String?

  /// How many records are described, which is more than a screen shows.
  private static let described = 200

  /// How many of the newest records are searched for words.
  private static let searched = 2000

  init(_ noun: Noun) { self.noun = noun }

  /// Takes the records made since; all of them where others came in between.
  mutating func keepUp(_ state: State) {
    if count > 0, state.key(noun, after: count - 1) != last { self = LabelIndex(noun) }
    for found in state.labels(of: noun, after: count) {
      entries.append(Entry(label: found.label, key: found.key, audit: found.audit))
    }
    count = state.count(of: noun)
    last = state.key(noun, after: count - 1)
  }

  /// The records whose id begins so, the newest first, of one audit where that is said.
  func records(labelled typed: String, audit: String?, in state: State) -> Found {
    // Behind a point an id goes on with digits that tell namesakes apart.
    let parts = typed.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let wanted = Array((parts.first ?? "").utf8)
    var found = Found()
    var others: [UInt8: String] = [:]
    for entry in entries.reversed() where audit == nil || entry.audit == audit {
      guard Self.begins(entry.label, wanted, isWhole: parts.count > 1) else { continue }
      if found.records.count < Self.described {
        guard let record = state.record(noun, entry.key), record.isPresent else { continue }
        found.records.append(record)
      } else {
        found.omitted += 1
        let next = entry.label.utf8.dropFirst(wanted.count).first ?? 0
        if others[next] == nil { others[next] = entry.label }
      }
    }
    found.others = others.values.sorted()
    found.omitted -= others.count
    if parts.count > 1 {
      found.records = named(found.records, in: state).filter { $0.id.folded.hasPrefix(typed) }
        .map(\.record)
    }
    return found
  }

  /// Whether a label begins with folded letters, or is no more than those.
  private static func begins(_ label: String, _ wanted: [UInt8], isWhole: Bool) -> Bool {
    var bytes = label.utf8.makeIterator()
    for letter in wanted {
      guard let byte = bytes.next() else { return false }
      guard ((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) == letter else { return false }
    }
    return !isWhole || bytes.next() == nil
  }

  /// The records of which something is so among the newest, of one audit where that is said.
  func newest(audit: String?, in state: State, where isMeant: (Record) -> Bool) -> Found {
    var found = Found()
    for entry in entries.suffix(Self.searched).reversed() {
      guard audit == nil || entry.audit == audit, let record = state.record(noun, entry.key),
        record.isPresent, isMeant(record)
      else { continue }
      if found.records.count < Self.described {
        found.records.append(record)
      } else {
        found.omitted += 1
      }
    }
    return found
  }

  /// Records with their ids, which are their labels where nothing else is called so.
  func named(_ records: [Record], in state: State) -> [(id: String, record: Record)] {
    guard state.history.heads.count > 1 else {
      return records.map { ($0.label ?? $0.key, $0) }
    }
    // A label is one letter and digits: these are all its spellings.
    let labels = Set(records.flatMap { [$0.label?.lowercased(), $0.label?.uppercased()] })
    let namesakes = entries.filter { labels.contains($0.label) }
    let ids = Identifiers(namesakes.compactMap { state.record(noun, $0.key) })
    return records.map { (ids[$0.key], $0) }
  }
}

extension String {
  /// Whether its bytes hold others in a row.
  func holds(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    var rest = utf8[...]
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: wanted) { return true }
      rest = rest[rest.index(after: place)...]
    }
    return false
  }
}
