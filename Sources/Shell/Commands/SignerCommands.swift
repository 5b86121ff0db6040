import Auditing
import Scripting
import Signing

/// `signer add`, `signer set`, `signer revoke`: the register of signers, in the dossier and in the
/// user's own.
///
/// The dossier's says who holds which key; only the user's own is believed, so that a dossier that
/// was received never vouches for its own seals. A revocation counts wherever it stands.
enum SignerCommands {
  static let all = [add, set, revoke]

  static let add = CommandSpec(
    noun: SignerNoun.signer.name, name: Name("add", "ajouter"),
    operands: [.init(name: Name("person", "personne"), type: .word)],
    options: [
      .init(name: Name("key", "clé"), type: .file),
      .init(name: Name("name", "nom"), type: .text),
      .init(name: Name("from", "du"), type: .date),
      .init(name: Name("until", "jusqu-au"), type: .date), CommandSpec.once,
    ],
    summary: (
      "inscrire la clé de quelqu’un, et la croire désormais",
      "enter somebody’s key, and believe it from then on"
    ),
    manual: (
      """
      --clé est une clé publique (.pub), un certificat (.pem), une clé OpenPGP, ou une signature reçue (.sig, \
      .p7s), dont la clé est prise. Comparez d’abord l’empreinte de vive voix. La clé entre au registre du \
      dossier et au vôtre (~/.config/constat)\u{202F}; seul le vôtre est cru. Sans --clé, celle que le dossier \
      déclare pour cette personne entre au vôtre. --du et --jusqu-au bornent une clé OpenSSH\u{202F}; un \
      certificat et une clé OpenPGP portent leurs dates.
      """,
      """
      --key is a public key (.pub), a certificate (.pem), an OpenPGP key, or a signature received (.sig, \
      .p7s), whose key is taken. Compare the fingerprint aloud first. The key enters the dossier’s register \
      and your own (~/.config/constat); only your own is believed. Without --key, the one that the dossier \
      declares for this person enters your own. --from and --until bound an OpenSSH key; a certificate and \
      an OpenPGP key bear their dates.
      """
    ),
    example: "signer add rdupont --key rdupont.pub", isCommitPoint: true
  ) { session, bound in
    let handle = bound["person"] ?? ""
    let identity = try Identity(handle)
    let declared = session.state.signers.filter {
      $0.person.folded == handle.folded && $0.revoked == nil
    }
    let person = session.person(of: handle)
    let credential: PublicCredential
    if let word = bound["key"] {
      let path = try session.path(word)
      credential = try PublicCredential(
        session.read(path, at: bound.place("key")), path: path, session.programs)
    } else {
      guard let last = declared.last, let format = SignatureFormat(rawValue: last.format),
        let known = PublicCredential(format, text: last.key, fingerprint: last.fingerprint)
      else { throw Failure(.keyNeeded, at: bound.range) }
      credential = known
    }
    let old = session.state.signers.first { $0.fingerprint == credential.fingerprint }
    if let day = old?.revoked {
      throw Failure(.keyRevoked(credential.fingerprint, day), at: bound.range)
    }
    if bound.has("once"), old?.person.folded == handle.folded,
      try session.trust().fingerprints(session.programs).contains(credential.fingerprint)
    {
      return .standing(credential.fingerprint)
    }
    let name = bound["name"] ?? person?.name ?? old?.name ?? handle
    let (from, until) = (bound.date("from"), bound.date("until"))
    if session.dossier != nil {
      try session.requirePerson()
      try session.writeOperation { session in
        try session.declare(credential, of: handle, name: name)
        guard from != nil || until != nil else { return }
        var fields: [String: Content] = ["fingerprint": .text(credential.fingerprint)]
        if let from { fields["from"] = .text(from.description) }
        if let until { fields["until"] = .text(until.description) }
        try session.record("signer.added", fields)
      }
    }
    try credential.register(
      identity, name: name, from: from?.registerDay, until: until?.registerDay,
      in: session.configFolder)
    return .acknowledged(
      (
        "clé de \(name) (\(handle)) inscrite et crue désormais\u{A0}: \(credential.fingerprint)\ncomparez cette empreinte de vive voix avec \(name)",
        "key of \(name) (\(handle)) entered, and believed from now on: \(credential.fingerprint)\ncompare this fingerprint aloud with \(name)"
      ), value: .word(credential.fingerprint))
  }

  static let revoke = CommandSpec(
    noun: SignerNoun.signer.name, name: Name("revoke", "révoquer"),
    operands: [.init(name: Name("signer", "signataire"), type: .reference(.signer))],
    options: [
      .init(name: Name("reason", "raison"), type: .text, isRequired: true),
      .init(name: Name("on", "le"), type: .date),
    ],
    summary: (
      "ne plus croire une clé, à partir d’un jour", "no longer believe a key, from a day on"
    ),
    manual: (
      "La personne ou l’empreinte. Ce que cette clé a signé n’est plus cru, sauf si un jeton d’horodatage prouve que c’était avant ce jour (aujourd’hui par défaut). Cela ne se reprend pas, et compte dans le dossier comme dans votre registre. Un signataire ne se supprime pas\u{A0}: ce qu’il a signé demeure.",
      "The person or the fingerprint. What this key signed is no longer believed, unless a time stamp proves that it was before that day (today by default). It is not taken back, and counts in the dossier and in your register. A signer is never removed: what was signed stays."
    ),
    example: #"signer revoke cmartin --reason "clé perdue""#, writes: true, isCommitPoint: true
  ) { session, bound in
    _ = try session.openDossier()
    try session.requirePerson()
    let word = bound["signer"] ?? ""
    let signer = try session.signer(word, at: bound.place("signer"))
    let day = bound.date("on") ?? session.today
    let reason = bound["reason"] ?? ""
    try session.writeOperation {
      try $0.record(
        "signer.revoked",
        [
          "fingerprint": .text(signer.fingerprint), "on": .text(day.description),
          "reason": .text(reason),
        ])
    }
    try Trust.add(
      .init(on: day.description, reason: reason), of: signer.fingerprint,
      in: session.configFolder)
    return .acknowledged(
      (
        "clé de \(signer.name) révoquée au \(day)\u{A0}: \(signer.fingerprint)",
        "key of \(signer.name) revoked on \(day): \(signer.fingerprint)"
      ), value: .word(signer.fingerprint))
  }
}

extension Session {
  /// The signer of a fingerprint, of its beginning, or of a person who has but one that stands.
  func signer(_ word: String, at range: Range<Int>) throws -> RegisteredSigner {
    let all = state.signers
    let found = all.filter { $0.fingerprint == word || $0.fingerprint.hasPrefix(word) }
    let held = all.filter { $0.person.folded == word.folded && $0.revoked == nil }
    let choice = found.isEmpty ? held : found
    if choice.count > 1 {
      throw Failure(.ambiguousRecord(word, choice.map(\.fingerprint)), at: range)
    }
    guard let signer = choice.first else {
      let known = all.map(\.person)
      throw Failure.unknown(.signer, word, among: known, at: range)
    }
    return signer
  }
}

extension CalendarDate {
  /// The day as OpenSSH's register of signers writes it: `20261121` (ssh-keygen(1), ALLOWED SIGNERS).
  var registerDay: String { description.replacing("-", with: "") }
}
