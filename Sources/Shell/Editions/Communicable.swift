import Auditing
import Journaling
import Notation
import Reporting
import Signing

/// The communicable edition of a sealed audit: what anyone may read, without names.
struct Communicable {
  let audit: Audit
  let seal: Seal
  let proposal: MaskingProposal
  /// The sealed edition with every name replaced.
  private let state: State

  /// Draws the edition from what was sealed.
  init(
    _ audit: Audit, _ session: Session, deciding decide: (inout Masking, State) throws -> Void
  ) throws {
    self.audit = audit
    seal = try Self.seal(of: audit, session)
    var known = Self.confirmed(of: seal, session) ?? Masking()
    let edition = session.state.state(ofEdition: seal)
    try decide(&known, edition)
    proposal = MaskingProposal(
      edition, since: session.state, known: known, in: session.language)
    state = edition.masked(
      by: Masker(proposal.masking, session.language), withheld: Self.withheld(session.language))
  }

  /// The edition as a person has confirmed its maskings.
  ///
  /// - Throws: `notSealed`, and `maskingUnconfirmed` when nobody has, or when people are known now
  ///   that nobody had judged.
  init(confirmed audit: Audit, _ session: Session) throws {
    try self.init(audit, session) { _, _ in }
    let known = Self.confirmed(of: seal, session)
    let judged = Set((known?.entries ?? []).map(\.what))
    let new = proposal.masking.entries.map(\.what).filter { !judged.contains($0) }
    if known == nil || !new.isEmpty { throw Failure(.maskingUnconfirmed(audit.id, new: new)) }
  }

  /// The last seal of an audit that was made.
  static func seal(of audit: Audit, _ session: Session) throws -> Seal {
    guard let seal = session.state.seals(of: audit.key).last(where: \.isMade) else {
      throw Failure(.notSealed(audit.id))
    }
    return seal
  }

  private static func confirmed(of seal: Seal, _ session: Session) -> Masking? {
    session.state.record(.masking, seal.key)?.field("maskings", of: "maskings")?.list
      .map(Masking.init)
  }

  private static func withheld(_ language: Language) -> String {
    language.pick(("[pièce non communiquée]", "[piece not communicated]"))
  }
}

extension Communicable {
  /// What the edition says, and how often each thing is masked in it.
  struct Contents {
    var document: Document
    let counts: [MaskedCount]
    /// The data, by the names of the files.
    let tables: [(name: String, bytes: [UInt8])]
  }

  func contents(_ session: Session) throws -> Contents {
    var reader = session
    reader.past = state
    let told = reader.state.audits.first { $0.key == audit.key } ?? audit
    var subject = try reader.subject(of: told, edition: seal.edition)
    subject.signature = .drawn
    var document = Document(reporting: subject, in: session.language)
    let text = MarkdownFormat().text(of: document).replacing("\\", with: "")
    let counts = MaskedCount.counts(of: proposal.masking, in: text, session.language)
    document.declare(counts)
    let tables = try reader.tables(of: told.id, isProvisional: subject.isProvisional)
    return Contents(document: document, counts: counts, tables: tables)
  }

  /// Refuses to let out a file that still says a whole name.
  func check(_ files: [(name: String, bytes: [UInt8])], _ session: Session) throws {
    let masker = Masker(proposal.masking, session.language)
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let names = masker.names(in: text, ofAtLeast: 2) + masker.names(in: file.name)
      if let name = names.first { throw Failure(.nameLeft(name, file: file.name)) }
    }
  }
}

extension Communicable {
  /// The name of the edition's folder, which says the audit's id only where that names nobody.
  var name: String {
    let id = state.audits.first { $0.key == audit.key }?.id
    return "rapport-\(id == audit.id ? "\(audit.id)-" : "")e\(seal.edition)-communicable"
  }

  /// Writes the edition as a bag: the report, its data, the journals without what they say.
  ///
  /// - Returns: How often each thing is masked.
  func write(
    to path: String, _ session: Session, _ progress: EvidenceLocker.Progress
  ) throws -> [MaskedCount] {
    let dossier = try session.openDossier()
    let contents = try contents(session)
    try progress(40, 100)
    var files = contents.tables
    files.append(("report.html", Array(HTMLFormat().text(of: contents.document).utf8)))
    files.append(("report.md", Array(MarkdownFormat().text(of: contents.document).utf8)))
    files.append(("maskings.csv", Self.table(of: contents.counts)))
    if let checklist = dossier.checklist(audit.checklist) {
      files.append(("checklists/\(audit.checklist).rec", checklist))
    }
    guard let position = session.state.record(.seal, seal.key)?.origin else {
      throw Failure(.notSealed(audit.id))
    }
    for journal in try dossier.journals(upTo: position, keeping: { _ in false }) {
      files.append(("journal/\(journal.name)", journal.bytes))
    }
    let identity = JSON.object(JSON.Object([("format", 1), ("id", .text(dossier.id))]))
    files.append(("dossier.json", identity.canonicalBytes + [0x0A]))
    try progress(70, 100)
    try check(files, session)
    try progress(90, 100)
    let info = Bag.Info(
      externalIdentifier: "\(dossier.id.prefix(16))/\(name)",
      baggingDate: session.today.description, softwareAgent: Surroundings.tool)
    let entries = files.map { Bag.Entry(path: $0.name, source: .bytes($0.bytes)) }
    do throws(SigningError) {
      if let parent = Files.parent(of: path) { try Files.makeFolders(parent) }
      let draft = try Bag.Draft.build(
        at: path, entries, info, signer: nil,
        instructions: { $0.text + "\n" + JournalVerifier.instructions(folder: "data") })
      try draft.publish()
    } catch {
      throw Failure(.signing(error))
    }
    return contents.counts
  }

  private static func table(of counts: [MaskedCount]) -> [UInt8] {
    CSV.forPrograms.bytes(
      [["instead", "ground", "article", "count"]]
        + counts.map { [$0.replacement, $0.ground.rawValue, $0.ground.article, "\($0.count)"] })
  }
}
