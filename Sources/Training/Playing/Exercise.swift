package import Auditing

/// A mock audit in a dossier: its pack, and what was done in it, minute by minute.
package struct Exercise: Sendable {
  /// The key of its record, and of its audit.
  package let key: String
  package let audit: String
  package let pack: Pack
  package let scenario: Scenario
  package let startedAt: Timestamp
  package let handedInAt: Timestamp?
  /// The score that was last recorded, of 100.
  package let score: Int?
  package let by: String
  package let steps: [Step]
  /// The findings of the earlier audit, by the keys they have in the dossier.
  package let earlier: [String: String]
  package private(set) var play: Play
  private let spentHints: Set<String>

  /// One thing that was done, and the evidence it gave.
  package struct Step: Sendable {
    package let kind: Kind
    package let at: Timestamp
    /// The fact behind each piece of evidence, by the evidence's key.
    package let facts: [String: String]
    /// The place of its operation in the history.
    let order: Int

    package enum Kind: Sendable {
      case looked(place: String)
      case asked(person: String, words: String, answer: String?, isMoreTold: Bool)
      case read(document: String)
      case sampled(register: String, size: Int)
      case hinted(hint: String)
    }
  }

  /// Finds the exercise of a dossier, the last where there are several.
  ///
  /// - Parameters:
  ///   - state: what the entries of the dossier add up to.
  ///   - known: scenarios that were read before, by the keys of their exercises.
  package init?(_ state: State, known: [String: Scenario] = [:]) {
    guard let record = Self.record(in: state),
      let unit = record.unit("pack"), let fields = unit["pack"]?.object,
      let pack = Pack(unit["pack"]), let scenario = known[record.key] ?? pack.content
    else { return nil }
    key = record.key
    audit = record.audit ?? ""
    self.pack = pack
    self.scenario = scenario
    startedAt = record.at
    by = record.by
    // What an undo takes back of these is taken back for nothing: time and hints are spent.
    let operations = state.history.operations
    handedInAt = Self.handIn(of: record, in: state)
    score = record.unit("score")?["score"]?.object?["total"]?.integer
    spentHints = Set(
      operations.compactMap {
        $0.holds("mock.hinted", of: record.key)?["element"]?.object?["hint"]?.text
      })
    earlier = (fields["earlier"]?.object ?? [:]).compactMapValues(\.text)
    steps = Self.lists.flatMap { list in (record.lists[list] ?? []).flatMap(Step.all) }
      .sorted { $0.order < $1.order }
    play = Play(scenario)
    for step in steps { play.follow(step) }
  }

  private static func record(in state: State) -> Record? {
    state.all(.exercise).last { $0.units["pack"] != nil }
  }

  private static func handIn(of record: Record, in state: State) -> Timestamp? {
    state.history.operations.first { $0.holds("mock.handed-in", of: record.key) != nil }?.at
  }

  /// The audit whose exercise was handed in, by its key, without reading what the exercise holds.
  package static func auditHandedIn(in state: State) -> String? {
    record(in: state).flatMap { handIn(of: $0, in: state) == nil ? nil : $0.audit ?? "" }
  }

  private static let lists = ["looked", "asked", "read", "sampled", "hinted"]

  /// The fact behind each piece of evidence, by the evidence's key; of a draw, `FACT/ROWS`.
  package var evidence: [String: String] {
    steps.reduce(into: [:]) { $0.merge($1.facts) { first, _ in first } }
  }

  /// The fact behind each piece of evidence, where a draw had the rows that the key asks for.
  package func evidence(against key: Scenario) -> [String: String] {
    evidence.compactMapValues { written in
      let fact = Self.fact(written)
      guard let rows = written.split(separator: "/").dropFirst().first.flatMap({ Int($0) }) else {
        return fact
      }
      let sources = key.fact(fact)?.sources ?? []
      let minimum = sources.compactMap { key.register($0.id)?.minimum }.min() ?? 1
      return rows >= minimum ? fact : nil
    }
  }

  /// The id of a fact as an entry writes it, without the rows of its draw.
  static func fact(_ written: String) -> String {
    String(written.prefix { $0 != "/" })
  }

  /// The hints that were taken, each once.
  package var hints: [Scenario.Hint] {
    scenario.hints.filter { spentHints.contains($0.id) }
  }

  /// The whole minutes from the beginning to a moment.
  package func minute(_ moment: Timestamp) -> Int {
    max(0, moment.milliseconds - startedAt.milliseconds) / 60_000
  }

  /// The minutes left at a moment; below zero once the time is over.
  package func minutesLeft(_ moment: Timestamp) -> Int {
    let milliseconds = scenario.minutes * 60_000 - (moment.milliseconds - startedAt.milliseconds)
    return milliseconds >= 0 ? (milliseconds + 59_999) / 60_000 : (milliseconds - 59_999) / 60_000
  }
}

extension Operation {
  /// Its first event of a kind that speaks of a record.
  fileprivate func holds(_ kind: String, of record: String) -> Event? {
    events.lazy.compactMap(\.self).first { $0.kind == kind && $0["record"]?.text == record }
  }
}

extension Exercise.Step {
  /// What an entry of the journal says was done, once for each time.
  static func all(_ element: Record.Element) -> [Self] {
    guard let fields = element.content.object, let kind = Kind(fields) else { return [] }
    let facts = (fields["facts"]?.object ?? [:]).compactMapValues(\.text)
    return element.additions.map { Self(kind: kind, at: $0.at, facts: facts, order: $0.operation) }
  }
}

extension Exercise.Step.Kind {
  /// The fields of an entry of the journal.
  package var fields: [String: Content] {
    switch self {
    case .looked(let place): return ["place": .text(place)]
    case .asked(let person, let words, let answer, let isMoreTold):
      var fields: [String: Content] = [
        "person": .text(person), "words": .text(words), "more": .boolean(isMoreTold),
      ]
      if let answer { fields["answer"] = .text(answer) }
      return fields
    case .read(let document): return ["document": .text(document)]
    case .sampled(let register, let size):
      return ["register": .text(register), "size": .integer(size)]
    case .hinted(let hint): return ["hint": .text(hint)]
    }
  }

  init?(_ fields: [String: Content]) {
    if let place = fields["place"]?.text {
      self = .looked(place: place)
    } else if let person = fields["person"]?.text {
      self = .asked(
        person: person, words: fields["words"]?.text ?? "", answer: fields["answer"]?.text,
        isMoreTold: fields["more"]?.boolean ?? false)
    } else if let document = fields["document"]?.text {
      self = .read(document: document)
    } else if let register = fields["register"]?.text {
      self = .sampled(register: register, size: fields["size"]?.integer ?? 0)
    } else if let hint = fields["hint"]?.text {
      self = .hinted(hint: hint)
    } else {
      return nil
    }
  }
}

extension Play {
  /// Notes a step that was taken.
  mutating func follow(_ step: Exercise.Step) {
    let facts = step.facts.values.map(Exercise.fact)
    switch step.kind {
    case .looked(let place): visit(place, facts: facts)
    case .asked(let person, _, let answer, let isMoreTold):
      visit(person, facts: facts)
      if let answer { visit(answer, isMore: isMoreTold, facts: []) }
    case .read(let document): visit(document, facts: facts)
    case .sampled(let register, _): visit(register, facts: facts)
    case .hinted: break
    }
  }
}
