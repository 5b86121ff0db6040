package import Notation

/// Why a file in another form is no checklist, and where in it.
package struct ExchangeFault: Error, Hashable, Sendable {
  package let kind: Kind
  /// The place in the text as keys and numbers, `catalog.groups[2].id`; empty for all of it.
  package let path: String
  package let value: String?

  init(_ kind: Kind, at path: String = "", value: String? = nil) {
    self.kind = kind
    self.path = path
    self.value = value
  }

  /// Nothing in the file is a criterion.
  package static let empty = Self(.noCriterion)

  package enum Kind: Hashable, Sendable {
    case notation(NotationError)
    /// Neither an OSCAL catalog nor the criteria of the RGAA.
    case unknownForm
    case missing
    case badID
    case duplicateID
    case noCriterion
  }
}

extension ExchangeFault {
  /// What is wrong.
  package var reason: (fr: String, en: String) {
    switch kind {
    case .notation(let error): error.wording
    case .unknownForm:
      (
        "ni catalogue OSCAL, ni critères du RGAA",
        "neither an OSCAL catalog nor the criteria of the RGAA"
      )
    case .missing: ("manque ou n’est pas un texte", "is missing or no text")
    case .badID:
      (
        "ne peut être un identifiant (32 lettres, chiffres, . - _ au plus)",
        "cannot be an id (32 letters, digits, . - _ at most)"
      )
    case .duplicateID: ("figure deux fois", "stands twice")
    case .noCriterion: ("ne contient aucun critère", "holds no criterion")
    }
  }

  /// What to do.
  package var remedy: (fr: String, en: String) {
    switch kind {
    case .notation: ("reprenez le fichier à sa source", "take the file from its source again")
    case .unknownForm:
      (
        "un objet « catalog » (OSCAL) ou « topics » (RGAA) est attendu\u{202F}; un tableau s’enregistre en CSV",
        "an object “catalog” (OSCAL) or “topics” (RGAA) is expected; a table is saved as CSV"
      )
    case .missing, .noCriterion, .badID, .duplicateID:
      (
        "corrigez le fichier, ou prenez sa version publiée",
        "correct the file, or take the one that was published"
      )
    }
  }
}
