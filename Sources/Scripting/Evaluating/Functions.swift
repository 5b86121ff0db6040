import Auditing

/// The functions of expressions.
struct Functions {
  let comparing: Comparing
  let origin: DateOrigin

  /// Each function with how many values it takes.
  static let table: [(name: String, arity: ClosedRange<Int>)] = [
    ("count", 1...2), ("days", 2...2), ("max", 1...2), ("mean", 1...2), ("min", 1...2),
    ("number", 1...1), ("range", 2...2), ("round", 1...2), ("sum", 1...2), ("text", 1...1),
    ("workdays", 2...2),
  ]

  /// The names of the functions.
  static let names = Set(table.map(\.name))

  /// The functions whose second value is the name of a field.
  static let overLists: Set<String> = ["count", "max", "mean", "min", "sum"]

  /// How many numbers `range` makes at most.
  static let longestRange = 1_000_000

  /// Refuses a name that is no function's, and a wrong count of values.
  static func check(_ name: Spanned<String>, count: Int, others: [String] = [])
    throws(ScriptError)
  {
    guard let function = table.first(where: { $0.name == name.value }) else {
      let names = (table.map(\.name) + others).sorted()
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

  /// The value of a function.
  func call(_ name: Spanned<String>, _ values: [Value]) throws(ScriptError) -> Value {
    try Self.check(name, count: values.count)
    let range = name.range
    switch name.value {
    case "text": return .text(values[0].written)
    case "number": return .number(try quantity(values[0], range).number)
    case "range": return try numbers(values, range)
    case "days":
      let (first, last) = (try date(values[0], range), try date(values[1], range))
      return .quantity(Quantity(DecimalNumber(last.dayNumber - first.dayNumber), .day))
    case "workdays":
      let (first, last) = (try date(values[0], range), try date(values[1], range))
      guard let count = origin.workingDays(from: first, to: last) else {
        throw ScriptError(.noWorkingDays, range)
      }
      return .quantity(Quantity(DecimalNumber(count), .workingDay))
    case "round": return try rounded(values, range)
    default:
      let items = try list(values, range)
      switch name.value {
      case "count": return .number(DecimalNumber(items.count))
      case "sum": return Calculating.value(of: try sum(items, range))
      case "mean": return try mean(items, range)
      default: return try extreme(items, isLeast: name.value == "min", range)
      }
    }
  }
}

// MARK: - Of lists

extension Functions {
  /// The items of a list, or the field of each; with a field those without it are left out.
  private func list(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> [Value] {
    let items: [Value]
    switch values[0] {
    case .list(let list): items = list
    case .nothing: items = []
    default: throw ScriptError(.notAList(values[0].written), range)
    }
    guard values.count == 2 else { return items }
    let path = values[1].written.split(separator: ".").map(String.init)
    var result: [Value] = []
    for item in items {
      var value = item
      for name in path { value = try Evaluator.member(name, of: value, at: range) }
      if !value.isEmpty { result.append(value) }
    }
    return result
  }

  private func sum(_ items: [Value], _ range: Range<Int>) throws(ScriptError) -> Quantity {
    var total: Quantity?
    for item in items where !item.isEmpty {
      let next = try quantity(item, range)
      guard let sum = total else {
        total = next
        continue
      }
      total = try Calculating(comparing: comparing, range: range).quantity(sum, .plus, next)
    }
    return total ?? Quantity(DecimalNumber(0), .count)
  }

  /// The mean of the items that are not empty, or nothing when there is none.
  private func mean(_ items: [Value], _ range: Range<Int>) throws(ScriptError) -> Value {
    let count = items.count { !$0.isEmpty }
    guard count > 0 else { return .nothing }
    let mean = try Calculating(comparing: comparing, range: range)
      .quantity(try sum(items, range), .divided, Quantity(DecimalNumber(count), .count))
    return Calculating.value(of: mean)
  }

  private func extreme(_ items: [Value], isLeast: Bool, _ range: Range<Int>)
    throws(ScriptError) -> Value
  {
    var best: Value?
    for item in items where !item.isEmpty {
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

// MARK: - Of single values

extension Functions {
  private func quantity(_ value: Value, _ range: Range<Int>) throws(ScriptError) -> Quantity {
    guard let quantity = comparing.quantity(value) else {
      throw ScriptError(.notANumber(value.written), range)
    }
    return quantity
  }

  private func date(_ value: Value, _ range: Range<Int>) throws(ScriptError) -> CalendarDate {
    guard let date = comparing.date(value) else {
      throw ScriptError(.notADate(value.written), range)
    }
    return date
  }

  private func whole(_ value: Value, _ range: Range<Int>) throws(ScriptError) -> Int {
    let number = try quantity(value, range).number
    guard number.scale == 0 else { throw ScriptError(.notANumber(value.written), range) }
    return number.significand
  }

  private func numbers(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> Value {
    .list(try bounds(values, range)?.map { .number(DecimalNumber($0)) } ?? [])
  }

  /// The numbers from the first value to the second, or nothing when there are none.
  func bounds(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> ClosedRange<Int>? {
    let (first, last) = (try whole(values[0], range), try whole(values[1], range))
    guard last - first < Self.longestRange else {
      throw ScriptError(.rangeTooLong(limit: Self.longestRange), range)
    }
    return first <= last ? first...last : nil
  }

  private func rounded(_ values: [Value], _ range: Range<Int>) throws(ScriptError) -> Value {
    let quantity = try quantity(values[0], range)
    let places = values.count == 2 ? try whole(values[1], range) : 0
    let number = quantity.number.rounded(to: max(0, min(9, places)))
    return Calculating.value(of: Quantity(number, quantity.unit))
  }
}
