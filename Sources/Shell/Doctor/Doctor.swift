import Auditing
import Journaling
import Scripting
import Signing

/// Looks at the machine, the user's keys and the open dossier, and changes nothing.
struct Doctor {
  let session: Session

  init(_ session: Session) { self.session = session }

  /// One thing that was looked at: how it stands, and what to do.
  struct Sign: Sendable {
    let state: State
    let what: Wording
    var remedy: Wording?

    enum State: Sendable { case good, note, fault }

    static func good(_ fr: String, _ en: String) -> Sign { Sign(state: .good, what: (fr, en)) }

    static func note(_ fr: String, _ en: String, _ remedy: Wording? = nil) -> Sign {
      Sign(state: .note, what: (fr, en), remedy: remedy)
    }

    static func fault(_ fr: String, _ en: String, _ remedy: Wording? = nil) -> Sign {
      Sign(state: .fault, what: (fr, en), remedy: remedy)
    }

    /// The line that a person reads; names out of files are made visible.
    func lines(inWords: Bool) -> Wording {
      let mark: Wording =
        switch state {
        case .good: inWords ? ("bien\u{A0}:", "well:") : ("✓", "✓")
        case .note: inWords ? ("à savoir\u{A0}:", "to know:") : ("·", "·")
        case .fault: inWords ? ("À CORRIGER\u{A0}:", "TO MEND:") : ("✗", "✗")
        }
      let next = remedy.map { ("\n    → \($0.fr.visible)", "\n    → \($0.en.visible)") } ?? ("", "")
      return (
        "\(mark.fr) \(what.fr.visible)\(next.0)", "\(mark.en) \(what.en.visible)\(next.1)"
      )
    }
  }

  /// Everything there is to say, the machine first.
  func signs() -> [Sign] {
    var signs = programs() + clock() + keys()
    guard let dossier = session.dossier else {
      return signs + [
        .note(
          "aucun dossier ouvert\u{A0}: ses droits et son contenu n’ont pas été regardés",
          "no dossier is open: its permissions and content were not looked at")
      ]
    }
    signs += permissions(of: dossier) + parents(of: dossier) + strangers(in: dossier)
    signs += session.journalFaults.map {
      Sign(state: .fault, what: $0, remedy: ("vérifier", "verify"))
    }
    signs += checklists(in: dossier)
    signs += writers(of: dossier) + attestations() + space(of: dossier)
    return signs
  }
}
