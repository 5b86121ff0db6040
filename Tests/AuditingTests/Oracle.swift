import Auditing

/// The rules read as definitions over sets of operations, with no order and no running state.
///
/// It shares with the code under test only the table of kinds, which says what an event writes.
struct Oracle {
  let operations: [Auditing.Operation]
  /// The operations that are here, and what each has in its past.
  let here: UInt64
  let pasts: [UInt64]
  private let indexes: [String: Int]
  private var owners: [String: String] = [:]
  private let events: [(EventPlace, Event)]
  /// The undos, redos and decisions about operations, by the ids of these.
  private var marks: [String: [(place: EventPlace, isUndo: Bool, over: [Int]?)]] = [:]
  private var seals: [String: [(key: String, position: Int, edition: Int)]] = [:]
  private var amendments: [String: [Int]] = [:]
  private(set) var writes: [Thing: [Write]] = [:]

  /// A record by its noun and key.
  struct Thing: Hashable {
    let noun: Noun
    let key: String
  }

  /// What one event says of a record.
  struct Write {
    let place: EventPlace
    let event: Event
    let kind: EventKind
    /// The units it gives values, with these.
    var units: [String: [String: Content]] = [:]
    var over: [Int]?
    let view: UInt64
    let isActive: Bool
    let isHeld: Bool
    var isMaker: Bool { kind.isMaker }
    var counts: Bool { isActive && !isHeld }
  }

  init(_ world: World, _ here: UInt64) {
    operations = world.operations
    pasts = world.pasts
    self.here = here
    indexes = Dictionary(
      operations.indices.filter { here.has($0) }.map { (world.operations[$0].id, $0) }
    ) { $1 }
    events = Self.events(operations, here)
    readMarks()
    readSeals()
    for (place, event) in events { read(event, at: place) }
  }

  private static func events(_ operations: [Auditing.Operation], _ here: UInt64)
    -> [(EventPlace, Event)]
  {
    operations.indices.filter { here.has($0) }.flatMap { position in
      operations[position].events.enumerated().compactMap { index, event in
        event.map { (EventPlace(operation: position, event: index), $0) }
      }
    }
  }

  private mutating func readSeals() {
    var begun: [(audit: String, key: String, position: Int, edition: Int)] = []
    var (made, abandoned): (Set<String>, Set<String>) = ([], [])
    for (place, event) in events {
      let (record, audit) = (event["record"]?.text ?? "", event["audit"]?.text ?? "")
      switch event.kind {
      case "seal.begun":
        begun.append((audit, record, place.operation, event["edition"]?.integer ?? 1))
      case "seal.made": made.insert(record)
      case "seal.abandoned": abandoned.insert(record)
      case "audit.amended": amendments[audit, default: []].append(place.operation)
      default: break
      }
      guard let kind = EventKind.named(event.kind), kind.key == .random, kind.isMaker else {
        continue
      }
      owners[record] = kind.noun == .audit ? record : event["audit"]?.text
    }
    for seal in begun where made.contains(seal.key) || !abandoned.contains(seal.key) {
      seals[seal.audit, default: []].append((seal.key, seal.position, seal.edition))
    }
  }

  /// What is seen of an audit: all, or while a seal freezes it what its seals have in their pasts,
  /// up to the oldest edition that still freezes it.
  func view(of audit: String?) -> UInt64 {
    guard let audit, let oldest = standingSeals(of: audit).map(\.edition).min() else {
      return here
    }
    return (seals[audit] ?? []).filter { $0.edition <= oldest }
      .reduce(0) { $0 | pasts[$1.position] | 1 << UInt64($1.position) }
  }

  func isFrozen(_ audit: String) -> Bool { !standingSeals(of: audit).isEmpty }

  private func standingSeals(
    of audit: String
  ) -> [(key: String, position: Int, edition: Int)] {
    (seals[audit] ?? []).filter { seal in
      !(amendments[audit] ?? []).contains { isBefore(seal.position, $0) }
    }
  }

