import Auditing
import Signing

extension ShellError {
  /// What stopped a signature, a time stamp or an entry in the register of signers.
  var wordingOfSigning: Wording {
    switch self {
    case .brokenBag(let path):
      (
        "ce scellé a été modifié, ou n’est pas entier\u{A0}: \(path)",
        "this seal was changed, or is not whole: \(path)"
      )
    case .unsignedBag(let path):
      ("personne n’a signé ce scellé\u{A0}: \(path)", "nobody has signed this seal: \(path)")
    case .foreignBag(let path):
      (
        "ce scellé n’est pas de ce dossier\u{A0}: \(path)",
        "this seal is not of this dossier: \(path)"
      )
    case .keyNeeded: ("quelle clé\u{202F}?", "which key?")
    case .keyRevoked(let key, let day):
      ("cette clé a été révoquée au \(day)\u{A0}: \(key)", "this key was revoked on \(day): \(key)")
    case .stampWayNeeded:
      (
        "d’où vient le jeton d’horodatage\u{202F}?", "where does the time stamp come from?"
      )
    case .nothingToStamp:
      (
        "aucune signature de ce scellé n’attend de jeton",
        "no signature of this seal waits for a stamp"
      )
    case .badSignatureSetting(let path, let line):
      ("\(path):\(line)\u{A0}: réglage illisible", "\(path):\(line): unreadable setting")
    default: ("", "")
    }
  }

  /// How to go on after what stopped a signature.
  var notesOfSigning: [Wording] {
    switch self {
    case .brokenBag(let path):
      [
        (
          "scellé vérifier \(path.commandWord) dit ce qui a changé",
          "seal verify \(path.commandWord) tells what changed"
        )
      ]
    case .unsignedBag:
      [
        (
          "demandez un scellé signé\u{A0}: un contreseing nomme la première signature",
          "ask for a signed seal: a countersignature names the first signature"
        )
      ]
    case .foreignBag:
      [("ouvrez le dossier dont il est le scellé", "open the dossier whose seal it is")]
    case .keyNeeded, .keyRevoked:
      [
        (
          "donnez-en une\u{A0}: --clé FICHIER, ou «\u{A0}key = FICHIER\u{A0}» dans ~/.config/constat/signature",
          "give one: --key FILE, or “key = FILE” in ~/.config/constat/signature"
        )
      ]
    case .stampWayNeeded:
      [
        (
          "--adresse URL en ligne\u{202F}; --demande FICHIER.tsq, puis --réponse FICHIER.tsr sans réseau",
          "--url URL online; --request FILE.tsq, then --response FILE.tsr without a network"
        )
      ]
    case .nothingToStamp:
      [("scellé vérifier montre les jetons joints", "seal verify shows the stamps attached")]
    case .badSignatureSetting:
      [
        (
          "une ligne est\u{A0}: format, key, certificate ou passphrase, puis = et sa valeur",
          "a line is: format, key, certificate or passphrase, then = and its value"
        )
      ]
    default: []
    }
  }

  /// How to go on with an audit that a seal freezes.
  var notesOfSealing: [Wording] {
    switch self {
    case .sealed:
      [
        (
          "une édition scellée ne change plus\u{202F}; le dossier, lui, continue",
          "a sealed edition never changes; the dossier goes on"
        ),
        (
          "pour ouvrir la suivante\u{A0}: audit rectifier ID --raison \"…\"",
          "to open the next: audit amend ID --reason \"…\""
        ),
      ]
    case .sealUnfinished(let id, _, nil):
      [("pour le reprendre\u{A0}: scellé apposer \(id)", "to go on with it: seal make \(id)")]
    case .sealUnfinished(let id, _, let person?):
      [
        (
          "il se reprend au poste de \(person)\u{A0}: scellé apposer \(id)",
          "it goes on at the place of \(person): seal make \(id)"
        ),
        (
          "si ce poste est perdu\u{A0}: audit rectifier --audit \(id) --raison \"…\"",
          "if that place is lost: audit amend --audit \(id) --reason \"…\""
        ),
      ]
    default: []
    }
  }
}
