import Auditing

/// Part 3, the grid.
extension ReportWording {
  var evaluation: RichText { pick("Évaluation", "Assessment") }

  var evaluationText: RichText {
    pick(
      """
      L'état d'un critère se déduit de ses sites : non conforme dès qu'il l'est sur un site ; \
      sinon non évalué tant qu'un site reste à évaluer ; sinon conforme. Le nombre de sites \
      évalués l'accompagne toujours.
      """,
      """
      The state of a criterion follows from its sites: nonconforming as soon as it is so at one; \
      else not assessed while one site remains; else conforming. The number of sites assessed \
      always stands beside it.
      """
    )
  }

  var noCriteria: RichText {
    pick(
      "Aucun critère n'est dans le champ : la grille est vide.",
      "No criterion is in scope: the grid is empty.")
  }

  var otherRequirements: RichText { pick("Autres exigences", "Other requirements") }

  func gridCaption(_ chapter: RichText) -> RichText {
    pick("Grille d'évaluation : \(chapter)", "Assessment grid: \(chapter)")
  }

  var criterionColumn: RichText { pick("Critère", "Criterion") }
  var requirementColumn: RichText { pick("Exigence", "Requirement") }
  var stateColumn: RichText { pick("État", "State") }
  var bySiteColumn: RichText { pick("Par site", "By site") }
  var evidenceColumn: RichText { pick("Preuves", "Evidence") }
  var findingsColumn: RichText { pick("Constats", "Findings") }

  func provenance(_ word: RichText, ref: String?) -> RichText {
    guard let ref else { return pick("(\(word))", "(\(word))") }
    return pick("(\(word), n° \(ref))", "(\(word), no. \(ref))")
  }

  func assessed(_ assessed: Int, of sites: Int) -> RichText {
    pick(
      "\(assessed) sur \(sites, "évalué", "évalués")",
      "\(assessed) of \(sites, "assessed", "assessed")")
  }

  func atSite(_ site: String, _ mark: RichText, reason: String?) -> RichText {
    guard let reason, !reason.isEmpty else {
      return pick("\(mark) — \(site)", "\(mark) — \(site)")
    }
    return pick("\(mark) — \(site) : \(reason)", "\(mark) — \(site): \(reason)")
  }

  func reason(_ reason: String) -> RichText { RichText(data: reason) }
}