  func isBefore(_ one: Int, _ other: Int) -> Bool { pasts[other].has(one) }

  func areConcurrent(_ one: Int, _ other: Int) -> Bool {
    one != other && !isBefore(one, other) && !isBefore(other, one)
  }
}

// MARK: - Activity

extension Oracle {
  private mutating func readMarks() {
    for (place, event) in events {
      for id in event["of"]?.texts ?? [] {
        marks[id, default: []].append((place, event.kind == "undo", nil))
      }
      if let id = event["conflict"]?.object?["operation"]?.text {
        let over = (event["over"]?.texts ?? []).compactMap { indexes[$0] }
        guard over.count == event["over"]?.texts?.count else { continue }
        marks[id, default: []].append((place, event["drop"] == true, over))
      }
    }
  }

  /// What stands of an operation's activity, within a view.
  func marks(of position: Int, in view: UInt64) -> [(place: EventPlace, isUndo: Bool)] {
    guard let marks = marks[operations[position].id] else { return [] }
    let all = marks.filter { mark in
      view.has(mark.place.operation)
        && (mark.over == nil || isActive(mark.place.operation, in: view))
    }
    return all.filter { mark in
      !all.contains { $0.place != mark.place && replaces(($0.place, $0.over), mark.place) }
    }.map { ($0.place, $0.isUndo) }
  }

  /// Whether a write stands in the place of another: it knew of it, or it names it.
  func replaces(_ one: (place: EventPlace, over: [Int]?), _ other: EventPlace) -> Bool {
    if let over = one.over {
      return over.contains { $0 == other.operation || isBefore(other.operation, $0) }
    }
    return one.place.operation == other.operation
      ? other < one.place : isBefore(other.operation, one.place.operation)
  }

  func isActive(_ position: Int, in view: UInt64) -> Bool {
    let marks = marks(of: position, in: view)
    return marks.isEmpty || marks.contains { !$0.isUndo }
  }
}

// MARK: - Writes

extension EventKind {
  fileprivate var isMaker: Bool {
    switch (key, effect) {
    case (.random, .creates), (.random, .writes), (.natural, .creates), (.natural, .writes): true
    default: false
    }
  }
}

extension Oracle {
  private mutating func read(_ event: Event, at place: EventPlace) {
    guard let kind = EventKind.named(event.kind) else { return }
    var thing: Thing?
    var units: [String: [String: Content]] = [:]
    var over: [Int]?
    if event.kind == "conflict.resolved" {
      guard let conflict = event["conflict"]?.object, let unit = conflict["unit"]?.text,
        let noun = conflict["noun"]?.text.flatMap(Noun.init)
      else { return }
      thing = Thing(noun: noun, key: conflict["record"]?.text ?? "")
      let word: Content = event["keep"] == true ? "present" : "withdrawn"
      units[unit] = event["value"]?.object ?? ["presence": word]
      over = (event["over"]?.texts ?? []).compactMap { indexes[$0] }
    } else {
      thing = self.thing(event, kind)
      units = self.units(event, kind)
    }
    guard let thing else { return }
    let audit = owner(of: thing)
    let view = view(of: audit)
    let isHeld = !kind.permanent && audit.map(isFrozen) == true && !view.has(place.operation)
    let isActive = kind.permanent || isActive(place.operation, in: isHeld ? here : view)
    writes[thing, default: []].append(
      Write(
        place: place, event: event, kind: kind, units: units, over: over, view: view,
        isActive: isActive, isHeld: isHeld))
  }

  private func owner(of thing: Thing) -> String? {
    switch thing.noun {
    case .audit: thing.key
    case .assessment: thing.key.split(separator: "/").first.map(String.init)
    case let noun where noun.belongsToAudit: owners[thing.key]
    default: nil
    }
  }

