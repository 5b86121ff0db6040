/// The lines that Up and Down walk through.
///
/// libedit's own walk forgets what was being typed: Down on the newest line empties it, and a
/// draft of more than 1023 characters comes back cut. It keeps the lines too, to search them.
struct History {
  private var lines: [String] = []
  /// The line that is shown; the number of lines while a new one is typed.
  private var place = 0
  /// The new line, and older lines as they were changed while walking.
  private var changed: [Int: String] = [:]

  /// Keeps a line; whether it is not empty and differs from the one before.
  mutating func remember(_ line: String) -> Bool {
    guard !line.isEmpty, line != lines.last else { return false }
    lines.append(line)
    return true
  }

  /// Begins again at a new line.
  mutating func restart() {
    place = lines.count
    changed = [:]
  }

  /// The line before the shown one, which is left with its present text; `nil` at the oldest.
  mutating func older(than text: String) -> String? {
    if place == lines.count, let found = lines.lastIndex(of: text) {
      // A search has brought an older line: the walk goes on from there.
      changed[place] = text
      place = found
    }
    return move(to: place - 1, leaving: text)
  }

  /// The line after the shown one; `nil` at the new line.
  mutating func newer(than text: String) -> String? {
    move(to: place + 1, leaving: text)
  }

  private mutating func move(to next: Int, leaving text: String) -> String? {
    guard (0...lines.count).contains(next) else { return nil }
    changed[place] = text
    place = next
    return changed[next] ?? (next < lines.count ? lines[next] : "")
  }
}
