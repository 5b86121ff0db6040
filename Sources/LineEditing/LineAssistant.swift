/// What the editor asks about the text being typed; every answer but the first two may be left out.
///
/// The answers are given between two keys: they must come within a few milliseconds.
package protocol LineAssistant {
  /// What may stand where the cursor is, after the text before it.
  mutating func complete(_ before: String) -> Completion

  /// Whether Enter opens a new row, because a block, bracket or quote is still open.
  mutating func isIncomplete(_ text: String) -> Bool

  /// The rest of the line that the person may have in mind, shown in grey.
  mutating func suggestion(for text: String) -> String?

  /// The looks of parts of the text; parts that are not named are plain.
  mutating func styles(of text: String) -> [StyledRange]

  /// What a pasted text becomes when it is put behind the text before the cursor.
  mutating func pasted(_ text: String, after before: String) -> String

  /// Looks up what the answers will rest on, while the line is shown and nothing is asked yet.
  mutating func prepare()

  /// What stands below numbered candidates: how one of them is chosen.
  var choosing: String { get }

  /// What is asked before so many pasted rows are run, where they could not be put into the line.
  func asking(toRun rows: Int) -> String
}

extension LineAssistant {
  /// No suggestion.
  package func suggestion(for text: String) -> String? { nil }

  /// No looks.
  package func styles(of text: String) -> [StyledRange] { [] }

  /// The text as it is.
  package func pasted(_ text: String, after before: String) -> String { text }

  /// Nothing.
  package mutating func prepare() {}

  /// Nothing.
  package var choosing: String { "" }

  /// The number of rows.
  package func asking(toRun rows: Int) -> String { "(\(rows)) " }
}

/// What may stand at the cursor.
package struct Completion: Equatable, Sendable {
  /// The candidates, in the order in which they are shown.
  package let candidates: [Candidate]
  /// The end of the text before the cursor that a candidate takes the place of.
  package let replaced: String
  /// How many more there are, whose starts the candidates have among them.
  package let omitted: Int
  /// Whether the candidates begin with what is typed, so that what they share may take its place.
  package let goesOn: Bool

  package init(
    _ candidates: [Candidate], replacing replaced: String, omitting omitted: Int = 0,
    goesOn: Bool = true
  ) {
    self.candidates = candidates
    self.replaced = replaced
    self.omitted = omitted
    self.goesOn = goesOn
  }

  /// No candidate.
  package static let none = Completion([], replacing: "")
}

/// One text that may stand at the cursor.
package struct Candidate: Equatable, Sendable {
  package let text: String
  /// A few words about it, shown beside it in the list; may be empty.
  package let note: String

  package init(_ text: String, _ note: String = "") {
    self.text = text
    self.note = note
  }
}

/// A part of a text with its look.
package struct StyledRange: Equatable, Sendable {
  package let range: Range<String.Index>
  package let style: Style

  package init(_ range: Range<String.Index>, _ style: Style) {
    self.range = range
    self.style = style
  }
}

/// What came of reading a line.
package enum Line: Equatable, Sendable {
  /// The text, without the newline that ended it; the rows of a block have newlines between them.
  case text(String)
  /// Ctrl-C: the text is dropped, the session goes on.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case end
  /// A signal that ends the program, which is to exit with 128 and its number.
  case signal(Int32)
}
