import Auditing
import Recfiles

extension ChecklistFault {
  /// What is wrong and what to do, in one text.
  package var wording: (fr: String, en: String) {
    let texts = texts
    return (
      "\(texts.fr.reason)\u{202F}; \(texts.fr.remedy)", "\(texts.en.reason); \(texts.en.remedy)"
    )
  }

  /// What is wrong.
  package var reason: (fr: String, en: String) { (texts.fr.reason, texts.en.reason) }

  /// What to do.
  package var remedy: (fr: String, en: String) { (texts.fr.remedy, texts.en.remedy) }

  private var texts: Texts {
    switch kind {
    case .syntax(let fault):
      Texts(fr: (fault.reason.fr, fault.remedy.fr), en: (fault.reason.en, fault.remedy.en))
    case .expression(let fault):
      Texts(
        fr: (fault.reason[.fr], fault.remedy[.fr]), en: (fault.reason[.en], fault.remedy[.en]))
    case .untypedRecord, .unknownType, .noChecklist, .secondChecklist, .noCriterion: fileTexts
    case .unknownField, .missingField, .repeatedField, .emptyValue, .translationCount: fieldTexts
    case .unknownValue, .badNumber, .badMonths, .badDuration, .badID: valueTexts
    case .unknownUnit, .badTarget, .targetUnit: unitTexts
    case .badWord, .reservedWord, .repeatedWord: wordTexts
    case .duplicateID, .unknownReference, .foreignCommitment, .selfMapping: referenceTexts
    }
  }
}

/// A fault and its remedy in each language.
private struct Texts {
  let fr: (reason: String, remedy: String)
  let en: (reason: String, remedy: String)
}

extension ChecklistFault {
  private var type: String { recordType?.rawValue ?? "" }
  private var name: String { field ?? "" }

  /// The French field whose translation the field is.
  private var frenchName: String { name.dropLast(2) + "fr" }

  private var fileTexts: Texts {
    switch kind {
    case .unknownType(let type, let suggestion):
      let advice = advice(suggestion?.rawValue, among: RecordType.allCases.map(\.rawValue))
      return Texts(
        fr: ("le type de fiche \(type.fr) n’existe pas", advice.fr),
        en: ("there is no type of record \(type.en)", advice.en))
    case .noChecklist:
      return Texts(
        fr: (
          "aucune fiche Checklist ne dit quel est ce référentiel",
          "ajoutez \("%rec: Checklist".fr), une ligne vide, puis Id, Title_fr, Edition et Status"
        ),
        en: (
          "no Checklist record says which checklist this is",
          "add “%rec: Checklist”, an empty line, then Id, Title_fr, Edition and Status"
        ))
    case .secondChecklist(let firstLine):
      return Texts(
        fr: (
          "un fichier tient un seul référentiel, et la ligne \(firstLine) en ouvre déjà un",
          "mettez celui-ci dans un autre fichier"
        ),
        en: (
          "a file holds one checklist, and line \(firstLine) already opens one",
          "put this one into another file"
        ))
    case .noCriterion:
      return Texts(
        fr: (
          "le référentiel n’a aucun critère",
          "ajoutez au moins une fiche sous \("%rec: Criterion".fr)"
        ),
        en: ("the checklist has no criterion", "add at least one record under “%rec: Criterion”"))
    default: return untypedTexts
    }
  }

  private var untypedTexts: Texts {
    Texts(
      fr: (
        "cette fiche n’a pas de type",
        "écrivez avant elle \("%rec: Criterion".fr) ou un autre type, puis une ligne vide"
      ),
      en: (
        "this record has no type",
        "write “%rec: Criterion” or another type before it, then an empty line"
      ))
  }

