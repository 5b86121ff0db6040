import Auditing
import Notation
import Reporting
import Scripting
import Signing

/// How a report is written: as text by one of the formats, as a PDF by another program, or as the
/// data of the audit.
enum ReportForm {
  case text(any DocumentFormat)
  case pdf(PDFEngine)
  case data(ReportData)

  /// The form that a format's name or the end of a file's name asks for.
  init(_ bound: Bound, path: String, _ session: Session) throws {
    let named = bound.format?.value ?? path.split(separator: ".").last.map(String.init) ?? ""
    let range = bound.format?.range ?? bound.destination?.range ?? bound.range
    switch named.folded {
    case "html", "htm": self = .text(HTMLFormat())
    case "md", "markdown": self = .text(MarkdownFormat())
    case "fodt": self = .text(OpenDocumentFormat())
    case "fods": self = .text(SpreadsheetFormat())
    case "json": self = .text(JSONFormat())
    case "pdf":
      let programs = session.programs
      guard let engine = PDFEngine.best(programs) else { throw Failure(.noPDFEngine, at: range) }
      self = .pdf(engine)
    case let word:
      guard let data = ReportData(word) else {
        throw Failure(.formatNotFor(named, noun: Name("report", "rapport")), at: range)
      }
      self = .data(data)
    }
  }

  /// What an acknowledgement adds about how it was made.
  var remark: Wording {
    guard case .pdf(let engine) = self else { return ("", "") }
    return (" — \(engine.kind.declared.fr)", " — \(engine.kind.declared.en)")
  }

  /// The bytes of a document; nothing where it is data, which no document holds.
  func bytes(
    of document: Document, attachments: [(name: String, bytes: [UInt8])], _ session: Session
  ) throws -> [UInt8]? {
    switch self {
    case .data: return nil
    case .text(let format): return Array(format.text(of: document).utf8)
    case .pdf(let engine):
      do throws(SigningError) {
        return try engine.bytes(of: document, attachments: attachments, session)
      } catch {
        throw error == .interrupted ? Failure(.interrupted) : Failure(.signing(error))
      }
    }
  }
}

/// The data of an audit in a form that other programs read.
enum ReportData: String {
  case csv, excel, ciso, junit, oscal

  /// The form of a word; an `.xml` is JUnit's.
  init?(_ word: String) {
    guard let data = Self(rawValue: word.folded == "xml" ? "junit" : word.folded) else {
      return nil
    }
    self = data
  }

  /// The files that it makes, the one that was named first.
  func files(
    _ path: String, of subject: ReportSubject, findings: TableView, _ session: inout Session
  ) throws -> [(path: String, bytes: [UInt8])] {
    let (audit, language) = (subject.audit, session.language)
    switch self {
    case .csv: return [(path, try Format.csv.bytes(of: findings, session))]
    case .excel: return [(path, try Format.excel.bytes(of: findings, session))]
    case .ciso:
      let rows = AuditGrid.cisoRows(audit, subject.checklist, session.state, language)
      return [(path, CSV.forSpreadsheets.bytes(rows))]
    case .junit: return [(path, Array(JUnit(subject, in: language).text.utf8))]
    case .oscal:
      let oscal = OSCAL(subject, in: language) { NameBasedUUID.text(of: $0) }
      let (plan, actions) = Self.beside(path)
      let name = plan.split(separator: "/").last.map(String.init) ?? plan
      return [(path, oscal.results(plan: name).prettyBytes), (plan, oscal.plan.prettyBytes)]
        + (oscal.actions.map { [(actions, $0.prettyBytes)] } ?? [])
    }
  }

  /// The paths of the plan and of the plan of action, which stand beside the results.
  static func beside(_ path: String) -> (plan: String, actions: String) {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let name = path.dropFirst(folder.count)
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let (stem, end) = (folder + name[..<dot], dot == name.endIndex ? ".json" : name[dot...])
    return ("\(stem)-plan\(end)", "\(stem)-poam\(end)")
  }
}
