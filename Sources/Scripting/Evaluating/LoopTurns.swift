import Auditing

/// What a loop goes over: values, or the numbers of a range, which are made one by one.
enum LoopTurns {
  case values([Value])
  case numbers(ClosedRange<Int>)

  var count: Int {
    switch self {
    case .values(let values): values.count
    case .numbers(let numbers): numbers.count
    }
  }

  /// The value of a turn, from 0.
  subscript(turn: Int) -> Value {
    switch self {
    case .values(let values): values[turn]
    case .numbers(let numbers): .number(DecimalNumber(numbers.lowerBound + turn))
    }
  }

  /// The number of a turn, where it goes over numbers.
  func number(_ turn: Int) -> Int? {
    if case .numbers(let numbers) = self { numbers.lowerBound + turn } else { nil }
  }
}
