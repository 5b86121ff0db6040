import Auditing
import Journaling
import LineEditing
import Signing

/// The signing of heads: who signs, with what, and when nobody must be asked.
extension Session {
  /// The folder of the user's keys, never in a dossier.
  var keysFolder: String { "\(environment.dataHome)/constat/keys" }

  /// Whether who typed a command is there to be asked for a passphrase: at the prompt, and where a
  /// command was typed alone on a terminal.
  var mayAsk: Bool { isPrompt || isSingleCommand && Terminal.isInteractive }

  /// Signs the heads of this place's writers that no one has signed yet.
  ///
  /// The key is made on first use, outside the dossier, and whose it is goes to the register.
  @discardableResult
  mutating func attest() throws -> [Checkpoint] {
    let dossier = try openDossier()
    try requirePerson()
    let heads = try dossier.unsignedHeads()
    guard !heads.isEmpty else { return [] }
    let keygen = SSHKeygen(programs)
    try refuseKeys(inside: dossier)
    let identity = try Identity(settings.me ?? "")
    let key = try SigningKey.ownOrNew(in: keysFolder, identity, keygen)
    let name = person(of: identity.text)?.name
    _ = try AllowedSigners.add(identity, key.publicKey, comment: name ?? "", to: registerPath)
    let mayAsk = mayAsk
    return try dossier.sign(heads) { (bytes) throws(SigningError) in
      try keygen.sign(bytes, .journal, with: key, mayAsk: mayAsk)
    }
  }

  /// Signs the heads at the end of a session, where that needs no question, no new key and at most
  /// five seconds; whatever stands in the way changes nothing, and `status` says so.
  func attestAtEnd(within limit: Duration = .seconds(5)) {
    let path = "\(keysFolder)/constat_ed25519"
    guard let dossier, Files.exists(path), (try? refuseKeys(inside: dossier)) != nil,
      let heads = try? dossier.unsignedHeads(), !heads.isEmpty
    else { return }
    let keygen = SSHKeygen(programs, until: ContinuousClock.now + limit)
    // A key that wants a touch would blink in vain.
    guard let key = try? SigningKey.existing(at: path, keygen),
      !key.publicKey.type.hasPrefix("sk-")
    else { return }
    _ = try? dossier.sign(heads) { (bytes) throws(SigningError) in
      try keygen.sign(bytes, .journal, with: key)
    }
  }

  /// What the signed heads of the open dossier prove, by the user's register.
  func attestations() throws -> Attestations {
    let keygen = SSHKeygen(programs)
    return try openDossier().attestations(keygen, register: .read(registerPath))
  }

  /// Refuses to keep keys where they would be handed on with the dossier.
  func refuseKeys(inside dossier: DossierFolder) throws {
    let folder = Files.resolved(keysFolder)
    if folder == dossier.path || folder.hasPrefix(dossier.path + "/") {
      throw Failure(.keysInDossier(folder))
    }
  }
}
