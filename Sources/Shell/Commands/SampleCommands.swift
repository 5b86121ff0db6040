import Auditing
import Journaling
import Notation
import Scheduling
import Scripting
import Signing

/// `sample draw`, `sample extend`: samples that anyone can draw again.
enum SampleCommands {
  static let all = [draw, extend, record]
  static let noun = SampleNouns.sample.name

  /// What every draw is told: from what, how many, and by which seed.
  static let drawing: [CommandSpec.OptionSpec] = [
    .init(name: Name("population"), type: .integer),
    .init(name: Name("from", "depuis"), type: .file),
    .init(name: Name("column", "colonne"), type: .text),
    .init(name: Name("size", "taille"), type: .integer), FieldCommands.site,
    .init(name: Name("draw-seed", "graine"), type: .text),
    .init(name: Name("audit"), type: .reference(.audit)),
  ]

  static let draw = CommandSpec(
    noun: noun, name: Name("draw", "tirer"),
    options: drawing + [
      .init(name: Name("criterion", "critère"), type: .reference(.criterion)),
      .init(name: Name("indicator", "indicateur"), type: .reference(.indicator)),
      .init(name: Name("title", "titre"), type: .text),
      .init(name: Name("limit", "limite"), type: .text),
      .init(name: Name("counting", "décompte"), type: .choice(Choices.countings)),
    ],
    summary: (
      "tirer au sort des éléments d’une population dite", "draw items from a stated population"
    ),
    manual: (
      """
      La population est un nombre (des rangs de 1 à N) ou la colonne d’un fichier CSV (la première, \
      sauf --colonne)\u{202F}; sans --taille, l’échantillon minimal du critère. Chaque élément a un \
      ticket, SHA-256 de «\u{A0}graine,rang\u{A0}»\u{202F}; les plus petits tickets sont tirés (tirage sans \
      remise par tickets, R. L. Rivest, consistent_sampler). La graine est gardée\u{A0}: chacun peut \
      refaire le tirage avec sha256sum et sort, sur toute machine, et étendre n’ôte rien. --graine \
      accepte ce qui a été tiré aux dés devant l’audité. «\u{A0}to\u{A0}» écrit la feuille à remplir. Les \
      délais se comptent en jours ouvrés, avec les fériés du site, si l’indicateur ou --décompte le \
      disent.
      """,
      """
      The population is a number (ranks from 1 to N) or the column of a CSV file (the first, unless \
      --column says another); without --size the criterion's minimum sample. Each item has a \
      ticket, the SHA-256 of "seed,rank"; the smallest tickets are drawn (ticket sampling without \
      replacement, R. L. Rivest, consistent_sampler). The seed is kept: anyone can draw again with \
      sha256sum and sort, on any machine, and extending takes nothing away. --draw-seed accepts \
      what was rolled with dice before the auditee. to writes the sheet to fill in. Delays are \
      counted in working days, with the site's holidays, where the indicator or --counting says so.
      """
    ),
    example: "sample draw --population 240 --size 10 --criterion M1-E1 --site digne",
    writes: true, clauses: .writing
  ) { session, bound in
    try session.requirePerson()
    return try made(try draft(bound, try session.openAudit(of: bound), &session), &session)
  }

  /// Writes a draw, and shows what was drawn.
  static func made(_ draft: Draft, _ session: inout Session) throws -> Outcome {
    let key = session.mintKey()
    let id = session.nextID("E", .sample)
    var population: [String: Content] = ["count": .integer(draft.population.count)]
    if !draft.population.items.isEmpty { population["items"] = .texts(draft.population.items) }
    if let source = draft.population.source { population["source"] = .text(source) }
    if let sha256 = draft.population.sha256 { population["sha256"] = .text(sha256) }
    var fields: [String: Content] = [
      "record": .text(key), "audit": .text(draft.audit.key), "id": .text(id),
      "population": .object(population), "method": .text(Drawing.method),
      "seed": .text(draft.seed), "size": .integer(draft.size), "first": .integer(draft.size),
    ]
    for (name, text) in draft.texts { fields[name] = .text(text) }
    try session.record("sample.drawn", fields)
    let shown = session.displayID(.sample, key, label: id)
    let drawn = try session.drawnSample(shown, at: nil)
    return Outcome(
      value: .word(shown), view: .table(SampleNouns.items(drawn, columns: SampleNouns.form)),
      acknowledgements: [
        (
          "\(shown)\u{A0}: \(draft.size) tirés sur \(draft.population.count), graine \(draft.seed)",
          "\(shown): \(draft.size) drawn of \(draft.population.count), seed \(draft.seed)"
        )
      ])
  }

