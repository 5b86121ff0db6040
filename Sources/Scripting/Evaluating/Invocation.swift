/// A command with its values, ready to be bound and run.
package struct Invocation: Sendable {
  package let word: Spanned<String>
  package var arguments: [Argument]
  /// The free text at its end, filled in.
  package let text: Spanned<String>?
  /// The condition of `where`, computed for each record.
  package let filter: Resolved?
  package let sort: [Clause.SortKey]
  package let limit: Spanned<Value>?
  package let fields: [Spanned<String>]
  package let group: Spanned<String>?
  /// The format of `as`, not yet known to exist.
  package let format: Spanned<String>?
  /// The file of `to`.
  package let destination: Spanned<Value>?
  package let range: Range<Int>

  /// A value or an option with its values.
  package enum Argument: Sendable {
    case value(Spanned<Value>)
    case option(name: Spanned<String>, values: [Spanned<Value>], hasEquals: Bool)
  }
}

/// What runs commands for the interpreter.
package protocol CommandRunner {
  /// Runs a command and gives its value; a captured one stands in `$( )` and shows nothing.
  mutating func run(_ invocation: Invocation, isCaptured: Bool) throws -> Value

  /// Records whether something expected holds.
  mutating func record(expectation holds: Bool, what: String, range: Range<Int>)

  /// The value given to a parameter of the script, or nothing when none was given.
  mutating func parameter(_ name: Spanned<String>, type: Spanned<String>) throws -> Value?

  /// The days that words of a date count from.
  var dates: DateOrigin { mutating get }

  /// Tells in which text the commands that follow stand.
  mutating func enter(_ source: Source)

  /// Begins a block whose effects are forgotten at its end.
  mutating func beginSupposing() throws

  /// Forgets what was done since.
  mutating func endSupposing()

  /// Ends the run by an error where that was asked for; loops that run no command ask now and then.
  func checkInterruption() throws
}
