import Auditing
import Notation
import Scheduling
import Scripting

/// `sample record`: what was found of each item, by hand or from a file.
extension SampleCommands {
  static let record = CommandSpec(
    noun: noun, name: Name("record", "relever"),
    operands: [
      .init(name: Name("sample", "échantillon"), type: .reference(.sample)),
      .init(name: Name("item", "élément"), type: .text, isOptional: true),
    ],
    options: [
      .init(name: Name("received", "reçu"), type: .date),
      .init(name: Name("answered", "répondu"), type: .date),
      .init(name: Name("value", "valeur"), type: .quantity),
      .init(name: Name("conforming", "conforme"), type: .boolean),
      .init(name: Name("note", "remarque"), type: .text),
      .init(name: Name("from", "depuis"), type: .file),
    ] + ImportPlan.options,
    summary: (
      "relever ce qui a été trouvé d’un élément, ou de tous depuis un fichier",
      "record what was found of an item, or of all from a file"
    ),
    manual: (
      """
      Un fichier CSV a une colonne élément (ou rang) et, selon le cas, reçu, répondu, valeur, \
      conforme, remarque. Toute autre colonne dont les cellules disent oui ou non est une question \
      d’une grille (appels et courriels mystères)\u{A0}: son taux est donné avec son effectif. Le \
      jour de réception ne compte pas, celui de la réponse compte. Montre chaque écart, avec sa \
      ligne.\n\n
      """ + ImportPlan.manual.fr,
      """
      A CSV file has a column item (or rank) and, as the case may be, received, answered, value, \
      conforming, note. Any other column whose cells say yes or no is a question of a grid (mystery \
      calls and mails): its rate is given with its n. The day of receipt does not count, that of \
      the answer does. Shows each late item with its row.\n\n
      """ + ImportPlan.manual.en
    ),
    example: "sample record E1 212 --received 2026-11-02 --answered 2026-11-05", writes: true,
    clauses: .writing
  ) { session, bound in
    try session.requirePerson()
    let drawn = try session.drawnSample(bound["sample"] ?? "", at: bound.place("sample"))
    try session.refuseIfSealed(drawn.audit)
    var recording = Recording(drawn)
    var left = 0
    var imported: ImportTable?
    if let file = bound["from"] {
      let grid = try SampleGrid(file, drawn, &session, at: bound.place("from"))
      for (rank, values) in grid.cases { recording.add(values, to: rank, row: values.row) }
      (left, imported) = (grid.left, grid.table)
      if let answer = recording.plan.answer(bound, file: grid.table.file, &session) {
        return answer
      }
    } else {
      let (rank, values) = try typed(bound, drawn)
      recording.add(values, to: rank, row: nil)
    }
    if let imported { try session.recordImport(of: imported) }
    for (rank, values) in recording.cases {
      try session.record(
        "sample.recorded",
        [
          "record": .text(drawn.sample.key), "audit": .text(drawn.sample.audit),
          "item": .text(String(rank)), "values": values.content,
        ])
    }
    return outcome(try session.drawnSample(drawn.sample.id, at: nil), recording, left: left)
  }

  /// What is to be written, and what it changes.
  private struct Recording {
    let drawn: DrawnSample
    var cases: [(rank: Int, values: Sample.Case)] = []
    var plan = ImportPlan()

    init(_ drawn: DrawnSample) { self.drawn = drawn }

    /// Takes what was found of an item; what is left empty stays as it is known.
    mutating func add(_ values: Sample.Case, to rank: Int, row: Int?) {
      let known = drawn.sample.cases[rank]
      let merged = known.map { values.merged(into: $0) } ?? values
      guard merged.content != known?.content else {
        plan.same += 1
        return
      }
      let item = drawn.sample.population.name(of: rank)
      for (field, before, after) in Sample.Case.changes(from: known, to: merged) {
        plan.add(row: row ?? 0, record: item, field: field, before: before, after: after)
      }
      cases.append((rank, merged))
    }
  }

  private static func outcome(_ drawn: DrawnSample, _ recording: Recording, left: Int) -> Outcome {
    let sample = drawn.sample
    let result = drawn.result
    var outcome = Outcome(value: .word(sample.id))
    if !result.late.isEmpty {
      outcome.view = .table(SampleNouns.items(drawn) { $0.verdict == .beyond })
    }
    let count = recording.cases.count
    let aside: Wording =
      left > 0
      ? (", \(left) hors échantillon laissés de côté", ", \(left) not in the sample left aside")
      : ("", "")
    outcome.acknowledgements.append(
      (
        "\(count.fr("élément(s) relevé(s)"))\(aside.fr) — \(SampleNouns.summary(drawn, .fr))",
        "\(count.en("item(s)")) recorded\(aside.en) — \(SampleNouns.summary(drawn, .en))"
      ))
    if drawn.isToExtend {
      outcome.acknowledgements.append(
        (
          "\(result.late.count.fr("écart(s)"))\u{A0}: échantillon étendre \(sample.id)",
          "\(result.late.count.en("item(s)")) beyond: sample extend \(sample.id)"
        ))
    }
    return outcome
  }

