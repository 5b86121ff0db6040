/// What decides whether an event counts: which operations are undone, which audits are frozen,
/// and to which audit each record belongs.
struct Grounds {
  private(set) var activity = Activity()
  private(set) var sealings = Sealings()
  /// The audits of the records with minted keys, found only where a seal freezes one.
  private var owners: [String: String] = [:]

  init() {}

  /// Searches a history once for all that must be known before it is added up.
  init(_ history: History) {
    var (marks, seals): ([EventPlace], [EventPlace]) = ([], [])
    for position in history.operations.indices {
      for (index, event) in history.operations[position].events.enumerated() {
        guard let kind = event?.kindPlace else { continue }
        switch EventKind.all[kind].role {
        case .ordinary: break
        case .activity, .decision: marks.append(EventPlace(operation: position, event: index))
        case .sealing: seals.append(EventPlace(operation: position, event: index))
        }
      }
    }
    if !marks.isEmpty { activity = Activity(marks, in: history) }
    if !seals.isEmpty { sealings = Sealings(seals, in: history) }
    guard !sealings.isEmpty else { return }
    for operation in history.operations {
      for case let event? in operation.events { noteOwner(of: event) }
    }
  }

  /// Takes note of the audit of a record that is made.
  mutating func noteOwner(of event: Event) {
    guard !sealings.isEmpty, let kind = event.declaration, kind.key == .random,
      kind.noun.belongsToAudit, let key = event["record"]?.text,
      let audit = kind.noun == .audit ? key : event["audit"]?.text, owners[key] == nil
    else { return }
    owners[key] = audit
  }

  /// The frozen audit that a record belongs to, if there is one.
  func frozenAudit(of target: Target, _ event: Event) -> String? {
    guard !sealings.isEmpty, target.noun.belongsToAudit else { return nil }
    let audit: String? =
      switch target.noun {
      case .audit: target.key
      case .assessment, .followup: EventKind.firstPart(of: target.key)
      default: owners[target.key] ?? event["audit"]?.text
      }
    return audit.flatMap { sealings.freezing[$0] == nil ? nil : $0 }
  }

  /// What is seen of a frozen audit; nothing for the dossier and for what is free.
  func view(ofFrozen audit: String?) -> View? { audit.flatMap(sealings.view) }

  /// How far an event about a record is let in.
  func admit(
    _ kind: EventKind, _ event: Event, about target: Target, at position: Int,
    in history: History
  ) -> Admission {
    guard !kind.permanent else { return .counts }
    let audit = frozenAudit(of: target, event)
    if let audit, let view = view(ofFrozen: audit), !view.sees(position, in: history) {
      return activity.undone.contains(position) ? .undone : .held(audit: audit)
    }
    guard activity.isMarked(position) else { return .counts }
    let isActive =
      audit == nil
      ? !activity.undone.contains(position)
      : activity.isActive(position, seenBy: view(ofFrozen: audit), in: history)
    return isActive ? .counts : .undone
  }

  /// Whether an event about a record counts.
  enum Admission: Equatable {
    case counts
    /// Its operation was taken back.
    case undone
    /// It came, or its operation was put back, after a seal had frozen the record.
    case held(audit: String)
  }
}
