package import Auditing

/// A scenario to begin with: it reads and plays as it stands, and says what to put where.
package struct ScenarioSkeleton: Sendable {
  /// The rec text, with comments.
  package let text: String

  /// Writes the skeleton for the criteria of some modules; of the mandatory ones where none is
  /// named.
  package init(_ checklist: Checklist, modules chosen: Set<String>) {
    let modules = checklist.modules.filter { module in
      module.kind == .module && !module.disabled
        && (chosen.isEmpty ? module.mandatory : chosen.contains(module.id))
    }
    let taken = modules.isEmpty ? Array(checklist.modules.prefix(1)) : modules
    let ids = Set(taken.map(\.id))
    let criteria = checklist.criteria.filter { ids.contains($0.module) }
    let criterion = criteria.first ?? checklist.criteria.first
    let grades = checklist.grades.filter { $0.severity != .strength }
    let grade = grades.first { $0.severity == .minor } ?? grades.first
    text =
      Self.head(checklist, taken)
      + Self.fiction(Self.line(criterion?.question?.fr ?? criterion?.title.fr ?? "Question"))
      + Self.key(criterion?.id ?? "", grade?.code ?? "", grades)
      + Self.list(criteria, checklist)
  }

  private static func head(_ checklist: Checklist, _ modules: [Checklist.Module]) -> String {
    """
    # Scénario d'audit blanc : squelette. Il se contrôle (constat check) et se joue tel quel ;
    # remplacez les textes, ajoutez des fiches. Chaque texte a sa forme _fr (obligatoire) et _en.
    # Les identifiants (Id) sont ce que les stagiaires tapent : courts, sans accent.

    %rec: Scenario

    Id: mon-scenario
    Title_fr: Titre du scénario
    Title_en: Title of the scenario
    Checklist: \(checklist.id)
    Edition: \(checklist.edition)
    # easy, medium ou hard ; le temps en minutes ; le jour de la fiction
    Level: easy
    Minutes: 30
    Date: 2026-03-12
    Intro_fr: Ce que le stagiaire doit savoir avant d'entrer.
    Intro_en: What the trainee must know before entering.

    %rec: Site

    Id: site
    Name_fr: Préfecture de Fiction
    Name_en: Préfecture of Fiction
    \(modules.map { "Module: \($0.id)" }.joined(separator: "\n"))

    # Des valeurs tirées au sort par la variante : {agent} dans un texte devient l'une d'elles.
    %rec: Pool

    Id: noms
    Value: Roux
    Value: Perrin
    Value: Collet

    %rec: Variable

    Id: agent
    From: noms


    """
  }

  private static func fiction(_ question: String) -> String {
    """
    %rec: Place

    Id: hall
    Name_fr: Hall d'accueil
    Name_en: Reception hall
    Text_fr: Ce que l'on voit en entrant, sans jugement.
    Text_en: What one sees on entering, without judgement.

    %rec: Person

    Id: accueil
    Place: hall
    Name_fr: Mme {agent}
    Name_en: Ms {agent}
    Role_fr: agente d'accueil
    Role_en: receptionist
    Character_fr: Comment elle est, et ce qui la fait parler.
    Character_en: What she is like, and what makes her talk.

    # La question posée doit contenir un mot de chaque ligne Keywords ; More est dit à qui demande
    # bien (question ouverte). Une question du référentiel : \(question)
    %rec: Answer

    Id: rep-1
    Person: accueil
    Keywords: attente, file, wait, queue
    Text_fr: Sa réponse.
    Text_en: Her answer.
    More_fr: Ce qu'elle ajoute à une question ouverte.
    More_en: What she adds to an open question.

    %rec: Document

    Id: registre
    Title_fr: Registre
    Title_en: Register
    Text_fr: Ce que l'on y lit.
    Text_en: What one reads in it.
    At: hall

    # Un fait est une observation, jamais un jugement. At : un lieu, un document, une réponse,
    # une réponse suivie de + (ce que More révèle), une messagerie ou une mesure.
    %rec: Fact

    Id: fait-1
    At: rep-1+
    Text_fr: Mme {agent} indique que…
    Text_en: Ms {agent} says that…

    Id: fait-2
    At: registre
    Text_fr: Le registre porte…
    Text_en: The register holds…


    """
  }

  private static func key(_ criterion: String, _ grade: String, _ grades: [Checklist.Grade])
    -> String
  {
    """
    # La clé. Grades : \(grades.map { "\($0.code) (\($0.title.fr))" }.joined(separator: ", "))
    %rec: Fault

    Id: faute-1
    Criterion: \(criterion)
    Grade: \(grade)
    Title_fr: Ce qui ne va pas
    Title_en: What is wrong
    Evidence: fait-1
    Why_fr: Pourquoi c'est un écart, pour le débriefing.
    Why_en: Why it is one, for the debriefing.

    # Ce qui ressemble à une faute et n'en est pas une.
    %rec: Decoy

    Id: leurre-1
    Criterion: \(criterion)
    Title_fr: Ce qui paraît anormal
    Title_en: What looks wrong
    Evidence: fait-2
    Why_fr: Pourquoi c'est en ordre.
    Why_en: Why it is in order.

    %rec: Hint

    Id: indice-1
    Fault: faute-1
    Cost: 5
    Text_fr: Demandez à l'accueil comment…
    Text_en: Ask the reception how…


    """
  }

  private static func list(_ criteria: [Checklist.Criterion], _ checklist: Checklist) -> String {
    var text = "# Les critères du périmètre.\n"
    for criterion in criteria {
      text += "#   \(criterion.id)  \(line(criterion.title.fr))\n"
      for evidence in criterion.evidence { text += "#       preuve : \(line(evidence.fr))\n" }
    }
    return text
  }

  private static func line(_ text: String) -> String { text.replacing("\n", with: " ") }
}
