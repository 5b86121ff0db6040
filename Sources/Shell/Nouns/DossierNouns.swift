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
}
