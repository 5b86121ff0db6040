import Foundation
import PseudoTerminals
import Testing

/// What keys send.
enum Keys {
  static let up = "\u{1B}[A"
  static let right = "\u{1B}[C"
  static let tab = "\t"

  static func control(_ letter: Character) -> String {
    letter.asciiValue.map { String(Unicode.Scalar($0 & 0x1F)) } ?? ""
  }

  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}

/// A person at the program's prompt, in a sandbox that lasts as long.
struct Visit {
  let sandbox: Sandbox
  let terminal: PseudoTerminal

  /// Starts the program on a terminal, without colour unless the environment speaks of it.
  init(
    _ sandbox: Sandbox, _ arguments: String..., environment: [String: String] = [:],
    language: String = "fr"
  ) throws {
    self.sandbox = sandbox
    let looks = environment["NO_COLOR"] == nil ? ["--color", "never"] : []
    terminal = try sandbox.terminal(
      ["--lang", language] + looks + arguments, environment: environment)
  }

  /// Starts the program in a prepared dossier and waits for its prompt.
  static func prepared(environment: [String: String] = [:]) throws -> Visit {
    let visit = try Visit(.prepared(), "--dossier", "demo", environment: environment)
    try visit.waitForPrompt()
    return visit
  }

  func send(_ keys: String) { terminal.send(keys) }

  func waitFor(_ text: String) throws { try terminal.waitFor(text) }

  /// Waits until an empty prompt stands at the end; what is typed before it is echoed.
  func waitForPrompt(_ prompt: String = "demo · 2026-001") throws {
    try terminal.waitUntil("\(prompt)… > at the end") { screen in
      guard let last = screen.text.split(separator: "\n").last else { return false }
      return last.hasPrefix(prompt) && screen.column == last.prefix { $0 != ">" }.count + 2
        && !last.drop { $0 != ">" }.dropFirst(2).contains { $0 != " " && !Self.right.contains($0) }
    }
  }

  /// The letters of what stands on the right of the prompt.
  private static let right = Set("0123456789 à évaluer to assess")

  /// Enters a line and waits for what it says and the next prompt.
  func enter(_ line: String, _ said: String, prompt: String = "demo · 2026-001") throws {
    terminal.send(line + "\r")
    try terminal.waitFor(said)
    try waitForPrompt(prompt)
  }

  func leave() throws {
    terminal.send("quit\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isRestored)
  }
}

extension Sandbox {
  /// Starts the program on a terminal, in its folder.
  func terminal(
    _ arguments: [String], environment more: [String: String] = [:], columns: Int = 100
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Self.program, arguments,
      environment: environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }.merging(more) { $1 },
      columns: columns, rows: 40, folder: work)
  }
}
