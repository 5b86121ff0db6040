import Glibc

extension SigningError {
  /// What stopped the work and what to do, in words.
  package var wording: (fr: String, en: String) {
    switch self {
    case .programAbsent, .programFailed, .programTooSlow, .programTooLoud, .argumentRefused:
      wordingOfProgram
    case .keyExposed, .keyLocked, .keyAbsent, .keyPrivate, .certificateAbsent,
      .identityRefused,
      .registerMalformed:
      wordingOfKey
    case .fieldRefused, .statementMalformed, .signatureMalformed, .timeStampMalformed,
      .timeStampRefused:
      wordingOfStatement
    default: wordingOfFile
    }
  }

  private var wordingOfProgram: (fr: String, en: String) {
    switch self {
    case .programAbsent(let name, let package):
      (
        "Le programme \(name) n'est pas installé ; installez-le : apt-get install \(package).",
        "The program \(name) is not installed; install it: apt-get install \(package)."
      )
    case .programFailed(let name, let outcome, let words):
      (
        "\(name) a échoué (\(outcome.wording.fr)) : \(words.isEmpty ? "…" : words)",
        "\(name) failed (\(outcome.wording.en)): \(words.isEmpty ? "…" : words)"
      )
    case .programTooSlow(let name, let limit):
      (
        "\(name) n'a pas répondu en \(limit.components.seconds) s et a été arrêté ; réessayez.",
        "\(name) did not answer within \(limit.components.seconds) s and was stopped; try again."
      )
    case .programTooLoud(let name, let limit):
      (
        "\(name) a écrit plus de \(limit) octets et a été arrêté.",
        "\(name) wrote more than \(limit) bytes and was stopped."
      )
    default:
      (
        "Un caractère nul ne peut être transmis à un programme ; retirez-le.",
        "A null character cannot be handed to a program; take it out."
      )
    }
  }

  private var wordingOfKey: (fr: String, en: String) {
    switch self {
    case .keyExposed(let path, _):
      (
        "D'autres que vous peuvent lire ou changer la clé \(path) ; "
          + "retirez-leur ce droit : chmod go-rwx \(path.shellWord)",
        "Others than you can read or change the key \(path); take that from them: "
          + "chmod go-rwx \(path.shellWord)"
      )
    case .keyLocked(let path):
      (
        "La clé \(path) demande sa phrase secrète ; signez depuis un terminal, "
          + "ou chargez-la d'abord : ssh-add \(path.shellWord)",
        "The key \(path) asks for its passphrase; sign from a terminal, "
          + "or load it first: ssh-add \(path.shellWord)"
      )
    case .keyAbsent(let path):
      (
        "Il n'y a pas de clé à \(path) ; vérifiez le chemin ou le nom.",
        "There is no key at \(path); check the path or the name."
      )
    case .keyPrivate(let path):
      (
        "\(path) est une clé privée, qui ne se donne à personne ; donnez la clé publique (.pub), "
          + "le certificat, ou une signature.",
        "\(path) is a private key, which is given to nobody; give the public key (.pub), "
          + "the certificate, or a signature."
      )
    case .certificateAbsent(let path):
      (
        "\(path) ne contient pas de certificat lisible ; donnez le certificat de la clé (PEM), "
          + "ou le fichier PKCS#12 qui contient les deux.",
        "\(path) holds no readable certificate; give the certificate of the key (PEM), "
          + "or the PKCS#12 file that holds both."
      )
    case .identityRefused(let identity):
      (
        "« \(identity) » ne convient pas comme identité : une adresse ou un nom, sans guillemet, "
          + "virgule, astérisque ni point d'interrogation, qui ne commence ni par - ni par #.",
        "“\(identity)” will not do as an identity: an address or a name without quotation mark, "
          + "comma, asterisk or question mark, that does not begin with - or #."
      )
    case .registerMalformed(let path, let line):
      (
        "Ligne \(line) du registre \(path) : une identité, ses options éventuelles, le type de la "
          + "clé et la clé sont attendus ; corrigez la ligne ou commentez-la par #.",
        "Line \(line) of the register \(path): an identity, options if any, the key's type and "
          + "the key are expected; correct the line, or comment it out with #."
      )
    default: wordingOfFile
    }
  }

