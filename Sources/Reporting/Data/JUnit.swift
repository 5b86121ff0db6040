package import Auditing

/// An audit as results of tests in JUnit's XML, so that any continuous integration shows them.
///
/// A module is a suite, a criterion at a site a case: nonconforming is a failure, not applicable
/// and not assessed are skipped. The elements are those of the schema that Ant's reports follow.
package struct JUnit {
  private let report: ReportBuilder

  /// Creates the writer of an audit.
  package init(_ subject: ReportSubject, in language: Language) {
    report = ReportBuilder(subject, ReportWording(language))
  }

  /// The whole file.
  package var text: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    var place = 0
    for module in report.checklist.modules {
      let cases = report.rows.filter { $0.criterion.module == module.id }.flatMap { row in
        row.assessments.map { (row, $0) }
      }
      guard !cases.isEmpty else { continue }
      suite(module, place, cases, &text)
      place += 1
    }
    return text + "</testsuites>\n"
  }

  private typealias Case = (row: CriterionRow, assessment: Assessment)

  private func suite(
    _ module: Checklist.Module, _ place: Int, _ cases: [Case], _ text: inout String
  ) {
    let failures = cases.count { $0.assessment.verdict == .nonconforming }
    let skipped = cases.count { reasonToSkip($0.assessment) != nil }
    text += "<testsuite"
    attribute("package", report.audit.id, &text)
    attribute("id", "\(place)", &text)
    attribute("name", report.moduleName(module.id).plain, &text)
    attribute("timestamp", String(report.subject.written.description.prefix(19)), &text)
    attribute("hostname", "localhost", &text)
    attribute("tests", "\(cases.count)", &text)
    attribute("failures", "\(failures)", &text)
    attribute("errors", "0", &text)
    attribute("skipped", "\(skipped)", &text)
    attribute("time", "0", &text)
    text += ">\n"
    properties(&text)
    for entry in cases { self.entry(entry, &text) }
    text += "<system-out/>\n<system-err/>\n</testsuite>\n"
  }

  /// What the whole rests on; a provisional checklist or an exercise is told in every suite.
  private func properties(_ text: inout String) {
    let subject = report.subject
    text += "<properties>"
    for (name, value) in [
      ("audit", report.audit.id), ("checklist", report.checklistName.plain),
      ("checklist-sha256", subject.checklistDigest),
      ("checklist-status", report.checklist.status.rawValue),
      ("purpose", subject.isExercise ? "exercise" : subject.purpose.rawValue),
      ("tool", "\(subject.tool.name) \(subject.tool.version)"),
    ] {
      text += "<property"
      attribute("name", name, &text)
      attribute("value", value, &text)
      text += "/>"
    }
    text += "</properties>\n"
  }

  private func entry(_ entry: Case, _ text: inout String) {
    let (row, assessment) = entry
    text += "<testcase"
    attribute("name", "\(row.criterion.id) \(report.words.text(row.criterion.title).plain)", &text)
    attribute("classname", "\(row.criterion.module).\(assessment.site)", &text)
    attribute("time", "0", &text)
    if assessment.verdict == .nonconforming {
      text += ">"
      failure(row.findings.filter { $0.site == assessment.site }, assessment, &text)
      text += "</testcase>\n"
    } else if reasonToSkip(assessment) != nil {
      text += "><skipped/></testcase>\n"
    } else {
      text += "/>\n"
    }
  }

  private func reasonToSkip(_ assessment: Assessment) -> Assessment.Verdict? {
    switch assessment.verdict {
    case .notApplicable, .notAssessed: assessment.verdict
    case .conforming, .nonconforming: nil
    }
  }

  private func failure(
    _ findings: [Finding], _ assessment: Assessment, _ text: inout String
  ) {
    let grave = findings.first { report.subject.severity(of: $0)?.isNonconformity ?? false }
    let said = findings.map { "\(report.number($0)) \($0.grade): \($0.text)" }
    let lines = said.isEmpty ? [assessment.reason ?? report.words.none.plain] : said
    text += "<failure"
    attribute("type", grave?.grade ?? assessment.verdict.rawValue, &text)
    attribute("message", lines[0], &text)
    text += ">"
    text.append(html: lines.joined(separator: "\n"))
    text += "</failure>"
  }

  private func attribute(_ name: String, _ value: String, _ text: inout String) {
    text.append(attribute: name, value)
  }
}

extension String {
  /// Adds an attribute of an element; line ends in it become spaces.
  mutating func append(attribute name: String, _ value: String) {
    self += " \(name)=\""
    append(html: value.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    self += "\""
  }
}
