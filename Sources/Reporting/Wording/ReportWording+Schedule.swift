import Auditing
import Scheduling

/// Annex C, labels and the way to their renewal.
extension ReportWording {
  var schedule: RichText { pick("Labels et renouvellement", "Labels and renewal") }

  var noLabels: RichText {
    pick(
      "Aucun label n'est enregistré pour les sites du champ.",
      "No label is recorded for the sites in scope.")
  }

  func label(_ checklist: RichText, _ site: String) -> RichText {
    pick("\(checklist) — \(site)", "\(checklist) — \(site)")
  }

  func granted(_ from: CalendarDate, months: Int, until: CalendarDate) -> RichText {
    pick(
      "Accordé le \(from) pour \(months, "mois", "mois"), valable jusqu'au \(until) inclus.",
      "Granted on \(from) for \(months, "month", "months"), valid up to and including \(until).")
  }

  func labelModules(_ modules: RichText) -> RichText {
    pick("Modules : \(modules).", "Modules: \(modules).")
  }

  var withdrawnLabel: RichText { pick("Ce label est retiré.", "The label is withdrawn.") }

  var contestedLabel: RichText {
    pick(
      "Le retrait de ce label est contesté : rien de sa suite n'est établi.",
      "The withdrawal of this label is contested: nothing of what follows is established.")
  }

  func expired(_ date: CalendarDate) -> RichText {
    pick(
      "À la date du rapport (\(date)), ce label n'est plus valable.",
      "At the date of the report (\(date)), the label is no longer valid.")
  }

  func remaining(_ days: Int, _ date: CalendarDate) -> RichText {
    pick(
      "À la date du rapport (\(date)), il reste \(days, "jour", "jours") de validité.",
      "At the date of the report (\(date)), \(days, "day", "days") of validity remain.")
  }

  func scheduleCaption(_ site: String) -> RichText {
    pick("Échéancier du label : \(site)", "Schedule of the label: \(site)")
  }

  var dayColumn: RichText { pick("Date", "Date") }
  var milestoneColumn: RichText { pick("Jalon", "Milestone") }
  var noMilestones: RichText { pick("Aucun jalon n'est planifié.", "No milestone is planned.") }
  var reasonColumn: RichText { pick("Règle et fondement", "Rule and basis") }

  /// The rule behind the day of a milestone, and what the rule rests on.
  func why(_ milestone: Milestone) -> RichText {
    let rule = RichText(data: typography.dated(language.pick(milestone.why)))
    let basis = language.pick(milestone.basis.wording)
    return pick("\(rule) (\(basis))", "\(rule) (\(basis))")
  }
}
