import Auditing

extension ShellError {
  /// How to go on after what is wrong with findings, verdicts, actions and team.
  var notesOfWork: [Wording] {
    switch self {
    case .nonconformityStands:
      [
        (
          "rectifiez le constat d’abord\u{A0}: constat rectifier …",
          "amend the finding first: finding amend …"
        )
      ]
    case .verdictContradicted(let criterion, let site, let ids):
      [
        (
          "dites le verdict\u{A0}: évaluation modifier \(criterion) --site \(site) --verdict non-conforme",
          "say the verdict: assessment set \(criterion) --site \(site) --verdict nonconforming"
        ),
        (
          "ou retirez le constat\u{A0}: constat retirer \(ids.first ?? "") --raison \"…\"",
          "or withdraw the finding: finding withdraw \(ids.first ?? "") --reason \"…\""
        ),
      ]
    case .evidenceNeeded:
      [("citez --preuve P3, ou écrivez --vu \"…\"", "cite --evidence P3, or write --seen \"…\"")]
    case .proofNeeded:
      [("citez --preuve P3, ou écrivez --vu \"…\"", "cite --evidence P3, or write --seen \"…\"")]
    case .notCompleted(let id):
      [
        (
          "dites-la d’abord faite\u{A0}: action achever \(id) --vu \"…\"",
          "say first that it is done: action complete \(id) --seen \"…\""
        )
      ]
    case .ownWork:
      [
        (
          "une autre personne vérifie, ou écrivez pourquoi c’est vous\u{A0}: --malgré \"…\"",
          "somebody else verifies, or write why it is you: --despite \"…\""
        )
      ]
    case .ownService:
      [
        (
          "choisissez quelqu’un d’autre, ou écrivez pourquoi\u{A0}: --malgré \"…\"",
          "choose somebody else, or write why: --despite \"…\""
        )
      ]
    case .leadKnown(let person, let audit):
      [
        (
          "donnez-lui d’abord un autre rôle\u{A0}: audit membre \(person) --rôle auditeur --audit \(audit)",
          "give them another role first: audit member \(person) --role auditor --audit \(audit)"
        )
      ]
    case .dayToCome:
      [("donnez un jour passé, ou aujourd’hui", "give a day that has passed, or today")]
    default: []
    }
  }
}