  private func thing(_ event: Event, _ kind: EventKind) -> Thing? {
    switch kind.key {
    case _ where kind.effect == .structural: nil
    case .random: Thing(noun: kind.noun, key: event["record"]?.text ?? "")
    case .natural(let fields):
      Thing(
        noun: kind.noun, key: EventKind.naturalKey(fields.map { event[$0]?.text ?? "" }))
    case .of(let field):
      (kind.noun == .dossier ? event["noun"]?.text.flatMap(Noun.init) : kind.noun).map {
        Thing(noun: $0, key: event[field]?.text ?? "")
      }
    }
  }

  private func units(_ event: Event, _ kind: EventKind) -> [String: [String: Content]] {
    var units: [String: [String: Content]] = [:]
    for unit in kind.units {
      var value: [String: Content] = [:]
      for field in unit.fields { value[field] = event[field] }
      guard !value.isEmpty else { continue }
      let item = event["item"]?.text.map { " \($0)" } ?? ""
      units[unit.name + (kind.name == "sample.recorded" ? item : "")] = value
    }
    if event.kind == "record.withdrawn" { units["presence"] = ["presence": "withdrawn"] }
    if event.kind == "record.restored" { units["presence"] = ["presence": "present"] }
    return units
  }
}

// MARK: - Standing

extension Oracle {
  /// The writes of a record that count; its makers too where it is kept though they were undone.
  func counting(_ thing: Thing) -> [Write] {
    let writes = writes[thing] ?? []
    switch making(of: thing) {
    case .made: return writes.filter(\.counts)
    case .kept(let undos):
      return writes.filter { write in
        write.counts
          || write.isMaker && !write.isHeld
            && marks(of: write.place.operation, in: write.view).contains { mark in
              undos.contains(mark.place)
            }
      }
    case .gone: return isMinted(thing) ? [] : writes.filter(\.counts)
    }
  }

  enum Making {
    case made, gone
    /// By the undos that would have it gone.
    case kept(Set<EventPlace>)
  }

  /// Rule 10: whether a record is made, or only by what was undone, and then whether someone who
  /// did not know of the undo used it.
  func making(of thing: Thing) -> Making {
    let makers = (writes[thing] ?? []).filter { $0.isMaker && !$0.isHeld }
    if makers.contains(where: \.isActive) { return .made }
    guard !makers.isEmpty else { return .made }
    let undos = makers.flatMap { marks(of: $0.place.operation, in: $0.view).map(\.place) }
    let uses = uses(of: thing)
    let keeping = (writes[thing] ?? []).filter { write in
      write.counts && write.units["presence"]?["presence"] == "present"
        && write.over?.count == write.event["over"]?.texts?.count
    }.compactMap(\.over)
    let disputed = undos.filter { undo in
      uses.contains { isUnaware($0, of: undo, thing) }
        || keeping.joined().contains(undo.operation)
    }
    return disputed.isEmpty ? .gone : .kept(Set(disputed))
  }

  func isMinted(_ thing: Thing) -> Bool { thing.key.utf8.count == 16 }

  /// Whether a use did not know of a removal, or the removal not of a seal that fixes the use of a
  /// record of the dossier.
  private func isUnaware(_ use: Use, of removal: EventPlace, _ thing: Thing) -> Bool {
    if areConcurrent(use.position, removal.operation) { return true }
    guard !thing.noun.belongsToAudit, !use.view.has(removal.operation) else { return false }
    return use.seals.contains { !isBefore($0, removal.operation) }
  }

  /// An operation that uses a record, what is seen of the audit that it is about, and the seals
  /// that freeze that.
  typealias Use = (position: Int, view: UInt64, seals: [Int])

  private func use(_ write: Write, of thing: Thing) -> Use {
    let seals = owner(of: thing).map(standingSeals) ?? []
    return (write.place.operation, write.view, seals.map(\.position))
  }

