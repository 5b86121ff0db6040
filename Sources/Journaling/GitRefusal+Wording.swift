import Signing

extension GitRefusal {
  /// What is wrong, and what to do about it.
  package var wording: (fr: String, en: String) {
    switch self {
    case .git(let command, let words):
      (
        "git \(command) a échoué" + (words.isEmpty ? "" : "\u{A0}: \(words)"),
        "git \(command) failed" + (words.isEmpty ? "" : ": \(words)")
      )
    case .noCredential(let address, let words):
      (
        "«\u{A0}\(address)\u{A0}» demande un identifiant que git n’a pas, ou ne l’accepte pas\u{A0}: \(words). Tout reste enregistré ici. Confiez l’identifiant à git (credential.helper) ou la clé à ssh-agent, ou recommencez dans un terminal, où git le demandera.",
        "\(address) wants a credential that git has not got, or does not accept it: \(words). All stays recorded here. Give the credential to git (credential.helper) or the key to ssh-agent, or try again in a terminal, where git will ask for it."
      )
    case .refusedThere(let address, let branch, let words):
      (
        "«\u{A0}\(address)\u{A0}» refuse ce qu’on lui donne sur la branche «\u{A0}\(branch)\u{A0}»\u{A0}: \(words). Tout reste enregistré ici. Demandez à qui tient ce dépôt le droit d’y écrire, puis recommencez.",
        "\(address) refuses what it is given on the branch \(branch): \(words). All stays recorded here. Ask whoever keeps that repository for the right to write to it, then try again."
      )
    case .foreignOwner(let address):
      (
        "le dépôt «\u{A0}\(address)\u{A0}» appartient à un autre compte de cette machine, auquel git ne se fie pas de lui-même. Tout reste enregistré ici. Si vous connaissez ce dépôt\u{A0}: git config --global --add safe.directory \(address.shellWord), puis recommencez.",
        "the repository \(address) belongs to another account of this machine, which git does not trust by itself. All stays recorded here. If you know that repository: git config --global --add safe.directory \(address.shellWord), then try again."
      )
    case .passwordInAddress:
      (
        "l’adresse contient un mot de passe, qui resterait écrit dans le dossier\u{202F}; donnez-la sans lui (https://nom@hôte/dépôt.git)\u{A0}: git le demandera, ou le prendra là où il garde les identifiants (credential.helper)",
        "the address holds a password, which would stay written in the dossier; give it without (https://name@host/repository.git): git will ask for it, or take it from where it keeps credentials (credential.helper)"
      )
    case .setting(let key, let path):
      (
        "la configuration «\u{A0}\(path)\u{A0}» contient «\u{A0}\(key)\u{A0}», que Constat n’admet pas dans un dossier partagé\u{A0}: elle pourrait lancer un programme. Retirez cette clé, puis recommencez.",
        "the configuration \(path) holds \(key), which Constat does not admit in a shared dossier: it might run a program. Remove that key, then try again."
      )
    case .strangeRepository(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est pas un dépôt git propre à ce dossier\u{202F}; supprimez-le ou déplacez-le",
        "\(path) is not a git repository of this dossier’s own; remove it or move it away"
      )
    case .leadsElsewhere(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est ni un fichier ni un répertoire\u{A0}: git le suivrait hors de son dépôt. Rien n’a été partagé ni écrit\u{202F}; supprimez-le, ou remplacez-le par ce à quoi il mène, puis recommencez.",
        "\(path) is neither a file nor a folder: git would follow it out of its repository. Nothing was shared or written; remove it, or put what it leads to in its place, then try again."
      )
    case .noRemote:
      (
        "rien ne dit avec quoi synchroniser\u{202F}; indiquez un dépôt git ou un répertoire\u{A0}: sync CHEMIN",
        "nothing says what to sync with; name a git repository or a folder: sync PATH"
      )
    case .remoteRefused(let text):
      (
        "«\u{A0}\(text)\u{A0}» n’est ni un dépôt git, ni une copie de ce dossier, ni un nom connu",
        "\(text) is no git repository, no copy of this dossier and no known name"
      )
    case .closed(let path):
      (
        "vous n’avez pas le droit d’entrer dans «\u{A0}\(path)\u{A0}». Tout reste enregistré ici. Demandez à qui tient ce répertoire le droit d’y lire et d’y écrire, puis recommencez.",
        "you may not enter \(path). All stays recorded here. Ask whoever keeps that folder for the right to read and write in it, then try again."
      )
    case .emptyFolder(let path):
      (
        "«\u{A0}\(path)\u{A0}» ne contient pas encore ce dossier\u{202F}; pour l’y copier\u{A0}: synchroniser \(path.commandWord) --créer",
        "\(path) does not hold this dossier yet; to copy it there: sync \(path.commandWord) --create"
      )
    case .noBranch:
      (
        "le dépôt git du dossier n’est sur aucune branche",
        "the dossier’s git repository is at no branch"
      )
    case .underWay(let path):
      (
        "une autre synchronisation de «\u{A0}\(path)\u{A0}» est en cours\u{202F}; attendez qu’elle finisse, puis recommencez",
        "another sync of \(path) is under way; wait for its end, then try again"
      )
    case .lockLeft(let path):
      (
        "le verrou «\u{A0}\(path)\u{A0}» de git tient les autres à l’écart. Tout reste enregistré ici. Recommencez dans un instant\u{202F}; s’il est encore là et qu’aucun git ne travaille dans ce dépôt, supprimez ce fichier.",
        "git’s lock \(path) keeps others out. All stays recorded here. Try again in a moment; if it is still there and no git works in that repository, remove that file."
      )
    case .writeFailed(let path, let code):
      (
        "git ne peut pas écrire dans «\u{A0}\(path)\u{A0}»\u{A0}: \(JournalError.reason(code).fr). Tout reste enregistré ici\u{202F}; recommencez quand il y aura de la place ou le droit d’écrire.",
        "git cannot write to \(path): \(JournalError.reason(code).en). All stays recorded here; try again once there is room, or writing is allowed."
      )
    case .restless(let remote):
      (
        "d’autres partagent sans cesse par «\u{A0}\(remote)\u{A0}»\u{202F}; tout est repris ici, recommencez dans un instant pour partager le vôtre",
        "others keep sharing through \(remote); all of theirs is here, try again in a moment to share yours"
      )
    }
  }
}
