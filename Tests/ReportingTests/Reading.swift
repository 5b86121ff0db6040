import Auditing
import Reporting

/// The characters of a text with plain spaces and apostrophes, so that a test can quote it.
extension String {
  var plainSpaces: String {
    String(
      map { character in
        switch character {
        case "\u{A0}", "\u{202F}": " "
        case "\u{2019}": "'"
        default: character
        }
      })
  }
}

extension Document {
  /// Every text of the document, in order, a line each.
  var words: String {
    var lines = [metadata.kicker.plain, metadata.title.plain, metadata.subtitle.plain]
    lines.append(metadata.state.word.plain)
    lines += notices.flatMap(\.lines)
    for section in [opening] + sections { lines += section.lines(in: Typography(language)) }
    return lines.joined(separator: "\n").plainSpaces
  }

  /// The rows of every table whose caption begins so, as plain texts.
  func table(_ caption: String) -> [[String]] {
    let typography = Typography(language)
    return sections.flatMap(\.everyBlock).flatMap { block -> [[String]] in
      let table: Table
      switch block {
      case .table(let found), .chart(_, let found): table = found
      default: return []
      }
      guard table.caption.plain.plainSpaces.hasPrefix(caption) else { return [] }
      return table.rows.map { $0.map { $0.text(in: typography).plain.plainSpaces } }
    }
  }
}

extension Document.Section {
  /// The blocks under the heading and under every heading below it.
  var everyBlock: [Document.Block] { blocks + sections.flatMap(\.everyBlock) }

  fileprivate func lines(in typography: Typography) -> [String] {
    [heading.plain] + blocks.flatMap { $0.lines(in: typography) }
      + sections.flatMap { $0.lines(in: typography) }
  }
}

extension Document.Notice {
  fileprivate var lines: [String] { [title.plain, text.plain] + items.map(\.plain) }
}

extension Document.Block {
  fileprivate func lines(in typography: Typography) -> [String] {
    switch self {
    case .paragraph(let text), .lead(let text): [text.plain]
    case .list(let items): items.map(\.plain)
    case .definitions(let items): items.map { "\($0.term.plain) = \($0.text.plain)" }
    case .table(let table): table.lines(in: typography)
    case .chart(let chart, let table): [chart.summary.plain] + table.lines(in: typography)
    case .notice(let notice): notice.lines
    case .keyFigures(let figures): figures.map { "\($0.label.plain) = \($0.value.plain)" }
    case .blanks(let blanks): blanks.map { "\($0.label.plain) (\($0.hint.plain))" }
    case .contents: []
    }
  }
}

extension Document.Table {
  fileprivate func lines(in typography: Typography) -> [String] {
    [caption.plain]
      + rows.map { $0.map { $0.text(in: typography).plain }.joined(separator: " | ") }
  }
}
