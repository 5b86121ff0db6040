import Auditing

extension ScriptError {
  /// What is wrong.
  package var wording: Diagnostic.Wording {
    switch kind {
    case .utf16: ("ce fichier est en UTF-16", "this file is in UTF-16")
    case .notUTF8: ("cet octet n’est pas de l’UTF-8", "this byte is not UTF-8")
    default: textWording
    }
  }

  private var textWording: Diagnostic.Wording {
    switch kind {
    case .unclosedText: ("ce guillemet n’est jamais refermé", "this quote is never closed")
    case .typographicQuote:
      ("un texte se met entre guillemets droits", "a text stands between straight quotes")
    case .unknownEscape(let letter):
      (
        "\(fr("\\" + letter)) n’existe pas dans un texte",
        "\(en("\\" + letter)) means nothing in a text"
      )
    case .substitutionInText:
      ("$( ) ne s’écrit pas dans un texte", "$( ) cannot stand in a text")
    case .dollarInWord(let word):
      ("il y a un $ dans le mot \(fr(word))", "there is a $ in the word \(en(word))")
    case .strayOperator(let sign), .strayCharacter(let sign):
      ("\(fr(sign)) n’a pas sa place ici", "\(en(sign)) has no place here")
    case .ambiguousText:
      ("dans un fichier, ce texte se met entre guillemets", "in a file this text needs quotes")
    default: statementWording
    }
  }

  private var statementWording: Diagnostic.Wording {
    switch kind {
    case .expectedName: ("un nom est attendu ici", "a name is expected here")
    case .reservedName(let name):
      ("\(fr(name)) est un mot réservé", "\(en(name)) is a reserved word")
    case .expectedExpression:
      ("une valeur est attendue ici", "a value is expected here")
    case .expectedEquals: ("un = est attendu ici", "an = is expected here")
    case .doubleEquals:
      ("l’égalité s’écrit avec un seul =", "equality is written with a single =")
    case .repeatedClause(let word):
      ("la clause \(fr(word)) est donnée deux fois", "the clause \(en(word)) is given twice")
    case .englishWord(let word, let meant):
      ("\(fr(word)) s’écrit \(meant)", "\(en(word)) is written \(meant)")
    case .expectedParenthesis: ("une ( est attendue ici", "a ( is expected here")
    case .notACommand(let word):
      ("\(fr(word)) n’est pas une commande", "\(en(word)) is not a command")
    case .expectedIn: ("le mot in est attendu ici", "the word in is expected here")
    case .elseOnItsOwnLine:
      (
        "else se place après la } de son if, sur la même ligne",
        "else stands after the } of its if, on the same line"
      )
    case .paramNotFirst:
      ("param se place avant toute commande", "param stands before any command")
    case .tooDeep(let limit):
      ("plus de \(limit) niveaux imbriqués", "more than \(limit) levels within each other")
    case .unexpected(let text):
      ("\(fr(text)) n’est pas attendu ici", "\(en(text)) is not expected here")
    default: bracketWording
    }
  }

  private var bracketWording: Diagnostic.Wording {
    switch kind {
    case .expectedBlock:
      ("un bloc { … } est attendu ici", "a block { … } is expected here")
    case .unclosedBlock:
      ("cette accolade n’est jamais refermée", "this brace is never closed")
    case .unclosedParenthesis:
      ("cette parenthèse n’est jamais refermée", "this parenthesis is never closed")
    case .unopened(let bracket):
      ("\(fr(bracket)) ne referme rien", "\(en(bracket)) closes nothing")
    default: definitionWording
    }
  }

