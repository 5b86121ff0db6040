import Auditing
import Glibc
import LineEditing
import Scripting

/// How far work that takes long has come: one line on the terminal behind standard error, drawn
/// over and gone when the work is done.
///
/// Nothing is drawn of less than 64 MiB, nor where nobody looks. In accessible mode each quarter is
/// a line of its own.
struct ProgressLine {
  private let what: String
  private let of: String
  private let isShown: Bool
  private let isAccessible: Bool
  private var drawn = ContinuousClock.now - .seconds(1)
  private var isDrawn = false
  private var quarters = 0

  /// The least work, in bytes, of which something is drawn.
  static let threshold = 64 << 20

  /// Creates the line of some work.
  init(_ what: Wording, _ settings: Settings) {
    self.what = settings.language.pick(what).visible
    of = settings.language.pick(("sur", "of"))
    isShown = !settings.isQuiet && !settings.isJSON && isatty(STDERR_FILENO) == 1
    isAccessible = settings.isAccessible
  }

  /// Draws how many bytes are done, ten times a second at most.
  mutating func show(_ done: Int, of total: Int) {
    guard isShown, total >= Self.threshold else { return }
    let percent = min(100, done / (total / 100 + 1))
    let text = "\(what)\u{A0}: \(done >> 20) Mio \(of) \(total >> 20) (\(percent) %)"
    if isAccessible {
      guard percent / 25 > quarters else { return }
      quarters = percent / 25
      write(text + "\n")
    } else if ContinuousClock.now - drawn >= .milliseconds(100) {
      drawn = .now
      isDrawn = true
      write("\r\(text)\u{1B}[K")
    }
  }

  /// Takes the line away.
  mutating func clear() {
    if isDrawn { write("\r\u{1B}[K") }
    isDrawn = false
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
