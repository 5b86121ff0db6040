import Auditing
import Notation

/// The figures that a file holds, each checked against the checklist and the sites.
struct MeasureSheet {
  private(set) var table: ImportTable
  /// The measures in the order of the rows, with their rows.
  private(set) var measures: [(row: Int, measure: Measure)] = []

  private let indicators: [String: Checklist.Indicator]
  private let sites: [String: String]
  private let site: String?
  private let today: CalendarDate
  private let stamp: Timestamp

  private static let columns = [
    ImportColumn(name: Name("indicator", "indicateur"), isRequired: true),
    ImportColumn(name: Name("value", "valeur"), isRequired: true),
    ImportColumn(name: Name("site")), ImportColumn(name: Name("period", "période")),
    ImportColumn(name: Name("n"), others: ["effectif"]), ImportColumn(name: Name("source")),
    ImportColumn(name: Name("statistic", "statistique")),
    ImportColumn(name: Name("item", "rubrique")), ImportColumn(name: Name("parts", "détail")),
  ]

  /// How many rows one operation of the journal takes, the entry that says where they come from
  /// aside.
  private static let limit = 99_990

  /// Reads a file; any fault refuses the whole.
  ///
  /// The site is that of rows that name none.
  init(
    _ word: String, checklist: Checklist, site: String?, _ session: inout Session,
    at range: Range<Int>
  ) throws {
    table = try session.table(word, columns: Self.columns, at: range)
    let state = session.state
    indicators = Dictionary(
      checklist.indicators.map { ($0.id.folded, $0) }, uniquingKeysWith: { first, _ in first })
    sites = Dictionary(
      state.sites.flatMap { [($0.id.folded, $0.id), ($0.name.folded, $0.id)] },
      uniquingKeysWith: { first, _ in first })
    self.site = site ?? (state.sites.count == 1 ? state.sites[0].id : nil)
    today = session.today
    stamp = session.environment.now()
    if table.rows.count > Self.limit {
      let fault = ImportFault(
        row: table.rows[Self.limit].number,
        ("plus de \(Self.limit) lignes", "more than \(Self.limit) rows"),
        remedy: ("partagez le fichier en plusieurs", "split the file"))
      throw session.refusal(of: [fault], in: table.file, at: range)
    }
    var rows: [String: Int] = [:]
    for row in table.rows {
      guard let measure = read(row) else { continue }
      if let first = rows.updateValue(row.number, forKey: Self.key(measure)) {
        table.report(
          "indicator", row,
          (
            "a déjà une valeur pour ce site et cette période, à la ligne \(first)",
            "has a value for this site and period already, in row \(first)"
          ),
          remedy: (
            "gardez une des deux, ou distinguez-les par une rubrique",
            "keep one of the two, or tell them apart by an item"
          ))
      }
      measures.append((row.number, measure))
    }
    if !table.faults.isEmpty {
      throw session.refusal(of: table.faults, in: table.file, at: range)
    }
  }

  private static func key(_ measure: Measure) -> String {
    EventKind.naturalKey([
      measure.indicator, measure.site, Period.normal(id: measure.period), measure.statistic,
      measure.item,
    ])
  }

  /// What would be added and changed, and the measures that are to be recorded.
  func plan(against known: [Measure]) -> (plan: ImportPlan, measures: [Measure]) {
    let known = Dictionary(
      known.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var plan = ImportPlan()
    var recorded: [Measure] = []
    for (row, measure) in measures {
      let before = known[Self.key(measure)]
      let merged = measure.merged(into: before)
      guard before.map({ merged.fields != $0.fields }) ?? true else {
        plan.same += 1
        continue
      }
      let record = [measure.indicator, measure.site, measure.period, measure.item]
        .filter { !$0.isEmpty }.joined(separator: " · ")
      for (field, old, new) in merged.changes(from: before) {
        plan.add(row: row, record: record, field: field, before: old, after: new)
      }
      recorded.append(merged)
    }
    return (plan, recorded)
  }
}

extension MeasureSheet {
  /// The measure of a row, or nothing when something in it is wrong.
  private mutating func read(_ row: CSVTable.Row) -> Measure? {
    let indicator = indicator(row)
    let site = site(row)
    let period = period(row)
    let statistic = table.choice("statistic", row, Choices.statistics).flatMap(
      Checklist.Indicator.Statistic.init)
    let n = table.count("n", row)
    if n == 0 {
      table.report(
        "n", row, ("un effectif de 0 ne donne pas de valeur", "an n of 0 gives no value"),
        remedy: ("laissez vide ce qui n’est pas connu", "leave empty what is not known"))
    }
    guard table.required("value", row) != nil, let written = table.quantity("value", row),
      let indicator, let site, let period
    else { return nil }
    let stat = statistic ?? indicator.statistic
    let unit = indicator.unit(of: stat)
    guard let value = measured(written, unit, row) else { return nil }
    var measure = Measure(
      key: "", indicator: indicator.id, site: site, period: period,
      statistic: stat?.rawValue ?? "", item: table.text("item", row) ?? "", value: value, n: n,
      source: table.text("source", row), by: "", at: stamp)
    measure.parts = parts(row, of: measure, unit)
    return measure
  }

