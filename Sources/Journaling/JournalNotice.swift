package import Auditing

/// What a person is told of a journal besides what they entered.
package enum JournalNotice: Hashable, Sendable {
  /// This place goes on under another writer than before.
  case newWriter(Reason)
  /// The bytes after the last whole line were set aside: they had never been acknowledged.
  case setAside(bytes: Int)
  /// The damaged bytes of a journal that was repaired are kept beside it.
  case keptDamage(bytes: Int)
  /// The bytes were set aside whose synchronisation had failed.
  case setAsideUnsure(bytes: Int)
  /// Other accounts can read the dossier, as after `git clone`; said once, when a writer begins.
  case openToOthers
  /// The clock shows an earlier time than the last entry that was seen.
  case clockWentBack(from: Timestamp, to: Timestamp)

  /// Why a writer began (the `why` of `writer.opened`).
  package enum Reason: String, Hashable, Sendable {
    case copied, damaged, busy
    case wentBack = "went-back"
    /// The file holds, and may not be written to; its entry says *damaged*.
    case unwritable
  }
}

extension DossierFolder {
  /// What is to be said of an operation that was just written, besides its events.
  package func notices(of operation: Operation) -> [JournalNotice] {
    var notices: [JournalNotice] = []
    for case let event? in operation.events {
      switch event.kind {
      case "writer.opened":
        guard let reason = event["why"]?.text.flatMap(JournalNotice.Reason.init) else { continue }
        let before = event["after"]?.text.map { String($0.prefix(16)) }
        let holds = before.flatMap { readers[$0] }.map { $0.damage == nil } ?? false
        notices.append(.newWriter(reason == .damaged && holds ? .unwritable : reason))
      case "journal.recovered":
        let bytes = event["bytes"]?.integer ?? 0
        switch event["why"]?.text {
        case "suspect": notices.append(.setAsideUnsure(bytes: bytes))
        case "repaired": notices.append(.keptDamage(bytes: bytes))
        default: notices.append(.setAside(bytes: bytes))
        }
      default: continue
      }
    }
    let kinds = operation.events.compactMap { $0?.kind }
    if kinds.contains("writer.opened"), !kinds.contains("dossier.created"), !keepsModes {
      notices.append(.openToOthers)
    }
    if let latest = latestTime(before: operation), operation.at < latest {
      notices.append(.clockWentBack(from: latest, to: operation.at))
    }
    return notices
  }

  /// The latest time among the operations that one directly follows.
  private func latestTime(before operation: Operation) -> Timestamp? {
    let history = state.history
    return ([operation.predecessor] + operation.seen.map(\.identity))
      .compactMap { history.position(of: $0) }.map { history.operations[$0].at }.max()
  }
}
