import Auditing
import Journaling
import Scripting
import Training

/// `mock start`: an exercise dossier with a mock audit in it, from a scenario or a pack.
enum MockStartCommand {
  static let start = CommandSpec(
    noun: MockNouns.mock.name, name: Name("start", "commencer"),
    operands: [.init(name: Name("scenario", "scénario"), type: .file)],
    options: [
      .init(name: Name("variant", "variante"), type: .integer),
      .init(name: Name("folder", "répertoire"), type: .folder),
    ],
    summary: ("commencer un exercice", "begin an exercise"),
    manual: (
      """
      Le nom d’un scénario livré, un scénario .rec ou un paquet du formateur. Sans dossier \
      d’exercice ouvert, il en crée un (exercice-NOM, ou --répertoire). --variante dit laquelle \
      jouer\u{202F}; sinon celle de --seed, sinon une au hasard. La même variante est la même à \
      l’octet. Le temps court dès maintenant.
      """,
      """
      The name of a shipped scenario, a .rec scenario or a trainer's pack. Without an exercise \
      dossier open it makes one (exercice-NAME, or --folder). --variant says which to play; else \
      that of --seed, else one by chance. The same variant is the same to the byte. Time runs from \
      now on.
      """
    ), example: "mock start accueil",
    isCommitPoint: true
  ) { session, bound in
    try session.requirePerson()
    let pack = try pack(&session, bound)
    guard let scenario = pack.content else {
      throw Failure(.mock(.notAScenario(bound["scenario"] ?? "")), at: bound.place("scenario"))
    }
    try openDossier(for: scenario, &session, bound)
    do {
      try session.openDossier().begin()
    } catch let error as JournalError {
      throw Failure(.journal(error), at: bound.range)
    }
    var opening = MockOpening(scenario, pack)
    try opening.record(&session)
    session.output.note(opening.words(session))
    return .text(
      MockOpening.text(scenario, width: session.settings.width), value: .word(scenario.id))
  }

  /// The pack of what is named: a trainer's, or one made for practice.
  private static func pack(_ session: inout Session, _ bound: Bound) throws -> Pack {
    let word = bound["scenario"] ?? ""
    let range = bound.place("scenario")
    if word.contains("/") || word.hasSuffix(".rec") {
      let bytes = try session.read(session.path(word), at: range)
      if let pack = Pack(file: bytes) { return pack }
    }
    let scenario = try MockScenarios.scenario(word, session, at: range)
    let key = Key(practice: scenario, variant: variant(session, bound))
    return Pack(key, isPractice: true, digest: MockDigest.hex)
  }

  private static func variant(_ session: Session, _ bound: Bound) -> Int {
    if let variant = bound.integer("variant") { return variant }
    return MockScenarios.chance(session)
  }

  /// Makes an exercise dossier the open one.
  private static func openDossier(
    for scenario: Scenario, _ session: inout Session, _ bound: Bound
  ) throws {
    if session.dossier != nil, session.state.purpose != .real, bound["folder"] == nil {
      if let exercise = Exercise(session.state), exercise.handedInAt == nil {
        throw Failure(.mock(.running(exercise.pack.scenario)), at: bound.range)
      }
      return
    }
    let path = try session.writtenPath(bound["folder"] ?? "exercice-\(scenario.id)")
    let purpose: Purpose = session.environment.isSeeded ? .trial : .exercise
    let dossier = try DossierFolder.create(
      path, title: scenario.title[session.language], purpose: purpose,
      by: session.author, at: session.environment.workplace)
    session.enter(dossier)
  }
}

/// Finds scenarios and chooses variants.
enum MockScenarios {
  /// The scenario of a file, or a shipped one by its id.
  static func scenario(_ word: String, _ session: Session, at range: Range<Int>) throws -> Scenario
  {
    let bytes: [UInt8]
    if word.contains("/") || word.hasSuffix(".rec") {
      bytes = try session.read(session.path(word), at: range)
      guard ScenarioLoader.isScenario(bytes) else {
        throw Failure(.mock(.notAScenario(word)), at: range)
      }
    } else {
      let shipped = BuiltinScenarios.all
      guard let found = shipped.first(where: { $0.id.folded == word.folded }) else {
        let known = shipped.map(\.id)
        throw Failure(
          .mock(
            .unknown(
              .scenario, word, known: known,
              suggestion: Suggestion.nearest(to: word, among: known))), at: range)
      }
      bytes = found.bytes
    }
    let (scenario, faults) = ScenarioLoader.load(bytes, checklists: session.knownChecklists)
    guard let scenario else {
      throw Failure(.mock(.scenarioFaults(word, faults.count)), at: range)
    }
    return scenario
  }

  /// A variant by chance; under `--seed` it follows from the seed.
  static func chance(_ session: Session) -> Int {
    let bytes = session.environment.random(4)
    return 1 + Int(bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 9999)
  }
}
