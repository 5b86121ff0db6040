import Auditing
import Checklists
import Notation
import Reporting
import Scripting
import Signing

/// `checklist import`, `checklist export`: checklists in and out in the forms of others.
enum ChecklistCommands {
  static let all = [importing, exporting, map]
  static let noun = ChecklistNouns.checklist.name

  static let importing = CommandSpec(
    noun: noun, name: Name("import", "importer"),
    operands: [.init(name: Name("file", "fichier"), type: .file)],
    options: [
      .init(name: Name("id"), type: .word), .init(name: Name("title", "titre"), type: .text),
      .init(name: Name("edition", "édition"), type: .text),
      .init(name: Name("status", "statut"), type: .choice(Choices.checklistStatuses)),
      .init(name: Name("replace", "remplacer")),
    ],
    summary: (
      "faire un référentiel d’un tableau CSV, d’un catalogue OSCAL ou du RGAA",
      "make a checklist of a CSV table, an OSCAL catalog or the RGAA"
    ),
    manual: (
      """
      Écrit un fichier .rec («\u{A0}to\u{A0}», sinon l’identifiant dans le répertoire courant) que l’on relit, \
      corrige et donne à «\u{A0}audit ouvrir --référentiel\u{A0}». CSV\u{A0}: colonnes id et titre, et celles \
      d’un export\u{202F}; «\u{A0}|\u{A0}» sépare les éléments d’une liste. JSON\u{A0}: catalogue OSCAL (NIST), \
      ou critères du RGAA. Sans --statut officiel il est PROVISOIRE. La moindre faute refuse le tout.
      """,
      """
      Writes a .rec file (to, else the id in the current folder) to be read, corrected and given to \
      audit open --checklist. CSV: columns id and title, and those of an export; | separates the \
      items of a list. JSON: an OSCAL catalog (NIST), or the criteria of the RGAA. Without --status \
      official it is PROVISIONAL. Any fault refuses the whole.
      """
    ),
    example: #"checklist import criteres.csv --id interne to "interne.rec""#, clauses: .writing
  ) { session, bound in
    let word = bound["file"] ?? ""
    let bytes = try session.read(session.path(word), at: bound.place("file"))
    let file = word.split(separator: "/").last.map(String.init) ?? word
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    var draft: ChecklistDraft
    if Self.isJSON(bytes) {
      do throws(ExchangeFault) {
        draft = try ChecklistDraft.read(json: bytes)
      } catch {
        throw session.refusal(of: [ImportFault(error)], in: file, at: bound.place("file"))
      }
    } else {
      var empty = ChecklistDraft(
        id: ChecklistDraft.id(stem), title: stem, edition: session.today.description)
      empty.sources = [file]
      draft = try ChecklistSheet(word, empty, &session, at: bound.place("file")).draft
    }
    if let id = bound["id"] { draft.id = id }
    if let title = bound["title"] { draft.title = title }
    if let edition = bound["edition"] { draft.edition = edition }
    if let status = bound["status"].flatMap(Checklist.Status.init) { draft.status = status }
    return try write(draft, from: file, &session, bound)
  }

  /// Whether a text is JSON: its first character opens an object.
  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == 0x7B
  }

  /// Writes a draft that has no fault as a rec file.
  private static func write(
    _ draft: ChecklistDraft, from file: String, _ session: inout Session, _ bound: Bound
  ) throws -> Outcome {
    let bytes = Array(draft.recText.utf8)
    let path = try session.writtenPath(bound.destination?.value ?? "\(draft.id).rec")
    let (checklist, faults) = ChecklistReading.load(bytes)
    guard let checklist else {
      for fault in faults { session.output.note(fault.located(in: file)) }
      throw Failure(.importFaults(file, faults.count), at: bound.place("file"))
    }
    if Files.exists(path), !bound.has("replace") {
      throw Failure(.fileExists(path), at: bound.destination?.range ?? bound.range)
    }
    return .written(
      bytes, to: path,
      (
        "\(checklist.id), édition \(checklist.edition)\u{A0}: \(checklist.modules.count.fr("module(s)")), \(checklist.criteria.count.fr("critère(s)")) dans \(path)",
        "\(checklist.id), edition \(checklist.edition): \(checklist.modules.count.en("module(s)")), \(checklist.criteria.count) criteria in \(path)"
      ))
  }

  static let exporting = CommandSpec(
    noun: noun, name: Name("export", "exporter"),
    operands: [.init(name: Name("checklist", "référentiel"), type: .reference(.checklist))],
    summary: (
      "écrire un référentiel pour un tableur, un programme ou CISO Assistant",
      "write a checklist for a spreadsheet, a program or CISO Assistant"
    ),
    manual: (
      """
      Le nom du fichier dit la forme\u{A0}: .csv (ou «\u{A0}as excel\u{A0}» pour un tableur français), .fods, \
      .json (complet), .rec (tel quel), et «\u{A0}as ciso\u{A0}» pour une bibliothèque de CISO Assistant (un \
      .yaml). Un CSV se relit par «\u{A0}référentiel importer\u{A0}».
      """,
      """
      The name of the file gives the form: .csv (or as excel for a spreadsheet of French settings), \
      .fods, .json (complete), .rec (as it is), and as ciso for a library of CISO Assistant (a \
      .yaml). A CSV can be read back by checklist import.
      """
    ),
    example: #"checklist export qual-e-pref to "qual-e-pref.fods""#, clauses: .writing,
    forms: ["csv", "excel", "fods", "json", "rec", "ciso"]
  ) { session, bound in
    let found = try session.checklistBytes(
      bound["checklist"] ?? "", at: bound.place("checklist"))
    let (path, named, place) = try session.export(bound)
    guard let bytes = bytes(of: found, as: named, session) else {
      throw bound.spec.refusal(of: named, at: place)
    }
    return .written(
      bytes, to: path,
      (
        "\(found.checklist.id)\u{A0}: \(found.checklist.criteria.count) critères écrits dans \(path)",
        "\(found.checklist.id): \(found.checklist.criteria.count) criteria written to \(path)"
      ))
  }

  private static func bytes(
    of found: (bytes: [UInt8], from: String, checklist: Checklist), as named: String,
    _ session: Session
  ) -> [UInt8]? {
    let checklist = found.checklist
    let english = [Checklist.columns.map(\.en)] + checklist.rows
    let people = [Checklist.columns.map { session.language.pick(($0.fr, $0.en)) }] + checklist.rows
    switch Format.name(of: named) {
    case "csv": return CSV.forPrograms.bytes(english)
    case "excel": return CSV.forSpreadsheets.bytes(people)
    case "fods": return Format.spreadsheet(named: checklist.id, people, session.language)
    case "json": return checklist.json.prettyBytes
    case "rec": return found.bytes
    case "ciso":
      // The day is a number that grows from one export to the next.
      let (year, month, day) = session.today.parts
      return checklist.library(
        in: session.language, version: year * 10_000 + month * 100 + day
      ).prettyBytes
    default: return nil
    }
  }
}
