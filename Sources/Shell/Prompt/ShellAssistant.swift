import Auditing
import LineEditing
import Scripting

/// What the editor asks about a line: whether it is whole, what may come next, and what is unknown.
struct ShellAssistant: LineAssistant {
  private let session: Session
  private let grades: [Checklist.Grade]
  private let vocabulary: Vocabulary
  /// The lines entered before, oldest first.
  private let history: [String]
  private var source: CompletionSource
  private var wordings: LineSuggestion?

  /// Prepares for a line; what an earlier line looked up is used again while nothing has changed.
  init(_ session: Session, history: [String], after earlier: ShellAssistant? = nil) {
    self.session = session
    self.history = history
    grades = session.grades
    vocabulary = Registry.standard.vocabulary(grades: grades)
    let known = earlier?.source.live
    if earlier?.wordings?.place == session.place { wordings = earlier?.wordings }
    let isKnown = known?.moment == LiveCandidates.Moment(session)
    var live = isKnown ? known ?? LiveCandidates(session) : LiveCandidates(session)
    live.session = session
    source = CompletionSource(session: session, grades: grades, live: live)
  }

  func isIncomplete(_ text: String) -> Bool { Parser.isIncomplete(text, vocabulary) }

  mutating func complete(_ before: String) -> Completion { source.complete(before) }

  mutating func suggestion(for text: String) -> String? {
    guard session.settings.suggests else { return nil }
    let known = wordings ?? LineSuggestion(session, grades: grades)
    wordings = known
    return known.rest(of: text, history: history)
  }

  mutating func styles(of text: String) -> [StyledRange] {
    let faults = LineFaults(session: session, vocabulary: vocabulary, grades: grades)
    let scalars = text.unicodeScalars
    return faults.ranges(in: text, &source.live).map { range in
      let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
      return StyledRange(start..<scalars.index(start, offsetBy: range.count), .red)
    }
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
}
