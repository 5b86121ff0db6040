import Auditing
import Signing
import Training

/// The exercise of a dossier, and what each step of it records.
extension Session {
  /// The exercise of the open dossier.
  func exercise() throws -> Exercise {
    _ = try openDossier()
    guard let exercise = Exercise(state) else { throw Failure(.mock(.noExercise)) }
    return exercise
  }

  /// The exercise that is under way.
  func openExercise() throws -> Exercise {
    let exercise = try exercise()
    if exercise.handedInAt != nil { throw Failure(.mock(.handedIn)) }
    return exercise
  }

  /// Refuses to change what was handed in.
  func refuseIfHandedIn(_ audit: Audit) throws {
    guard audit.kind == .mock, let exercise = Exercise(state), exercise.audit == audit.key,
      exercise.handedInAt != nil
    else { return }
    throw Failure(.mock(.handedIn))
  }

  /// Refuses to take back or put back anything of what was handed in.
  func refuseIfHandedIn() throws {
    guard !state.all(.exercise).isEmpty, let exercise = Exercise(state),
      exercise.handedInAt != nil
    else { return }
    throw Failure(.mock(.handedIn))
  }

  /// The time that is left, in words.
  func timeLeft(_ exercise: Exercise) -> Wording {
    let left = exercise.minutesLeft(environment.now())
    let budget = exercise.scenario.minutes
    return left >= 0
      ? ("reste \(left) min sur \(budget)", "\(left) min left of \(budget)")
      : (
        "temps dépassé de \(-left) min\u{A0}: chaque minute coûte un point",
        "\(-left) min over time: each minute costs a point"
      )
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
