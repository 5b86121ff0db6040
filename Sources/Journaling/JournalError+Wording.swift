import Notation
import Signing

extension JournalError {
  /// What is wrong, and what to do about it.
  package var wording: (fr: String, en: String) {
    switch self {
    case .notADossier(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est pas un dossier Constat\u{A0}: dossier.json n’y est pas",
        "\(path) is not a dossier: it holds no dossier.json"
      )
    case .exists(let path):
      (
        "\(path) existe déjà et n’est pas vide\u{202F}; choisissez un autre nom",
        "\(path) exists and is not empty; choose another name"
      )
    case .malformedDossier(let path):
      (
        "«\u{A0}\(path)\u{A0}» est illisible\u{202F}; reprenez-le d’une copie du dossier\u{A0}: constat journal réparer COPIE",
        "\(path) cannot be read; take it from a copy of the dossier: constat journal repair COPY"
      )
    case .newerFormat(let path, let format):
      (
        "«\u{A0}\(path)\u{A0}» est au format \(format), plus récent que cette version de Constat",
        "\(path) has format \(format), newer than this version of Constat"
      )
    case .firstOperationMissing(let path):
      (
        "la première écriture du dossier «\u{A0}\(path)\u{A0}» manque\u{202F}; reprenez-la d’une copie\u{A0}: constat journal réparer COPIE",
        "the first operation of \(path) is missing; take it from a copy: constat journal repair COPY"
      )
    case .entryTooLarge(let bytes, let limit):
      (
        "cette saisie est trop grande (\(bytes), au plus \(limit))\u{202F}; joignez un fichier",
        "this entry is too large (\(bytes), at most \(limit)); attach a file instead"
      )
    case .entryRefused(let fault):
      (
        "cette saisie contient une valeur que le journal ne peut pas garder"
          + (fault.map { "\u{A0}: \($0.wording.fr)" } ?? ""),
        "this entry holds a value that the journal cannot keep"
          + (fault.map { ": \($0.wording.en)" } ?? "")
      )
    case .writeFailed(let path, let code):
      (
        "écriture impossible dans «\u{A0}\(path)\u{A0}»\u{A0}: \(Self.reason(code).fr). Rien n’a été enregistré.",
        "cannot write to \(path): \(Self.reason(code).en). Nothing was recorded."
      )
    case .syncFailed(let path, let code, let rescue, _):
      (
        "le disque n’a pas confirmé l’écriture de «\u{A0}\(path)\u{A0}» (\(Self.reason(code).fr))\u{A0}: cette saisie n’est pas enregistrée. "
          + (rescue.map { "Copie de secours\u{A0}: \($0)." } ?? "Recopiez-la d’ici\u{A0}:"),
        "the disk did not confirm the write to \(path) (\(Self.reason(code).en)): this entry is not recorded. "
          + (rescue.map { "Rescue copy: \($0)." } ?? "Copy it from here:")
      )
    case .stateUnwritable(let folder, let code):
      (
        "ce poste ne peut rien retenir dans «\u{A0}\(folder)\u{A0}» (\(Self.reason(code).fr))\u{A0}: rien n’a été enregistré. Donnez-lui un répertoire\u{A0}: XDG_STATE_HOME=RÉPERTOIRE",
        "this machine cannot remember anything in \(folder) (\(Self.reason(code).en)): nothing was recorded. Give it a folder: XDG_STATE_HOME=FOLDER"
      )
    case .unsafeFile(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est pas un fichier ordinaire\u{202F}; il n’a pas été ouvert",
        "\(path) is not a regular file; it was not opened"
      )
    case .unsafeFolder(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est pas un répertoire du dossier lui-même (un lien, un fichier)\u{202F}; rien n’y a été lu ni écrit. Mettez un vrai répertoire à sa place, avec son contenu.",
        "\(path) is no folder of the dossier’s own (a link, a file); nothing was read or written there. Put a real folder in its place, with its content."
      )
    case .damaged(let damages):
      (
        damages.map(\.wording.fr).joined(separator: "\u{202F}; "),
        damages.map(\.wording.en).joined(separator: "; ")
      )
    case .otherDossier(let path):
      (
        "«\u{A0}\(path)\u{A0}» est la copie d’un autre dossier\u{202F}; indiquez une copie de celui-ci",
        "\(path) is a copy of another dossier; name a copy of this one"
      )
    case .busy(let path):
      (
        "une autre session écrit dans «\u{A0}\(path)\u{A0}»\u{202F}; fermez-la, puis recommencez",
        "another session is writing to \(path); close it, then try again"
      )
    case .sealInProgress:
      (
        "un autre «\u{A0}seal make\u{A0}» de ce dossier est en cours\u{202F}; attendez qu’il finisse, puis recommencez",
        "another seal make of this dossier is under way; wait for its end, then try again"
      )
    case .evidence(let refusal, let path):
      (
        "«\u{A0}\(path)\u{A0}» ne peut pas être joint\u{A0}: \(refusal.wording.fr)",
        "\(path) cannot be attached: \(refusal.wording.en)"
      )
    case .system(let error):
      error.wording
    case .merging(let refusal):
      refusal.wording
    case .syncing(let refusal):
      refusal.wording
    }
  }