  private mutating func indicator(_ row: CSVTable.Row) -> Checklist.Indicator? {
    guard let word = table.required("indicator", row) else { return nil }
    if let found = indicators[word.folded] { return found }
    let near = Suggestion.nearest(to: word, among: indicators.values.map(\.id))
    table.report(
      "indicator", row,
      ("n’est pas un indicateur du référentiel", "is no indicator of the checklist"),
      remedy: near.map { ("vouliez-vous dire \($0)\u{202F}?", "did you mean \($0)?") }
        ?? ("«\u{A0}indicateur lister\u{A0}» les donne", "indicator list gives them"))
    return nil
  }

  private mutating func site(_ row: CSVTable.Row) -> String? {
    guard let word = table.text("site", row) else {
      if site == nil {
        table.report(
          "site", row, ("le site n’est pas dit", "the site is not said"),
          remedy: ("remplissez la colonne, ou donnez --site", "fill the column in, or give --site"))
      }
      return site
    }
    if let found = sites[word.folded] { return found }
    let near = Suggestion.nearest(to: word, among: Array(Set(sites.values)))
    table.report(
      "site", row, ("n’est pas un site du dossier", "is no site of the dossier"),
      remedy: near.map { ("vouliez-vous dire \($0)\u{202F}?", "did you mean \($0)?") }
        ?? ("ajoutez-le\u{A0}: site ajouter …", "add it: site add …"))
    return nil
  }

  private mutating func period(_ row: CSVTable.Row) -> String? {
    guard table.has("period") else { return "\(today.year)" }
    guard table.required("period", row) != nil else { return nil }
    guard let period = table.value("period", row, .period, { Period($0) }) else { return nil }
    if period.first > today || period.first.year < 1990 {
      table.report(
        "period", row, ("n’est pas une période passée", "is no past period"),
        remedy: ("vérifiez l’année (de 1990 à aujourd’hui)", "check the year (1990 to today)"))
      return nil
    }
    return period.normal
  }

  /// A value in the unit of its indicator, within what can be.
  private mutating func measured(_ written: Quantity, _ unit: Unit, _ row: CSVTable.Row)
    -> Quantity?
  {
    let value = written.unit == .count ? Quantity(written.number, unit) : written
    guard value.compares(with: Quantity(DecimalNumber(1), unit)) else {
      table.report(
        "value", row,
        (
          "ne se compare pas à l’unité de l’indicateur (\(unit.french))",
          "does not compare with the indicator’s unit (\(unit.rawValue))"
        ), remedy: ("écrivez la valeur dans cette unité", "write the value in that unit"))
      return nil
    }
    let isOver = unit == .percent && value.number > DecimalNumber(100)
    guard value.number >= DecimalNumber(0), !isOver else {
      table.report(
        "value", row,
        isOver
          ? ("dépasse 100 %", "exceeds 100 %") : ("est négatif", "is negative"),
        remedy: ("vérifiez la cellule", "check the cell"))
      return nil
    }
    return value
  }

  /// The parts of a total, which must add up to it.
  private mutating func parts(_ row: CSVTable.Row, of measure: Measure, _ unit: Unit)
    -> [Measure.Part]
  {
    guard let text = table.text("parts", row) else { return [] }
    let parts = text.split(separator: "|").compactMap { word -> Measure.Part? in
      guard var part = Measure.Part(String(word)) else { return nil }
      if part.value.unit == .count { part.value = Quantity(part.value.number, unit) }
      return part
    }
    let sum = Measure.sum(parts)
    if parts.count != text.split(separator: "|").count || sum != measure.value {
      table.report(
        "parts", row,
        (
          "ne donne pas le total \(measure.value.written(in: .fr)) (somme\u{A0}: \(sum?.written(in: .fr) ?? "–"))",
          "does not make the total \(measure.value.written(in: .en)) (sum: \(sum?.written(in: .en) ?? "–"))"
        ),
        remedy: (
          "écrivez nom:nombre | nom:nombre, dont la somme est la valeur",
          "write name:number | name:number that add up to the value"
        ))
    }
    return parts
  }
}

extension Measure {
  /// What is said here, and what was known where nothing is: an empty cell erases nothing.
  fileprivate func merged(into known: Measure?) -> Measure {
    guard let known else { return self }
    var merged = self
    merged.n = n ?? known.n
    merged.source = source ?? known.source
    merged.evidence = known.evidence
    merged.period = known.period
    if parts.isEmpty, value == known.value { merged.parts = known.parts }
    return merged
  }

  /// What differs from what is known, field by field.
  fileprivate func changes(from known: Measure?) -> [(Name, before: String?, after: String)] {
    var found: [(Name, before: String?, after: String)] = []
    func compare(_ name: Name, _ before: String?, _ after: String?) {
      if let after, before != after { found.append((name, before, after)) }
    }
    compare(Name("value", "valeur"), known?.value.description, value.description)
    compare(Name("n"), known?.n.map { String($0) }, n.map { String($0) })
    compare(Name("source"), known?.source, source)
    compare(
      Name("parts", "détail"), known.map { $0.parts.map(\.written).joined(separator: ", ") },
      parts.isEmpty ? nil : parts.map(\.written).joined(separator: ", "))
    return found
  }
}
