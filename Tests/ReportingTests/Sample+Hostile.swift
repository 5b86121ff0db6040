import Auditing
import Reporting
import Scheduling

extension Sample {
  /// Texts that try to become markup, to hide or to turn around.
  static let hostileTexts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
    "</title></style><link rel=attachment href=\"file:///etc/passwd\">", "</svg></table>",
    "<!-- --> ]]> <![CDATA[", "&lt;b&gt; &amp; &#0;", "\u{1B}]0;pwn\u{7}\u{1B}[2J",
    "\u{0}\u{1}\u{8}\u{C}\u{7F}\u{85}\u{9B}", "\u{202E}gnp.exe\u{2066}\u{200F}",
    String(
      String.UnicodeScalarView(
        [0xFFFE, 0xFFFF, 0xFDD0, 0xFEFF, 0xE0041].compactMap(Unicode.Scalar.init))),
    "a\r\nb\rc\nd\u{2028}e\u{2029}f",
    "| a | b |\n| --- | --- |", "`code` ``` ~~~", "**fort** _em_ ~~non~~", "# titre", "- item",
    "+ item", "1. un", "2) deux", "===", "---", "    code", "\tcode", "> cité",
    "![x](http://e.example/x.png)", "[x](javascript:alert(1))", "<http://e.example>", "$x^2$",
    "{{x}} {% y %}", "fin \\", "*", "```\nx\n```", "[^1]: note", "a  \nb", "\n\n<div>\n",
    "E\u{301}", "}*/ body{display:none} @page{", "\\\" ; } </style>",
  ]

  /// An audit in which every text that a person can type is this one.
  static func hostile(_ text: String) -> ReportSubject {
    var subject = underway
    subject.title = text
    subject.audit.id = text
    subject.audit.client = text
    subject.audit.objectives = text
    subject.audit.obstacles = text
    subject.audit.conclusion = Audit.Conclusion(
      text: text, degree: text, recommendation: text, by: text, at: instant)
    subject.checklistDigest = text
    subject.checklist.title = LocalizedText(fr: text)
    subject.checklist.edition = text
    for index in subject.checklist.criteria.indices {
      subject.checklist.criteria[index].title = LocalizedText(fr: text)
      subject.checklist.criteria[index].chapter = LocalizedText(fr: text)
      subject.checklist.criteria[index].ref = text
    }
    for index in subject.checklist.grades.indices {
      subject.checklist.grades[index].title = LocalizedText(fr: text)
    }
    subject.checklist.terms[0].title = LocalizedText(fr: text)
    subject.sites = subject.sites.map { Site(id: $0.id, name: text, address: text, staff: text) }
    subject.services = ["accueil": text]
    subject.persons = subject.persons.map {
      Person(key: $0.key, handle: $0.handle, name: text, role: text, body: text)
    }
    for index in subject.evidence.indices {
      subject.evidence[index].id = text
      subject.evidence[index].name = text
      subject.evidence[index].text = text
      subject.evidence[index].source = text
      subject.evidence[index].sha256 = text
    }
    for index in subject.findings.indices {
      subject.findings[index].id = text
      subject.findings[index].text = text
      subject.findings[index].position = .contested
      subject.findings[index].words = text
    }
    for index in subject.assessments.indices { subject.assessments[index].reason = text }
    for index in subject.measures.indices {
      subject.measures[index].period = text
      subject.measures[index].source = text
    }
    subject.schedules[0].label.checklist = text
    subject.plan = [PlanSlot(start: text, end: text, place: text, what: text, who: text)]
    subject.heads = [Head(writer: text, n: 1, id: text)]
    subject.tool = .init(name: text, version: text)
    return subject
  }
}
