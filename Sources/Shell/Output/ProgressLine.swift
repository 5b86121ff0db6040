import Auditing
import Glibc
import LineEditing
import Scripting

/// How far work that takes long has come, and how long it may still take: one line on the terminal
/// behind standard error, drawn over and gone when the work is done.
///
/// Nothing is drawn of work that takes less than a second or so, nor where nobody looks; no escape
/// sequence is. In
/// accessible mode and on a terminal that only prints each quarter is a line of its own.
struct ProgressLine {
  /// What is counted.
  enum Unit {
    case bytes
    /// Parts of work that have no size.
    case parts
    /// Milliseconds, of which one expects so many or does not know how many.
    case time
  }

  private let what: String
  private let unit: Unit
  private let language: Language
  private let isShown: Bool
  private let isPrinted: Bool
  private let now: () -> ContinuousClock.Instant
  private let begun: ContinuousClock.Instant
  /// When the whole began that the work is part of.
  private let waitedSince: ContinuousClock.Instant
  private var drawn: ContinuousClock.Instant?
  private var width = 0
  private var quarters = 0

  /// Creates the line of some work that begins now.
  init(
    _ what: Wording, _ session: Session, in unit: Unit = .bytes,
    now: @escaping () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    let settings = session.settings
    self.what = settings.language.pick(what).visible
    self.unit = unit
    self.now = now
    begun = now()
    waitedSince = session.run.began ?? begun
    language = settings.language
    isShown = !settings.isQuiet && !settings.isJSON && isatty(STDERR_FILENO) == 1
    isPrinted = settings.isPlain
  }

  /// Draws how much is done, ten times a second at most.
  mutating func show(_ done: Int, of total: Int) {
    guard isShown, unit == .time || (total > 0 && done <= total) else { return }
    let time = now()
    let isPart =
      unit != .time && time - begun > .milliseconds(100) && time - waitedSince >= .seconds(1)
    guard isPart || isLong(time - begun, done, total) else { return }
    if isPrinted {
      let quarter = total > 0 ? min(done * 4 / total, 4) : done / 10_000 + 1
      guard quarter > quarters else { return }
      quarters = quarter
      return write(text(done, total, time - begun) + "\n")
    }
    if let drawn, time - drawn < .milliseconds(100) { return }
    drawn = time
    let text = text(done, total, time - begun)
    let rest = max(0, width - text.columns)
    width = text.columns
    write("\r\(text)\(String(repeating: " ", count: rest))")
  }

  /// Whether the work takes more than a second, by the clock or at the pace so far.
  private func isLong(_ elapsed: Duration, _ done: Int, _ total: Int) -> Bool {
    if elapsed >= .seconds(1) { return true }
    return elapsed >= .milliseconds(200) && done > 0 && total > 0
      && elapsed * (Double(total) / Double(done)) > .milliseconds(1200)
  }

  /// What is drawn: how much of how much, and the time that is left at the pace so far.
  private func text(
    _ done: Int, _ total: Int, _ elapsed: Duration, left known: Int? = nil
  ) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    if unit == .time, done >= total {
      let past = Int(seconds)
      return language.pick(("\(what)\u{A0}: depuis \(past) s", "\(what): \(past) s so far"))
    }
    let left =
      known ?? (done == 0 ? nil : Int(seconds * Double(total - done) / Double(done)) + 1)
    let rest = left.map { left in
      left < 90
        ? language.pick((", encore \(left) s environ", ", about \(left) s left"))
        : language.pick((", encore \(left / 60) min environ", ", about \(left / 60) min left"))
    }
    if known != nil { return what + (rest ?? "") }
    let percent = Int(Double(done) / Double(total) * 100)
    guard unit == .bytes else {
      return language.pick(
        (
          "\(what)\u{A0}: \(percent)\u{A0}%\(rest ?? "")", "\(what): \(percent)%\(rest ?? "")"
        ))
    }
    return language.pick(
      (
        "\(what)\u{A0}: \(done >> 20) Mio sur \(total >> 20) (\(percent)\u{A0}%)\(rest ?? "")",
        "\(what): \(done >> 20) MiB of \(total >> 20) (\(percent)%)\(rest ?? "")"
      ))
  }

  /// Draws at once how many milliseconds are expected of work that cannot tell how far it is.
  mutating func announce(_ milliseconds: Int) {
    guard isShown else { return }
    let text = text(0, milliseconds, .zero, left: milliseconds / 1000 + 1)
    if isPrinted { return write(text + "\n") }
    drawn = now()
    width = text.columns
    write("\r\(text)")
  }

  /// Takes the line away.
  mutating func clear() {
    if drawn != nil { write("\r" + String(repeating: " ", count: width) + "\r") }
    drawn = nil
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
