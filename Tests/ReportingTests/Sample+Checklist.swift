import Auditing

/// A small checklist after public statements about the label; its notes are invented.
extension Sample {
  static var checklist: Checklist {
    var checklist = Checklist(
      id: "qual-e-pref",
      title: LocalizedText(fr: "Qual-e-Pref", en: "Qual-e-Pref"), edition: "2019-02-04",
      status: .provisional, validity: 36, surveillance: 18)
    checklist.modules = modules
    checklist.criteria = criteria
    checklist.indicators = indicators
    checklist.grades = grades
    checklist.requests = requests
    var term = Checklist.Term(
      id: "preuve", title: LocalizedText(fr: "preuve d'audit", en: "audit evidence"))
    term.definition = LocalizedText(
      fr: "enregistrement, énoncé de fait ou autre information vérifiable",
      en: "record, statement of fact or other verifiable information")
    term.clause = "ISO 19011:2018, 3.9"
    checklist.terms = [term]
    return checklist
  }

  private static var modules: [Checklist.Module] {
    var pilot = Checklist.Module(
      id: "P", title: LocalizedText(fr: "Pilotage de la politique qualité"),
      provenance: .inferred)
    pilot.kind = .transverse
    return [
      Checklist.Module(
        id: "1",
        title: LocalizedText(
          fr: "Relation générale avec les usagers", en: "General relations with users"),
        provenance: .established),
      Checklist.Module(
        id: "7",
        title: LocalizedText(
          fr: "Communication d'urgence en cas d'événement majeur",
          en: "Emergency communication in a major event"), provenance: .established),
      pilot,
    ]
  }

  private static var criteria: [Checklist.Criterion] {
    let physical = "Accueil physique"
    let mail = "Courriers et courriels"
    return [
      criterion(
        "M1-A1", "1", "Dispositions générales",
        "Faire connaître horaires, adresses, modalités d'accès et numéros sur tous les canaux",
        .partial, ref: "01"),
      criterion(
        "M1-A2", "1", "Dispositions générales",
        "Mesurer la satisfaction par enquête et afficher les résultats", .established),
      criterion(
        "M1-A4", "1", "Dispositions générales",
        "Réunir un comité local des usagers au moins une fois par an", .partial),
      criterion(
        "M1-B1", "1", physical, "Accueillir avec courtoisie et attention ; agent identifiable",
        .established),
      criterion(
        "M1-B3", "1", physical, "Offrir des espaces d'accueil et d'attente propres et confortables",
        .established),
      criterion("M1-B4", "1", physical, "Organiser et mesurer l'attente", .established),
      criterion(
        "M1-B5", "1", physical, "Accompagner les usagers en difficulté avec le numérique",
        .established),
      criterion(
        "M1-C1", "1", "Téléphonie",
        "Organiser le canal téléphonique : standard ou serveur vocal, horaires et menus à jour",
        .established),
      criterion(
        "M1-D1", "1", "Sites internet et réseaux sociaux",
        "Tenir un site internet exact, clair et à jour, avec une rubrique qualité", .established),
      criterion(
        "M1-E1", "1", mail,
        "Répondre aux courriels de demande d'information dans le délai du cahier des charges",
        .established, ref: "E1",
        english:
          "Answer e-mail requests for information within the time that the specification sets"),
      criterion(
        "M1-E2", "1", mail,
        "Répondre aux courriers dans le délai annoncé ; réponse d'attente sinon", .inferred),
      criterion(
        "M7-1", "7", nil,
        "Informer le public et les élus moins d'une heure après l'activation du centre de crise",
        .established),
      criterion("M7-2", "7", nil, "Tester la chaîne d'information par des exercices", .inferred),
      criterion("P-1", "P", nil, "Désigner un référent qualité", .partial),
      criterion("P-5", "P", nil, "Dresser un bilan annuel de la démarche", .inferred),
    ]
  }

  private static func criterion(
    _ id: String, _ module: String, _ chapter: String?, _ title: String,
    _ provenance: Checklist.Provenance, ref: String? = nil, english: String? = nil
  ) -> Checklist.Criterion {
    var criterion = Checklist.Criterion(
      id: id, module: module, title: LocalizedText(fr: title, en: english), provenance: provenance)
    criterion.chapter = chapter.map { LocalizedText(fr: $0) }
    criterion.ref = ref
    criterion.methods = id.hasPrefix("M1-B") ? [.observe, .mystery] : [.examine]
    return criterion
  }

  private static var indicators: [Checklist.Indicator] {
    var mail = Checklist.Indicator(
      id: "IND-01",
      title: LocalizedText(
        fr: "Délai moyen de réponse aux courriels", en: "Mean time to answer e-mails"), unit: .day,
      provenance: .established)
    mail.statistic = .mean
    mail.target = Checklist.Target(.atMost, Quantity(DecimalNumber(5), .day))
    let satisfaction = Checklist.Indicator(
      id: "IND-02", title: LocalizedText(fr: "Taux de satisfaction de l'accueil physique"),
      unit: .percent, provenance: .established)
    var alert = Checklist.Indicator(
      id: "IND-03", title: LocalizedText(fr: "Délai de première information"), unit: .minute,
      provenance: .established)
    alert.target = Checklist.Target(.less, Quantity(DecimalNumber(60), .minute))
    return [mail, satisfaction, alert]
  }

  private static var grades: [Checklist.Grade] {
    let scale: [(String, String, String, Checklist.Severity)] = [
      ("pf", "Point fort", "Strength", .strength),
      ("pp", "Piste de progrès", "Opportunity for improvement", .improvement),
      ("ps", "Point sensible", "Sensitive point", .sensitive),
      ("ncmin", "Non-conformité mineure", "Minor nonconformity", .minor),
      ("ncmaj", "Non-conformité majeure", "Major nonconformity", .major),
    ]
    return scale.map {
      var grade = Checklist.Grade(
        code: $0.0, title: LocalizedText(fr: $0.1, en: $0.2), severity: $0.3)
      if $0.3 == .minor {
        grade.definition = LocalizedText(
          fr: "écart ponctuel, qui ne met pas en cause l'engagement",
          en: "isolated deviation that does not put the commitment in doubt")
      }
      return grade
    }
  }

  private static var requests: [Checklist.Request] {
    let chart = Checklist.Request(
      id: "R1", title: LocalizedText(fr: "Organigramme et périmètre", en: "Organisation chart"),
      provenance: .inferred)
    var exercise = Checklist.Request(
      id: "R2", title: LocalizedText(fr: "Retour d'expérience du dernier exercice"),
      provenance: .inferred)
    exercise.module = "7"
    exercise.lead = Quantity(DecimalNumber(2), .week)
    var titles = Checklist.Request(
      id: "R3", title: LocalizedText(fr: "Statistiques de délivrance des titres"),
      provenance: .inferred)
    titles.module = "2"
    return [chart, exercise, titles]
  }
}
