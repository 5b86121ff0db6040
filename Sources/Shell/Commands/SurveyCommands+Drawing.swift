import Auditing
import Scripting

/// `survey draw`, `survey extend`: those who are asked are drawn as any sample is.
extension SurveyCommands {
  private static let named = CommandSpec.Operand(name: Name("survey", "enquête"), type: .word)

  static let draw = CommandSpec(
    noun: noun, name: Name("draw", "tirer"), operands: [named], options: SampleCommands.drawing,
    summary: (
      "tirer au sort les personnes à interroger", "draw those who are to be asked"
    ),
    manual: (
      """
      Comme «\u{A0}échantillon tirer\u{A0}»\u{A0}: d’un effectif ou de la colonne d’un fichier, avec une graine \
      gardée. Le tirage est un échantillon au nom de l’enquête\u{202F}; la liste des enquêtes dit combien \
      ont été tirés et la part de réponses.
      """,
      """
      As sample draw: from a count or the column of a file, with a seed that is kept. The draw is a \
      sample under the name of the survey; the list of surveys says how many were drawn and which \
      share answered.
      """
    ),
    example: "survey draw accueil-2026 --population 240 --size 50 --site digne", writes: true,
    clauses: .writing, table: SampleNouns.item
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    var draft = try SampleCommands.draft(bound, audit, &session)
    let name = bound["survey"] ?? ""
    draft.texts += [("survey", name), ("title", name)]
    return try SampleCommands.made(draft, &session)
  }

  static let extend = CommandSpec(
    noun: noun, name: Name("extend", "étendre"), operands: [named],
    options: [
      .init(name: Name("size", "taille"), type: .integer), FieldCommands.site,
      .init(name: Name("audit"), type: .reference(.audit)),
    ],
    summary: (
      "tirer plus de personnes à interroger", "draw more of those who are to be asked"
    ),
    manual: (
      "Sans --taille, leur nombre double\u{202F}; ceux d’avant restent.",
      "Without --size their number doubles; those before stay."
    ),
    example: "survey extend accueil-2026", writes: true, clauses: .writing, table: SampleNouns.item
  ) { session, bound in
    try session.requirePerson()
    let audit = try session.openAudit(of: bound)
    let word = bound["survey"] ?? ""
    let site = try bound["site"].map { try session.site($0, at: bound.place("site")).id }
    let drawn = try session.drawnSamples(of: audit).filter { $0.sample.survey != nil }
    let found = drawn.filter {
      $0.sample.survey?.folded == word.folded && (site == nil || $0.sample.site == site)
    }
    guard found.count <= 1 else {
      let known = found.map { "\($0.sample.survey ?? "") · \($0.sample.site ?? $0.sample.id)" }
      throw Failure(.ambiguousRecord(word, known), at: bound.place("survey"))
    }
    guard let sample = found.first else {
      let known = drawn.compactMap(\.sample.survey)
      throw Failure.unknown(.survey, word, among: known, at: bound.place("survey"))
    }
    return try SampleCommands.extended(sample, bound, at: bound.place("survey"), &session)
  }
}
