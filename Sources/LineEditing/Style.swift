/// The look of a text: parameters of Select Graphic Rendition (ECMA-48, 8.3.117).
package struct Style: Hashable, Sendable {
  /// The parameters, with `;` between them; empty for the terminal's own look.
  package let parameters: String

  /// Makes a look of parameters such as `1;32`.
  package init(parameters: String) {
    self.parameters = parameters
  }

  package static let plain = Style(parameters: "")
  package static let bold = Style(parameters: "1")
  package static let underlined = Style(parameters: "4")
  package static let red = Style(parameters: "31")
  package static let green = Style(parameters: "32")
  package static let yellow = Style(parameters: "33")
  package static let blue = Style(parameters: "34")
  package static let magenta = Style(parameters: "35")
  package static let cyan = Style(parameters: "36")
  package static let grey = Style(parameters: "90")

  /// Both looks at once, such as `Style.bold.and(.green)`.
  package func and(_ other: Style) -> Style {
    let parts = [parameters, other.parameters].filter { !$0.isEmpty }
    return Style(parameters: parts.joined(separator: ";"))
  }

  /// The text between the sequences that begin and end this look.
  package func applied(to text: String) -> String {
    text.isEmpty || parameters.isEmpty ? text : beginning + text + Style.ending
  }

  /// The sequence that begins this look.
  var beginning: String {
    parameters.isEmpty ? "" : "\u{1B}[\(parameters)m"
  }

  /// The sequence that goes back to the terminal's own look.
  static let ending = "\u{1B}[0m"
}

/// A piece of text with one look.
package struct Run: Hashable, Sendable {
  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
