import Auditing

extension Scenario {
  /// The scenario of a seed, in which nothing is left to chance: the same seed, the same text.
  package func variant(_ seed: Int) -> Scenario { named(seed).variant }

  /// The scenario of a seed, and the id that each new name stands for.
  func named(_ seed: Int) -> (variant: Scenario, names: [String: String]) {
    var draw = VariantDraw(self, seed: seed)
    let variant = Scenario(checked: draw.records()) ?? self
    return (variant, Dictionary(draw.names.map { ($0.value, $0.key) }) { first, _ in first })
  }

  /// What a trainee is given: places, people and documents, without anything of the key.
  package var pack: Scenario {
    let hidden: [RecordType: Set<String>] = [
      .fact: ["Criterion"], .hint: ["Fault"], .mailbox: ["Minimum"], .measurement: ["Minimum"],
      .earlier: ["Outcome", "Evidence", "Why_fr", "Why_en"],
    ]
    let shown = records.filter { ![.fault, .decoy, .choice].contains($0.type) }
    let stripped = shown.map { record in
      var record = record
      record.fields.removeAll { hidden[record.type]?.contains($0.name) == true }
      return record
    }
    return Scenario(checked: stripped) ?? self
  }
}

/// One drawing of everything that a seed decides.
private struct VariantDraw {
  let scenario: Scenario
  var randomness: Randomness
  var values: [String: String] = [:]
  var planted: Set<String> = []
  /// The new id of each record whose id might tell something.
  var names: [String: String] = [:]

  init(_ scenario: Scenario, seed: Int) {
    self.scenario = scenario
    randomness = Randomness(seed: seed, name: scenario.id)
  }

  mutating func records() -> [SourceRecord] {
    drawValues()
    drawFaults()
    let kept = scenario.records.filter(isKept).map { place($0) }
    let facts = randomness.shuffled(kept.filter { $0.type == .fact })
    rename(facts, "o")
    for (type, letter) in [(RecordType.answer, "a"), (.hint, "h"), (.earlier, "e")] {
      rename(kept.filter { $0.type == type }, letter)
    }
    var remaining = facts[...]
    let ordered = kept.map { $0.type == .fact ? remaining.removeFirst() : $0 }
    return ordered.map { finished($0) }.filter { $0.type != .decoy || !$0["Evidence"].isEmpty }
  }

  private mutating func drawValues() {
    var pools: [String: [String]] = [:]
    for record in scenario.records where record.type == .pool {
      pools[record.id] = randomness.shuffled(record.texts("Value"))
    }
    for record in scenario.records where record.type == .variable {
      if let pool = record.text("From") {
        values[record.id] = pools[pool]?.popLast() ?? ""
        continue
      }
      let choices = record.texts("Value")
      guard !choices.isEmpty else { continue }
      let chosen = choices[randomness.below(choices.count)]
      if let names = record.text("Names") {
        let names = names.split(separator: " ").map(String.init)
        for (name, value) in zip(names, FieldValue.parts(chosen, "|")) { values[name] = value }
      } else {
        values[record.id] = chosen
      }
    }
  }

  private mutating func drawFaults() {
    planted = Set(scenario.faults.filter { $0.choice == nil }.map(\.id))
    for choice in scenario.choices {
      let faults = scenario.faults.filter { $0.choice == choice.id }.map(\.id)
      planted.formUnion(randomness.shuffled(faults).prefix(choice.plant))
    }
  }

  private func isKept(_ record: SourceRecord) -> Bool {
    switch record.type {
    case .pool, .variable, .choice: return false
    case .fault: return planted.contains(record.id)
    case .hint: return record.text("Fault").map(planted.contains) ?? true
    case .fact:
      if let fault = record.text("If"), !planted.contains(fault) { return false }
      if let fault = record.text("Unless"), planted.contains(fault) { return false }
      return true
    default: return true
    }
  }

  /// The record with its place chosen and its rows made.
  private mutating func place(_ record: SourceRecord) -> SourceRecord {
    var record = record
    switch record.type {
    case .fact:
      record.fields.removeAll { ["If", "Unless"].contains($0.name) }
      for index in record.fields.indices where record.fields[index].name == "At" {
        let places = FieldValue.parts(record.fields[index].value, "|")
        guard !places.isEmpty else { continue }
        record.fields[index].value = places[randomness.below(places.count)]
      }
    case .fault: record.fields.removeAll { $0.name == "Choice" }
    case .mailbox, .measurement: fill(&record)
    default: break
    }
    return record
  }

  private mutating func fill(_ record: inout SourceRecord) {
    guard let register = Register(record) else { return }
    let isSound = register.condition.map { !planted.contains($0) } ?? false
    let lines = register.lines(isSound: isSound, &randomness)
    let removed: Set<String> = [
      "Row", "Value", "Rows", "Late", "Beyond", "Unanswered", "From", "To", "Low", "High", "If",
    ]
    record.fields.removeAll { removed.contains($0.name) }
    let name = record.type == .mailbox ? "Row" : "Value"
    record.fields += lines.map { .init(name: name, value: $0, line: record.line) }
  }

  private mutating func rename(_ records: [SourceRecord], _ letter: String) {
    for (index, record) in records.enumerated() { names[record.id] = "\(letter)\(index + 1)" }
  }

  /// The record with its variables filled in and its references renamed; absent ones are gone.
  private func finished(_ record: SourceRecord) -> SourceRecord {
    var record = record
    record.fields = record.fields.compactMap { field in
      var field = field
      if field.name.hasSuffix("_fr") || field.name.hasSuffix("_en") {
        field.value = filled(field.value)
      }
      let isReference = ["Id", "At", "After", "Evidence"].contains(field.name)
      guard isReference else { return field }
      let isMore = field.name == "At" && field.value.hasSuffix("+")
      let id = isMore ? String(field.value.dropLast()) : field.value
      if let name = names[id], renames(field.name, in: record.type) {
        field.value = isMore ? name + "+" : name
      } else if field.name == "Evidence" || (field.name == "After" && isAbsent(id)) {
        return nil
      }
      return field
    }
    return record
  }

  /// A text with the values of the variables that it names.
  private func filled(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var filled = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = rest[rest.index(after: start)..<end]
      filled += rest[..<start]
      if let value = values[String(name)] {
        filled += value
        rest = rest[rest.index(after: end)...]
      } else {
        filled += "{"
        rest = rest[rest.index(after: start)...]
      }
    }
    return filled + rest
  }

  private func renames(_ field: String, in type: RecordType) -> Bool {
    field != "Id" || [.fact, .answer, .hint, .earlier].contains(type)
  }

  private func isAbsent(_ id: String) -> Bool { scenario.fact(id) != nil }
}
