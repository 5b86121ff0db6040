import Auditing
import Scheduling
import Scripting

/// `measure add`: the figures of indicators, typed or from a sample or a survey.
enum MeasureCommands {
  static let all = [add, set, importing]
  static let noun = DossierNouns.measure.name

  static let checklistOption = CommandSpec.OptionSpec(
    name: Name("checklist", "référentiel"), type: .reference(.checklist))

  static let add = CommandSpec(
    noun: noun, name: Name("add", "ajouter"),
    operands: [
      .init(name: Name("indicator", "indicateur"), type: .reference(.indicator)),
      .init(name: Name("value", "valeur"), type: .quantity, isOptional: true),
    ],
    options: [
      FieldCommands.site, .init(name: Name("period", "période"), type: .period),
      .init(name: Name("n"), type: .integer), .init(name: Name("source"), type: .text),
      .init(name: Name("statistic", "statistique"), type: .choice(Choices.statistics)),
      .init(name: Name("item", "rubrique"), type: .text),
      .init(name: Name("parts", "détail"), type: .text, isList: true),
      .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true),
      .init(name: Name("sample", "échantillon"), type: .reference(.sample)),
      .init(name: Name("survey", "enquête"), type: .reference(.survey)),
      .init(name: Name("question"), type: .text), checklistOption, CommandSpec.once,
    ],
    summary: ("relever la valeur d’un indicateur", "record the value of an indicator"),
    manual: (
      """
      La valeur se tape, ou vient d’un échantillon (--échantillon\u{A0}: moyenne, médiane ou part \
      dans la limite, selon l’indicateur ou --statistique) ou d’une enquête (--enquête\u{A0}: taux), \
      avec n et source. --détail nomme les parts d’un total\u{A0}: leur somme doit l’égaler. \
      --rubrique distingue plusieurs chiffres d’un même indicateur (un par titre délivré). Une cible \
      ne juge que la statistique pour laquelle elle est fixée.
      """,
      """
      The value is typed, or comes from a sample (--sample: mean, median or share within the limit, \
      as the indicator or --statistic says) or from a survey (--survey: rate), with n and source. \
      --parts names the parts of a total: they must add up to it. --item tells several figures of \
      one indicator apart (one for each title issued). A target judges only the statistic for which \
      it is set.
      """
    ),
    example: "measure add IND-01 1,37 jours --site digne --period 2020", writes: true
  ) { session, bound in
    _ = try session.openDossier()
    let checklist = try session.checklistOfFigures(bound)
    let indicator = try session.indicator(
      bound["indicator"] ?? "", in: checklist, at: bound.place("indicator"))
    let figure: Figure
    if bound.has("sample") {
      figure = try sampled(indicator, &session, bound)
    } else if bound.has("survey") {
      figure = try surveyed(indicator, session, bound)
    } else {
      figure = Figure(
        value: try typed(indicator, session, bound), site: try session.siteOfFigure(bound))
    }
    return try record(figure, of: indicator, &session, bound, at: bound.place("value"))
  }

  /// A value with what is said of it.
  struct Figure {
    var value: Quantity
    var site: String
    var statistic: Checklist.Indicator.Statistic?
    var n: Int?
    var source: String?
    var period: String?
  }

  /// The value that was typed, or the sum of its parts.
  private static func typed(
    _ indicator: Checklist.Indicator, _ session: Session, _ bound: Bound
  ) throws -> Quantity {
    if let quantity = bound.quantity("value") { return quantity }
    let parts = try parts(bound, indicator.unit)
    guard let sum = Measure.sum(parts) else { throw Failure(.valueNeeded, at: bound.range) }
    return sum
  }

  /// The named parts of a total; a bare number takes the unit.
  static func parts(_ bound: Bound, _ unit: Unit) throws -> [Measure.Part] {
    try bound.all("parts").map { text in
      guard var part = Measure.Part(text) else {
        throw Failure(.badPart(text), at: bound.place("parts"))
      }
      if part.value.unit == .count { part.value = Quantity(part.value.number, unit) }
      return part
    }
  }

  private static func statistic(_ bound: Bound) -> Checklist.Indicator.Statistic? {
    bound["statistic"].flatMap(Checklist.Indicator.Statistic.init)
  }

  /// What a sample comes to.
  private static func sampled(
    _ indicator: Checklist.Indicator, _ session: inout Session, _ bound: Bound
  ) throws -> Figure {
    let drawn = try session.drawnSample(
      bound["sample"] ?? "", for: indicator, at: bound.place("sample"))
    let (sample, result) = (drawn.sample, drawn.result)
    let statistic = statistic(bound) ?? indicator.statistic ?? .mean
    let (value, n): (Quantity?, Int) =
      switch statistic {
      case .mean: (result.mean, result.values.count)
      case .median: (result.median, result.values.count)
      case .share: (result.withinLimit?.rate, result.withinLimit?.n ?? 0)
      case .count: (Quantity(DecimalNumber(result.late.count), .count), sample.size)
      }
    guard let value, n > 0 else {
      throw Failure(.badSample(.noResult(sample.id)), at: bound.place("sample"))
    }
    let site = bound.has("site") ? nil : sample.site
    let words: Wording = (
      "échantillon \(sample.id), \(n) sur \(sample.population.count)",
      "sample \(sample.id), \(n) of \(sample.population.count)"
    )
    return Figure(
      value: value, site: try site ?? session.siteOfFigure(bound), statistic: statistic, n: n,
      source: session.language.pick(words))
  }

  /// What a survey comes to.
  private static func surveyed(
    _ indicator: Checklist.Indicator, _ session: Session, _ bound: Bound
  ) throws -> Figure {
    let word = bound["survey"] ?? ""
    let all = session.state.surveys
    let found = all.filter { survey in
      survey.survey.folded == word.folded
        && bound["question"].map { $0.folded == survey.question.folded } != false
        && bound["site"].map { $0.folded == survey.site.folded } != false
        && bound["period"].map { $0 == Period.normal(id: survey.period) } != false
    }
    if found.count > 1 {
      let names = found.map { "\($0.survey) · \($0.question) · \($0.site) · \($0.period)" }
      throw Failure(.ambiguousRecord(word, names), at: bound.place("survey"))
    }
    guard let survey = found.first, let proportion = survey.proportion else {
      try session.refuseContested(word, .survey, at: bound.place("survey"))
      let known = Array(Set(all.map(\.survey))).sorted()
      throw Failure.unknown(.survey, word, among: known, at: bound.place("survey"))
    }
    let question = survey.question.isEmpty ? "" : ", \(survey.question)"
    return Figure(
      value: proportion.rate, site: survey.site, statistic: .share, n: proportion.n,
      source: session.language.pick(
        ("enquête \(survey.survey)\(question)", "survey \(survey.survey)\(question)")),
      period: survey.period)
  }

  /// A value in a unit: a bare number takes it, one that does not compare with it is refused.
  static func value(_ given: Quantity, in unit: Unit, at range: Range<Int>) throws -> Quantity {
    let value = given.unit == .count ? Quantity(given.number, unit) : given
    guard value.compares(with: Quantity(DecimalNumber(1), unit)) else {
      throw Failure(.unitMismatch(given, expected: unit), at: range)
    }
    return value
  }

  /// Refuses parts, where there are any, that are not the value together.
  static func check(_ parts: [Measure.Part], against value: Quantity, _ bound: Bound) throws {
    guard !parts.isEmpty else { return }
    let sum = Measure.sum(parts)
    guard sum == value else {
      throw Failure(.partsDiffer(value, sum: sum), at: bound.place("parts"))
    }
  }

  /// Records a value in the indicator's unit: a bare number takes it, another unit is refused.
  static func record(
    _ figure: Figure, of indicator: Checklist.Indicator, _ session: inout Session, _ bound: Bound,
    at range: Range<Int>
  ) throws -> Outcome {
    try session.requirePerson()
    let statistic = figure.statistic ?? statistic(bound) ?? indicator.statistic
    let unit = indicator.unit(of: statistic)
    let value = try value(figure.value, in: unit, at: range)
    let parts = try parts(bound, unit)
    try check(parts, against: value, bound)
    let period =
      bound["period"] ?? figure.period ?? session.dates.audit.map { "\($0.year)" }
      ?? "\(session.today.year)"
    var measure = Measure(
      key: "", indicator: indicator.id, site: figure.site, period: period,
      statistic: statistic?.rawValue ?? "", item: bound["item"] ?? "", value: value,
      n: bound.integer("n") ?? figure.n, source: bound["source"] ?? figure.source,
      by: "", at: session.environment.now())
    measure.parts = parts
    if let known = session.state.measures.first(where: measure.isOfThePlace(of:)) {
      measure.period = known.period
    }
    if bound.has("once"), session.state.measures.contains(where: measure.says) {
      return .standing(DossierNouns.id(of: measure, indicator))
    }
    for word in bound.all("evidence") {
      measure.evidence.append(
        try session.record(.evidence, .evidence, word, at: bound.place("evidence")).key)
    }
    try session.record(measure)
    return .acknowledged(words(of: measure, indicator), value: .quantity(value))
  }

  /// A figure with its n and whether it meets the target.
  private static func words(of measure: Measure, _ indicator: Checklist.Indicator) -> Wording {
    let value = measure.value
    let isRate = value.unit == .percent
    let size: Wording =
      switch (measure.n, isRate) {
      case (let n?, _): (" (n = \(n))", " (n = \(n))")
      case (nil, true): (" (n non dit)", " (n not said)")
      case (nil, false): ("", "")
      }
    let met: Wording =
      indicator.target.flatMap { target in
        measure.meets(indicator).map { met in
          (
            " — cible \(target.written(in: .fr))\u{A0}: \(met ? "atteinte" : "non atteinte")",
            " — target \(target.written(in: .en)): \(met ? "met" : "not met")"
          )
        }
      } ?? ("", "")
    let item = measure.item.isEmpty ? "" : " · \(measure.item)"
    let head = "\(measure.indicator) · \(measure.site) · \(measure.period)\(item)"
    return (
      "\(head)\u{A0}: \(value.written(in: .fr))\(size.fr)\(met.fr)",
      "\(head): \(value.written(in: .en))\(size.en)\(met.en)"
    )
  }
}

