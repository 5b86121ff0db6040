import Auditing

/// How the actions of a dossier and the documents asked for stand, in a few lines.
extension Session {
  /// The actions by how far they have come, then those that are overdue and due soon.
  var actionLines: [Wording] {
    let actions = state.actions
    guard !actions.isEmpty else { return [] }
    let counts = Action.Status.allCases.compactMap { status -> Wording? in
      let count = actions.count { $0.status == status }
      guard count > 0 else { return nil }
      let french = Choices.french(status.rawValue, Choices.actionStatuses)
      return ("\(count) \(french)\(count > 1 ? "s" : "")", "\(count) \(status.rawValue)")
    }
    let today = today
    var lines: [Wording] = [
      (
        "actions\u{A0}: " + counts.map(\.fr).joined(separator: ", "),
        "actions: " + counts.map(\.en).joined(separator: ", ")
      )
    ]
    let overdue = actions.filter { $0.isOverdue(on: today) }
    lines += overdue.prefix(Self.mostNamed).map { action in
      let days = action.due.map { today.dayNumber - $0.dayNumber } ?? 0
      return (
        "  en retard de \(days.fr("jour(s)"))\u{A0}: \(said(action).fr)",
        "  \(days.en("day(s)")) overdue: \(said(action).en)"
      )
    }
    lines += Self.rest(
      of: overdue.count,
      ("action lister where en-retard = oui", "action list where overdue = yes"))
    let soon = actions.filter { $0.isDueSoon(on: today) }
    lines += soon.prefix(Self.mostNamed).map { action in
      let day = action.due?.description ?? ""
      return (
        "  pour le \(day)\u{A0}: \(said(action).fr)", "  due on \(day): \(said(action).en)"
      )
    }
    return lines
      + Self.rest(of: soon.count, ("action lister sort échéance", "action list sort due"))
  }

  /// How many actions are named of those that are late, and of those that are due.
  private static let mostNamed = 10

  /// How many more there are than are named, and what lists them all.
  private static func rest(of count: Int, _ command: Wording) -> [Wording] {
    guard count > mostNamed else { return [] }
    let more = count - mostNamed
    return [
      ("  … et \(more.fr("autre(s)"))\u{A0}: \(command.fr)", "  … and \(more) more: \(command.en)")
    ]
  }

  private func said(_ action: Action) -> Wording {
    let owner = action.owner.map { " — \($0)" } ?? ""
    return ("\(action.id) \(action.text)\(owner)", "\(action.id) \(action.text)\(owner)")
  }

  /// How many documents an open audit still waits for, and which are late.
  mutating func requestLine(of audit: Audit) throws -> Wording? {
    guard audit.status == .open || audit.status == .concluded else { return nil }
    let requests = state.requests(in: audit, on: try checklist(audit.checklist))
    let late = requests.filter { $0.status(on: today) == .late }.map(\.id)
    let waiting = requests.count { $0.status(on: today) == .asked }
    guard waiting + late.count > 0 else { return nil }
    let first = late.prefix(3).joined(separator: ", ") + (late.count > 3 ? "…" : "")
    let which = late.isEmpty ? "" : " (\(first))"
    return (
      "  pièces attendues\u{A0}: \(waiting + late.count), dont \(late.count) en retard\(which)",
      "  documents awaited: \(waiting + late.count), of which \(late.count) late\(which)"
    )
  }
}
