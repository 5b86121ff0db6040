import Auditing
import Journaling
import Reporting
import Scripting

/// `report write`: the report of an audit, in a format by the name of the file.
enum ReportCommands {
  static let all = [write, MaskCommand.mask]

  static let write = CommandSpec(
    noun: Name("report", "rapport"), name: Name("write", "rédiger"),
    operands: [.init(name: Name("audit"), type: .reference(.audit), isOptional: true)],
    options: [.init(name: Name("edition", "édition"), type: .choice(Choices.editions))],
    summary: (
      "rédiger le rapport d’un audit, ou l’échéancier de renouvellement (renouvellement)",
      "write the report of an audit, or the reminder schedule of the labels (renewal)"
    ),
    manual: (
      """
      Les huit parties du modèle du ministère, et la grille de l’ISO 19011 qui dit si le rapport est \
      complet. Sans «\u{A0}to\u{A0}», il va dans exports/ du dossier. Le format vient du nom\u{A0}: .html, \
      .md, .fodt (OpenDocument, que LibreOffice ouvre et convertit en DOCX), .fods (ses tableaux), \
      .json (help report --schema en donne le schéma) ou .pdf (par WeasyPrint 70, à défaut \
      LibreOffice, à défaut Chromium, s’ils sont là). Les données de l’audit\u{A0}: .csv ou «\u{A0}as \
      excel\u{A0}» (les constats), «\u{A0}as ciso\u{A0}», .xml (JUnit) et «\u{A0}as oscal\u{A0}» (résultats OSCAL, avec à \
      côté le plan et le plan d’actions). Avec «\u{A0}renouvellement\u{A0}» au lieu d’un audit, c’est \
      l’échéancier des labels, que le nom peut finir aussi par .ics, pour la messagerie. \
      --édition communicable\u{A0}: d’un audit scellé, ce que «\u{A0}rapport masquer\u{A0}» a confirmé, en \
      répertoire vérifiable ou, avec «\u{A0}to\u{A0}», en un seul fichier. --édition formation\u{A0}: un \
      nouveau dossier d’exercice, noms, lieux et dates changés, sans pièces, mesures ni signatures.
      """,
      """
      The eight parts of the ministry's template, and the ISO 19011 headings that tell whether the \
      report is complete. Without to it goes to exports/ of the dossier. The name gives the format: \
      .html, .md, .fodt (OpenDocument, which LibreOffice opens and converts to DOCX), .fods (its \
      tables), .json (help report --schema gives its schema) or .pdf (by WeasyPrint 70, else \
      LibreOffice, else Chromium, where they are here). The data of the audit: .csv or as excel (the \
      findings), as ciso, .xml (JUnit) and as oscal (OSCAL results, with the plan and the plan of \
      action beside). With renewal instead of an audit it is the reminder schedule of the labels, \
      whose name may also end in .ics, for a mail program. \
      --edition communicable: of a sealed audit, what report mask has confirmed, as a folder that \
      can be checked or, with to, as one file. --edition training: a new exercise dossier, names, \
      places and dates changed, without evidence, figures and signatures.
      """
    ),
    example: #"report write to "rapport.html""#, clauses: .writing,
    forms: AuditExport.forms + [Format.ics.rawValue], hasOwnClauses: true
  ) { session, bound in
    let edition = bound["edition"].flatMap(Edition.init) ?? .complete
    if let word = bound["audit"], ["renewal", "renouvellement"].contains(word.folded) {
      guard edition == .complete else {
        throw Failure(.editionOfRenewal, at: bound.place("edition"))
      }
      return try writeRenewal(&session, bound)
    }
    // Where the journals cannot be read no audit is there to be reported on.
    if session.state.audits.isEmpty { try session.requireIntactJournals(withEvidence: false) }
    let audit = try session.audit(of: bound)
    let dossier = try session.openDossier()
    switch edition {
    case .complete: try session.refuseDoubtfulReport(of: audit)
    case .communicable: return try writeCommunicable(audit, session, bound)
    case .training: return try writeTraining(audit, &session, bound)
    }
    let path =
      try bound.destination.map { try session.writtenPath($0.value) }
      ?? "\(dossier.path)/exports/rapport-\(audit.id).html"
    let export = try AuditExport(AskedFormat(bound, path: path), session)
    let count = try session.subject(of: audit).completeness.gaps.count
    var outcome = Outcome.acknowledged(
      (
        "rapport de l’audit \(audit.id) écrit dans \(path)\(count > 0 ? " — INCOMPLET" : "")\(export.remark.fr)",
        "report of audit \(audit.id) written to \(path)\(count > 0 ? " — INCOMPLETE" : "")\(export.remark.en)"
      ), value: .text(path))
    // Written once the operation is on disk, so that the heads it prints are those of its lines.
    outcome.afterwards.append { session in
      let audit = session.state.audits.first { $0.key == audit.key } ?? audit
      var work = LongWork(("rapport", "report"), session, in: .parts)
      defer { work.end() }
      do {
        for file in try files(export, path, audit, &session, &work) {
          try session.write(file.bytes, to: file.path)
        }
      } catch {
        throw LongWork.failure(error)
      }
    }
    return outcome
  }

  /// The files of a report, or of the data of an audit.
  private static func files(
    _ export: AuditExport, _ path: String, _ audit: Audit, _ session: inout Session,
    _ work: inout LongWork
  ) throws -> [(path: String, bytes: [UInt8])] {
    let subject = try session.subject(of: audit)
    try work.reach(40, of: 100)
    let findings = try AuditNouns.finding.whole(
      of: audit.id, isProvisional: subject.isProvisional, &session)
    switch export {
    case .data(let data):
      return try data.files(path, of: subject, findings: findings, &session)
    case .report(let form):
      try work.reach(50, of: 100)
      let document = Document(reporting: subject, in: session.language)
      try work.reach(60, of: 100)
      let table = try Format.csv.bytes(of: findings, session)
      work.pause()
      let bytes = try form.bytes(of: document, attachments: [("findings.csv", table)], session)
      try work.reach(95, of: 100)
      return [(path, bytes)]
    }
  }

  /// Writes the reminder schedule, once the operation is on disk.
  private static func writeRenewal(_ session: inout Session, _ bound: Bound) throws -> Outcome {
    let dossier = try session.openDossier()
    guard !session.state.labels.isEmpty else { throw Failure(.noLabel, at: bound.range) }
    let path =
      try bound.destination.map { try session.writtenPath($0.value) }
      ?? "\(dossier.path)/exports/\(session.language.pick(("renouvellement", "renewal"))).html"
    let asked = AskedFormat(bound, path: path)
    let form =
      asked.name == Format.ics.rawValue
      ? nil
      : try ReportForm(
        asked, of: Name("renewal", "renouvellement"),
        known: ReportForm.Named.allCases.map(\.rawValue) + [Format.ics.rawValue], session)
    let remark: Wording = form?.remark ?? ("", "")
    var outcome = Outcome.acknowledged(
      (
        "échéancier écrit dans \(path)\(remark.fr)",
        "reminder schedule written to \(path)\(remark.en)"
      ), value: .text(path))
    outcome.afterwards.append { session in
      let bytes = try session.doing(("échéancier", "reminder schedule"), in: .parts) { progress in
        let calendar = session.calendar() ?? []
        try progress(40, 100)
        guard let form else { return calendar }
        let document = Document(reminding: session.renewalSubject(), in: session.language)
        try progress(70, 100)
        return try form.bytes(
          of: document, attachments: [("renewal.ics", calendar)], session)
      }
      try session.write(bytes, to: path)
    }
    return outcome
  }
}