  /// What an error number of the system means for a person.
  package static func reason(_ code: Int32) -> (fr: String, en: String) {
    switch code {
    case 1, 13: ("accès refusé", "permission denied")
    case 2: ("répertoire impossible à créer", "the folder cannot be made")
    case 5: ("erreur du support", "input/output error")
    case 27: ("fichier trop grand", "file too large")
    case 28: ("disque plein", "no space left on the disk")
    case 30: ("support en lecture seule", "read-only medium")
    case 116: ("le fichier a été remplacé entre-temps", "the file was replaced meanwhile")
    case 122: ("quota dépassé", "disk quota exceeded")
    default: ("erreur \(code)", "error \(code)")
    }
  }
}

extension JournalNotice {
  /// What has happened, and what it means for the person.
  package var wording: (fr: String, en: String) {
    switch self {
    case .newWriter(.copied):
      (
        "ce dossier a été copié\u{A0}: cette copie tient désormais son propre journal",
        "this dossier was copied: from here this copy keeps a journal of its own"
      )
    case .newWriter(.damaged):
      (
        "votre journal est endommagé\u{202F}; il reste tel quel et un nouveau prend la suite. Réparez-le d’une autre copie (journal réparer COPIE) ou admettez la perte (journal admettre POSTE)",
        "your journal is damaged; it is left as it is and a new one goes on. Repair it from another copy (journal repair COPY) or accept the loss (journal accept WRITER)"
      )
    case .newWriter(.wentBack):
      (
        "votre journal est plus court que ce qui avait été confirmé (une sauvegarde restaurée\u{202F}?)\u{202F}; un nouveau prend la suite. Réparez-le d’une autre copie (journal réparer COPIE) ou admettez la perte (journal admettre POSTE)",
        "your journal is shorter than what was acknowledged (a backup restored?); a new one goes on. Repair it from another copy (journal repair COPY) or accept the loss (journal accept WRITER)"
      )
    case .newWriter(.unwritable):
      (
        "votre journal ne peut pas être modifié (ses droits d’accès\u{202F}?)\u{202F}; il reste tel quel et un nouveau prend la suite, rien n’est perdu",
        "your journal cannot be written to (its permissions?); it is left as it is and a new one goes on, nothing is lost"
      )
    case .newWriter(.busy):
      (
        "une autre session écrit dans ce dossier\u{202F}; celle-ci tient son propre journal, rien n’est perdu",
        "another session is writing to this dossier; this one keeps a journal of its own, nothing is lost"
      )
    case .openToOthers:
      (
        "d’autres comptes que le vôtre peuvent lire ce dossier\u{A0}: «\u{A0}diagnostic\u{A0}» dit quoi faire",
        "other accounts than yours can read this dossier: doctor tells what to do"
      )
    case .setAside(let bytes):
      (
        "une écriture interrompue (\(bytes) octets) a été mise de côté\u{202F}; elle n’avait pas été confirmée",
        "an interrupted entry (\(bytes) bytes) was set aside; it had not been acknowledged"
      )
    case .keptDamage(let bytes):
      (
        "le journal réparé a remplacé un contenu altéré (\(bytes) octets), conservé à côté de lui",
        "the repaired journal took the place of damaged content (\(bytes) bytes), kept beside it"
      )
    case .setAsideUnsure(let bytes):
      (
        "une écriture que le disque n’avait pas confirmée (\(bytes) octets) a été mise de côté\u{202F}; saisissez-la de nouveau",
        "an entry that the disk had not confirmed (\(bytes) bytes) was set aside; enter it again"
      )
    case .clockWentBack(let from, let to):
      (
        "l’horloge de ce poste (\(to)) est en retard sur la dernière écriture (\(from))\u{202F}; l’ordre des écritures n’en souffre pas",
        "this machine’s clock (\(to)) is behind the last entry (\(from)); the order of entries does not suffer"
      )
    }
  }
}

