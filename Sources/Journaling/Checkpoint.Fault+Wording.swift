import Auditing

extension Checkpoint.Fault {
  /// What is wrong, and with which file.
  package var wording: (fr: String, en: String) {
    switch self {
    case .malformed(let name):
      (
        "checkpoints/\(name)\u{A0}: illisible, ou ce n’est pas ce que dit son nom",
        "checkpoints/\(name): cannot be read, or is not what its name says"
      )
    case .foreign(let name, let dossier):
      (
        "checkpoints/\(name)\u{A0}: d’un autre dossier (\(dossier.prefix(12)))",
        "checkpoints/\(name): of another dossier (\(dossier.prefix(12)))"
      )
    case .badSignature(let name):
      (
        "checkpoints/\(name)\u{A0}: la signature NE TIENT PAS",
        "checkpoints/\(name): the signature DOES NOT HOLD"
      )
    case .contradicted(let checkpoint, let found):
      (
        "checkpoints/\(checkpoint.name)\u{A0}: le journal LE CONTREDIT (\(found) \(found > 1 ? "écritures présentes" : "écriture présente"), l’écriture \(checkpoint.head.n) n’est pas \(checkpoint.head.id.prefix(12)))",
        "checkpoints/\(checkpoint.name): the journal CONTRADICTS it (\(found) operation\(found == 1 ? "" : "s") here, operation \(checkpoint.head.n) is not \(checkpoint.head.id.prefix(12)))"
      )
    case .doubted(let checkpoint, let fingerprint):
      (
        "checkpoints/\(checkpoint.name)\u{A0}: le journal ne le porte pas, et la clé qui l’a signé est inconnue (\(fingerprint))\u{202F}; si elle est d’un collègue\u{A0}: signataire ajouter",
        "checkpoints/\(checkpoint.name): the journal does not bear it out, and the key that signed it is unknown (\(fingerprint)); where it is a colleague’s: signer add"
      )
    }
  }
}

extension Damage {
  /// The damage that a checkpoint shows.
  package init(checkpoint fault: Checkpoint.Fault) {
    self.init(file: "checkpoints/\(fault.name)", line: 1, kind: .checkpoint(fault))
  }
}
