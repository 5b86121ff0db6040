/// How a table is written as comma-separated values (RFC 4180).
package struct CSV: Hashable, Sendable {
  /// The character between fields.
  package var separator: Unicode.Scalar
  /// Whether a byte order mark comes first, by which spreadsheets know UTF-8.
  package var byteOrderMark: Bool
  /// Whether `'` is put before a field that a spreadsheet would compute.
  package var formulaGuard: Bool

  /// Creates a way of writing tables.
  package init(separator: Unicode.Scalar, byteOrderMark: Bool, formulaGuard: Bool) {
    self.separator = separator
    self.byteOrderMark = byteOrderMark
    self.formulaGuard = formulaGuard
  }

  /// For programs: commas, fields exactly as they are.
  package static let forPrograms = CSV(
    separator: ",", byteOrderMark: false, formulaGuard: false)

  /// For spreadsheets of French settings: semicolons, byte order mark, guarded fields.
  package static let forSpreadsheets = CSV(
    separator: ";", byteOrderMark: true, formulaGuard: true)
}

extension CSV {
  /// The table as bytes of UTF-8, each row ended by CR LF.
  package func bytes(_ rows: some Sequence<[String]>) -> [UInt8] {
    var bytes: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    for row in rows {
      for (place, field) in row.enumerated() {
        if place > 0 { bytes.append(contentsOf: String(separator).utf8) }
        append(field, isAlone: row.count == 1, to: &bytes)
      }
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
  }

  /// The table as text.
  package func text(_ rows: some Sequence<[String]>) -> String {
    String(decoding: bytes(rows), as: UTF8.self)
  }

  private func append(_ field: String, isAlone: Bool, to bytes: inout [UInt8]) {
    let quoted = needsQuotes(field) || (isAlone && field.isEmpty)
    if quoted { bytes.append(0x22) }
    if formulaGuard, Self.startsLikeFormula(field) { bytes.append(0x27) }
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if quoted { bytes.append(0x22) }
  }

  private func needsQuotes(_ field: String) -> Bool {
    field.unicodeScalars.contains {
      $0 == separator || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
  }

  /// Whether a spreadsheet could take a field for a formula (OWASP ASVS 5.0, 1.2.10).
  ///
  /// Quotation marks alone do not stop it: they are gone when the cell is read.
  package static func startsLikeFormula(_ field: String) -> Bool {
    switch field.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
