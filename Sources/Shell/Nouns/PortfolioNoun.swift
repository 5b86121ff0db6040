import Auditing
import Scripting

/// The noun of several dossiers read together: its records are dossiers, labels, criteria or
/// strengths, as its verbs say.
enum PortfolioNoun {
  static let name = Name("portfolio", "réseau")

  static let standings = [
    Name("ok"), Name("damaged", "endommagé"), Name("newer", "plus-récent"),
    Name("locked", "verrouillé"), Name("exercise", "exercice"), Name("trial", "essai"),
  ]

  static let portfolio = spec([
    "path", "title", "state", "sites", "labelled", "label", "until", "entries",
  ])

  /// The noun with the columns that a verb shows.
  static func spec(_ columns: [String]) -> NounSpec {
    NounSpec(
      name: name,
      summary: (
        "les dossiers d’un réseau, lus ensemble", "the dossiers of a network, read together"
      ),
      fields: dossierFields + foundFields, columns: columns
    ) { _, _ in [] }
  }

  private static let dossierFields: [NounSpec.Field] = [
    .init(name: Name("path", "chemin")), .init(name: Name("title", "titre")),
    .init(name: Name("state", "état"), choices: standings), .init(name: Name("why", "pourquoi")),
    .init(name: Name("entries", "écritures")), .init(name: Name("sites")),
    .init(name: Name("labelled", "labellisés")), .init(name: Name("share", "part")),
    .init(name: Name("label"), choices: Choices.labelStatuses),
    .init(name: Name("until", "jusqu-au")), .init(name: Name("days", "jours")),
    .init(name: Name("site")), .init(name: Name("checklist", "référentiel")),
    .init(name: Name("modules")),
  ]

  private static let foundFields: [NounSpec.Field] = [
    .init(name: Name("criterion", "critère")), .init(name: Name("asks", "exigence")),
    .init(name: Name("dossiers")), .init(name: Name("assessed", "évalués")),
    .init(name: Name("findings", "constats")), .init(name: Name("again", "retrouvés")),
    .init(name: Name("text", "texte")), .init(name: Name("audit")), .init(name: Name("date")),
    .init(name: Name("counted", "comptés")), .init(name: Name("expiring", "expirations")),
    .init(name: Name("recurrent", "récurrences")), .init(name: Name("strengths", "points-forts")),
    .init(name: Name("action")), .init(name: Name("kind", "nature"), choices: Choices.actionKinds),
    .init(name: Name("due", "échéance")), .init(name: Name("late", "retard")),
  ]
}
