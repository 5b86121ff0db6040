package import Auditing

extension Milestone {
  /// What is due, as a person reads it.
  package var title: (fr: String, en: String) { kind.title }

  /// The rule behind the day, with the days it is counted from.
  package var why: (fr: String, en: String) {
    let reason = reason.wording
    switch adjustment {
    case nil: return reason
    case .decided?:
      return (
        "date décidée\u{202F}; le plan donnait le \(nominal), \(reason.fr)",
        "decided date; the plan gave \(nominal), \(reason.en)"
      )
    case .earlier(let days)?:
      let rest = days.rest(on: nominal)
      return (
        "\(reason.fr), avancé au \(days.week.dayName.fr) précédent"
          + (rest.map { "\u{A0}: le \(nominal) est \($0.fr)" } ?? ""),
        "\(reason.en), brought forward to the previous \(days.week.dayName.en)"
          + (rest.map { ": \(nominal) is \($0.en)" } ?? "")
      )
    }
  }
}

extension Milestone.Kind {
  /// What is due, as a person reads it.
  package var title: (fr: String, en: String) {
    switch self {
    case .surveillancePreparation:
      ("Préparation de l’audit de suivi", "Preparation of the surveillance audit")
    case .surveillanceAudit: ("Audit de suivi", "Surveillance audit")
    case .renewalDecision:
      ("Décision de renouveler et lancement", "Decision to renew, and launch")
    case .satisfactionSurvey: ("Enquête de satisfaction", "Satisfaction survey")
    case .selfAssessment: ("Autoévaluation", "Self-assessment")
    case .documents:
      ("Pièces à fournir avant l’audit interne", "Documents to provide before the internal audit")
    case .internalAudit: ("Audit interne", "Internal audit")
    case .corrections: ("Écarts traités", "Nonconformities corrected")
    case .externalAudit: ("Audit externe de renouvellement", "External renewal audit")
    case .sixMonthReminder:
      ("Rappel\u{A0}: fin du label dans 6 mois", "Reminder: the label ends in 6 months")
    case .threeMonthReminder:
      ("Rappel\u{A0}: fin du label dans 3 mois", "Reminder: the label ends in 3 months")
    case .oneMonthReminder:
      ("Rappel\u{A0}: fin du label dans 1 mois", "Reminder: the label ends in 1 month")
    case .fiveDayReminder:
      (
        "Rappel\u{A0}: fin du label dans 5 jours ouvrés",
        "Reminder: the label ends in 5 working days"
      )
    case .endOfValidity: ("Dernier jour de validité du label", "Last day of the label’s validity")
    }
  }

  /// The words under which a mail program files it.
  package var categories: [(fr: String, en: String)] {
    let renewal = (fr: "Renouvellement", en: "Renewal")
    let surveillance = (fr: "Suivi", en: "Surveillance")
    let audit = (fr: "Audit", en: "Audit")
    return switch self {
    case .surveillancePreparation: [surveillance]
    case .surveillanceAudit: [audit, surveillance]
    case .internalAudit, .externalAudit: [audit, renewal]
    default: [renewal]
    }
  }

  /// The milestone within a sentence, with its article.
  fileprivate var inSentence: (fr: String, en: String) {
    switch self {
    case .surveillanceAudit: ("l’audit de suivi", "the surveillance audit")
    case .internalAudit: ("l’audit interne", "the internal audit")
    case .externalAudit: ("l’audit externe", "the external audit")
    default: ("«\u{A0}\(title.fr)\u{A0}»", "“\(title.en)”")
    }
  }
}

extension Milestone.Reason {
  /// The rule as half a sentence, without a full stop.
  package var wording: (fr: String, en: String) {
    switch self {
    case .beforeEnd(let span, let end):
      return (
        "\(span.wording.fr) avant la fin de validité (\(end))",
        "\(span.wording.en) before the end of validity (\(end))"
      )
    case .beforeMilestone(let span, let kind, let day):
      return (
        "\(span.wording.fr) avant \(kind.inSentence.fr) (\(day))",
        "\(span.wording.en) before \(kind.inSentence.en) (\(day))"
      )
    case .afterGrant(let months, let from):
      let span = Milestone.Lead.Span.months(months).wording
      return ("\(span.fr) après l’octroi (\(from))", "\(span.en) after the grant (\(from))")
    case .lastDay(let months, let from, let convention):
      let span = Milestone.Lead.Span.months(months).wording
      let anniversary = from.adding(months: months)
      let eve = (
        fr: "veille du \(anniversary), \(span.fr) après l’octroi (\(from))",
        en: "eve of \(anniversary), \(span.en) after the grant (\(from))"
      )
      guard convention == .anniversary else { return eve }
      return (
        eve.fr + "\u{202F}; le label court encore ce jour-là, mais le plus tôt des deux est retenu",
        eve.en + "; the label still runs on that day, but the earlier of the two is planned"
      )
    }
  }
}

