import Auditing
import Journaling
import Notation
import Reporting
import Scripting
import Signing

/// What a seal holds: the report, its data, the pinned checklist, the evidence and the journals.
struct SealContents {
  let audit: Audit
  let edition: Int
  let keepsNotes: Bool
  /// Whether the report goes in as a PDF too, where a program makes one.
  var hasPDF = false

  /// The name of the PDF under the payload.
  static let pdf = "report.pdf"

  func entries(_ session: inout Session, upTo position: Int) throws -> [Bag.Entry] {
    let dossier = try session.openDossier()
    let subject = try session.subject(of: audit, edition: edition)
    let document = Document(reporting: subject, in: session.language)
    var entries: [Bag.Entry] = []
    func add(_ path: String, _ bytes: [UInt8]) {
      entries.append(.init(path: path, source: .bytes(bytes)))
    }
    add("report.html", Array(HTMLFormat().text(of: document).utf8))
    add("report.md", Array(MarkdownFormat().text(of: document).utf8))
    if hasPDF, let engine = PDFEngine.best(session.programs) {
      add(
        Self.pdf,
        try engine.bytes(of: document, session))
    }
    for table in try session.tables(of: audit.id, isProvisional: subject.isProvisional) {
      add(table.name, table.bytes)
    }
    if let calendar = session.calendar() { add("renewal.ics", calendar) }
    if let checklist = dossier.checklist(audit.checklist) {
      add("checklists/\(audit.checklist).rec", checklist)
    }
    let files = subject.evidence.filter { $0.form == .file }
    let locker = EvidenceLocker(dossier)
    for sha256 in Set(files.compactMap(\.sha256)).sorted() {
      entries.append(
        .init(
          path: "evidence/\(sha256)",
          source: .file(path: locker.path(of: sha256), expected: Digest(hex: sha256))))
    }
    add("evidence/index.tsv", index(files))
    let cited = subject.citedEvidence
    let journals = try dossier.journals(upTo: position) { keeps($0, cited: cited) }
    for journal in journals { add("journal/\(journal.name)", journal.bytes) }
    return entries
  }

  private func index(_ files: [Evidence]) -> [UInt8] {
    let rows = files.map { file in
      [
        file.id, file.sha256 ?? "", "\(file.size ?? 0)", file.name ?? "", file.criterion ?? "",
        file.site ?? "",
      ].map { $0.visible.replacing("\t", with: " ") }.joined(separator: "\t")
    }
    let head = "id\tsha256\tsize\tname\tcriterion\tsite"
    return Array(([head] + rows).joined(separator: "\n").utf8) + [0x0A]
  }

  /// Whether the body of an event goes with the seal: those of other audits and notes that no
  /// finding cites stay behind.
  private func keeps(_ event: Event, cited: Set<String>) -> Bool {
    if let other = event["audit"]?.text, other != audit.key { return false }
    guard event.kind == "evidence.attached", event["form"]?.text == "statement", !keepsNotes
    else { return true }
    return event["record"]?.text.map(cited.contains) ?? false
  }
}

extension Session {
  /// The findings and the assessments of an audit as data, by the names of the files.
  mutating func tables(of audit: String, isProvisional: Bool) throws
    -> [(name: String, bytes: [UInt8])]
  {
    var tables: [(name: String, bytes: [UInt8])] = []
    for (noun, name) in [(AuditNouns.finding, "findings"), (AuditNouns.assessment, "assessments")] {
      let view = try noun.whole(of: audit, isProvisional: isProvisional, &self)
      tables.append(("\(name).csv", try Format.csv.bytes(of: view, self)))
      tables.append(("\(name).json", try Format.json.bytes(of: view, self)))
    }
    return tables
  }
}
