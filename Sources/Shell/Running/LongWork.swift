import Glibc
import Journaling
import LineEditing
import Signing

/// Work that may take long: how far it has come is drawn, and Ctrl-C ends it between two steps.
struct LongWork {
  private var line: ProgressLine
  private var before: sigaction?

  init(_ what: Wording, _ session: Session, in unit: ProgressLine.Unit = .bytes) {
    line = ProgressLine(what, session, in: unit)
    guard !session.isPrompt else { return }
    // At the prompt Ctrl-C is noted already.
    var before = sigaction()
    unsafe sigaction(SIGINT, nil, &before)
    self.before = before
    Interruption.watch()
  }

  /// Tells how far it has come.
  ///
  /// - Throws: the wish to stop, once the person has pressed Ctrl-C.
  mutating func reach(_ done: Int, of total: Int) throws(EvidenceLocker.Stopped) {
    if Interruption.isRequested { throw .init() }
    line.show(done, of: total)
  }

  /// Tells how far it has come, among what ends by errors of signing.
  mutating func sign(_ done: Int, of total: Int) throws(SigningError) {
    do {
      try reach(done, of: total)
    } catch {
      throw .interrupted
    }
  }

  /// Draws at once how many milliseconds are expected.
  mutating func announce(_ milliseconds: Int) { line.announce(milliseconds) }

  /// Takes the drawing away while other work draws.
  mutating func pause() { line.clear() }

  /// Takes the drawing away, and leaves Ctrl-C as it was before.
  mutating func end() {
    line.clear()
    if var before { unsafe sigaction(SIGINT, &before, nil) }
    before = nil
  }

  /// The failure that an error amounts to, which is Ctrl-C's where that ended the work.
  static func failure(_ error: any Error) -> any Error {
    switch error {
    case JournalError.system(.interrupted), SigningError.interrupted, is EvidenceLocker.Stopped:
      Failure(.interrupted)
    default: error
    }
  }
}
