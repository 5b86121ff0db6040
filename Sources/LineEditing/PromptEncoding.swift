/// A prompt as libedit takes it: text, with each colour sequence between two marks.
///
/// libedit ties a sequence to the character after it: it loses one at the end of the prompt, and
/// the prompt if two touch.
enum PromptEncoding {
  /// What stands before and after a sequence.
  static let mark: Unicode.Scalar = "\u{1}"

  /// The text that is seen: control characters are spaces.
  static func visible(_ runs: [Run]) -> String {
    runs.map { clean($0.text) }.joined()
  }

  /// The runs with marks; a space is added where the last run has a look that must end.
  static func encoded(_ runs: [Run], colour: Bool) -> String {
    guard colour else { return visible(runs) }
    var result = ""
    var current = Style.plain
    for run in ended(runs.filter { !$0.text.isEmpty }) {
      if run.style != current {
        let ending = current == .plain ? "" : Style.ending
        result += "\(mark)\(ending)\(run.style.beginning)\(mark)"
        current = run.style
      }
      result += clean(run.text)
    }
    return result
  }

  /// The runs with a plain one at their end.
  static func ended(_ runs: [Run]) -> [Run] {
    guard let last = runs.last, last.style != .plain else { return runs }
    let body = last.text.hasSuffix(" ") ? String(last.text.dropLast()) : last.text
    let styled = body.isEmpty ? [] : [Run(body, last.style)]
    return runs.dropLast() + styled + [Run(" ")]
  }

  private static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