  private var fieldTexts: Texts {
    switch kind {
    case .unknownField(let suggestion):
      let known = recordType.flatMap { FieldDeclaration.table[$0] }?.flatMap(\.names) ?? []
      let advice = advice(suggestion, among: known)
      return Texts(
        fr: ("une fiche \(type) n’a pas de champ \(name.fr)", advice.fr),
        en: ("a record of type \(type) has no field \(name.en)", advice.en))
    case .missingField:
      return Texts(
        fr: ("il manque le champ \(name)", "ajoutez \("\(name): …".fr) à cette fiche \(type)"),
        en: ("the field \(name) is missing", "add “\(name): …” to this record of type \(type)"))
    case .repeatedField(let firstLine):
      return Texts(
        fr: ("le champ \(name) est déjà à la ligne \(firstLine)", "gardez un seul des deux"),
        en: ("the field \(name) already stands on line \(firstLine)", "keep one of the two"))
    case .translationCount(0, _):
      return Texts(
        fr: ("\(name) est là sans \(frenchName)", "ajoutez \(frenchName), la langue de référence"),
        en: ("\(name) is here without \(frenchName)", "add \(frenchName), the reference"))
    case .translationCount(let french, let english):
      return Texts(
        fr: (
          "la fiche a \(french) \(frenchName) et \(english) \(name)",
          "donnez à chaque texte français sa traduction, ou à aucun"
        ),
        en: (
          "the record has \(french) \(frenchName) and \(english) \(name)",
          "give each French text its translation, or none"
        ))
    default:
      return Texts(
        fr: ("le champ \(name) est vide", "donnez-lui une valeur, ou supprimez la ligne"),
        en: ("the field \(name) is empty", "give it a value, or remove the line"))
    }
  }
}

extension ChecklistFault {
  private var valueTexts: Texts {
    switch kind {
    case .unknownValue(let value, let known, let suggestion):
      let advice = advice(suggestion, among: known)
      return Texts(
        fr: ("\(value.fr) n’est pas une valeur de \(name)", advice.fr),
        en: ("\(value.en) is not a value of \(name)", advice.en))
    case .badNumber(let value):
      return Texts(
        fr: ("\(value.fr) n’est pas un nombre entier", "écrivez un nombre entier à partir de 1"),
        en: ("\(value.en) is not a whole number", "write a whole number, 1 or more"))
    case .badMonths(let value):
      return Texts(
        fr: (
          "\(value.fr) n’est pas un nombre entier de mois ou d’années",
          "écrivez par exemple \("36 months".fr) ou \("3 years".fr)"
        ),
        en: (
          "\(value.en) is not a whole number of months or years",
          "write for example “36 months” or “3 years”"
        ))
    case .badDuration(let value):
      return Texts(
        fr: (
          "\(value.fr) n’est pas une durée",
          "écrivez un nombre et une unité de temps, par exemple \("12 months".fr)"
        ),
        en: (
          "\(value.en) is not a duration",
          "write a number and a unit of time, for example “12 months”"
        ))
    case .badID(let value): return Self.idTexts(value)
    default: return unitTexts
    }
  }

  private static func idTexts(_ value: String) -> Texts {
    Texts(
      fr: (
        "\(value.fr) ne peut pas être un identifiant",
        "employez au plus 32 lettres sans accent, chiffres, points, tirets ou \("_".fr), "
          + "sans espace"
      ),
      en: (
        "\(value.en) cannot be an id",
        "use at most 32 letters without accents, digits, dots, hyphens or “_”, without spaces"
      ))
  }

  private var unitTexts: Texts {
    switch kind {
    case .unknownUnit(let value, let suggestion):
      let advice = advice(suggestion, among: FieldValue.unitWords)
      return Texts(
        fr: ("l’unité \(value.fr) n’est pas connue", advice.fr),
        en: ("the unit \(value.en) is not known", advice.en))
    case .targetUnit(let target, let indicator):
      return Texts(
        fr: (
          "la cible est en \(target.fr) et l’indicateur en \(indicator.fr)",
          "donnez à la cible l’unité de l’indicateur, ou une unité qui s’y compare"
        ),
        en: (
          "the target is in \(target.en) and the indicator in \(indicator.en)",
          "give the target the indicator’s unit, or one that compares with it"
        ))
    default:
      return Texts(
        fr: (
          "la cible ne se lit pas comme une comparaison et une limite",
          "écrivez <, <=, >, >= ou =, puis la limite, par exemple \("<= 5 days".fr)"
        ),
        en: (
          "the target does not read as a comparison and a limit",
          "write <, <=, >, >= or =, then the limit, for example “<= 5 days”"
        ))
    }
  }
}

