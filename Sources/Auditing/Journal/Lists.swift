/// The lists of one record, with the operations that added their elements.
///
/// As long as only the event that made the record has added any, it stands for them.
package struct Lists: Sendable {
  private var entries: [String: [Record.Element]] = [:]
  private var whole: Whole?

  private struct Whole {
    let event: Event
    let list: String
    let place: EventPlace
    let at: Timestamp

    var addition: Record.Addition { Record.Addition(place: place, by: event.by, at: at) }
  }

  /// Whether nothing was ever added.
  var isEmpty: Bool { entries.isEmpty && whole == nil }

  /// The elements that are in a list; nothing when none ever was.
  package subscript(list: String) -> [Record.Element]? { spread[list] }

  /// The elements of each list.
  package var values: [[Record.Element]] { sorted.map(\.elements) }

  /// The lists by their names, in order.
  var sorted: [(name: String, elements: [Record.Element])] {
    spread.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Takes the event that made the record as the first that adds elements.
  mutating func begin(
    _ event: Event, _ kind: EventKind, at place: EventPlace, _ time: Timestamp
  ) {
    guard let list = kind.list, event.holds(list) else { return }
    whole = Whole(event: event, list: list, place: place, at: time)
  }

  /// Adds an element.
  mutating func add(_ element: Content, to list: String, _ addition: Record.Addition) {
    settle()
    Self.add(element, addition, &entries[list, default: []])
  }

  /// Removes some additions of an element, and the element with its last.
  mutating func remove(
    _ element: Content, from list: String, where isOut: (Record.Addition) -> Bool
  ) {
    settle()
    guard let known = entries[list]?.firstIndex(where: { $0.content == element }) else { return }
    entries[list]?[known].additions.removeAll(where: isOut)
    if entries[list]?[known].additions.isEmpty == true { entries[list]?.remove(at: known) }
  }

  private mutating func settle() {
    guard whole != nil else { return }
    entries = spread
    whole = nil
  }

  /// The elements by list, those included for which an event stands.
  private var spread: [String: [Record.Element]] {
    guard let whole else { return entries }
    var elements: [Record.Element] = []
    let addition = whole.addition
    for content in whole.event[whole.list]?.list ?? [] {
      Self.add(content, addition, &elements)
    }
    return elements.isEmpty ? entries : [whole.list: elements]
  }

  private static func add(
    _ content: Content, _ addition: Record.Addition, _ elements: inout [Record.Element]
  ) {
    if let known = elements.firstIndex(where: { $0.content == content }) {
      elements[known].additions.append(addition)
    } else {
      elements.append(.init(content: content, additions: [addition]))
    }
  }
}
