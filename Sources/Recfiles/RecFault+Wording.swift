extension RecFault {
  /// What is wrong and what to do, in one text.
  package var wording: (fr: String, en: String) {
    let (reason, remedy) = (reason, remedy)
    return ("\(reason.fr)\u{202F}; \(remedy.fr)", "\(reason.en); \(remedy.en)")
  }

  /// What is wrong.
  package var reason: (fr: String, en: String) {
    switch kind {
    case .utf16: ("le fichier est en UTF-16", "the file is in UTF-16")
    case .notUTF8: ("ces octets ne sont pas de l’UTF-8", "these bytes are not UTF-8")
    case .nul: ("la ligne contient un octet nul", "the line holds a zero byte")
    case .indentedLine:
      ("la ligne commence par un blanc", "the line begins with a blank")
    case .strayContinuation:
      ("ce «\u{A0}+\u{A0}» ne continue aucun champ", "this “+” continues no field")
    case .notAField:
      (
        "la ligne n’est ni un champ, ni une suite, ni un commentaire",
        "the line is neither a field, nor a continuation, nor a comment"
      )
    case .blankBeforeColon(let name):
      (
        "il y a un blanc entre «\u{A0}\(name)\u{A0}» et les deux-points",
        "there is a blank between “\(name)” and the colon"
      )
    case .badName(let name):
      (
        "«\u{A0}\(name)\u{A0}» ne peut pas nommer un champ",
        "“\(name)” cannot name a field"
      )
    default: descriptorReason
    }
  }

  /// What to do.
  package var remedy: (fr: String, en: String) {
    switch kind {
    case .utf16, .notUTF8:
      ("enregistrez le fichier en UTF-8", "save the file as UTF-8")
    case .nul:
      ("supprimez-le", "remove it")
    case .indentedLine:
      (
        "supprimez le blanc, ou mettez «\u{A0}+\u{A0}» devant la suite d’un champ",
        "remove the blank, or put “+ ” in front of what continues a field"
      )
    case .strayContinuation:
      (
        "placez-le juste sous son champ, sans ligne vide ni commentaire entre les deux",
        "put it right below the field it continues, with no empty line or comment between"
      )
    case .notAField:
      (
        "écrivez «\u{A0}Champ: valeur\u{A0}», ou «\u{A0}+\u{A0}» devant la suite d’un champ",
        "write “Field: value”, or “+ ” in front of what continues a field"
      )
    case .blankBeforeColon(let name):
      ("écrivez «\u{A0}\(name):\u{A0}»", "write “\(name):”")
    case .badName:
      (
        "employez des lettres sans accent, puis des chiffres ou «\u{A0}_\u{A0}»",
        "use letters without accents, digits and “_”, beginning with a letter"
      )
    default: descriptorRemedy
    }
  }

  private var descriptorReason: (fr: String, en: String) {
    switch kind {
    case .badType(""):
      ("%rec ne dit pas le type des fiches", "%rec does not say the type of the records")
    case .badType(let type):
      (
        "«\u{A0}\(type)\u{A0}» ne peut pas nommer un type de fiche",
        "“\(type)” cannot name a type of records"
      )
    case .secondType:
      ("ce paragraphe a déjà un %rec", "this paragraph already has a %rec")
    case .repeatedType(let type, let firstLine):
      (
        "le type «\u{A0}\(type)\u{A0}» est déjà déclaré à la ligne \(firstLine)",
        "the type “\(type)” is already declared on line \(firstLine)"
      )
    case .fieldInDescriptor(let name):
      (
        "le champ «\u{A0}\(name)\u{A0}» est dans le paragraphe de %rec, où personne ne le lit",
        "the field “\(name)” is in the paragraph of %rec, where nobody reads it"
      )
    default:
      (
        "la barre oblique inverse finit le fichier, elle ne continue rien",
        "the backslash ends the file, it continues nothing"
      )
    }
  }

  private var descriptorRemedy: (fr: String, en: String) {
    switch kind {
    case .badType:
      ("écrivez par exemple «\u{A0}%rec: Criterion\u{A0}»", "write for example “%rec: Criterion”")
    case .secondType:
      ("séparez les deux par une ligne vide", "put an empty line between the two")
    case .repeatedType(let type, let firstLine):
      (
        "placez ces fiches sous le premier «\u{A0}%rec: \(type)\u{A0}», ligne \(firstLine)",
        "put these records under the first “%rec: \(type)”, line \(firstLine)"
      )
    case .fieldInDescriptor:
      ("mettez une ligne vide devant la fiche", "put an empty line before the record")
    default:
      (
        "supprimez-la, ou écrivez la ligne qui devait suivre",
        "remove it, or write the line that was to follow"
      )
    }
  }
}
