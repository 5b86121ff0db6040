import Auditing

extension Sample {
  static var evidence: [Evidence] {
    var capture = piece("e1", "P1", .file)
    capture.sha256 = digest
    capture.size = 482_113
    capture.name = "hall-accueil.jpg"
    capture.criterion = "M1-B4"
    capture.site = "digne"
    capture.source = "visite du hall"
    capture.method = .observe
    capture.collected = day("2026-11-19")
    var mail = piece("e2", "P2", .file)
    mail.sha256 = String(digest.reversed())
    mail.size = 12_904
    mail.name = "courriels-2020.csv"
    mail.criterion = "M1-E1"
    mail.site = "digne"
    mail.source = "messagerie fonctionnelle"
    mail.method = .examine
    mail.covers = "2020"
    var note = piece("e3", "P3", .statement)
    note.text = "Le délai d'attente n'est affiché ni au guichet ni à l'écran. (note fictive)"
    note.criterion = "M1-B4"
    note.site = "digne"
    note.collected = day("2026-11-19")
    var loose = piece("e4", "P4", .statement)
    loose.text = "penser à revoir le planning (note fictive)"
    loose.criterion = "M1-B3"
    loose.site = "forcalquier"
    return [capture, mail, note, loose]
  }

  private static func piece(_ key: String, _ id: String, _ form: Evidence.Form) -> Evidence {
    Evidence(key: key, id: id, form: form, by: "cmartin", at: instant)
  }

  static var findings: [Finding] {
    var gap = finding(
      "f1", "F2", "M1-B4", "ncmin",
      "Le délai d'attente n'est pas affiché dans le hall. (constat fictif)")
    gap.number = "NC-01"
    gap.due = day("2027-01-20")
    gap.evidence = ["e1", "e3"]
    gap.position = .contested
    gap.words = "un écran est commandé"
    gap.service = "accueil"
    var strength = finding(
      "f2", "F1", "M1-E1", "pf",
      "Réponse aux courriels en 1,37 jour en moyenne, pour 5 demandés. (constat fictif)")
    strength.evidence = ["e2"]
    return [strength, gap]
  }

  private static func finding(
    _ key: String, _ id: String, _ criterion: String, _ grade: String, _ text: String
  ) -> Finding {
    Finding(
      key: key, id: id, audit: "k1", criterion: criterion, site: "digne", grade: grade, text: text,
      by: "cmartin", at: instant)
  }

  static var assessments: [Assessment] {
    checklist.criteria.flatMap { criterion in
      ["digne", "forcalquier"].compactMap { site -> Assessment? in
        guard criterion.module != "7" || site == "digne" else { return nil }
        var row = Assessment(criterion: criterion.id, site: site, verdict: .conforming)
        switch (criterion.id, site) {
        case ("M1-B4", "digne"):
          row.verdict = .nonconforming
        case ("M1-A4", _):
          row.verdict = .notApplicable
          row.reason = "comité départemental, audité à part (motif fictif)"
        default: break
        }
        return row
      }
    }
  }

  static var measures: [Measure] {
    [
      measure("IND-01", "2020", "1.37 d", n: 214, "communiqué du 9 décembre 2020"),
      measure("IND-02", "2020", "93.1 %", n: nil, "communiqué du 9 décembre 2020"),
      measure("IND-03", "2026-T2", "60 min", n: 1, "exercice fictif"),
    ]
  }

  private static func measure(
    _ indicator: String, _ period: String, _ value: String, n: Int?, _ source: String
  ) -> Measure {
    Measure(
      key: "m-\(indicator)", indicator: indicator, site: "digne", period: period,
      value: Quantity(value) ?? Quantity(DecimalNumber(0), .count), n: n, source: source,
      by: "cmartin", at: instant)
  }
}
