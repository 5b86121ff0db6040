import Auditing

/// Computes an expression whose variables are filled in already.
package struct Evaluator: Sendable {
  let origin: DateOrigin

  /// Creates an evaluator; dates that count from somewhere count from the origin.
  package init(origin: DateOrigin) {
    self.origin = origin
  }

  private var comparing: Comparing { Comparing(origin: origin) }

  /// The value of an expression, where a bare word on the left of an operator is a field.
  package func value(_ expression: Resolved, of record: RecordValue? = nil) throws(ScriptError)
    -> Value
  {
    switch expression.node {
    case .constant(let value):
      return value
    case .field(let path):
      guard let record else {
        throw ScriptError(.fieldOutsideFilter(path.joined(separator: ".")), expression.range)
      }
      return try field(path, of: record, at: expression.range)
    case .or(let left, let right):
      if try isTrue(left, of: record) { return .boolean(true) }
      return .boolean(try isTrue(right, of: record))
    case .and(let left, let right):
      guard try isTrue(left, of: record) else { return .boolean(false) }
      return .boolean(try isTrue(right, of: record))
    case .not(let operand):
      return .boolean(!(try isTrue(operand, of: record)))
    case .compare(let left, let comparison, let right):
      let (a, b) = (try value(left, of: record), try value(right, of: record))
      return .boolean(try holds(a, comparison, b, at: expression.range))
    case .contained(let left, let right, let negated):
      let (needle, stack) = (try value(left, of: record), try value(right, of: record))
      return .boolean(try isContained(needle, in: stack, at: expression.range) != negated)
    case .empty(let operand, let negated):
      return .boolean(try value(operand, of: record).isEmpty != negated)
    case .arithmetic(let left, let operation, let right):
      let (a, b) = (try value(left, of: record), try value(right, of: record))
      return try Calculating(comparing: comparing, range: expression.range)
        .value(a, operation, b)
    case .call(let name, let arguments):
      let values = try arguments.map { (argument) throws(ScriptError) in
        try value(argument, of: record)
      }
      return try Functions(comparing: comparing, origin: origin).call(name, values)
    }
  }

  /// Whether an expression holds.
  package func isTrue(_ expression: Resolved, of record: RecordValue? = nil) throws(ScriptError)
    -> Bool
  {
    try boolean(try value(expression, of: record), at: expression.range)
  }

  /// Whether a value is true.
  func boolean(_ value: Value, at range: Range<Int>) throws(ScriptError) -> Bool {
    guard let boolean = comparing.boolean(value) else {
      throw ScriptError(.notABoolean(value.written), range)
    }
    return boolean
  }

  /// Whether a comparison of two values holds.
  func holds(
    _ left: Value, _ comparison: Expression.Comparison, _ right: Value, at range: Range<Int>
  ) throws(ScriptError) -> Bool {
    guard let holds = comparing.holds(left, comparison, right) else {
      throw ScriptError(.incomparable(left.written, right.written), range)
    }
    return holds
  }

  /// Whether a value is in a list, or a date in a period.
  func isContained(_ needle: Value, in stack: Value, at range: Range<Int>) throws(ScriptError)
    -> Bool
  {
    guard let isIn = isContained(needle, in: stack) else {
      throw ScriptError(.incomparable(needle.written, stack.written), range)
    }
    return isIn
  }

  /// Whether a value is in a list, or a date in a period.
  private func isContained(_ needle: Value, in stack: Value) -> Bool? {
    if case .list(let values) = stack { return comparing.contained(needle, in: values) }
    if let date = comparing.date(needle), comparing.date(stack) == nil,
      let period = Period(stack.written)
    {
      return period.first <= date && date <= period.last
    }
    return comparing.contained(needle, in: [stack])
  }
}

// MARK: - Fields

extension Evaluator {
  /// The field of a record, through the records it refers to.
  package func field(_ path: [String], of record: RecordValue, at range: Range<Int>)
    throws(ScriptError) -> Value
  {
    var value = Value.record(record)
    for name in path { value = try Self.member(name, of: value, at: range) }
    return value
  }

  /// A field of a value: of a record by its name, `count` of a list, a field of each of a list.
  ///
  /// A word that stands in a record is a name: no number, however it is spelled.
  static func member(_ name: String, of value: Value, at range: Range<Int>) throws(ScriptError)
    -> Value
  {
    switch value {
    case .record(let record):
      guard let value = record[name] else {
        throw ScriptError(.noField(name, of: record.noun, known: record.names), range)
      }
      return value.named
    case .list(let values):
      if name == "count" { return .number(DecimalNumber(values.count)) }
      return .list(
        try values.map { (value) throws(ScriptError) in
          try member(name, of: value, at: range)
        })
    case .nothing:
      return .nothing
    default:
      throw ScriptError(.noField(name, of: value.written, known: []), range)
    }
  }
}

extension Value {
  /// The value with its words as names.
  fileprivate var named: Value {
    switch self {
    case .word(let text) where !text.isEmpty: .name(text)
    case .list(let values): .list(values.map(\.named))
    default: self
    }
  }
}
