import Auditing

/// What the rules conclude.
extension ReportWording {
  var opinionTitle: RichText { pick("Règles proposées", "Proposed rules") }

  var opinionIsOurs: RichText {
    pick(
      """
      Cet avis suit des règles proposées par Constat, qui ne sont ni celles du ministère ni celles \
      du label. Il n'engage pas celui qui décide.
      """,
      """
      This opinion follows rules proposed by Constat, which are neither the ministry's nor the \
      label's. It does not bind whoever decides.
      """)
  }

  var opinionCaption: RichText {
    pick("Avis que donnent les règles du référentiel", "What the checklist's rules conclude")
  }
  var opinionColumn: RichText { pick("Avis", "Opinion") }
  var rulesColumn: RichText { pick("Règles", "Rules") }

  func opinion(_ verdict: Award.Verdict) -> RichText {
    let words = verdict.wording
    return pick("\(words.fr)", "\(words.en)")
  }

  func rule(
    _ id: String, _ title: RichText, _ outcome: Award.Outcome, _ provenance: RichText
  ) -> RichText {
    switch outcome {
    case .holds:
      pick("\(id) \(title) : tenue (\(provenance))", "\(id) \(title): holds (\(provenance))")
    case .fails:
      pick(
        "\(id) \(title) : non tenue (\(provenance))",
        "\(id) \(title): does not hold (\(provenance))")
    case .undecided(let why):
      pick(
        "\(id) \(title) : non évaluable, \(why[.fr]) (\(provenance))",
        "\(id) \(title): cannot be evaluated, \(why[.en]) (\(provenance))")
    }
  }
}
