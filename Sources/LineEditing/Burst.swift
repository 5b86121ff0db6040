import Glibc

/// Keys that come faster than a person types, as where a text is pasted into a terminal that puts
/// no marks around it.
///
/// What was typed before the first wait is no such text: it waited while a command ran. Several rows
/// that come at once were pasted. One row with its Enter was too, but only where keys are known to
/// come one by one: some terminals that only print edit a line themselves and send it whole, as the
/// shells of Emacs do, and there each line would otherwise be asked about.
struct Burst {
  /// How many bytes came at once behind another since keys were last waited for.
  private var length = 0
  /// Whether a line was ever seen half typed.
  private var typesKeyByKey = false
  /// Whether a row was pasted that others followed, since keys were last waited for.
  private(set) var hasRows = false
  /// The text before the cursor when the keys were last waited for.
  private(set) var before = ""
  /// The text before the first row of which others followed at once.
  private(set) var start: String?
  private var hasWaited = false
  private var ended = Ended.byHand

  /// How a row was ended.
  private enum Ended {
    case byHand, atOnce, asWhole
  }

  /// Begins another line; what is known of the terminal is kept.
  init(after other: Burst? = nil) { typesKeyByKey = other?.typesKeyByKey == true }

  /// Whether the last byte came at once behind another.
  var isOn: Bool { length > 0 }

  /// Whether a row came at once from its beginning, of more keys than a hand presses meanwhile.
  var isRow: Bool { typesKeyByKey && length > 6 }

  /// A byte is there without a wait.
  mutating func goOn() { if hasWaited { length += 1 } }

  /// The next key is waited for, behind a text.
  mutating func end(_ text: String) {
    if hasWaited, !text.isEmpty { typesKeyByKey = true }
    length = 0
    hasRows = false
    hasWaited = true
    before = text
  }

  /// Enter has come, and other rows behind it.
  mutating func goesOn() { hasRows = true }

  /// Enter has come.
  mutating func endsRow() { ended = isRow ? .asWhole : isOn ? .atOnce : .byHand }

  /// Whether more is there to be read, or comes within so many milliseconds.
  static func hasMore(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&descriptor, 1, milliseconds) == 1
  }

  /// What follows a row.
  enum Next {
    /// Rows that were pasted with it.
    case rows
    /// A person who is to say that the pasted rows, of which it was the last, are to be run.
    case question
    /// Nothing: a person ended it.
    case nothing
  }

  /// What follows the row that was just read.
  mutating func next() -> Next {
    defer { ended = .byHand }
    guard ended != .byHand else { return .nothing }
    // The rest of a paste follows within milliseconds.
    guard Self.hasMore(within: 5) else {
      guard start != nil || ended == .asWhole else { return .nothing }
      if start == nil { start = before }
      // What comes before the next wait is the answer.
      hasWaited = false
      length = 0
      return .question
    }
    if start == nil { start = before }
    return .rows
  }
}

extension LineEditor {
  /// The text of rows; pasted ones become what a text pasted behind what was typed becomes.
  func joined(_ rows: [String]) -> String {
    var rows = rows[...]
    guard let before = burst.start, rows.first?.hasPrefix(before) == true else {
      return rows.joined(separator: "\n")
    }
    while rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
    let text = rows.joined(separator: "\n").dropFirst(before.count)
    return before + assistant.pasted(String(text), after: before)
  }
}
