import Auditing
import Journaling
import Scripting
import Signing

/// Who signs, with what, and whom the user believes.
extension Session {
  /// The folder of the user's own configuration, where registers lie.
  var configFolder: String { "\(environment.configHome)/constat" }

  /// The user's register of signers, never one out of a bag.
  var registerPath: String { "\(configFolder)/\(Trust.File.register)" }

  var programs: Programs { Programs(environment: environment.variables) }

  /// What the user believes of signers; what the open dossier says was revoked is not believed.
  func trust() throws -> Trust {
    var trust = try Trust.read(configFolder)
    for signer in state.signers {
      guard let day = signer.revoked else { continue }
      trust.revoke(
        signer.fingerprint, Trust.Revocation(on: day.description, reason: signer.reason ?? ""))
    }
    return trust
  }

  /// The signatory that a command names by its options, or the user's settings, or an OpenSSH key
  /// made on first use, outside the dossier.
  func signatory(_ bound: Bound) throws -> Signatory {
    var settings = try SignatureSettings(self)
    if let format = bound["format"].flatMap(SignatureFormat.init) {
      if format != settings.format { settings = SignatureSettings() }
      settings.format = format
    }
    if let key = bound["key"] {
      settings.key =
        key.hasPrefix("pkcs11:") || settings.format == .openpgp ? key : try path(key)
    }
    if let certificate = bound["certificate"] { settings.certificate = try path(certificate) }
    switch settings.format {
    case .ssh:
      let keygen = SSHKeygen(programs)
      if let key = settings.key { return .ssh(keygen, try SigningKey.existing(at: key, keygen)) }
      if let dossier { try refuseKeys(inside: dossier) }
      return .ssh(
        keygen, try SigningKey.ownOrNew(in: keysFolder, Identity(self.settings.me ?? ""), keygen))
    case .x509:
      guard let key = settings.key ?? settings.certificate else {
        throw Failure(.keyNeeded, at: bound.range)
      }
      let openssl = OpenSSL(programs)
      return .x509(
        openssl,
        try CertificateKey.existing(
          at: key, certificate: settings.certificate, passphraseFile: settings.passphraseFile,
          openssl, mayAsk: mayAsk))
    case .openpgp:
      let gpg = GnuPG(programs)
      return .openpgp(gpg, try gpg.key(settings.key))
    }
  }

  /// Who signs in a bag: the name, what they are, and what their files are called.
  func bagSigner(_ signatory: Signatory, name: String?) throws -> Bag.Signer {
    let me = settings.me ?? ""
    let person = person(of: me)
    let handle = String(String.UnicodeScalarView(me.folded.unicodeScalars.filter(\.isASCII)))
    return try Bag.Signer(
      identity: Identity(me), name: name ?? person?.name ?? me, format: signatory.format,
      fingerprint: signatory.fingerprint, handle: handle.isEmpty ? "signer" : handle)
  }

  /// Adds to the operation being prepared that a key is this person's, unless the register has it.
  mutating func declare(_ credential: PublicCredential, of person: String, name: String) throws {
    guard !state.signers.contains(where: { $0.fingerprint == credential.fingerprint }) else {
      return
    }
    try record(
      "signer.added",
      [
        "fingerprint": .text(credential.fingerprint), "person": .text(person),
        "name": .text(name), "format": .text(credential.format.rawValue),
        "key": .text(credential.text),
      ])
  }

  /// Writes one operation of a command that cannot be taken back.
  mutating func writeOperation(_ body: (inout Session) throws -> Void) throws {
    try openDossier().begin()
    try body(&self)
    try openDossier().commit()
  }

  /// The bag that a command names, or that of the dossier's last seal whose bag is here.
  func sealFolder(_ bound: Bound) throws -> String {
    if let word = bound["folder"] {
      let path = try path(word)
      guard Files.exists(path) else { throw Failure(.fileAbsent(path), at: bound.place("folder")) }
      return path
    }
    _ = try openDossier()
    let paths = state.seals.filter(\.isMade).compactMap(bagPath)
    guard let path = paths.last(where: { Files.exists($0) }) ?? paths.last else {
      throw Failure(.noSeal, at: bound.range)
    }
    guard Files.exists(path) else { throw Failure(.fileAbsent(path), at: bound.range) }
    return path
  }

  /// The seal of the open dossier that a bag is of, by what its statements rest on.
  func seal(of verification: BagVerification) -> Seal? {
    guard let manifest = verification.tagManifest?.hex else { return nil }
    return state.seals.first { $0.manifest == manifest }
  }
}

extension State {
  /// The seals of all audits.
  var seals: [Seal] { audits.flatMap { seals(of: $0.key) } }
}
