import Auditing
import Notation
import Reporting
import Scripting
import Signing

/// What is made of an audit: its report, or its data for other programs.
enum AuditExport {
  case report(ReportForm)
  case data(ReportData)

  /// The names of the forms.
  static let forms =
    ReportForm.Named.allCases.map(\.rawValue) + ReportData.allCases.map(\.rawValue)

  /// What is asked for.
  ///
  /// - Throws: `Failure` where a report has no such format, or where no program makes it.
  init(_ asked: AskedFormat, _ session: Session) throws {
    if let data = ReportData(rawValue: asked.name) {
      self = .data(data)
    } else {
      self = .report(try ReportForm(asked, known: Self.forms, session))
    }
  }

  /// What an acknowledgement adds about how it was made.
  var remark: Wording {
    guard case .report(let form) = self else { return ("", "") }
    return form.remark
  }
}

/// The data of an audit in a form that other programs read.
enum ReportData: String, CaseIterable {
  case csv, excel, ciso, junit, oscal

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
