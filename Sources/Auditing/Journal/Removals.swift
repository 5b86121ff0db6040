/// The records that only operations taken back have made.
///
/// Where someone used one while another, not knowing, took its making back, it is kept and its
/// presence is in conflict. Else it is gone, and what was written to it since is moot.
struct Removals {
  private var gone: Set<Target> = []
  /// The records that are kept, by the places in the history of what made them.
  private var kept: [Int: Set<Target>] = [:]
  /// The records that are kept, by the place of the undo that would have them gone.
  private(set) var removed: [Int: Set<Target>] = [:]

  init() {}

  init(_ history: History, _ activity: Activity) {
    var makers: [Target: [Int]] = [:]
    for (position, operation) in history.operations.enumerated()
    where activity.undone.contains(operation.id) {
      for target in Self.made(by: operation) { makers[target, default: []].append(position) }
    }
    guard !makers.isEmpty else { return }
    for operation in history.operations where !activity.undone.contains(operation.id) {
      for target in Self.made(by: operation) { makers[target] = nil }
    }
    let uses = Uses(of: Set(makers.keys.map(\.citation)), in: history, activity)
    for (target, positions) in makers {
      let undoings = positions.flatMap { position in
        activity.standing(of: history.operations[position].id, in: history).map(\.position)
      }
      let disputed = undoings.filter { undoing in
        uses[target.citation].contains { history.areConcurrent($0.position, undoing) }
      }
      if disputed.isEmpty {
        if target.isMinted { gone.insert(target) }
      } else {
        for position in positions { kept[position, default: []].insert(target) }
        for undoing in disputed { removed[undoing, default: []].insert(target) }
      }
    }
  }

  /// Whether a record is not there, whatever is still written to it.
  func isGone(_ target: Target) -> Bool { gone.contains(target) }

  /// Whether a record that an operation made stays though the operation was taken back.
  func isKept(_ target: Target, madeAt position: Int) -> Bool {
    kept[position]?.contains(target) == true
  }

  /// The records that an operation makes; a natural one begins with any write.
  private static func made(by operation: Operation) -> [Target] {
    operation.events.compactMap { event in
      guard let event, let kind = EventKind.named(event.kind) else { return nil }
      switch (kind.key, kind.effect) {
      case (.random, .creates), (.natural, .creates), (.natural, .writes):
        return kind.target(of: event)
      default: return nil
      }
    }
  }
}

extension Target {
  /// Whether only the event that made it can begin it.
  fileprivate var isMinted: Bool { citation == key }
}

/// Where in a history some records are written to or cited by operations in force.
struct Uses {
  /// One use: the operation, by its place, and who wrote it.
  struct Use {
    let position: Int
    let by: String
  }

  private var uses: [String: [Use]] = [:]

  /// Finds the uses of the records of these names.
  init(of names: Set<String>, in history: History, _ activity: Activity) {
    guard !names.isEmpty else { return }
    for (position, operation) in history.operations.enumerated()
    where !activity.undone.contains(operation.id) {
      for case let event? in operation.events {
        guard let kind = EventKind.named(event.kind), kind.effect != .structural,
          kind.effect != .presence
        else { continue }
        var named = event.mentions
        if let target = kind.target(of: event) { named.insert(target.citation) }
        for name in named.intersection(names) {
          uses[name, default: []].append(Use(position: position, by: event.by))
        }
      }
    }
  }

  subscript(name: String) -> [Use] { uses[name] ?? [] }
}

extension State {
  /// Writes that an undo removes the records it would take away from others.
  mutating func removeKept(at position: Int, by person: String) {
    for target in removals.removed[position] ?? [] {
      put(["presence": "withdrawn"], [:], in: "presence", person, target, at: position)
    }
  }

  /// Sets against each standing removal of a record what others did with it, not knowing.
  mutating func addUses() {
    let removed = records.flatMap { noun, table in
      table.values.filter { $0.units["presence"] != nil }.map { Target(noun: noun, key: $0.key) }
    }
    let uses = Uses(of: Set(removed.map(\.citation)), in: history, activity)
    for target in removed {
      var writes = records[target.noun]?[target.key]?.units["presence"] ?? []
      let removals = writes.filter { $0.value["presence"] == "withdrawn" }.map(\.operation)
      var known = Set<Int>()
      for use in uses[target.citation]
      where removals.contains(where: { history.areConcurrent($0, use.position) }) {
        guard known.insert(use.position).inserted else { continue }
        writes.append(
          Record.Write(
            operation: use.position, value: ["presence": "present"], remarks: [:], by: use.by,
            at: history.operations[use.position].at, isUse: true))
      }
      writes.sort { $0.operation < $1.operation }
      records[target.noun]?[target.key]?.units["presence"] = writes
    }
  }
}
