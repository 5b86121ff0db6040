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
