import Auditing
import Checklists
import Testing

/// A change to the valid text that makes one fault of it.
struct Breakage: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let kind: ChecklistFault.Kind
  /// What the line with the fault begins with, after the change.
  let place: String
  let field: String?

  init(
    _ old: String, _ new: String, _ kind: ChecklistFault.Kind, at place: String, field: String?
  ) {
    self.old = old
    self.new = new
    self.kind = kind
    self.place = place
    self.field = field
  }

  var testDescription: String { new }
}

struct `A checklist's file with a fault` {
  @Test(arguments: fields + values + references + grades + milestones + files)
  func `is refused with line, field, reason and remedy`(breakage: Breakage) throws {
    let text = validText.replacing(breakage.old, with: breakage.new, maxReplacements: 1)
    try #require(text != validText)
    let (checklist, faults) = load(text)
    #expect(checklist == nil)
    try #require(faults.count == 1, "\(faults)")
    let fault = faults[0]
    #expect(fault.kind == breakage.kind)
    #expect(fault.line == line(of: breakage.place, in: text))
    #expect(fault.field == breakage.field)
    for wording in [fault.reason, fault.remedy] {
      #expect(!wording.fr.isEmpty && !wording.en.isEmpty && wording.fr != wording.en)
      #expect(!wording.fr.contains("\"") && !wording.en.contains("\""))
    }
    #expect(fault.wording.fr.hasPrefix(fault.reason.fr))
    #expect(fault.wording.en.hasSuffix(fault.remedy.en))
  }

  private static func firstLine(_ piece: String) -> Int { line(of: piece) ?? 0 }

  private static let fields = [
    Breakage(
      "Surveillance: ", "Surveilance: ", .unknownField(suggestion: "Surveillance"),
      at: "Surveilance", field: "Surveilance"),
    Breakage(
      "Sample: 12", "title_EN: x", .unknownField(suggestion: "Title_en"), at: "title_EN",
      field: "title_EN"),
    Breakage(
      "Lead: ", "Budget: ", .unknownField(suggestion: nil), at: "Budget", field: "Budget"),
    Breakage(
      "Edition: 2026-01\n", "", .missingField, at: "Id: test-list", field: "Edition"),
    Breakage(
      "Clause: ", "Clause: 1\nClause: ", .repeatedField(firstLine: firstLine("Clause")),
      at: "Clause: ISO",
      field: "Clause"),
    Breakage("Ref: E1", "Ref: \u{A0}", .emptyValue, at: "Ref:", field: "Ref"),
    Breakage(
      "Evidence_en: sample\n", "", .translationCount(french: 2, english: 1),
      at: "Evidence_en", field: "Evidence_en"),
    Breakage(
      "Place_fr: ", "Place_en: ", .translationCount(french: 0, english: 1), at: "Place_en",
      field: "Place_en"),
  ]

  private static let values = [
    Breakage(
      "Status: provisional", "Status: Provisional",
      .unknownValue(
        "Provisional", known: ["provisional", "official"], suggestion: "provisional"),
      at: "Status", field: "Status"),
    Breakage(
      "Mandatory: yes", "Mandatory: oui",
      .unknownValue("oui", known: ["yes", "no"], suggestion: nil), at: "Mandatory",
      field: "Mandatory"),
    Breakage("Sample: 12", "Sample: 0", .badNumber("0"), at: "Sample", field: "Sample"),
    Breakage(
      "Validity: 36 months", "Validity: 36", .badMonths("36"), at: "Validity", field: "Validity"),
    Breakage(
      "Validity: 36 months", "Validity: 3.5 years", .badMonths("3.5 years"), at: "Validity",
      field: "Validity"),
    Breakage(
      "MaxAge: 12 months", "MaxAge: 12 %", .badDuration("12 %"), at: "MaxAge", field: "MaxAge"),
    Breakage(
      "Unit: min", "Unit: weaks", .unknownUnit("weaks", suggestion: "weeks"), at: "Unit: weaks",
      field: "Unit"),
    Breakage(
      "Target: <= 5", "Target: 5 days", .badTarget("5 days"), at: "Target", field: "Target"),
    Breakage(
      "Target: <= 5", "Target: == 5 days", .badTarget("== 5 days"), at: "Target",
      field: "Target"),
    Breakage(
      "Target: <= 5", "Target: <= 5 %", .targetUnit(target: "%", indicator: "days"),
      at: "Target", field: "Target"),
    Breakage(
      "Id: R1", "Id: règle 1", .badID("règle 1"), at: "Id: règle", field: "Id"),
    Breakage(
      "Id: R1", "Id: \(String(repeating: "r", count: 33))",
      .badID(String(repeating: "r", count: 33)), at: "Id: rrr", field: "Id"),
  ]

