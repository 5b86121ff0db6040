import Auditing
import Glibc
import Journaling
import LineEditing
import Signing

extension Session {
  /// Does work that may take long: its progress is drawn, and Ctrl-C ends it with nothing left.
  func doing<Result>(
    _ what: Wording, _ work: (EvidenceLocker.Progress) throws -> Result
  ) throws -> Result {
    var long = LongWork(what, self)
    defer { long.end() }
    do {
      return try work { done, total throws(EvidenceLocker.Stopped) in
        try long.reach(done, of: total)
      }
    } catch {
      throw LongWork.failure(error)
    }
  }

  /// Asks before what cannot be taken back; `--yes` has answered already, and where nobody can be
  /// asked that is refused.
  func confirm(_ question: Wording, at range: Range<Int>) throws {
    if settings.confirms { return }
    guard isPrompt, Terminal.isInteractive else {
      throw Failure(.confirmationNeeded(question), at: range)
    }
    // Nobody is asked anything under the lock.
    let isHeld = dossier?.isBlank == true
    if isHeld { dossier?.abandon() }
    let suffix = language.pick(("\u{202F}? (oui/non) ", "? (yes/no) "))
    output.ask(language.pick(question) + suffix)
    guard ["y", "yes", "o", "oui"].contains(answer().folded) else { throw Failure(.interrupted) }
    if isHeld { try dossier?.begin() }
  }

  /// A line from the terminal; nothing after Ctrl-C or at the end of input.
  private func answer() -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 100, unsafe Glibc.read(STDIN_FILENO, &byte, 1) == 1, byte != 0x0A {
      bytes.append(byte)
    }
    return String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
  }
}