extension EvidenceRefusal {
  /// Why, and what to do instead.
  package var wording: (fr: String, en: String) {
    switch self {
    case .absent: ("ce fichier n’existe pas", "there is no such file")
    case .unreadable(let code):
      (JournalError.reason(code).fr, JournalError.reason(code).en)
    case .symbolicLink:
      (
        "c’est un lien symbolique\u{202F}; donnez le fichier lui-même",
        "it is a symbolic link; name the file itself"
      )
    case .folder:
      ("c’est un répertoire\u{202F}; joignez ses fichiers", "it is a folder; attach its files")
    case .device: ("c’est un périphérique", "it is a device")
    case .kernelFile:
      (
        "le système le compose à chaque lecture\u{202F}; copiez-le d’abord dans un fichier",
        "the system makes it up at each reading; copy it into a file first"
      )
    case .pipe: ("c’est un tube nommé", "it is a named pipe")
    case .socket: ("c’est une socket", "it is a socket")
    case .empty: ("ce fichier est vide", "this file is empty")
    case .sparse:
      (
        "ce fichier contient des trous\u{202F}; copiez-le d’abord en entier",
        "this file has holes; copy it in full first"
      )
    case .tooLarge(let bytes, let limit):
      ("\(bytes) octets, au plus \(limit)", "\(bytes) bytes, at most \(limit)")
    case .changedWhileRead:
      (
        "il changeait pendant la lecture\u{202F}; joignez-le quand il ne bouge plus",
        "it changed while it was read; attach it once it is still"
      )
    case .noSpace(let needed, let free):
      (
        "il faut \(needed) octets, 1 Mio de réserve compris, et \(free) sont libres",
        "\(needed) bytes are needed, 1 MiB to spare included, and \(free) are free"
      )
    case .dossierFull(let bytes, let limit):
      (
        "avec ses \(bytes) octets, le dossier dépasserait \(limit) octets de preuves",
        "with its \(bytes) bytes the dossier would exceed \(limit) bytes of evidence"
      )
    case .damagedStore(let sha256):
      (
        "le contenu conservé sous \(sha256.prefix(12)) est altéré\u{202F}; reprenez-le d’une copie",
        "the content kept under \(sha256.prefix(12)) is damaged; take it from a copy"
      )
    }
  }
}

extension Damage {
  /// The place, and what does not hold there.
  package var wording: (fr: String, en: String) {
    let reason = reason
    if case .checkpoint = kind { return reason }
    return ("\(file):\(line)\u{A0}: \(reason.fr)", "\(file):\(line): \(reason.en)")
  }

