import Testing

@testable import LineEditing

struct `The layout of a text` {
  private func layout(_ text: String, prompt: String = "> ", columns: Int = 10) -> Layout {
    Layout(
      prompt: Array(prompt.unicodeScalars), text: Array(text.unicodeScalars), columns: columns,
      width: { Terminal.width(of: String($0)) })
  }

  private func last(_ text: String) -> [Int] {
    let place = layout(text).places[text.unicodeScalars.count]
    return [place.row, place.column]
  }

  @Test func `begins after the prompt`() {
    #expect(layout("ab").places.map(\.column) == [2, 3, 4])
    #expect(layout("ab").rows == 1)
  }

  @Test func `goes on in the next row when a row is full`() {
    #expect(last("1234567") == [0, 9])
    #expect(last("12345678") == [1, 0])
    #expect(last("123456789") == [1, 1])
  }

  @Test func `breaks at newlines`() {
    #expect(last("a\nbc") == [1, 2])
    #expect(layout("a\n\nb").rows == 3)
  }

  @Test func `keeps a wide character in one row`() {
    #expect(layout("1234567日x").places[7] == Layout.Place(row: 1, column: 0))
    #expect(last("1234567日x") == [1, 3])
  }

  @Test func `takes a tab to the next multiple of eight`() {
    #expect(last("a\tb") == [0, 9])
    #expect(Layout.visible("\t", at: 3) == Array("     "))
  }

  @Test func `shows a control character with a caret`() {
    #expect(Layout.visible("\u{3}", at: 0) == ["^", "C"])
    #expect(Layout.visible("\u{7F}", at: 0) == ["^", "?"])
    #expect(last("\u{3}") == [0, 4])
  }

  @Test func `begins lower after a prompt that is wider than the screen`() {
    #expect(layout("", prompt: "a prompt of 20 lett ").places == [.init(row: 2, column: 0)])
  }
}

struct `The rows of a text` {
  private func above(_ before: String, _ after: String = "") -> Int? {
    Rows.offset(toRowAbove: content(before, after))
  }

  private func below(_ before: String, _ after: String = "") -> Int? {
    Rows.offset(toRowBelow: content(before, after))
  }

  private func content(_ before: String, _ after: String) -> Engine.Content {
    Engine.Content(
      scalars: Array((before + after).unicodeScalars), cursor: before.unicodeScalars.count)
  }

  @Test func `are left at the first for older lines and at the last for newer ones`() {
    #expect(above("abc") == nil)
    #expect(below("a\nb") == nil)
  }

  @Test func `are walked in the same column`() {
    #expect(above("abc\nde", "f") == -4)
    #expect(below("ab", "c\ndef") == 4)
  }

  @Test func `that are shorter are entered at their end`() {
    #expect(above("a\nbcd") == -4)
    #expect(below("abc", "\nd\nef") == 2)
    #expect(below("abc", "\n") == 1)
    #expect(above("\n\n") == -1)
  }
}

struct `A prompt for libedit` {
  @Test func `has each sequence between marks and before a character`() {
    let runs = [Run("a", .bold), Run(""), Run("b", .green), Run("> ")]
    #expect(
      PromptEncoding.encoded(runs, colour: true)
        == "\u{1}\u{1B}[1m\u{1}a\u{1}\u{1B}[0m\u{1B}[32m\u{1}b\u{1}\u{1B}[0m\u{1}> ")
  }

  @Test func `ends plain, with a space if need be`() {
    #expect(PromptEncoding.ended([Run("a", .bold)]) == [Run("a", .bold), Run(" ")])
    #expect(PromptEncoding.ended([Run("a ", .bold)]) == [Run("a", .bold), Run(" ")])
    #expect(PromptEncoding.ended([Run(" ", .bold)]) == [Run(" ")])
    #expect(PromptEncoding.ended([Run("a")]) == [Run("a")])
  }

  @Test func `holds no control character of its text`() {
    let runs = [Run("a\u{1B}[31m\nb\u{1}", .bold)]
    #expect(PromptEncoding.visible(runs) == "a [31m b ")
    #expect(PromptEncoding.encoded(runs, colour: false) == "a [31m b ")
  }
}

struct `The walk through older lines` {
  private var history = History()

  init() {
    for line in ["one", "two", "two", "", "three"] { _ = history.remember(line) }
    history.restart()
  }

  @Test func `goes from the newest to the oldest and back to the draft`() {
    var history = history
    #expect(history.older(than: "draft") == "three")
    #expect(history.older(than: "three") == "two")
    #expect(history.older(than: "two") == "one")
    #expect(history.older(than: "one") == nil)
    #expect(history.newer(than: "one") == "two")
    #expect(history.newer(than: "two") == "three")
    #expect(history.newer(than: "three") == "draft")
    #expect(history.newer(than: "draft") == nil)
  }

  @Test func `keeps what was changed on the way until the line is entered`() {
    var history = history
    _ = history.older(than: "")
    _ = history.older(than: "three!")
    #expect(history.newer(than: "two") == "three!")
    history.restart()
    #expect(history.older(than: "") == "three")
  }
}
