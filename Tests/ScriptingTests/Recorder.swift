import Auditing
import Scripting

/// Runs no command: it writes down what it is given and answers from a table.
struct Recorder: CommandRunner {
  var invocations: [Invocation] = []
  /// Each command as it was run, `!` before a captured one.
  var log: [String] = []
  var expectations: [(what: String, holds: Bool)] = []
  var answers: [String: Value] = [:]
  var parameters: [String: Value] = [:]
  var dates = origin

  init(dates: DateOrigin = origin) {
    self.dates = dates
  }

  struct Refusal: Error {}

  mutating func run(_ invocation: Invocation, isCaptured: Bool) throws -> Value {
    invocations.append(invocation)
    log.append((isCaptured ? "!" : "") + invocation.shape)
    if invocation.word.value == "fail" { throw Refusal() }
    return answers[invocation.shape] ?? .nothing
  }

  mutating func record(expectation holds: Bool, what: String, range: Range<Int>) {
    expectations.append((what, holds))
  }

  mutating func enter(_ source: Source) {}

  func checkInterruption() {}

  mutating func beginSupposing() { log.append("suppose") }

  mutating func endSupposing() { log.append("forget") }

  mutating func parameter(_ name: Spanned<String>, type: Spanned<String>) throws -> Value? {
    parameters[name.value]
  }
}

extension Invocation {
  /// The words and values, as a test compares them.
  var shape: String {
    var parts = [word.value]
    for argument in arguments {
      switch argument {
      case .value(let value): parts.append(value.value.written)
      case .option(let name, let values, _):
        parts.append("--\(name.value)[\(values.map(\.value.written).joined(separator: "|"))]")
      }
    }
    if filter != nil { parts.append("where") }
    if let limit { parts.append("limit \(limit.value.written)") }
    if let destination { parts.append("to \(destination.value.written)") }
    if let text { parts.append("«\(text.value)»") }
    return parts.joined(separator: " ")
  }
}
