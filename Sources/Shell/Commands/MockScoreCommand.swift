import Auditing
import Journaling
import Scripting
import Training

/// `mock score`: what each trainee found, against the key.
enum MockScoreCommand {
  static let operands: [CommandSpec.Operand] = [
    .init(name: Name("dossier"), type: .folder, isOptional: true, isRepeated: true)
  ]
  static let options: [CommandSpec.OptionSpec] = [
    .init(name: Name("key", "clé"), type: .file), .init(name: Name("minutes"), type: .integer),
  ]

  static let score = CommandSpec(
    noun: MockNouns.mock.name, name: Name("score", "noter"), operands: operands, options: options,
    summary: ("noter un ou plusieurs exercices", "score one or several exercises"),
    manual: (
      """
      Un constat trouve une faute quand critère et site sont les siens et qu’il cite assez des \
      faits qui l’étayent\u{202F}; les mots ne comptent pas. Une faute, un constat.
        rappel R = trouvées ÷ plantées\u{202F}; précision P = trouvées ÷ (trouvées + constats à tort)
        équilibre F = 2RP ÷ (R + P)   [van Rijsbergen 1979]
        grades G = moyenne de 1 − (écart ÷ (grades − 1))²   [accord pondéré de Cohen 1968]
        kappa pondéré = 1 − Σ w·observé ÷ Σ w·attendu, w = écart²   [Cohen 1968], à part
        preuves E = moyenne de | citées ∩ étayantes | ÷ | citées ∪ étayantes |   [Jaccard 1912]
        qualité Q = ¼ + ⅜ (G + E)\u{202F}; avec un audit précédent ¼ (1 + G + E + suivis justes)
        note = 100 × F × Q − indices − 5 par conforme à tort
      À l’heure, on pose le stylo\u{A0}: ce qui est saisi après le temps du scénario ne compte pas \
      (constats, rectifications, verdicts, suivis)\u{202F}; le débriefing le montre. --minutes 30 accorde \
      un autre temps, le même à tous.
      Jeu parfait 100, copie blanche 0. Un point fort ne compte pas\u{202F}; un doublon (la même faute, \
      avec de ses preuves) non plus. La couverture et les faits vus sont dits, ils ne comptent pas. \
      Sans --clé, un scénario livré donne sa clé. Une clé qui n’est pas celle du paquet\u{A0}: 5. \
      Rendu et ouvert (--dossier), l’exercice garde sa note dans son journal\u{202F}; des dossiers \
      nommés ne sont que lus.
      """,
      """
      A finding hits a fault when criterion and site are its own and it cites enough of the facts \
      that support it; wording counts for nothing. One fault, one finding.
        recall R = found ÷ planted; precision P = found ÷ (found + findings that are wrong)
        balance F = 2RP ÷ (R + P)   [van Rijsbergen 1979]
        grades G = mean of 1 − (distance ÷ (grades − 1))²   [weighted agreement, Cohen 1968]
        weighted kappa = 1 − Σ w·observed ÷ Σ w·expected, w = distance²   [Cohen 1968], apart
        evidence E = mean of | cited ∩ supporting | ÷ | cited ∪ supporting |   [Jaccard 1912]
        quality Q = ¼ + ⅜ (G + E); with an earlier audit ¼ (1 + G + E + right follow-ups)
        score = 100 × F × Q − hints − 5 for each wrong conforming
      When the time is over, pens down: what is entered after the scenario's time does not count \
      (findings, amendments, verdicts, follow-up); the debriefing shows it. --minutes 30 grants \
      another time, the same to all.
      Perfect play 100, empty play 0. A strength does not count; nor does a duplicate (the same \
      fault, with some of its evidence). Coverage and facts seen are told and do not count. Without \
      --key a shipped scenario gives its own. A key that is not the pack's: 5. Handed in and open \
      (--dossier), the exercise keeps its score in its journal; dossiers that are named are only read.
      """
    ),
    example: "mock score"
  ) { session, bound in
    let results = try results(&session, bound)
    if bound.all("dossier").isEmpty, let result = results.first { try keep(result, &session) }
    let texts = (MockScoreText.text(results, .fr), MockScoreText.text(results, .en))
    let values = results.map { Value.record(MockScoreText.record($0)) }
    return .text(texts, value: values.count == 1 ? values[0] : .list(values))
  }

