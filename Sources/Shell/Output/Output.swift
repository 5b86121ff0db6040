import Auditing
import Glibc
import LineEditing
import Scripting

/// What is to be said: data for standard output, everything else for standard error.
///
/// Both are held until the operation is on disk, so that nothing is acknowledged before.
struct Output {
  private(set) var data: [String] = []
  private(set) var acknowledgements: [Wording] = []
  private(set) var notes: [Wording] = []
  private(set) var supposed: [Wording] = []
  /// The error number of what could not be said, such as a full disk behind a redirection.
  private(set) var failure: Int32?
  /// Whether something on standard error said that all this is an exercise.
  private(set) var saysExercise = false
  private var sink: @Sendable (Int32, String) -> Int32? = Output.write

  /// Adds lines for standard output.
  mutating func show(_ text: String) { data.append(text) }

  /// Adds what is said once the operation is on disk.
  mutating func acknowledge(_ wording: Wording) { acknowledgements.append(wording) }

  /// Adds what is said of what was only supposed.
  mutating func suppose(_ wording: Wording) { supposed.append(wording) }

  /// Adds what is said of what was read, whatever becomes of the operation.
  mutating func note(_ wording: Wording) { notes.append(wording) }

  /// Says everything held, acknowledgements only when the operation is on disk.
  mutating func flush(_ settings: Settings, isKept: Bool) {
    let whole = data.map { $0 + "\n" }.joined()
    if settings.pager == nil || !isLong(whole, settings) || settings.pager?.show(whole) != true {
      if !whole.isEmpty, let code = sink(1, whole) { failure = code }
    }
    let said = notes + (isKept && !settings.isQuiet ? acknowledgements : [])
    saysExercise = saysExercise || said.contains { $0.en.contains("EXERCISE") }
    for wording in notes { _ = sink(2, Self.marked(wording, "!", settings)) }
    for wording in supposed where !settings.isQuiet {
      _ = sink(2, Self.marked(wording, "≈", settings))
    }
    supposed = []
    if isKept, !settings.isQuiet {
      for wording in acknowledgements { _ = sink(2, Self.marked(wording, "✓", settings)) }
    }
    data = []
    notes = []
    acknowledgements = []
  }

  /// Whether a text is longer than the screen it goes to.
  private func isLong(_ text: String, _ settings: Settings) -> Bool {
    guard settings.width != nil, !settings.isPlain else { return false }
    let size = Terminal.size
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { $0 + max(1, ($1.columns + size.columns - 1) / size.columns) }
    return rows > size.rows - 2
  }

  /// Forgets what an operation that failed would have acknowledged.
  mutating func dropAcknowledgements() { acknowledgements = [] }

  /// Asks something on standard error at once; the answer follows on the same line.
  func ask(_ question: String) { _ = sink(2, question.harmless) }

  /// Says something on standard error at once.
  func complain(_ lines: [String]) {
    for line in lines { _ = sink(2, line.harmless + "\n") }
  }

  /// Says something on standard error and stays on its line.
  func prompt(_ text: String) { _ = sink(2, text.harmless) }

  /// The word for a mark; what is acknowledged or supposed says so itself.
  private static func inWords(_ mark: String, _ language: Language) -> String {
    switch mark {
    case "!": language.pick(("attention\u{A0}: ", "warning: "))
    default: ""
    }
  }

  private static func marked(_ wording: Wording, _ mark: String, _ settings: Settings) -> String {
    let head = settings.isPlain ? inWords(mark, settings.language) : mark + " "
    let width = isatty(STDERR_FILENO) == 1 ? settings.width : nil
    let text = (head + settings.language.pick(wording).harmless).wrapped(to: width) + "\n"
    guard settings.isColoured, !settings.isPlain else { return text }
    return Colours.mark(mark) + text.dropFirst(mark.count)
  }

  /// Writes a text; the error number when it cannot be, unless nobody reads on.
  private static let write: @Sendable (Int32, String) -> Int32? = { descriptor, text in
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno == EPIPE ? nil : errno
      }
      bytes = bytes.dropFirst(count)
    }
    return nil
  }
}

extension String {
  /// The text with all that could act on a terminal written out, row by row.
  var harmless: String {
    guard contains(where: { $0 == "\n" || $0 == "\r\n" }) else { return visible }
    return unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).visible }.joined(separator: "\n")
  }
}

/// Colours of what is said; a word or mark always says the same.
enum Colours {
  static func bold(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }
  static func dim(_ text: String) -> String { "\u{1B}[2m\(text)\u{1B}[0m" }
  static func red(_ text: String) -> String { "\u{1B}[31m\(text)\u{1B}[0m" }

  static func mark(_ mark: String) -> String {
    "\u{1B}[\(mark == "✓" ? "32" : "33")m\(mark)\u{1B}[0m"
  }
}
