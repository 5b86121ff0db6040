import Foundation
import Testing

@testable import LineEditing

struct `The history file` {
  private let path: String

  init() throws {
    path = try Demo.temporaryFile()
  }

  private func cleanUp() { try? FileManager.default.removeItem(atPath: path) }

  @Test func `gives back what was appended, in order`() throws {
    defer { cleanUp() }
    var history = HistoryFile(path: path)
    #expect(try history.lines() == [])
    let lines = ["été", "a {\n  b\n}", "c:\\new \\\\ \\n", "fin"]
    for line in lines { try history.append(line) }
    #expect(try history.lines() == lines)
    #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 4)
  }

  @Test func `leaves out empty lines, lines after a space and repetitions`() throws {
    defer { cleanUp() }
    var history = HistoryFile(path: path)
    for line in ["a", "a", "", " secret", "b", "a"] { try history.append(line) }
    #expect(try history.lines() == ["a", "b", "a"])
    var next = HistoryFile(path: path)
    _ = try next.lines()
    try next.append("a")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\nb\na\n")
  }

  @Test func `is its owner's alone`() throws {
    defer { cleanUp() }
    try "old\n".write(toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    var history = HistoryFile(path: path)
    try history.append("new")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? NSNumber == 0o600)
    #expect(try history.lines() == ["old", "new"])
  }

  @Test func `of two sessions at once loses nothing`() throws {
    defer { cleanUp() }
    var one = HistoryFile(path: path)
    var two = HistoryFile(path: path)
    for number in 1...50 {
      try one.append("one \(number)")
      try two.append("two \(number)")
    }
    #expect(try one.lines().count == 100)
  }

  @Test func `goes on after a line that was cut short`() throws {
    defer { cleanUp() }
    try "whole\nhal".write(toFile: path, atomically: false, encoding: .utf8)
    var history = HistoryFile(path: path)
    try history.append("next")
    #expect(try history.lines() == ["whole", "hal", "next"])
  }

  @Test func `gives the newest ten thousand lines`() throws {
    defer { cleanUp() }
    let text = (1...10_050).map { "line \($0)\n" }.joined()
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    var history = HistoryFile(path: path)
    let lines = try history.lines()
    #expect(lines.count == 10_000)
    #expect(lines.first == "line 51")
  }

  @Test func `that cannot be used is an error that names it`() throws {
    var folder = HistoryFile(path: NSTemporaryDirectory())
    #expect(throws: EditingError.historyIsNoFile(path: NSTemporaryDirectory())) {
      try folder.lines()
    }
    var missing = HistoryFile(path: "/nonexistent/history")
    #expect(throws: EditingError.history(path: "/nonexistent/history", number: ENOENT)) {
      try missing.append("x")
    }
    #expect(try missing.lines() == [])
  }
}

struct `An error of the editor` {
  @Test(arguments: [
    EditingError.noTerminal, .history(path: "/x/h", number: 13), .historyIsNoFile(path: "/x/h"),
  ])
  func `is said in French and in English`(error: EditingError) {
    let wording = error.wording
    #expect(wording.fr != wording.en)
    for text in [wording.fr, wording.en] {
      #expect(text.hasSuffix(".") || text.hasSuffix("FICHIER") || text.hasSuffix("FILE"))
      #expect(error == .noTerminal || text.contains("/x/h"))
    }
    #expect(!wording.fr.contains(" :") && !wording.fr.contains(" ;"))
  }
}
