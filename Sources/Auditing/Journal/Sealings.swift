/// What some operations together have in their pasts, themselves included.
struct View {
  let operations: [Int]
  /// The seals for which something is seen so.
  var seals: [Int] = []

  /// Whether an operation is one of them or lies in the past of one.
  func sees(_ position: Int, in history: History) -> Bool {
    operations.contains { $0 == position || history.isInPast(position, of: $0) }
  }

  /// Whether an operation is not seen and was written by someone who did not know of one of the
  /// seals.
  func isMissedBy(_ position: Int, in history: History) -> Bool {
    !seals.isEmpty && !sees(position, in: history)
      && seals.contains { !history.isInPast($0, of: position) }
  }
}

/// Which audits are frozen, and by which seals.
///
/// A seal counts from its beginning until it is abandoned, which it is only while no signature was
/// made. It freezes until an amendment that has it in its past.
struct Sealings {
  /// One seal that was begun.
  struct Sealing {
    let key: String
    let audit: String
    let edition: Int
    let position: Int
  }

  /// The seals of each audit that count.
  private(set) var valid: [String: [Sealing]] = [:]
  /// The seals of each audit that keep its records from changing.
  private(set) var freezing: [String: [Sealing]] = [:]
  /// The operations that amended each audit.
  private(set) var amendments: [String: [Int]] = [:]
  private var views: [String: View] = [:]

  init() {}

  /// Reads the entries about seals that stand at some places of a history.
  init(_ places: [EventPlace], in history: History) {
    var begun: [Sealing] = []
    var (made, abandoned): (Set<String>, Set<String>) = ([], [])
    for place in places {
      guard let event = history.operations[place.operation].events[place.event] else { continue }
      let (key, audit) = (event["record"]?.text ?? "", event["audit"]?.text ?? "")
      switch event.kind {
      case "seal.begun":
        let edition = event["edition"]?.integer ?? 1
        guard Seal.editions.contains(edition) else { continue }
        begun.append(
          Sealing(key: key, audit: audit, edition: edition, position: place.operation))
      case "seal.made": made.insert(key)
      case "seal.abandoned": abandoned.insert(key)
      default: amendments[audit, default: []].append(place.operation)
      }
    }
    for seal in begun where made.contains(seal.key) || !abandoned.contains(seal.key) {
      valid[seal.audit, default: []].append(seal)
    }
    for (audit, seals) in valid {
      let standing = seals.filter { !isAmended($0, in: history) }
      guard !standing.isEmpty else { continue }
      freezing[audit] = standing
      // A later edition whose amendment did not know of a seal that stands lets nothing in.
      let oldest = standing.map(\.edition).min() ?? 0
      views[audit] = View(
        operations: seals.filter { $0.edition <= oldest }.map(\.position),
        seals: standing.map(\.position))
    }
  }

  /// Whether no audit is frozen.
  var isEmpty: Bool { freezing.isEmpty }

  /// What is sealed of a frozen audit: what any of its seals has in its past, up to the oldest
  /// edition that no amendment has opened anew.
  func view(ofAudit key: String) -> View? { views[key] }

  private func isAmended(_ seal: Sealing, in history: History) -> Bool {
    amendments[seal.audit]?.contains { history.isInPast(seal.position, of: $0) } ?? false
  }

  /// The seals of one edition that did not know of each other and that no amendment settled.
  func rivals(in history: History) -> [[Sealing]] {
    valid.keys.sorted().flatMap { audit in
      let seals = Dictionary(grouping: valid[audit] ?? [], by: \.edition)
      return seals.keys.sorted().compactMap { edition in
        let disputed = (seals[edition] ?? []).filter { seal in
          (seals[edition] ?? []).contains { other in
            history.areConcurrent(seal.position, other.position)
              && !isSettled(seal, other, in: history)
          }
        }
        return disputed.isEmpty ? nil : disputed
      }
    }
  }

  private func isSettled(_ one: Sealing, _ other: Sealing, in history: History) -> Bool {
    amendments[one.audit]?.contains {
      history.isInPast(one.position, of: $0) && history.isInPast(other.position, of: $0)
    } ?? false
  }
}
