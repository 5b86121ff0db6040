import Auditing

/// The words for values that the data holds as codes.
extension ReportWording {
  func word(_ verdict: Assessment.Verdict) -> RichText {
    switch verdict {
    case .notAssessed: pick("non évalué", "not assessed")
    case .conforming: pick("conforme", "conforming")
    case .nonconforming: pick("non conforme", "nonconforming")
    case .notApplicable: pick("sans objet", "not applicable")
    }
  }

  /// The verdict as the label of a series or a figure.
  func plural(_ verdict: Assessment.Verdict) -> RichText {
    switch verdict {
    case .notAssessed: pick("Non évalués", "Not assessed")
    case .conforming: pick("Conformes", "Conforming")
    case .nonconforming: pick("Non conformes", "Nonconforming")
    case .notApplicable: pick("Sans objet", "Not applicable")
    }
  }

  func mark(_ verdict: Assessment.Verdict) -> RichText {
    RichText([.mark(.verdict(verdict), word(verdict).plain)])
  }

  func mark(_ assessment: Assessment) -> RichText {
    guard assessment.isInConflict else { return mark(assessment.verdict) }
    return RichText([.mark(.conflict, plain("avis contradictoires", "in conflict"))])
  }

  func word(_ severity: Checklist.Severity) -> RichText {
    switch severity {
    case .strength: pick("point fort", "strength")
    case .improvement: pick("piste de progrès", "opportunity for improvement")
    case .sensitive: pick("point sensible", "sensitive point")
    case .minor: pick("non-conformité mineure", "minor nonconformity")
    case .major: pick("non-conformité majeure", "major nonconformity")
    }
  }

  func word(_ provenance: Checklist.Provenance) -> RichText {
    switch provenance {
    case .established: pick("provenance : établie", "provenance: established")
    case .partial: pick("provenance : partielle", "provenance: partial")
    case .inferred: pick("provenance : déduite", "provenance: inferred")
    }
  }

  func explanation(_ provenance: Checklist.Provenance) -> RichText {
    switch provenance {
    case .established: pick("lue dans le texte même", "read in the text itself")
    case .partial:
      pick("lue en partie, ou dans une source secondaire", "read in part, or in a secondary source")
    case .inferred:
      pick("déduite, ou reprise d'une édition voisine", "deduced, or taken from a related edition")
    }
  }

  func word(_ method: Checklist.Method) -> RichText {
    switch method {
    case .examine: pick("examen de documents", "document review")
    case .interview: pick("entretien", "interview")
    case .observe: pick("observation", "observation")
    case .test: pick("essai", "test")
    case .mystery: pick("visite, appel ou courriel mystère", "mystery visit, call or e-mail")
    }
  }

  func word(_ kind: Audit.Kind) -> RichText {
    switch kind {
    case .internal: pick("audit interne", "internal audit")
    case .external: pick("audit externe", "external audit")
    case .followUp: pick("audit de suivi", "follow-up audit")
    case .renewal: pick("audit de renouvellement", "renewal audit")
    case .mock: pick("audit blanc", "mock audit")
    }
  }

  func word(_ role: Audit.Member.Role) -> RichText {
    switch role {
    case .lead: pick("responsable d'audit", "lead auditor")
    case .auditor: pick("auditeur", "auditor")
    case .expert: pick("expert technique", "technical expert")
    case .observer: pick("observateur", "observer")
    case .auditee: pick("audité", "auditee")
    }
  }

  func word(_ form: Evidence.Form) -> RichText {
    switch form {
    case .file: pick("fichier", "file")
    case .statement: pick("constatation écrite", "written statement")
    }
  }

  func word(_ position: Finding.Position) -> RichText {
    switch position {
    case .accepted: pick("accepté", "accepted")
    case .contested: pick("contesté", "contested")
    case .none: pick("position non recueillie", "position not recorded")
    }
  }

  func word(_ status: Finding.Status) -> RichText {
    switch status {
    case .open: pick("ouvert", "open")
    case .answered: pick("répondu", "answered")
    case .inProgress: pick("action en cours", "action in progress")
    case .done: pick("traité, efficacité à vérifier", "done, effectiveness to be verified")
    case .closed: pick("soldé", "closed")
    case .withdrawn: pick("retiré", "withdrawn")
    }
  }

  /// The degree of fulfilment: one of the words that records know, or what a person wrote.
  func degree(_ degree: String) -> RichText {
    switch degree {
    case "fulfilled": pick("critères satisfaits", "criteria fulfilled")
    case "partly": pick("critères partiellement satisfaits", "criteria partly fulfilled")
    case "not-fulfilled": pick("critères non satisfaits", "criteria not fulfilled")
    default: RichText(data: degree)
    }
  }

  func word(_ status: Checklist.Status) -> RichText {
    switch status {
    case .provisional: pick("provisoire", "provisional")
    case .official: pick("officiel", "official")
    }
  }
}
