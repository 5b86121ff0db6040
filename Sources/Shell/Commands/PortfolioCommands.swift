import Auditing
import Journaling
import Scripting

/// `portfolio …`: the dossiers below a folder, read together and never written to.
enum PortfolioCommands {
  static let all = [list, show, count, expiring, recurrent, strengths, coverage, late]

  private static let folder = CommandSpec.Operand(
    name: Name("folder", "répertoire"), type: .folder, isOptional: true)
  private static let since = CommandSpec.OptionSpec(name: Name("since", "depuis"), type: .date)
  private static let within = CommandSpec.OptionSpec(
    name: Name("within", "d-ici"), type: .quantity)
  private static let least = CommandSpec.OptionSpec(
    name: Name("least", "au-moins"), type: .integer)

  /// What each of its help pages says of how a network is read.
  private static let reading: Wording = (
    """
    Les dossiers sous le répertoire (le courant sinon) sont lus, jamais écrits\u{202F}; rien n’y est \
    exécuté, et les empreintes de leurs journaux sont toutes vérifiées. Un dossier endommagé, un \
    exercice ou un essai est nommé et n’entre dans aucun chiffre\u{A0}: il n’arrête pas les autres \
    (code 5 s’il y a un dossier endommagé). «\u{A0}to \"x.html\"\u{A0}» en fait une page avec son graphique.
    """,
    """
    The dossiers below the folder (else the current one) are read and never written to; nothing in \
    them is run, and all digests of their journals are checked. A damaged dossier, an exercise or a \
    trial is named and enters no figure: it does not stop the others (exit 5 where a dossier is \
    damaged). to "x.html" makes a page of it, with its chart.
    """
  )

  /// The forms of a view of the network: as records, as a page with its charts.
  private static let pages = Format.general + [Format.html.rawValue, Format.fodt.rawValue]
  /// Those of a view that has days as well.
  private static let calendars = pages + [Format.ics.rawValue]

  private static func manual(_ fr: String, _ en: String) -> Wording {
    ("\(fr) \(reading.fr)", "\(en) \(reading.en)")
  }

  private static let list = CommandSpec(
    noun: PortfolioNoun.name, name: Name("list", "lister"), operands: [folder],
    summary: ("les dossiers et leurs labels", "the dossiers and their labels"),
    manual: manual(
      "Un dossier par ligne, avec le label qui se termine le premier. «\u{A0}to \"x.ics\"\u{A0}» met au calendrier le cycle de tous les labels et les échéances des actions.",
      "One dossier a line, with the label that ends first. to \"x.ics\" puts the cycles of all labels and the days of actions in a calendar."
    ),
    example: "portfolio list", clauses: .all, forms: calendars
  ) { session, bound in
    let network = try network(&session, bound)
    return try answer(
      network.dossierRows(session.language), network, &session, bound,
      calendar: network.calendar(session.calendarManner)
    ) { [$0.coverage, $0.expiring(network.expiring())] }
  }

  private static let count = CommandSpec(
    noun: PortfolioNoun.name, name: Name("count", "compter"), operands: [folder],
    summary: ("compter les dossiers", "count the dossiers"),
    manual: manual(
      "portfolio count réseau where state = damaged",
      "portfolio count network where state = damaged"),
    example: "portfolio count", clauses: .counting
  ) { session, bound in
    let network = try network(&session, bound)
    let view = try view(network.dossierRows(session.language), network, &session, bound)
    if let group = view.group { return GenericVerbs.grouped(view, by: group, session.dates) }
    let count = view.records.count
    return .text(("\(count)", "\(count)"), value: .number(DecimalNumber(count)))
  }

  private static let show = CommandSpec(
    noun: PortfolioNoun.name, name: Name("show", "montrer"), operands: [folder],
    options: [within, since, least],
    summary: ("le réseau en quelques chiffres", "the network in a few figures"),
    manual: manual(
      "En page («\u{A0}to \"x.html\"\u{A0}», .fodt)\u{A0}: la couverture, les labels à renouveler, les récurrences et les points forts, avec leurs graphiques.",
      "As a page (to \"x.html\", .fodt): coverage, labels to renew, recurrences and strengths, with their charts."
    ),
    example: "portfolio show", clauses: .all, forms: pages
  ) { session, bound in
    let network = try network(&session, bound)
    let ending = network.expiring(by: horizon(session, bound))
    let least = try smallestGroup(bound)
    let recurrences = network.recurrences(since: bound.date("since"), least: least)
    let strengths = network.strengths(since: bound.date("since"))
    var row = RowBuilder()
    row.word("path", network.folder)
    row.number("dossiers", network.members.count)
    row.number("counted", network.counted.count)
    row.number("sites", network.sites)
    row.number("labelled", network.labelled)
    row.quantity("share", Network.share(network.labelled, of: network.sites))
    row.number("expiring", ending.count)
    row.number("recurrent", recurrences.shown.count)
    row.number("strengths", strengths.count)
    row.number("late", network.late.count)
    let record = row.record(PortfolioNoun.name.en, network.folder)
    var view = TableView(
      noun: PortfolioNoun.portfolio, records: [record], columns: record.names)
    view.isSingle = true
    let page = NetworkDocument(network, in: session.language)
    view.document = page.document([
      page.coverage, page.expiring(ending), page.recurrent(recurrences, least: least),
      page.late, page.strengths(strengths),
    ])
    session.sayLeftOut(network.leftOut)
    session.sayContested(network.contested)
    var outcome = outcome(view, network)
    outcome.value = .record(record)
    return outcome
  }

