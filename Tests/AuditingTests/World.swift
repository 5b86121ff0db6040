import Auditing
import Chance

/// Four copies of one dossier that do at random what they should and should not.
///
/// They lie about time, copy profiles, restore backups, record, undo, redo, decide, seal, amend,
/// conclude, close and pull. What a copy knows is a set of bits: at most 64 operations.
struct World {
  private(set) var operations: [Auditing.Operation] = []
  /// What each operation has in its past.
  private(set) var pasts: [UInt64] = []
  private(set) var copies: [Copy] = []
  /// What each seal fixed when it was begun.
  private(set) var editions: [Edition] = []
  /// The seals that were made.
  private(set) var signed: [String] = []
  /// What did not hold, in words.
  private(set) var faults: [String] = []
  var random: SplitMix
  private var minted = 0
  private var writers = 0

  static let audits = ["00000000000000a1", "00000000000000a2"]
  static let limit = 60

  /// One copy of the dossier, which writes as one writer.
  struct Copy {
    var known: UInt64 = 0
    var state = State()
    var writer: String
    /// Its own last operation.
    var last: Int?
    var backup: (known: UInt64, writer: String, last: Int?)?
    /// The seals that it has begun and not ended.
    var begun: [String] = []
  }

  /// What a seal fixed when it was begun.
  struct Edition {
    let key: String
    let audit: String
    let text: String
    let auditText: String
    let past: UInt64
  }

  init(seed: UInt64, steps: Int) {
    random = SplitMix(seed)
    for _ in 0..<4 { copies.append(Copy(writer: newWriter())) }
    write(0, [Event("dossier.created", ["purpose": "exercise", "title": "T", "tool": "t"])])
    write(
      0,
      Self.audits.map { key in
        Event(
          "audit.opened",
          ["record": .text(key), "audit": .text(key), "id": "1", "form": "internal"])
      } + [.site("s1", ["name": "one"])])
    for place in 1..<4 { pull(place, known: copies[0].known) }
    for _ in 0..<steps where operations.count < Self.limit { step() }
  }

  /// All that any copy still holds.
  var all: UInt64 { copies.reduce(0) { $0 | $1.known } }

  /// The operations of a set, in the order in which they were written.
  func list(_ set: UInt64) -> [Auditing.Operation] {
    operations.indices.filter { set.has($0) }.map { operations[$0] }
  }

  /// A part of a set in which everything has its past.
  mutating func closedPart(of set: UInt64) -> UInt64 {
    guard let last = random.pick(operations.indices.filter { set.has($0) }) else { return 0 }
    return (pasts[last] | 1 << UInt64(last)) & set
  }

  private mutating func newWriter() -> String {
    writers += 1
    return String(repeating: "0", count: 15) + "\(writers)".suffix(1)
      + (writers > 9 ? "\(writers)" : "")
  }

  mutating func mint() -> String {
    minted += 1
    return "00000000000" + String(0xf0000 + minted, radix: 16)
  }

  mutating func fault(_ text: String) { faults.append(text) }
}

extension UInt64 {
  func has(_ index: Int) -> Bool { self & (1 << UInt64(index)) != 0 }
}

// MARK: - Writing and pulling

extension World {
  /// Writes one operation of a copy, which has seen all that the copy holds.
  @discardableResult
  mutating func write(_ place: Int, _ events: [Event]) -> Int {
    leaveForkedWriter(place)
    let copy = copies[place]
    let index = operations.count
    let covered = operations.indices.filter { copy.known.has($0) }.reduce(0 as UInt64) {
      $0 | pasts[$1]
    }
    let seen = operations.indices.filter {
      copy.known.has($0) && !covered.has($0) && $0 != copy.last
    }
    let n = (copy.last.map { operations[$0].n } ?? 0) + 1
    let operation = Auditing.Operation(
      id: "\(copy.writer)-\(n)-\(index)", writer: copy.writer, n: n,
      at: Timestamp(milliseconds: random.once(in: 4) ? random.below(100) : index),
      previous: copy.last.map { operations[$0].id } ?? "", seen: seen.map { operations[$0].head },
      events: events)
    operations.append(operation)
    pasts.append(copy.known)
    copies[place].known |= 1 << UInt64(index)
    copies[place].last = index
    copies[place].state.unite([operation])
    return index
  }

