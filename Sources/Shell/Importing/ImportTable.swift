import Auditing
import Notation
import Scripting

/// A column that an import knows.
struct ImportColumn {
  let name: Name
  var others: [String] = []
  var isRequired = false

  /// Whether a head is its name, without regard to case, accents and what joins words.
  func matches(_ head: String) -> Bool {
    let head = Self.folded(head)
    return ([name.en, name.fr] + others).contains { Self.folded($0) == head }
  }

  private static func folded(_ text: String) -> String {
    String(text.folded.map { $0 == "-" || $0 == "_" || $0 == "\u{A0}" ? " " : $0 })
      .trimmed
  }
}

/// A table that was read for an import: its cells by the names of known columns, and all faults.
struct ImportTable {
  /// The file as the person named it.
  let file: String
  let sha256: String
  let encoding: CSVTable.Encoding
  let heads: [String]
  let rows: [CSVTable.Row]
  private(set) var faults: [ImportFault] = []
  /// The places of the known columns, by their English names.
  private let places: [String: Int]
  /// Whether semicolons separate its fields, as spreadsheets of French settings write them.
  let isFrench: Bool

  /// Binds the columns of a table; a missing one is a fault.
  init(_ table: CSVTable, file: String, sha256: String, columns: [ImportColumn]) {
    self.file = file
    self.sha256 = sha256
    encoding = table.encoding
    isFrench = table.separator == ";"
    heads = (table.rows.first?.fields ?? []).map { CSV.unguarded($0).trimmed }
    rows = Array(table.rows.dropFirst())
    var places: [String: Int] = [:]
    var faults: [ImportFault] = []
    let number = table.rows.first?.number ?? 1
    for (place, head) in heads.enumerated() where !head.isEmpty {
      guard let column = columns.first(where: { $0.matches(head) }) else { continue }
      if places[column.name.en] != nil {
        faults.append(
          ImportFault(
            row: number, column: head, ("ce titre figure deux fois", "this head stands twice"),
            remedy: ("gardez une seule de ces colonnes", "keep one of these columns")))
      }
      places[column.name.en] = place
    }
    for column in columns where column.isRequired && places[column.name.en] == nil {
      let known = heads.filter { !$0.isEmpty }.joined(separator: ", ")
      faults.append(
        ImportFault(
          row: number,
          (
            "il manque la colonne «\u{A0}\(column.name.fr)\u{A0}»",
            "the column “\(column.name.en)” is missing"
          ),
          remedy: ("titres lus\u{A0}: \(known)", "heads read: \(known)")))
    }
    self.places = places
    self.faults = faults + rows.compactMap { Self.excess($0, heads) }
  }

  /// The fault of a row that says something beyond the last head: mostly a decimal comma that
  /// separates two fields.
  private static func excess(_ row: CSVTable.Row, _ heads: [String]) -> ImportFault? {
    let width = 1 + (heads.lastIndex { !$0.isEmpty } ?? -1)
    let beyond = row.fields.indices.dropFirst(width).first { place in
      !CSV.unguarded(row.fields[place]).trimmed.isEmpty
    }
    guard let beyond else { return nil }
    return ImportFault(
      row: row.number, column: ImportFault.letters(beyond + 1),
      value: CSV.unguarded(row.fields[beyond]).trimmed,
      ("est au-delà du dernier titre", "stands beyond the last head"),
      remedy: (
        "mettez entre guillemets ce qui contient le séparateur, ou donnez un titre à la colonne",
        "put in quotes what holds the separator, or give the column a head"
      ))
  }
}

extension ImportTable {
  /// Whether the table has a known column.
  func has(_ name: String) -> Bool { places[name] != nil }

  /// The places of the columns that are not known, with their heads.
  var strangers: [(place: Int, head: String)] {
    let known = Set(places.values)
    return heads.enumerated().filter { !known.contains($0.offset) && !$0.element.isEmpty }
      .map { ($0.offset, $0.element) }
  }

