import Testing

@testable import Shell

struct `Lines of an exercise` {
  @Test func `are broken between words where the terminal is narrower`() {
    let text = "un deux trois quatre cinq six sept huit neuf dix onze douze"
    #expect(
      MockLines.visible([text], width: 40)
        == "un deux trois quatre cinq six sept huit\nneuf dix onze douze")
    #expect(
      MockLines.visible(["  P1  " + text], width: 40)
        == "  P1  un deux trois quatre cinq six sept\n    huit neuf dix onze douze")
  }

  @Test func `are left as they are on a pipe`() {
    let text = String(repeating: "mot ", count: 50) + "fin"
    #expect(MockLines.visible([text]) == text)
    #expect(MockLines.visible(["a", "b\nc"]) == "a\nb\nc")
  }

  @Test func `never move the cursor`() {
    #expect(MockLines.visible(["a\u{1B}[2Jb"], width: 80) == "a^[[2Jb")
  }

  @Test func `keep a word that is wider than the terminal whole`() {
    let word = String(repeating: "x", count: 60)
    #expect(MockLines.visible(["un \(word) deux"], width: 40) == "un\n\(word)\ndeux")
  }
}
