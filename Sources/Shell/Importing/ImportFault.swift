import Auditing
import Notation
import Scripting

/// Something in a file for which nothing of it is taken, with its place and what to do.
struct ImportFault {
  /// The row as a spreadsheet counts it, from 1.
  let row: Int?
  /// The head of the column.
  let column: String?
  /// What stands there.
  let value: String?
  let reason: Wording
  let remedy: Wording

  init(
    row: Int? = nil, column: String? = nil, value: String? = nil, _ reason: Wording,
    remedy: Wording
  ) {
    (self.row, self.column, self.value) = (row, column, value)
    (self.reason, self.remedy) = (reason, remedy)
  }

  /// The fault on one line, in both languages.
  func located(in file: String) -> Wording {
    var (fr, en) = (file.visible, file.visible)
    if let row { (fr, en) = ("\(fr), ligne \(row)", "\(en), row \(row)") }
    if let column {
      (fr, en) = (
        "\(fr), colonne «\u{A0}\(column.visible)\u{A0}»", "\(en), column “\(column.visible)”"
      )
    }
    (fr, en) = (fr + "\u{A0}: ", en + ": ")
    if let value, !value.isEmpty {
      let shown = String(value.count > 60 ? value.prefix(59) + "…" : value[...]).visible
      (fr, en) = ("\(fr)«\u{A0}\(shown)\u{A0}» ", "\(en)“\(shown)” ")
    }
    return ("\(fr)\(reason.fr) — \(remedy.fr)", "\(en)\(reason.en) — \(remedy.en)")
  }
}

extension ImportFault {
  /// What is wrong with the text of a table.
  init(_ fault: CSVFault) {
    let (reason, remedy) = fault.kind.wording
    self.init(
      row: fault.row, column: fault.column.map(Self.letters), reason, remedy: remedy)
  }

  /// The letters by which a spreadsheet calls a column, counted from 1.
  static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension CSVFault.Kind {
  fileprivate var wording: (reason: Wording, remedy: Wording) {
    let save: Wording = (
      "enregistrez-le en CSV (UTF-8, séparateur «\u{202F};\u{A0}»)",
      "save it as CSV (UTF-8, separator “;”)"
    )
    switch self {
    case .utf16: return (("le fichier est en UTF-16", "the file is in UTF-16"), save)
    case .spreadsheet:
      return (
        (
          "c’est un classeur (xlsx ou ods), pas du texte",
          "this is a workbook (xlsx or ods), no text"
        ),
        save
      )
    case .notText:
      return (
        (
          "un octet n’est ni de l’UTF-8 ni du Windows-1252",
          "a byte is neither UTF-8 nor Windows-1252"
        ),
        save
      )
    case .control(let byte):
      let code = String(byte, radix: 16, uppercase: true)
      return (
        ("un caractère de commande (0x\(code))", "a control character (0x\(code))"),
        ("effacez-le\u{A0}: retapez la cellule", "remove it: type the cell again")
      )
    case .openQuote:
      return (
        ("un guillemet n’est jamais refermé", "a quotation mark is never closed"),
        (
          "refermez-le, ou doublez-le s’il fait partie du texte",
          "close it, or double it if it belongs to the text"
        )
      )
    case .afterQuote:
      return (
        ("du texte suit un guillemet fermant", "text follows a closing quotation mark"),
        (
          "doublez les guillemets qui font partie du texte",
          "double the quotation marks that belong to the text"
        )
      )
    case .tooWide:
      return (
        ("plus de 1000 colonnes", "more than 1000 columns"),
        ("vérifiez le séparateur", "check the separator")
      )
    case .empty:
      return (
        ("le fichier est vide", "the file is empty"),
        ("une ligne de titres, puis les données", "a row of heads, then the data")
      )
    }
  }
}
