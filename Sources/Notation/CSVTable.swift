/// A table read from comma-separated values, as programs and spreadsheets save them (RFC 4180).
///
/// UTF-8 with or without a byte order mark, or Windows-1252 where the bytes are no UTF-8; a
/// semicolon, a comma or a tabulation between fields, whichever the first line holds most of, or
/// the one that a first line `sep=;` says; LF, CR LF or CR at the end of a line.
package struct CSVTable: Hashable, Sendable {
  /// The rows that hold anything, the heads first.
  package let rows: [Row]
  package let separator: Unicode.Scalar
  package let encoding: Encoding

  /// How the characters were written.
  package enum Encoding: String, Sendable { case utf8 = "UTF-8", windows1252 = "Windows-1252" }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// Its number as a spreadsheet counts, from 1, empty rows included.
    package let number: Int
    package let fields: [String]
  }

  /// Reads a table.
  ///
  /// - Throws: the first fault, with its row and column.
  package init(_ bytes: [UInt8]) throws(CSVFault) {
    var (text, encoding) = try Self.text(of: bytes)
    let hint = Self.hint(text)
    if let hint { text = text[hint.end...] }
    let separator = hint?.separator ?? Self.separator(text)
    var reader = CSVReader(text, separator: separator)
    rows = try reader.rows()
    self.separator = Unicode.Scalar(separator)
    self.encoding = encoding
  }

  /// The text as UTF-8 without its mark.
  private static func text(of bytes: [UInt8]) throws(CSVFault) -> (ArraySlice<UInt8>, Encoding) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw CSVFault(.utf16, row: 1)
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw CSVFault(.spreadsheet, row: 1) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if String(validating: text, as: UTF8.self) != nil { return (text, .utf8) }
    switch Windows1252.utf8(text) {
    case .success(let converted): return (converted[...], .windows1252)
    case .failure(let undefined):
      let before = text.prefix(undefined.offset)
      throw CSVFault(.notText, row: 1 + before.count { $0 == 0x0A })
    }
  }

  /// The separator that a first line such as `sep=;` says, and where the table begins after it.
  private static func hint(_ text: ArraySlice<UInt8>) -> (separator: UInt8, end: Int)? {
    guard text.starts(with: Array("sep=".utf8)), text.count >= 5 else { return nil }
    var end = text.startIndex + 5
    if end < text.endIndex, text[end] == 0x0D { end += 1 }
    if end < text.endIndex, text[end] == 0x0A { end += 1 }
    return (text[text.startIndex + 4], end)
  }

  /// The separator that the first line that is not empty holds most of, outside of quotes.
  private static func separator(_ text: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text {
      if byte == 0x22 { isQuoted.toggle() }
      let isEnd = !isQuoted && (byte == 0x0A || byte == 0x0D)
      if isEnd, !counts.isEmpty { break }
      if !isQuoted, !isEnd { counts[byte, default: 0] += 1 }
    }
    let known: [UInt8] = [0x3B, 0x2C, 0x09]
    return known.max { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) } ?? 0x3B
  }
}

/// Why a text is no table, and where.
package struct CSVFault: Error, Hashable, Sendable {
  package let kind: Kind
  /// The row as a spreadsheet counts, and the column where one is known, both from 1.
  package let row: Int
  package let column: Int?

  init(_ kind: Kind, row: Int, column: Int? = nil) {
    self.kind = kind
    self.row = row
    self.column = column
  }

  package enum Kind: Hashable, Sendable {
    case utf16
    /// The file is one of a spreadsheet program and no text.
    case spreadsheet
    /// Neither UTF-8 nor Windows-1252.
    case notText
    case control(UInt8)
    /// A quotation mark that nothing closes.
    case openQuote
    /// Something between a closing quotation mark and the separator.
    case afterQuote
    /// More columns than 1000.
    case tooWide
    case empty
  }
}
