import Auditing
import LineEditing
import Scripting

/// What the editor asks about a line: whether it is whole, what may come next, and what is unknown.
///
/// What the answers rest on is read when the first is asked for, so that the prompt need not wait.
struct ShellAssistant: LineAssistant {
  /// What the answers rest on.
  private struct Knowledge {
    let grades: [Checklist.Grade]
    let vocabulary: Vocabulary
    var source: CompletionSource
    var wordings: LineSuggestion?
  }

  private let session: Session
  /// The lines entered before, oldest first.
  private let history: [String]
  private var earlier: Knowledge?
  private var present: Knowledge?

  /// Prepares for a line; what an earlier line looked up is used again while nothing has changed.
  init(_ session: Session, history: [String], after earlier: ShellAssistant? = nil) {
    self.session = session
    self.history = history
    self.earlier = earlier?.present ?? earlier?.earlier
  }

  private mutating func know() -> Knowledge {
    if let present { return present }
    let grades = session.grades
    var live = earlier?.source.live ?? LiveCandidates(session)
    live.renew(session)
    var knowledge = Knowledge(
      grades: grades, vocabulary: Registry.standard.vocabulary(grades: grades),
      source: CompletionSource(session: session, grades: grades, live: live))
    if earlier?.wordings?.place == session.place { knowledge.wordings = earlier?.wordings }
    earlier = nil
    present = knowledge
    return knowledge
  }

  mutating func prepare() {
    _ = know()
    present?.source.live.prepare()
  }

  mutating func isIncomplete(_ text: String) -> Bool {
    Parser.isIncomplete(text, know().vocabulary)
  }

  mutating func complete(_ before: String) -> Completion {
    _ = know()
    return present?.source.complete(before) ?? .none
  }

  mutating func suggestion(for text: String) -> String? {
    guard session.settings.suggests else { return nil }
    let knowledge = know()
    let wordings = knowledge.wordings ?? LineSuggestion(session, grades: knowledge.grades)
    present?.wordings = wordings
    return wordings.rest(of: text, history: history)
  }

  mutating func styles(of text: String) -> [StyledRange] {
    guard !text.isEmpty else { return [] }
    let knowledge = know()
    let faults = LineFaults(
      session: session, vocabulary: knowledge.vocabulary, grades: knowledge.grades)
    var live = knowledge.source.live
    let ranges = faults.ranges(in: text, &live)
    present?.source.live = live
    let scalars = text.unicodeScalars
    return ranges.map { range in
      let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
      return StyledRange(start..<scalars.index(start, offsetBy: range.count), .red)
    }
  }

  var choosing: String {
    session.language.pick(
      ("Pour choisir\u{A0}: un numéro, puis Tab.", "To choose: a number, then Tab."))
  }

  func asking(toRun rows: Int) -> String {
    if rows == 1 {
      return session.language.pick(
        (
          "Une ligne collée\u{A0}: Entrée l’exécute, Ctrl-C l’abandonne. ",
          "One line pasted: Enter runs it, Ctrl-C drops it. "
        ))
    }
    return session.language.pick(
      (
        "\(rows) lignes collées\u{A0}: Entrée les exécute ensemble, Ctrl-C les abandonne. ",
        "\(rows) lines pasted: Enter runs them together, Ctrl-C drops them. "
      ))
  }

  /// Keeps the rows of a text pasted behind a free-text word in that text, so that none of them is
  /// run as a command.
  mutating func pasted(_ text: String, after before: String) -> String {
    let row = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let words = row.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard text.contains("\n"), let word = words.first, row.contains(where: \.isWhitespace),
      let operands = know().vocabulary.freeWords[String(word).folded]
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