  private static let references = [
    Breakage(
      "Id: M1-E2", "Id: m1-e1", .duplicateID("m1-e1", firstLine: firstLine("Id: M1-E1")),
      at: "Id: m1-e1",
      field: "Id"),
    Breakage(
      "Module: 1\nProvenance", "Module: 2\nProvenance",
      .unknownReference("2", to: [.module], known: ["1", "T"], suggestion: nil),
      at: "Module: 2", field: "Module"),
    Breakage(
      "Commitment: C1", "Commitment: c1",
      .unknownReference("c1", to: [.commitment], known: ["C1", "C2"], suggestion: "C1"),
      at: "Commitment: c1", field: "Commitment"),
    Breakage(
      "Indicator: IND-01", "Indicator: IND-10",
      .unknownReference(
        "IND-10", to: [.indicator], known: ["IND-01", "IND-02"], suggestion: "IND-01"),
      at: "Indicator: IND-10", field: "Indicator"),
    Breakage(
      "Commitment: C1", "Commitment: C2", .foreignCommitment("C2", module: "T"),
      at: "Commitment: C2", field: "Commitment"),
    Breakage(
      "Checklist: other-list\nTo: 4.2", "Checklist: test-list\nTo: M1-E1", .selfMapping,
      at: "To: M1-E1", field: "To"),
  ]

  private static let grades = [
    Breakage("Word: fort", "Word: Évaluer", .reservedWord("Évaluer"), at: "Word", field: "Word"),
    Breakage("Word: fort", "Word: evaluer", .reservedWord("evaluer"), at: "Word", field: "Word"),
    Breakage("Word: fort\n", "", .reservedWord("ok"), at: "Id: ok", field: "Id"),
    Breakage(
      "Word: fort", "Word: point fort", .badWord("point fort"), at: "Word", field: "Word"),
    Breakage("Id: ncmaj", "Id: 2.maj", .badWord("2.maj"), at: "Id: 2.maj", field: "Id"),
    Breakage(
      "Word: fort", "Word: NCMaj", .repeatedWord("NCMaj", firstLine: firstLine("Id: ncmaj")),
      at: "Word",
      field: "Word"),
  ]

  private static let milestones = [
    Breakage(
      "Before: internal-audit", "Before: corrections",
      .unknownReference(
        "corrections", to: [.milestone], known: ["internal-audit"], suggestion: nil),
      at: "Before: corrections", field: "Before"),
    Breakage(
      "Before: internal-audit", "Before: documents",
      .unknownReference(
        "documents", to: [.milestone], known: ["internal-audit"], suggestion: nil),
      at: "Before: documents", field: "Before"),
    Breakage(
      "Lead: 4 months", "Lead: 4 days", .badMonths("4 days"), at: "Lead: 4 days", field: "Lead"),
  ]

  private static let files = [
    Breakage(
      "%rec: Term", "%rec: Terme", .unknownType("Terme", suggestion: .term), at: "%rec: Terme",
      field: nil),
    Breakage(
      "%rec: Term", "%rec: Budget", .unknownType("Budget", suggestion: nil), at: "%rec: Budget",
      field: nil),
    Breakage("# A", "Id: 1\n\n# A", .untypedRecord, at: "Id: 1", field: nil),
    Breakage(
      "Note_fr: une note", "Note_fr: x\n\nId: y\nEdition: 1\nStatus: official\nTitle_fr: Y",
      .secondChecklist(firstLine: firstLine("Id: test-list")), at: "Id: y", field: nil),
  ]
}