extension ChecklistFault {
  private var wordTexts: Texts {
    let advice = (
      fr: "donnez par \("Word:".fr) un autre mot à taper pour ce grade",
      en: "give with “Word:” another word to type for this grade"
    )
    switch kind {
    case .reservedWord(let word):
      return Texts(
        fr: ("\(word.fr) est déjà un mot du langage", advice.fr),
        en: ("\(word.en) is already a word of the language", advice.en))
    case .repeatedWord(let word, let firstLine):
      return Texts(
        fr: ("\(word.fr) désigne déjà le grade de la ligne \(firstLine)", advice.fr),
        en: ("\(word.en) already means the grade of line \(firstLine)", advice.en))
    default:
      return Texts(
        fr: (
          "ce que l’on tape pour un grade est un seul mot qui commence par une lettre",
          "donnez-le par \("Word:".fr), en lettres, chiffres, tirets ou \("_".fr)"
        ),
        en: (
          "what is typed for a grade is one word that begins with a letter",
          "give it with “Word:”, in letters, digits, hyphens or “_”"
        ))
    }
  }

  private var referenceTexts: Texts {
    switch kind {
    case .duplicateID(let id, let firstLine):
      return Texts(
        fr: (
          "l’identifiant \(id.fr) est déjà pris à la ligne \(firstLine)",
          "changez l’un des deux\u{A0}: majuscules et minuscules ne les distinguent pas"
        ),
        en: (
          "the id \(id.en) is already taken on line \(firstLine)",
          "change one of the two: upper and lower case do not tell them apart"
        ))
    case .unknownReference(let id, let types, let known, let suggestion):
      let (kinds, advice) = (Self.list(types.map(\.rawValue)), advice(suggestion, among: known))
      return Texts(
        fr: ("aucune fiche \(kinds.fr) n’a l’identifiant \(id.fr)", advice.fr),
        en: ("no record of type \(kinds.en) has the id \(id.en)", advice.en))
    case .foreignCommitment(let commitment, let module):
      return Texts(
        fr: (
          "l’engagement \(commitment.fr) appartient au module \(module.fr), pas à celui du critère",
          "changez Module ou Commitment pour que les deux s’accordent"
        ),
        en: (
          "the commitment \(commitment.en) belongs to module \(module.en), not to the criterion’s",
          "change Module or Commitment so that the two agree"
        ))
    default:
      return Texts(
        fr: (
          "cette correspondance mène à son point de départ",
          "nommez un autre référentiel dans Checklist, ou un autre élément dans To"
        ),
        en: (
          "this mapping leads back to its own start",
          "name another checklist in Checklist, or another item in To"
        ))
    }
  }
}

extension ChecklistFault {
  /// What to write instead: the one likely word, or the words that are known, at most twelve.
  private func advice(_ suggestion: String?, among known: [String]) -> (fr: String, en: String) {
    if let suggestion {
      return ("vouliez-vous dire \(suggestion.fr)\u{202F}?", "did you mean \(suggestion.en)?")
    }
    guard !known.isEmpty else {
      return (
        "ajoutez la fiche qui manque, ou supprimez la ligne",
        "add the record that is missing, or remove the line"
      )
    }
    let words = Self.list(known)
    return ("écrivez \(words.fr)", "write \(words.en)")
  }

  /// A choice of words, at most twelve.
  private static func list(_ words: [String]) -> (fr: String, en: String) {
    let first = words.prefix(12).dropLast(words.count > 12 ? 0 : 1).joined(separator: ", ")
    guard words.count <= 12 else { return (first + "…", first + "…") }
    let last = words.last ?? ""
    return first.isEmpty ? (last, last) : ("\(first) ou \(last)", "\(first) or \(last)")
  }
}

extension String {
  /// The text between French quotation marks, cut where it is long.
  fileprivate var fr: String { "«\u{A0}\(shortened)\u{A0}»" }

  /// The text between English quotation marks, cut where it is long.
  fileprivate var en: String { "“\(shortened)”" }

  private var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
