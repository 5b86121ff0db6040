/// Why a JSON text is refused, and where.
package struct NotationError: Error, Hashable, Sendable {
  package let kind: Kind
  /// The place of the fault, in bytes from the start of the text.
  package let offset: Int

  /// Creates an error.
  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The fault.
  package enum Kind: Hashable, Sendable {
    case byteOrderMark
    /// The text stops before its value does.
    case unfinished
    case unexpectedByte(UInt8)
    /// Something stands after the value.
    case trailing
    case notUTF8
    /// A control character stands in a string without its escape.
    case rawControl(UInt8)
    case unknownEscape
    case loneSurrogate
    case malformedNumber
    /// Not an integer of at most 2^53, where only such are read.
    case notAnInteger
    /// A `null`, where none is read.
    case null
    case duplicateKey(String)
    case keyOutOfOrder(String)
    case tooDeep(limit: Int)
    case tooLong(limit: Int)
  }
}
