package import Auditing

extension DossierFolder {
  /// The heads that entries let stand though something is wrong after them, by their writers.
  package static func accepted(in state: State) -> [String: Set<String>] {
    accepted(in: state.history.operations)
  }

  /// The heads that the entries of some operations let stand, by their writers.
  static func accepted(in operations: [Operation]) -> [String: Set<String>] {
    var accepted: [String: Set<String>] = [:]
    for operation in operations {
      for case let event? in operation.events where event.kind == "journal.accepted" {
        guard let writer = event["writer"]?.text else { continue }
        accepted[writer, default: []].formUnion(event["heads"]?.texts ?? [])
      }
    }
    return accepted
  }

  /// The event by which all that is wrong with a writer's journal as it now stands is let stand,
  /// or nothing when all of it holds, was accepted, or is of a later form than this program reads.
  ///
  /// It names the last operation before a damage, those of which a body was left out, what was
  /// acknowledged, signed for or shared and lost, what others have seen and is not here, and the
  /// branches of a fork; what goes wrong later it does not cover. A check of every byte may have
  /// found a damage that reading on did not meet.
  package func acceptance(
    of writer: String, reason: String, by person: String, found check: Verification? = nil
  ) throws(JournalError) -> Event? {
    if readers[writer]?.isNewer == true { return nil }
    var heads: Set<String> = []
    for damage in check?.damages ?? [] where damage.writer == writer {
      switch damage.kind {
      case .lostEntries, .lostShare, .leftOut: continue
      default: break
      }
      let journal = check?.journals.first { $0.writer == writer }
      heads.insert(journal?.last?.id ?? Line.zeros)
    }
    for damage in try leftOut() where damage.writer == writer {
      if case .leftOut(let operation) = damage.kind { heads.insert(operation) }
    }
    let history = state.history
    if let reader = readers[writer], reader.damage != nil || reader.torn > 0 {
      heads.insert(reader.last)
    }
    for entry in try registeredWriters() where entry.writer == writer && entry.n > 0 {
      if !history.contains(entry.id) { heads.insert(entry.id) }
    }
    for checkpoint in checkpointsHere() where checkpoint.head.writer == writer {
      if !history.contains(checkpoint.head.id) { heads.insert(checkpoint.head.id) }
    }
    for share in lostShares() where share.head.writer == writer { heads.insert(share.head.id) }
    for head in history.missing where head.writer == writer { heads.insert(head.id) }
    for head in history.contradicted where head.writer == writer { heads.insert(head.id) }
    heads.subtract(Self.accepted(in: state)[writer] ?? [])
    // One that has grown since it was let stand is named anew.
    for fork in openForks where fork.writer == writer {
      heads.formUnion(fork.branches.map(\.text))
    }
    guard !heads.isEmpty else { return nil }
    return Event(
      "journal.accepted", by: person,
      [
        "writer": .text(writer), "heads": .list(heads.sorted().map { .text($0) }),
        "reason": .text(reason),
      ])
  }
}
