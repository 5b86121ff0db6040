import Auditing
import Journaling
import Scripting
import Signing

/// `signer set`: the name and the days of a key that is in the register.
extension SignerCommands {
  static let set = CommandSpec(
    noun: SignerNoun.signer.name, name: Name("set", "modifier"),
    operands: [.init(name: Name("signer", "signataire"), type: .reference(.signer))],
    subject: ["signer": "id"],
    options: [
      .init(name: Name("name", "nom"), type: .text), .init(name: Name("from", "du"), type: .date),
      .init(name: Name("until", "jusqu-au"), type: .date),
    ],
    summary: (
      "changer le nom d’un signataire, ou les jours qui bornent sa clé",
      "change the name of a signer, or the days that bound the key"
    ),
    manual: (
      "La personne ou l’empreinte. Le registre du dossier change, et le vôtre si la clé y est. Un certificat et une clé OpenPGP portent leurs dates.",
      "The person or the fingerprint. The dossier’s register changes, and your own if the key is in it. A certificate and an OpenPGP key bear their dates."
    ),
    example: "signer set cmartin --until 2027-12-31", isCommitPoint: true
  ) { session, bound in
    _ = try session.openDossier()
    try session.requirePerson()
    guard !bound.options.isEmpty else {
      throw Failure(.missingOption(Name("name", "nom"), command: bound.spec), at: bound.range)
    }
    let signer = try session.signer(bound["signer"] ?? "", at: bound.place("signer"))
    let name = bound["name"] ?? signer.name
    var fields: [String: Content] = ["fingerprint": .text(signer.fingerprint)]
    if bound.has("name") {
      (fields["person"], fields["name"]) = (.text(signer.person), .text(name))
    }
    let (from, until) = (bound.date("from") ?? signer.from, bound.date("until") ?? signer.until)
    if bound.has("from") || bound.has("until") {
      guard signer.format == SignatureFormat.ssh.rawValue else {
        let option = bound.has("from") ? "from" : "until"
        throw Failure(.datedByItself(signer.person), at: bound.place(option))
      }
      if let from { fields["from"] = .text(from.description) }
      if let until { fields["until"] = .text(until.description) }
    }
    try session.writeOperation { try $0.record("signer.added", fields) }
    try session.renew(
      signer, name: bound["name"], from: bound.date("from"), until: bound.date("until"))
    let days: [String] = [from.map { "\($0)" } ?? "…", until.map { "\($0)" } ?? "…"]
    return .acknowledged(
      (
        "\(name) (\(signer.person)), \(days.joined(separator: " – "))\u{A0}: \(signer.fingerprint)",
        "\(name) (\(signer.person)), \(days.joined(separator: " – ")): \(signer.fingerprint)"
      ), value: .word(signer.fingerprint))
  }
}

extension Session {
  /// Puts what is given in the line of an OpenSSH key in the user's own register, where it has one.
  fileprivate func renew(
    _ signer: RegisteredSigner, name: String?, from: CalendarDate?, until: CalendarDate?
  ) throws {
    guard signer.format == SignatureFormat.ssh.rawValue,
      case .ssh(let key)? = PublicCredential(
        .ssh, text: signer.key, fingerprint: signer.fingerprint)
    else { return }
    let path = "\(configFolder)/\(Trust.File.register)"
    let changed = try AllowedSigners.read(path).changing(
      try Identity(signer.person), key, comment: name, from: from?.registerDay,
      until: until?.registerDay)
    if let changed { try Disk.system.replace(Files.resolved(path), changed) }
  }
}
