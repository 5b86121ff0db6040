import Auditing

/// How two values compare: the one whose type is known gives the other its type.
struct Comparing {
  let origin: DateOrigin

  /// Where one value stands beside another.
  enum Order { case less, equal, more }

  /// Whether a comparison holds, or nothing when the two do not compare.
  func holds(_ left: Value, _ comparison: Expression.Comparison, _ right: Value) -> Bool? {
    switch comparison {
    case .contains: contains(left, right)
    case .equal: equal(left, right)
    case .notEqual: equal(left, right).map { !$0 }
    case .less: left.isEmpty || right.isEmpty ? false : order(left, right).map { $0 == .less }
    case .atMost: left.isEmpty || right.isEmpty ? false : order(left, right).map { $0 != .more }
    case .more: left.isEmpty || right.isEmpty ? false : order(left, right).map { $0 == .more }
    case .atLeast: left.isEmpty || right.isEmpty ? false : order(left, right).map { $0 != .less }
    }
  }

  private func contains(_ left: Value, _ right: Value) -> Bool {
    if case .list(let values) = left { return values.contains { contains($0, right) } }
    return left.written.folded.contains(right.written.folded)
  }

  /// Whether a value is one of several, or nothing when it is none and some do not compare.
  func contained(_ needle: Value, in values: [Value]) -> Bool? {
    var result: Bool? = false
    for value in values {
      switch equal(needle, value) {
      case true?: return true
      case false?: break
      case nil: result = nil
      }
    }
    return result
  }

  /// Whether two values are equal, or nothing when they do not compare.
  ///
  /// Ids, names and words of a closed list are equal without regard to case and accents, texts
  /// letter for letter; a list is equal to what it holds.
  func equal(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { equal($0, $1) == true }
    case (.list(let values), _):
      return right.isEmpty ? values.isEmpty : contained(right, in: values)
    case (_, .list): return left.isEmpty && right.isEmpty ? true : nil
    default: break
    }
    if left.isEmpty || right.isEmpty { return left.isEmpty == right.isEmpty }
    switch (left, right) {
    case (.record, _), (_, .record): return isSameName(left, right)
    case (.boolean(let a), _): return boolean(right).map { $0 == a }
    case (_, .boolean(let b)): return boolean(left).map { $0 == b }
    case (.text(let a), .text(let b)), (.text(let a), .word(let b)):
      return a == b || Self.plain(a) == Self.plain(b)
    case (.choice, _), (_, .choice):
      if isSameName(left, right) { return true }
      if let a = time(left), let b = time(right) { return a == b }
      guard let a = date(left), let b = date(right) else { return false }
      return a == b
    case (.word, .text): return isSameName(left, right)
    case (.word, .word):
      if let a = boolean(left), let b = boolean(right) { return a == b }
      return order(left, right).map { $0 == .equal }
    default: return order(left, right).map { $0 == .equal }
    }
  }

  private func isSameName(_ left: Value, _ right: Value) -> Bool {
    left.written.folded == right.written.folded
  }

  /// A text with straight apostrophes and plain spaces, which are the same characters to a reader.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == "\u{2019}" ? "'" : scalar.isNarrowSpace ? " " : scalar)
    }
    return String(result)
  }

  /// The order of two values, or nothing when they have none.
  func order(_ left: Value, _ right: Value) -> Order? {
    switch (left, right) {
    case (.list, _), (_, .list), (.boolean, _), (_, .boolean): return nil
    case (.choice(_, let words), _) where !words.isEmpty: return order(left, right, among: words)
    case (_, .choice(_, let words)) where !words.isEmpty: return order(left, right, among: words)
    default: break
    }
    if let a = time(left), let b = time(right), (a.day == nil) == (b.day == nil) {
      return Self.order(a, b)
    }
    if let a = date(left), let b = date(right) { return Self.order(a, b) }
    if let a = quantity(left), let b = quantity(right) {
      guard let isLess = a.isLess(than: b), let isMore = b.isLess(than: a) else { return nil }
      return isLess ? .less : isMore ? .more : .equal
    }
    if isTyped(left) || isTyped(right) { return nil }
    return Self.order(
      NaturalOrder(left.written.folded), NaturalOrder(right.written.folded))
  }

  /// The order in which two values are sorted: there always is one.
  ///
  /// Values that do not compare are sorted by kind, so that the order is the same whatever stands
  /// between them.
  func sortingOrder(_ left: Value, _ right: Value) -> Order {
    if case .boolean(let a) = left, case .boolean(let b) = right {
      return Self.order(a ? 1 : 0, b ? 1 : 0)
    }
    let (a, b) = (sortingKind(left), sortingKind(right))
    if a != b { return Self.order(a, b) }
    return order(left, right)
      ?? Self.order(NaturalOrder(left.written.folded), NaturalOrder(right.written.folded))
  }

  /// What a value is sorted by first: values of one kind compare with each other.
  private func sortingKind(_ value: Value) -> String {
    if case .choice(_, let words) = value, !words.isEmpty { return "choice" }
    if date(value) != nil { return "date" }
    guard let unit = quantity(value)?.unit else { return "text" }
    switch unit {
    case .second, .minute, .hour, .day, .week: return "quantity"
    default: return "quantity \(unit.rawValue)"
    }
  }

  private func isTyped(_ value: Value) -> Bool {
    switch value {
    case .number, .quantity, .date: true
    default: false
    }
  }

  private func order(_ left: Value, _ right: Value, among words: [String]) -> Order? {
    let folded = words.map(\.folded)
    guard let a = folded.firstIndex(of: left.written.folded),
      let b = folded.firstIndex(of: right.written.folded)
    else { return nil }
    return Self.order(a, b)
  }

  private static func order<Item: Comparable>(_ a: Item, _ b: Item) -> Order {
    a < b ? .less : a == b ? .equal : .more
  }
}

// MARK: - What a value is read as

extension Comparing {
  /// The value as a date; the moment of an entry is read as its day.
  func date(_ value: Value) -> CalendarDate? {
    switch value {
    case .date(let date): return date
    case .word(let text), .text(let text), .choice(let text, []):
      if text.utf8.count > 10, text.utf8.dropFirst(10).first == UInt8(ascii: "T") {
        return CalendarDate(text.prefix(10))
      }
      return origin.date(text)
    default: return nil
    }
  }

  /// The value as a time of day or an instant.
  func time(_ value: Value) -> ClockTime? {
    switch value {
    case .word(let text), .text(let text), .choice(let text, []): ClockTime(text)
    default: nil
    }
  }

  /// The value as a number or quantity; a name is none.
  func quantity(_ value: Value) -> Quantity? {
    switch value {
    case .quantity(let quantity): quantity
    case .number(let number): Quantity(number, .count)
    case .word(let text), .text(let text): text.utf8.count <= 64 ? Quantity(text) : nil
    default: nil
    }
  }

  /// The value as true or false; nothing is false.
  func boolean(_ value: Value) -> Bool? {
    switch value {
    case .boolean(let value): value
    case .nothing: false
    case .word(let text), .text(let text), .choice(let text, _):
      switch text.folded {
      case "yes", "oui", "true", "vrai": true
      case "no", "non", "false", "faux": false
      default: nil
      }
    default: nil
    }
  }
}
