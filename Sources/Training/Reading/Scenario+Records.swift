import Auditing

extension Scenario {
  /// Creates a scenario from records in which nothing is wrong in form.
  init?(checked records: [SourceRecord]) {
    guard let head = records.first(where: { $0.type == .scenario }),
      let date = CalendarDate(head.required("Date"))
    else { return nil }
    id = head.id
    title = head.wording("Title")
    checklist = head.required("Checklist")
    edition = head.required("Edition")
    kind = head.text("Kind").flatMap(Audit.Kind.init) ?? .internal
    level = head.text("Level").flatMap(Level.init)
    minutes = head.integer("Minutes") ?? 0
    self.date = date
    intro = head.wording("Intro")
    self.records = records
    for record in records { add(record) }
  }

  private mutating func add(_ record: SourceRecord) {
    switch record.type {
    case .scenario, .pool, .variable: return
    case .site:
      sites.append(
        Site(id: record.id, name: record.wording("Name"), modules: record.texts("Module")))
    case .place:
      places.append(
        Place(
          id: record.id, site: record.text("Site"), name: record.wording("Name"),
          text: record.wording("Text")))
    case .person: persons.append(Person(record))
    case .answer: answers.append(Answer(record))
    case .document:
      documents.append(
        Document(
          id: record.id, site: record.text("Site"), title: record.wording("Title"),
          text: record.wording("Text"), at: record.texts("At")))
    case .mailbox, .measurement: if let register = Register(record) { registers.append(register) }
    case .fact: facts.append(Fact(record))
    case .choice: choices.append(Choice(id: record.id, plant: record.integer("Plant") ?? 1))
    case .fault: faults.append(Fault(record))
    case .decoy: decoys.append(Decoy(record))
    case .hint:
      hints.append(
        Hint(
          id: record.id, fault: record.text("Fault"), cost: record.integer("Cost") ?? 1,
          text: record.wording("Text")))
    case .earlier: earlier.append(Earlier(record))
    }
  }
}

extension Scenario.Person {
  fileprivate init(_ record: SourceRecord) {
    self.init(
      id: record.id, place: record.required("Place"), name: record.wording("Name"),
      role: record.wording("Role"), character: record.wording("Character"),
      lost: record.localized("Lost"))
  }
}

extension Scenario.Answer {
  fileprivate init(_ record: SourceRecord) {
    self.init(
      id: record.id, person: record.required("Person"),
      keywords: record.texts("Keywords").map(FieldValue.keywords),
      text: record.wording("Text"), more: record.localized("More"),
      moreKeywords: record.texts("MoreKeywords").flatMap(FieldValue.keywords),
      after: record.texts("After"))
  }
}

extension Scenario.Fact {
  fileprivate init(_ record: SourceRecord) {
    let at = record.texts("At").map { text in
      FieldValue.parts(text, "|").map { part in
        part.hasSuffix("+")
          ? Scenario.Source(id: String(part.dropLast()), isMore: true)
          : Scenario.Source(id: part, isMore: false)
      }
    }
    self.init(
      id: record.id, at: at, criterion: record.text("Criterion"), text: record.wording("Text"),
      condition: record.text("If"), exception: record.text("Unless"))
  }
}

extension Scenario.Fault {
  fileprivate init(_ record: SourceRecord) {
    self.init(
      id: record.id, criterion: record.required("Criterion"), also: record.texts("Also"),
      site: record.text("Site"), grade: record.required("Grade"), title: record.wording("Title"),
      evidence: record.texts("Evidence"), needs: record.integer("Needs") ?? 1,
      why: record.wording("Why"), choice: record.text("Choice"))
  }
}

extension Scenario.Decoy {
  fileprivate init(_ record: SourceRecord) {
    self.init(
      id: record.id, criterion: record.required("Criterion"), site: record.text("Site"),
      title: record.wording("Title"), evidence: record.texts("Evidence"),
      why: record.wording("Why"))
  }
}

extension Scenario.Earlier {
  fileprivate init(_ record: SourceRecord) {
    self.init(
      id: record.id, criterion: record.required("Criterion"), site: record.text("Site"),
      grade: record.required("Grade"), title: record.wording("Title"),
      outcome: record.text("Outcome").flatMap(Scenario.Outcome.init),
      evidence: record.texts("Evidence"), why: record.localized("Why"))
  }
}
