import Auditing
import Scheduling
import Scripting

/// `label grant`, `label confirm`, `label withdraw`: what a site was granted, and what became of it.
enum LabelCommands {
  static let all = [grant, confirm, withdraw]

  static let grant = CommandSpec(
    noun: LabelNouns.label.name, name: Name("grant", "accorder"),
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
      "La durée, la surveillance et les jalons qu’il prévoit viennent du référentiel, sauf indication. «\u{A0}milestone list\u{A0}» en déduit le cycle.",
      "Validity, surveillance and the milestones it plans come from the checklist unless given. milestone list derives the cycle."
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
      "modules": .texts(checklist.inOrder(bound.all("modules"))), "validity": .integer(validity),
      "convention": .text(bound["convention"] ?? "eve"),
    ]
    if let surveillance = try months(bound, "surveillance") ?? checklist.surveillance {
      fields["surveillance"] = .integer(surveillance)
    }
    if !checklist.milestones.isEmpty {
      fields["milestones"] = .list(checklist.milestones.map(\.content))
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
    let count = quantity.number.significand
    guard quantity.number.scale == 0, (1...1200).contains(count) else {
      throw Failure(.badValue(quantity.description, .quantity), at: bound.place(name))
    }
    switch quantity.unit {
    case .month: return count
    case .year: return count * 12
    default:
      throw Failure(.unitMismatch(quantity, expected: .month), at: bound.place(name))
    }
  }

  /// What names one label: its site, and its checklist and first day where the site has several.
  private static let operand = CommandSpec.Operand(
    name: Name("label"), type: .reference(.label))
  private static let on = CommandSpec.OptionSpec(name: Name("on", "le"), type: .date)

  static let confirm = CommandSpec(
    noun: LabelNouns.label.name, name: Name("confirm", "confirmer"), operands: [operand],
    options: [on],
    summary: (
      "inscrire qu’un label est confirmé, après l’audit de suivi",
      "record that a label is confirmed, after the surveillance audit"
    ),
    manual: (
      """
      Le label se nomme par son site, ou par son id entier (site/référentiel/date) là où le site \
      en a plusieurs. Les jalons de suivi sont alors faits.
      """,
      """
      A label is named by its site, or by its whole id (site/checklist/date) where the site has \
      several. The milestones of surveillance are then done.
      """
    ),
    example: "label confirm manosque --on 2022-05-20", writes: true
  ) { session, bound in
    let label = try session.label(bound["label"] ?? "", at: bound.place("label"))
    let day = bound.date("on") ?? session.today
    guard day >= label.from, day <= label.until else {
      throw Failure(
        .outsideValidity(day, from: label.from, until: label.until), at: bound.place("on"))
    }
    try session.record("label.confirmed", standing("confirmed", of: label, on: day))
    return .acknowledged(
      (
        "label \(label.checklist) de \(label.site) confirmé le \(day)",
        "label \(label.checklist) of \(label.site) confirmed on \(day)"
      ))
  }

  static let withdraw = CommandSpec(
    noun: LabelNouns.label.name, name: Name("withdraw", "retirer"), operands: [operand],
    options: [on, .init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: ("inscrire qu’un label est retiré", "record that a label is withdrawn"),
    manual: (
      "Ses jalons sont annulés\u{202F}; le prochain calendrier exporté le dit à la messagerie.",
      "Its milestones are cancelled; the next exported calendar says so to the mail program."
    ),
    example: #"label withdraw manosque --reason "fermeture du site""#, writes: true
  ) { session, bound in
    let label = try session.label(bound["label"] ?? "", at: bound.place("label"))
    let day = bound.date("on") ?? session.today
    var fields = standing("withdrawn", of: label, on: day)
    fields["reason"] = .text(bound["reason"] ?? "")
    try session.record("label.withdrawn", fields)
    return .acknowledged(
      (
        "label \(label.checklist) de \(label.site) retiré le \(day)",
        "label \(label.checklist) of \(label.site) withdrawn on \(day)"
      ))
  }

  private static func standing(_ word: String, of label: Label, on day: CalendarDate)
    -> [String: Content]
  {
    [
      "site": .text(label.site), "checklist": .text(label.checklist),
      "from": .text(label.from.description), "standing": .text(word),
      "on": .text(day.description),
    ]
  }
}
