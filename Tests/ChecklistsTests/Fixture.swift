import Auditing
import Checklists

/// A small checklist with every type of record and every field.
let validText = """
  # A checklist for tests.
  %rec: Checklist
  %mandatory: Id Title_fr Edition Status

  Id: test-list
  Title_fr: Référentiel d'essai
  Title_en: Trial checklist
  Edition: 2026-01
  Status: provisional
  Validity: 36 months
  Surveillance: 18 months
  Source: first
  Source: second
  Note_fr: une note
  + sur deux lignes

  %rec: Module
  %key: Id

  Id: 1
  Title_fr: Accueil
  Mandatory: yes
  Provenance: established

  Id: T
  Title_fr: Transverse
  Kind: transverse
  Disabled: yes
  Provenance: inferred

  %rec: Commitment
  %key: Id

  Id: C1
  Module: 1
  Title_fr: Nous vous accueillons
  Provenance: partial

  Id: C2
  Module: T
  Title_fr: Nous mesurons
  Provenance: partial

  %rec: Criterion
  %key: Id
  %type: Provenance enum established partial inferred

  Id: M1-E1
  Ref: E1
  Module: 1
  Commitment: C1
  Chapter_fr: Courriels
  Title_fr: Répondre aux courriels
  Title_en: Answer mail
  Evidence_fr: extraction
  Evidence_fr: échantillon
  Evidence_en: extract
  Evidence_en: sample
  Method: examine
  Method: mystery
  Indicator: IND-01
  Provenance: established
  Source: COM-04
  Place_fr: guichet
  Meet_fr: agent
  Question_fr: Comment répondez-vous ?
  Sample: 12
  MaxAge: 12 months
  NotApplicable_fr: pas de courriel
  Mandatory: yes

  Id: M1-E2
  Module: 1
  Title_fr: Afficher les horaires
  Provenance: inferred

  %rec: Indicator
  %key: Id

  Id: IND-01
  Title_fr: Délai moyen de réponse
  Unit: days
  Better: lower
  Target: <= 5
  Statistic: mean
  Frequency: 1 year
  Provenance: established

  Id: IND-02
  Title_fr: Appels
  Unit: min
  Target: < 60 s
  Provenance: partial

  %rec: Grade
  %key: Id

  Id: ncmaj
  Title_fr: Non-conformité majeure
  Severity: major
  Definition_fr: un écart grave

  Id: ok
  Word: fort
  Title_fr: Point fort
  Severity: strength

  %rec: Rule
  %key: Id

  Id: R1
  Title_fr: Aucune majeure
  Expression: count(findings) = 0
  + and true
  Provenance: partial
  Source: guide

  %rec: Mapping
  %key: Id

  Id: X1
  From: M1-E1
  Checklist: other-list
  To: 4.2
  Provenance: inferred
  Source: guide

  %rec: Request
  %key: Id

  Id: P1
  Title_fr: Organigramme
  Lead: 1 month
  Module: 1
  Provenance: partial
  Source: guide

  %rec: Term
  %key: Id

  Id: constat
  Title_fr: Constat
  Title_en: Finding
  Definition_fr: ce que montre la preuve
  Clause: ISO 19011 3.10

  %rec: Milestone
  %key: Id

  Id: internal-audit
  Lead: 4 months
  Before: end-of-validity
  Provenance: established

  Id: documents
  Lead: 2 months
  Before: internal-audit
  Provenance: partial
  Source: guide

  """

/// The line of the valid text on which a piece of text stands, from 1.
func line(of piece: String, in text: String = validText) -> Int? {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .firstIndex { $0.hasPrefix(piece) }.map { $0 + 1 }
}

/// Loads a text with a few reserved words and a language that knows no `???`.
func load(_ text: String) -> (checklist: Checklist?, faults: [ChecklistFault]) {
  load(Array(text.utf8))
}

/// Loads bytes with a few reserved words and a language that knows no `???`.
func load(_ bytes: [UInt8]) -> (checklist: Checklist?, faults: [ChecklistFault]) {
  ChecklistLoader.load(bytes: bytes, reservedWords: ["ok", "note", "Évaluer"]) { expression in
    guard let place = expression.utf8.firstRange(of: "???".utf8)?.lowerBound else { return nil }
    return ExpressionFault(
      offset: expression.utf8.distance(from: expression.startIndex, to: place),
      reason: (fr: "inconnu", en: "unknown"), remedy: (fr: "supprimez-le", en: "remove it"))
  }
}
