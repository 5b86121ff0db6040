/// What a person pasted, as it is put into the line.
enum PastedText {
  /// The text with its rows and tabs, accents composed, other control characters left out, and
  /// without the line breaks at its end: it is Enter that runs it.
  static func cleaned(_ bytes: some Collection<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n", "\t": text.append(scalar)
      default:
        if scalar.properties.generalCategory != .control { text.append(scalar) }
      }
    }
    while text.last == "\n" { text.removeLast() }
    return String(text).composed
  }
}
