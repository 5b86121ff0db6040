/// What statuses, kinds and outcomes are called, in records as in sentences.
extension Finding.Status {
  /// The name in French and in English.
  package var wording: (fr: String, en: String) {
    switch self {
    case .open: ("ouvert", "open")
    case .answered: ("répondu", "answered")
    case .inProgress: ("en cours", "in progress")
    case .done: ("traité", "done")
    case .closed: ("soldé", "closed")
    case .withdrawn: ("retiré", "withdrawn")
    }
  }
}

extension FollowUp.Outcome {
  /// The name in French and in English.
  package var wording: (fr: String, en: String) {
    switch self {
    case .lifted: ("levé", "lifted")
    case .persists: ("persiste", "persists")
    case .recurs: ("récidive", "recurs")
    case .regressed: ("régressé", "regressed")
    }
  }
}

extension Action.Kind {
  /// The name in French and in English.
  package var wording: (fr: String, en: String) {
    switch self {
    case .correction: ("correction", "correction")
    case .corrective: ("corrective", "corrective")
    case .preventive: ("préventive", "preventive")
    case .improvement: ("amélioration", "improvement")
    }
  }
}

extension Action.Status {
  /// The name in French and in English.
  package var wording: (fr: String, en: String) {
    switch self {
    case .open: ("ouverte", "open")
    case .done: ("achevée", "done")
    case .verified: ("vérifiée", "verified")
    case .ineffective: ("inefficace", "ineffective")
    }
  }
}