  /// What is to be drawn, checked.
  struct Draft {
    let audit: Audit
    let population: Sample.Population
    let size: Int
    let seed: String
    /// The fields that say what it is for.
    var texts: [(String, String)]
  }

  static func draft(_ bound: Bound, _ audit: Audit, _ session: inout Session) throws
    -> Draft
  {
    let checklist = try session.checklist(audit.checklist)
    var texts: [(String, String)] = []
    var size = bound.integer("size")
    if let word = bound["criterion"] {
      let criterion = try session.criterion(word, in: checklist, at: bound.place("criterion"))
      let site = try session.siteForVisit(bound, audit)
      try session.requireScope(criterion, site, audit, checklist, at: bound.place("criterion"))
      texts += [("criterion", criterion.id), ("site", site)]
      size = size ?? criterion.sample
      if !bound.has("indicator"), criterion.indicators.count == 1 {
        texts.append(("indicator", criterion.indicators[0]))
      }
    } else if bound.has("site") {
      texts.append(("site", try session.site(bound["site"] ?? "", at: bound.place("site")).id))
    }
    if let word = bound["indicator"] {
      let found = try session.indicator(word, in: checklist, at: bound.place("indicator"))
      texts.append(("indicator", found.id))
    }
    for name in ["title", "counting"] { if let text = bound[name] { texts.append((name, text)) } }
    if let text = bound["limit"] {
      let indicator = texts.last { $0.0 == "indicator" }?.1
      let unit = Session.unit(
        bound["counting"].flatMap(Sample.Counting.init), indicator.flatMap(checklist.indicator))
      texts.append(("limit", try limit(text, unit, at: bound.place("limit"))))
    }
    let population = try population(bound, &session)
    guard let size else { throw Failure(.badSample(.sizeNeeded), at: bound.range) }
    guard (1...population.count).contains(size) else {
      throw Failure(
        .badSample(.size(size, population: population.count)), at: bound.place("size"))
    }
    return Draft(
      audit: audit, population: population, size: size, seed: try seed(bound, session), texts: texts
    )
  }

  /// A limit as it is kept: with its comparison; a quantity alone is included.
  private static func limit(_ text: String, _ unit: Unit, at range: Range<Int>) throws -> String {
    if let target = Checklist.Target(text, unit: unit) { return target.written }
    if let target = Checklist.Target("<=" + text, unit: unit) { return target.written }
    throw Failure(.badSample(.badLimit(text)), at: range)
  }

  private static func seed(_ bound: Bound, _ session: Session) throws -> String {
    guard let text = bound["draw-seed"] else { return session.environment.random(6).hexadecimal }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    guard (1...64).contains(text.count), isPlain else {
      throw Failure(.badSample(.badSeed), at: bound.place("draw-seed"))
    }
    return text
  }

  private static func population(_ bound: Bound, _ session: inout Session) throws
    -> Sample.Population
  {
    switch (bound.integer("population"), bound["from"]) {
    case (let count?, nil):
      guard (1...Drawing.limit).contains(count) else {
        throw Failure(.badSample(.populationSize(count)), at: bound.place("population"))
      }
      return Sample.Population(count: count)
    case (nil, let file?): return try list(file, bound, &session)
    default: throw Failure(.badSample(.populationNeeded), at: bound.range)
    }
  }