  /// The text of a cell without blanks around it; nothing of an empty cell or a missing column.
  func text(_ name: String, _ row: CSVTable.Row) -> String? {
    places[name].flatMap { text(at: $0, row) }
  }

  /// The text of the cell at a place.
  func text(at place: Int, _ row: CSVTable.Row) -> String? {
    guard row.fields.indices.contains(place) else { return nil }
    let text = CSV.unguarded(row.fields[place]).trimmed
    return text.isEmpty ? nil : text
  }

  /// Notes a fault of the cell at a place.
  mutating func report(
    at place: Int, _ row: CSVTable.Row, _ reason: Wording, remedy: Wording
  ) {
    faults.append(
      ImportFault(
        row: row.number, column: heads[place], value: text(at: place, row), reason, remedy: remedy))
  }

  /// Notes a fault of a cell.
  mutating func report(
    _ name: String, _ row: CSVTable.Row, _ reason: Wording, remedy: Wording
  ) {
    let place = places[name]
    faults.append(
      ImportFault(
        row: row.number, column: place.map { heads[$0] } ?? name,
        value: text(name, row), reason, remedy: remedy))
  }

  /// A cell that may not be empty.
  mutating func required(_ name: String, _ row: CSVTable.Row) -> String? {
    if let text = text(name, row) { return text }
    if has(name) {
      report(
        name, row, ("la cellule est vide", "the cell is empty"),
        remedy: ("remplissez-la, ou supprimez la ligne", "fill it in, or delete the row"))
    }
    return nil
  }

  /// A cell read by a rule; what it cannot read is a fault.
  mutating func value<Value>(
    _ name: String, _ row: CSVTable.Row, _ type: ValueType, _ read: (String) -> Value?
  ) -> Value? {
    guard let text = text(name, row) else { return nil }
    if let (reason, remedy) = Self.spreadsheetFault(text) {
      report(name, row, reason, remedy: remedy)
      return nil
    }
    if let value = read(text) { return value }
    if case .choice(let names) = type {
      report(
        name, row, ("n’est pas une valeur connue", "is no known value"),
        remedy: (
          "écrivez\u{A0}: " + names.map(\.fr).joined(separator: ", "),
          "write: " + names.map(\.en).joined(separator: ", ")
        ))
      return nil
    }
    let kind = type.kind
    let remedy = type.writings.map { ("écrivez\u{A0}: \($0.fr)", "write: \($0.en)") }
    report(
      name, row, ("n’est pas \(kind.fr)", "is not \(kind.en)"),
      remedy: remedy ?? ("corrigez la cellule", "correct the cell"))
    return nil
  }

  /// A cell that holds one of a closed list, by either of its names, spaces for hyphens or not.
  mutating func choice(_ name: String, _ row: CSVTable.Row, _ known: [Name]) -> String? {
    value(name, row, .choice(known)) { Self.choice($0, among: known) }
  }

  /// The English name of what a text means among a closed list.
  static func choice(_ text: String, among known: [Name]) -> String? {
    let word = text.replacing(" ", with: "-").replacing("\u{A0}", with: "-")
    return known.first { $0.matches(text) || $0.matches(word) }?.en
  }

  /// A formula or an error of a spreadsheet that stands where a value should.
  private static func spreadsheetFault(_ text: String) -> (reason: Wording, remedy: Wording)? {
    if text.first == "=" || text.first == "@" {
      return (
        ("est une formule", "is a formula"),
        (
          "collez la valeur (collage spécial, valeurs)",
          "paste the value (paste special, values)"
        )
      )
    }
    if text.first == "#", text.last == "!" || text.last == "?" || text == "#N/A" || text == "#N/D" {
      return (
        ("est une erreur du tableur", "is an error of the spreadsheet"),
        ("corrigez la formule d’où elle vient", "correct the formula it comes from")
      )
    }
    return nil
  }
}
