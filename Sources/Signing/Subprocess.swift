/// Another program to be run once: never by a shell, nor with more than it is given here.
package struct Subprocess: Sendable {
  /// The absolute path of the program.
  package var program: String
  package var arguments: [String]
  package var environment: [String: String]
  /// What it reads on its standard input; nothing gives it `/dev/null`.
  package var input: [UInt8]?
  /// What it may read from descriptors 3, 4 and so on, under the names of `name(ofFile:)`.
  package var files: [[UInt8]] = []
  /// Whether it stays on the terminal, where it may ask for a passphrase, or gets a session
  /// of its own, where it cannot.
  package var keepsTerminal = false
  package var timeLimit: Duration = .seconds(60)
  /// The most bytes kept of each of its two outputs.
  package var outputLimit = 8 << 20

  /// Creates a program to be run.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    input: [UInt8]? = nil
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.input = input
  }

  /// The name under which the program finds one of its `files`.
  package static func name(ofFile place: Int) -> String { "/dev/fd/\(3 + place)" }

  /// How a program ended.
  package enum Outcome: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// What a program left.
  package struct Result: Hashable, Sendable {
    package let outcome: Outcome
    package let output: [UInt8]
    package let errors: [UInt8]

    /// Whether it exited with status 0.
    package var isSuccess: Bool { outcome == .exited(0) }

    /// The output as text, ill-formed bytes repaired.
    package var text: String { String(decoding: output, as: UTF8.self) }

    /// The error output as text, ill-formed bytes repaired, without the last line's end.
    package var words: String {
      let text = String(decoding: errors, as: UTF8.self)
      return String(text.drop(while: \.isWhitespace).trimmingEnd())
    }
  }

  /// The last component of the program's path.
  var name: String { String(program.split(separator: "/").last ?? Substring(program)) }
}

extension Substring {
  fileprivate func trimmingEnd() -> Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return self[...last]
  }
}
