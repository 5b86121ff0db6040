package import Auditing

/// What a check has found that nobody has let stand by an entry.
package struct Outstanding: Sendable {
  package let damages: [Damage]
  package let forks: [Fork]
  package let missing: [Head]
  /// The writers of whose journal something was let stand.
  package let accepted: [String]

  /// Whether nothing is left to repair or to accept.
  package var isEmpty: Bool { damages.isEmpty && forks.isEmpty && missing.isEmpty }

  /// The writers whose journals are at fault.
  package var writers: [String] {
    Set(damages.compactMap(\.writer) + forks.map(\.writer) + missing.map(\.writer)).sorted()
  }
}

extension DossierFolder {
  /// The forks that no entry lets stand.
  package var openForks: [Fork] {
    Self.openForks(in: state)
  }

  /// The forks that no entry lets stand, or that have grown since one did.
  static func openForks(in state: State) -> [Fork] {
    let (history, accepted) = (state.history, accepted(in: state))
    return history.forks.filter { fork in
      guard fork.branches.allSatisfy({ accepted[fork.writer]?.contains($0.text) == true })
      else { return true }
      let decisions = acceptances(of: fork.writer, in: state)
      return history.allHeads.contains { head in
        guard head.writer == fork.writer, let tip = history.position(of: head.identity)
        else { return false }
        return !decisions.contains { history.isInPast(tip, of: $0) }
      }
    }
  }

  /// The operations that let something of a writer's journal stand.
  private static func acceptances(of writer: String, in state: State) -> [Int] {
    state.history.operations.indices.filter { position in
      state.history.operations[position].events.contains {
        $0?.kind == "journal.accepted" && $0?["writer"]?.text == writer
      }
    }
  }

  /// The files that hold as far as they go and lack what was acknowledged at this place or shared
  /// with another, and that no entry lets stand so.
  package var openLosses: [Damage] {
    guard let lost = try? lostEntries(), !lost.isEmpty, let last = try? acknowledgedIDs()
    else { return [] }
    let accepted = Self.accepted(in: state)
    return lost.filter { damage in
      guard let writer = damage.writer, readers[writer]?.damage == nil else { return false }
      if case .lostShare = damage.kind { return !damage.isAccepted(by: accepted) }
      return last[writer].map { accepted[writer]?.contains($0) == true } != true
    }
  }

  /// The last operation that each writer of this place acknowledged, by the writer.
  private func acknowledgedIDs() throws(JournalError) -> [String: String] {
    Dictionary(
      try registeredWriters().map { ($0.writer, $0.id) }, uniquingKeysWith: { _, last in last })
  }

  /// What of a check's findings stands open: all that no entry accepted as it is now.
  package func outstanding(_ check: Verification) throws(JournalError) -> Outstanding {
    let accepted = Self.accepted(in: state)
    let lost = try acknowledgedIDs()
    let lasts = Dictionary(
      check.journals.map { ($0.writer, $0.last?.id ?? Line.zeros) },
      uniquingKeysWith: { first, _ in first })
    func isAccepted(_ damage: Damage) -> Bool {
      guard let writer = damage.writer, let heads = accepted[writer] else { return false }
      let id =
        switch damage.kind {
        case .leftOut(let operation), .lostShare(let operation, _, _): operation
        case .lostEntries: lost[writer]
        case .newerVersion: nil as String?
        default: lasts[writer]
        }
      return id.map(heads.contains) ?? false
    }
    return Outstanding(
      damages: check.damages.filter { !isAccepted($0) },
      forks: check.forks.isEmpty ? [] : openForks,
      missing: check.missing.filter { accepted[$0.writer]?.contains($0.id) != true },
      accepted: accepted.keys.sorted())
  }
}

extension Damage {
  /// The writer whose journal it is in, if it is in one.
  package var writer: String? {
    guard file.hasPrefix("journal/"), file.hasSuffix(".journal") else { return nil }
    return String(file.dropFirst(8).dropLast(8))
  }

  /// Whether nothing is wrong but that this program is too old to read it: no entry lets it stand.
  package var isNewer: Bool {
    if case .newerVersion = kind { true } else { false }
  }

  /// Whether the next operation mends it by itself.
  package var isSetAsideNext: Bool {
    if case .unacknowledged = kind { true } else { false }
  }
}
