import Auditing
import Scripting

/// The nouns of the dossier: places, people and figures.
enum DossierNouns {
  static let all = [site, person, measure]

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
      // Nobody knows until when a label stands whose withdrawal is contested.
      row.date("until", label?.isStandingContested == true ? nil : label?.until)
      return row.record("site", site.id)
    }
  }

  static let person = NounSpec(
    name: Name("person", "personne"),
    summary: ("auditeurs et personnes rencontrées", "auditors and people met"),
    fields: [
      .init(name: Name("id")), .init(name: Name("name", "nom")), .init(name: Name("role", "rôle")),
      .init(name: Name("body", "organisme")), .init(name: Name("by", "par")),
      .init(name: Name("at", "le")),
    ],
    columns: ["id", "name", "role", "body"]
  ) { session, _ in
    _ = try session.openDossier()
    return session.shownPeople.map { id, person in
      let record = session.state.record(.person, person.key)
      var row = RowBuilder()
      row.word("id", id)
      row.text("name", person.name)
      row.text("role", person.role)
      row.text("body", person.body)
      row.word("by", record?.by)
      row.word("at", record?.at.description)
      return row.record("person", id)
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
      .init(name: Name("statistic", "statistique"), choices: Choices.statistics),
      .init(name: Name("item", "rubrique")), .init(name: Name("parts", "détail")),
      .init(name: Name("evidence", "preuves")),
      .init(name: Name("by", "par")), .init(name: Name("at", "le")),
    ],
    columns: ["indicator", "site", "period", "item", "value", "n", "target", "met", "source"]
  ) { session, range in
    _ = try session.openDossier()
    let indicators = try session.indicators(range)
    let evidence = session.identifiers(.evidence)
    return try session.eachRow(of: session.state.measures) { measure in
      let indicator = indicators[measure.indicator]
      var row = RowBuilder()
      row.word("indicator", measure.indicator)
      row.word("site", measure.site)
      row.word("period", measure.period)
      row.quantity("value", measure.value)
      row.number("n", measure.n)
      row.text("target", indicator?.target?.written)
      row.boolean("met", measure.meets(indicator))
      row.text("source", measure.source)
      row.choice(
        "statistic", measure.statistic.isEmpty ? nil : measure.statistic, Choices.statistics)
      row.text("item", measure.item.isEmpty ? nil : measure.item)
      row.words("parts", measure.parts.map(\.written))
      row.words("evidence", measure.evidence.map { evidence[$0] })
      row.word("by", measure.by)
      row.word("at", measure.at.description)
      return row.record("measure", id(of: measure, indicator))
    }
  }

  /// The id of a measure: a figure of another statistic than its indicator's says so.
  static func id(of measure: Measure, _ indicator: Checklist.Indicator?) -> String {
    let own = indicator.map { $0.statistic?.rawValue ?? "" } ?? measure.statistic
    let id =
      [measure.indicator, measure.site, measure.period]
      + [measure.statistic == own ? "" : measure.statistic, measure.item].filter { !$0.isEmpty }
    return id.joined(separator: "/")
  }
}
