import Scripting

/// One kind of error: a script that has it at the marked place, and what is said.
struct CatalogueEntry {
  let name: String
  let script: String
  let fr: [String]
  let en: [String]

  init(_ name: String, _ script: String, fr: [String], en: [String]) {
    self.name = name
    self.script = script
    self.fr = fr
    self.en = en
  }
}

/// Every kind of error of the language: its name, an example, and its message and notes.
let catalogue: [CatalogueEntry] = [
  .init(
    "notUTF8", "note caf⟦\u{FFFD}⟧",
    fr: ["cet octet n’est pas de l’UTF-8", "enregistrer le fichier en UTF-8"],
    en: ["this byte is not UTF-8", "save the file as UTF-8"]),
  .init(
    "unclosedText", "print ⟦\"⟧Délai", fr: ["ce guillemet n’est jamais refermé"],
    en: ["this quote is never closed"]),
  .init(
    "typographicQuote", "print ⟦«⟧ Délai »",
    fr: ["un texte se met entre guillemets droits", "écrire : print \"Délai\""],
    en: ["a text stands between straight quotes", "write: print \"Délai\""]),
  .init(
    "unknownEscape", "print \"C:⟦\\d⟧ossier\"",
    fr: ["« \\d » n’existe pas dans un texte", "connus : \\\" \\\\ \\$ \\n"],
    en: ["“\\d” means nothing in a text", "known: \\\" \\\\ \\$ \\n"]),
  .init(
    "substitutionInText", "print \"⟦$(⟧list)\"",
    fr: ["$( ) ne s’écrit pas dans un texte", "écrire avant : let x = $(…), puis $x ici"],
    en: ["$( ) cannot stand in a text", "write before: let x = $(…), then $x here"]),
  .init(
    "dollarInWord", "print ⟦prix$n⟧ ici",
    fr: ["il y a un $ dans le mot « prix$n »", "écrire : \"prix$n\""],
    en: ["there is a $ in the word “prix$n”", "write: \"prix$n\""]),
  .init(
    "strayOperator", "print a ⟦=⟧ b",
    fr: [
      "« = » n’a pas sa place ici", "une condition suit where ; un texte se met entre guillemets",
    ],
    en: ["“=” has no place here", "a condition follows where; a text stands between quotes"]),
  .init(
    "strayOperator", "print 5 ⟦*⟧ 3",
    fr: ["« * » n’a pas sa place ici", "un calcul se met entre parenthèses"],
    en: ["“*” has no place here", "a calculation stands between parentheses"]),
  .init(
    "strayOperator", "if ⟦!⟧$x { next }",
    fr: ["« ! » n’a pas sa place ici", "la négation s’écrit not"],
    en: ["“!” has no place here", "the negation is written not"]),
  .init(
    "strayCharacter", "print ⟦$⟧5",
    fr: [
      "« $ » n’a pas sa place ici",
      "une variable s’écrit $nom ; un texte avec $ se met entre guillemets",
    ],
    en: [
      "“$” has no place here",
      "a variable is written $name; a text with $ stands between quotes",
    ]),
  .init(
    "ambiguousText", "note ⟦vu; next⟧",
    fr: [
      "dans un fichier, ce texte se met entre guillemets", "écrire : \"vu; next\"",
      "ou bien : \"vu\"; next",
    ],
    en: ["in a file this text needs quotes", "write: \"vu; next\"", "or else: \"vu\"; next"]),
  .init(
    "expectedName", "let ⟦3⟧ = 4", fr: ["un nom est attendu ici"], en: ["a name is expected here"]),
  .init(
    "reservedName", "let ⟦in⟧ = 4", fr: ["« in » est un mot réservé", "prendre un autre nom"],
    en: ["“in” is a reserved word", "take another name"]),
  .init(
    "expectedBlock", "if 1 = 1⟦⟧", fr: ["un bloc { … } est attendu ici"],
    en: ["a block { … } is expected here"]),
  .init(
    "unclosedBlock", "if 1 = 1 ⟦{⟧ next", fr: ["cette accolade n’est jamais refermée"],
    en: ["this brace is never closed"]),
  .init(
    "unclosedParenthesis", "print ⟦(⟧1, 2", fr: ["cette parenthèse n’est jamais refermée"],
    en: ["this parenthesis is never closed"]),
  .init("unopened", "next ⟦}⟧", fr: ["« } » ne referme rien"], en: ["“}” closes nothing"]),
  .init(
    "expectedExpression", "let x =⟦⟧", fr: ["une valeur est attendue ici"],
    en: ["a value is expected here"]),
  .init("expectedEquals", "let x ⟦3⟧", fr: ["un = est attendu ici"], en: ["an = is expected here"]),
  .init(
    "doubleEquals", "if 1 ⟦==⟧ 1 { next }",
    fr: ["l’égalité s’écrit avec un seul =", "écrire = ici"],
    en: ["equality is written with a single =", "write = here"]),
  .init(
    "unexpected", "let x = 3 ⟦4⟧", fr: ["« 4 » n’est pas attendu ici"],
    en: ["“4” is not expected here"]),
  .init(
    "repeatedClause", "list limit 5 ⟦limit⟧ 6", fr: ["la clause « limit » est donnée deux fois"],
    en: ["the clause “limit” is given twice"]),
  .init(
    "englishWord", "list ⟦où⟧ a = b",
    fr: [
      "« où » s’écrit where",
      "les mots de la langue sont anglais, les noms et les champs aussi français",
    ],
    en: [
      "“où” is written where",
      "the words of the language are English, nouns and fields French too",
    ]),
  .init(
    "expectedParenthesis", "def relance ⟦{⟧ next }", fr: ["une ( est attendue ici"],
    en: ["a ( is expected here"]),
  .init(
    "notInBlock", "if 1 = 1 { ⟦def⟧ f() { next } }", fr: ["« def » se place hors de tout bloc"],
    en: ["“def” stands outside every block"]),
  .init(
    "returnOutsideDefinition", "next\n⟦return⟧ 3", fr: ["return n’a de sens que dans un def"],
    en: ["return means something in a def only"]),
  .init(
    "takenName", "def ⟦count⟧(l) { next }",
    fr: ["« count » est déjà une fonction", "prendre un autre nom"],
    en: ["“count” is a function already", "take another name"]),
  .init(
    "takenName", "def ⟦Note⟧(l) { next }",
    fr: ["« Note » est déjà une commande", "prendre un autre nom"],
    en: ["“Note” is a command already", "take another name"]),
  .init(
    "repeatedDefinition", "def f() { next }\ndef ⟦F⟧() { list }",
    fr: ["« F » est défini deux fois", "prendre un autre nom"],
    en: ["“F” is defined twice", "take another name"]),
  .init(
    "repeatedParameter", "def f(a, ⟦a⟧) { next }",
    fr: ["le paramètre « a » est donné deux fois", "prendre un autre nom"],
    en: ["the parameter “a” is given twice", "take another name"]),
  .init(
    "sourcedTwice", "let seuil = 3\n⟦source \"communs\"⟧",
    fr: ["le fichier inclus définit « seuil », qui existe déjà ici"],
    en: ["the sourced file makes “seuil”, which is here already"]),
  .init(
    "valuesOnly", "def f(a) { next }\n⟦f⟧ 1 --b 2",
    fr: ["« f » ne prend que des valeurs, sans option ni clause"],
    en: ["“f” takes values only, no option and no clause"]),
  .init(
    "definitionInFilter", "def f(a) { return $a }\nlist where b = ⟦f⟧(1)",
    fr: ["« f » ne se calcule pas dans where", "le calculer avant : let x = f(…)"],
    en: ["“f” is not computed in where", "compute it before: let x = f(…)"]),
  .init(
    "tooManyCalls", "def f() { ⟦f⟧ }\nf", fr: ["plus de 100 appels imbriqués"],
    en: ["more than 100 calls within each other"]),
  .init(
    "pathNotLiteral", "let f = \"a\"\nsource ⟦$f⟧",
    fr: [
      "le nom du fichier inclus s’écrit en toutes lettres", "écrire : source \"fichier.constat\"",
    ],
    en: ["the name of a sourced file is written out", "write: source \"file.constat\""]),
  .init(
    "sourceCycle", "source ⟦\"essai\"⟧", fr: ["« essai » s’inclut lui-même"],
    en: ["“essai” sources itself"]),
  .init(
    "valueNotYet", "def f() { print ⟦$total⟧ }\nf\nlet total = 3",
    fr: ["$total n’a pas encore de valeur ici"], en: ["$total has no value here yet"]),
  .init(
    "expectedIn", "for x ⟦d⟧ans (1, 2) { next }", fr: ["le mot in est attendu ici"],
    en: ["the word in is expected here"]),
  .init(
    "elseOnItsOwnLine", "if 1 = 1 { next }\n⟦else⟧ { list }",
    fr: ["else se place après la } de son if, sur la même ligne", "écrire : } else {"],
    en: ["else stands after the } of its if, on the same line", "write: } else {"]),
  .init(
    "paramNotFirst", "next\nparam ⟦site⟧ text", fr: ["param se place avant toute commande"],
    en: ["param stands before any command"]),
  .init(
    "tooDeep", "print \(String(repeating: "(", count: 200))⟦(⟧",
    fr: ["plus de 200 niveaux imbriqués"], en: ["more than 200 levels within each other"]),
  .init(
    "unknownVariable", "let total = 3\nprint ⟦$totl⟧",
    fr: ["variable inconnue : $totl", "connus : total", "vouliez-vous dire total ?"],
    en: ["unknown variable: $totl", "known: total", "did you mean total?"]),
  .init(
    "unchangeable", "for i in (1, 2) { let ⟦i⟧ = 3 }", fr: ["$i ne se modifie pas"],
    en: ["$i cannot be changed"]),
  .init(
    "missingParameter", "param ⟦site⟧ text",
    fr: ["le paramètre « site » n’est pas donné", "ajouter --site"],
    en: ["the parameter “site” is not given", "add --site"]),
  .init(
    "unknownFunction", "print (⟦cuont⟧((1, 2)))",
    fr: [
      "fonction inconnue : cuont",
      "connus : count, days, max, mean, min, number, range, round, sum, text, workdays",
      "vouliez-vous dire count ?",
    ],
    en: [
      "unknown function: cuont",
      "known: count, days, max, mean, min, number, range, round, sum, text, workdays",
      "did you mean count?",
    ]),
  .init(
    "argumentCount", "print (⟦days⟧(today))", fr: ["days prend 2 valeurs, et non 1"],
    en: ["days takes 2 values, not 1"]),
  .init(
    "argumentCount", "print (⟦text⟧(1, 2))", fr: ["text prend 1 valeur, et non 2"],
    en: ["text takes 1 value, not 2"]),
  .init(
    "argumentCount", "print (⟦max⟧(1, 2, 3))", fr: ["max prend 1 à 2 valeurs, et non 3"],
    en: ["max takes 1 to 2 values, not 3"]),
  .init(
    "fieldOutsideFilter", "let x = ⟦.due⟧",
    fr: [".due n’a de sens que dans where", "un texte se met entre guillemets : \".due\""],
    en: [".due means something in where only", "a text stands between quotes: \".due\""]),
  .init(
    "noField", "let s = $(site show A)\nprint ⟦$s.nom⟧",
    fr: ["« site » n’a pas de champ « nom »", "connus : name, address"],
    en: ["“site” has no field “nom”", "known: name, address"]),
  .init(
    "typeChanged", "let x = (1, 2)\nlet ⟦x⟧ = \"a\"",
    fr: ["$x est de type list et ne peut devenir text"],
    en: ["$x is of type list and cannot become text"]),
  .init(
    "incomparable", "expect ⟦3 m < 90 j⟧", fr: ["« 3 m » et « 90 j » ne se comparent pas"],
    en: ["“3 m” and “90 j” do not compare"]),
  .init(
    "notANumber", "print (⟦a + 1⟧)", fr: ["« a » n’est pas un nombre"],
    en: ["“a” is not a number"]),
  .init(
    "notADate", "print (⟦days⟧(a, today))", fr: ["« a » n’est pas une date"],
    en: ["“a” is not a date"]),
  .init(
    "notABoolean", "if ⟦3⟧ { next }", fr: ["« 3 » n’est ni vrai ni faux"],
    en: ["“3” is neither true nor false"]),
  .init(
    "notAList", "for i in ⟦3⟧ { next }", fr: ["« 3 » n’est pas une liste"],
    en: ["“3” is not a list"]),
  .init("divisionByZero", "print (⟦1 / 0⟧)", fr: ["division par zéro"], en: ["division by zero"]),
  .init(
    "numberTooLarge", "print (⟦999999999999999999 * 10⟧)",
    fr: ["le résultat a plus de 18 chiffres"], en: ["the result has more than 18 digits"]),
  .init(
    "rangeTooLong", "for i in ⟦range⟧(1, 9000000) { next }",
    fr: ["cette suite a plus de 1000000 nombres"],
    en: ["this range has more than 1000000 numbers"]),
  .init(
    "noWorkingDays", "print (⟦today + 5 jo⟧)", fr: ["les jours ouvrés ne sont pas connus ici"],
    en: ["working days are not known here"]),
]
