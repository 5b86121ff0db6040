import Auditing
import LineEditing
import Scripting

/// What the editor asks about a line: whether it is whole, and what may come next.
struct ShellAssistant: LineAssistant {
  private let session: Session
  private let grades: [Checklist.Grade]
  private let vocabulary: Vocabulary

  init(_ session: Session) {
    self.session = session
    grades = session.grades
    vocabulary = Registry.standard.vocabulary(grades: grades)
  }

  func isIncomplete(_ text: String) -> Bool { Parser.isIncomplete(text, vocabulary) }

  func complete(_ before: String) -> Completion {
    CompletionSource(session: session, grades: grades).complete(before)
  }

  /// Keeps the rows of a text pasted behind a free-text word in that text, so that none of them is
  /// run as a command.
  func pasted(_ text: String, after before: String) -> String {
    let row = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let words = row.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard text.contains("\n"), let word = words.first, row.contains(where: \.isWhitespace),
      let operands = vocabulary.freeWords[String(word).folded]
    else { return text }
    let given = words.dropFirst().first ?? ""
    if given.hasPrefix("\"") { return text }
    let values = given.split(whereSeparator: \.isWhitespace)
    guard values.count == operands, values.isEmpty || given.last?.isWhitespace == true else {
      return text.replacing("\n", with: " ")
    }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("$", with: "\\$")
    return "\"\(escaped)\""
  }

  /// Marks a first word that no command begins with, so that it shows before Enter.
  func styles(of text: String) -> [StyledRange] {
    guard let start = text.firstIndex(where: { !$0.isWhitespace }) else { return [] }
    let end = text[start...].firstIndex { $0.isWhitespace } ?? text.endIndex
    guard end < text.endIndex else { return [] }
    let word = String(text[start..<end])
    let isKnown =
      vocabulary.firstWords.contains(word.folded) || Vocabulary.keywords.contains(word)
      || word == ">" || word == "<"
      || vocabulary.firstWords.contains { $0.hasPrefix(word.folded) }
    return isKnown ? [] : [StyledRange(start..<end, .red)]
  }
}
