import Foundation
import PseudoTerminals

/// The small program over the line editor that the tests type into.
enum Demo {
  static var path: String { Bundle.main.bundleURL.appending(path: "LineEditorDemo").path }

  /// Starts it and waits for its prompt.
  static func start(
    _ arguments: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      path, arguments, environment: environment, columns: columns, rows: rows)
    try terminal.waitFor("démo>")
    return terminal
  }

  /// Starts it with a settings file for libedit.
  static func start(settings: String, _ arguments: String...) throws -> PseudoTerminal {
    let file = try temporaryFile(settings)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let terminal = try PseudoTerminal(path, ["--settings=" + file] + arguments)
    try terminal.waitFor("démo>")
    return terminal
  }

  /// Starts it from a shell with job control.
  static func startInShell() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noediting", "-i"], environment: ["PS1": "bash: "])
    try terminal.waitFor("bash:")
    terminal.send(path + "\n")
    try terminal.waitFor("démo>")
    return terminal
  }

  /// The path of a new file; without a text there is no file yet.
  static func temporaryFile(_ text: String? = nil) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try text?.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }
}

/// What keys send.
enum Keys {
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let right = "\u{1B}[C"
  static let left = "\u{1B}[D"
  static let home = "\u{1B}[H"
  static let end = "\u{1B}[F"
  static let escape = "\u{1B}"
  static let backspace = "\u{7F}"

  static func control(_ letter: Character) -> String {
    letter.asciiValue.map { String(Unicode.Scalar($0 & 0x1F)) } ?? ""
  }

  /// What the terminal sends when the person pastes.
  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
