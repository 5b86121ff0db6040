import Auditing

/// Sums, differences, products and quotients of numbers, quantities and dates.
struct Calculating {
  let comparing: Comparing
  /// Where the operation stands, for its errors.
  let range: Range<Int>

  /// The value of an operation.
  func value(_ left: Value, _ operation: Expression.Operation, _ right: Value)
    throws(ScriptError) -> Value
  {
    if let date = date(left), operation == .plus || operation == .minus {
      return try moved(date, operation, right)
    }
    guard let a = comparing.quantity(left) else {
      throw ScriptError(.notANumber(left.written), range)
    }
    guard let b = comparing.quantity(right) else {
      throw ScriptError(.notANumber(right.written), range)
    }
    return try Self.value(of: quantity(a, operation, b))
  }

  /// A date to calculate with; `+30d` is a quantity here.
  private func date(_ value: Value) -> CalendarDate? {
    comparing.date(value).flatMap { DateOrigin.isSigned(value.written) ? nil : $0 }
  }

  private func moved(_ date: CalendarDate, _ operation: Expression.Operation, _ right: Value)
    throws(ScriptError) -> Value
  {
    if operation == .minus, let other = self.date(right) {
      return .quantity(Quantity(DecimalNumber(date.dayNumber - other.dayNumber), .day))
    }
    guard let step = comparing.quantity(right) else {
      throw ScriptError(.notANumber(right.written), range)
    }
    let number = operation == .plus ? step.number : step.number.negated
    if step.unit == .workingDay, comparing.origin.isWorkingDay == nil {
      throw ScriptError(.noWorkingDays, range)
    }
    guard let moved = comparing.origin.moved(date, by: Quantity(number, step.unit)) else {
      throw ScriptError(.incomparable(date.description, step.description), range)
    }
    return .date(moved)
  }

  /// The number of a quantity that has no unit, or the quantity.
  static func value(of quantity: Quantity) -> Value {
    quantity.unit == .count ? .number(quantity.number) : .quantity(quantity)
  }

  /// The quantity of an operation; clock units and days are brought to the finer of the two.
  func quantity(_ left: Quantity, _ operation: Expression.Operation, _ right: Quantity)
    throws(ScriptError) -> Quantity
  {
    let mismatch = ScriptError(.incomparable(left.description, right.description), range)
    let result: (number: DecimalNumber?, unit: Unit)
    switch operation {
    case .plus, .minus:
      guard let (a, b, unit) = aligned(left, right) else { throw mismatch }
      result = (operation == .plus ? .add(a, b) : .subtract(a, b), unit)
    case .times:
      guard left.unit == .count || right.unit == .count else { throw mismatch }
      let unit = left.unit == .count ? right.unit : left.unit
      result = (.multiply(left.number, right.number), unit)
    case .divided:
      if right.number == DecimalNumber(0) { throw ScriptError(.divisionByZero, range) }
      if right.unit == .count {
        result = (.divide(left.number, right.number), left.unit)
      } else {
        guard let (a, b, _) = aligned(left, right) else { throw mismatch }
        result = (.divide(a, b), .count)
      }
    }
    guard let number = result.number else { throw ScriptError(.numberTooLarge, range) }
    return Quantity(number, result.unit)
  }

  /// Two quantities in one unit, or nothing when they do not compare.
  private func aligned(_ left: Quantity, _ right: Quantity)
    -> (DecimalNumber, DecimalNumber, Unit)?
  {
    if left.unit == right.unit { return (left.number, right.number, left.unit) }
    guard let a = left.unit.seconds, let b = right.unit.seconds else { return nil }
    let unit = a < b ? left.unit : right.unit
    guard let x = DecimalNumber.multiply(left.number, DecimalNumber(a / min(a, b))),
      let y = DecimalNumber.multiply(right.number, DecimalNumber(b / min(a, b)))
    else { return nil }
    return (x, y, unit)
  }
}
