import Glibc

/// Keys that come faster than a person types, as where a text is pasted into a terminal that is
/// asked for no marks around it.
///
/// What was typed before the first wait is no such text: it waited while a command ran.
struct Burst {
  /// Whether the last byte came at once behind another.
  private(set) var isOn = false
  /// The text before the cursor when the keys were last waited for.
  private(set) var before = ""
  /// The text before the first row of which others followed at once.
  private(set) var start: String?
  private var hasWaited = false
  private var endedRow = false

  /// A byte is there without a wait.
  mutating func goOn() { isOn = hasWaited }

  /// The next key is waited for, behind a text.
  mutating func end(_ text: String) {
    isOn = false
    hasWaited = true
    before = text
  }

  /// Enter has come.
  mutating func endsRow() { endedRow = isOn }

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
    defer { endedRow = false }
    guard endedRow else { return .nothing }
    // The rest of a paste follows within milliseconds.
    guard Self.hasMore(within: 5) else {
      guard start != nil else { return .nothing }
      // What comes before the next wait is the answer.
      hasWaited = false
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