struct `A fault of a checklist's file` {
  @Test func `in an expression stands where the language finds it`() throws {
    let text = validText.replacing("+ and true", with: "+ et ???")
    let fault = try #require(load(text).faults.first)
    #expect(fault.line == line(of: "+ et ???", in: text))
    #expect(fault.column == 6)
    #expect(fault.field == "Expression")
    #expect(fault.recordType == .rule)
    #expect(fault.reason == (fr: "inconnu", en: "unknown"))
    #expect(fault.remedy == (fr: "supprimez-le", en: "remove it"))
  }

  @Test func `may be one of the rec format`() throws {
    let text = validText.replacing("Word: fort", with: "Word : fort")
    let fault = try #require(load(text).faults.first)
    #expect(load(text).faults.count == 1)
    #expect(fault.line == line(of: "Word :", in: text))
    #expect(fault.column == 5)
    #expect(!fault.reason.fr.isEmpty && !fault.reason.en.isEmpty)
    #expect(!fault.remedy.fr.isEmpty && !fault.remedy.en.isEmpty)
  }

  @Test func `is that it is empty`() {
    for text in ["", "\u{FEFF}", "# nothing\n"] {
      let faults = load(text).faults
      #expect(faults.map(\.kind) == [.noChecklist, .noCriterion])
      #expect(faults.map(\.line) == [1, 1])
    }
  }

  @Test func `is that there is nothing to check`() throws {
    let head = try #require(validText.firstRange(of: "%rec: Module"))
    let faults = load(String(validText[..<head.lowerBound])).faults
    #expect(faults.map(\.kind) == [.noCriterion])
    #expect(faults.map(\.line) == [5])
  }

  @Test func `in UTF-16 is the only one`() {
    #expect(load([0xFE, 0xFF, 0, 0x41]).faults.count == 1)
  }

  @Test func `names what was probably meant, or what is known`() throws {
    func remedy(_ old: String, _ new: String) throws -> String {
      try #require(load(validText.replacing(old, with: new)).faults.first).remedy.en
    }
    #expect(try remedy("Better: lower", "Better: lowest") == "did you mean “lower”?")
    #expect(try remedy("Better: lower", "Better: x") == "write lower or higher")
    #expect(try remedy("Commitment: C1", "Commitment: Z9") == "write C1 or C2")
    let fields = try remedy("Sample: 12", "Zzz: 12")
    #expect(fields.hasPrefix("write Id, Ref, Module, "))
    #expect(fields.hasSuffix("…"))
  }

  @Test func `comes with all the others, in the order of lines`() throws {
    let changes = [
      ("Edition: 2026-01\n", ""), ("Validity: 36 months", "Validity: long"),
      ("Mandatory: yes", "Mandatory: oui"), ("Commitment: C1", "Commitment: C9"),
      ("Ref: E1", "Ref:"), ("Sample: 12", "Sample: douze"), ("Id: M1-E2", "Id: M1-E1"),
      ("Unit: days", "Unit: days\nUnit: days"), ("Target: < 60 s", "Target: < 60 %"),
      ("Severity: major", "Severity: grave"), ("Word: fort", "Word: note"),
      ("Clause: ", "Clauses: "), ("Checklist: other", "une ligne de trop\nChecklist: other"),
    ]
    var text = validText
    for (old, new) in changes { text = text.replacing(old, with: new, maxReplacements: 1) }
    let faults = load(text).faults
    let places = [
      "Id: test-list", "Validity", "Mandatory: oui", "Ref:", "Commitment: C9", "Sample",
      "Id: M1-E1", "Unit: days", "Target: < 60 %", "Severity", "Word", "une ligne", "Clauses",
    ]
    var lines = places.compactMap { line(of: $0, in: text) }
    // The second of two equal lines is at fault there.
    lines[6] = try #require(line(of: "Sample", in: text)) + 5
    lines[7] += 1
    #expect(faults.map(\.line) == lines)
    #expect(Set(faults.map(\.reason.fr)).count == 13)
  }
}
