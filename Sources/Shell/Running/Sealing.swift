import Auditing
import Journaling
import Notation
import Reporting
import Scripting
import Signing

/// The making of one seal: freeze, build the bag, sign, and say that it is made.
struct Sealing {
  private(set) var edition: Int
  private var audit: Audit
  private let key: String
  private let signer: Bag.Signer
  private let signatory: Signatory
  private let quality: String
  private let keepsNotes: Bool
  /// What nothing attests of the journals on which the seal will rest.
  private var attestations: Attestations

  /// What came of it.
  struct Result {
    let path: String
    let name: String
    let fingerprint: String
    /// Whether the report's PDF is there and signed by itself.
    var isReportSigned = false
    /// What nothing attests of the journals on which it rests.
    var unattested: [Wording] = []
  }

  /// Prepares the signer; the key is made on first use, outside the dossier.
  init(_ audit: Audit, _ session: inout Session, _ bound: Bound) throws {
    self.audit = audit
    edition = Self.next(of: audit, session)
    key = session.mintKey()
    keepsNotes = bound.has("with-notes")
    let me = session.settings.me ?? ""
    let person = session.person(of: me)
    let role = audit.team.first { $0.person.folded == me.folded }?.role
    quality =
      bound["quality"] ?? person?.role
      ?? role.map { Choices.french($0.rawValue, Choices.roles) } ?? "auditeur"
    attestations = try session.attestations()
    signatory = try session.signatory(bound)
    signer = try session.bagSigner(signatory, name: bound["name"])
    try signatory.credential.register(
      signer.identity, name: signer.name, in: session.configFolder)
  }

  /// The number of the next edition of an audit.
  private static func next(of audit: Audit, _ session: Session) -> Int {
    1 + (session.state.seals(of: audit.key).map(\.edition).max() ?? 0)
  }

  /// Writes `seal.begun`, on what was just judged and on nothing that came since: what others
  /// entered meanwhile is judged again.
  private mutating func begin(_ session: inout Session, _ judged: [String: Head]) throws {
    let dossier = try session.openDossier()
    var judged = judged
    for _ in 0..<20 {
      try dossier.begin()
      guard dossier.state.history.heads == judged else {
        dossier.abandon()
        judged = dossier.state.history.heads
        if let now = session.state.audits.first(where: { $0.key == audit.key }) { audit = now }
        try SealingConditions(audit, session).check()
        edition = Self.next(of: audit, session)
        attestations = try session.attestations()
        continue
      }
      let fields: [String: Content] = [
        "record": .text(key), "audit": .text(audit.key), "edition": .integer(edition),
      ]
      try session.record("seal.begun", fields)
      try dossier.commit()
      return
    }
    throw Failure(.changedMeanwhile)
  }

  /// Writes `seal.begun`, builds and signs the bag, and writes `seal.made`; whatever fails after
  /// the first is answered with `seal.abandoned`, so that the audit is free again.
  ///
  /// The conditions were found to hold on the heads that are given.
  mutating func run(_ session: inout Session, judged: [String: Head]) throws -> Result {
    let dossier = try session.openDossier()
    try begin(&session, judged)
    let begun = dossier.state.history.operations.count - 1
    do {
      return try bag(&session, upTo: begun)
    } catch {
      var failure = Failure(LongWork.failure(error))
      if case .interrupted = failure.error { failure = Failure(.sealInterrupted) }
      let reason = failure.error.wording.en
      try? session.writeOperation { [key] in
        try $0.record("seal.abandoned", ["record": .text(key), "reason": .text(reason)])
      }
      throw failure
    }
  }

