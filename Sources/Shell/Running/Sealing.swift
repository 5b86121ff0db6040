import Auditing
import Journaling
import Notation
import Reporting
import Scripting
import Signing

/// The making of one seal: freeze, build the bag, sign, and say that it is made.
struct Sealing {
  let edition: Int
  private let audit: Audit
  private let key: String
  private let signer: Bag.Signer
  private let signing: SigningKey
  private let quality: String
  private let keygen: SSHKeygen
  private let keepsNotes: Bool

  /// What came of it.
  struct Result {
    let path: String
    let name: String
    let fingerprint: String
  }

  /// Prepares the signer; the key is made on first use, outside the dossier.
  init(_ audit: Audit, _ session: inout Session, _ bound: Bound) throws {
    self.audit = audit
    edition = 1 + (session.state.seals(of: audit.key).map(\.edition).max() ?? 0)
    key = session.mintKey()
    keygen = SSHKeygen(Programs(environment: session.environment.variables))
    keepsNotes = bound.has("with-notes")
    let me = session.settings.me ?? ""
    let person = session.state.persons.first { $0.handle.folded == me.folded }
    let name = bound["name"] ?? person?.name ?? me
    let role = audit.team.first { $0.person.folded == me.folded }?.role
    quality =
      bound["quality"] ?? person?.role
      ?? role.map { Choices.french($0.rawValue, Choices.roles) } ?? "auditeur"
    let identity = try Identity(me)
    signing = try SigningKey.ownOrNew(
      in: "\(session.environment.dataHome)/constat/keys", identity, keygen)
    let handle = String(String.UnicodeScalarView(me.folded.unicodeScalars.filter(\.isASCII)))
    signer = try Bag.Signer(
      identity: identity, name: name, key: signing.publicKey,
      handle: handle.isEmpty ? "signer" : handle)
    _ = try AllowedSigners.add(
      identity, signing.publicKey, comment: name, to: session.registerPath)
  }

  /// Writes `seal.begun`, builds and signs the bag, and writes `seal.made`; whatever fails after
  /// the first is answered with `seal.abandoned`, so that the audit is free again.
  mutating func run(_ session: inout Session) throws -> Result {
    let dossier = try session.openDossier()
    try write(
      "seal.begun",
      ["record": .text(key), "audit": .text(audit.key), "edition": .integer(edition)], &session)
    let begun = dossier.state.history.operations.count - 1
    do {
      let result = try bag(&session, upTo: begun)
      return result
    } catch {
      let failure = Failure(error)
      try? write(
        "seal.abandoned",
        ["record": .text(key), "reason": .text(failure.error.wording.en)], &session)
      throw failure
    }
  }

  private func write(_ kind: String, _ fields: [String: Content], _ session: inout Session) throws {
    try session.openDossier().begin()
    try session.record(kind, fields)
    try session.openDossier().commit()
  }

  private func bag(_ session: inout Session, upTo position: Int) throws -> Result {
    let dossier = try session.openDossier()
    let name = "rapport-\(audit.id)-e\(edition)"
    let path = "\(dossier.path)/exports/\(name)"
    let contents = SealContents(audit: audit, edition: edition, keepsNotes: keepsNotes)
    let entries = try contents.entries(&session, upTo: position)
    var info = Bag.Info(
      externalIdentifier: "\(dossier.id.prefix(16))/\(audit.id)/e\(edition)",
      baggingDate: session.today.description, softwareAgent: Surroundings.tool)
    info.more = session.state.history.heads.values.sorted { $0.writer < $1.writer }.map {
      .init(label: "Journal-Head", value: "\($0.writer) \($0.n) \($0.id)")
    }
    let draft = try Bag.Draft.build(at: path, entries, info, signer: signer)
    do {
      let now = session.environment.now()
      let statement = try draft.statement(
        document: "\(audit.id)-e\(edition)", role: "responsable d'audit", name: signer.name,
        quality: quality, act: .signs, date: String(now.description.prefix(19)) + "Z")
      let signature = try keygen.sign(
        statement.bytes, .seal, with: signing, mayAsk: session.isPrompt)
      try draft.publish(statement, signature)
      try write(
        "seal.made",
        [
          "record": .text(key), "manifest": .text(draft.tagManifest.hex),
          "statement": .text(String(decoding: statement.bytes, as: UTF8.self)),
          "signature": .text(String(decoding: signature.armored, as: UTF8.self)),
          "signer": .text(signer.identity.text), "bag": .text(name),
        ], &session)
    } catch {
      try? draft.abandon()
      throw error
    }
    return Result(path: path, name: signer.name, fingerprint: signing.publicKey.fingerprint)
  }
}