  /// Nobody appends to a writer that two operations have forked, once that is seen.
  private mutating func leaveForkedWriter(_ place: Int) {
    let copy = copies[place]
    let own = operations.indices.filter {
      copy.known.has($0) && operations[$0].writer == copy.writer
    }
    guard Set(own.map { operations[$0].previous }).count < own.count else { return }
    copies[place].writer = newWriter()
    copies[place].last = nil
  }

  /// Takes over what another copy holds.
  mutating func pull(_ place: Int, known: UInt64) {
    let new = known & ~copies[place].known
    guard new != 0 else { return }
    copies[place].known |= new
    copies[place].state.unite(list(new))
  }

  private mutating func copyProfile(from place: Int, to other: Int) {
    let copy = copies[place]
    copies[other].known = copy.known
    copies[other].state = copy.state
    copies[other].writer = copy.writer
    copies[other].last = copy.last
  }

  private mutating func restoreBackup(_ place: Int) {
    guard let backup = copies[place].backup else { return }
    copies[place].known = backup.known
    copies[place].state = State(History(uniting: list(backup.known)))
    // A program that notices begins a new writer; one that was lied to goes on as before.
    let isFooled = random.once(in: 2)
    copies[place].writer = isFooled ? backup.writer : newWriter()
    copies[place].last = isFooled ? backup.last : nil
  }
}

// MARK: - What happens

extension World {
  private mutating func step() {
    let place = random.below(4)
    switch random.below(100) {
    case 0..<46: record(place)
    case 46..<54: undo(place)
    case 54..<58: redo(place)
    case 58..<66: decide(place)
    case 66..<71: seal(place)
    case 71..<76: endSeal(place)
    case 76..<80: amend(place)
    case 80..<93: pull(place, known: copies[random.below(4)].known)
    case 93..<96:
      let part = closedPart(of: copies[random.below(4)].known)
      pull(place, known: part)
    case 96: copyProfile(from: random.below(4), to: place)
    case 97: restoreBackup(place)
    default: copies[place].backup = (copies[place].known, copies[place].writer, copies[place].last)
    }
  }

  private mutating func record(_ place: Int) {
    var events: [Event] = []
    for _ in 0..<(1 + random.below(3)) { events += self.events(copies[place].state) }
    let state = copies[place].state
    if !random.once(in: 15) { events.removeAll { state.obstacle(to: $0) != nil } }
    if !events.isEmpty { write(place, events) }
  }

  private mutating func undo(_ place: Int) {
    let before = copies[place].state
    guard let position = try? Undoing(before, writer: copies[place].writer).last() else { return }
    let taken = before.history.operations[position]
    write(place, [.undo(taken)])
    let text = copies[place].state.canonicalText
    var without = list(copies[place].known)
    for index in without.indices where without[index].id == taken.id { without[index].events = [] }
    let isKnown = taken.events.allSatisfy { $0.map { EventKind.named($0.kind) != nil } ?? false }
    // A decision that names it would name nothing without it; undone, it stays decided.
    let isDecided = before.history.operations.flatMap(\.events).contains {
      $0?["over"]?.texts?.contains(taken.id) == true
    }
    if isKnown, !isDecided, State(History(uniting: without)).canonicalText != text {
      fault("undo of \(taken.id) is not the state without it")
    }
    var again = copies[place].state
    guard let last = operations.last,
      (try? Undoing(again, writer: copies[place].writer).undone()) == [position]
    else { return fault("undo of \(taken.id) cannot be redone") }
    again.unite([
      Auditing.Operation(
        id: "redo", writer: last.writer, n: last.n + 1, at: last.at, previous: last.id, seen: [],
        events: [.redo(taken)])
    ])
    if again.canonicalText != before.canonicalText {
      fault("redo of \(taken.id) is not the state before")
    }
  }

  private mutating func redo(_ place: Int) {
    let state = copies[place].state
    if random.once(in: 5), let any = random.pick(state.history.operations) {
      write(place, [random.once(in: 2) ? .redo(any) : .undo(any)])
    } else if let positions = try? Undoing(state, writer: copies[place].writer).undone() {
      write(place, positions.map { .redo(state.history.operations[$0]) })
    }
  }