  private var definitionWording: Diagnostic.Wording {
    switch kind {
    case .notInBlock(let word):
      ("\(fr(word)) se place hors de tout bloc", "\(en(word)) stands outside every block")
    case .returnOutsideDefinition:
      ("return n’a de sens que dans un def", "return means something in a def only")
    case .takenName(let name, isFunction: true):
      ("\(fr(name)) est déjà une fonction", "\(en(name)) is a function already")
    case .takenName(let name, isFunction: false):
      ("\(fr(name)) est déjà une commande", "\(en(name)) is a command already")
    case .repeatedDefinition(let name):
      ("\(fr(name)) est défini deux fois", "\(en(name)) is defined twice")
    case .repeatedParameter(let name):
      ("le paramètre \(fr(name)) est donné deux fois", "the parameter \(en(name)) is given twice")
    case .sourcedTwice(let name):
      (
        "le fichier inclus définit \(fr(name)), qui existe déjà ici",
        "the sourced file makes \(en(name)), which is here already"
      )
    case .valuesOnly(let name):
      (
        "\(fr(name)) ne prend que des valeurs, sans option ni clause",
        "\(en(name)) takes values only, no option and no clause"
      )
    case .definitionInFilter(let name):
      ("\(fr(name)) ne se calcule pas dans where", "\(en(name)) is not computed in where")
    case .tooManyCalls(let limit):
      ("plus de \(limit) appels imbriqués", "more than \(limit) calls within each other")
    default: sourceWording
    }
  }

  private var sourceWording: Diagnostic.Wording {
    switch kind {
    case .pathNotLiteral:
      (
        "le nom du fichier inclus s’écrit en toutes lettres",
        "the name of a sourced file is written out"
      )
    case .sourceCycle(let path):
      ("\(fr(path)) s’inclut lui-même", "\(en(path)) sources itself")
    case .parameterInSource(let name):
      (
        "le paramètre \(fr(name)) se déclare dans le fichier que l’on lance",
        "the parameter \(en(name)) belongs in the file that is run"
      )
    case .notAtStart(let word):
      (
        "\(fr(word)) n’a pas sa place dans le fichier de démarrage",
        "\(en(word)) has no place in the start-up file"
      )
    case .valueNotYet(let name):
      ("$\(name) n’a pas encore de valeur ici", "$\(name) has no value here yet")
    default: nameWording
    }
  }

  private var nameWording: Diagnostic.Wording {
    switch kind {
    case .unknownVariable(let name, _, _):
      ("variable inconnue\u{A0}: $\(name)", "unknown variable: $\(name)")
    case .unchangeable(let name):
      ("$\(name) ne se modifie pas", "$\(name) cannot be changed")
    case .missingParameter(let name):
      ("le paramètre \(fr(name)) n’est pas donné", "the parameter \(en(name)) is not given")
    case .unknownFunction(let name, _, _):
      ("fonction inconnue\u{A0}: \(name)", "unknown function: \(name)")
    case .argumentCount(let name, let expected, let found):
      (
        "\(name) prend \(Self.count(expected, "valeur", "à")), et non \(found)",
        "\(name) takes \(Self.count(expected, "value", "to")), not \(found)"
      )
    case .fieldOutsideFilter(let field):
      (".\(field) n’a de sens que dans where", ".\(field) means something in where only")
    case .noField(let field, let owner, _):
      ("\(fr(owner)) n’a pas de champ \(fr(field))", "\(en(owner)) has no field \(en(field))")
    case .typeChanged(let name, let from, let to):
      (
        "$\(name) est de type \(from) et ne peut devenir \(to)",
        "$\(name) is of type \(from) and cannot become \(to)"
      )
    default: valueWording
    }
  }

  private var valueWording: Diagnostic.Wording {
    switch kind {
    case .incomparable(let left, let right):
      (
        "\(fr(left)) et \(fr(right)) ne se comparent pas",
        "\(en(left)) and \(en(right)) do not compare"
      )
    case .notANumber(let text):
      ("\(fr(text)) n’est pas un nombre", "\(en(text)) is not a number")
    case .notADate(let text):
      ("\(fr(text)) n’est pas une date", "\(en(text)) is not a date")
    case .notABoolean(let text):
      ("\(fr(text)) n’est ni vrai ni faux", "\(en(text)) is neither true nor false")
    case .notAList(let text):
      ("\(fr(text)) n’est pas une liste", "\(en(text)) is not a list")
    case .divisionByZero: ("division par zéro", "division by zero")
    case .numberTooLarge:
      ("le résultat a plus de 18 chiffres", "the result has more than 18 digits")
    case .rangeTooLong(let limit):
      ("cette suite a plus de \(limit) nombres", "this range has more than \(limit) numbers")
    default:
      ("les jours ouvrés ne sont pas connus ici", "working days are not known here")
    }
  }
}

// MARK: - What is known, what was probably meant, and how to go on

