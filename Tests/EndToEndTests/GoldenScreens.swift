import Foundation
import PseudoTerminals
import Testing

/// Screens kept as text: the keys that a person presses, and all that the terminal then shows.
///
/// A line that begins with `>> ` has keys, the lines below it the screen. Below a row with looks a
/// line that begins with a tab has a letter for each: `b` bold, `g` grey, `r` red, `v` green, `o` orange, `?` another. The
/// last line has the cursor's row and column, from 0.
struct GoldenScreens: CustomTestStringConvertible, Sendable {
  let name: String
  private(set) var steps: [Step]

  /// Keys, and the screen after them.
  struct Step: Sendable {
    let keys: String
    var screen: String
  }

  var testDescription: String { name }
  var language: String { name.hasSuffix(".en") ? "en" : "fr" }
  private var path: String { "\(Sandbox.sessions)/\(name).screens" }

  /// All that are kept, by name.
  static let all: [GoldenScreens] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Sandbox.sessions)) ?? []
    return names.filter { $0.hasSuffix(".screens") }.sorted().compactMap {
      try? GoldenScreens(String($0.dropLast(".screens".count)))
    }
  }()

  init(_ name: String) throws {
    self.name = name
    steps = []
    let text = try String(
      contentsOfFile: "\(Sandbox.sessions)/\(name).screens", encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(">> ") {
        steps.append(Step(keys: String(line.dropFirst(3)), screen: ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].screen += line + "\n"
      }
    }
    for index in steps.indices {
      while steps[index].screen.hasSuffix("\n") { steps[index].screen.removeLast() }
    }
  }

  /// Keeps other screens for the same keys.
  func write(_ screens: [String]) throws {
    let text = zip(steps, screens).map { ">> \($0.keys)\n\($1)\n" }.joined()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// What keys send: `<Enter>` and its like, and `<Paste one|two>` for a text of two rows.
  static func sent(_ keys: String) -> String {
    let names = [
      "Enter": "\r", "Tab": "\t", "Up": Keys.up, "Right": Keys.right, "Space": " ",
      "Ctrl-C": Keys.control("C"), "Ctrl-L": Keys.control("L"), "Ctrl-U": Keys.control("U"),
    ]
    return keys.replacing(/<(Paste )?([^<>]+)>/) { match in
      if match.1 != nil { return Keys.paste(String(match.2).replacing("|", with: "\n")) }
      return names[String(match.2)] ?? String(match.0)
    }
  }

  /// The screen as it is kept.
  static func text(of screen: Screen) -> String {
    let letters = ["": " ", "39;49": " ", "1": "b", "90": "g", "31": "r", "32": "v", "33": "o"]
    var rows: [String] = []
    for (row, text) in zip(
      screen.cells, screen.text.split(separator: "\n", omittingEmptySubsequences: false))
    {
      rows.append(String(text))
      let looks = row.map { letters[$0.look] ?? "?" }.joined()
      guard looks.contains(where: { $0 != " " }) else { continue }
      rows.append("\t" + String(looks.reversed().drop { $0 == " " }.reversed()))
    }
    return rows.joined(separator: "\n") + "\n@\(screen.row),\(screen.column)"
  }
}

struct `The screens of a visit` {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: GoldenScreens.all)
  func `are as they are kept`(_ kept: GoldenScreens) throws {
    let looks =
      kept.name.contains("accessible")
      ? ["ACCESSIBLE": "1"] : ["NO_COLOR": "", "PAGER": "head -n 6"]
    let visit = try Visit(
      .prepared(), "--lang", kept.language, "--now", "2026-11-21T09:00:00Z", "--dossier", "demo",
      environment: looks)
    var screens: [String] = []
    for step in kept.steps {
      // Enter at once with the rest would be a paste on a terminal that only prints.
      if looks["ACCESSIBLE"] != nil, step.keys.hasSuffix("<Enter>") {
        let keys = String(step.keys.dropLast("<Enter>".count))
        visit.send(GoldenScreens.sent(keys))
        let typed = keys.split(separator: ">").last.map(String.init) ?? ""
        try visit.terminal.waitUntil("‹\(typed)›") { $0.text.hasSuffix(typed) }
        try visit.terminal.waitUntilIdle()
        visit.send("\r")
      } else {
        visit.send(GoldenScreens.sent(step.keys))
      }
      if Self.isRecording {
        visit.terminal.settle(milliseconds: 700)
      } else {
        try visit.terminal.waitUntil("\(step.keys)\n\(step.screen)") {
          GoldenScreens.text(of: $0) == step.screen
        }
      }
      screens.append(GoldenScreens.text(of: visit.terminal.screen))
    }
    guard Self.isRecording else { return }
    try kept.write(screens)
    Issue.record("\(kept.name) was written anew: read it, then run without RECORD")
  }
}
