import Foundation
import Testing

/// README, whose blocks are what they say.
struct `The README` {
  private let text: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  /// The blocks of a language, without their fences.
  private func blocks(_ language: String) -> [String] {
    var blocks: [String] = []
    var current: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = current {
        if line == "```" {
          blocks.append(open.joined(separator: "\n"))
          current = nil
        } else {
          current = open + [line]
        }
      } else if line == "```" + language {
        current = []
      }
    }
    return blocks
  }

  @Test func `carries exactly two commands for a newcomer, a line each`() {
    let commands = blocks("sh")
    #expect(commands.count == 2)
    for command in commands {
      #expect(command.hasPrefix(".ci/setup && "))
      #expect(!command.contains("\n"))
    }
    #expect(commands.last?.contains("swift test --disable-xctest") == true)
  }

  @Test func `shows a session with the words that the program says`() throws {
    let session = try #require(blocks("console").first)
    let sandbox = try Sandbox()
    var script =
      "exec 2>&1\nexport PATH=\"\(Bundle.main.bundleURL.path):$PATH\"\nunset CONSTAT_ME\n"
    for line in session.split(separator: "\n") where line.hasPrefix("$ ") {
      let command = line.dropFirst(2)
      script += "cat <<'LINE'\n$ \(command)\nLINE\n\(command)\n"
    }
    let answer = try sandbox.shell(script)
    #expect(answer.output == session + "\n")
  }

  @Test func `shows a script without a fault`() throws {
    let script = try #require(blocks("constat").first)
    let sandbox = try Sandbox()
    try sandbox.write("gate.constat", script + "\n")
    let answer = try sandbox.run("check", "gate.constat")
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test func `shows a record as the checklist has it`() throws {
    let record = try #require(blocks("rec").first)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let pack = try String(
      contentsOf: root.appending(path: "checklists/qual-e-pref.rec"), encoding: .utf8)
    let lines = Set(pack.split(separator: "\n"))
    for line in record.split(separator: "\n") { #expect(lines.contains(line), "\(line)") }
  }
}
