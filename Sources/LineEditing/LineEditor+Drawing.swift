import CEditline
import Glibc

/// What the editor has drawn over libedit's drawing, which libedit knows nothing of.
struct Drawing {
  /// A suggestion that is on the screen.
  struct Offer {
    let text: String
    /// The text after which it stands.
    let after: [Unicode.Scalar]
    /// The columns it takes on the screen.
    let width: Int
  }

  var offer: Offer?
  /// Whether the offer still stands on the screen.
  var isShown = false
  /// Whether the text is on the screen with looks.
  var isStyled = false
  /// Whether the screen is no longer as libedit drew it.
  var isStale = false
}

extension LineEditor {
  /// The place of the cursor, counted from the first cell of the prompt.
  var place: Layout.Place {
    let content = engine.content
    let place = layout(content.scalars).places[content.cursor]
    return Layout.Place(row: min(place.row, Terminal.size.rows - 1), column: place.column)
  }

  /// The rows of the text below the cursor's.
  var rowsBelowCursor: Int {
    let content = engine.content
    let layout = layout(content.scalars)
    return min(layout.rows - 1 - layout.places[content.cursor].row, Terminal.size.rows - 1)
  }

  private func layout(_ scalars: [Unicode.Scalar]) -> Layout {
    Layout(
      prompt: Array(PromptEncoding.visible(prompt).unicodeScalars), text: scalars,
      columns: Terminal.size.columns, width: { Int(wcwidth(wchar_t(bitPattern: $0.value))) })
  }

  /// Draws the looks of the text and the suggestion, in the cells where libedit put the text.
  func draw() {
    let content = engine.content
    drawing.offer = nil
    guard !isPlain, !drawing.isStale, content.scalars.count < 4000 else {
      drawing.isStale = false
      return
    }
    let layout = layout(content.scalars)
    guard layout.rows <= Terminal.size.rows else { return }
    var output = ""
    if content.scalars.contains(where: { $0.value >= 0x1100 }) {
      // Before a wide character libedit counts one column too few on its way back.
      output += "\u{1B}[\(layout.places[content.cursor].column + 1)G"
    }
    if usesColour, !isSearching(content) { output += looks(of: content, layout: layout) }
    if !output.isEmpty { write(output) }
  }

  private func looks(of content: Engine.Content, layout: Layout) -> String {
    let text = content.text
    let styles = assistant.styles(of: text)
    var output = ""
    if drawing.isStyled || !styles.isEmpty {
      output += painted(text, styles, layout: layout, cursor: content.cursor)
      drawing.isStyled = !styles.isEmpty
    }
    return output + suggestion(after: content, text: text, layout: layout)
  }

  /// Takes the suggestion off the screen: with spaces, which leave the right prompt alone.
  func hideSuggestion() {
    guard drawing.isShown, let offer = drawing.offer else { return }
    drawing.isShown = false
    write("\u{1B}7" + String(repeating: " ", count: offer.width) + "\u{1B}8")
  }

  private func suggestion(
    after content: Engine.Content, text: String, layout: Layout
  ) -> String {
    guard content.cursor == content.scalars.count, !text.isEmpty,
      let rest = assistant.suggestion(for: text), !rest.isEmpty
    else { return "" }
    let row = PromptEncoding.visible([Run(String(rest.prefix { $0 != "\n" }))])
    let shown = Terminal.prefix(of: row, columns: room(after: layout))
    guard shown.width > 0 else { return "" }
    drawing.offer = Drawing.Offer(text: rest, after: content.scalars, width: shown.width)
    drawing.isShown = true
    return "\u{1B}7" + Style.grey.applied(to: String(shown.text)) + "\u{1B}8"
  }

  /// The columns free in the last row, clear of the right prompt where libedit shows it.
  private func room(after layout: Layout) -> Int {
    let last = layout.places[layout.places.count - 1]
    let columns = Terminal.size.columns - last.column
    let right = Terminal.width(of: PromptEncoding.visible(rightPrompt))
    let showsRight = right > 0 && last.row == 0 && columns - right > 1
    // libedit keeps two columns free behind the right prompt; one stays free before it.
    return columns - (showsRight ? right + 3 : 1)
  }

  /// The sequence that draws the whole text with its looks and leaves the cursor where it is.
  private func painted(
    _ text: String, _ styles: [StyledRange], layout: Layout, cursor: Int
  ) -> String {
    var output = "\u{1B}7\r"
    let start = layout.places[0]
    if layout.places[cursor].row > start.row {
      output += "\u{1B}[\(layout.places[cursor].row - start.row)A"
    }
    var row = start.row
    var current = Style.plain
    for (offset, index) in text.unicodeScalars.indices.enumerated() {
      let place = layout.places[offset]
      if place.row > row || offset == 0 {
        output += String(repeating: "\r\n", count: place.row - row)
        if place.column > 0 { output += "\u{1B}[\(place.column)C" }
        row = place.row
      }
      let style = styles.last { $0.range.contains(index) }?.style ?? .plain
      if style != current {
        output += Style.ending + style.beginning
        current = style
      }
      output += String(Layout.visible(text.unicodeScalars[index], at: place.column))
    }
    return output + Style.ending + "\u{1B}8"
  }

  /// Whether libedit searches the history: it then writes the pattern into a row of the text.
  private func isSearching(_ content: Engine.Content) -> Bool {
    guard let newline = content.scalars.lastIndex(of: "\n") else { return false }
    let last = String(String.UnicodeScalarView(content.scalars[newline...].prefix(5)))
    return ["\nbck:", "\nbck?", "\nfwd:", "\nfwd?"].contains(last)
  }
}