extension Milestone.Lead.Span {
  /// The number with its unit.
  package var wording: (fr: String, en: String) {
    let quantity: Quantity =
      switch self {
      case .months(let months): Quantity(DecimalNumber(months), .month)
      case .workingDays(let days): Quantity(DecimalNumber(days), .workingDay)
      }
    return (quantity.written(in: .fr), quantity.written(in: .en))
  }
}

extension Milestone.Lead.Basis {
  /// The words that follow a lead in a table.
  package var wording: (fr: String, en: String) {
    switch self {
    case .scheme: ("texte du label", "text of the label")
    case .observed: ("usage observé", "observed practice")
    case .ours: ("choix de Constat", "choice of Constat")
    case .checklist: ("référentiel", "checklist")
    }
  }
}

extension WorkingDays {
  /// What makes a day one of rest, or nothing for a working day.
  package func rest(on date: CalendarDate) -> (fr: String, en: String)? {
    if let name = holidays.name(date) {
      return ("férié (\(name.fr))", "a public holiday (\(name.en))")
    }
    if contains(date) { return nil }
    return date.weekday == 7 ? ("un dimanche", "a Sunday") : ("un samedi", "a Saturday")
  }
}

extension WorkingDays.Week {
  /// One such day.
  package var dayName: (fr: String, en: String) {
    switch self {
    case .fiveDay: ("jour ouvré", "working day")
    case .sixDay: ("jour ouvrable", "working day (Monday to Saturday)")
    }
  }
}

extension HolidayCalendar {
  /// What is celebrated on a day, or nothing when it is no holiday there.
  package func name(_ date: CalendarDate) -> (fr: String, en: String)? {
    let names = holidays(on: date).map(\.title)
    guard !names.isEmpty else { return nil }
    return (
      names.map(\.fr).joined(separator: " et "), names.map(\.en).joined(separator: " and ")
    )
  }

  /// The part of France, as a person reads it.
  package var title: (fr: String, en: String) {
    switch self {
    case .none: ("aucun jour férié", "no public holiday")
    case .metropolitan: ("France métropolitaine", "metropolitan France")
    case .alsaceMoselle: ("Alsace-Moselle", "Alsace-Moselle")
    case .guadeloupe: ("Guadeloupe", "Guadeloupe")
    case .martinique: ("Martinique", "Martinique")
    case .guyane: ("Guyane", "French Guiana")
    case .reunion: ("La Réunion", "Réunion")
    case .mayotte: ("Mayotte", "Mayotte")
    case .saintBarthelemy: ("Saint-Barthélemy", "Saint-Barthélemy")
    case .saintMartin: ("Saint-Martin", "Saint-Martin")
    }
  }
}

extension PublicHoliday {
  /// The usual name of the day.
  package var title: (fr: String, en: String) {
    switch self {
    case .newYear: ("Jour de l’An", "New Year’s Day")
    case .goodFriday: ("Vendredi saint", "Good Friday")
    case .easterMonday: ("Lundi de Pâques", "Easter Monday")
    case .labourDay: ("Fête du Travail", "Labour Day")
    case .victory1945: ("Victoire 1945", "Victory Day 1945")
    case .ascension: ("Ascension", "Ascension Day")
    case .whitMonday: ("Lundi de Pentecôte", "Whit Monday")
    case .nationalDay: ("Fête nationale", "National Day")
    case .assumption: ("Assomption", "Assumption Day")
    case .allSaints: ("Toussaint", "All Saints’ Day")
    case .armistice1918: ("Armistice 1918", "Armistice Day 1918")
    case .christmas: ("Noël", "Christmas Day")
    case .saintStephen: ("Saint-Étienne", "Saint Stephen’s Day")
    case .abolitionOfSlavery: ("Abolition de l’esclavage", "Abolition of slavery")
    }
  }
}
