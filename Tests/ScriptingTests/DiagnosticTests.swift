import Auditing
import Scripting
import Testing

struct `A diagnostic` {
  /// The two lines of the excerpt of a fault at the marked place.
  private func excerpt(_ marked: String) throws -> [String] {
    let marked = MarkedText(marked)
    let range = try #require(marked.range)
    let diagnostic = Diagnostic(
      ("faux", "wrong"), source: Source(name: "essai", text: marked.text), range: range)
    return Array(diagnostic.lines(in: .fr).dropFirst())
  }

  @Test func `has its place, the line, a caret under the word, and notes`() {
    let source = Source(name: "visite.constat", text: "next\nfinding ad M1\n")
    let diagnostic = Diagnostic(
      ("verbe inconnu\u{A0}: ad", "unknown verb: ad"), source: source, range: 13..<15,
      notes: [("connus\u{A0}: add", "known: add")])
    #expect(
      diagnostic.lines(in: .fr) == [
        "visite.constat:2:9: erreur\u{A0}: verbe inconnu\u{A0}: ad", "2 | finding ad M1",
        "  |         ^~", "  = connus\u{A0}: add",
      ])
    #expect(
      diagnostic.lines(in: .en) == [
        "visite.constat:2:9: error: unknown verb: ad", "2 | finding ad M1", "  |         ^~",
        "  = known: add",
      ])
  }

  @Test func `without a source has no place`() {
    let diagnostic = Diagnostic(("faux", "wrong"), source: nil, range: 0..<0)
    #expect(diagnostic.lines(in: .fr) == ["constat: erreur\u{A0}: faux"])
    #expect(diagnostic.lines(in: .en) == ["constat: error: wrong"])
  }

  @Test(arguments: [
    ("note ⟦été⟧ x", ["1 | note été x", "  |      ^~~"]),
    ("été ⟦x⟧", ["1 | été x", "  |     ^"]),
    ("日本 ⟦日本⟧ x", ["1 | 日本 日本 x", "  |      ^~~~"]),
    ("👍🏽🇫🇷 ⟦✅x⟧", ["1 | 👍🏽🇫🇷 ✅x", "  |      ^~~"]),
    ("\ta\t⟦b⟧", ["1 | \ta\tb", "  | \t \t^"]),
    ("a\u{202E}b ⟦c⟧", ["1 | a\\u{202e}b c", "  |            ^"]),
    ("a\u{1B}[31m ⟦\u{7}c⟧", ["1 | a^[[31m ^Gc", "  |         ^~~"]),
    ("q\u{302} ⟦q\u{302}⟧", ["1 | q\u{302} q\u{302}", "  |   ^"]),
    ("let x =⟦⟧", ["1 | let x =", "  |        ^"]),
    ("a ⟦b\nc⟧ d", ["1 | a b", "  |   ^"]),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\nab⟦c⟧", ["10 | abc", "   |   ^"]),
    ("a\n⟦⟧\nb", []),
  ])
  func `points by the width that is shown`(text: String, lines: [String]) throws {
    #expect(try excerpt(text) == lines)
  }

  @Test func `of a very long line shows the part around the word`() throws {
    let long = String(repeating: "a", count: 100_000)
    let lines = try excerpt("\(long)⟦bcd⟧\(long)")
    #expect(lines[0] == "1 | …\(long.prefix(100))bcd\(long.prefix(100))…")
    #expect(lines[1] == "  | \(String(repeating: " ", count: 101))^~~")
    #expect(try excerpt("⟦\(long)⟧")[0] == "1 | \(long.prefix(200))…")
    let message = Diagnostic(
      ScriptError(.unexpected(long), 0..<1), in: Source(name: "essai", text: "x")
    ).lines(in: .fr)[0]
    #expect(
      message == "essai:1:1: erreur\u{A0}: «\u{A0}\(long.prefix(59))…\u{A0}» n’est pas attendu ici")
  }

  @Test func `writes out what could act on a terminal, wherever it stands`() {
    let source = Source(name: "a\u{1B}]0;b", text: "x")
    let lines = Diagnostic(
      ScriptError(.unexpected("\u{1B}[2J\u{200B}"), 0..<1), in: source
    ).lines(in: .en)
    #expect(lines[0] == "a^[]0;b:1:1: error: “^[[2J\\u{200b}” is not expected here")
  }

  @Test func `names at most twelve of what is known`() {
    let names = (1...13).map { "n\($0)" }
    #expect(
      ScriptError.known(Array(names.prefix(12)), nil).map(\.en) == [
        "known: n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12"
      ])
    #expect(
      ScriptError.known(names, "n1").map(\.fr) == [
        "connus\u{A0}: n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12…",
        "vouliez-vous dire n1\u{202F}?",
      ])
    #expect(ScriptError.known([], nil).isEmpty)
  }
}

struct `The width of a text` {
  @Test(arguments: [
    ("abc", 3), ("été", 3), ("e\u{301}", 1), ("q\u{302}\u{323}", 1), ("日本語", 6), ("한글", 4),
    ("ｆ", 2),
    ("👍", 2), ("👩‍👧", 2), ("🇫🇷", 2), ("✅", 2), ("⚠", 1), ("…", 1), ("«\u{A0}»", 3), ("\u{202F}", 1),
    ("a\u{200B}b", 2), ("\t", 0), ("\u{1B}", 0), ("", 0), ("〈", 2), ("Ω", 1), ("𝒙", 1), ("𠀀", 2),
  ])
  func `counts the columns of a terminal`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(arguments: [
    ("été « 日本 » 👩🏽 \t\u{A0}\u{202F}", "été « 日本 » 👩🏽 \t\u{A0}\u{202F}"),
    ("a\nb\rc\u{0}", "a^Jb^Mc^@"), ("\u{1B}[31m\u{7F}", "^[[31m^?"), ("\u{9B}2J", "\\u{9b}2J"),
    ("a\u{202E}b\u{2066}c\u{200F}", "a\\u{202e}b\\u{2066}c\\u{200f}"),
    ("a\u{AD}b\u{200B}c\u{2028}d\u{FEFF}", "a\\u{ad}b\\u{200b}c\\u{2028}d\\u{feff}"),
    ("a\u{E0041}\u{3164}\u{206A}", "a\\u{e0041}\\u{3164}\\u{206a}"),
  ])
  func `shows what would act or hide`(text: String, expected: String) {
    #expect(text.visible == expected)
  }
}
