import Auditing
import Scripting

/// `measure set`: a figure that was entered is put right.
extension MeasureCommands {
  static let set = CommandSpec(
    noun: noun, name: Name("set", "modifier"),
    operands: [.init(name: Name("measure", "mesure"), type: .reference(.measure))],
    subject: ["measure": "id"],
    options: [
      .init(name: Name("value", "valeur"), type: .quantity),
      .init(name: Name("n"), type: .integer), .init(name: Name("source"), type: .text),
      .init(name: Name("parts", "détail"), type: .text, isList: true),
      .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true),
    ],
    summary: (
      "modifier une mesure\u{202F}; l’histoire garde l’ancienne",
      "change a measure; the history keeps the old one"
    ),
    manual: (
      "L’indicateur, le site et la période disent quelle mesure c’est\u{A0}: pour en changer, supprimez-la et ajoutez-la.",
      "The indicator, the site and the period say which measure it is: to change them remove it and add it."
    ),
    example: #"measure set IND-01/digne/2020 --source "tableau de bord""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    var (id, measure) = try session.measure(bound)
    guard !bound.options.isEmpty else {
      throw Failure(.missingOption(Name("value", "valeur"), command: bound.spec), at: bound.range)
    }
    let unit = measure.value.unit
    if let given = bound.quantity("value") {
      measure.value = try value(given, in: unit, at: bound.place("value"))
    }
    if let n = bound.integer("n") { measure.n = n }
    if let source = bound["source"] { measure.source = source }
    if bound.has("parts") { measure.parts = try parts(bound, unit) }
    if bound.has("evidence") {
      measure.evidence = try bound.all("evidence").map {
        try session.record(.evidence, .evidence, $0, at: bound.place("evidence")).key
      }
    }
    try check(measure.parts, against: measure.value, bound)
    try session.record(measure)
    return .acknowledged(
      (
        "\(id)\u{A0}: \(measure.value.written(in: .fr))",
        "\(id): \(measure.value.written(in: .en))"
      ), value: .word(id))
  }
}

extension Session {
  /// The measure that a command names, with its id.
  mutating func measure(_ bound: Bound) throws -> (id: String, measure: Measure) {
    let word = bound["measure"] ?? ""
    let indicators = try indicators(.current)
    let named = state.measures.map { measure in
      (id: DossierNouns.id(of: measure, indicators[measure.indicator]), measure: measure)
    }
    if let found = named.first(where: { $0.id.folded == word.folded }) { return found }
    let normal = Period.normal(id: word).folded
    if let found = named.first(where: { Period.normal(id: $0.id).folded == normal }) {
      return found
    }
    try refuseContested(word, .measure, at: bound.place("measure"))
    let known = named.map(\.id)
    throw Failure.unknown(.measure, word, among: known, at: bound.place("measure"))
  }

  /// Writes a measure, and brings it back where it was withdrawn.
  mutating func record(_ measure: Measure) throws {
    let parts = [
      measure.indicator, measure.site, measure.period, measure.statistic, measure.item,
    ]
    try restore(.measure, EventKind.naturalKey(parts))
    try record("measure.recorded", measure.fields)
  }
}
