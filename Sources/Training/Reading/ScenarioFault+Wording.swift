import Auditing
import Recfiles

extension ScenarioFault {
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

  private var type: String { recordType?.rawValue ?? "" }
  private var name: String { field ?? "" }

  private var texts: Texts {
    switch kind {
    case .syntax(let fault):
      Texts((fault.reason.fr, fault.remedy.fr), (fault.reason.en, fault.remedy.en))
    case .untypedRecord:
      Texts(
        (
          "cette fiche n’a pas de type",
          "écrivez avant elle \("%rec: Place".fr), puis une ligne vide"
        ),
        ("this record has no type", "write “%rec: Place” before it, then an empty line"))
    case .unknownType(let type, let suggestion):
      Texts(
        known: suggestion?.rawValue, among: RecordType.allCases.map(\.rawValue),
        "le type de fiche \(type.fr) n’existe pas", "there is no type of record \(type.en)")
    case .noScenario:
      Texts(
        (
          "aucune fiche Scenario ne dit quel est ce scénario",
          "commencez par \("%rec: Scenario".fr), une ligne vide, puis Id, Title_fr, Checklist…"
        ),
        (
          "no Scenario record says which scenario this is",
          "begin with “%rec: Scenario”, an empty line, then Id, Title_fr, Checklist…"
        ))
    case .secondScenario(let line):
      Texts(
        (
          "un fichier tient un seul scénario, ouvert à la ligne \(line)",
          "gardez une seule des deux fiches"
        ),
        ("a file holds one scenario, begun on line \(line)", "keep one of the two records"))
    case .missingRecord(let type):
      Texts(
        ("le scénario n’a aucune fiche \(type.rawValue)", "ajoutez-en au moins une"),
        ("the scenario has no record of type \(type.rawValue)", "add at least one"))
    default: fieldTexts
    }
  }

  private var fieldTexts: Texts {
    switch kind {
    case .unknownField(let suggestion):
      Texts(
        known: suggestion,
        among: recordType.map { FieldDeclaration.fields(of: $0).flatMap(\.names) } ?? [],
        "une fiche \(type) n’a pas de champ \(name.fr)",
        "a record of type \(type) has no field \(name.en)")
    case .missingField:
      Texts(
        ("il manque le champ \(name)", "ajoutez \("\(name): …".fr) à cette fiche \(type)"),
        ("the field \(name) is missing", "add “\(name): …” to this record of type \(type)"))
    case .repeatedField(let line):
      Texts(
        ("le champ \(name) est déjà à la ligne \(line)", "gardez un seul des deux"),
        ("the field \(name) already stands on line \(line)", "keep one of the two"))
    case .emptyValue:
      Texts(
        ("le champ \(name) est vide", "donnez-lui une valeur, ou supprimez la ligne"),
        ("the field \(name) is empty", "give it a value, or remove the line"))
    case .translationMissing:
      Texts(
        (
          "\(name) est là sans le texte français",
          "ajoutez \(name.dropLast(2))fr, la langue de référence"
        ),
        ("\(name) is here without the French text", "add \(name.dropLast(2))fr, the reference"))
    case .unknownValue(let value, let known, let suggestion):
      Texts(
        known: suggestion, among: known, "\(value.fr) n’est pas une valeur de \(name)",
        "\(value.en) is not a value of \(name)")
    case .noKeywords:
      Texts(
        (
          "cette réponse n’a pas de mots-clés\u{A0}: aucune question ne l’obtient",
          "ajoutez \("Keywords: attente, file, queue".fr)"
        ),
        ("this answer has no keywords: no question gets it", "add “Keywords: wait, queue, attente”")
      )
    default: valueTexts
    }
  }
}

/// A fault and its remedy in each language.
struct Texts {
  let fr: (reason: String, remedy: String)
  let en: (reason: String, remedy: String)

  init(_ fr: (String, String), _ en: (String, String)) {
    self.fr = fr
    self.en = en
  }

  /// A word that is not known, with the one that was meant or those that are known.
  init(known suggestion: String?, among words: [String], _ fr: String, _ en: String) {
    if let suggestion {
      self.init(
        (fr, "vouliez-vous dire \(suggestion.fr)\u{202F}?"), (en, "did you mean \(suggestion.en)?"))
    } else if words.isEmpty {
      self.init((fr, "vérifiez comment il s’écrit"), (en, "check how it is written"))
    } else {
      let list = words.prefix(12).joined(separator: ", ") + (words.count > 12 ? "…" : "")
      self.init((fr, "ce qui est connu\u{A0}: \(list)"), (en, "what is known: \(list)"))
    }
  }
}

extension String {
  /// The text between French quotation marks, cut where it is long.
  var fr: String { "«\u{A0}\(shortened)\u{A0}»" }

  /// The text between English quotation marks, cut where it is long.
  var en: String { "“\(shortened)”" }

  private var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
