import Auditing
import Journaling
import Reporting
import Scripting
import Signing

/// For whom a report is written.
enum Edition: String {
  case complete, communicable, training
}

extension ReportCommands {
  /// Writes what anyone may read of a sealed audit: a folder, or one file of a report's format.
  static func writeCommunicable(
    _ audit: Audit, _ session: Session, _ bound: Bound
  ) throws -> Outcome {
    let edition = try Communicable(confirmed: audit, session)
    let (_, open) = try session.requireIntactJournals()
    if !open.missing.isEmpty { throw Failure(.missingHeads(open.missing.count)) }
    if let destination = bound.destination, destination.value.contains(".") {
      return try writeCommunicableFile(
        edition, to: session.writtenPath(destination.value), session, bound)
    }
    let folder = "\(try session.openDossier().path)/exports/\(edition.name)"
    let path = try bound.destination.map { try session.writtenPath($0.value) } ?? Self.free(folder)
    var outcome = Outcome(value: .text(path))
    outcome.afterwards.append { session in
      session.attestAtEnd()
      let counts = try session.doing(communicable, in: .parts) { progress in
        try edition.write(to: path, session, progress)
      }
      let total = counts.reduce(0) { $0 + $1.count }
      session.output.note(
        (
          "édition communicable de l’audit \(audit.id) dans \(path) — \(total.fr("mention(s)")) masquée\(total < 2 ? "" : "s")",
          "communicable edition of audit \(audit.id) in \(path) — \(total.en("mention(s)")) masked"
        ))
    }
    return outcome
  }

  private static let communicable: Wording = ("édition communicable", "communicable edition")

  private static func writeCommunicableFile(
    _ edition: Communicable, to path: String, _ session: Session, _ bound: Bound
  ) throws -> Outcome {
    // Its data are no form of it: they know of no masks.
    let form = try ReportForm(AskedFormat(bound, path: path), session)
    var outcome = Outcome.acknowledged(
      (
        "édition communicable de l’audit \(edition.audit.id) écrite dans \(path)\(form.remark.fr)",
        "communicable edition of audit \(edition.audit.id) written to \(path)\(form.remark.en)"
      ), value: .text(path))
    outcome.afterwards.append { session in
      session.attestAtEnd()
      let bytes = try session.doing(communicable, in: .parts) { progress in
        let contents = try edition.contents(session)
        try progress(50, 100)
        let tables = contents.tables.filter { $0.name == "findings.csv" }
        let page = Array(HTMLFormat().text(of: contents.document).utf8)
        try progress(65, 100)
        try edition.check(tables + [("report.html", page)], session)
        try progress(80, 100)
        return try form.bytes(of: contents.document, attachments: tables, session)
      }
      try session.write(bytes, to: path)
    }
    return outcome
  }

  /// Writes a new dossier for practice, made of an audit whose names, places and days are changed.
  static func writeTraining(
    _ audit: Audit, _ session: inout Session, _ bound: Bound
  ) throws -> Outcome {
    let folder = "\(try session.openDossier().path)/exports/formation"
    let path = try bound.destination.map { try session.writtenPath($0.value) } ?? Self.free(folder)
    guard !Files.exists(path) else { throw Failure(.fileExists(path), at: bound.range) }
    let checklist = try session.checklist(audit.checklist)
    try session.requireIntactJournals()
    let shift = -7 * (20 + Int(session.environment.random(1).first ?? 0) / 2)
    let edition = TrainingEdition(audit, checklist, session, shift: shift)
    var outcome = Outcome.acknowledged(
      (
        "dossier de formation dans \(path) — EXERCICE\u{202F}; relisez ses textes avant de le remettre",
        "training dossier in \(path) — EXERCISE; read its texts again before handing it over"
      ), value: .text(path))
    outcome.afterwards.append { session in try edition.write(to: path, &session) }
    return outcome
  }

  /// The path, or the first of it with a number behind that nothing has yet.
  private static func free(_ path: String) -> String {
    var (candidate, number) = (path, 1)
    while Files.exists(candidate) {
      number += 1
      candidate = "\(path)-\(number)"
    }
    return candidate
  }
}
