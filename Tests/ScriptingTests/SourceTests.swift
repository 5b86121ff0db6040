import Auditing
import Scripting
import Testing

struct `A source` {
  private func text(_ bytes: [UInt8]) throws -> String {
    let source = try Source(name: "essai", bytes: bytes)
    return source.text(0..<source.scalars.count)
  }

  @Test func `drops the byte order mark and the CR of each line's end`() throws {
    #expect(try text([0xEF, 0xBB, 0xBF] + Array("next\r\nlist\r\n".utf8)) == "next\nlist\n")
    #expect(try shapes("\u{FEFF}next\r\n\r\nnote vu\r\nnote\r\n") == ["next", "note «vu»", "note"])
  }

  @Test func `has its accents composed`() throws {
    #expect(
      try text(Array("e\u{301}te\u{301}".utf8)).unicodeScalars.elementsEqual("été".unicodeScalars))
    #expect(try shape("let e\u{301} = $a\u{300}") == "let é = $à")
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x6F, 0x00], [0xFE, 0xFF, 0x00, 0x6F], [0x6F, 0x00, 0x6B, 0x00],
      [0x00, 0x6F, 0x00, 0x6B],
    ] as [[UInt8]])
  func `in UTF-16 is refused`(bytes: [UInt8]) {
    let error = #expect(throws: ScriptError.self) { try Source(name: "essai", bytes: bytes) }
    #expect(error?.kind == .utf16)
  }

  @Test func `that is not UTF-8 is refused where it is not`() throws {
    let bytes = Array("next\nnote é ".utf8) + [0xE9, 0x74, 0xE9] + Array("\n".utf8)
    let error = try #require(throws: ScriptError.self) { try Source(name: "a", bytes: bytes) }
    #expect(error.kind == .notUTF8)
    let source = Source.repaired(name: "a", bytes: bytes)
    #expect(
      Diagnostic(error, in: source).lines(in: .en) == [
        "a:2:8: error: this byte is not UTF-8", "2 | note é \u{FFFD}t\u{FFFD}", "  |        ^",
        "  = save the file as UTF-8",
      ])
  }

  @Test(arguments: [
    (0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 3, 1), (5, 3, 2), (8, 3, 3), (9, 3, 4), (10, 4, 1),
    (11, 4, 1), (99, 4, 1), (-1, 1, 1),
  ])
  func `tells line and column in characters`(offset: Int, line: Int, column: Int) {
    // The second line is empty; the third holds a letter with two marks that has no composed form.
    let source = Source(name: "essai", text: "un\n\nuq\u{301}\u{323}x\n")
    let place = source.place(of: offset)
    #expect((place.line, place.column) == (line, column))
    #expect(place.text == ["un", "", "uq\u{301}\u{323}x", ""][line - 1])
  }

  @Test func `without any text has one line`() {
    let place = Source(name: "essai", text: "").place(of: 0)
    #expect((place.line, place.column, place.text) == (1, 1, ""))
  }
}
