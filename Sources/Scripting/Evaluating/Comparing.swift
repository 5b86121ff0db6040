import Auditing

/// How two values compare: the one whose type is known gives the other its type.
struct Comparing {
  let origin: DateOrigin

  enum Order { case less, equal, more }

  /// Whether a comparison holds, or nothing when the two do not compare.
  func holds(_ left: Value, _ comparison: Expression.Comparison, _ right: Value) -> Bool? {
    if case .contains = comparison { return contains(left, right) }
    if case .list(let values) = left, comparison == .equal {
      return values.contains { equal($0, right) == true }
    }
    if left.isEmpty || right.isEmpty {
      switch comparison {
      case .equal: return left.isEmpty && right.isEmpty
      case .notEqual: return left.isEmpty != right.isEmpty
      default: return false
      }
    }
    switch comparison {
    case .equal: return equal(left, right)
    case .notEqual: return equal(left, right).map(!)
    default: break
    }
    guard let order = order(left, right) else { return nil }
    return switch comparison {
    case .less: order == .less
    case .atMost: order != .more
    case .more: order == .more
    case .atLeast: order != .less
    default: false
    }
  }

  private func contains(_ left: Value, _ right: Value) -> Bool {
    if case .list(let values) = left {
      return values.contains { contains($0, right) }
    }
    return left.written.folded.contains(right.written.folded)
  }

  /// Whether two values are equal: names without regard to case and accents, texts exactly.
  func equal(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.record(let a), _): return a.id.folded == right.written.folded
    case (_, .record(let b)): return left.written.folded == b.id.folded
    case (.boolean(let a), _): return boolean(right).map { $0 == a }
    case (_, .boolean(let b)): return boolean(left).map { $0 == b }
    case (.text(let a), .text(let b)): return a == b
    case (.text(let a), .word(let b)), (.word(let a), .text(let b)):
      return a == b || a.folded == b.folded
    case (.choice(let a, _), _): return a.folded == right.written.folded
    case (_, .choice(let b, _)): return left.written.folded == b.folded
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { equal($0, $1) == true }
    default: break
    }
    if let order = typed(left, right) { return order == .equal }
    if isTyped(left) || isTyped(right) { return nil }
    return left.written.folded == right.written.folded
  }

  private func isTyped(_ value: Value) -> Bool {
    switch value {
    case .number, .quantity, .date: true
    default: false
    }
  }

  /// The order of two values, or nothing when they have none.
  func order(_ left: Value, _ right: Value) -> Order? {
    if case .choice(_, let words) = left { return order(left, right, among: words) }
    if case .choice(_, let words) = right { return order(left, right, among: words) }
    if let order = typed(left, right) { return order }
    if isTyped(left) || isTyped(right) { return nil }
    let (a, b) = (left.written.folded, right.written.folded)
    return a == b ? .equal : a < b ? .less : .more
  }

  private func order(_ left: Value, _ right: Value, among words: [String]) -> Order? {
    let folded = words.map(\.folded)
    guard let a = folded.firstIndex(of: left.written.folded),
      let b = folded.firstIndex(of: right.written.folded)
    else { return nil }
    return a == b ? .equal : a < b ? .less : .more
  }

  /// The order of two dates or two quantities, words among them read as such.
  private func typed(_ left: Value, _ right: Value) -> Order? {
    if let a = date(left), let b = date(right) { return a == b ? .equal : a < b ? .less : .more }
    guard let a = quantity(left), let b = quantity(right), a.compares(with: b),
      let below = a.isLess(than: b), let above = b.isLess(than: a)
    else { return nil }
    return below ? .less : above ? .more : .equal
  }

  func date(_ value: Value) -> CalendarDate? {
    switch value {
    case .date(let date): date
    case .word(let text), .text(let text): origin.date(text)
    default: nil
    }
  }

  func quantity(_ value: Value) -> Quantity? {
    switch value {
    case .quantity(let quantity): quantity
    case .number(let number): Quantity(number, .count)
    case .word(let text), .text(let text): Quantity(text)
    default: nil
    }
  }

  func boolean(_ value: Value) -> Bool? {
    switch value {
    case .boolean(let value): value
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
