/// The display ids of one noun's records: `F12` while only one is meant, else `F12.7c3`.
///
/// An id is a letter, the count of the writer who made the record, and as many digits of the
/// writer's mark as tell it apart. Display ids decide nothing; keys do.
package struct Identifiers: Sendable {
  private var shown: [String: String] = [:]
  private var keys: [String: [String]] = [:]

  /// Creates the ids of the records of a noun, those that were withdrawn included.
  package init(_ noun: Noun, in state: State) {
    var byLabel: [String: [(key: String, writer: String)]] = [:]
    for record in state.everything(noun) {
      guard let label = record.identity["id"]?.text else { continue }
      byLabel[label, default: []].append((record.key, record.writer))
    }
    for (label, records) in byLabel {
      let digits = Self.digits(telling: records.map(\.writer))
      for record in records {
        let id = records.count == 1 ? label : "\(label).\(record.writer.prefix(digits))"
        shown[record.key] = id
        keys[id.folded, default: []].append(record.key)
        if records.count > 1 { keys[label.folded, default: []].append(record.key) }
      }
    }
  }

  /// The display id of the record of that key.
  package subscript(key: String) -> String { shown[key] ?? key }

  /// The keys of the records that an id fits: none, one, or several that must be told apart.
  ///
  /// More digits of the writer's mark than needed are accepted.
  package func keys(for id: String) -> [String] {
    let folded = id.folded
    if let found = keys[folded] { return found }
    guard let dot = folded.firstIndex(of: ".") else { return [] }
    return keys.filter { folded.hasPrefix($0.key) && $0.key.count > folded[..<dot].count }
      .flatMap(\.value)
  }

  /// The ids as they are shown.
  package var all: [String] { shown.values.sorted() }

  private static func digits(telling writers: [String]) -> Int {
    let distinct = Set(writers)
    return (3...16).first { length in
      Set(distinct.map { $0.prefix(length) }).count == distinct.count
    } ?? 16
  }
}