extension Checklist.Indicator {
  /// The unit of a statistic: a share is in percent, whatever is measured.
  func unit(of statistic: Statistic?) -> Unit {
    statistic == .share && self.statistic != .share ? .percent : unit
  }
}

extension Measure {
  /// Whether it is of the same series and period as another, however the period is written.
  fileprivate func isOfThePlace(of other: Measure) -> Bool {
    (indicator, site, statistic, item)
      == (other.indicator, other.site, other.statistic, other.item)
      && Period.normal(id: period) == Period.normal(id: other.period)
  }

  /// Whether it is the same figure of the same series as another.
  fileprivate func says(_ other: Measure) -> Bool {
    (indicator, site, period, statistic, item, value)
      == (other.indicator, other.site, other.period, other.statistic, other.item, other.value)
  }

  /// The measure as an entry of the journal writes it.
  var fields: [String: Content] {
    var fields: [String: Content] = [
      "indicator": .text(indicator), "site": .text(site), "period": .text(period),
      "statistic": .text(statistic), "item": .text(item), "value": .text(value.description),
    ]
    if let n { fields["n"] = .integer(n) }
    if let source { fields["source"] = .text(source) }
    if !parts.isEmpty { fields["parts"] = .texts(parts.map(\.written)) }
    if !evidence.isEmpty { fields["evidence"] = .texts(evidence) }
    return fields
  }
}

extension Session {
  /// The checklist whose indicators are meant: the one named, which the dossier then keeps, else
  /// the one in range.
  mutating func checklistOfFigures(_ bound: Bound) throws -> Checklist {
    guard let word = bound["checklist"] else { return try checklistInRange(.current) }
    return try checklist(AuditCommands.pin(word, &self, at: bound.place("checklist")))
  }
}