  private static let expiring = CommandSpec(
    noun: PortfolioNoun.name, name: Name("expiring", "expirations"), operands: [folder],
    options: [within],
    summary: ("les labels qui se terminent bientôt", "the labels that end soon"),
    manual: manual(
      "D’ici douze mois, ou --d-ici 6m\u{202F}; ceux qui sont déjà terminés d’abord. «\u{A0}to \"x.ics\"\u{A0}» en fait un calendrier.",
      "Within twelve months, or --within 6m; those past first. to \"x.ics\" makes a calendar of them."
    ),
    example: "portfolio expiring --within 6m", clauses: .all, forms: calendars
  ) { session, bound in
    let network = try network(&session, bound)
    let labels = network.expiring(by: horizon(session, bound))
    return try answer(
      network.labelRows(labels), network, &session, bound,
      columns: ["until", "days", "label", "title", "site", "checklist", "modules"],
      calendar: network.calendar(of: labels, session.calendarManner)
    ) { [$0.expiring(labels)] }
  }

  private static let recurrent = CommandSpec(
    noun: PortfolioNoun.name, name: Name("recurrent", "récurrences"), operands: [folder],
    options: [since, least],
    summary: (
      "les critères que plusieurs dossiers ne tiennent pas",
      "the criteria that several dossiers do not meet"
    ),
    manual: manual(
      "Ceux d’au moins trois dossiers, ou --au-moins N (deux au moins)\u{A0}: en deçà, on devinerait lequel\u{202F}; ce qui est tu est compté. La part\u{A0}: dossiers non conformes ÷ dossiers où un audit l’a évalué.",
      "Those of at least three dossiers, or --least N (two at least): below that one could guess which; what is withheld is counted. The share: dossiers nonconforming ÷ dossiers where an audit assessed it."
    ),
    example: "portfolio recurrent --least 2", clauses: .all, forms: pages
  ) { session, bound in
    let network = try network(&session, bound)
    let least = try smallestGroup(bound)
    let found = network.recurrences(since: bound.date("since"), least: least)
    if found.hidden > 0 {
      session.output.note(
        (
          "critères qui concernent moins de \(least) dossiers, non montrés\u{A0}: \(found.hidden)",
          "criteria that concern fewer than \(least) dossiers, not shown: \(found.hidden)"
        ))
    }
    return try answer(
      network.recurrenceRows(found.shown, session.language), network, &session, bound,
      columns: [
        "criterion", "checklist", "asks", "dossiers", "assessed", "share", "findings", "again",
      ]
    ) { [$0.recurrent(found, least: least)] }
  }

  private static let strengths = CommandSpec(
    noun: PortfolioNoun.name, name: Name("strengths", "points-forts"), operands: [folder],
    options: [since],
    summary: ("les points forts à copier", "the strengths worth copying"),
    manual: manual(
      "Par critère, les plus récents d’abord, avec le dossier à qui demander.",
      "By criterion, the latest first, with the dossier to ask."),
    example: "portfolio strengths", clauses: .all, forms: pages
  ) { session, bound in
    let network = try network(&session, bound)
    let strengths = network.strengths(since: bound.date("since"))
    return try answer(
      network.strengthRows(strengths, session.language), network, &session, bound,
      columns: ["criterion", "text", "title", "site", "audit", "date"]
    ) { [$0.strengths(strengths)] }
  }

  private static let coverage = CommandSpec(
    noun: PortfolioNoun.name, name: Name("coverage", "couverture"), operands: [folder],
    summary: ("la part des sites labellisés", "the share of sites that are labelled"),
    manual: manual(
      "Sites qui ont un label valide aujourd’hui ÷ sites des dossiers lus\u{202F}; l’objectif du ministère est 100\u{A0}%.",
      "Sites with a label valid today ÷ sites of the dossiers read; the ministry’s objective is 100%."
    ),
    example: "portfolio coverage", clauses: .all, forms: pages
  ) { session, bound in
    let network = try network(&session, bound)
    return try answer(
      network.coverageRows, network, &session, bound,
      columns: ["title", "sites", "labelled", "share", "path"]
    ) { [$0.coverage] }
  }

  private static let late = CommandSpec(
    noun: PortfolioNoun.name, name: Name("late", "retards"), operands: [folder],
    summary: ("les actions en retard", "the actions that are late"),
    manual: manual(
      "Celles dont l’échéance est passée et qui ne sont pas achevées, la plus ancienne d’abord.",
      "Those whose day has passed and that are not done, the oldest first."),
    example: "portfolio late", clauses: .all, forms: pages
  ) { session, bound in
    let network = try network(&session, bound)
    return try answer(
      network.lateRows, network, &session, bound,
      columns: ["due", "late", "kind", "text", "title", "path"]
    ) { [$0.late] }
  }
}