  /// The operations that write to or cite a record, and count.
  func uses(of thing: Thing) -> [Use] {
    let view = view(of: owner(of: thing))
    return writes.flatMap { other, writes in
      writes.filter { write in
        guard write.counts, view.has(write.place.operation) else { return false }
        if write.event.kind == "conflict.resolved" {
          return other == thing && write.units["presence"] == nil
        }
        if write.kind.effect == .presence { return false }
        return other == thing || cites(write.event.fields, thing)
      }.map { use($0, of: other) }
    }
  }

  /// The writes by which other records come to cite one, not knowing of a standing destruction.
  func citations(of thing: Thing) -> [Write] {
    let destructions = standing(thing, "destroyed").filter {
      $0.units["destroyed"]?["sha256"] != nil
    }
    return writes.flatMap { other, writes in
      writes.filter { write in
        other != thing && write.counts && write.event.kind != "conflict.resolved"
          && write.kind.effect != .presence && write.event["change"]?.text != "remove"
          && destructions.contains { isUnaware(use(write, of: other), of: $0.place, thing) }
          && cites(write.event.fields, thing)
      }
    }
  }

  /// Rule 5: the writes of a unit that no other replaces.
  func standing(_ thing: Thing, _ unit: String) -> [Write] {
    let all = counting(thing).filter { $0.units[unit] != nil && isSound($0, thing, unit) }
    return all.filter { write in
      !all.contains {
        $0.place != write.place && replaces(($0.place, $0.over), write.place)
      }
    }
  }

  /// A decision counts only over operations that are here and wrote to the unit.
  private func isSound(_ write: Write, _ thing: Thing, _ unit: String) -> Bool {
    guard let over = write.over else { return true }
    guard write.event["over"]?.texts?.count == over.count else { return false }
    return unit == "presence" || unit == "destroyed"
      || over.allSatisfy { position in
        (writes[thing] ?? []).contains {
          $0.place.operation == position && $0.units[unit] != nil
        }
      }
  }

  /// What is said of whether a record stands.
  enum Presence { case present, withdrawn, disputed }

  func presence(_ thing: Thing) -> Presence {
    let counting = counting(thing)
    var all: [(place: EventPlace, over: [Int]?, isRemoval: Bool)] = counting.compactMap { write in
      guard let word = write.units["presence"]?["presence"], isSound(write, thing, "presence")
      else {
        // Who gives a natural record its identity says that it is there.
        if write.isMaker, !isMinted(thing) { return (write.place, nil, false) }
        return nil
      }
      return (write.place, write.over, word == "withdrawn")
    }
    if case .kept(let undos) = making(of: thing) { all += undos.map { ($0, nil, true) } }
    let standing = all.filter { one in
      !all.contains { $0.place != one.place && replaces(($0.place, $0.over), one.place) }
    }
    let removals = standing.filter(\.isRemoval)
    guard !removals.isEmpty else { return .present }
    let uses = uses(of: thing)
    let isDisputed =
      removals.count < standing.count
      || removals.contains { removal in
        uses.contains { isUnaware($0, of: removal.place, thing) }
      }
    return isDisputed ? .disputed : .withdrawn
  }

  /// Rule 6: the elements of a list with an addition in the past of no removal.
  func elements(_ thing: Thing, _ list: String) -> Set<Content> {
    var (added, removed): ([(Content, EventPlace)], [(Content, EventPlace)]) = ([], [])
    for write in counting(thing) {
      if case .element(list) = write.kind.effect, let element = write.event["element"] {
        if write.event["change"] == "remove" {
          removed.append((element, write.place))
        } else {
          added.append((element, write.place))
        }
      } else if write.kind.list == list {
        added += (write.event[list]?.list ?? []).map { ($0, write.place) }
      }
    }
    return Set(
      added.filter { element, place in
        !removed.contains { $0.0 == element && replaces(($0.1, nil), place) }
      }.map(\.0))
  }
}
