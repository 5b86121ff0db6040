import LineEditing
import Testing

struct `The width of a text` {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("écart à clôturer", 16), ("e\u{301}", 1), ("日本", 4), ("한국어", 6),
    ("œ’«»…–€", 7), ("✓ ✗ →", 5), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇫🇷", 2), ("❤\u{FE0F}", 2), ("a\u{200B}b", 2),
    ("\u{A0}\u{202F}", 2), ("\u{1B}\u{7}", 0), ("ｱ", 1), ("Ａ", 2),
  ])
  func `is counted in columns`(text: String, columns: Int) {
    #expect(Terminal.width(of: text) == columns)
  }

  @Test func `is cut between characters, with a mark`() {
    #expect(Terminal.fitted("écarts", columns: 6) == "écarts")
    #expect(Terminal.fitted("écarts", columns: 5) == "écar…")
    #expect(Terminal.fitted("日本語", columns: 4) == "日…")
    #expect(Terminal.fitted("abc", columns: 0) == "")
    #expect(Terminal.prefix(of: "日本", columns: 3) == ("日", 2))
  }
}

struct `Colour` {
  private func isUsed(
    _ choice: Terminal.Colour = .auto, _ environment: [String: String] = [:],
    isTerminal: Bool = true
  ) -> Bool {
    let all = ["TERM": "xterm"].merging(environment) { $1 }
    return Terminal.usesColour(choice, environment: all, isTerminal: isTerminal)
  }

  @Test func `is used on a terminal that is not dumb`() {
    #expect(isUsed())
    #expect(!isUsed(isTerminal: false))
    #expect(!isUsed(.auto, ["TERM": "dumb"]))
    #expect(!isUsed(.auto, ["TERM": ""]))
  }

  @Test func `is left out by NO_COLOR unless that is empty`() {
    #expect(!isUsed(.auto, ["NO_COLOR": "1"]))
    #expect(!isUsed(.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]))
    #expect(isUsed(.auto, ["NO_COLOR": ""]))
  }

  @Test func `is forced by CLICOLOR_FORCE unless that is 0`() {
    #expect(isUsed(.auto, ["CLICOLOR_FORCE": "1"], isTerminal: false))
    #expect(!isUsed(.auto, ["CLICOLOR_FORCE": "0"], isTerminal: false))
  }

  @Test func `is decided by the option before all else`() {
    #expect(isUsed(.always, ["NO_COLOR": "1"], isTerminal: false))
    #expect(!isUsed(.never, ["CLICOLOR_FORCE": "1"]))
  }
}

struct `A pasted text` {
  @Test(arguments: [
    ("xterm-256color", nil, true), ("tmux-256color", nil, true), ("screen", "/tmp/tmux-0", true),
    ("screen.xterm", nil, false), ("linux", nil, false), ("vt220", nil, false),
  ])
  func `is marked by nearly every terminal`(kind: String, tmux: String?, marks: Bool) {
    var environment = ["TERM": kind]
    environment["TMUX"] = tmux
    #expect(Terminal.marksPastes(environment: environment) == marks)
  }
}

struct `A look` {
  @Test func `is put around a text and added to another`() {
    #expect(Style.bold.and(.green).applied(to: "x") == "\u{1B}[1;32mx\u{1B}[0m")
    #expect(Style.plain.applied(to: "x") == "x")
    #expect(Style.plain.and(.red) == .red)
    #expect(Style.red.applied(to: "") == "")
  }
}
