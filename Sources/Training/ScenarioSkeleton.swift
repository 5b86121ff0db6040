package import Auditing

/// A scenario to begin with: it reads and plays as it stands, and says what to put where.
package struct ScenarioSkeleton: Sendable {
  /// The rec text, with comments.
  package let text: String

  /// Writes the skeleton for the criteria of some modules; of the mandatory ones where none is
  /// named.
  package init(_ checklist: Checklist, modules chosen: Set<String>, in language: Language) {
    let words = Comments(language)
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
      Self.head(checklist, taken, words)
      + Self.fiction(
        Self.line((criterion?.question ?? criterion?.title)?[language] ?? "Question"), words)
      + Self.key(criterion?.id ?? "", grade?.code ?? "", grades, words)
      + words.more + Self.list(criteria, words)
  }

  private static func head(
    _ checklist: Checklist, _ modules: [Checklist.Module], _ words: Comments
  ) -> String {
    """
    \(words.head)

    %rec: Scenario

    Id: mon-scenario
    Title_fr: Titre du scénario
    Title_en: Title of the scenario
    Checklist: \(checklist.id)
    Edition: \(checklist.edition)
    \(words.level)
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

    \(words.pool)
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

  private static func fiction(_ question: String, _ words: Comments) -> String {
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

    \(words.answer)\(question)
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

    \(words.fact)
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

  private static func key(
    _ criterion: String, _ grade: String, _ grades: [Checklist.Grade], _ words: Comments
  ) -> String {
    """
    \(words.key)\(grades.map { "\($0.code) (\($0.title[words.language]))" }.joined(separator: ", "))
    %rec: Fault

    Id: faute-1
    Criterion: \(criterion)
    Grade: \(grade)
    Title_fr: Ce qui ne va pas
    Title_en: What is wrong
    Evidence: fait-1
    Why_fr: Pourquoi c'est un écart, pour le débriefing.
    Why_en: Why it is one, for the debriefing.

    \(words.decoy)
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

  private static func list(_ criteria: [Checklist.Criterion], _ words: Comments) -> String {
    var text = words.criteria
    for criterion in criteria {
      text += "#   \(criterion.id)  \(line(criterion.title[words.language]))\n"
      for evidence in criterion.evidence {
        text += "#       \(words.evidence)\(line(evidence[words.language]))\n"
      }
    }
    return text
  }

  private static func line(_ text: String) -> String { text.replacing("\n", with: " ") }
}
