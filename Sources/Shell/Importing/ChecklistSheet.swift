import Auditing
import Checklists
import Notation
import Scripting

/// A table of criteria on its way to a checklist, each cell checked where it stands.
struct ChecklistSheet {
  private(set) var draft: ChecklistDraft
  private(set) var table: ImportTable
  private var rows: [String: Int] = [:]

  /// The columns that a table of criteria may have: those of an export, and what people call them.
  private static let columns: [ImportColumn] = Checklist.columns.map { en, fr in
    ImportColumn(
      name: Name(en, fr), others: others[en] ?? [], isRequired: ["id", "title"].contains(en))
  }

  private static let others = [
    "id": ["code", "n°", "numéro"], "title": ["intitulé", "exigence", "critère", "libellé"],
    "ref": ["ref"], "evidence": ["preuves", "preuve"], "method": ["méthode"],
    "indicator": ["indicateur"], "note": ["commentaire"], "chapter": ["thème"],
  ]

  /// Reads a file; any fault refuses the whole.
  init(_ word: String, _ draft: ChecklistDraft, _ session: inout Session, at range: Range<Int>)
    throws
  {
    self.draft = draft
    table = try session.table(word, columns: Self.columns, at: range)
    for row in table.rows { read(row) }
    if table.faults.isEmpty, self.draft.criteria.isEmpty {
      throw session.refusal(
        of: [ImportFault(ExchangeFault.empty)], in: table.file, at: range)
    }
    if !table.faults.isEmpty {
      throw session.refusal(of: table.faults, in: table.file, at: range)
    }
  }

  private mutating func read(_ row: CSVTable.Row) {
    let id = id(row)
    let title = table.required("title", row)
    let module = table.text("module", row).map(ChecklistDraft.id) ?? "1"
    let methods = list("method", row, Choices.methods)
    let provenance = list("provenance", row, Choices.provenances).first
    let mandatory = table.flag("mandatory", row)
    if let text = table.text("sample", row), Int(text).map({ $0 > 0 }) != true {
      table.report(
        "sample", row, ("n’est pas un nombre entier", "is not a whole number"),
        remedy: ("écrivez 10", "write 10"))
    }
    let maxAge = table.quantity("max_age", row)
    if let maxAge, maxAge.unit == .count || maxAge.unit == .percent {
      table.report(
        "max_age", row, ("n’est pas une durée", "is no length of time"),
        remedy: ("écrivez 12 mois", "write 12 months"))
    }
    guard let id, let title else { return }
    draft.addModule(module, table.text("module_title", row) ?? "Module \(module)")
    var fields: [(String, String?)] = [
      ("Ref", table.text("ref", row)), ("Module", module),
      ("Chapter_fr", table.text("chapter", row)), ("Title_en", table.text("title_en", row)),
    ]
    fields += split("evidence", row).map { ("Evidence_fr", $0) }
    fields += methods.map { ("Method", $0) }
    if mandatory == true { fields.append(("Mandatory", "yes")) }
    fields += [
      ("Place_fr", table.text("place", row)), ("Meet_fr", table.text("meet", row)),
      ("Question_fr", table.text("question", row)), ("Sample", table.text("sample", row)),
      ("MaxAge", maxAge?.description),
    ]
    fields += split("not_applicable", row).map { ("NotApplicable_fr", $0) }
    fields += [("Provenance", provenance)] + split("source", row).map { ("Source", $0) }
    fields.append(("Note_fr", table.text("note", row)))
    draft.addCriterion(id, title, fields.map { (name: $0.0, value: $0.1) })
  }

  /// The id of a row, which no other has.
  private mutating func id(_ row: CSVTable.Row) -> String? {
    guard let id = table.required("id", row) else { return nil }
    guard ChecklistDraft.isID(id) else {
      table.report(
        "id", row,
        (
          "ne peut être un identifiant", "cannot be an id"
        ),
        remedy: (
          "32 caractères au plus\u{A0}: lettres sans accent, chiffres, point, - et _",
          "32 characters at most: plain letters, digits, full stop, - and _"
        ))
      return nil
    }
    if let first = rows.updateValue(row.number, forKey: id.folded) {
      table.report(
        "id", row, ("figure déjà à la ligne \(first)", "stands in row \(first) already"),
        remedy: ("un identifiant par critère", "one id for each criterion"))
      return nil
    }
    return id
  }

  /// The items of a cell, between `|`.
  private func split(_ name: String, _ row: CSVTable.Row) -> [String] {
    (table.text(name, row) ?? "").split(separator: "|").map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }

  /// The items of a cell that belong to a closed list, in English.
  private mutating func list(_ name: String, _ row: CSVTable.Row, _ known: [Name]) -> [String] {
    split(name, row).compactMap { word in
      if let found = ImportTable.choice(word, among: known) { return found }
      table.report(
        name, row, ("contient une valeur inconnue", "holds an unknown value"),
        remedy: (
          "connues\u{A0}: " + known.map(\.fr).joined(separator: ", "),
          "known: " + known.map(\.en).joined(separator: ", ")
        ))
      return nil
    }
  }
}

extension ImportFault {
  /// What is wrong with a file in another form, at its path.
  init(_ fault: ExchangeFault) {
    self.init(
      column: fault.path.isEmpty ? nil : fault.path, value: fault.value, fault.reason,
      remedy: fault.remedy)
  }
}
