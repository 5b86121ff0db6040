import Auditing
import Scheduling
import Scripting

/// `measure add`, `label grant`: figures and labels.
enum MeasureCommands {
  static let all = [add, grant]

  static let add = CommandSpec(
    noun: DossierNouns.measure.name, name: Name("add", "ajouter"),
    operands: [
      .init(name: Name("indicator", "indicateur"), type: .reference(.indicator)),
      .init(name: Name("value", "valeur"), type: .quantity),
    ],
    options: [
      FieldCommands.site, .init(name: Name("period", "période"), type: .period),
      .init(name: Name("n"), type: .integer), .init(name: Name("source"), type: .text),
    ],
    summary: ("relever la valeur d’un indicateur", "record the value of an indicator"),
    example: "measure add IND-01 1,37 jours --site digne --period 2020", writes: true
  ) { session, bound in
    _ = try session.openDossier()
    let checklist = try session.checklistInRange(.current)
    let word = bound["indicator"] ?? ""
    guard let indicator = checklist.indicators.first(where: { $0.id.folded == word.folded }) else {
      let known = checklist.indicators.map(\.id)
      throw Failure(
        .unknownRecord(
          .indicator, word, known: known, suggestion: Suggestion.nearest(to: word, among: known)),
        at: bound.place("indicator"))
    }
    let site: String
    if let word = bound["site"] {
      site = try session.site(word, at: bound.place("site")).id
    } else if let here = session.place.site {
      site = here
    } else if session.state.sites.count == 1 {
      site = session.state.sites[0].id
    } else {
      throw Failure(.noSite(session.state.sites.map(\.id)), at: bound.range)
    }
    guard let quantity = bound.quantity("value") else {
      throw Failure(.valueNeeded, at: bound.range)
    }
    return try record(
      quantity, of: indicator, site: site, &session, bound, valueRange: bound.place("value"))
  }

  /// Records a value in the indicator's unit: a bare number takes it, another unit is refused.
  static func record(
    _ quantity: Quantity, of indicator: Checklist.Indicator, site: String,
    _ session: inout Session, _ bound: Bound, valueRange: Range<Int>
  ) throws -> Outcome {
    try session.requirePerson()
    var value = quantity
    if value.unit == .count { value = Quantity(value.number, indicator.unit) }
    guard value.compares(with: Quantity(DecimalNumber(1), indicator.unit)) else {
      throw Failure(
        .unitMismatch(quantity, expected: indicator.unit), at: valueRange)
    }
    let period =
      bound["period"] ?? session.dates.audit.map { "\($0.year)" } ?? "\(session.today.year)"
    var fields: [String: Content] = [
      "indicator": .text(indicator.id), "site": .text(site), "period": .text(period),
      "statistic": .text(indicator.statistic?.rawValue ?? ""), "value": .text(value.description),
    ]
    if let n = bound.integer("n") { fields["n"] = .integer(n) }
    if let source = bound["source"] { fields["source"] = .text(source) }
    try session.record("measure.recorded", fields)
    let met = indicator.target.flatMap { target in target.isMet(by: value).map { (target, $0) } }
    let french = met.map {
      " — cible \($0.0.comparison.rawValue) \($0.0.limit.written(in: .fr))\u{A0}: \($0.1 ? "atteinte" : "non atteinte")"
    }
    let english = met.map {
      " — target \($0.0.comparison.rawValue) \($0.0.limit.written(in: .en)): \($0.1 ? "met" : "not met")"
    }
    return .acknowledged(
      (
        "\(indicator.id) · \(site) · \(period)\u{A0}: \(value.written(in: .fr))\(french ?? "")",
        "\(indicator.id) · \(site) · \(period): \(value.written(in: .en))\(english ?? "")"
      ), value: .quantity(value))
  }

  static let grant = CommandSpec(
    noun: DossierNouns.label.name, name: Name("grant", "accorder"),
    operands: [.init(name: Name("site"), type: .reference(.site))],
    options: [
      .init(name: Name("from", "du"), type: .date, isRequired: true),
      .init(name: Name("checklist", "référentiel"), type: .reference(.checklist)),
      .init(name: Name("modules"), type: .reference(.module), isList: true),
      .init(name: Name("validity", "validité"), type: .quantity),
      .init(name: Name("surveillance"), type: .quantity),
      .init(name: Name("convention"), type: .choice(Choices.conventions)),
    ],
    summary: ("inscrire un label accordé à un site", "record a label granted to a site"),
    manual: (
      "La durée et la surveillance viennent du référentiel, sauf indication. «\u{A0}milestone list\u{A0}» en déduit le cycle.",
      "Validity and surveillance come from the checklist unless given. milestone list derives the cycle."
    ),
    example: "label grant digne --from 2020-11-26 --checklist qual-e-pref --modules 1,7",
    writes: true
  ) { session, bound in
    _ = try session.openDossier()
    let site = try session.site(bound["site"] ?? "", at: bound.place("site"))
    let checklist: Checklist =
      if let word = bound["checklist"] {
        try session.checklistBytes(word, at: bound.place("checklist")).checklist
      } else {
        try session.checklistInRange(.current)
      }
    guard let from = bound.date("from") else { throw Failure(.valueNeeded, at: bound.range) }
    guard let validity = try months(bound, "validity") ?? checklist.validity else {
      throw Failure(.labelValidityUnknown(checklist.id), at: bound.range)
    }
    var fields: [String: Content] = [
      "site": .text(site.id), "checklist": .text(checklist.id), "from": .text(from.description),
      "modules": .texts(bound.all("modules")), "validity": .integer(validity),
      "convention": .text(bound["convention"] ?? "eve"),
    ]
    if let surveillance = try months(bound, "surveillance") ?? checklist.surveillance {
      fields["surveillance"] = .integer(surveillance)
    }
    try session.record("label.granted", fields)
    let label = session.state.labels.last { $0.site == site.id && $0.from == from }
    let until = label?.until.description ?? ""
    return .acknowledged(
      (
        "label \(checklist.id) de \(site.id) du \(from) au \(until)",
        "label \(checklist.id) of \(site.id) from \(from) to \(until)"
      ))
  }

  private static func months(_ bound: Bound, _ name: String) throws -> Int? {
    guard let quantity = bound.quantity(name) else { return nil }
    guard quantity.number.scale == 0, quantity.number.significand > 0 else {
      throw Failure(.badValue(quantity.description, .quantity), at: bound.place(name))
    }
    switch quantity.unit {
    case .month: return quantity.number.significand
    case .year: return quantity.number.significand * 12
    default:
      throw Failure(.unitMismatch(quantity, expected: .month), at: bound.place(name))
    }
  }
}
