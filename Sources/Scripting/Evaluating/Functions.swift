import Auditing

/// The functions of expressions.
struct Functions {
  let comparing: Comparing
  let origin: DateOrigin

  /// Each function with how many values it takes.
  static let table: [(name: String, arity: ClosedRange<Int>)] = [
    ("count", 1...1), ("days", 2...2), ("max", 1...2), ("mean", 1...2), ("min", 1...2),
    ("number", 1...1), ("range", 2...2), ("round", 1...2), ("sum", 1...2), ("text", 1...1),
  ]

  static func check(_ name: Spanned<String>, count: Int) throws(ScriptError) {
    guard let function = table.first(where: { $0.name == name.value }) else {
      let names = table.map(\.name)
      throw ScriptError(
        .unknownFunction(
          name.value, known: names, suggestion: Suggestion.nearest(to: name.value, among: names)),
        name.range)
    }
    guard function.arity.contains(count) else {
      throw ScriptError(
        .argumentCount(name.value, expected: function.arity, found: count), name.range)
    }
  }

  func call(_ name: Spanned<String>, _ values: [Value]) throws(ScriptError) -> Value {
    try Self.check(name, count: values.count)
    let range = name.range
    switch name.value {
    case "count": return .number(DecimalNumber(try list(values, range).count))
    case "text": return .text(values[0].written)
    case "number":
      let quantity = try quantity(values[0], range)
      return .number(quantity.number)
    case "range": return try numbers(values, range)
    case "days": return try days(values, range)
    case "round": return try rounded(values, range)
    case "sum": return try sum(values, range)
    case "mean":
      let items = try list(values, range)
      guard !items.isEmpty else { return .nothing }
      let total = try quantity(try sum(values, range), range)
      guard let mean = DecimalNumber.divide(total.number, DecimalNumber(items.count))
      else { return .nothing }
      return total.unit == .count ? .number(mean) : .quantity(Quantity(mean, total.unit))
    default:
      return try extreme(values, isLeast: name.value == "min", range)
    }
  }

  private func list(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> [Value] {
    guard case .list(let items) = values[0] else {
      throw ScriptError(.notAList(values[0].written), range)
    }
    guard values.count == 2 else { return items }
    let field = values[1].written
    return try items.map { (item) throws(ScriptError) in
      try Evaluator.member(field, of: item, at: range)
    }
  }

  private func quantity(_ value: Value, _ range: Range<Int>) throws(ScriptError) -> Quantity {
    guard let quantity = comparing.quantity(value) else {
      throw ScriptError(.notANumber(value.written), range)
    }
    return quantity
  }

  private func whole(_ value: Value, _ range: Range<Int>) throws(ScriptError) -> Int {
    let number = try quantity(value, range).number
    guard number.scale == 0 else { throw ScriptError(.notANumber(value.written), range) }
    return number.significand
  }

  private func numbers(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> Value {
    let (first, last) = (try whole(values[0], range), try whole(values[1], range))
    guard last - first < 1_000_000 else { throw ScriptError(.notANumber(values[1].written), range) }
    guard first <= last else { return .list([]) }
    return .list((first...last).map { .number(DecimalNumber($0)) })
  }

  private func days(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> Value {
    guard let first = comparing.date(values[0]), let last = comparing.date(values[1]) else {
      throw ScriptError(.incomparable(values[0].written, values[1].written), range)
    }
    return .quantity(Quantity(DecimalNumber(last.dayNumber - first.dayNumber), .day))
  }

  private func rounded(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> Value {
    let quantity = try quantity(values[0], range)
    let places = values.count == 2 ? try whole(values[1], range) : 0
    let number = quantity.number.rounded(to: max(0, min(9, places)))
    return quantity.unit == .count ? .number(number) : .quantity(Quantity(number, quantity.unit))
  }

  private func sum(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> Value {
    var total: Quantity?
    for item in try list(values, range) where !item.isEmpty {
      let next = try quantity(item, range)
      if let sum = total {
        guard sum.unit == next.unit, let number = DecimalNumber.add(sum.number, next.number) else {
          throw ScriptError(.incomparable(sum.description, next.description), range)
        }
        total = Quantity(number, sum.unit)
      } else {
        total = next
      }
    }
    guard let total else { return .number(DecimalNumber(0)) }
    return total.unit == .count ? .number(total.number) : .quantity(total)
  }

  private func extreme(_ values: [Value], isLeast: Bool, _ range: Range<Int>)
    throws(ScriptError) -> Value
  {
    var best: Value?
    for item in try list(values, range) where !item.isEmpty {
      guard let current = best else {
        best = item
        continue
      }
      guard let order = comparing.order(item, current) else {
        throw ScriptError(.incomparable(item.written, current.written), range)
      }
      if order == (isLeast ? .less : .more) { best = item }
    }
    return best ?? .nothing
  }
}
