/// What keeps an audit from being sealed, as far as its entries say.
///
/// That the journals verify and that each cited content is here is for the caller to see to.
package enum SealObstacle: Hashable, Sendable {
  /// A seal freezes it already.
  case sealed(edition: Int)
  /// Heads are named that are not here.
  case missing([Head])
  /// Two operations of one writer follow the same one.
  case fork(writer: String)
  /// A conflict touches it, by its id.
  case conflict(String)
  /// Entries of a kind that this version does not know.
  case unknownKind(String)
  case notConcluded
  case conclusionStale
  case notClosed
  /// Findings that were made since the numbering, by their keys.
  case numberingStale([String])
}

extension State {
  /// The seals of an audit, in the order in which they were begun.
  package func seals(of audit: String) -> [Seal] {
    everything(.seal).compactMap { record in
      guard var seal = Seal(record), seal.audit == audit else { return nil }
      seal.freezes = grounds.sealings.freezing[audit]?.contains { $0.key == seal.key } ?? false
      return seal
    }
  }

  /// The seal that keeps an audit from changing; of several, the last in display order.
  package func seal(freezing audit: String) -> Seal? {
    grounds.sealings.freezing[audit] == nil ? nil : seals(of: audit).last(where: \.freezes)
  }

  /// The edition of an audit that is sealed, or else the one that is being worked on.
  package func edition(of audit: String) -> Int {
    if let sealed = grounds.sealings.freezing[audit]?.last { return sealed.edition }
    return 1 + (seals(of: audit).map(\.edition).max() ?? 0)
  }

  /// The state that a seal fixes: what its past adds up to, itself included.
  package func state(ofEdition seal: Seal) -> State {
    guard let position = record(.seal, seal.key)?.origin else { return State() }
    let view = View(operations: [position])
    let past = history.operations.indices.filter { view.sees($0, in: history) }
    return State(History(uniting: past.map { history.operations[$0] }))
  }

  /// What came about an audit after a seal had frozen it.
  package func held(ofAudit audit: String) -> [Held] { held.filter { $0.audit == audit } }

  /// The operations, by their places in the history, of which a body was left out and that an audit
  /// which no seal has fixed may rest on: what they said may have been about it.
  ///
  /// What was there before an audit was opened is not about it.
  package var operationsWantingBodies: [Int] {
    let openings = all(.audit).filter { grounds.sealings.freezing[$0.key] == nil }.map(\.origin)
    return history.operations.indices.filter { position in
      history.operations[position].events.contains { $0 == nil }
        && openings.contains { !history.isInPast(position, of: $0) }
    }
  }

  /// What keeps an audit from being sealed; nothing when it can be.
  package func canSeal(_ audit: String) -> [SealObstacle] {
    var obstacles: [SealObstacle] = []
    if let seal = seal(freezing: audit) { obstacles.append(.sealed(edition: seal.edition)) }
    if !history.missing.isEmpty {
      obstacles.append(
        .missing(history.missing.sorted { ($0.writer, $0.n, $0.id) < ($1.writer, $1.n, $1.id) }))
    }
    obstacles += history.forks.filter { !isAccepted($0) }.map { .fork(writer: $0.writer) }
    obstacles += conflicts(touching: audit).map { .conflict($0.id) }
    obstacles += unknownKinds(touching: audit).map { .unknownKind($0) }
    return obstacles + obstaclesOfClosing(audit)
  }

  /// Whether an entry that has all branches of a fork in its past accepts that it stands.
  private func isAccepted(_ fork: Fork) -> Bool {
    let branches = fork.branches.compactMap { history.position(of: $0) }
    return history.operations.enumerated().contains { position, operation in
      branches.allSatisfy { history.isInPast($0, of: position) }
        && operation.events.contains {
          $0?.kind == "journal.accepted" && $0?["writer"]?.text == fork.writer
        }
    }
  }

  /// Whether an audit has changed beside what was known when it was concluded; of several who
  /// concluded alike, one who had seen all is enough, whichever clock ran ahead.
  func isConclusionStale(_ audit: Record) -> Bool {
    (audit.units["conclusion"] ?? []).allSatisfy {
      hasChanges(ofAudit: audit.key, outsidePastOf: $0.operation)
    }
  }

  private func obstaclesOfClosing(_ key: String) -> [SealObstacle] {
    guard let record = record(.audit, key), record.write("conclusion") != nil else {
      return [.notConcluded]
    }
    var obstacles: [SealObstacle] = []
    if isConclusionStale(record) { obstacles.append(.conclusionStale) }
    guard let numbers = record.field("numbers", of: "numbering")?.object else {
      return obstacles + [.notClosed]
    }
    let bare = all(.finding).filter { $0.audit == key && numbers[$0.key] == nil }.map(\.key)
    if !bare.isEmpty { obstacles.append(.numberingStale(bare)) }
    return obstacles
  }

  /// The kinds not known of the entries that do not speak of another audit.
  private func unknownKinds(touching audit: String) -> [String] {
    let events = unknown.compactMap(event).filter { event in
      let other = event["audit"]?.text
      return other == nil || other == audit || record(.audit, other ?? "") == nil
    }
    return Set(events.map(\.kind)).sorted()
  }
}
