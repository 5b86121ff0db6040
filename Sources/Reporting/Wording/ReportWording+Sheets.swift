import Auditing

/// Part 5, one sheet for each nonconformity.
extension ReportWording {
  var sheets: RichText { pick("Fiches d'écart", "Nonconformity sheets") }

  var noSheets: RichText {
    pick(
      "Aucune non-conformité n'est relevée : il n'y a pas de fiche d'écart.",
      "No nonconformity was found: there is no sheet.")
  }

  func sheet(_ number: String) -> RichText {
    pick("Fiche d'écart \(number)", "Nonconformity sheet \(number)")
  }

  var criterionLabel: RichText { pick("Critère", "Criterion") }
  var siteLabel: RichText { pick("Site", "Site") }
  var gradeLabel: RichText { pick("Grade", "Grade") }
  var statementLabel: RichText { pick("Constat", "Finding") }
  var dueLabel: RichText { pick("Réponse attendue", "Answer due") }
  var positionLabel: RichText { pick("Position de l'audité", "Auditee's position") }
  var evidenceLabel: RichText { pick("Preuves", "Evidence") }

  func before(_ date: CalendarDate) -> RichText { pick("avant le \(date)", "by \(date)") }

  func site(_ site: String, service: String?) -> RichText {
    guard let service else { return RichText(data: site) }
    return pick("\(site), \(service)", "\(site), \(service)")
  }

  var toFillIn: RichText { pick("à remplir", "to be filled in") }
  var causeLabel: RichText { pick("Cause", "Cause") }
  var correctionLabel: RichText { pick("Correction immédiate", "Correction") }
  var correctiveLabel: RichText {
    pick(
      "Action corrective, responsable et échéance", "Corrective action, owner and due date")
  }
  var verificationLabel: RichText {
    pick("Vérification de l'efficacité", "Verification of effectiveness")
  }

  /// One piece of evidence in full.
  func evidence(_ evidence: Evidence, content: RichText, details: RichText) -> RichText {
    let id = evidence.id
    let form = word(evidence.form)
    let head = pick("\(strong: id) (\(form)) : \(content)", "\(strong: id) (\(form)): \(content)")
    let digest = evidence.sha256.map { pick("SHA-256 \(code: $0)", "SHA-256 \(code: $0)") }
    return [head, details, digest ?? RichText()].lines
  }
}
