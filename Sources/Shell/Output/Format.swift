import Auditing
import Notation
import Reporting
import Scripting

/// A form in which records are written.
enum Format: String, CaseIterable {
  case table, list, json, jsonl, csv, excel, tsv, markdown, rec, ids, fods, ics, html, fodt, junit

  /// The names of the forms that records of any noun have.
  static let general = allCases.prefix { $0 != .ics }.map(\.rawValue)

  init?(word: String) { self.init(rawValue: Self.name(of: word)) }

  /// The name of the form that a word or the end of a file's name says, of any command.
  static func name(of word: String) -> String {
    switch word.folded {
    case "md": "markdown"
    case "htm": "html"
    case "liste": "list"
    case "yaml", "yml": "ciso"
    case "xml": "junit"
    case let word: word
    }
  }

  /// The refusal of this form for some records.
  private func refused(for view: TableView) -> Failure {
    Failure(.formatNotFor(rawValue, noun: view.noun.name, known: Self.general))
  }

  /// What is done while records are written.
  static let writing: Wording = ("écriture", "writing")

  /// The bytes of records in this form.
  func bytes(of view: TableView, _ session: Session) throws -> [UInt8] {
    let cells = TableCells(view, session.language)
    let writing = Self.writing
    switch self {
    case .table:
      return Array(try TextTable(cells, session).text().utf8)
    case .list: return Array(try TextList(cells, session).text().utf8)
    case .json:
      let objects = try session.each(of: view.records, writing) { TableJSON.object($0, view) }
      return JSON.list(objects).prettyBytes
    case .jsonl:
      let lines = try session.each(of: view.records, writing) {
        TableJSON.object($0, view).canonicalBytes + [0x0A]
      }
      return Array(lines.joined())
    case .csv: return CSV.forPrograms.bytes(try cells.rows(forPrograms: true, session))
    case .excel: return CSV.forSpreadsheets.bytes(try cells.rows(forPrograms: false, session))
    case .tsv:
      let lines = try cells.rows(forPrograms: true, session).map { row in
        row.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }
          .joined(separator: "\t")
      }
      return Array((lines.joined(separator: "\n") + "\n").utf8)
    case .markdown:
      return Array(MarkdownTable(try cells.rows(forPrograms: false, session)).text.utf8)
    case .rec: return Array(try RecTable(cells, session).text().utf8)
    case .ids: return Array(view.records.map { $0.id + "\n" }.joined().utf8)
    case .fods:
      return Self.spreadsheet(
        named: view.noun.name[session.language], try cells.rows(forPrograms: false, session),
        session.language)
    case .junit:
      guard view.noun.name == ResultsCommand.expectation.name else { throw refused(for: view) }
      return ResultsCommand.junit(view, session)
    case .ics:
      guard view.noun.name.en == "milestone" || view.calendar != nil else {
        throw refused(for: view)
      }
      // A calendar may hold nothing but what is cancelled.
      guard let calendar = view.calendar else {
        throw Failure(.calendarNeedsEvents)
      }
      return calendar
    case .html: return try page(of: view, HTMLFormat())
    case .fodt: return try page(of: view, OpenDocumentFormat())
    }
  }

  /// One sheet of texts under their heads.
  static func spreadsheet(named name: String, _ texts: [[String]], _ language: Language) -> [UInt8]
  {
    let sheet = FlatSpreadsheet.Sheet(name: name, texts: texts)
    return Array(FlatSpreadsheet(language: language).text(of: [sheet]).utf8)
  }

  /// The page that goes with some records.
  private func page(of view: TableView, _ format: any DocumentFormat) throws -> [UInt8] {
    guard let document = view.document else { throw refused(for: view) }
    return Array(format.text(of: document).utf8)
  }
}

/// The cells of a table, in a language for people and in English for programs.
struct TableCells {
  let view: TableView
  let language: Language

  init(_ view: TableView, _ language: Language) {
    self.view = view
    self.language = language
  }

  /// The heads of the columns in the language.
  var heads: [String] { view.columns.map { head($0, language) } }

  /// The rows as people read them; how far that has come is drawn.
  func rows(_ session: Session) throws -> [[String]] {
    try session.each(of: view.records, Format.writing) { record in
      view.columns.map { cell($0, of: record, forPrograms: false) }
    }
  }

