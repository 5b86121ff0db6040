import Auditing

extension ScenarioCheck {
  /// Finds the variables that nothing defines, and those that cannot be drawn.
  mutating func checkVariables() {
    var names: Set<String> = []
    var drawn: [String: Int] = [:]
    for record in scenario.records where record.type == .variable {
      let values = record.texts("Value")
      let parts = record.text("Names")?.split(separator: " ").map(String.init)
      names.formUnion(parts ?? [record.id])
      if let pool = record.text("From") { drawn[pool, default: 0] += 1 }
      let isSound =
        record.text("From") != nil
        ? values.isEmpty && parts == nil
        : !values.isEmpty
          && values.allSatisfy { parts == nil || FieldValue.parts($0, "|").count == parts?.count }
      if !isSound { report(.badVariable, record.id) }
    }
    for record in scenario.records where record.type == .pool {
      if drawn[record.id, default: 0] > record.texts("Value").count {
        report(.poolExhausted(record.id), record.id)
      }
    }
    for record in scenario.records {
      for field in record.fields where field.name.hasSuffix("_fr") || field.name.hasSuffix("_en") {
        checkNames(in: field, of: record, names)
      }
    }
  }

  private mutating func checkNames(
    in field: SourceRecord.Field, of record: SourceRecord, _ names: Set<String>
  ) {
    let isFigure = record.type == .fact && isAtRegister(record)
    for part in field.value.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0 != "}" }
      let isKnown =
        name.count < part.count
        && (names.contains(String(name)) || isFigure && Draw.names.contains(String(name)))
      if !isKnown { report(.unknownVariable(String(name.prefix(30))), record.id, field.name) }
    }
  }

  private func isAtRegister(_ record: SourceRecord) -> Bool {
    record.texts("At").flatMap { FieldValue.parts($0, "|") }
      .contains { scenario.register($0) != nil }
  }

  /// Finds mailboxes and measurements whose rows make no sense.
  mutating func checkRegisters() {
    for record in scenario.records where record.type == .mailbox || record.type == .measurement {
      checkRows(record)
      guard let register = scenario.register(record.id) else { continue }
      let rows = register.population
      if rows == 0 { report(.noRows, record.id) }
      if let plan = register.plan, plan.beyond + plan.unanswered > rows {
        report(.tooManyLate(late: plan.beyond + plan.unanswered, rows: rows), record.id)
      }
      checkPlan(register, record)
    }
  }

  private mutating func checkRows(_ record: SourceRecord) {
    let name = record.type == .mailbox ? "Row" : "Value"
    for field in record[name] {
      let isSound =
        record.type == .mailbox
        ? FieldValue.row(field.value) != nil
        : field.value.split(whereSeparator: \.isWhitespace).allSatisfy { DecimalNumber($0) != nil }
      if !isSound { report(.badRow(field.value), record.id, name) }
    }
    if !record[name].isEmpty, record.text("Rows") != nil { report(.rowsTwice, record.id, "Rows") }
    if let unit = record.text("Unit"), Register.unit(unit) == nil {
      report(.unknownUnit(unit), record.id, "Unit")
    }
  }

  private mutating func checkPlan(_ register: Register, _ record: SourceRecord) {
    guard let plan = register.plan else { return }
    switch register.content {
    case .letters:
      if plan.dates == nil { report(.badRange, record.id, "From") }
    case .values(_, _, let target):
      guard let range = plan.range, !(range.high < range.low) else {
        return report(.badRange, record.id, "Low")
      }
      let ends = [range.low, range.high].map(target.isMet)
      let isSound = plan.beyond == 0 || ends.contains(false)
      if !isSound || (plan.beyond < plan.rows && !ends.contains(true)) {
        report(.badRange, record.id, "Low")
      }
    }
  }

  /// Finds facts that serve nothing, and answers that are never heard.
  mutating func checkFacts() {
    let cited = Set(
      scenario.faults.flatMap(\.evidence) + scenario.decoys.flatMap(\.evidence)
        + scenario.earlier.flatMap(\.evidence))
    for fact in scenario.facts where fact.criterion == nil && !cited.contains(fact.id) {
      report(.orphanFact, fact.id)
    }
    for answer in scenario.answers {
      if let other = Reachability.hiding(answer, in: scenario) {
        report(.hiddenAnswer(by: other.id), answer.id, "Keywords")
      }
    }
  }

  /// Finds choices, needs and hints that do not add up.
  mutating func checkKey() {
    if scenario.faults.isEmpty { report(.noFault, nil) }
    for choice in scenario.choices {
      let count = scenario.faults.count { $0.choice == choice.id }
      if choice.plant > count {
        report(.choiceTooLarge(plant: choice.plant, faults: count), choice.id, "Plant")
      }
    }
    for fault in scenario.faults
    where !fault.evidence.isEmpty && fault.needs > fault.evidence.count {
      report(
        .needsTooMuch(needs: fault.needs, evidence: fault.evidence.count), fault.id, "Needs")
    }
    let cost = scenario.hints.map(\.cost).reduce(0, +)
    if cost > 50 { report(.dearHints(total: cost), scenario.hints.last?.id, "Cost") }
  }
}
