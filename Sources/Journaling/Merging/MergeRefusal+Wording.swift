import Auditing
import Signing

extension MergeRefusal {
  /// What is wrong, and what to do about it.
  package var wording: (fr: String, en: String) {
    switch self {
    case .notASource(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est ni un dossier, ni un journal, ni un paquet git (bundle), ni un scellé",
        "\(path) is no dossier, journal, git bundle or sealed bag"
      )
    case .itself:
      (
        "c’est le dossier ouvert lui-même, ou un lieu en lui",
        "it is the open dossier itself, or a place in it"
      )
    case .unsafeFile(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est pas un fichier ordinaire\u{202F}; rien n’a été repris",
        "\(path) is not an ordinary file; nothing was taken"
      )
    case .tooLarge(let path, let limit):
      (
        "«\u{A0}\(path)\u{A0}» est trop grand (au plus \(limit) octets)\u{202F}; rien n’a été repris",
        "\(path) is too large (at most \(limit) bytes); nothing was taken"
      )
    case .tooManyFiles(let path, let limit):
      (
        "«\u{A0}\(path)\u{A0}» contient trop de fichiers (au plus \(limit))\u{202F}; rien n’a été repris",
        "\(path) holds too many files (at most \(limit)); nothing was taken"
      )
    case .unreadable(let path, let code):
      (
        "«\u{A0}\(path)\u{A0}» est illisible\u{A0}: \(JournalError.reason(code).fr)",
        "\(path) cannot be read: \(JournalError.reason(code).en)"
      )
    case .otherDossier, .unrelated, .otherPurpose, .beginningLost: strangers
    case .contradictions(let list):
      (
        "les journaux se contredisent\u{202F}; rien n’a été repris. "
          + list.prefix(12).map(\.wording.fr).joined(separator: "\u{202F}; "),
        "the journals contradict each other; nothing was taken. "
          + list.prefix(12).map(\.wording.en).joined(separator: "; ")
      )
    case .brokenBag(let path):
      (
        "le scellé «\u{A0}\(path)\u{A0}» ne tient pas\u{202F}; rien n’a été repris. «\u{A0}seal verify\u{A0}» en dit plus.",
        "the seal \(path) does not hold; nothing was taken. seal verify tells more."
      )
    case .brokenBundle(let path, let words):
      (
        "git ne lit pas «\u{A0}\(path)\u{A0}»\u{202F}; rien n’a été repris. \(words)",
        "git cannot read \(path); nothing was taken. \(words)"
      )
    case .busy, .syncFailed, .restless, .cancelled: interruptions
    }
  }

  private var strangers: (fr: String, en: String) {
    switch self {
    case .beginningLost(let id):
      (
        "la première écriture de l’autre dossier (\(id.prefix(12))) manque\u{A0}: rien ne dit s’il est réel ou d’exercice\u{202F}; fusionnez une copie entière",
        "the first entry of the other dossier (\(id.prefix(12))) is missing: nothing says whether it is real or an exercise; merge a whole copy"
      )
    case .otherPurpose(let ours, let theirs):
      (
        "un exercice, un essai et un dossier réel ne se fusionnent jamais (ici\u{A0}: \(ours.wording.fr)\u{202F}; là\u{A0}: \(theirs.wording.fr))",
        "an exercise, a trial and a real dossier are never merged (here: \(ours.wording.en); there: \(theirs.wording.en))"
      )
    case .otherDossier(let ids):
      (
        "ces écritures sont d’un autre dossier (\(ids.map { $0.prefix(12) }.joined(separator: ", ")))\u{202F}; pour réunir les deux\u{A0}: merge … --adopt --reason \"…\"",
        "these entries are of another dossier (\(ids.map { $0.prefix(12) }.joined(separator: ", "))); to join the two: merge … --adopt --reason \"…\""
      )
    default:
      (
        "rien ne rattache ces écritures au dossier ouvert\u{202F}; fusionnez le dossier d’où elles viennent",
        "nothing ties these entries to the open dossier; merge the dossier they come from"
      )
    }
  }

  private var interruptions: (fr: String, en: String) {
    switch self {
    case .busy(let path):
      (
        "un autre programme écrit dans «\u{A0}\(path)\u{A0}»\u{202F}; refaites la fusion dans un instant",
        "another program is writing to \(path); merge again in a moment"
      )
    case .syncFailed(let path, let code):
      (
        "le disque n’a pas confirmé l’écriture de «\u{A0}\(path)\u{A0}» (\(JournalError.reason(code).fr))\u{202F}; gardez la source et refaites la fusion sur un disque sain",
        "the disk did not confirm the write to \(path) (\(JournalError.reason(code).en)); keep the source and merge again on a sound disk"
      )
    case .restless(let path):
      (
        "«\u{A0}\(path)\u{A0}» change sans cesse\u{202F}; refaites la fusion quand il ne bouge plus",
        "\(path) keeps changing; merge again once it is still"
      )
    default:
      (
        "fusion interrompue\u{202F}; ce qui était déjà repris reste, et la refaire la termine",
        "merge interrupted; what was taken already stays, and merging again completes it"
      )
    }
  }
}

extension Contradiction {
  /// What is named, by what, in one sentence.
  package var wording: (fr: String, en: String) {
    let entry = "\(head.writer) \(head.n)"
    let id = head.id.prefix(12)
    return switch witness {
    case .seen(let by):
      (
        "\(by.writer) \(by.n) avait vu \(id) comme \(entry), et le journal dit autre chose",
        "\(by.writer) \(by.n) had seen \(id) as \(entry), and the journal says something else"
      )
    case .checkpoint(let name):
      (
        "le jalon \(name) atteste \(id) comme \(entry), et le journal dit autre chose",
        "checkpoint \(name) attests \(id) as \(entry), and the journal says something else"
      )
    case .seal:
      (
        "le scellé repose sur \(id) comme \(entry), et le journal dit autre chose",
        "the seal rests on \(id) as \(entry), and the journal says something else"
      )
    case .remembered:
      (
        "ce poste avait écrit \(id) comme \(entry), et le journal dit autre chose",
        "this machine had written \(id) as \(entry), and the journal says something else"
      )
    }
  }
}

extension Purpose {
  fileprivate var wording: (fr: String, en: String) {
    switch self {
    case .real: ("réel", "real")
    case .exercise: ("exercice", "exercise")
    case .trial: ("essai", "trial")
    }
  }
}