  /// The items of a column, each once.
  private static func list(_ file: String, _ bound: Bound, _ session: inout Session) throws
    -> Sample.Population
  {
    let wanted = bound["column"].map {
      ImportColumn(name: Name($0), isRequired: true)
    }
    var table = try session.table(
      file, columns: wanted.map { [$0] } ?? [], at: bound.place("from"))
    if wanted == nil, let head = table.heads.first {
      table = try session.table(
        file, columns: [ImportColumn(name: Name(head), isRequired: true)], at: bound.place("from"))
    }
    let column = bound["column"] ?? table.heads.first ?? ""
    var rows: [String: Int] = [:]
    var items: [String] = []
    for row in table.rows {
      guard let item = table.required(column, row) else { continue }
      if let first = rows.updateValue(row.number, forKey: item.folded) {
        table.report(
          column, row,
          ("figure déjà à la ligne \(first)", "stands in row \(first) already"),
          remedy: ("une ligne par élément", "one row for each item"))
      }
      items.append(item)
    }
    if !table.faults.isEmpty {
      throw session.refusal(of: table.faults, in: table.file, at: bound.place("from"))
    }
    guard !items.isEmpty else {
      throw Failure(.badSample(.populationSize(0)), at: bound.place("from"))
    }
    guard items.reduce(0, { $0 + $1.utf8.count + 3 }) <= 512 << 10 else {
      throw Failure(.badSample(.longList(items.count)), at: bound.place("from"))
    }
    return Sample.Population(
      count: items.count, items: items, source: table.file, sha256: table.sha256)
  }

  static let extend = CommandSpec(
    noun: noun, name: Name("extend", "étendre"),
    operands: [.init(name: Name("sample", "échantillon"), type: .reference(.sample))],
    options: [.init(name: Name("size", "taille"), type: .integer)],
    summary: (
      "tirer plus d’éléments de la même population", "draw more items of the same population"
    ),
    manual: (
      """
      À faire quand un écart apparaît\u{A0}: sans --taille, l’échantillon double. Les nouveaux \
      éléments sont les suivants du même tirage\u{202F}; ceux d’avant restent.
      """,
      """
      To be done when a nonconformity appears: without --size the sample doubles. The new items are \
      the next of the same draw; those before stay.
      """
    ),
    example: "sample extend E1", writes: true, clauses: .writing
  ) { session, bound in
    try session.requirePerson()
    let sample = try session.drawnSample(bound["sample"] ?? "", at: bound.place("sample"))
    return try extended(sample, bound, at: bound.place("sample"), &session)
  }

  /// Draws more of a sample, and shows what came.
  static func extended(
    _ before: DrawnSample, _ bound: Bound, at range: Range<Int>, _ session: inout Session
  ) throws -> Outcome {
    let sample = before.sample
    try session.refuseIfSealed(before.audit)
    guard sample.size < sample.population.count else {
      throw Failure(.badSample(.exhausted(sample.id)), at: range)
    }
    let size = bound.integer("size") ?? min(2 * sample.size, sample.population.count)
    guard size > sample.size, size <= sample.population.count else {
      throw Failure(
        .badSample(.size(size, population: sample.population.count)), at: bound.place("size"))
    }
    try session.record(
      "sample.extended",
      ["record": .text(sample.key), "audit": .text(sample.audit), "size": .integer(size)])
    let drawn = try session.drawnSample(sample.id, at: nil)
    let old = Set(before.ranks)
    let more = size - sample.size
    return Outcome(
      value: .word(sample.id),
      view: .table(
        SampleNouns.items(drawn, columns: SampleNouns.form) { !old.contains($0.rank) }),
      acknowledgements: [
        (
          "\(sample.id)\u{A0}: \(more.fr("élément(s)")) de plus, \(size) en tout",
          "\(sample.id): \(more.en("item(s)")) more, \(size) in all"
        )
      ])
  }
}
