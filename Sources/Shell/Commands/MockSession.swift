import Auditing
import Signing
import Training

/// The exercise of a dossier, and what each step of it records.
extension Session {
  /// The exercise of the open dossier.
  mutating func exercise() throws -> Exercise {
    _ = try openDossier()
    guard let exercise = Exercise(state, known: scenarios) else {
      throw Failure(.mock(.noExercise))
    }
    scenarios[exercise.key] = exercise.scenario
    return exercise
  }

  /// Whether the open dossier holds a fiction, for training.
  var isExercise: Bool {
    dossier != nil && (state.purpose == .exercise || !state.all(.exercise).isEmpty)
  }

  /// Says at the end of a run that what it told of is a fiction, unless that was said.
  func sayExercise() {
    guard isExercise, !settings.isQuiet, !settings.isJSON, !output.saysExercise else { return }
    output.complain([language.pick(("! EXERCICE", "! EXERCISE"))])
  }

  /// How the exercise of the open dossier stands: the time that is left, or what it came to.
  var exerciseWords: [Wording] {
    guard isExercise, let exercise = Exercise(state) else { return [] }
    let scenario = exercise.pack.scenario
    guard let end = exercise.handedInAt else {
      let left = timeLeft(exercise)
      return [("exercice \(scenario)\u{A0}: \(left.fr)", "exercise \(scenario): \(left.en)")]
    }
    let minute = exercise.minute(end)
    let score = exercise.score.map { ", \($0)/100" } ?? ""
    return [
      (
        "exercice \(scenario)\u{A0}: rendu à la minute \(minute) sur \(exercise.scenario.minutes)\(score)",
        "exercise \(scenario): handed in at minute \(minute) of \(exercise.scenario.minutes)\(score)"
      )
    ]
  }

  /// The exercise that is under way.
  mutating func openExercise() throws -> Exercise {
    let exercise = try exercise()
    if exercise.handedInAt != nil { throw Failure(.mock(.handedIn)) }
    return exercise
  }

  /// Refuses to change what was handed in.
  func refuseIfHandedIn(_ audit: Audit) throws {
    guard audit.kind == .mock, Exercise.auditHandedIn(in: state) == audit.key else { return }
    throw Failure(.mock(.handedIn))
  }

  /// Refuses to take back or put back anything of what was handed in.
  func refuseIfHandedIn() throws {
    guard Exercise.auditHandedIn(in: state) != nil else { return }
    throw Failure(.mock(.handedIn))
  }

  /// The time that is left, in words.
  func timeLeft(_ exercise: Exercise) -> Wording {
    let left = exercise.minutesLeft(environment.now())
    let budget = exercise.scenario.minutes
    return left >= 0
      ? ("reste \(left) min sur \(budget)", "\(left) min left of \(budget)")
      : (
        "temps dépassé de \(-left) min\u{A0}: ce qui est saisi maintenant ne compte plus",
        "\(-left) min over time: what is entered now no longer counts"
      )
  }

  /// The minutes that are left of the exercise under way; below zero once the time is over.
  var minutesLeft: Int? {
    guard let exercise = Exercise(state), exercise.handedInAt == nil else { return nil }
    return exercise.minutesLeft(environment.now())
  }

  /// Records a step of an exercise, with the facts behind each piece of evidence.
  mutating func record(
    _ kind: Exercise.Step.Kind, _ facts: [String: String], _ exercise: Exercise
  ) throws {
    var fields = kind.fields
    if !facts.isEmpty { fields["facts"] = .object(facts.mapValues(Content.text)) }
    let name =
      switch kind {
      case .looked: "mock.looked"
      case .asked: "mock.asked"
      case .read: "mock.read"
      case .sampled: "mock.sampled"
      case .hinted: "mock.hinted"
      }
    try record(
      name,
      [
        "record": .text(exercise.key), "audit": .text(exercise.audit), "change": "add",
        "element": .object(fields),
      ])
  }

  /// Makes evidence of what a step shows: each observation once, under the id it then keeps.
  ///
  /// - Returns: A line for each observation, and the facts by the keys of new evidence.
  mutating func reveal(
    _ observations: [Observation], _ exercise: Exercise, method: Checklist.Method, source: String,
    site: String
  ) throws -> (lines: [String], facts: [String: String]) {
    try requirePerson()
    let known = Dictionary(
      exercise.evidence.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    let ids = Identifiers(.evidence, in: state)
    var lines: [String] = []
    var facts: [String: String] = [:]
    for observation in observations {
      if let fact = observation.fact, let key = known[fact] {
        lines.append("  \(ids[key])  \(observation.text)")
        continue
      }
      let key = mintKey()
      let id = nextID("P", .evidence)
      try record(
        "evidence.attached",
        [
          "record": .text(key), "id": .text(id), "form": "statement",
          "text": .text(observation.text), "site": .text(site), "source": .text(source),
          "method": .text(method.rawValue), "collected": .text(exercise.scenario.date.description),
        ])
      if let fact = observation.fact { facts[key] = fact }
      lines.append("  \(displayID(.evidence, key, label: id))  \(observation.text)")
    }
    return (lines, facts)
  }

  /// Something seen, and the fact it is, if it is one.
  struct Observation {
    let fact: String?
    let text: String
  }
}

/// The digest of packs and keys.
enum MockDigest {
  static func hex(_ bytes: [UInt8]) -> String { Digest.of(bytes).hex }
}
