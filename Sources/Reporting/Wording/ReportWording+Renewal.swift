import Auditing
import Scheduling

/// The reminder schedule of the labels.
extension ReportWording {
  var renewalKicker: RichText { pick("Échéancier de renouvellement", "Renewal reminder schedule") }

  func renewalSubtitle(_ date: CalendarDate) -> RichText {
    pick("Situation au \(date)", "As of \(date)")
  }

  func renewalFooter(_ title: String) -> String {
    plain("Échéancier · \(title)", "Reminder schedule · \(title)")
  }

  var upToDate: RichText { pick("À jour", "On time") }

  func overdueState(_ count: Int) -> RichText {
    pick("\(count) en retard", "\(count) overdue")
  }

  var overdueTitle: RichText { pick("EN RETARD", "OVERDUE") }

  func overdueText(_ count: Int) -> RichText {
    pick(
      "\(count, "jalon n'a", "jalons n'ont") pas été \(for: count, "fait", "faits") à temps :",
      "\(count, "milestone was", "milestones were") not done in time:")
  }

  func endedState(_ count: Int) -> RichText {
    pick("\(count, "label échu", "labels échus")", "\(count, "label", "labels") ended")
  }

  var endedTitle: RichText { pick("LABEL ÉCHU", "LABEL ENDED") }

  func endedText(_ count: Int) -> RichText {
    pick(
      """
      \(count, "label a pris fin", "labels ont pris fin") et aucun renouvellement n'est enregistré \
      ici. Dernier jour de validité :
      """,
      """
      \(count, "label has", "labels have") ended, and no renewal is recorded here. Last day of \
      validity:
      """)
  }

  func contestedState(_ count: Int) -> RichText {
    pick(
      "\(count, "label contesté", "labels contestés")",
      "\(count, "contested label", "contested labels")")
  }

  var contestedTitle: RichText { pick("LABEL CONTESTÉ", "LABEL CONTESTED") }

  func contestedText(_ count: Int) -> RichText {
    pick(
      """
      Le retrait de \(count, "label", "labels") est contesté et reste à trancher. Dernier jour de \
      validité si le retrait est écarté :
      """,
      """
      The withdrawal of \(count, "label", "labels") is contested and waits for a decision. Last \
      day of validity if it is dropped:
      """)
  }

  func disputedState(_ count: Int) -> RichText {
    pick(
      "\(count, "jalon contesté", "jalons contestés")",
      "\(count, "contested milestone", "contested milestones")")
  }

  var disputedTitle: RichText { pick("JALON CONTESTÉ", "MILESTONE CONTESTED") }

  func disputedText(_ count: Int) -> RichText {
    pick(
      """
      \(count, "jalon est contesté et reste", "jalons sont contestés et restent") à trancher. Au \
      plus tôt :
      """,
      """
      \(count, "milestone is contested and waits", "milestones are contested and wait") for a \
      decision. At the earliest:
      """)
  }

  func nextDay(_ line: RichText) -> RichText {
    pick("Prochaine échéance : \(line).", "Next: \(line).")
  }

  func dueLine(_ title: RichText, _ date: CalendarDate, _ site: String) -> RichText {
    pick("\(title), le \(date) — \(site)", "\(title), \(date) — \(site)")
  }

  var noLabelsAtAll: RichText {
    pick("Aucun label n'est enregistré.", "No label is recorded.")
  }

  var labelsCaption: RichText { pick("Labels en vigueur ou échus", "Labels in force or ended") }
  var checklistColumn: RichText { pick("Référentiel", "Checklist") }
  var untilColumn: RichText { pick("Dernier jour", "Last day") }
  var daysLeftColumn: RichText { pick("Jours restants", "Days left") }
  var standingColumn: RichText { pick("État", "State") }

  func confirmedLabel(_ date: CalendarDate) -> RichText {
    pick(
      "Confirmé le \(date), après l'audit de suivi.",
      "Confirmed on \(date), after the surveillance audit.")
  }

  /// How a milestone stands, in a word.
  func word(_ standing: Milestone.Standing) -> RichText {
    switch standing {
    case .planned: pick("prévu", "planned")
    case .overdue: pick("en retard", "overdue")
    case .done: pick("fait", "done")
    case .cancelled: pick("annulé", "cancelled")
    case .contested: pick("contesté", "contested")
    }
  }

  /// The rule behind a day with what it rests on, and the reason someone gave to depart from it.
  func why(_ day: LabelSchedule.Day) -> RichText {
    let rule = why(day.milestone)
    guard let reason = day.reason else { return rule }
    return pick("\(rule) — \(RichText(data: reason))", "\(rule) — \(RichText(data: reason))")
  }
}