  /// What was typed of one item.
  private static func typed(_ bound: Bound, _ drawn: DrawnSample) throws -> (Int, Sample.Case) {
    guard let word = bound["item"] else {
      throw Failure(.badSample(.nothingRecorded), at: bound.range)
    }
    let rank = try drawn.rank(of: word).get(at: bound.place("item"))
    var values = Sample.Case()
    values.received = bound.date("received")
    values.answered = bound.date("answered")
    values.note = bound["note"]
    values.isConforming = bound["conforming"].map { $0 == "yes" }
    if let value = bound.quantity("value") {
      guard let measured = drawn.measured(value) else {
        throw Failure(
          .unitMismatch(value, expected: drawn.result.unit), at: bound.place("value"))
      }
      values.value = measured
    }
    let known = drawn.sample.cases[rank]
    if let received = values.received ?? known?.received,
      let answered = values.answered ?? known?.answered, answered < received
    {
      throw Failure(.badSample(.answeredBeforeReceived), at: bound.place("answered"))
    }
    guard values != Sample.Case() else {
      throw Failure(.badSample(.nothingRecorded), at: bound.range)
    }
    return (rank, values)
  }
}

extension DrawnSample {
  /// The rank that a word means: what the list calls the item, else the rank itself.
  func rank(of word: String) -> Result<Int, SampleError> {
    let names = sample.population.items
    let rank =
      names.isEmpty ? Int(word) : names.firstIndex { $0.folded == word.folded }.map { $0 + 1 }
    guard let rank, rank > 0, rank <= sample.population.count else {
      return .failure(SampleError(.noItem(word, count: sample.population.count)))
    }
    guard ranks.contains(rank) else {
      let drawn = ranks.sorted().prefix(12).map { sample.population.name(of: $0) }
      return .failure(SampleError(.notDrawn(word, drawn: drawn)))
    }
    return .success(rank)
  }

  /// A value in the unit of the sample: a bare number takes it; nothing of another kind.
  func measured(_ value: Quantity) -> Quantity? {
    if value.unit == .count { return Quantity(value.number, result.unit) }
    return value.compares(with: Quantity(DecimalNumber(1), result.unit)) ? value : nil
  }
}

/// A fault of a sample as an error.
struct SampleError: Error {
  let fault: SampleFault

  init(_ fault: SampleFault) { self.fault = fault }
}

extension Result where Failure == SampleError {
  /// The value, or the failure at a place.
  func get(at range: Range<Int>) throws -> Success {
    switch self {
    case .success(let value): return value
    case .failure(let error): throw Shell.Failure(.badSample(error.fault), at: range)
    }
  }
}

extension Sample.Case {
  /// What is said here, and what was known where nothing is.
  func merged(into known: Sample.Case) -> Sample.Case {
    var merged = known
    merged.received = received ?? known.received
    merged.answered = answered ?? known.answered
    merged.value = value ?? known.value
    merged.isConforming = isConforming ?? known.isConforming
    merged.note = note ?? known.note
    merged.row = row ?? known.row
    for check in checks {
      if let place = merged.checks.firstIndex(where: { $0.question == check.question }) {
        merged.checks[place] = check
      } else {
        merged.checks.append(check)
      }
    }
    return merged
  }

  /// What differs between two cases, field by field.
  static func changes(from known: Self?, to new: Self) -> [(Name, before: String?, after: String)] {
    func flag(_ flag: Bool?) -> String? { flag.map { $0 ? "oui" : "non" } }
    var found: [(Name, before: String?, after: String)] = []
    func compare(_ name: Name, _ before: String?, _ after: String?) {
      if let after, before != after { found.append((name, before, after)) }
    }
    compare(Name("received", "reçu"), known?.received?.description, new.received?.description)
    compare(Name("answered", "répondu"), known?.answered?.description, new.answered?.description)
    compare(Name("value", "valeur"), known?.value?.description, new.value?.description)
    compare(Name("conforming", "conforme"), flag(known?.isConforming), flag(new.isConforming))
    compare(Name("note", "remarque"), known?.note, new.note)
    for check in new.checks {
      let before = known?.checks.first { $0.question == check.question }
      compare(Name(check.question), flag(before?.isMet), flag(check.isMet))
    }
    return found
  }
}
