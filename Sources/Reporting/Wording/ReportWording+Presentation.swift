import Auditing

/// Part 1, the audited body and what is audited.
extension ReportWording {
  var presentation: RichText { pick("Présentation de la démarche", "Presentation of the audit") }
  var characteristics: RichText { pick("Caractéristiques", "Characteristics") }
  var scopeAndSites: RichText { pick("Champ et sites", "Scope and sites") }
  var contacts: RichText { pick("Interlocuteurs", "Contacts") }

  var bodyLabel: RichText { pick("Organisme audité", "Audited body") }
  var checklistLabel: RichText { pick("Référentiel", "Checklist") }
  var kindLabel: RichText { pick("Nature de l'audit", "Kind of audit") }
  var clientLabel: RichText { pick("Commanditaire", "Audit client") }
  var objectivesLabel: RichText { pick("Objectifs", "Objectives") }
  var datesLabel: RichText { pick("Dates", "Dates") }
  var modulesLabel: RichText { pick("Activités évaluées", "Activities assessed") }
  var confidentialityLabel: RichText { pick("Confidentialité", "Confidentiality") }
  var obstaclesLabel: RichText { pick("Obstacles rencontrés", "Obstacles met") }
  var uncoveredLabel: RichText { pick("Parties du champ non couvertes", "Areas not covered") }

  func checklist(_ title: RichText, edition: String, _ status: RichText) -> RichText {
    let edition = self.edition(edition)
    return pick("\(title), \(edition) (\(status))", "\(title), \(edition) (\(status))")
  }

  func module(_ id: String, _ title: RichText) -> RichText {
    pick("Module \(id) : \(title)", "Module \(id): \(title)")
  }

  var scopeCaption: RichText {
    pick(
      "Champ de l'audit : sites, modules et services", "Audit scope: sites, modules and services")
  }
  var siteColumn: RichText { pick("Site", "Site") }
  var modulesColumn: RichText { pick("Modules", "Modules") }
  var servicesColumn: RichText { pick("Services", "Services") }
  var staffColumn: RichText { pick("Effectif", "Staff") }
  var contactColumn: RichText { pick("Adresse et contact", "Address and contact") }
  var sampledOut: RichText {
    pick("non visité (échantillonnage)", "not visited (sampling)")
  }
  var allServices: RichText { pick("tous", "all") }
  var noScope: RichText {
    pick("Le champ de l'audit n'est pas renseigné.", "The audit scope is not given.")
  }

  var contactsCaption: RichText {
    pick("Personnes de l'organisme audité", "People of the audited body")
  }
  var nameColumn: RichText { pick("Nom", "Name") }
  var qualityColumn: RichText { pick("Qualité", "Position") }
  var bodyColumn: RichText { pick("Organisme", "Organisation") }
  var noContacts: RichText {
    pick(
      "Aucune personne de l'organisme audité n'est enregistrée.",
      "Nobody of the audited body is recorded.")
  }
}
