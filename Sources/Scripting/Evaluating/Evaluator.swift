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
      guard let holds = comparing.holds(a, comparison, b) else {
        throw ScriptError(.incomparable(a.written, b.written), expression.range)
      }
      return .boolean(holds)
    case .contained(let left, let right, let negated):
      let needle = try value(left, of: record)
      let values: [Value] =
        if case .list(let list) = try value(right, of: record) { list } else {
          [try value(right, of: record)]
        }
      return .boolean(
        values.contains { comparing.holds(needle, .equal, $0) == true } != negated)
    case .empty(let operand, let negated):
      return .boolean(try value(operand, of: record).isEmpty != negated)
    case .arithmetic(let left, let operation, let right):
      let (a, b) = (try value(left, of: record), try value(right, of: record))
      return try arithmetic(a, operation, b, at: expression.range)
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
    let value = try value(expression, of: record)
    guard let boolean = comparing.boolean(value) else {
      throw ScriptError(.notABoolean(value.written), expression.range)
    }
    return boolean
  }

  /// The field of a record, through the records it refers to.
  package func field(_ path: [String], of record: RecordValue, at range: Range<Int>)
    throws(ScriptError) -> Value
  {
    var value = Value.record(record)
    for name in path { value = try Self.member(name, of: value, at: range) }
    return value
  }

  /// A field of a value: of a record by its name, `count` of a list, a field of each of a list.
  static func member(_ name: String, of value: Value, at range: Range<Int>) throws(ScriptError)
    -> Value
  {
    switch value {
    case .record(let record):
      guard let value = record[name] else {
        throw ScriptError(
          .noField(name, of: record.noun, known: record.names), range)
      }
      return value
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

  private func arithmetic(
    _ left: Value, _ operation: Expression.Operation, _ right: Value, at range: Range<Int>
  ) throws(ScriptError) -> Value {
    if let date = comparing.date(left), operation == .plus || operation == .minus {
      if operation == .minus, let other = comparing.date(right) {
        return .quantity(Quantity(DecimalNumber(date.dayNumber - other.dayNumber), .day))
      }
      if let step = comparing.quantity(right) {
        let number = operation == .plus ? step.number : step.number.negated
        if let moved = DateOrigin.moved(date, by: Quantity(number, step.unit)) {
          return .date(moved)
        }
      }
    }
    guard let a = comparing.quantity(left) else {
      throw ScriptError(.notANumber(left.written), range)
    }
    guard let b = comparing.quantity(right) else {
      throw ScriptError(.notANumber(right.written), range)
    }
    return try arithmetic(a, operation, b, at: range)
  }

  private func arithmetic(
    _ a: Quantity, _ operation: Expression.Operation, _ b: Quantity, at range: Range<Int>
  ) throws(ScriptError) -> Value {
    let mismatch = ScriptError(.incomparable(a.description, b.description), range)
    let result: (number: DecimalNumber?, unit: Unit)
    switch operation {
    case .plus, .minus:
      guard a.unit == b.unit else { throw mismatch }
      let number: DecimalNumber? =
        operation == .plus ? .add(a.number, b.number) : .subtract(a.number, b.number)
      result = (number, a.unit)
    case .times:
      guard a.unit == .count || b.unit == .count else { throw mismatch }
      result = (.multiply(a.number, b.number), a.unit == .count ? b.unit : a.unit)
    case .divided:
      if b.number == DecimalNumber(0) { throw ScriptError(.divisionByZero, range) }
      guard b.unit == .count || a.unit == b.unit else { throw mismatch }
      result = (.divide(a.number, b.number), a.unit == b.unit ? .count : a.unit)
    }
    guard let number = result.number else { throw mismatch }
    return result.unit == .count ? .number(number) : .quantity(Quantity(number, result.unit))
  }
}

/// An expression in which every variable and every captured command has its value.
package struct Resolved: Sendable {
  package let node: Node
  package let range: Range<Int>

  package indirect enum Node: Sendable {
    case constant(Value)
    case field([String])
    case or(Resolved, Resolved)
    case and(Resolved, Resolved)
    case not(Resolved)
    case compare(Resolved, Expression.Comparison, Resolved)
    case contained(Resolved, Resolved, negated: Bool)
    case empty(Resolved, negated: Bool)
    case arithmetic(Resolved, Expression.Operation, Resolved)
    case call(Spanned<String>, [Resolved])
  }
}
