/// The display ids of one noun's records: `F12` while only one is meant, else `F12.7c3`.
///
/// An id is a letter, the count of the writer who made the record, and as many digits of the
/// writer's mark as tell it apart, then of the record's key. Display ids decide nothing; keys do.
package struct Identifiers: Sendable {
  private var shown: [String: String] = [:]
  /// The records of each label, folded, in the order in which they were made.
  private var entries: [String: [Entry]] = [:]

  private struct Entry {
    let key: String
    let label: String
    let writer: String
  }

  /// Creates the ids of the records of a noun, those that were withdrawn included.
  package init(_ noun: Noun, in state: State) {
    if let known = state.identifiers[noun] {
      self = known
      return
    }
    self.init(state.everything(noun))
  }

  /// Creates the ids of some records, among which all namesakes are.
  package init(_ records: [Record]) {
    for record in records { _ = enter(record) }
    for entries in entries.values { show(entries) }
  }

  /// Adds a record that was made after all the others.
  mutating func add(_ record: Record) {
    if let label = enter(record), let entries = entries[label] { show(entries) }
  }

  /// Takes a record in and gives its label, folded; nothing where it has none.
  private mutating func enter(_ record: Record) -> String? {
    guard let label = record.label else { return nil }
    let folded = label.folded
    entries[folded, default: []].append(
      Entry(key: record.key, label: label, writer: record.writer))
    return folded
  }

  private mutating func show(_ entries: [Entry]) {
    for entry in entries { shown[entry.key] = Self.id(of: entry, among: entries) }
  }

  private static func id(of entry: Entry, among entries: [Entry]) -> String {
    guard entries.count > 1 else { return entry.label }
    let writer = Self.digits(of: entry.writer, among: entries.map(\.writer))
    let namesakes = entries.filter { $0.writer == entry.writer }.map(\.key)
    guard namesakes.count > 1 else { return "\(entry.label).\(writer)" }
    return "\(entry.label).\(writer).\(Self.digits(of: entry.key, among: namesakes))"
  }

  /// The first digits of a mark, three or as many as tell all the marks apart.
  private static func digits(of mark: String, among marks: [String]) -> Substring {
    let distinct = Set(marks)
    let longest = distinct.map(\.count).max() ?? 0
    let length = (3...max(3, longest)).first { length in
      Set(distinct.map { $0.prefix(length) }).count == distinct.count
    }
    return mark.prefix(length ?? longest)
  }

  /// The display id of the record of that key.
  package subscript(key: String) -> String { shown[key] ?? key }

  /// The keys of the records that an id fits: none, one, or several that must be told apart.
  ///
  /// More or fewer digits than are shown are accepted.
  package func keys(for id: String) -> [String] {
    let folded = id.folded
    if let found = entries[folded] { return found.map(\.key) }
    let parts = folded.split(separator: ".", omittingEmptySubsequences: false)
    for count in stride(from: parts.count - 1, to: max(0, parts.count - 3), by: -1) {
      let digits = parts[count...]
      guard let found = entries[parts[..<count].joined(separator: ".")],
        digits.allSatisfy({ !$0.isEmpty }), let writer = digits.first
      else { continue }
      return found.filter { entry in
        entry.writer.hasPrefix(writer)
          && (digits.count == 1 || digits.last.map(entry.key.hasPrefix) == true)
      }.map(\.key)
    }
    return []
  }

  /// The ids as they are shown.
  package var all: [String] { shown.values.sorted() }
}

extension State {
  /// The display ids of a noun's records, which are kept up from now on as records are made.
  package mutating func keptIdentifiers(of noun: Noun) -> Identifiers {
    if let known = identifiers[noun] { return known }
    let made = Identifiers(noun, in: self)
    identifiers[noun] = made
    return made
  }
}
