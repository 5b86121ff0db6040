import Auditing
import Journaling
import Scripting
import Signing

/// A seal that was begun here and of which nothing more was written: the program ended between.
struct UnfinishedSeal {
  let seal: Seal
  private let audit: Audit

  /// The seal of an audit that waits to be finished, where it was begun at this place.
  ///
  /// One that was begun elsewhere may be being made at this moment, and is left alone.
  init?(of audit: Audit, _ session: Session) throws {
    guard
      let seal = session.state.seals(of: audit.key).last(where: {
        $0.freezes && !$0.isMade && !$0.isAbandoned
      }), try session.isOwn(seal)
    else { return nil }
    (self.seal, self.audit) = (seal, audit)
  }

  /// What came of it.
  enum End {
    /// The bag had its place and its signature: the journal now says so.
    case finished(path: String, fingerprint: String)
    /// Nothing was signed: the audit is free again.
    case abandoned
  }

  /// Takes over the bag that was signed, or gives the seal up.
  func end(_ session: inout Session) throws -> End {
    let dossier = try session.openDossier()
    let path = "\(dossier.path)/exports/\(Sealing.bagName(audit.id, seal.edition))"
    if let (entry, credential) = try signed(path, session) {
      let signer = entry.signed.signer
      let name = session.person(of: signer)?.name ?? signer
      try session.writeOperation {
        try $0.record("seal.made", entry.fields)
        if let credential {
          try $0.declare(credential, of: signer, name: name)
        }
      }
      return .finished(path: path, fingerprint: entry.signed.signature.fingerprint)
    }
    let key = seal.key
    try session.writeOperation {
      try $0.record("seal.abandoned", ["record": .text(key), "reason": "interrupted"])
    }
    return .abandoned
  }

  /// What the journal should have said of the bag, when it is this seal's, whole and signed.
  private func signed(
    _ path: String, _ session: Session
  ) throws -> (SealEntry, PublicCredential?)? {
    guard Files.exists(path) else { return nil }
    let found = try session.verified(path)
    // The bag names the head of the very operation that began it.
    let heads = Set(found.info.filter { $0.label == SealEntry.head }.map(\.value))
    let begun = session.state.record(.seal, seal.key).map {
      session.state.history.operations[$0.origin]
    }
    guard found.verdict != .broken, let signature = found.signatures.first,
      signature.integrity == .good, let manifest = found.tagManifest, let begun,
      heads.contains("\(begun.writer) \(begun.n) \(begun.id)"),
      signature.statement?.document == Sealing.document(audit.id, seal.edition),
      let made = signature.signature
    else { return nil }
    let entry = SealEntry(
      seal: seal.key, manifest: manifest, bag: Sealing.bagName(audit.id, seal.edition),
      signed: SignatureEntry(
        statement: signature.statementBytes, signature: made, signer: seal.by,
        files: signature.companionFiles))
    return (entry, signature.credential)
  }
}

extension Session {
  /// Whether a seal was begun at this place.
  fileprivate func isOwn(_ seal: Seal) throws -> Bool {
    try openDossier().acknowledged().contains { $0.writer == seal.writer }
  }

  /// Why an audit takes no change: it is sealed, or a seal that was begun waits for its signature;
  /// nothing where it is free.
  func freezing(_ audit: String, _ id: String) -> ShellError? {
    let seals = state.seals(of: audit).filter(\.freezes)
    guard let last = seals.last else { return nil }
    guard !seals.contains(where: \.isMade) else { return .sealed(id, edition: last.edition) }
    let isOwn = (try? isOwn(last)) == true
    return .sealUnfinished(id, edition: last.edition, elsewhere: isOwn ? nil : last.by)
  }
}
