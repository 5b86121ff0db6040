/// What the program says to the program that started it.
package enum ExitCode: Int32, Sendable {
  /// Done; everything expected held.
  case done = 0
  /// A command failed; the operation at hand left nothing behind.
  case failed = 1
  /// Wrong usage, or a fault found before the run; nothing was run.
  case usage = 2
  /// It ran to its end and something expected did not hold.
  case unmet = 3
  /// A merge left contradictions, or an import needs a decision.
  case undecided = 4
  /// A signature, digest or chain does not hold.
  case integrity = 5
  /// Refused: the audit is sealed, or a mock audit would be sealed as real.
  case refused = 6
  /// An internal fault.
  case fault = 70
  /// Interrupted by Ctrl-C.
  case interrupted = 130
  /// Input or output failed; nothing acknowledged was lost.
  case inputOutput = 74
}
