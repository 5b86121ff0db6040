import Auditing
import Signing
import Training

/// What can go wrong in an exercise: data only.
enum MockError: Error {
  case noExercise
  case running(String)
  case handedIn
  case notYetHandedIn
  case unknown(Thing, String, known: [String], suggestion: String?)
  case notAScenario(String)
  case scenarioFaults(String, Int)
  case noMoreHints
  case keyNeeded(String)
  case notAKey(String)
  case foreignKey(TrainingError, dossier: String)
  case destinationNeeded
  case unknownForm(String)

  /// What a command may name in an exercise.
  enum Thing { case scenario, place, person, document, sample }
}

extension MockError {
  /// The exit code that it deserves.
  var exit: ExitCode {
    switch self {
    case .handedIn: .refused
    case .foreignKey: .integrity
    case .destinationNeeded, .unknownForm, .scenarioFaults: .usage
    default: .failed
    }
  }

  /// What is wrong.
  var wording: Wording {
    switch self {
    case .noExercise: ("aucun exercice n’est en cours ici", "no exercise is under way here")
    case .running(let scenario):
      (
        "l’exercice \(scenario) n’est pas encore rendu dans ce dossier",
        "exercise \(scenario) is not handed in yet in this dossier"
      )
    case .handedIn:
      (
        "la copie est rendue\u{A0}: plus rien n’y change",
        "it is handed in: nothing changes any more"
      )
    case .notYetHandedIn: ("la copie n’est pas rendue", "it is not handed in")
    case .unknown(let thing, let word, _, _):
      ("\(thing.name.fr) introuvable\u{A0}: \(word)", "no such \(thing.name.en): \(word)")
    case .notAScenario(let path):
      (
        "«\u{A0}\(path)\u{A0}» n’est ni un scénario ni un paquet",
        "\(path) is neither a scenario nor a pack"
      )
    case .scenarioFaults(let path, let count):
      (
        "«\u{A0}\(path)\u{A0}» a \(count.fr("faute(s)"))\u{A0}: il ne se joue pas",
        "\(path) has \(count.en("fault(s)")): it cannot be played"
      )
    case .noMoreHints: ("il n’y a plus d’indice", "there are no more hints")
    case .keyNeeded(let scenario):
      (
        "la clé de l’exercice \(scenario) n’est pas ici",
        "the key of exercise \(scenario) is not here"
      )
    case .notAKey(let path): ("«\u{A0}\(path)\u{A0}» n’est pas une clé", "\(path) is no key")
    case .foreignKey(let error, let dossier):
      ("\(dossier)\u{A0}: \(error.wording.fr)", "\(dossier): \(error.wording.en)")
    case .destinationNeeded: ("il manque --vers FICHIER", "--to FILE is missing")
    case .unknownForm(let path):
      ("«\u{A0}\(path)\u{A0}» ne dit pas un format connu", "\(path) does not say a known format")
    }
  }

  /// What is known, and how to go on.
  var notes: [Wording] {
    switch self {
    case .noExercise:
      [
        (
          "commencer\u{A0}: blanc commencer accueil, puis --dossier exercice-accueil",
          "begin one: mock start accueil, then --dossier exercice-accueil"
        )
      ]
    case .running: [("rendre\u{A0}: blanc rendre", "hand it in: mock hand-in")]
    case .handedIn: [("noter\u{A0}: blanc noter", "score it: mock score")]
    case .notYetHandedIn: [("rendre\u{A0}: blanc rendre", "hand it in: mock hand-in")]
    case .unknown(_, _, let known, let suggestion):
      (known.isEmpty
        ? []
        : [
          (
            "connus\u{A0}: \(known.joined(separator: ", "))",
            "known: \(known.joined(separator: ", "))"
          )
        ])
        + (suggestion.map { [("vouliez-vous dire \($0)\u{202F}?", "did you mean \($0)?")] } ?? [])
    case .scenarioFaults(let path, _):
      [
        (
          "constat check \(path.commandWord) dit lesquelles",
          "constat check \(path.commandWord) tells which"
        )
      ]
    case .keyNeeded:
      [
        (
          "donner la clé ou le scénario\u{A0}: blanc noter --clé FICHIER",
          "give the key or the scenario: mock score --key FILE"
        )
      ]
    case .unknownForm: [(".html, .fodt, .md, .csv", ".html, .fodt, .md, .csv")]
    default: []
    }
  }
}

extension MockError.Thing {
  var name: Name {
    switch self {
    case .scenario: Name("scenario", "scénario")
    case .place: Name("place", "lieu")
    case .person: Name("person", "personne")
    case .document: Name("document")
    case .sample: Name("register", "registre")
    }
  }
}
