package import Auditing
package import Notation

/// An audit in OSCAL 1.2.1 (NIST): its plan, its results, and what is to be done about them.
///
/// A piece of evidence or a finding is an observation, what was concluded of a criterion at a site
/// a finding, a nonconformity a risk, and an action its remediation. OSCAL knows no verdict but
/// satisfied or not: ours stands beside it as a property of our own name space.
package struct OSCAL {
  let report: ReportBuilder
  private let name: (String) -> String

  /// The version of the schemas that it follows.
  static let version = "1.2.1"
  /// The name space of our own properties.
  static let space = "urn:constat:oscal"

  /// Creates the writer of an audit; the closure makes a UUID of a URI, the same one each time.
  package init(
    _ subject: ReportSubject, in language: Language, uuid: @escaping (String) -> String
  ) {
    report = ReportBuilder(subject, ReportWording(language))
    name = uuid
  }

  var subject: ReportSubject { report.subject }
  var audit: Audit { subject.audit }
  var words: ReportWording { report.words }

  /// The assessment plan that the results name.
  package var plan: JSON {
    Self.object(
      (
        "assessment-plan",
        Self.object(
          ("uuid", uuid("plan")), ("metadata", metadata(words.plan.plain)),
          (
            "import-ssp",
            Self.object(
              ("href", .text("#" + id("checklist"))),
              ("remarks", .text(Self.prose(words.noSystemPlan.plain))))
          ), ("reviewed-controls", reviewedControls), ("assessment-subjects", subjects),
          ("tasks", Self.list(tasks)),
          ("back-matter", Self.object(("resources", .list([checklistResource]))))
        )
      ))
  }

  /// The results, which name their plan by a path beside them.
  package func results(plan path: String) -> JSON {
    Self.object(
      (
        "assessment-results",
        Self.object(
          ("uuid", uuid("results")), ("metadata", metadata(report.metadata.kicker.plain)),
          ("import-ap", Self.object(("href", .text(path)))), ("results", .list([result])),
          ("back-matter", Self.object(("resources", .list([checklistResource] + resources))))
        )
      ))
  }

  /// The plan of action and milestones; nothing where no finding calls for action.
  package var actions: JSON? {
    let findings = report.findings.filter { isRisk($0) || !actions(about: $0).isEmpty }
    guard !findings.isEmpty else { return nil }
    return Self.object(
      (
        "plan-of-action-and-milestones",
        Self.object(
          ("uuid", uuid("actions")), ("metadata", metadata(words.progress.plain)),
          (
            "system-id",
            Self.object(
              ("identifier-type", "http://ietf.org/rfc/rfc4122"), ("id", .text(id("system"))))
          ), ("risks", .list(findings.map(risk))),
          ("poam-items", .list(findings.map(item))))
      ))
  }

  private func item(_ finding: Finding) -> JSON {
    Self.object(
      ("uuid", uuid("item/\(finding.key)")),
      ("title", .text(Self.line("\(report.number(finding)) — \(report.grade(finding).plain)"))),
      ("description", .text(Self.prose(finding.text))),
      ("props", Self.list(props(of: finding))),
      (
        "related-risks",
        .list([Self.object(("risk-uuid", uuid("risk/\(finding.key)")))])
      ))
  }
}

extension OSCAL {
  /// The UUID of a part of the audit.
  func id(_ part: String) -> String { name("\(Self.space):\(audit.key):\(part)") }

  func uuid(_ part: String) -> JSON { .text(id(part)) }

  func isRisk(_ finding: Finding) -> Bool {
    subject.severity(of: finding)?.isNonconformity ?? false
  }

  func actions(about finding: Finding) -> [Action] { subject.actions[finding.key] ?? [] }

  /// An object of the members that there are.
  static func object(_ members: (String, JSON?)...) -> JSON {
    .object(JSON.Object(members.compactMap { key, value in value.map { (key, $0) } }))
  }

  /// A list that is left out where it would be empty.
  static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .list(values) }

  /// A text on one line that is not empty, without spaces at its ends.
  static func line(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    return prose(words)
  }

  /// A text without controls, and never empty.
  static func prose(_ text: String) -> String {
    var clean = ""
    clean.append(escaping: text) { _ in nil }
    return clean.isEmpty ? "—" : clean
  }

  /// A name as OSCAL wants it: a letter or a low line first, then letters, digits, `.`, `-`, `_`.
  static func token(_ text: String) -> String {
    var token = ""
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isLetter =
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
          true
        default: scalar == "_"
        }
      let isNumber =
        switch category {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: scalar == "." || scalar == "-"
        }
      if token.isEmpty, !isLetter { token = "_" }
      token.unicodeScalars.append(isLetter || isNumber ? scalar : "-")
    }
    return token.isEmpty ? "_" : token
  }

  /// A property of our own.
  static func property(_ name: String, _ value: String) -> JSON {
    object(("name", .text(name)), ("ns", .text(space)), ("value", .text(line(value))))
  }

  /// A day as an instant, which OSCAL asks for.
  static func instant(_ day: CalendarDate) -> JSON { .text("\(day)T00:00:00Z") }
}
