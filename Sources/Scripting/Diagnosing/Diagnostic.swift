package import Auditing

/// One error as a person sees it: the place, the line with a caret under the word, and notes.
package struct Diagnostic: Sendable {
  /// The text the range counts in, or nothing when the error has no place.
  package let source: Source?
  package let range: Range<Int>
  package let message: Wording
  /// What is known, what was probably meant, how to go on: each on its line.
  package let notes: [Wording]
  /// The calls and files that led there, the innermost first.
  package var steps: [Traced.Step] = []

  /// A sentence in both languages.
  package typealias Wording = (fr: String, en: String)

  /// Creates a diagnostic; without a source it has no place.
  package init(_ message: Wording, source: Source?, range: Range<Int>, notes: [Wording] = []) {
    self.message = message
    self.source = source
    self.range = range
    self.notes = notes
  }

  /// Creates the diagnostic of a fault of the language.
  package init(_ error: ScriptError, in source: Source) {
    self.init(error.wording, source: source, range: error.range, notes: error.notes)
  }

  /// The lines that are shown, without a newline at the end.
  package func lines(in language: Language) -> [String] {
    let label = language.pick((fr: "erreur\u{A0}:", en: "error:"))
    let what = language.pick(message).visible
    var lines: [String] = []
    if let source {
      let place = source.place(of: range.lowerBound)
      lines.append("\(source.name.visible):\(place.line):\(place.column): \(label) \(what)")
      lines += excerpt(of: source, line: place.line, from: place.start, text: place.text)
    } else {
      lines.append("constat: \(label) \(what)")
    }
    lines += notes.map { "  = " + language.pick($0).visible }
    return lines + chain.map { "  " + language.pick($0).visible }
  }

  /// How many steps are told: of more the first and the last.
  private static let mostSteps = 12

  private var chain: [Wording] {
    let told = steps.map(\.wording)
    guard told.count > Self.mostSteps else { return told }
    let left = told.count - Self.mostSteps
    let half = Self.mostSteps / 2
    return told.prefix(half) + [("… \(left) autres appels …", "… \(left) more calls …")]
      + told.suffix(half)
  }

  /// How much of a very long line is shown on each side of the word.
  private static let reach = 100

  /// The line and the caret below it; of a long line the part around the word.
  private func excerpt(of source: Source, line: Int, from start: Int, text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let end = start + text.unicodeScalars.count
    let word = min(range.lowerBound, end)..<min(max(range.lowerBound, range.upperBound), end)
    var (first, last, wordEnd) = (start, end, word.upperBound)
    if end - start > 2 * Self.reach {
      first = max(start, word.lowerBound - Self.reach)
      wordEnd = min(word.upperBound, word.lowerBound + Self.reach)
      last = min(end, wordEnd + Self.reach)
    }
    let before = (first > start ? "…" : "") + source.text(first..<word.lowerBound).visible
    let middle = source.text(word.lowerBound..<wordEnd).visible
    let after = source.text(wordEnd..<last).visible + (last < end ? "…" : "")
    let pad = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.columns) }.joined()
    let tail = String(repeating: "~", count: max(0, middle.columns - 1))
    let gutter = String(repeating: " ", count: String(line).count)
    return ["\(line) | \(before)\(middle)\(after)", "\(gutter) | \(pad)^\(tail)"]
  }
}

extension Traced.Step {
  /// Where the step stands, and what it entered.
  fileprivate var wording: Diagnostic.Wording {
    let place = source.place(of: range.lowerBound)
    let spot = "\(source.name):\(place.line):\(place.column)"
    return switch what {
    case .definition(let name):
      ("dans \(name), appelé à \(spot)", "in \(name), called at \(spot)")
    case .file: ("inclus à \(spot)", "sourced at \(spot)")
    }
  }
}