  /// The exercises that a command names, scored; the open one where it names none.
  static func results(_ session: inout Session, _ bound: Bound) throws -> [MockResult] {
    let source = try source(session, bound)
    let minutes = bound.integer("minutes")
    let folders = bound.all("dossier")
    guard !folders.isEmpty else { return [try result(of: session, source, minutes)] }
    return try folders.map { folder in
      var other = session
      let path = try session.path(folder)
      other.dossier = try DossierFolder.open(path, at: session.environment.workplace)
      other.forgetChecklists()
      other.place = Place()
      return try result(of: other, source, minutes)
    }
  }

  /// Keeps the score of what was handed in with the exercise, once for each result.
  private static func keep(_ result: MockResult, _ session: inout Session) throws {
    let (exercise, score) = (result.exercise, result.score)
    guard exercise.handedInAt != nil, session.settings.me != nil else { return }
    let kept = Content.object([
      "total": .integer(score.total), "found": .integer(score.hits.count),
      "planted": .integer(score.hits.count + score.missed.count), "wrong": .integer(score.wrong),
      "minutes": .integer(score.minutes), "budget": .integer(score.budget),
      "commitment": .text(exercise.pack.commitment),
    ])
    let known = session.state.record(.exercise, exercise.key)?.unit("score")?["score"]
    // A folder that cannot be written to can still be scored.
    guard known != kept, (try? session.openDossier().begin()) != nil else { return }
    try session.record(
      "mock.scored",
      ["record": .text(exercise.key), "audit": .text(exercise.audit), "score": kept])
  }

  private static func result(
    of session: Session, _ source: KeySource, _ minutes: Int?
  ) throws -> MockResult {
    var session = session
    let dossier = try session.openDossier()
    let damages = try dossier.verify().damages
    if !damages.isEmpty { throw Failure(.journalDamaged(damages)) }
    let exercise = try session.exercise()
    if exercise.pack.variant == nil, exercise.handedInAt == nil {
      throw Failure(.mock(.notYetHandedIn))
    }
    let key = try key(of: exercise, from: source, session)
    guard let content = key.content else { throw Failure(.mock(.keyNeeded(key.scenario))) }
    guard let audit = session.state.audits.first(where: { $0.key == exercise.audit }) else {
      throw Failure(.mock(.noExercise))
    }
    let checklist = try session.checklist(audit.checklist)
    return MockResult(
      exercise, content, in: session.state, checklist,
      name: exercise.by.isEmpty ? dossier.path : exercise.by, minutes: minutes)
  }

  /// Where keys come from.
  private enum KeySource {
    case shipped
    case scenario(Scenario)
    case file([Key.Stored])
  }

  private static func key(of exercise: Exercise, from source: KeySource, _ session: Session) throws
    -> Key
  {
    let keys = try keys(for: exercise, from: source, session)
    do throws(TrainingError) {
      return try Key.matching(exercise.pack, among: keys, digest: MockDigest.hex)
    } catch {
      throw Failure(.mock(.foreignKey(error, dossier: session.dossier?.path ?? "")))
    }
  }

  private static func keys(
    for exercise: Exercise, from source: KeySource, _ session: Session
  ) throws -> [Key.Stored] {
    switch source {
    case .file(let stored): return stored
    case .scenario(let scenario): return try practice(scenario, exercise)
    case .shipped:
      let id = exercise.pack.scenario
      guard BuiltinScenarios.all.contains(where: { $0.id == id }) else {
        throw Failure(.mock(.keyNeeded(id)))
      }
      return try practice(MockScenarios.scenario(id, session, at: 0..<0), exercise)
    }
  }

  /// The key that practice makes of a scenario for the variant that was played.
  private static func practice(_ scenario: Scenario, _ exercise: Exercise) throws -> [Key.Stored] {
    guard let variant = exercise.pack.variant else {
      throw Failure(.mock(.keyNeeded(exercise.pack.scenario)))
    }
    let key = Key(practice: scenario, variant: variant)
    return [Key.Stored(key, commitment: key.commitment(MockDigest.hex))]
  }

  private static func source(_ session: Session, _ bound: Bound) throws -> KeySource {
    guard let word = bound["key"] else { return .shipped }
    let bytes = try session.read(session.path(word), at: bound.place("key"))
    if ScenarioLoader.isScenario(bytes) {
      return .scenario(try MockScenarios.scenario(word, session, at: bound.place("key")))
    }
    let keys = Key.stored(in: bytes)
    guard !keys.isEmpty else { throw Failure(.mock(.notAKey(word)), at: bound.place("key")) }
    return .file(keys)
  }
}
