import Auditing
import Scheduling
import Scripting

/// `label grant`: labels and their cycle.
enum LabelCommands {
  static let all = [grant]

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
      "La durée et la surveillance viennent du référentiel, sauf indication. « milestone list » en déduit le cycle.",
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
