/// Items drawn from a stated population, with what was recorded of each.
///
/// ISO 19011:2018 A.6 (sampling).
package struct Sample: Sendable {
  package var key: String
  /// The display id, such as `E1`.
  package var id: String
  package var audit: String
  package var criterion: String?
  package var site: String?
  package var indicator: String?
  package var title: String?
  /// The survey whose questions are put to the items.
  package var survey: String?
  package var population: Population
  package var method: String
  package var seed: String
  package var size: Int
  /// The size it was first drawn with.
  package var firstSize: Int
  /// How delays are counted; nothing: as the indicator's unit says.
  package var counting: Counting?
  /// The limit of each item, where it was given one of its own.
  package var limit: String?
  /// What was recorded of items, by their ranks.
  package var cases: [Int: Case] = [:]
  /// The ranks of which several people said different things.
  package var disputed: Set<Int> = []
  package var by: String
  package var at: Timestamp

  /// Creates a sample of which nothing is recorded yet.
  package init(
    key: String, id: String, audit: String, population: Population, method: String, seed: String,
    size: Int, firstSize: Int, by: String, at: Timestamp
  ) {
    self.key = key
    self.id = id
    self.audit = audit
    self.population = population
    self.method = method
    self.seed = seed
    self.size = size
    self.firstSize = firstSize
    self.by = by
    self.at = at
  }

  /// What a sample is drawn from.
  package struct Population: Hashable, Sendable {
    package var count: Int
    /// What the items are called, in order, where a list of them was given and kept.
    package var items: [String]
    /// The file they came from, and its SHA-256.
    package var source: String?
    package var sha256: String?

    /// Creates a population.
    package init(count: Int, items: [String] = [], source: String? = nil, sha256: String? = nil) {
      self.count = count
      self.items = items
      self.source = source
      self.sha256 = sha256
    }

    /// What the item of a rank is called.
    package func name(of rank: Int) -> String {
      items.indices.contains(rank - 1) ? items[rank - 1] : String(rank)
    }
  }

  /// Whether all days count, or the working days alone.
  package enum Counting: String, CaseIterable, Sendable { case calendar, working }

  /// What was recorded of one item.
  package struct Case: Hashable, Sendable {
    package var received: CalendarDate?
    package var answered: CalendarDate?
    package var value: Quantity?
    package var isConforming: Bool?
    /// The answers to the questions of a grid, in the order of the questions.
    package var checks: [Check] = []
    package var note: String?
    /// The row of the file it came from.
    package var row: Int?
    package var by = ""

    /// Creates a case of which nothing is known yet.
    package init() {}

    /// One question of a grid, and whether it was met.
    package struct Check: Hashable, Sendable {
      package var question: String
      package var isMet: Bool

      /// Creates an answer.
      package init(_ question: String, _ isMet: Bool) {
        self.question = question
        self.isMet = isMet
      }
    }
  }
}

// MARK: - Reading

extension Sample {
  /// Creates a sample from its record, or nothing when the draw is not established.
  init?(_ record: Record, id: String) {
    guard let draw = record.unit("draw"), let population = draw["population"]?.object,
      let count = population["count"]?.integer,
      let size = record.field("size")?.integer
    else { return nil }
    self.init(
      key: record.key, id: id, audit: record.audit ?? "",
      population: Population(
        count: count, items: population["items"]?.texts ?? [],
        source: population["source"]?.text, sha256: population["sha256"]?.text),
      method: draw["method"]?.text ?? "", seed: draw["seed"]?.text ?? "", size: size,
      firstSize: record.identity("first")?.integer ?? size, by: record.by, at: record.at)
    criterion = record.identity("criterion")?.text
    site = record.identity("site")?.text
    indicator = record.identity("indicator")?.text
    title = record.identity("title")?.text
    survey = record.identity("survey")?.text
    counting = record.identity("counting")?.text.flatMap(Counting.init)
    limit = record.identity("limit")?.text
    for entry in record.units where entry.name.hasPrefix("values ") {
      guard let rank = Int(entry.name.dropFirst(7)) else { continue }
      if entry.isInConflict { disputed.insert(rank) }
      guard let values = record.unit(entry.name)?["values"]?.object else { continue }
      cases[rank] = Case(values)
      cases[rank]?.by = entry.writes.last?.by ?? ""
    }
  }
}

extension Sample.Case {
  /// Creates a case from what an entry of the journal says of it.
  init(_ values: [String: Content]) {
    received = values["received"]?.text.flatMap { CalendarDate($0) }
    answered = values["answered"]?.text.flatMap { CalendarDate($0) }
    value = values["value"]?.text.flatMap { Quantity($0) }
    isConforming = values["conforming"]?.boolean
    note = values["note"]?.text
    row = values["row"]?.integer
    checks = (values["checks"]?.list ?? []).compactMap { content in
      guard let check = content.object, let question = check["question"]?.text,
        let isMet = check["met"]?.boolean
      else { return nil }
      return Check(question, isMet)
    }
  }

  /// The case as an entry of the journal writes it.
  package var content: Content {
    var values: [String: Content] = [:]
    if let received { values["received"] = .text(received.description) }
    if let answered { values["answered"] = .text(answered.description) }
    if let value { values["value"] = .text(value.description) }
    if let isConforming { values["conforming"] = .boolean(isConforming) }
    if let note { values["note"] = .text(note) }
    if let row { values["row"] = .integer(row) }
    if !checks.isEmpty {
      values["checks"] = .list(
        checks.map { .object(["question": .text($0.question), "met": .boolean($0.isMet)]) })
    }
    return .object(values)
  }
}

extension State {
  /// The samples of an audit of which it is contradictory what is drawn.
  package func contestedSamples(in audit: Audit) -> [Record] {
    all(.sample).filter {
      $0.audit == audit.key
        && $0.conflictingUnits.contains { ["draw", "size"].contains($0) }
    }
  }

  /// The samples of an audit that stand, in the order in which they were drawn.
  package func samples(in audit: Audit) -> [Sample] {
    let ids = Identifiers(.sample, in: self)
    return all(.sample).filter { $0.audit == audit.key }.compactMap {
      Sample($0, id: ids[$0.key])
    }
  }
}
