package import Auditing

/// One error as a person sees it: the place, the line with a caret under the word, and notes.
package struct Diagnostic: Sendable {
  package let source: Source?
  package let range: Range<Int>
  package let message: Wording
  package let notes: [Wording]

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
    var lines: [String] = []
    if let source {
      let place = source.place(of: range.lowerBound)
      lines.append(
        "\(source.name):\(place.line):\(place.column): \(label) \(language.pick(message))")
      lines += excerpt(of: source, place)
    } else {
      lines.append("constat: \(label) \(language.pick(message))")
    }
    return lines + notes.map { "  = " + language.pick($0) }
  }

  private func excerpt(
    of source: Source, _ place: (line: Int, column: Int, text: String, start: Int)
  ) -> [String] {
    guard !place.text.isEmpty else { return [] }
    let number = String(place.line)
    let gutter = String(repeating: " ", count: number.count)
    let before = source.text(place.start..<range.lowerBound)
    let lineEnd = place.start + place.text.unicodeScalars.count
    let word = source.text(range.lowerBound..<max(range.lowerBound, min(range.upperBound, lineEnd)))
    let pad = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.columns) }.joined()
    let tail = String(repeating: "~", count: max(0, word.visible.columns - 1))
    return ["\(number) | \(place.text.visible)", "\(gutter) | \(pad)^\(tail)"]
  }
}
