import Auditing
import Journaling
import Scripting
import Signing

/// A further signature of a bag: by the auditee, or by anyone else who answers for what is sealed.
///
/// It needs no dossier: who is handed the bag signs it where it is, and hands it back.
struct Countersigning {
  private let path: String
  private let act: SignatureStatement.Act
  private let role: String
  private let quality: String
  private let signer: Bag.Signer
  private let signatory: Signatory

  /// What came of it.
  struct Result {
    let statement: SignatureStatement
    let fingerprint: String
    /// Whether the open dossier's journal has it.
    let isRecorded: Bool
  }

  /// Prepares who signs what.
  init(_ path: String, _ session: inout Session, _ bound: Bound) throws {
    self.path = path
    act = try Self.act(bound)
    let person = session.person(of: session.settings.me ?? "")
    let named = bound["role"].map { Choices.french($0, Choices.roles) }
    role = named ?? "audité"
    quality = bound["quality"] ?? person?.role ?? role
    signatory = try session.signatory(bound)
    signer = try session.bagSigner(signatory, name: bound["name"])
  }

  /// The act that the line says, with the words that it needs.
  private static func act(_ bound: Bound) throws -> SignatureStatement.Act {
    let reason = bound["reason"] ?? ""
    switch bound["act"] {
    case "approve": return .approves
    case "acknowledge": return .acknowledges
    case "reserve", "refuse":
      guard !reason.isEmpty else {
        throw Failure(
          .missingOption(Name("reason", "raison"), command: bound.spec), at: bound.place("act"))
      }
      return bound["act"] == "refuse"
        ? .refuses(reason: reason) : .acknowledgesWithReservations(reason)
    default: return .signs
    }
  }

  /// Signs, puts the files into the bag, and writes them to the journal of the open dossier when the
  /// bag is one of its seals.
  func run(_ session: inout Session) throws -> Result {
    let found = try session.verifiedBag(path)
    guard let document = found.signatures.first?.statement?.document else {
      throw Failure(.unsignedBag(path))
    }
    let companions = try signatory.companions(
      report: try report(found), mayAsk: session.mayAsk)
    let statement = try SignatureStatement(
      document: document, role: role, name: signer.name, quality: quality, act: act,
      date: session.moment,
      files: found.nextStatementFiles
        + companions.map { $0.file(beside: found.nextNumber, handle: signer.handle) })
    let signature = try signatory.sign(statement.bytes, mayAsk: session.mayAsk)
    try signatory.credential.register(
      signer.identity, name: signer.name, in: session.configFolder)
    try Bag.add(
      statement, signature, companions: companions, handle: signer.handle, to: path, found)
    let after = try session.verifiedBag(path)
    let recorded = try session.recordCountersignatures(of: after)
    return Result(
      statement: statement, fingerprint: signatory.fingerprint, isRecorded: recorded > 0)
  }

  /// The report's PDF, which is signed by itself where the signature is by certificate.
  private func report(_ found: BagVerification) throws -> [UInt8]? {
    guard signatory.format == .x509, found.files.contains(where: { $0.path == Bag.report }) else {
      return nil
    }
    return try Files.contents("\(path)/\(Bag.report)", limit: 256 << 20)
  }
}

extension Session {
  /// A bag with its signatures judged, which must be whole.
  func verifiedBag(_ path: String) throws -> BagVerification {
    let found = try verified(path)
    guard found.verdict != .broken else { throw Failure(.brokenBag(path)) }
    return found
  }

  /// Writes to the journal the countersignatures and time stamps of a bag that it does not have,
  /// and gives their number; nothing for a bag that is no seal of the open dossier.
  mutating func recordCountersignatures(of found: BagVerification) throws -> Int {
    guard dossier != nil, let seal = seal(of: found) else { return 0 }
    let known = seal.statements
    let new = found.signatures.dropFirst().filter { signature in
      signature.integrity == .good && !known.contains(signature.statementText)
    }
    let stamps = found.signatures.filter {
      $0.stamp?.time != nil && !seal.stamped.contains($0.number)
    }
    guard !new.isEmpty || !stamps.isEmpty else { return 0 }
    try requirePerson()
    try writeOperation { session in
      for signature in new { try session.recordCountersignature(signature, of: seal) }
      for signature in stamps {
        try session.record(
          "seal.stamped",
          [
            "record": .text(seal.key), "change": "add",
            "element": .object([
              "number": .integer(signature.number),
              "token": .text(Base64.text(of: signature.response ?? [])),
              "time": .text(signature.stamp?.moment ?? ""),
            ]),
          ])
      }
    }
    return new.count + stamps.count
  }

  private mutating func recordCountersignature(
    _ signature: BagVerification.Signature, of seal: Seal
  ) throws {
    guard let statement = signature.statement, let made = signature.signature else { return }
    var element = SignatureEntry(
      statement: signature.statementBytes, signature: made, signer: signature.handle,
      files: signature.companionFiles
    ).fields
    element["act"] = .text(statement.act.text)
    try record(
      "seal.countersigned",
      ["record": .text(seal.key), "change": "add", "element": .object(element)])
    if let credential = signature.credential {
      try declare(credential, of: signature.handle, name: statement.name)
    }
  }

  /// Puts the signatures of a bag that was handed back into the dossier's own, one after the other.
  func takeOver(_ received: BagVerification, into path: String) throws {
    var own = try verifiedBag(path)
    for signature in received.signatures.dropFirst(own.signatures.count) {
      guard let statement = signature.statement, let made = signature.signature else { return }
      try Bag.add(
        statement, made,
        companions: signature.companionFiles.map { .init(suffix: $0.suffix, bytes: $0.bytes) },
        handle: signature.handle, to: path, own)
      own = try verifiedBag(path)
    }
    for (signature, mine) in zip(received.signatures, own.signatures)
    where signature.isStamped && !mine.isStamped {
      if let response = signature.response {
        try Bag.add(TimeStampResponse(der: response), over: mine, to: path)
      }
    }
  }
}

extension Seal {
  /// All statements that the journal has of it.
  var statements: Set<String> {
    Set(countersignatures.map(\.statement) + [statement].compactMap(\.self))
  }
}

extension BagVerification.Signature {
  /// What is signed, as the journal keeps it.
  var statementText: String { String(decoding: statementBytes, as: UTF8.self) }
}
