/// Who a key belongs to, as a register and a key's comment name them: an e-mail address or a name.
package struct Identity: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Creates an identity.
  ///
  /// Refused: nothing, more than 200 bytes, controls, `"` and what a register takes for a
  /// pattern or a list (`,`, `*`, `?`), a leading `-`, `#` or `!`, spaces at the ends.
  ///
  /// - Throws: `identityRefused`.
  package init(_ text: String) throws(SigningError) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, text.utf8.count <= 200,
      !["-", "#", "!"].contains(first), !first.properties.isWhitespace,
      !last.properties.isWhitespace,
      scalars.allSatisfy({ !["\"", ",", "*", "?"].contains($0) && $0.isPlain })
    else { throw .identityRefused(text) }
    self.text = text
  }

  package var description: String { text }
}

extension Unicode.Scalar {
  /// Whether a scalar neither controls, nor ends a line, nor turns the direction of a text.
  var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: !(0x202A...0x202E).contains(value) && !(0x2066...0x2069).contains(value)
    }
  }
}