  /// The rows under their heads; for programs heads and values are English.
  ///
  /// How far that has come is drawn.
  func rows(forPrograms: Bool, _ session: Session) throws -> [[String]] {
    let heads = forPrograms ? view.columns : heads
    let mark = provisionalMark(forPrograms: forPrograms)
    return [heads + mark.map(\.0)]
      + (try session.each(of: view.records, Format.writing) { record in
        view.columns.map { cell($0, of: record, forPrograms: forPrograms) } + mark.map(\.1)
      })
  }

  /// The head and value of the column that says of every record that its checklist is
  /// provisional; none when it is official.
  func provisionalMark(forPrograms: Bool) -> [(String, String)] {
    let isEnglish = forPrograms || language == .en
    var marks: [(String, String)] = []
    if view.isProvisional {
      marks.append(
        isEnglish ? ("checklist_status", "provisional") : ("statut du référentiel", "provisoire"))
    }
    if view.isExercise {
      marks.append(isEnglish ? ("purpose", "exercise") : ("mention", "EXERCICE"))
    }
    return marks
  }

  private func head(_ column: String, _ language: Language) -> String {
    let path = column.split(separator: ".").map(String.init)
    return path.map { word in view.noun.field(word)?.name[language] ?? word }.joined(separator: ".")
  }

  /// A field of a record as text.
  func cell(_ column: String, of record: RecordValue, forPrograms: Bool) -> String {
    let path = column.split(separator: ".").map(String.init)
    guard let value = try? Self.evaluator.field(path, of: record, at: 0..<0) else { return "" }
    if !forPrograms, column == "n", case .nothing = value, Self.isRate(record) {
      return language == .fr ? "non dit" : "not said"
    }
    return forPrograms ? value.written : shown(value, path.first ?? column)
  }

  /// Reads fields, whose values depend on no day.
  private static let evaluator = Evaluator(origin: DateOrigin(today: CalendarDate(dayNumber: 0)))

  /// Whether a record shows a rate, which is never read without the number it rests on.
  private static func isRate(_ record: RecordValue) -> Bool {
    guard case .quantity(let quantity)? = record["value"] else { return false }
    return quantity.unit == .percent
  }

  private func shown(_ value: Value, _ column: String) -> String {
    switch value {
    case .choice(let word, _) where column == "team": member(word)
    case .choice(let word, _):
      Choices.name(word, view.noun.field(column)?.choices ?? [], language)
    case .word(let word):
      Choices.name(word, view.noun.field(column)?.choices ?? [], language)
    case .boolean(let flag): language == .fr ? (flag ? "oui" : "non") : (flag ? "yes" : "no")
    case .quantity(let quantity): quantity.written(in: language)
    case .text(let text) where column == "target": target(text)
    case .list(let values): values.map { shown($0, column) }.joined(separator: ", ")
    default: value.written
    }
  }
}

extension TableCells {
  /// A member of the team such as `cmartin (lead)` with the role as people call it.
  private func member(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return text }
    let role = Choices.name(String(parts[1].dropFirst().dropLast()), Choices.roles, language)
    return "\(parts[0]) (\(role))"
  }

  /// A target such as `<= 5 d` with its limit as people read it.
  private func target(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let limit = Quantity(parts[1]) else { return text }
    return "\(parts[0]) \(limit.written(in: language))"
  }
}

/// Records as JSON: keys and codes in English, dates in ISO 8601, quantities as texts.
enum TableJSON {
  static func object(_ record: RecordValue, _ view: TableView) -> JSON {
    let evaluator = Evaluator(origin: DateOrigin(today: CalendarDate(dayNumber: 0)))
    let fields = view.columns.map { column in
      let path = column.split(separator: ".").map(String.init)
      let value = (try? evaluator.field(path, of: record, at: 0..<0)) ?? .nothing
      return (column, json(value))
    }
    var mark: [(String, JSON)] = []
    if view.isProvisional { mark.append(("checklist_status", "provisional")) }
    if view.isExercise { mark.append(("purpose", "exercise")) }
    return .object(JSON.Object(fields + mark))
  }

  static func json(_ value: Value) -> JSON {
    switch value {
    case .nothing: .null
    case .boolean(let flag): .bool(flag)
    case .number(let number):
      number.scale == 0 ? .integer(number.significand) : .decimal(number.description)
    case .list(let values): .list(values.map(json))
    case .record(let record): .text(record.id)
    default: .text(value.written)
    }
  }
}