  private var reason: (fr: String, en: String) {
    switch kind {
    case .shape: ("ligne illisible", "the line cannot be read")
    case .header(let error):
      ("en-tête illisible\u{A0}: \(error.wording.fr)", "unreadable header: \(error.wording.en)")
    case .body(let index, let error):
      (
        "corps \(index) illisible\u{A0}: \(error.wording.fr)",
        "unreadable body \(index): \(error.wording.en)"
      )
    case .fields:
      ("un champ manque ou n’est pas du bon type", "a field is missing or of another type")
    case .newerVersion(let version):
      (
        "écrit par une version plus récente de Constat (forme \(version)), que celle-ci ne lit pas",
        "written by a newer version of Constat (form \(version)), which this one does not read"
      )
    case .anonymous(let index):
      ("le corps \(index) ne nomme personne", "body \(index) names no person")
    case .number(let expected, let found):
      ("numéro \(found) au lieu de \(expected)", "number \(found) instead of \(expected)")
    case .writer(let writer):
      ("cette ligne est d’un autre auteur (\(writer))", "this line is another writer’s (\(writer))")
    case .link:
      ("la ligne ne suit pas celle qui la précède", "the line does not follow the one before it")
    case .id:
      ("l’empreinte de l’en-tête ne correspond pas", "the digest of the header does not match")
    case .digest(let index):
      (
        "l’empreinte du corps \(index) ne correspond pas",
        "the digest of body \(index) does not match"
      )
    case .bodyCount(let expected, let found):
      ("\(found) corps au lieu de \(expected)", "\(found) bodies instead of \(expected)")
    case .leftOut:
      (
        "le contenu d’une écriture a été retiré, et l’on ne sait plus ce qu’elle disait",
        "the content of an entry was taken out, and nothing says any more what it was"
      )
    case .torn(let bytes):
      ("dernière ligne inachevée (\(bytes) octets)", "unfinished last line (\(bytes) bytes)")
    case .unacknowledged(let bytes):
      (
        "\(bytes) octets à la fin n’ont jamais été confirmés (l’écriture sur le disque a échoué)\u{202F}; la prochaine écriture ou le prochain scellé les met de côté",
        "\(bytes) bytes at the end were never acknowledged (writing to the disk failed); the next entry or seal sets them aside"
      )
    case .lostEntries(let acknowledged, let found):
      (
        "écritures confirmées sur ce poste\u{A0}: \(acknowledged), présentes\u{A0}: \(found)",
        "operations acknowledged on this machine: \(acknowledged), present: \(found)"
      )
    case .lostShare(_, let n, let folder?):
      (
        "l’écriture \(n), partagée avec «\u{A0}\(folder)\u{A0}», n’est plus ici",
        "operation \(n), which was shared with \(folder), is not here any more"
      )
    case .lostShare(_, let n, nil):
      (
        "l’écriture \(n), partagée par git, n’est plus ici",
        "operation \(n), which was shared through git, is not here any more"
      )
    case .checkpoint(let fault): fault.wording
    case .checklist(let isAbsent):
      isAbsent
        ? ("ce référentiel épinglé manque", "this pinned checklist is not here")
        : ("ce référentiel épinglé a été modifié", "this pinned checklist was changed")
    case .unreadable(let code):
      (
        "lecture impossible\u{A0}: \(JournalError.reason(code).fr)",
        "it cannot be read: \(JournalError.reason(code).en)"
      )
    case .notAFile: ("ce n’est pas un fichier ordinaire", "it is not a regular file")
    case .identity:
      (
        "illisible ou absent\u{202F}; la première écriture dit quel dossier c’est",
        "unreadable or not here; the first operation says which dossier this is"
      )
    case .firstOperation:
      (
        "la première écriture du dossier manque\u{202F}; on ne sait pas si c’est un exercice",
        "the first operation of the dossier is missing; whether it is an exercise is not known"
      )
    }
  }
}
