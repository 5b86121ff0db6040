import CEditline
import Glibc

/// Reads lines from a person at a terminal.
///
/// libedit edits, keeps the history in memory and draws; the editor hands it the keys one by one,
/// and so can colour the text, offer a suggestion and notice signals whenever it waits for a key.
/// Only for a terminal (`Terminal.isInteractive`), and one at a time.
@safe package final class LineEditor {
  /// Who is asked about the text being typed.
  package var assistant: any LineAssistant

  /// Whether the user's settings held a line that libedit does not know; the rest was not read.
  package let settingsWereCut: Bool

  /// Whether no escape sequence is ever sent: on request, or because the terminal knows none.
  package private(set) var isPlain: Bool

  /// Whether the terminal says what is pasted and what is typed.
  var marksPastes: Bool { !isPlain && terminalMarksPastes }

  /// Messages that may come while a line is typed; shown above it.
  package var announcements: Announcements?

  let engine: Engine
  private(set) var usesColour: Bool
  var decoder = KeyDecoder()
  var queue: ArraySlice<Unicode.Scalar> = []
  var pastes: ArraySlice<String> = []
  var watch: SignalWatch?
  var outcome: Outcome?
  var drawing = Drawing()
  var history = History()
  var listed = Listed()
  var burst = Burst()
  /// Whether the assistant was given time to look things up for this line.
  var isPrepared = false
  private let terminalMarksPastes: Bool
  private(set) var prompt: [Run] = []
  private(set) var rightPrompt: [Run] = []
  // Prompts stay where they are in memory while C reads them.
  private var promptBytes: UnsafeMutablePointer<CChar>?
  private var rightPromptBytes: UnsafeMutablePointer<CChar>?

  /// A source of messages: when its descriptor can be read, its text is asked for and shown.
  package struct Announcements {
    let descriptor: Int32
    let next: () -> String

    package init(descriptor: Int32, next: @escaping () -> String) {
      self.descriptor = descriptor
      self.next = next
    }
  }

  /// Why reading ended without a text.
  enum Outcome: Equatable {
    case interrupted, end, signal(Int32)
  }

  /// Starts an editor with the lines entered before, oldest first.
  ///
  /// `settings` is the path of the user's `.editrc`, in which lines may begin with the program's
  /// name and a colon; `plain` sends no escape sequence; `marksPastes` is what
  /// `Terminal.marksPastes` says. Throws `EditingError.noTerminal` when libedit cannot start.
  package init(
    program: String, history: [String] = [], settings: String? = nil, plain: Bool = false,
    colour: Bool = false, marksPastes: Bool = true, assistant: any LineAssistant
  ) throws(EditingError) {
    guard let engine = Engine(program: program, historySize: max(history.count * 2, 10_000)) else {
      throw .noTerminal
    }
    self.engine = engine
    self.assistant = assistant
    terminalMarksPastes = marksPastes
    isPlain = plain || !engine.isStandardTerminal
    usesColour = colour && !isPlain
    if isPlain { engine.usePlainTerminal() }
    editline_guard_terminal(isPlain ? 1 : 0)
    engine.bindConveniences()
    settingsWereCut = settings.map { !engine.source($0) } ?? false
    unsafe engine.setClient(Unmanaged.passUnretained(self).toOpaque())
    unsafe engine.setPrompts(
      { unsafe LineEditor.of($0)?.promptBytes },
      right: { unsafe LineEditor.of($0)?.rightPromptBytes })
    unsafe engine.setReader { unsafe LineEditor.of($0)?.nextCharacter($1) ?? -1 }
    engine.ownControlKeys()
    bindKeys()
    for line in history { remember(line) }
  }

  deinit {
    engine.end()
    freePrompts()
  }

  /// Keeps a line for Up and Ctrl-R; an empty one and a repetition are not kept.
  package func remember(_ line: String) {
    if history.remember(line) { engine.remember(line) }
  }

  /// Changes how lines look from now on; a terminal that has become plain stays so.
  package func look(plain: Bool, colour: Bool) {
    if plain, !isPlain {
      isPlain = true
      engine.usePlainTerminal()
      editline_guard_terminal(1)
    }
    usesColour = colour && !isPlain
  }

  /// Whose keys edit the line.
  package enum Keys: String, CaseIterable, Sendable {
    case emacs, vi
  }

  /// Takes the keys of emacs or of vi from now on, whatever the user's settings said.
  package func use(_ keys: Keys) {
    guard (keys == .vi) != engine.isVi else { return }
    engine.setKeys(keys.rawValue)
    engine.bindConveniences()
    bindKeys()
  }

  /// Reads a line, or a whole block where the assistant calls the text incomplete.
  ///
  /// The continuation stands before the second and later rows where rows are read one by one: on a
  /// plain terminal and with editing turned off.
  package func read(
    prompt: [Run], rightPrompt: [Run] = [], continuation: [Run] = [Run("... ")]
  ) -> Line {
    let watch = SignalWatch()
    self.watch = watch
    defer {
      self.watch = nil
      watch.end()
    }
    burst = Burst(after: burst)
    // Whether rows were typed while a command ran or pasted nobody can tell without editing: both
    // are asked about.
    if !engine.edits { burst.end("") }
    isPrepared = false
    var rows: [String] = []
    setPrompts(prompt, rightPrompt)
    while true {
      let line = engine.edits ? readEdited() : readUnedited()
      guard case .text(let row) = line else { return line }
      if engine.edits && !isPlain { return .text(row.composed) }
      rows.append(row.composed)
      setPrompts(continuation, [])
      switch burst.next() {
      case .rows: continue
      case .question: setPrompts([Run(assistant.asking(toRun: rows.count))], [])
      case .nothing:
        let text = joined(rows)
        if !assistant.isIncomplete(text) { return .text(text) }
      }
    }
  }

  private func setPrompts(_ prompt: [Run], _ rightPrompt: [Run]) {
    self.prompt = prompt
    self.rightPrompt = isPlain ? [] : rightPrompt
    freePrompts()
    unsafe promptBytes = strdup(PromptEncoding.encoded(prompt, colour: usesColour))
    unsafe rightPromptBytes = strdup(PromptEncoding.encoded(self.rightPrompt, colour: usesColour))
  }

  private func freePrompts() {
    unsafe free(promptBytes)
    unsafe free(rightPromptBytes)
  }

  /// Reads with libedit.
  ///
  /// Keys are raw before it starts, because it draws the prompt first and the terminal would show
  /// what is typed in between a second time.
  private func readEdited() -> Line {
    outcome = nil
    history.restart()
    drawing = Drawing()
    listed = Listed()
    engine.setRaw(true)
    setBracketedPaste(true)
    let text = engine.read()
    setBracketedPaste(false)
    switch outcome {
    case .signal(let number): return .signal(number)
    case .interrupted: return .interrupted
    case .end: return .end
    case nil: break
    }
    guard let text else { return .end }
    return .text(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  /// Asks the terminal to say what is pasted and what is typed, or no longer to.
  func setBracketedPaste(_ on: Bool) {
    if !isPlain { write("\u{1B}[?2004\(on ? "h" : "l")") }
  }

  /// Writes in the same stream as libedit, so that the order is kept.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe fwrite(bytes, 1, bytes.count, editline_output())
    unsafe fflush(editline_output())
  }

  /// The editor that a handle of libedit belongs to.
  static func of(_ handle: OpaquePointer?) -> LineEditor? {
    guard let client = unsafe Engine.client(of: handle) else { return nil }
    return unsafe Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
  }
}
