import CEditline
import Glibc

/// The handle of libedit, with the calls that the editor makes of it.
@safe struct Engine {
  private let handle: OpaquePointer
  private let history: OpaquePointer

  /// The text being edited, as scalars, and the cursor's place in it.
  struct Content {
    let scalars: [Unicode.Scalar]
    let cursor: Int

    var text: String { Content.string(scalars[...]) }
    var before: String { Content.string(scalars[..<cursor]) }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(scalars))
    }
  }

  /// Starts libedit on the standard streams; `nil` when it cannot start.
  ///
  /// The locale comes first: set later, libedit takes the letters beyond ASCII for commands.
  init?(program: String, historySize: Int) {
    if unsafe setlocale(LC_CTYPE, "C.UTF-8") == nil { unsafe setlocale(LC_CTYPE, "") }
    // libedit complains of an unknown terminal to its stream of errors; the editor copes by itself.
    guard let silence = unsafe fopen("/dev/null", "w") else { return nil }
    defer { unsafe fclose(silence) }
    guard
      let handle = unsafe el_init(program, editline_input(), editline_output(), silence)
    else { return nil }
    guard let history = unsafe history_init() else {
      unsafe el_end(handle)
      return nil
    }
    unsafe self.handle = handle
    unsafe self.history = history
    _ = unsafe editline_set_editor(handle, "emacs")
    _ = unsafe editline_set_history(handle, history, Int32(historySize))
    reportErrors()
  }

  /// Gives the terminal and the memory back; nothing may be asked afterwards.
  func end() {
    unsafe el_end(handle)
    unsafe history_end(history)
  }

  /// Whether the terminal understands the sequences of ECMA-48, as nearly all do.
  var isStandardTerminal: Bool {
    guard let sequence = unsafe editline_capability(handle, "ce") else { return false }
    return unsafe String(cString: sequence).contains("\u{1B}[K")
  }

  /// From now on the terminal is one that only prints.
  func usePlainTerminal() {
    guard let silence = unsafe fopen("/dev/null", "w") else { return }
    _ = unsafe editline_set_errors(handle, silence)
    _ = unsafe editline_set_terminal(handle, "dumb")
    reportErrors()
    unsafe fclose(silence)
  }

  /// From now on libedit's complaints, as those about the user's settings, are seen.
  func reportErrors() {
    _ = unsafe editline_set_errors(handle, editline_errors())
  }

  /// Ties the callbacks to their editor.
  func setClient(_ client: UnsafeMutableRawPointer) {
    _ = unsafe editline_set_client(handle, client)
  }

  /// The object that was tied to a handle.
  static func client(of handle: OpaquePointer?) -> UnsafeMutableRawPointer? {
    unsafe editline_client(handle)
  }

  func setPrompts(_ prompt: editline_prompt, right: editline_prompt) {
    let mark = CChar(PromptEncoding.mark.value)
    _ = unsafe editline_set_prompt(handle, prompt, mark)
    _ = unsafe editline_set_right_prompt(handle, right, mark)
  }

  func setReader(_ reader: el_rfunc_t) {
    _ = unsafe editline_set_reader(handle, reader)
  }

  /// Turns off what the terminal itself makes of Ctrl-C, Ctrl-Z and Ctrl-S while a line is edited.
  func ownControlKeys() {
    _ = unsafe editline_set_terminal_mode(handle, "-isig")
    _ = unsafe editline_set_terminal_mode(handle, "-ixon")
  }

  /// Reads the user's settings; `false` if one was not understood and ended the reading.
  func source(_ path: String) -> Bool {
    unsafe access(path, R_OK) != 0 || el_source(handle, path) == 0
  }

  func add(_ name: String, _ help: String, _ command: editline_command) {
    _ = unsafe editline_add(handle, name, help, command)
  }

  /// Binds a key in emacs mode or in vi's insertion to a command.
  func bind(_ name: String, to command: String) {
    _ = unsafe editline_bind(handle, name, command)
  }

  /// Binds a key in emacs mode or in vi's insertion to a key of the editor's own.
  func bind(_ name: String, to key: Key) {
    _ = unsafe editline_bind_text(handle, name, key.sequence)
  }

  /// Binds a key in vi's command mode to a command.
  func bindViCommand(_ name: String, to command: String) {
    _ = unsafe editline_bind_vi_command(handle, name, command)
  }

  /// Binds a key in vi's command mode to a key of the editor's own.
  func bindViCommand(_ name: String, to key: Key) {
    _ = unsafe editline_bind_vi_command_text(handle, name, key.sequence)
  }

  /// Takes the keys of an editor, `emacs` or `vi`; bindings made before are gone.
  func setKeys(_ name: String) {
    _ = unsafe editline_set_editor(handle, name)
  }

  /// Whether the keys are vi's.
  var isVi: Bool {
    guard let name = unsafe editline_editor(handle) else { return false }
    return unsafe String(cString: name) == "vi"
  }

  /// Whether the user left editing on.
  var edits: Bool { unsafe editline_edits(handle) != 0 }

  /// Hands keys over one by one, or gives the terminal back as it was.
  func setRaw(_ raw: Bool) {
    _ = unsafe editline_set_raw(handle, raw ? 1 : 0)
  }

  func remember(_ line: String) {
    _ = unsafe editline_remember(history, line)
  }

  /// Reads a line; the text with its newline, or `nil` at the end.
  func read() -> String? {
    var count: Int32 = 0
    guard let start = unsafe el_wgets(handle, &count), count > 0 else { return nil }
    return unsafe Engine.string(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  /// The text being edited.
  var content: Content {
    guard let line = unsafe el_wline(handle), let start = unsafe line.pointee.buffer,
      let cursor = unsafe line.pointee.cursor, let end = unsafe line.pointee.lastchar
    else { return Content(scalars: [], cursor: 0) }
    let buffer = unsafe UnsafeBufferPointer(start: start, count: end - start)
    let scalars = unsafe buffer.map(Engine.scalar)
    return Content(scalars: scalars, cursor: unsafe min(max(cursor - start, 0), scalars.count))
  }

  func insert(_ text: String) {
    let wide = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    _ = unsafe el_winsertstr(handle, wide)
  }

  /// Deletes so many scalars before the cursor.
  func delete(_ count: Int) {
    if count > 0 { unsafe el_deletestr(handle, Int32(count)) }
  }

  /// Moves the cursor by so many scalars.
  func move(_ offset: Int) {
    _ = unsafe el_cursor(handle, Int32(offset))
  }

  /// Has libedit read keys before those of the person.
  func push(_ keys: String) {
    let wide = keys.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    unsafe el_wpush(handle, wide)
  }

  /// Draws prompt and text anew from where the cursor is.
  func refresh() {
    _ = unsafe editline_refresh(handle)
  }

  /// Asks the terminal for its size; what is drawn stays until the next key.
  func resize() {
    unsafe el_resize(handle)
  }

  private static func string(_ buffer: UnsafeBufferPointer<wchar_t>) -> String {
    unsafe String(String.UnicodeScalarView(buffer.map(scalar)))
  }

  private static func scalar(_ wide: wchar_t) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(bitPattern: wide)) ?? "\u{FFFD}"
  }
}