  private var wordingOfStatement: (fr: String, en: String) {
    switch self {
    case .fieldRefused(let field, let value):
      (
        "Le champ \(field) ne peut valoir « \(value) » : il faut une seule ligne de texte, "
          + "sans caractère de contrôle ni espace au bord, ou la forme que ce champ exige.",
        "The field \(field) cannot be “\(value)”: one line of text is needed, "
          + "without controls or spaces at its ends, or the shape that this field demands."
      )
    case .statementMalformed(let line):
      (
        "La déclaration de signature est mal formée à la ligne \(line).",
        "The signature statement is malformed at line \(line)."
      )
    case .timeStampMalformed:
      (
        "Ce fichier n'est pas une réponse d'horodatage (RFC 3161) qui accorde un jeton ; "
          + "donnez la réponse (.tsr) du service d'horodatage.",
        "This file is no time-stamp response (RFC 3161) that grants a token; "
          + "give the response (.tsr) of the time-stamping service."
      )
    case .timeStampRefused(let words):
      (
        "Ce jeton d'horodatage n'est pas celui de cette signature, ou ne tient pas ; "
          + "redemandez-le avec la demande écrite pour elle. \(words)",
        "This time stamp is not the one of this signature, or does not hold; "
          + "ask again with the request written for it. \(words)"
      )
    default:
      (
        "Ce fichier n'est pas une signature telle que ssh-keygen, openssl ou gpg l'écrit.",
        "This file is not a signature as ssh-keygen, openssl or gpg writes it."
      )
    }
  }
}

extension Subprocess.Outcome {
  fileprivate var wording: (fr: String, en: String) {
    switch self {
    case .exited(let status): ("code \(status)", "status \(status)")
    case .signalled(let signal): ("signal \(signal)", "signal \(signal)")
    }
  }
}

extension SigningError {
  private var wordingOfFile: (fr: String, en: String) {
    switch self {
    case .nameRefused(let name):
      (
        "« \(name) » ne peut nommer un fichier d'un scellé : lettres sans accent, chiffres, "
          + "point, tiret et souligné seulement, sans tiret en tête.",
        "“\(name)” cannot name a file of a seal: unaccented letters, digits, "
          + "point, hyphen and underscore only, and no hyphen in front."
      )
    case .nameTaken(let name):
      (
        "Deux fichiers du scellé porteraient le nom « \(name) », à la casse près ; "
          + "renommez-en un.",
        "Two files of the seal would be named “\(name)”, but for upper and lower case; "
          + "rename one."
      )
    case .exists(let path):
      (
        "\(path) existe déjà et n'est jamais remplacé ; choisissez un autre nom.",
        "\(path) exists and is never replaced; choose another name."
      )
    case .notARegularFile(let path):
      (
        "\(path) n'est pas un fichier ordinaire (lien, dossier, périphérique ou tube) ; "
          + "donnez le fichier lui-même.",
        "\(path) is not a regular file (a link, a folder, a device or a pipe); "
          + "give the file itself."
      )
    default: wordingOfReading
    }
  }

  private var wordingOfReading: (fr: String, en: String) {
    switch self {
    case .sourceChanged(let path):
      (
        "\(path) n'est plus le fichier attendu, ou a changé pendant sa lecture ; recommencez.",
        "\(path) is not the file expected any more, or changed while it was read; start again."
      )
    case .fileTooLarge(let path, let limit):
      (
        "\(path) dépasse \(limit) octets, la taille acceptée.",
        "\(path) is longer than \(limit) bytes, the size accepted."
      )
    case .interrupted: ("interrompu", "interrupted")
    case .system(let call, let path, let code):
      (
        "\(Self.reason(code).fr) : \(path) (\(call), erreur \(code)).",
        "\(Self.reason(code).en): \(path) (\(call), error \(code))."
      )
    default: ("Erreur inattendue.", "Unexpected error.")
    }
  }

  /// What an `errno` means, for those that a person can do something about.
  private static func reason(_ code: Int32) -> (fr: String, en: String) {
    switch code {
    case ENOENT: ("Fichier ou dossier absent", "No such file or folder")
    case EACCES, EPERM: ("Accès refusé", "Access denied")
    case ENOSPC, EDQUOT: ("Plus de place sur le disque", "No space left on the disk")
    case EROFS: ("Le support est en lecture seule", "The medium is read-only")
    case ELOOP: ("Un lien symbolique n'est pas suivi ici", "A symbolic link is not followed here")
    case ENOTDIR: ("Ce n'est pas un dossier", "Not a folder")
    case EMFILE, ENFILE: ("Trop de fichiers ouverts", "Too many open files")
    case EIO: ("Le support ne répond pas correctement", "The medium does not answer properly")
    default: ("L'opération a échoué", "The operation failed")
    }
  }
}
