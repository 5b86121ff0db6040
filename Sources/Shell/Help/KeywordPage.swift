import Auditing

/// The help on the reserved words that belong together: how they are written, what they do.
struct KeywordPage {
  /// The words, and what a French reader may look for; only the first are written in a script.
  let words: [String]
  let french: [String]
  let synopsis: String
  let summary: Wording
  /// Lines that work, which the tests run.
  let example: String

  /// The page that tells of a word, if it is reserved.
  static func of(_ word: String) -> KeywordPage? {
    all.first { ($0.words + $0.french).contains { $0.folded == word.folded } }
  }

  /// The page as a text.
  func text(_ language: Language) -> String {
    let lines = example.split(separator: "\n").joined(separator: "\n    ")
    return synopsis + "\n\n  " + language.pick(summary) + "\n\n  "
      + language.pick(("Exemple\u{A0}: ", "Example: ")) + (example.contains("\n") ? "\n    " : "")
      + lines
  }

  static let all = statements + clauses

  private static let statements = [
    KeywordPage(
      words: ["let"], french: ["soit"], synopsis: "let NAME = EXPRESSION",
      summary: (
        "Donner une valeur à une variable, qui s’écrit ensuite $NOM et garde son type.",
        "Give a variable a value; it is then written $NAME and keeps its type."
      ), example: "let n = $(site count)\nprint \"$n\""),
    KeywordPage(
      words: ["param"], french: ["paramètre"], synopsis: "param NAME TYPE [= EXPRESSION]",
      summary: (
        "Déclarer ce qu’on donne au script en le lançant\u{A0}: constat run FICHIER --NOM VALEUR. Types\u{A0}: text, number, quantity, percent, duration, date, period, boolean, file, folder, un nom comme site, ou TYPE* pour une liste.",
        "Declare what the script is given when it is run: constat run FILE --NAME VALUE. Types: text, number, quantity, percent, duration, date, period, boolean, file, folder, a noun such as site, or TYPE* for a list."
      ), example: "param days number = 5\nprint \"$days\""),
    KeywordPage(
      words: ["if", "else"], french: ["si", "sinon"],
      synopsis: "if CONDITION { … } [else if CONDITION { … }] [else { … }]",
      summary: (
        "Faire ou ne pas faire, selon une condition. else se tient sur la ligne de l’accolade.",
        "Do or leave undone, by a condition. else stands on the line of the brace."
      ), example: "if $(finding count) = 0 { print \"rien\" } else { finding list }"),
    KeywordPage(
      words: ["for", "in"], french: ["pour", "dans"], synopsis: "for NAME in LIST { … }",
      summary: (
        "Faire pour chaque élément d’une liste\u{202F}; range(1, 10) compte.",
        "Do for each item of a list; range(1, 10) counts."
      ), example: "for s in $(site list) { print $s.name }"),
    KeywordPage(
      words: ["def", "return"], french: ["définir", "rendre"],
      synopsis: "def NAME(NAME, …) { … return EXPRESSION }",
      summary: (
        "Définir une commande et fonction de plus\u{202F}; les lignes # au-dessus sont son aide.",
        "Define one more command and function; the # lines above it are its help."
      ), example: "def double(n) { return $n * 2 }\nprint (double(3))"),
    KeywordPage(
      words: ["expect"], french: ["attendre"], synopsis: "expect CONDITION [\"TEXT\"]",
      summary: (
        "Attendre qu’une condition tienne\u{A0}: la suite se fait quand même, results dit tout, et le code de sortie est 3 si l’une ne tient pas.",
        "Expect that a condition holds: what follows is done all the same, results tells all, and the exit code is 3 where one does not hold."
      ), example: "expect $(site count) > 0 \"un site au moins\""),
    KeywordPage(
      words: ["suppose"], french: ["supposer"], synopsis: "suppose { … }",
      summary: (
        "Faire en mémoire seulement, et montrer ce qui changerait.",
        "Do in memory alone, and show what would change."
      ), example: "suppose { site add sisteron }"),
  ]

  private static let clauses = [
    KeywordPage(
      words: ["where", "and", "or", "not", "is", "empty"],
      french: ["où", "et", "ou", "est", "vide"],
      synopsis: "… where CONDITION",
      summary: (
        "Choisir les fiches\u{A0}: à gauche un champ, à droite une valeur\u{202F}; = != < <= > >= ~ (contient), in (a, b), is empty, and, or, not.",
        "Choose records: a field on the left, a value on the right; = != < <= > >= ~ (contains), in (a, b), is empty, and, or, not."
      ), example: "finding list where (status = open or status = answered) and not due is empty"),
    KeywordPage(
      words: ["sort", "desc"], french: ["trier"], synopsis: "… sort FIELD [desc], …",
      summary: (
        "Ordonner, desc dans l’autre sens.", "Order; desc the other way round."
      ), example: "site list sort name desc"),
    KeywordPage(
      words: ["limit"], french: [], synopsis: "… limit NUMBER",
      summary: ("N’en garder que les premières.", "Keep but the first."),
      example: "criterion list limit 5"),
    KeywordPage(
      words: ["fields"], french: ["champs"], synopsis: "… fields FIELD, …",
      summary: (
        "Dire quels champs, dans quel ordre\u{202F}; criterion.title suit un renvoi.",
        "Say which fields, in which order; criterion.title follows a reference."
      ), example: "site list fields id, name"),
    KeywordPage(
      words: ["group"], french: ["grouper"], synopsis: "… group FIELD",
      summary: (
        "Partager la liste par un champ\u{202F}; avec count, compter chaque valeur.",
        "Part the list by a field; with count, count each value."
      ), example: "criterion count group module"),
    KeywordPage(
      words: ["as"], french: ["comme"], synopsis: "… as FORMAT",
      summary: (
        "Sous quelle forme\u{A0}: table, list, json, jsonl, csv (pour un programme), excel, tsv, markdown, rec, ids\u{202F}; la page de chaque commande dit les siennes.",
        "In which form: table, list, json, jsonl, csv (for a program), excel, tsv, markdown, rec, ids; the page of each command says its own."
      ), example: "site list as csv"),
    KeywordPage(
      words: ["to"], french: ["vers"], synopsis: "… to FILE",
      summary: (
        "Écrire dans un fichier, dont le nom dit la forme.",
        "Write to a file, whose name says the form."
      ), example: "site list to \"sites.csv\""),
  ]
}