  private func bag(_ session: inout Session, upTo position: Int) throws -> Result {
    let dossier = try session.openDossier()
    let name = Self.bagName(audit.id, edition)
    let path = "\(dossier.path)/exports/\(name)"
    try Files.makeFolders("\(dossier.path)/exports")
    let contents = SealContents(
      audit: audit, edition: edition, keepsNotes: keepsNotes, hasPDF: signatory.format == .x509)
    let entries = try contents.entries(&session, upTo: position)
    var info = Bag.Info(
      externalIdentifier: "\(dossier.id.prefix(16))/\(audit.id)/e\(edition)",
      baggingDate: session.today.description, softwareAgent: Surroundings.tool)
    info.more = session.state.history.heads.values.sorted { $0.writer < $1.writer }.map {
      .init(label: SealEntry.head, value: "\($0.writer) \($0.n) \($0.id)")
    }
    info.more += attestations.openOperations.map {
      .init(label: SealEntry.unattested, value: "\($0.writer) \($0.first) \($0.last)")
    }
    let draft = try draft(at: path, entries, info, session)
    do {
      let report = entries.contains { $0.path == SealContents.pdf }
      let companions = try signatory.companions(
        report: report ? draft.payload(SealContents.pdf) : nil, mayAsk: session.mayAsk)
      let statement = try draft.statement(
        document: Self.document(audit.id, edition), role: "responsable d'audit", name: signer.name,
        quality: quality, act: .signs, date: session.moment, companions: companions)
      let signature = try signatory.sign(statement.bytes, mayAsk: session.mayAsk)
      try draft.publish(statement, signature, companions: companions)
      let entry = SealEntry(
        seal: key, manifest: draft.tagManifest, bag: name,
        signed: SignatureEntry(
          statement: statement.bytes, signature: signature, signer: signer.identity.text,
          files: companions.map { ($0.suffix, $0.bytes) }))
      let (credential, signer) = (signatory.credential, signer)
      try session.writeOperation {
        try $0.record("seal.made", entry.fields)
        try $0.declare(credential, of: signer.identity.text, name: signer.name)
      }
      return Result(
        path: path, name: signer.name, fingerprint: signatory.fingerprint,
        isReportSigned: companions.contains { $0.suffix == Bag.Companion.report },
        unattested: attestations.openLines)
    } catch {
      try? draft.abandon()
      throw error
    }
  }

  /// Builds the bag beside its place; how far that has come is drawn, and Ctrl-C leaves none of it.
  private func draft(
    at path: String, _ entries: [Bag.Entry], _ info: Bag.Info, _ session: Session
  ) throws -> Bag.Draft {
    var work = LongWork(("copie dans le scellé", "copying into the seal"), session)
    defer { work.end() }
    let size = Bag.Entry.size(of: entries)
    return try Bag.Draft.build(
      at: path, entries, info, signer: signer,
      progress: { (done) throws(SigningError) in try work.sign(done, of: size) })
  }

  /// The name of the folder of an edition's bag.
  static func bagName(_ audit: String, _ edition: Int) -> String {
    "rapport-\(audit)-e\(edition)"
  }

  /// What statements call an edition.
  static func document(_ audit: String, _ edition: Int) -> String { "\(audit)-e\(edition)" }
}

/// What the journal keeps of a seal that is made.
struct SealEntry {
  let seal: String
  let manifest: Digest
  let bag: String
  let signed: SignatureEntry

  /// The label of the lines of `bag-info.txt` that name the heads of the journals.
  static let head = "Journal-Head"
  /// The label of those that name a writer and its first and last operation that nothing attests.
  static let unattested = "Journal-Unattested"

  var fields: [String: Content] {
    var fields = signed.fields
    fields["record"] = .text(seal)
    fields["manifest"] = .text(manifest.hex)
    fields["bag"] = .text(bag)
    return fields
  }
}

/// What the journal keeps of a signature: enough that a lost bag loses none.
struct SignatureEntry {
  let statement: [UInt8]
  let signature: DetachedSignature
  let signer: String
  /// What the signer left beside the statement, by the ends of its names.
  let files: [(suffix: String, bytes: [UInt8])]

  var fields: [String: Content] {
    var fields: [String: Content] = [
      "statement": .text(String(decoding: statement, as: UTF8.self)),
      "signature": .text(signature.text), "signer": .text(signer),
    ]
    if signature.format != .ssh { fields["format"] = .text(signature.format.rawValue) }
    if !files.isEmpty {
      fields["files"] = .object(
        Dictionary(
          files.map { ($0.suffix, .text(Base64.text(of: $0.bytes))) },
          uniquingKeysWith: { first, _ in first }))
    }
    return fields
  }
}

extension Session {
  /// The time as statements have it, in UTC.
  var moment: String { String(environment.now().description.prefix(19)) + "Z" }
}
