import Auditing
import Scheduling
import Scripting

/// The nouns of the dossier: places, people, figures, labels and their days.
enum DossierNouns {
  static let all = [site, person, measure, label, milestone]

  static let site = NounSpec(
    name: Name("site"), summary: ("sites de l’organisme", "sites of the audited body"),
    fields: [
      .init(name: Name("id")), .init(name: Name("name", "nom")),
      .init(name: Name("address", "adresse")), .init(name: Name("contact")),
      .init(name: Name("staff", "effectif")), .init(name: Name("holidays", "fériés")),
      .init(name: Name("label")), .init(name: Name("until", "jusqu-au")),
    ],
    columns: ["id", "name", "address", "staff", "label", "until"]
  ) { session, _ in
    _ = try session.openDossier()
    let labels = session.state.labels.filter { !$0.isWithdrawn }
    return session.state.sites.map { site in
      let label = labels.filter { $0.site == site.id }.max { $0.until < $1.until }
      var row = RowBuilder()
      row.word("id", site.id)
      row.text("name", site.name)
      row.text("address", site.address)
      row.text("contact", site.contact)
      row.text("staff", site.staff)
      row.word("holidays", site.holidays)
      row.word("label", label?.checklist)
      row.date("until", label?.until)
      return row.record("site", site.id)
    }
  }

  static let person = NounSpec(
    name: Name("person", "personne"),
    summary: ("auditeurs et personnes rencontrées", "auditors and people met"),
    fields: [
      .init(name: Name("id")), .init(name: Name("name", "nom")), .init(name: Name("role", "rôle")),
      .init(name: Name("body", "organisme")),
    ],
    columns: ["id", "name", "role", "body"]
  ) { session, _ in
    _ = try session.openDossier()
    return session.state.persons.map { person in
      var row = RowBuilder()
      row.word("id", person.handle)
      row.text("name", person.name)
      row.text("role", person.role)
      row.text("body", person.body)
      return row.record("person", person.handle)
    }
  }

  static let measure = NounSpec(
    name: Name("measure", "mesure"),
    summary: ("valeurs relevées des indicateurs", "recorded values of the indicators"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("indicator", "indicateur")), .init(name: Name("site")),
      .init(name: Name("period", "période")), .init(name: Name("value", "valeur")),
      .init(name: Name("n")), .init(name: Name("target", "cible")),
      .init(name: Name("met", "atteinte")), .init(name: Name("source")),
      .init(name: Name("by", "par")), .init(name: Name("at", "le")),
    ],
    columns: ["indicator", "site", "period", "value", "target", "met", "n", "source"]
  ) { session, range in
    _ = try session.openDossier()
    let indicators = try session.checklistInRange(range).indicators
    return session.state.measures.map { measure in
      let target = indicators.first { $0.id == measure.indicator }?.target
      var row = RowBuilder()
      row.word("indicator", measure.indicator)
      row.word("site", measure.site)
      row.word("period", measure.period)
      row.quantity("value", measure.value)
      row.number("n", measure.n)
      row.text("target", target.map { "\($0.comparison.rawValue) \($0.limit)" })
      row.boolean("met", target?.isMet(by: measure.value))
      row.text("source", measure.source)
      row.word("by", measure.by)
      row.word("at", measure.at.description)
      return row.record("measure", "\(measure.indicator)/\(measure.site)/\(measure.period)")
    }
  }

  static let label = NounSpec(
    name: Name("label"), summary: ("labels accordés aux sites", "labels granted to the sites"),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("site")),
      .init(name: Name("checklist", "référentiel")), .init(name: Name("modules")),
      .init(name: Name("granted", "accordé")), .init(name: Name("until", "jusqu-au")),
      .init(name: Name("surveillance")),
      .init(name: Name("status", "statut"), choices: Choices.labelStatuses),
    ],
    columns: ["site", "checklist", "modules", "granted", "until", "surveillance", "status"]
  ) { session, _ in
    _ = try session.openDossier()
    let today = session.today
    return session.state.labels.map { label in
      var row = RowBuilder()
      row.word("id", label.key)
      row.word("site", label.site)
      row.word("checklist", label.checklist)
      row.words("modules", label.modules)
      row.date("granted", label.from)
      row.date("until", label.until)
      row.date("surveillance", label.surveillance.map { label.from.adding(months: $0) })
      row.choice("status", status(label, today), Choices.labelStatuses)
      return row.record("label", label.key)
    }
  }

  /// Valid, due once the renewal's first milestone has come, expired after the last day.
  private static func status(_ label: Label, _ today: CalendarDate) -> String {
    if label.isWithdrawn { return "withdrawn" }
    if today > label.until { return "expired" }
    let start = LabelCycle(label).milestones().first { $0.kind == .renewalDecision }?.date
    return start.map { today >= $0 } == true ? "due" : "valid"
  }

  static let milestone = NounSpec(
    name: Name("milestone", "jalon"),
    summary: (
      "échéances du cycle des labels et des actions", "days of the labels’ cycles and of actions"
    ),
    restsOnChecklist: true,
    fields: [
      .init(name: Name("id")), .init(name: Name("date")), .init(name: Name("site")),
      .init(name: Name("kind", "nature")), .init(name: Name("title", "titre")),
      .init(name: Name("why", "pourquoi")),
      .init(name: Name("status", "statut"), choices: Choices.milestoneStatuses),
    ],
    columns: ["date", "site", "title", "why"]
  ) { session, _ in
    _ = try session.openDossier()
    let cycle = session.plannedMilestones().map { planned in
      var row = RowBuilder()
      row.word("id", planned.id)
      row.date("date", planned.milestone.date)
      row.word("site", planned.label.site)
      row.word("kind", planned.milestone.kind.rawValue)
      row.text("title", session.language.pick(planned.milestone.kind.title))
      row.text("why", session.language.pick(planned.milestone.why))
      row.choice("status", planned.status, Choices.milestoneStatuses)
      return (planned.milestone.date, row.record("milestone", planned.id))
    }
    let actions = session.dueActions.map { due in
      var row = RowBuilder()
      row.word("id", due.action.id)
      row.date("date", due.date)
      row.words("site", due.sites)
      row.word("kind", "action")
      row.text("title", due.action.text)
      row.text("why", session.language.pick(due.why))
      row.choice(
        "status", due.action.status == .open ? "planned" : "done", Choices.milestoneStatuses)
      return (due.date, row.record("milestone", due.action.id))
    }
    return (cycle + actions).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }
}
