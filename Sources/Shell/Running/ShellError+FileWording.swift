import Auditing

extension ShellError {
  /// What is wrong with files, what they hold, and the figures that come from them.
  var fileWording: Wording {
    switch self {
    case .fileAbsent(let path) where path.contains("\u{FFFD}"):
      (
        "le nom «\u{A0}\(path)\u{A0}» n’est pas en UTF-8\u{A0}: renommez le fichier, puis donnez son nouveau nom",
        "the name \(path) is not UTF-8: rename the file, then give its new name"
      )
    case .fileAbsent(let path): ("«\u{A0}\(path)\u{A0}» n’existe pas", "\(path) does not exist")
    case .fileExists(let path): ("«\u{A0}\(path)\u{A0}» existe déjà", "\(path) exists already")
    case .namesReadAlike(let name):
      (
        "deux noms se lisent «\u{A0}\(name)\u{A0}» et ne diffèrent que par l’écriture de leurs accents\u{A0}: renommez-en un",
        "two names read \(name) and differ only in how their accents are written: rename one of them"
      )
    case .cannotRead(let path, let code):
      (
        "«\u{A0}\(path)\u{A0}» est illisible (\(Self.reason(code).fr))",
        "\(path) cannot be read (\(Self.reason(code).en))"
      )
    case .cannotWrite(let path, let code):
      (
        "«\u{A0}\(path)\u{A0}» ne peut pas être écrit (\(Self.reason(code).fr))",
        "\(path) cannot be written (\(Self.reason(code).en))"
      )
    case .notAFile(let path):
      ("«\u{A0}\(path)\u{A0}» n’est pas un fichier ordinaire", "\(path) is not an ordinary file")
    case .checklistFaults(let file, let count):
      ("«\u{A0}\(file)\u{A0}»\u{A0}: \(count.fr("faute(s)"))", "\(file): \(count.en("fault(s)"))")
    case .importFaults(let file, let count):
      (
        "«\u{A0}\(file)\u{A0}»\u{A0}: \(count.fr("faute(s)")), rien n’a été importé",
        "\(file): \(count.en("fault(s)")), nothing was imported"
      )
    case .badSample(let fault): fault.wording
    case .badPair(let text):
      (
        "«\u{A0}\(text)\u{A0}» n’est pas une paire\u{A0}: ancien:nouveau",
        "\(text) is no pair: old:new"
      )
    case .sameChecklist: ("c’est le même référentiel", "it is the same checklist")
    case .noMapping(let from, let to):
      ("rien ne relie \(from) à \(to)", "nothing maps \(from) to \(to)")
    case .missingDestination: ("où l’écrire\u{202F}?", "write it where?")
    case .badPart(let text):
      (
        "«\u{A0}\(text)\u{A0}» n’est pas une part\u{A0}: nom:nombre",
        "\(text) is no part: name:number"
      )
    case .partsDiffer(let total, let sum):
      (
        "les parts font \(sum?.written(in: .fr) ?? "des unités différentes"), le total dit \(total.written(in: .fr))",
        "the parts make \(sum?.written(in: .en) ?? "different units"), the total says \(total.written(in: .en))"
      )
    case .calendarNeedsEvents:
      ("aucun jalon à mettre au calendrier", "no milestone to put in the calendar")
    case .formatNotFor(let format, let noun, _):
      (
        "\(noun.fr) ne s’écrit pas en «\u{A0}\(format)\u{A0}»",
        "\(noun.en) cannot be written as \(format)"
      )
    default: ("faute interne", "internal fault")
    }
  }

  private static func reason(_ code: Int32) -> Wording {
    switch code {
    case 1, 13: ("accès refusé", "permission denied")
    case 2: ("introuvable", "not found")
    case 20: ("un élément du chemin n’est pas un répertoire", "part of the path is not a folder")
    case 21: ("c’est un répertoire", "it is a folder")
    case 28: ("disque plein", "no space left on the disk")
    case 30: ("support en lecture seule", "read-only medium")
    default: ("erreur \(code)", "error \(code)")
    }
  }
}
