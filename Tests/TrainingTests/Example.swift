import Auditing

@testable import Training

/// The scenario that the tests read, change and play, and a checklist small enough for it.
enum Example {
  /// The scenario with some of its text changed.
  static func bytes(_ changes: (String, String)...) -> [UInt8] {
    Array(changes.reduce(text) { $0.replacing($1.0, with: $1.1) }.utf8)
  }

  /// What is wrong with the scenario once changed.
  static func faults(_ changes: (String, String)...) -> [ScenarioFault] {
    let text = changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    return ScenarioLoader.load(Array(text.utf8), checklists: [checklist]).faults
  }

  static func scenario(_ changes: (String, String)...) -> Scenario? {
    let text = changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    return ScenarioLoader.load(Array(text.utf8), checklists: [checklist]).scenario
  }

  static var checklist: Checklist {
    var list = Checklist(
      id: "liste", title: LocalizedText(fr: "Liste"), edition: "1", status: .provisional)
    list.modules = ["1", "7"].map {
      Checklist.Module(id: $0, title: LocalizedText(fr: $0), provenance: .inferred)
    }
    list.criteria = [("A", "1"), ("B", "1"), ("C", "1"), ("D", "1"), ("U", "7")].map {
      Checklist.Criterion(
        id: $0.0, module: $0.1, title: LocalizedText(fr: $0.0), provenance: .inferred)
    }
    let grades: [(String, Checklist.Severity)] = [
      ("pf", .strength), ("pp", .improvement), ("ps", .sensitive), ("ncmin", .minor),
      ("ncmaj", .major),
    ]
    list.grades = grades.map {
      Checklist.Grade(code: $0.0, title: LocalizedText(fr: $0.0), severity: $0.1)
    }
    return list
  }

  private static let text = """
    %rec: Scenario

    Id: exemple
    Title_fr: Exemple
    Title_en: Example
    Checklist: liste
    Edition: 1
    Minutes: 20
    Date: 2026-03-12
    Intro_fr: Allez voir {agente}.
    Intro_en: See {agente}.

    %rec: Site

    Id: site
    Name_fr: Le site
    Name_en: The site
    Module: 1

    %rec: Pool

    Id: noms
    Value: Roux
    Value: Perrin
    Value: Collet

    %rec: Variable

    Id: agente
    From: noms

    Id: heures
    Names: activation communique
    Value: 14:02 | 15:19
    Value: 09:41 | 10:58

    %rec: Place

    Id: hall
    Name_fr: Hall
    Name_en: Hall
    Text_fr: Un hall, à {activation}, jusqu'à {communique}.
    Text_en: A hall, at {activation}, until {communique}.

    Id: couloir
    Name_fr: Couloir
    Name_en: Corridor
    Text_fr: Un couloir.
    Text_en: A corridor.

    %rec: Person

    Id: accueil
    Place: hall
    Name_fr: Mme {agente}
    Name_en: Ms {agente}
    Role_fr: agente
    Role_en: agent
    Character_fr: Pressée.
    Character_en: In a hurry.

    %rec: Answer

    Id: rep-attente
    Person: accueil
    Keywords: attente, file d'attente, wait
    Text_fr: Dix minutes.
    Text_en: Ten minutes.
    More_fr: On ne la mesure plus.
    More_en: It is no longer measured.
    MoreKeywords: mesur*

    Id: rep-panne
    Person: accueil
    Keywords: attente, wait
    Keywords: borne, machine
    Text_fr: Elle est en panne.
    Text_en: It is broken.
    After: borne

    %rec: Document

    Id: registre
    Title_fr: Registre
    Title_en: Register
    Text_fr: Trois lignes.
    Text_en: Three lines.
    At: rep-panne

    %rec: Mailbox

    Id: courriels
    Title_fr: Courriels
    Title_en: E-mails
    At: couloir
    Limit: 5 d
    Rows: 60
    Late: 30
    Unanswered: 2
    From: 2026-01-05
    To: 2026-02-27
    If: f-courriels

    %rec: Measurement

    Id: attentes
    Title_fr: Attentes
    Title_en: Waits
    At: hall
    Unit: min
    Target: <= 10
    Value: 3 12 5 8 11
    Value: 9,5 10 2 7 6

    %rec: Fact

    Id: mesure
    At: rep-attente+
    Text_fr: {agente} dit que l'attente n'est plus mesurée.
    Text_en: {agente} says that waiting is no longer measured.

    Id: borne
    At: hall | couloir
    Text_fr: La borne est éteinte.
    Text_en: The machine is off.

    Id: sieges
    At: hall
    Text_fr: Deux sièges sont occupés.
    Text_en: Two seats are taken.

    Id: retards
    At: courriels
    Text_fr: {beyond} sur {n} hors délai ({population} en tout, limite {limit}).
    Text_en: {beyond} of {n} late ({population} in all, limit {limit}).

    Id: panne
    At: registre
    Text_fr: La panne date de janvier.
    Text_en: It broke in January.
    If: f-panne

    Id: sain
    At: registre
    Criterion: D
    Text_fr: La panne est réparée.
    Text_en: It was repaired.
    Unless: f-panne

    %rec: Choice

    Id: choix
    Plant: 1

    %rec: Fault

    Id: f-mesure
    Criterion: A
    Also: B
    Grade: ncmin
    Title_fr: Plus de mesure
    Title_en: No measure
    Evidence: mesure
    Evidence: borne
    Why_fr: Parce que.
    Why_en: Because.

    Id: f-courriels
    Criterion: C
    Grade: ncmaj
    Title_fr: Retards
    Title_en: Delays
    Evidence: retards
    Why_fr: Parce que.
    Why_en: Because.
    Choice: choix

    Id: f-panne
    Criterion: D
    Grade: ps
    Title_fr: Panne
    Title_en: Breakdown
    Evidence: panne
    Why_fr: Parce que.
    Why_en: Because.
    Choice: choix

    %rec: Decoy

    Id: d-sieges
    Criterion: B
    Title_fr: Sièges
    Title_en: Seats
    Evidence: sieges
    Why_fr: Il en reste.
    Why_en: Some are left.

    %rec: Hint

    Id: h-mesure
    Fault: f-mesure
    Cost: 4
    Text_fr: Demandez.
    Text_en: Ask.

    """
}
