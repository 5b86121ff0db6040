import Auditing

extension ProgramOptions {
  /// An option of the program: its name, the name of its value, and what it does.
  struct Described: Sendable {
    let name: String
    let value: Name?
    let summary: Wording

    /// How it is written in a language.
    func written(_ language: Language) -> String {
      value.map { "\(name) \($0[language])" } ?? name
    }
  }

  /// Every option of the program, as the manual and the completion tell them.
  static let described: [Described] = [
    .init(
      name: "-c", value: Name("COMMANDS", "COMMANDES"),
      summary: ("des commandes données en texte", "commands given as text")),
    .init(
      name: "--dossier", value: Name("FOLDER", "RÉPERTOIRE"),
      summary: (
        "le dossier, sinon celui du répertoire courant",
        "the dossier, else that of the current folder"
      )),
    .init(
      name: "--lang", value: Name("fr|en"),
      summary: ("la langue des messages", "the language of messages")),
    .init(
      name: "--json", value: nil,
      summary: ("une enveloppe JSON pour toute l’exécution", "one JSON envelope for the whole run")),
    .init(name: "--quiet", value: nil, summary: ("sans accusés", "no acknowledgements")),
    .init(
      name: "--accessible", value: nil,
      summary: ("linéaire, sans cadres ni redessin", "linear, no boxes and no redraw")),
    .init(
      name: "--color", value: Name("auto|always|never"),
      summary: ("quand colorer", "when to colour")),
    .init(
      name: "--dry-run", value: nil,
      summary: (
        "dire ce qui changerait, sans rien écrire", "tell what would change and write nothing"
      )),
    .init(
      name: "--answers", value: Name("FILE", "FICHIER"),
      summary: ("les réponses aux questions, une par ligne", "the answers to questions, one a line")
    ),
    .init(
      name: "--now", value: Name("INSTANT"),
      summary: ("l’heure qu’il est, 2026-11-21T09:00:00Z", "the time it is, 2026-11-21T09:00:00Z")),
    .init(
      name: "--seed", value: Name("N"),
      summary: (
        "le hasard fixé\u{A0}: un dossier créé ainsi est un essai",
        "randomness fixed: a dossier made so is a trial"
      )),
    .init(
      name: "--yes", value: nil, summary: ("oui à toute confirmation", "yes to every confirmation")),
    .init(
      name: "--no-start", value: nil,
      summary: ("sans le fichier de démarrage", "without the start-up file")),
    .init(name: "--version", value: nil, summary: ("la version", "the version")),
    .init(name: "--help", value: nil, summary: ("cette aide", "this help")),
  ]
}

extension ExitCode {
  /// What each exit code means.
  static let described: [(code: ExitCode, meaning: Wording)] = [
    (.done, ("fait\u{202F}; tout ce qui était attendu tient", "done; everything expected held")),
    (
      .failed,
      (
        "une commande a échoué\u{202F}; l’opération en cours n’a rien laissé",
        "a command failed; the operation at hand left nothing behind"
      )
    ),
    (
      .usage,
      (
        "mauvais usage, ou faute trouvée avant de commencer",
        "wrong usage, or a fault found before the run"
      )
    ),
    (
      .unmet,
      (
        "allé à son terme, mais quelque chose d’attendu ne tient pas",
        "it ran to its end and something expected did not hold"
      )
    ),
    (.undecided, ("une décision est à prendre", "a decision is needed")),
    (
      .integrity,
      (
        "une signature, une empreinte ou un lien ne tient pas",
        "a signature, digest or link does not hold"
      )
    ),
    (.refused, ("refusé\u{A0}: scellé, ou un exercice", "refused: sealed, or an exercise")),
    (.fault, ("faute interne", "an internal fault")),
    (.inputOutput, ("entrée ou sortie impossible", "input or output failed")),
    (.interrupted, ("interrompu", "interrupted")),
  ]
}
