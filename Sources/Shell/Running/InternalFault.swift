import Auditing
import Glibc

/// What is done where the program itself is at fault: it says so, and ends with 70.
///
/// A fault of the program reaches it as a signal of the machine. The terminal is given back by the
/// line editor, whose own watch comes first and hands the signal on.
enum InternalFault {
  /// The signals by which the machine, the language or the library ends a faulty program.
  private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

  /// How many bytes a handler may use where the stack itself has run out.
  private static let stackSize = 1 << 16

  /// What is printed for programs: it is ready before any fault, and never changed after.
  nonisolated(unsafe) private static var envelope = unsafe UnsafeBufferPointer<UInt8>(
    start: nil, count: 0)

  /// Watches for them until the end, unless something else does, such as the language's own
  /// backtraces, a debugger's aid or a sanitizer.
  static func watch(_ language: Language, isJSON: Bool = false) {
    guard signals.allSatisfy(isFree) else { return }
    if isJSON {
      let bytes = Array((Envelope(.fault, "internal fault").text + "\n").utf8)
      let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = unsafe kept.initialize(from: bytes)
      unsafe envelope = UnsafeBufferPointer(kept)
    }
    var stack = unsafe stack_t(
      ss_sp: .allocate(byteCount: stackSize, alignment: 16), ss_flags: 0, ss_size: stackSize)
    unsafe sigaltstack(&stack, nil)
    var action = sigaction()
    // A handler can capture nothing, not even the type that it stands in.
    switch language {
    case .fr:
      unsafe action.__sigaction_handler.sa_handler = { _ in
        InternalFault.say(InternalFault.french, InternalFault.frenchReport)
      }
    case .en:
      unsafe action.__sigaction_handler.sa_handler = { _ in
        InternalFault.say(InternalFault.english, InternalFault.englishReport)
      }
    }
    action.sa_flags = SA_ONSTACK
    for number in signals { unsafe sigaction(number, &action, nil) }
  }

  /// Whether a signal does what it does by itself.
  private static func isFree(_ number: Int32) -> Bool {
    var known = sigaction()
    return unsafe sigaction(number, nil, &known) == 0
      && known.__sigaction_handler.sa_handler == nil
  }

  /// Says a text by calls that a signal may make, and ends.
  private static func say(_ text: StaticString, _ report: StaticString) {
    write(text)
    write("  = ")
    write(report)
    write("\n")
    _ = unsafe Glibc.write(STDOUT_FILENO, envelope.baseAddress, envelope.count)
    _exit(ExitCode.fault.rawValue)
  }

  private static func write(_ text: StaticString) {
    _ = unsafe Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  private static var french: StaticString {
    """
    erreur\u{A0}: faute interne, le programme s’arrête
      = ce qui était acquitté est sur le disque\u{202F}; ce qui était en cours y est en entier ou pas \
    du tout

    """
  }

  private static var english: StaticString {
    """
    error: internal fault, the program stops
      = what was acknowledged is on disk; what was under way is there whole or not at all

    """
  }

  /// What to do about such a fault, in French.
  static var frenchReport: StaticString {
    """
    signalez-la à qui vous a fourni constat, avec ce que vous avez tapé, les lignes ci-dessus et ce \
    que dit «\u{A0}constat --version\u{A0}»
    """
  }

  /// What to do about such a fault, in English.
  static var englishReport: StaticString {
    """
    report it to whoever gave you constat, with what you typed, the lines above and what \
    constat --version says
    """
  }
}
