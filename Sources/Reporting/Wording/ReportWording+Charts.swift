import Auditing

/// The charts of findings, indicators, actions and labels.
extension ReportWording {
  var byGradeTitle: RichText { pick("Constats par grade", "Findings by grade") }

  /// Labels with their counts, in a sentence.
  func counts(_ counts: [(RichText, Int)]) -> RichText {
    let list = counts.map { counted($0.0, $0.1) }.joined(separator: semicolon)
    return pick("\(list).", "\(list).")
  }

  func counted(_ label: RichText, _ count: Int) -> RichText {
    pick("\(label) : \(count)", "\(label): \(count)")
  }

  var trendsTitle: RichText {
    pick("Indicateurs dans le temps, face à leurs cibles", "Indicators over time and their targets")
  }

  var metSign: RichText { pick("cible atteinte", "target met") }
  var missedSign: RichText { pick("cible non atteinte", "target not met") }
  var unjudgedSign: RichText { pick("sans jugement", "not judged") }

  func quantity(_ quantity: Quantity) -> RichText { pick("\(quantity)", "\(quantity)") }

  /// What a last value is held against, and whether it meets it.
  func against(_ target: Checklist.Target?, isMet: Bool?) -> RichText {
    guard let target else { return noTarget }
    let limit = pick(
      "cible \(target.sign) \(target.limit)", "target \(target.sign) \(target.limit)")
    return switch isMet {
    case true?: pick("\(limit) : atteinte", "\(limit): met")
    case false?: pick("\(limit) : non atteinte", "\(limit): not met")
    case nil: pick("\(limit) : non comparable", "\(limit): cannot be compared")
    }
  }

  func valued(_ label: RichText, _ value: Quantity) -> RichText {
    pick("\(label) : \(value)", "\(label): \(value)")
  }

  func trend(_ label: RichText, _ value: RichText, _ verdict: RichText) -> RichText {
    pick("\(label) : \(value), \(verdict).", "\(label): \(value), \(verdict).")
  }

  /// The word of a statistic as records write it.
  func statistic(_ statistic: String) -> String {
    switch Checklist.Indicator.Statistic(rawValue: statistic) {
    case .mean?: plain("moyenne", "mean")
    case .median?: plain("médiane", "median")
    case .share?: plain("part", "share")
    case .count?: plain("nombre", "count")
    case nil: statistic
    }
  }

  var dayOfReport: RichText { pick("date du rapport", "date of the report") }
  var validity: RichText { pick("Validité du label", "Validity of the label") }

  func timelineTitle(_ site: String) -> RichText {
    pick("Calendrier du label : \(site)", "Timeline of the label: \(site)")
  }

  func validityRow(_ from: CalendarDate) -> RichText {
    pick("Validité, depuis le \(from)", "Validity, from \(from)")
  }

  var progress: RichText { pick("Avancement des actions", "Progress of actions") }
  var actionsCaption: RichText {
    pick("Actions qui répondent aux constats", "Actions that answer the findings")
  }
  var actionColumn: RichText { pick("Action", "Action") }
  var ownerColumn: RichText { pick("Responsable", "Owner") }
  var dueAndActionColumn: RichText { pick("Échéance, actions", "Due, actions") }
  var countdownTitle: RichText { pick("Actions restant à faire", "Actions that remain") }
  var countdownCaption: RichText {
    pick("Actions restant à faire, jour par jour", "Actions that remain, day by day")
  }
  var leftToDo: RichText { pick("restant à faire", "left to do") }
  var leftByPlan: RichText { pick("restant selon les échéances", "left by the due dates") }

  func countdown(left: Int, of count: Int, overdue: Int, _ day: CalendarDate) -> RichText {
    pick(
      """
      Le \(day), \(left, "action reste", "actions restent") à faire sur \(count), dont \(overdue) \
      en retard.
      """,
      "On \(day), \(left, "action", "actions") of \(count) remain to be done, \(overdue) overdue.")
  }

  func standing(_ action: Action, isOverdue: Bool) -> RichText {
    switch action.status {
    case .open: isOverdue ? pick("en retard", "overdue") : pick("à faire", "to do")
    case .done: pick("achevée, efficacité à vérifier", "done, effectiveness to be verified")
    case .verified: pick("vérifiée efficace", "verified effective")
    case .ineffective: pick("inefficace", "ineffective")
    }
  }
}

extension Checklist.Target {
  /// The sign of the comparison as it is printed.
  fileprivate var sign: String {
    switch comparison {
    case .less: "<"
    case .atMost: "≤"
    case .more: ">"
    case .atLeast: "≥"
    case .equal: "="
    }
  }
}
