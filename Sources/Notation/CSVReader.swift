/// Reads the rows of a table whose separator is known, in one pass.
struct CSVReader {
  private let text: ArraySlice<UInt8>
  private let separator: UInt8
  private var place: Int
  private var row = 1
  private var rowsRead: [CSVTable.Row] = []
  private var fields: [String] = []

  init(_ text: ArraySlice<UInt8>, separator: UInt8) {
    self.text = text
    self.separator = separator
    place = text.startIndex
  }

  /// All rows that hold anything.
  mutating func rows() throws(CSVFault) -> [CSVTable.Row] {
    while place < text.endIndex { try readRow() }
    guard !rowsRead.isEmpty else { throw CSVFault(.empty, row: 1) }
    return rowsRead
  }

  private mutating func readRow() throws(CSVFault) {
    fields.removeAll(keepingCapacity: true)
    var isAtEnd = false
    while !isAtEnd {
      let isQuoted = place < text.endIndex && text[place] == 0x22
      fields.append(try isQuoted ? quoted() : plain())
      guard fields.count <= 1000 else { throw fault(.tooWide) }
      if place < text.endIndex, text[place] == separator {
        place += 1
      } else {
        isAtEnd = true
      }
    }
    passLineEnd()
    if fields.contains(where: { !$0.isEmpty }) {
      rowsRead.append(CSVTable.Row(number: row, fields: fields))
    }
    row += 1
  }

  /// A field without quotes, up to the separator or the end of the line.
  private mutating func plain() throws(CSVFault) -> String {
    let start = place
    while place < text.endIndex {
      let byte = text[place]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      try check(byte)
      place += 1
    }
    return String(decoding: text[start..<place], as: UTF8.self)
  }

  /// A field in quotes, in which two quotation marks stand for one.
  private mutating func quoted() throws(CSVFault) -> String {
    place += 1
    var bytes: [UInt8] = []
    while place < text.endIndex {
      let byte = text[place]
      if byte == 0x22 {
        place += 1
        guard place < text.endIndex, text[place] == 0x22 else {
          guard
            place == text.endIndex || text[place] == separator || text[place] == 0x0A
              || text[place] == 0x0D
          else { throw fault(.afterQuote, after: 1) }
          return String(decoding: bytes, as: UTF8.self)
        }
      }
      // The end of a line within a field is one line feed, however it is written.
      if byte == 0x0D {
        if place + 1 == text.endIndex || text[place + 1] != 0x0A { bytes.append(0x0A) }
      } else {
        if byte != 0x0A { try check(byte) }
        bytes.append(byte)
      }
      place += 1
    }
    throw fault(.openQuote, after: 1)
  }

  /// Refuses a control character: C0 but for the tabulation, DEL, and C1.
  private func check(_ byte: UInt8) throws(CSVFault) {
    if byte >= 0x20, byte != 0x7F, byte != 0xC2 { return }
    if byte == 0x09 { return }
    if byte == 0xC2 {
      guard place + 1 < text.endIndex, text[place + 1] < 0xA0 else { return }
      throw fault(.control(text[place + 1]), after: 1)
    }
    throw fault(.control(byte), after: 1)
  }

  private mutating func passLineEnd() {
    guard place < text.endIndex else { return }
    let isReturn = text[place] == 0x0D
    place += 1
    if isReturn, place < text.endIndex, text[place] == 0x0A { place += 1 }
  }

  private func fault(_ kind: CSVFault.Kind, after more: Int = 0) -> CSVFault {
    CSVFault(kind, row: row, column: fields.count + more)
  }
}

extension CSV {
  /// A field without the `'` that guards it from spreadsheets, if it has one.
  package static func unguarded(_ field: String) -> String {
    guard field.first == "'" else { return field }
    let rest = String(field.dropFirst())
    return startsLikeFormula(rest) ? rest : field
  }
}
