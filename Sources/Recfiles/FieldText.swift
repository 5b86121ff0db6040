/// How the text of a field is read, whatever the field means.
package enum FieldText {
  /// The text without blanks and empty lines around it.
  package static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Whether a text may be an id: up to 32 letters, digits, `.`, `-` and `_`, all of ASCII.
  package static func isID(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        Ascii.isNamePart(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      }
  }
}
