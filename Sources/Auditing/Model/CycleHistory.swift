/// How the cycle of one label came to be as it is, for calendars that were given out before.
package struct CycleHistory: Sendable {
  /// The operations that spoke of the label, its milestones or its site.
  package let count: ChangeCount
  /// The label as each of its grants said it, in the order of the history.
  package let grants: [Label]
}

extension State {
  /// The history of each label that was ever granted, by its key.
  package func cycleHistories() -> [String: CycleHistory] {
    var grants: [String: [Label]] = [:]
    for operation in history.operations {
      for case let event? in operation.events {
        guard let kind = event.declaration, let label = Label(grant: event, kind, at: operation.at)
        else { continue }
        grants[label.key, default: []].append(label)
      }
    }
    guard !grants.isEmpty else { return [:] }
    let spoken = operations(speakingOf: cycleTarget)
    var histories: [String: CycleHistory] = [:]
    for (key, labels) in grants {
      let places = spoken.filter { $0.key.speaks(of: key, labels[0].site) }
        .reduce(into: Set<Int>()) { $0.formUnion($1.value) }
      histories[key] = changes(at: places).map { CycleHistory(count: $0, grants: labels) }
    }
    return histories
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
