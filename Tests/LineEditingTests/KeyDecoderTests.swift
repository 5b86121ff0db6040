import Testing

@testable import LineEditing

struct `The bytes of a terminal` {
  private func events(_ text: String) -> [KeyDecoder.Event] { events(Array(text.utf8)) }

  private func events(_ bytes: [UInt8]) -> [KeyDecoder.Event] {
    var decoder = KeyDecoder()
    let taken = bytes.flatMap { decoder.take($0) }
    return taken + (decoder.isMidway ? decoder.giveUp() : [])
  }

  private func characters(_ text: String) -> [KeyDecoder.Event] {
    text.unicodeScalars.map { .character($0) }
  }

  @Test func `are letters of one to four bytes`() {
    #expect(events("aé€𝄞") == characters("aé€𝄞"))
  }

  @Test(arguments: [
    [0xFF], [0xE9], [0xC3], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC0, 0x80],
  ])
  func `that are no letter are shown as such and spoil nothing after them`(bytes: [UInt8]) {
    let result = events(bytes + Array("ab".utf8))
    #expect(result.first == .character("\u{FFFD}"))
    #expect(result.suffix(2) == characters("ab")[...])
  }

  @Test func `are keys in the spellings of several terminals`() {
    #expect(events("\u{1B}[A\u{1B}OA") == [.key(.up), .key(.up)])
    #expect(events("\u{1B}[H\u{1B}[1~\u{1B}[7~") == [.key(.home), .key(.home), .key(.home)])
    #expect(events("\u{1B}[1;5Cx") == [.key(.wordRight), .character("x")])
    #expect(events("\u{1B}\r") == [.key(.newRow)])
  }

  @Test func `that the editor has no use for go on as they are`() {
    for text in ["[5~", "b", "é", "", "[", "\u{1B}", "OQ"].map({ "\u{1B}" + $0 }) {
      #expect(events(text) == characters(text))
    }
  }

  @Test func `of a key pressed after Escape are that key`() {
    #expect(events("\u{1B}\u{1B}[A") == [.character("\u{1B}"), .key(.up)])
  }

  @Test func `of a pasted text are one event, whatever is in it`() {
    let text = "\u{1B}[200~un\r\tdeux \u{1B}[A e\u{301}\r\u{1B}[201~x"
    #expect(events(text) == [.paste("un\n\tdeux [A é"), .character("x")])
  }

  @Test func `of a paste that has not ended are held back`() {
    var decoder = KeyDecoder()
    let taken = "\u{1B}[200~un".utf8.flatMap { decoder.take($0) }
    #expect(taken == [])
    #expect(decoder.isPasting)
    #expect(!decoder.isMidway)
  }

  @Test func `that begin a sequence are waited for only a moment`() {
    var decoder = KeyDecoder()
    #expect(decoder.take(0x1B) == [])
    #expect(decoder.isMidway)
    #expect(decoder.giveUp() == characters("\u{1B}"))
    #expect(!decoder.isMidway)
  }
}

struct `A key` {
  @Test func `has a letter of its own`() {
    #expect(Set(Key.allCases.map(\.rawValue)).count == Key.allCases.count)
    #expect(Key.up.sequence == "\u{1D}u")
  }
}

struct `A text with combining accents` {
  @Test func `is composed letter by letter`() {
    let decomposed = "e\u{301}te\u{301}, A\u{300}, o\u{308}, c\u{327}a, ê"
    #expect(Array(decomposed.composed.utf8) == Array("été, À, ö, ça, ê".utf8))
  }

  @Test func `keeps an accent for which there is no letter`() {
    #expect(Array("x\u{301}".composed.unicodeScalars) == ["x", "\u{301}"])
    #expect(Array("q\u{302}u".composed.unicodeScalars).count == 3)
  }
}