  private mutating func decide(_ place: Int) {
    guard let conflict = random.pick(copies[place].state.conflicts) else { return record(place) }
    settle(conflict, place)
  }

  /// Decides a conflict, after an amendment where a seal has frozen it.
  mutating func settle(_ conflict: Conflict, _ place: Int) {
    guard let event = decision(conflict) else {
      if let audit = conflict.audit { amend(place, audit) }
      if copies[place].state.conflicts.contains(where: { $0.subject == conflict.subject }) {
        fault("conflict \(conflict.id) is not settled by an amendment")
      }
      return
    }
    let isFree = copies[place].state.obstacle(to: event) == nil
    write(place, [event])
    if isFree, copies[place].state.conflicts.contains(where: { $0.subject == conflict.subject }) {
      fault("conflict \(conflict.id) over \(conflict.subject) is not settled")
    }
  }

  /// A decision of a conflict, or nothing where it takes an amendment.
  mutating func decision(_ conflict: Conflict) -> Event? {
    let choice: Conflict.Choice
    switch conflict.subject {
    case .edition: return nil
    case .activity: choice = random.once(in: 2) ? .keep : .drop
    case .unit(_, _, "presence"): choice = random.once(in: 2) ? .keep : .drop
    case .unit: choice = .value(random.pick(conflict.alternatives)?.value ?? [:])
    }
    return conflict.decision(choice, reason: "because").map {
      Event("conflict.resolved", by: "ana", $0)
    }
  }
}

// MARK: - Seals

extension World {
  private mutating func seal(_ place: Int) {
    guard let audit = random.pick(Self.audits) else { return }
    if random.once(in: 2) {
      write(place, [Event("audit.concluded", ["audit": .text(audit), "text": "c"])])
    }
    let obstacles = copies[place].state.canSeal(audit).filter { obstacle in
      switch obstacle {
      case .notConcluded, .conclusionStale, .notClosed, .numberingStale, .fork: false
      default: true
      }
    }
    guard obstacles.isEmpty else { return }
    let key = mint()
    let edition = copies[place].state.edition(of: audit)
    let index = write(
      place,
      [
        Event(
          "seal.begun",
          ["record": .text(key), "audit": .text(audit), "edition": .integer(edition)])
      ])
    copies[place].begun.append(key)
    let state = copies[place].state
    guard let seal = state.seals(of: audit).first(where: { $0.key == key }) else {
      return fault("seal \(key) is not there")
    }
    let fixed = state.state(ofEdition: seal)
    if fixed.canonicalText(ofAudit: audit) != state.canonicalText(ofAudit: audit) {
      fault("seal \(key) fixes something else than what was there")
    }
    editions.append(
      Edition(
        key: key, audit: audit, text: fixed.canonicalText,
        auditText: fixed.canonicalText(ofAudit: audit), past: pasts[index] | 1 << UInt64(index)))
  }

  private mutating func endSeal(_ place: Int) {
    guard let key = random.pick(copies[place].begun) else { return }
    if !random.once(in: 20) { copies[place].begun.removeAll { $0 == key } }
    guard copies[place].state.record(.seal, key) != nil else { return }
    if random.once(in: 4) {
      let seal = World.audits.flatMap(copies[place].state.seals).first { $0.key == key }
      if seal?.isMade == true { return }
      write(place, [Event("seal.abandoned", ["record": .text(key), "reason": "x"])])
    } else {
      write(
        place, [Event("seal.made", ["record": .text(key), "manifest": "m", "signature": "s"])])
      signed.append(key)
    }
  }

  private mutating func amend(_ place: Int) {
    if let audit = random.pick(Self.audits), copies[place].state.seal(freezing: audit) != nil {
      amend(place, audit)
    }
  }

  mutating func amend(_ place: Int, _ audit: String) {
    write(
      place,
      [
        Event(
          "audit.amended",
          [
            "audit": .text(audit), "reason": "x",
            "seals": .texts(copies[place].state.seals(of: audit).map(\.key)),
          ])
      ])
    if copies[place].state.seal(freezing: audit) != nil {
      fault("an amendment that has seen all leaves \(audit) frozen")
    }
    if !copies[place].state.held(ofAudit: audit).isEmpty {
      fault("an amendment leaves entries about \(audit) held")
    }
  }
}
