/// Something in a text that the rec format does not allow, and where it stands.
package struct RecFault: Error, Hashable, Sendable {
  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// The column in characters, from 1.
  package let column: Int

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// A UTF-16 text, told by its first two bytes; nothing else of it is read.
    case utf16
    /// Bytes that are no UTF-8.
    case notUTF8
    /// A zero byte.
    case nul
    /// A line that begins with a space or a tab.
    case indentedLine
    /// A line `+ …` that has no field just above it.
    case strayContinuation
    /// A line that is neither a field nor a continuation nor a comment.
    case notAField
    /// Blanks between a field's name and its colon.
    case blankBeforeColon(name: String)
    /// A name with characters beyond letters, digits and underscores.
    case badName(String)
    /// A backslash that continues the last line of the file.
    case backslashAtEnd
    /// A `%rec` without the name of a type, or with one that is no name.
    case badType(String)
    /// A descriptor with two `%rec`.
    case secondType
    /// A type whose records were declared before.
    case repeatedType(String, firstLine: Int)
    /// An ordinary field in the paragraph of a `%rec`, where no program looks for it.
    case fieldInDescriptor(name: String)
  }
}
