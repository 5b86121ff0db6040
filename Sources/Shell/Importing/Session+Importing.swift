import Auditing
import Notation
import Scripting
import Signing

extension Session {
  /// Reads the table of a file with the columns that an import knows.
  mutating func table(_ word: String, columns: [ImportColumn], at range: Range<Int>) throws
    -> ImportTable
  {
    let bytes = try read(path(word), at: range)
    let file = word.split(separator: "/").last.map(String.init) ?? word
    do {
      let table = ImportTable(
        try CSVTable(bytes), file: file, sha256: Digest.of(bytes).hex, columns: columns)
      if !table.faults.isEmpty { throw refusal(of: table.faults, in: file, at: range) }
      if table.encoding == .windows1252 {
        let words: Wording = (
          "\(file)\u{A0}: lu comme du Windows-1252", "\(file): read as Windows-1252"
        )
        if !output.notes.contains(where: { $0.en == words.en }) { output.note(words) }
      }
      return table
    } catch let fault as CSVFault {
      throw refusal(of: [ImportFault(fault)], in: file, at: range)
    }
  }

  /// Says what is wrong with a file, fault by fault, and gives the failure for which nothing of it
  /// is taken.
  mutating func refusal(of faults: [ImportFault], in file: String, at range: Range<Int>) -> Failure
  {
    let shown = 50
    for fault in faults.prefix(shown) {
      let line = fault.located(in: file)
      output.note(line)
      errors.append(Diagnostic(line, source: nil, range: 0..<0))
    }
    if faults.count > shown {
      let more = faults.count - shown
      output.note((more.fr("autre(s) faute(s)"), more.en("more fault(s)")))
    }
    return Failure(.importFaults(file, faults.count), at: range)
  }

  /// Says in the journal where the entries that follow come from.
  mutating func recordImport(of table: ImportTable, format: String = "csv") throws {
    try recordImport(
      name: table.file, sha256: table.sha256, format: format, rows: table.rows.count)
  }

  /// Says in the journal where the entries that follow come from.
  mutating func recordImport(name: String, sha256: String, format: String, rows: Int) throws {
    try record(
      "import.done",
      [
        "sha256": .text(sha256), "name": .text(name), "format": .text(format),
        "rows": .integer(rows),
      ])
  }
}
