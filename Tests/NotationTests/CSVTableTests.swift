import Notation
import Testing

struct `A table that a spreadsheet saved` {
  private func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

  @Test(arguments: [
    ("a;b\n1;2\n", ";"), ("a,b\r\n1,2\r\n", ","), ("a\tb\r1\t2", "\t"),
    ("sep=,\r\na,b\r\n1,2", ","), ("\u{FEFF}a;b\n1;2", ";"), ("\"a;,,\";b\n1;2", ";"),
  ])
  func `is read whatever separates its fields and ends its lines`(_ text: String, _ mark: String)
    throws
  {
    let table = try table(text)
    #expect(table.separator == mark.unicodeScalars.first)
    #expect(table.rows.map(\.fields.count) == [2, 2])
    #expect(table.rows.last?.fields == ["1", "2"])
  }

  @Test func `is numbered as the spreadsheet numbers it`() throws {
    let table = try table("a;b\n\n1;\"x\ny\"\n;\n2;z\n")
    #expect(table.rows.map(\.number) == [1, 3, 5])
    #expect(table.rows[1].fields == ["1", "x\ny"])
  }

  @Test func `in Windows-1252 gives the letters it means`() throws {
    let bytes: [UInt8] = Array("d".utf8) + [0xE9, 0x6C, 0x61, 0x69, 0x3B, 0x80, 0x92, 0x9C, 0x0A]
    let table = try CSVTable(bytes)
    #expect(table.encoding == .windows1252)
    #expect(table.rows[0].fields == ["délai", "€’œ"])
  }

  @Test func `keeps quotes that are doubled and reads what this program writes`() throws {
    let rows = [["a", "b"], ["il dit \"oui\"; non", "-1"], ["", "x\ny"], ["=A1", "'q"]]
    for form in [CSV.forPrograms, CSV.forSpreadsheets] {
      let read = try CSVTable(form.bytes(rows)).rows.map { $0.fields.map(CSV.unguarded) }
      #expect(read == rows)
    }
  }

  @Test(
    arguments: [
      ("a;b\n1;\"x\n", CSVFault.Kind.openQuote, 2, 2), ("a\n\"x\"y\n", .afterQuote, 2, 1),
      ("a;b\n1;x\u{0}", .control(0), 2, 2), ("a;b\n1;x\u{1B}[2J", .control(0x1B), 2, 2),
      ("a\u{85}b", .control(0x85), 1, 1), ("", .empty, 1, nil), ("\n;;\n", .empty, 1, nil),
      (String(repeating: ";", count: 1001), .tooWide, 1, 1001),
    ] as [(String, CSVFault.Kind, Int, Int?)])
  func `that is none says why and where`(
    _ text: String, _ kind: CSVFault.Kind, _ row: Int, _ column: Int?
  ) throws {
    let fault = #expect(throws: CSVFault.self) { try CSVTable(Array(text.utf8)) }
    #expect(fault?.kind == kind)
    #expect(fault?.row == row && fault?.column == column)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], CSVFault.Kind.utf16), ([0x50, 0x4B, 3, 4], .spreadsheet),
      ([0x61, 0x0A, 0x81], .notText),
    ] as [([UInt8], CSVFault.Kind)])
  func `that is no text is refused`(_ bytes: [UInt8], _ kind: CSVFault.Kind) {
    #expect(#expect(throws: CSVFault.self) { try CSVTable(bytes) }?.kind == kind)
  }
}
