/// The block of a loop as steps in one row, which count whole numbers without making values of
/// them.
///
/// Each step knows the statement or the test that it stands for, which the machine runs where
/// anything but whole numbers comes in: the steps never decide what comes out.
struct LoopSteps: Sendable {
  /// The variables that are counted with, that of the loop first.
  let names: [String]
  /// What the reckonings of all steps do, one after the other, in postfix order.
  let operations: [Operation]
  let steps: [Step]
  let statements: [Statement]
  let tests: [Expression]

  /// How many operations a reckoning has at most, and so how many numbers wait at once.
  static let longestReckoning = 8

  /// A number that is put on top of the others, or what is done with the two on top.
  enum Operation: Sendable {
    case number(Int)
    case variable(slot: Int)
    case plus, minus, times
  }

  /// One step; a reckoning is a range of the operations.
  enum Step: Sendable {
    /// Gives a variable what a reckoning comes to.
    case count(Spot, reckoning: Range<Int>)
    /// Goes on by how two reckonings compare.
    case compare(Range<Int>, Expression.Comparison, Range<Int>, test: Int, Branch)
    /// Goes on by whether a test holds.
    case test(Int, Branch)
    /// Runs a statement.
    case run(statement: Int)
    case goTo(Int)
    /// Opens and closes the block of a condition that makes variables.
    case open, close
  }

  /// A variable with the statement that gives it a value.
  struct Spot: Sendable {
    let slot: Int
    let statement: Int
  }

  /// The places of the steps that follow a test.
  struct Branch: Sendable {
    let holds: Int
    let fails: Int
  }

  /// The steps of a loop's block, or nothing where it counts nothing.
  init?(_ block: [Statement], variable: String) {
    var builder = LoopStepsBuilder(variable)
    builder.add(block)
    guard builder.counts else { return nil }
    (names, operations, steps) = (builder.names, builder.operations, builder.placedSteps)
    (statements, tests) = (builder.statements, builder.tests)
  }
}
