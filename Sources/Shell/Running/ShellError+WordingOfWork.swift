import Auditing

extension ShellError {
  /// What is wrong with actions, follow-up, plan and team.
  var workWording: Wording {
    switch self {
    case .proofNeeded(let id):
      (
        "\(id)\u{A0}: il faut au moins une preuve de ce qui a été fait",
        "\(id): at least one piece of evidence of what was done is needed"
      )
    case .notCompleted(let id):
      (
        "\(id) n’est pas achevée\u{A0}: son efficacité ne se vérifie pas encore",
        "\(id) is not done: whether it helped cannot be verified yet"
      )
    case .ownWork(let person, let id):
      (
        "\(person) répond de \(id) ou l’a dite achevée, et ne juge pas de son propre travail",
        "\(person) answers for \(id) or said that it is done, and does not judge their own work"
      )
    case .notTakenUp(let id, let audit):
      (
        "\(id) ne peut pas reprendre ce constat\u{A0}: il faut un constat de l’audit \(audit), et une suite autre que levé",
        "\(id) cannot take this finding up: it takes a finding of audit \(audit), and another outcome than lifted"
      )
    case .samePerson(let handle):
      ("\(handle) est déjà cette personne", "\(handle) is that person already")
    case .sameAudit(let id):
      ("l’audit \(id) ne se compare pas à lui-même", "audit \(id) is not compared with itself")
    case .ownService(let person, let stake):
      (
        "\(person) répond de ce qui est audité (\(stake.fr)) et ne peut pas en être l’auditeur",
        "\(person) answers for what is audited (\(stake.en)) and cannot be its auditor"
      )
    case .leadKnown(let person, let audit):
      (
        "l’audit \(audit) a déjà un responsable\u{A0}: \(person)",
        "audit \(audit) has a lead already: \(person)"
      )
    case .dayToCome(let day):
      ("le \(day) n’est pas encore passé", "\(day) has not come yet")
    case .endBeforeStart(let start, let end):
      (
        "la fin (\(end)) n’est pas après le début (\(start))",
        "the end (\(end)) is not after the start (\(start))"
      )
    default: stateWording
    }
  }
}
