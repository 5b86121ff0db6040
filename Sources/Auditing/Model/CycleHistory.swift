/// How the cycle of one label came to be as it is, for calendars that were given out before.
package struct CycleHistory: Sendable {
  /// How many operations spoke of the label, its milestones or its site, undone ones and undos
  /// too: it never falls while the history grows.
  package internal(set) var changes = 0
  /// When the latest of them was entered.
  package internal(set) var last: Timestamp
  /// The label as each of its grants said it, in the order of the history.
  package internal(set) var grants: [Label] = []
}

extension State {
  /// The history of each label that was ever granted, by its key.
  package func cycleHistories() -> [String: CycleHistory] {
    var histories: [String: CycleHistory] = [:]
    var touched: [Int: Set<Target>] = [:]
    for (position, operation) in history.operations.enumerated() {
      for case let event? in operation.events {
        guard let kind = event.declaration else { continue }
        if kind.name == "undo" || kind.name == "redo" {
          for place in (event["of"]?.texts ?? []).compactMap(history.position) {
            touched[position, default: []].formUnion(touched[place] ?? [])
          }
        } else if let target = cycleTarget(of: event, kind) {
          touched[position, default: []].insert(target)
          if let label = Label(grant: event, kind, at: operation.at) {
            histories[label.key, default: CycleHistory(last: operation.at)].grants.append(label)
          }
        }
      }
    }
    for key in Array(histories.keys) { count(touched, in: &histories[key], of: key) }
    return histories
  }

  /// Counts the operations that touched a label.
  private func count(_ touched: [Int: Set<Target>], in cycle: inout CycleHistory?, of key: String) {
    guard var changed = cycle, let site = changed.grants.first?.site else { return }
    for (position, targets) in touched
    where targets.contains(where: { $0.speaks(of: key, site) }) {
      changed.changes += 1
      changed.last = max(changed.last, history.operations[position].at)
    }
    cycle = changed
  }

  /// The label, milestone or site that an event speaks of.
  private func cycleTarget(of event: Event, _ kind: EventKind) -> Target? {
    switch kind.noun {
    case .label, .milestone, .site, .dossier: break
    default: guard kind.role == .decision else { return nil }
    }
    guard let target = target(of: event, kind) else { return nil }
    switch target.noun {
    case .label, .milestone, .site: return target
    default: return nil
    }
  }
}

extension Target {
  /// Whether it is a label, one of its milestones, or its site.
  fileprivate func speaks(of label: String, _ site: String) -> Bool {
    switch noun {
    case .label: key == label
    case .milestone: key.hasPrefix(EventKind.naturalKey([label, ""]))
    default: key == site
    }
  }
}

extension Label {
  /// Reads the label as one grant says it.
  fileprivate init?(grant event: Event, _ kind: EventKind, at: Timestamp) {
    guard kind.name == "label.granted", let key = kind.target(of: event)?.key,
      let from = event["from"]?.text.flatMap({ CalendarDate($0) }),
      let validity = event["validity"]?.integer
    else { return nil }
    self.init(
      key: key, site: event["site"]?.text ?? "", checklist: event["checklist"]?.text ?? "",
      from: from, modules: event["modules"]?.texts ?? [], validity: validity,
      surveillance: event["surveillance"]?.integer,
      convention: event["convention"]?.text.flatMap(Convention.init) ?? .eve, by: event.by, at: at)
    milestones = (event["milestones"]?.list ?? []).compactMap(Checklist.Milestone.init)
  }
}
