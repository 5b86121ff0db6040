import Auditing

/// The closed lists of values with their names in both languages.
enum Choices {
  static let verdicts = [
    Name("not-assessed", "non-évalué"), Name("conforming", "conforme"),
    Name("nonconforming", "non-conforme"), Name("not-applicable", "sans-objet"),
  ]
  static let severities = [
    Name("strength", "point-fort"), Name("improvement", "progrès"), Name("sensitive", "sensible"),
    Name("minor", "mineure"), Name("major", "majeure"),
  ]
  static let methods = [
    Name("examine", "examen"), Name("interview", "entretien"), Name("observe", "observation"),
    Name("test", "essai"), Name("mystery", "mystère"),
  ]
  static let auditKinds = [
    Name("internal", "interne"), Name("external", "externe"), Name("follow-up", "suivi"),
    Name("renewal", "renouvellement"), Name("mock", "blanc"),
  ]
  static let auditStatuses = [
    Name("open", "ouvert"), Name("concluded", "conclu"), Name("closed", "clos"),
    Name("sealed", "scellé"),
  ]
  static let findingStatuses = names(Finding.Status.self, \.wording)
  static let outcomes = names(FollowUp.Outcome.self, \.wording)
  static let followUps = [Name("new", "nouveau")] + outcomes
  static let actionKinds = names(Action.Kind.self, \.wording)
  static let actionStatuses = names(Action.Status.self, \.wording)

  /// The values of an enumeration as one types them: their French in one word.
  private static func names<Value: CaseIterable & RawRepresentable<String>>(
    _ type: Value.Type, _ wording: (Value) -> Wording
  ) -> [Name] {
    type.allCases.map { value in
      Name(value.rawValue, String(wording(value).fr.map { $0 == " " ? "-" : $0 }))
    }
  }

  static let causes = [
    Name("why", "pourquoi"), Name("people", "main-d-oeuvre"), Name("method", "méthode"),
    Name("equipment", "matériel"), Name("material", "matière"), Name("environment", "milieu"),
    Name("measurement", "mesure"), Name("management"),
  ]
  static let requestStatuses = [
    Name("asked", "demandée"), Name("received", "reçue"), Name("late", "en-retard"),
    Name("waived", "dispensée"),
  ]
  static let meetingKinds = [Name("opening", "ouverture"), Name("closing", "clôture")]
  static let positions = [
    Name("accepted", "acceptée"), Name("contested", "contestée"), Name("none", "aucune"),
  ]
  static let evidenceKinds = [Name("file", "fichier"), Name("statement", "déclaration")]
  static let evidenceStatuses = [
    Name("current", "courante"), Name("superseded", "remplacée"), Name("withdrawn", "retirée"),
  ]
  static let custodies = [
    Name("here", "ici"), Name("elsewhere", "ailleurs"), Name("destroyed", "détruite"),
    Name("missing", "manquante"),
  ]
  static let labelStatuses = [
    Name("valid", "valide"), Name("due", "à-renouveler"), Name("expired", "expiré"),
    Name("withdrawn", "retiré"), Name("contested", "contesté"),
  ]
  static let milestoneStatuses = [
    Name("planned", "prévu"), Name("overdue", "en-retard"), Name("done", "fait"),
    Name("cancelled", "annulé"), Name("contested", "contesté"),
  ]
  static let milestoneKinds = [
    Name("surveillance-preparation", "préparation-du-suivi"),
    Name("surveillance-audit", "audit-de-suivi"), Name("renewal-decision", "décision"),
    Name("satisfaction-survey", "enquête"), Name("self-assessment", "autoévaluation"),
    Name("documents", "pièces"), Name("internal-audit", "audit-interne"),
    Name("corrections"), Name("external-audit", "audit-externe"),
    Name("reminder-6m", "rappel-6m"), Name("reminder-3m", "rappel-3m"),
    Name("reminder-1m", "rappel-1m"), Name("reminder-5wd", "rappel-5jo"),
    Name("end-of-validity", "fin-de-validité"), Name("action"),
  ]
  static let conflictStatuses = [Name("open", "ouvert"), Name("resolved", "tranché")]
  static let provenances = [
    Name("established", "établi"), Name("partial", "partiel"), Name("inferred", "déduit"),
  ]
  static let conventions = [Name("eve", "veille"), Name("anniversary", "anniversaire")]
  static let roles = [
    Name("lead", "responsable"), Name("auditor", "auditeur"), Name("expert", "expert"),
    Name("observer", "observateur"), Name("auditee", "audité"),
  ]
  static let statistics = [
    Name("mean", "moyenne"), Name("median", "médiane"), Name("share", "part"),
    Name("count", "nombre"),
  ]
  static let directions = [Name("lower", "moins"), Name("higher", "plus")]
  static let acts = [
    Name("sign", "signer"), Name("approve", "approuver"), Name("acknowledge", "prendre-acte"),
    Name("reserve", "réserver"), Name("refuse", "refuser"),
  ]
  static let signatureFormats = [Name("ssh"), Name("x509"), Name("openpgp")]
  static let degrees = [
    Name("fulfilled", "satisfait"), Name("partly", "partiellement"),
    Name("not-fulfilled", "non-satisfait"),
  ]
  static let countings = [Name("calendar", "calendaires"), Name("working", "ouvrés")]
  static let sampleStatuses = [
    Name("open", "à-relever"), Name("to-extend", "à-étendre"), Name("complete", "complet"),
  ]
  static let itemVerdicts = [
    Name("within", "conforme"), Name("beyond", "écart"), Name("pending", "sans-réponse"),
    Name("unjudged", "sans-limite"), Name("unrecorded", "non-relevé"),
  ]
  static let senses = [
    Name("favourable", "favorable"), Name("other", "autre"), Name("excluded", "hors-compte"),
  ]
  static let purposes = [
    Name("real", "réel"), Name("exercise", "exercice"), Name("trial", "essai"),
  ]
  static let checklistStatuses = [Name("provisional", "provisoire"), Name("official", "officiel")]
  static let editions = [
    Name("complete", "complète"), Name("communicable"), Name("training", "formation"),
  ]
  static let grounds = [
    Name("privacy", "vie-privée"), Name("judgement", "appréciation"),
    Name("behaviour", "comportement"), Name("business", "secret-des-affaires"),
    Name("security", "sécurité"),
  ]
  static let keys = [Name("emacs"), Name("vi")]
  static let switches = [
    Name("yes", "oui"), Name("no", "non"), Name("on", "activé"), Name("off", "désactivé"),
  ]
  static let languages = [Name("fr"), Name("en")]
  static let colours = [Name("auto"), Name("always", "toujours"), Name("never", "jamais")]
}
