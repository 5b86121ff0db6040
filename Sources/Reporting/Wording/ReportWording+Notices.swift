import Auditing

/// The warnings at the head of a report.
extension ReportWording {
  var provisionalTitle: RichText {
    pick("RÉFÉRENTIEL PROVISOIRE", "PROVISIONAL CHECKLIST")
  }

  func provisional(_ title: RichText) -> RichText {
    pick(
      """
      « \(title) » est ici une reconstitution à partir de sources publiques, non le texte \
      complet et officiel. L'origine de chaque exigence est indiquée ; avant toute décision, \
      chacune est à vérifier dans le texte officiel.
      """,
      """
      “\(title)” is here a reconstruction from public sources, not the complete official text. \
      The provenance of each requirement is shown; check each one against the official text \
      before any decision.
      """
    )
  }

  var incompleteTitle: RichText { pick("RAPPORT INCOMPLET", "INCOMPLETE REPORT") }

  func incomplete(_ count: Int) -> RichText {
    pick(
      """
      Il manque \(count, "élément", "éléments") que demande l'ISO 19011:2018 (6.5.1). Pour \
      compléter :
      """,
      """
      \(count, "element", "elements") that ISO 19011:2018 (6.5.1) asks for \
      \(for: count, "is", "are") missing. To complete it:
      """
    )
  }

  var exerciseTitle: RichText { pick("EXERCICE", "EXERCISE") }

  var exerciseText: RichText {
    pick(
      "Ce rapport rend compte d'un entraînement. Il ne dit rien d'un audit réel.",
      "This report is about a training exercise. It says nothing about a real audit.")
  }

  var trialTitle: RichText { pick("ESSAI", "TRIAL") }

  var trialText: RichText {
    pick(
      """
      Ce dossier a été fait avec une graine donnée : il est reproductible et n'a pas de valeur \
      d'audit.
      """,
      "This dossier was made with a given seed: it is reproducible and has no value as an audit.")
  }

  var givenClockTitle: RichText { pick("HORLOGE DONNÉE", "GIVEN CLOCK") }

  func givenClock(_ count: Int) -> RichText {
    pick(
      """
      \(count, "entrée a été écrite", "entrées ont été écrites") sous une horloge donnée à la \
      main : leurs heures ne prouvent rien.
      """,
      """
      \(count, "entry was", "entries were") written under a clock set by hand: the times prove \
      nothing.
      """
    )
  }

  var notClosedTitle: RichText { pick("AUDIT NON CLOS", "AUDIT NOT CLOSED") }

  func notClosed(_ command: String) -> RichText {
    pick(
      "Les constats reçoivent leurs numéros à la clôture : \(code: command).",
      "Findings receive their numbers when the audit is closed: \(code: command).")
  }

  var unsignedTitle: RichText { pick("NON SIGNÉ", "NOT SIGNED") }
}
