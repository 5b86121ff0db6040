package import Auditing

/// A text ready to be rendered: runs of plain, strong or code characters, and marks in words.
package struct RichText: Hashable, Sendable {
  package private(set) var runs: [Run]

  /// Creates a text of runs.
  package init(_ runs: [Run] = []) {
    self.runs = runs
  }

  /// Creates a text of characters that come from data and are kept letter for letter.
  package init(data: String) {
    runs = [.text(data)]
  }

  /// Creates a text of a checklist, which says so where only another language has it.
  package init(_ text: LocalizedText, in language: Language) {
    runs =
      language == .en && text.en == nil
      ? [.foreign(text.fr, .fr)] : [.text(text[language])]
  }

  /// A piece of a text that is rendered one way.
  package enum Run: Hashable, Sendable {
    case text(String)
    case strong(String)
    case code(String)
    /// Words in another language than the document's.
    case foreign(String, Language)
    /// A shape with the words that say the same.
    case mark(Mark, String)
    /// The end of a line within the text.
    case lineBreak
  }
}

extension RichText {
  /// The characters alone, a space for the end of a line.
  package var plain: String {
    var result = ""
    for run in runs {
      switch run {
      case .text(let text), .strong(let text), .code(let text), .foreign(let text, _),
        .mark(_, let text):
        result += text
      case .lineBreak: result += " "
      }
    }
    return result
  }

  /// Whether nothing would be read.
  package var isEmpty: Bool { plain.isEmpty }

  package static func + (left: Self, right: Self) -> Self { Self(left.runs + right.runs) }

  package static func += (left: inout Self, right: Self) { left.runs += right.runs }
}

extension Sequence<RichText> {
  /// The texts one after the other with a separator between two.
  package func joined(separator: RichText) -> RichText {
    var result = RichText()
    for (index, text) in enumerated() {
      if index > 0 { result += separator }
      result += text
    }
    return result
  }

  /// The texts that are not empty, each on a line of its own.
  package var lines: RichText {
    filter { !$0.runs.isEmpty }.joined(separator: RichText([.lineBreak]))
  }
}
