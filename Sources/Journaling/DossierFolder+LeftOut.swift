import Auditing

extension DossierFolder {
  /// The operations of which a body was left out though nothing should have left it out: those of
  /// this place's own writers, and those that an audit may rest on which no seal has fixed.
  ///
  /// An edition leaves bodies out, and who took a copy of it in has no more. Nobody's hashes and
  /// checkpoints show that it was done in place, since a header names only the digest of a body.
  func leftOut() throws(JournalError) -> [Damage] {
    let own = Set(try registeredWriters().map(\.writer))
    let wanted = Set(state.operationsWantingBodies)
    return state.history.operations.enumerated().compactMap { position, operation in
      guard operation.events.contains(where: { $0 == nil }),
        own.contains(operation.writer) || wanted.contains(position)
      else { return nil }
      return Damage(
        file: "journal/\(operation.writer).journal", line: operation.n,
        kind: .leftOut(operation: operation.id))
    }
  }

  /// Those of them that no entry lets stand.
  package var openLeftOut: [Damage] {
    guard let damages = try? leftOut(), !damages.isEmpty else { return [] }
    let accepted = Self.accepted(in: state)
    return damages.filter { !$0.isAccepted(by: accepted) }
  }
}

extension Damage {
  /// Whether it is an operation without a body, or one that was shared and is lost, that an entry
  /// lets stand so.
  func isAccepted(by accepted: [String: Set<String>]) -> Bool {
    switch kind {
    case .leftOut(let operation), .lostShare(let operation, _, _):
      writer.map { accepted[$0]?.contains(operation) == true } ?? false
    default: false
    }
  }
}
