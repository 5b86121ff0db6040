import Auditing

/// Part 6, the closing minutes.
extension ReportWording {
  var closing: RichText { pick("Procès-verbal de clôture", "Closing minutes") }
  var conclusionLabel: RichText { pick("Conclusion", "Conclusion") }
  var divergences: RichText {
    pick("Position de l'audité et avis divergents", "The auditee's position and diverging opinions")
  }
  var signatories: RichText { pick("Signataires", "Signatories") }

  var noConclusion: RichText {
    pick("Aucune conclusion n'est enregistrée.", "No conclusion is recorded.")
  }

  func staleConclusion(_ command: String) -> RichText {
    pick(
      """
      La conclusion est antérieure à des entrées que son auteur n'avait pas vues. À confirmer : \
      \(code: command).
      """,
      """
      The conclusion is older than entries that its author had not seen. To confirm it: \
      \(code: command).
      """
    )
  }

  func concluded(by person: RichText, _ at: Timestamp) -> RichText {
    pick("Conclusion de \(person), le \(at).", "Concluded by \(person) on \(at).")
  }

  func divergence(_ number: String, _ statement: String, words: String?) -> RichText {
    let said = words ?? ""
    guard !said.isEmpty else {
      return pick(
        "\(strong: number) \(statement) — contesté, sans motif enregistré",
        "\(strong: number) \(statement) — contested, no reason recorded")
    }
    return pick(
      "\(strong: number) \(statement) — contesté : « \(said) »",
      "\(strong: number) \(statement) — contested: “\(said)”")
  }

  var positionsCaption: RichText {
    pick("Position de l'audité, constat par constat", "The auditee's position on each finding")
  }

  func present(_ people: RichText) -> RichText {
    pick("présents : \(people)", "present: \(people)")
  }

  var noDivergence: RichText {
    pick("Aucun constat n'est contesté.", "No finding is contested.")
  }

  func unheard(_ count: Int) -> RichText {
    pick(
      """
      La position de l'audité n'est pas recueillie sur \
      \(count, "non-conformité", "non-conformités").
      """,
      "The auditee's position is not recorded on \(count, "nonconformity", "nonconformities").")
  }

  var signatoriesCaption: RichText {
    pick("Personnes qui signent le scellé", "People who sign the seal")
  }
  var fullNameColumn: RichText { pick("Nom et prénom", "Name") }
  var asColumn: RichText { pick("Au titre de", "On behalf of") }
  var dateAndSignature: RichText { pick("date et signature", "date and signature") }
  var noSignatories: RichText {
    pick(
      "Ni responsable d'audit ni audité ne sont enregistrés.",
      "Neither a lead auditor nor an auditee is recorded.")
  }

  var samplingTitle: RichText { pick("Réserve d'échantillonnage", "Sampling caveat") }

  /// The caveat that every report states (ISO 19011:2018 6.5.1 k).
  var sampling: RichText {
    pick(
      """
      Un audit procède par échantillonnage : il existe un risque que les preuves recueillies ne \
      soient pas représentatives. L'absence de constat sur un point ne prouve pas sa conformité.
      """,
      """
      An audit works by sampling: there is a risk that the evidence examined is not \
      representative. The absence of a finding on a point does not prove its conformity.
      """
    )
  }
}
