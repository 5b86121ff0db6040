import PseudoTerminals
import Testing

struct `The model of a screen` {
  private func shown(_ bytes: String, columns: Int = 10, rows: Int = 4) -> Screen {
    var screen = Screen(columns: columns, rows: rows)
    screen.take(bytes.utf8)
    return screen
  }

  @Test func `wraps only when a character follows a full row`() {
    #expect(shown("0123456789").text == "0123456789")
    #expect(shown("0123456789").row == 0)
    #expect(shown("0123456789\r\nx").text == "0123456789\nx")
    #expect(shown("0123456789x").text == "0123456789\nx")
  }

  @Test func `scrolls at its last row`() {
    #expect(shown("1\r\n2\r\n3\r\n4\r\n5").text == "2\n3\n4\n5")
  }

  @Test func `moves, inserts, deletes and erases`() {
    #expect(shown("abc\u{1B}[2D\u{1B}[@X").text == "aXbc")
    #expect(shown("abcd\u{1B}[2G\u{1B}[2P").text == "ad")
    #expect(shown("ab\r\ncd\u{1B}[A\u{1B}[D\u{1B}[J").text == "a")
    #expect(shown("abc\u{1B}[1G\u{1B}[K").text == "")
    #expect(shown("\u{1B}[2;3Hx").text == "\n  x")
    #expect(shown("ab\u{1B}7\r\nx\u{1B}8y").text == "aby\nx")
  }

  @Test func `knows letters cut in two, marks, wide characters and looks`() {
    var screen = Screen(columns: 10, rows: 2)
    for byte in "é日e\u{301}\u{1B}[1;32mx\u{1B}[0my".utf8 { screen.take([byte]) }
    #expect(screen.text == "é日éxy")
    #expect(screen.column == 6)
    #expect(screen.look(of: "x") == "1;32")
    #expect(screen.look(of: "y") == "")
    #expect(screen.look(of: "z") == nil)
  }

  @Test func `says what it does not know`() {
    #expect(shown("\u{1B}[5X").unknown == ["[5X"])
  }
}
