extension ScenarioFault {
  /// What is wrong with a value.
  var valueTexts: Texts {
    switch kind {
    case .badID(let value):
      Texts(
        (
          "\(value.fr) ne peut pas être un identifiant",
          "employez au plus 32 lettres sans accent, chiffres, points et tirets, sans espace"
        ),
        (
          "\(value.en) cannot be an id",
          "use at most 32 letters without accents, digits, dots and hyphens, without spaces"
        ))
    case .badNumber(let value, let range):
      Texts(
        (
          "\(value.fr) n’est pas un nombre de \(range.lowerBound) à \(range.upperBound)",
          "écrivez un nombre entier dans ces bornes"
        ),
        (
          "\(value.en) is no number from \(range.lowerBound) to \(range.upperBound)",
          "write a whole number within these bounds"
        ))
    case .badDecimal(let value):
      Texts(
        ("\(value.fr) n’est pas un nombre", "écrivez par exemple 12 ou 12,5"),
        ("\(value.en) is not a number", "write for example 12 or 12.5"))
    case .badDate(let value):
      Texts(
        ("\(value.fr) n’est pas une date", "écrivez par exemple 2026-03-12"),
        ("\(value.en) is not a date", "write for example 2026-03-12"))
    case .badLimit(let value):
      Texts(
        (
          "\(value.fr) n’est pas un délai",
          "écrivez \("5 d".fr), ou \("10 wd".fr) du lundi au vendredi"
        ),
        ("\(value.en) is not a limit", "write “5 d”, or “10 wd” for Monday to Friday"))
    case .badTarget(let value):
      Texts(
        (
          "\(value.fr) n’est pas une cible",
          "écrivez une comparaison et un nombre\u{A0}: \("<= 10".fr)"
        ),
        ("\(value.en) is not a target", "write a comparison and a number: “<= 10”"))
    case .badRow(let value):
      Texts(
        (
          "la ligne \(value.fr) ne se lit pas",
          "écrivez \("2026-02-03 | 2026-02-06 | objet".fr), ou des nombres pour une mesure"
        ),
        (
          "the row \(value.en) cannot be read",
          "write “2026-02-03 | 2026-02-06 | subject”, or numbers for a measurement"
        ))
    case .unknownUnit(let value):
      Texts(
        ("l’unité \(value.fr) n’est pas connue", "écrivez %, s, min, h, days ou count"),
        ("the unit \(value.en) is not known", "write %, s, min, h, days or count"))
    case .unknownVariable(let name):
      Texts(
        (
          "rien ne s’appelle \("{\(name)}".fr) ici",
          "ajoutez une fiche Variable de ce nom, ou fermez l’accolade"
        ),
        ("nothing is called “{\(name)}” here", "add a Variable of that name, or close the brace"))
    case .badVariable:
      Texts(
        (
          "cette variable ne dit pas ce qu’elle vaut",
          "donnez From ou des Value, et à chaque Value autant de parties « | » que de Names"
        ),
        (
          "this variable does not say what it is worth",
          "give From or Values, and each Value as many parts “|” as there are Names"
        ))
    case .poolExhausted(let pool):
      Texts(
        (
          "plus de variables que de valeurs dans \(pool.fr)",
          "ajoutez des valeurs à cette fiche Pool"
        ),
        ("more variables than values in \(pool.en)", "add values to this Pool"))
    default: referenceTexts
    }
  }

  private var referenceTexts: Texts {
    switch kind {
    case .duplicateID(let id, let line):
      Texts(
        (
          "l’identifiant \(id.fr) est déjà pris à la ligne \(line)",
          "changez l’un des deux\u{A0}: tous les types de fiches les partagent"
        ),
        (
          "the id \(id.en) is already taken on line \(line)",
          "change one of the two: all types of records share them"
        ))
    case .unknownReference(let id, let types, let known, let suggestion):
      Texts(
        known: suggestion, among: known,
        "aucune fiche \(types.map(\.rawValue).joined(separator: ", ")) n’a l’identifiant \(id.fr)",
        "no record of type \(types.map(\.rawValue).joined(separator: ", ")) has the id \(id.en)")
    case .plusWithoutMore(let id):
      Texts(
        (
          "\("\(id)+".fr) demande une réponse qui a More_fr",
          "ôtez le +, ou ajoutez More_fr à la réponse"
        ),
        (
          "\("\(id)+".en) needs an answer that has More_fr",
          "drop the +, or add More_fr to the answer"
        ))
    case .siteNeeded:
      Texts(
        ("le scénario a plusieurs sites et ceci ne dit pas lequel", "ajoutez \("Site: …".fr)"),
        ("the scenario has several sites and this does not say which", "add “Site: …”"))
    case .unknownChecklist(let id, let known):
      Texts(
        known: nil, among: known, "le référentiel \(id.fr) n’est pas connu",
        "the checklist \(id.en) is not known")
    case .unknownEdition(let edition, let known):
      Texts(
        known: known, among: [], "ce référentiel n’a pas d’édition \(edition.fr)",
        "this checklist has no edition \(edition.en)")
    case .unknownModule(let id, let known):
      Texts(
        known: nil, among: known, "aucun module ouvert ne s’appelle \(id.fr)",
        "no open module is called \(id.en)")
    case .unknownCriterion(let id, let suggestion):
      Texts(
        known: suggestion, among: [], "le référentiel n’a pas de critère \(id.fr)",
        "the checklist has no criterion \(id.en)")
    default: scopeTexts
    }
  }

  private var scopeTexts: Texts {
    switch kind {
    case .criterionOutside(let id, let site):
      Texts(
        (
          "le critère \(id.fr) n’est pas dans le périmètre de \(site.fr)",
          "ajoutez son module à la fiche Site, ou choisissez un autre critère"
        ),
        (
          "the criterion \(id.en) is not in the scope of \(site.en)",
          "add its module to the Site record, or choose another criterion"
        ))
    case .unknownGrade(let code, let known):
      Texts(
        known: nil, among: known, "le référentiel n’a pas de grade \(code.fr)",
        "the checklist has no grade \(code.en)")
    default: senseTexts
    }
  }
}