extension ScriptError {
  /// The notes that follow the excerpt, each on its line.
  package var notes: [Diagnostic.Wording] {
    switch kind {
    case .unknownVariable(_, let known, let suggestion),
      .unknownFunction(_, let known, let suggestion):
      Self.known(known, suggestion)
    case .noField(_, _, let known): Self.known(known, nil)
    case .ambiguousText(let quoted, let other):
      [("écrire\u{A0}: \(quoted)", "write: \(quoted)")]
        + (other.map { [("ou bien\u{A0}: \($0)", "or else: \($0)")] } ?? [])
    default: remedy.map { [$0] } ?? []
    }
  }

  private var remedy: Diagnostic.Wording? {
    switch kind {
    case .utf16, .notUTF8: ("enregistrer le fichier en UTF-8", "save the file as UTF-8")
    case .typographicQuote(let line): ("écrire\u{A0}: \(line)", "write: \(line)")
    case .unknownEscape: ("connus\u{A0}: \\\" \\\\ \\$ \\n", "known: \\\" \\\\ \\$ \\n")
    case .substitutionInText:
      ("écrire avant\u{A0}: let x = $(…), puis $x ici", "write before: let x = $(…), then $x here")
    case .dollarInWord(let word): ("écrire\u{A0}: \"\(word)\"", "write: \"\(word)\"")
    case .strayOperator(let sign) where "+-*/".contains(sign):
      ("un calcul se met entre parenthèses", "a calculation stands between parentheses")
    case .strayOperator("!"): ("la négation s’écrit not", "the negation is written not")
    case .strayOperator:
      (
        "une condition suit where\u{202F}; un texte se met entre guillemets",
        "a condition follows where; a text stands between quotes"
      )
    case .strayCharacter("$"):
      (
        "une variable s’écrit $nom\u{202F}; un texte avec $ se met entre guillemets",
        "a variable is written $name; a text with $ stands between quotes"
      )
    case .reservedName: ("prendre un autre nom", "take another name")
    case .doubleEquals: ("écrire = ici", "write = here")
    case .elseOnItsOwnLine: ("écrire\u{A0}: } else {", "write: } else {")
    case .notACommand:
      (
        "l’écrire dans un fichier, ou après -c entre guillemets",
        "write it in a file, or after -c between quotes"
      )
    case .englishWord:
      (
        "les mots de la langue sont anglais, les noms et les champs aussi français",
        "the words of the language are English, nouns and fields French too"
      )
    case .definitionInFilter(let name):
      ("le calculer avant\u{A0}: let x = \(name)(…)", "compute it before: let x = \(name)(…)")
    case .takenName, .repeatedDefinition, .repeatedParameter:
      ("prendre un autre nom", "take another name")
    case .pathNotLiteral:
      ("écrire\u{A0}: source \"fichier.constat\"", "write: source \"file.constat\"")
    case .notAtStart:
      ("il peut contenir set, let, def et source", "it may hold set, let, def and source")
    case .missingParameter(let name): ("ajouter --\(name)", "add --\(name)")
    case .fieldOutsideFilter(let field):
      (
        "un texte se met entre guillemets\u{A0}: \".\(field)\"",
        "a text stands between quotes: \".\(field)\""
      )
    default: nil
    }
  }

  /// The note of what is known, at most twelve, and of what was probably meant.
  package static func known(_ known: [String], _ suggestion: String?) -> [Diagnostic.Wording] {
    var notes: [Diagnostic.Wording] = []
    if !known.isEmpty {
      let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? "…" : "")
      notes.append(("connus\u{A0}: \(list)", "known: \(list)"))
    }
    if let suggestion {
      notes.append(("vouliez-vous dire \(suggestion)\u{202F}?", "did you mean \(suggestion)?"))
    }
    return notes
  }

  /// A count of things: `1 value`, `2 values`, `1 to 2 values`.
  private static func count(_ range: ClosedRange<Int>, _ noun: String, _ to: String) -> String {
    let number =
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) \(to) \(range.upperBound)"
    return "\(number) \(noun)\(range.upperBound > 1 ? "s" : "")"
  }

  /// A piece of the script in a French sentence.
  private func fr(_ text: String) -> String { "«\u{A0}\(Self.short(text))\u{A0}»" }

  /// A piece of the script in an English sentence.
  private func en(_ text: String) -> String { "“\(Self.short(text))”" }

  private static func short(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(59)) + "…" : text
  }
}
