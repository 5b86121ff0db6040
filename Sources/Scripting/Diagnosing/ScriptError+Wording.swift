import Auditing

extension ScriptError {
  /// What is wrong.
  package var wording: Diagnostic.Wording {
    switch kind {
    case .utf16:
      ("ce fichier est en UTF-16\u{A0}; enregistrez-le en UTF-8", "this file is UTF-16; save it as UTF-8")
    case .notUTF8:
      ("ce fichier n’est pas en UTF-8", "this file is not UTF-8")
    case .unclosedText:
      ("ce guillemet n’est jamais refermé", "this quote is never closed")
    case .typographicQuote:
      ("un texte s’écrit entre guillemets droits", "a text is written between straight quotes")
    case .unknownEscape(let letter):
      ("« \\\(letter) » n’existe pas dans un texte", "\\\(letter) means nothing in a text")
    case .substitutionInText:
      ("$( ) ne s’écrit pas dans un texte", "$( ) cannot stand in a text")
    case .dollarInWord(let word):
      ("un $ ne peut pas suivre « \(word) » dans un mot", "a $ cannot follow \(word) in a word")
    case .strayOperator(let sign):
      ("« \(sign) » n’a pas sa place ici", "\(sign) has no place here")
    case .strayCharacter(let character):
      ("« \(character) » n’a pas sa place ici", "\(character) has no place here")
    case .expectedName:
      ("un nom est attendu ici", "a name is expected here")
    case .expectedBlock:
      ("un bloc { … } est attendu ici", "a block { … } is expected here")
    case .unclosedBlock:
      ("cette accolade n’est jamais refermée", "this brace is never closed")
    case .unclosedParenthesis:
      ("cette parenthèse n’est jamais refermée", "this bracket is never closed")
    case .unopened(let bracket):
      ("« \(bracket) » ne referme rien", "\(bracket) closes nothing")
    case .expectedExpression:
      ("une valeur est attendue ici", "a value is expected here")
    case .expectedEquals:
      ("« = » est attendu ici", "= is expected here")
    case .doubleEquals:
      ("l’égalité s’écrit avec un seul =", "equality is written with a single =")
    case .unexpected(let text):
      ("« \(text) » n’est pas attendu ici", "\(text) is not expected here")
    case .repeatedClause(let word):
      ("la clause « \(word) » est déjà donnée", "the clause \(word) is given already")
    case .unknownStatement(let word):
      ("« \(word) » est réservé et n’existe pas dans cette version",
        "\(word) is reserved and does not exist in this version")
    case .expectedIn:
      ("« in » est attendu ici", "in is expected here")
    case .elseOnItsOwnLine:
      ("« else » suit la } de son if, sur la même ligne",
        "else follows the } of its if, on the same line")
    case .paramNotFirst:
      ("« param » se place avant toute commande", "param stands before any command")
    case .tooDeep(let limit):
      ("plus de \(limit) niveaux imbriqués", "more than \(limit) levels within each other")
    case .ambiguousText:
      ("dans un fichier, ce texte se met entre guillemets", "in a file this text needs quotes")
    case .unknownVariable(let name, _, _):
      ("variable inconnue\u{A0}: $\(name)", "unknown variable: $\(name)")
    case .unchangeable(let name):
      ("$\(name) ne se modifie pas", "$\(name) cannot be changed")
    case .unknownFunction(let name, _, _):
      ("fonction inconnue\u{A0}: \(name)", "unknown function: \(name)")
    case .argumentCount(let name, let expected, let found):
      ("\(name) prend \(Self.span(expected)) valeur(s), pas \(found)",
        "\(name) takes \(Self.span(expected)) value(s), not \(found)")
    case .incomparable(let left, let right):
      ("« \(left) » et « \(right) » ne se comparent pas", "\(left) and \(right) do not compare")
    case .notANumber(let text):
      ("« \(text) » n’est pas un nombre", "\(text) is not a number")
    case .notABoolean(let text):
      ("« \(text) » n’est ni vrai ni faux", "\(text) is neither true nor false")
    case .notAList(let text):
      ("« \(text) » n’est pas une liste", "\(text) is not a list")
    case .noField(let field, let owner, _):
      ("\(owner) n’a pas de champ « \(field) »", "\(owner) has no field \(field)")
    case .fieldOutsideFilter(let field):
      ("« .\(field) » ne s’écrit que dans where", ".\(field) can only stand in where")
    case .unknownField(let field, let noun, _, _):
      ("champ inconnu de \(noun)\u{A0}: \(field)", "unknown field of \(noun): \(field)")
    case .divisionByZero:
      ("division par zéro", "division by zero")
    case .typeChanged(let name, let from, let to):
      ("$\(name) est de type \(from) et ne devient pas \(to)",
        "$\(name) is a \(from) and does not become a \(to)")
    }
  }

  /// What is known, what was probably meant, and how to go on.
  package var notes: [Diagnostic.Wording] {
    switch kind {
    case .typographicQuote(let line):
      [("écrire\u{A0}: \(line)", "write: \(line)")]
    case .unknownEscape:
      [("connus\u{A0}: \\\" \\\\ \\$ \\n", "known: \\\" \\\\ \\$ \\n")]
    case .substitutionInText:
      [("écrire avant\u{A0}: let x = $(…), puis $x", "write before it: let x = $(…), then $x")]
    case .dollarInWord(let word):
      [("écrire \"\(word)$nom\" entre guillemets", "write \"\(word)$name\" between quotes")]
    case .strayOperator:
      [
        ("une condition s’écrit après where\u{A0}; un texte entre guillemets",
          "a condition stands after where; a text between quotes")
      ]
    case .doubleEquals: [("écrire = ici", "write = here")]
    case .ambiguousText(let quoted): [("écrire\u{A0}: \(quoted)", "write: \(quoted)")]
    case .elseOnItsOwnLine: [("écrire\u{A0}: } else {", "write: } else {")]
    case .unknownVariable(_, let known, let suggestion), .unknownFunction(_, let known, let suggestion),
      .unknownField(_, _, let known, let suggestion):
      Self.known(known, suggestion)
    case .noField(_, _, let known): Self.known(known, nil)
    default: []
    }
  }

  /// The note of what is known, at most twelve, and of what was probably meant.
  package static func known(_ known: [String], _ suggestion: String?) -> [Diagnostic.Wording] {
    var notes: [Diagnostic.Wording] = []
    if !known.isEmpty, known.count <= 12 {
      let list = known.joined(separator: ", ")
      notes.append(("connus\u{A0}: \(list)", "known: \(list)"))
    }
    if let suggestion {
      notes.append(("vouliez-vous dire \(suggestion)\u{202F}?", "did you mean \(suggestion)?"))
    }
    return notes
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    if range.upperBound == .max { return "\(range.lowerBound)+" }
    return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
