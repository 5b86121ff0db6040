/// The list of candidates that is shown below the line.
enum CandidateList {
  /// What candidates have in common at their start.
  static func commonStart(_ candidates: [Candidate]) -> String {
    guard var common = candidates.first.map({ Substring($0.text) }) else { return "" }
    for candidate in candidates.dropFirst() {
      let shared = zip(common, candidate.text).prefix { $0 == $1 }.count
      common = common.prefix(shared)
    }
    return String(common)
  }

  /// The rows of the list, at most so many: with notes or numbers one candidate a row, else in
  /// columns.
  static func rows(
    _ candidates: [Candidate], omitted: Int = 0, size: Terminal.Size, noteStyle: Style = .plain,
    isNumbered: Bool = false
  ) -> [String] {
    if isNumbered { return numbered(candidates, omitted: omitted, size: size) }
    let widest = candidates.map { Terminal.width(of: $0.text) }.max() ?? 0
    let isDescribed = candidates.contains { !$0.note.isEmpty }
    let all =
      isDescribed
      ? described(candidates, widest: widest, columns: size.columns, noteStyle: noteStyle)
      : inColumns(candidates.map(\.text), widest: widest, columns: size.columns)
    let limit = max(size.rows - 2, 1)
    guard all.count > limit || omitted > 0 else { return all }
    let shown = all.prefix(limit - 1)
    return shown + ["  … +\(all.count - shown.count + omitted)"]
  }

  private static func numbered(
    _ candidates: [Candidate], omitted: Int, size: Terminal.Size
  ) -> [String] {
    let shown = candidates.prefix(max(size.rows - 3, 1)).enumerated().map { index, candidate in
      let note = candidate.note.isEmpty ? "" : " — \(candidate.note)"
      return "  \(index + 1). \(candidate.text)\(note)"
    }
    let rest = candidates.count - shown.count + omitted
    return shown + (rest > 0 ? ["  … +\(rest)"] : [])
  }

  private static func described(
    _ candidates: [Candidate], widest: Int, columns: Int, noteStyle: Style
  ) -> [String] {
    let room = columns - 1
    let first = min(widest, max(room / 2, room - 40))
    return candidates.map { candidate in
      let text = "  " + padded(Terminal.fitted(candidate.text, columns: first), to: first)
      guard !candidate.note.isEmpty, room - first > 8 else { return trimmed(text) }
      let note = Terminal.fitted(candidate.note, columns: room - first - 4)
      return text + "  " + noteStyle.applied(to: note)
    }
  }

  /// Columns of equal width, filled from top to bottom as people read a list of names.
  private static func inColumns(_ texts: [String], widest: Int, columns: Int) -> [String] {
    let count = max((columns - 1) / (widest + 2), 1)
    let height = (texts.count + count - 1) / count
    return (0..<height).map { row in
      let line = stride(from: row, to: texts.count, by: height).map { index in
        "  " + padded(Terminal.fitted(texts[index], columns: columns - 3), to: widest)
      }
      return trimmed(line.joined())
    }
  }

  private static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(columns - Terminal.width(of: text), 0))
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
