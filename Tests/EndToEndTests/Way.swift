import Foundation
import Testing

/// The ways in which the same text reaches the program.
enum Way: String, CaseIterable, CustomTestStringConvertible {
  case file = "a file"
  case commands = "-c"
  case input = "standard input"

  var testDescription: String { rawValue }

  /// Runs a script; what is said names its source `SCRIPT`, whatever way it came.
  func run(_ script: String, _ options: [String], in sandbox: Sandbox) throws -> Sandbox.Answer {
    let answer: Sandbox.Answer
    let name: String
    switch self {
    case .file:
      try sandbox.write("visite.constat", script)
      answer = try sandbox.run(options + ["run", "visite.constat"])
      name = "visite.constat"
    case .commands:
      answer = try sandbox.run(options + ["-c", script])
      name = "-c"
    case .input:
      answer = try sandbox.run(options, input: Data(script.utf8))
      name = "-"
    }
    let errors = answer.errors.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("\(name):") ? "SCRIPT" + $0.dropFirst(name.count) : String($0)
    }.joined(separator: "\n").replacing(sandbox.work, with: "WORK")
    return .init(
      status: answer.status, output: answer.output.replacing(sandbox.work, with: "WORK"),
      errors: errors)
  }
}
