/// Which operations `undo` and `redo` of one writer would take, or why they take none.
package struct Undoing: Sendable {
  private let state: State
  private let writer: String
  private let pending: Int?

  /// Why nothing can be taken back or put back.
  package enum Refusal: Error, Sendable {
    /// This writer has nothing that could be.
    case nothing
    /// The last operation, at that place in the history, holds what is never undone.
    case commitPoint(Int)
    /// A seal froze an audit that it touches.
    case sealed(audit: String, edition: Int)
    /// Operations in force, at those places, write to or cite a record that it made.
    case restedOn([Int])
    /// One undid it while another, not knowing, put it back.
    case inConflict(Conflict)
  }

  /// Looks at a state as one writer; the last operation stays out while it is still being prepared.
  package init(_ state: State, writer: String, isPreparing: Bool = false) {
    self.state = state
    self.writer = writer
    pending = isPreparing ? state.history.operations.indices.last : nil
  }

  /// The place of this writer's last active operation, which undo takes.
  package func last() throws(Refusal) -> Int {
    for position in own where isTakeable(position) {
      try check([position])
      return position
    }
    throw .nothing
  }

  /// The places of the active operations of a run of this writer, the last first.
  ///
  /// A run without a name is that of this writer's last operation, which may be in none.
  package func run(_ name: String? = nil) throws(Refusal) -> [Int] {
    guard let name = name ?? lastRun else { return [try last()] }
    let run = own.filter { isTakeable($0) && events(of: $0).contains { $0.run == name } }
    guard !run.isEmpty else { throw .nothing }
    try check(run)
    return run
  }

  /// The places of what the last undo took, when only undo and redo followed it.
  package func undone() throws(Refusal) -> [Int] {
    for position in own {
      let events = lastingEvents(of: position)
      if events.isEmpty { continue }
      guard events.allSatisfy(\.changesActivity) else { break }
      let taken = events.filter { $0.kind == "undo" }.flatMap { $0["of"]?.texts ?? [] }
        .compactMap(state.history.position).filter { !state.isActive($0) }
      guard !taken.isEmpty else { continue }
      try refuseIfFrozen(taken)
      return taken
    }
    throw .nothing
  }

  /// This writer's operations, the last first.
  private var own: some Sequence<Int> {
    state.history.operations.indices.reversed().lazy.filter {
      $0 != pending && state.history.operations[$0].writer == writer
    }
  }

  private var lastRun: String? {
    for position in own where isTakeable(position) {
      return events(of: position).lazy.compactMap(\.run).first
    }
    return nil
  }

  private func events(of position: Int) -> [Event] {
    state.history.operations[position].events.compactMap(\.self)
  }

  /// The events beyond what is said of the writer with the first event that a person causes.
  private func lastingEvents(of position: Int) -> [Event] {
    events(of: position).filter {
      $0.kind != "writer.opened" && $0.kind != "journal.recovered"
    }
  }

  /// Whether an operation is in force and more than an undo or redo.
  private func isTakeable(_ position: Int) -> Bool {
    guard state.isActive(position) else { return false }
    let events = lastingEvents(of: position)
    return events.isEmpty || !events.allSatisfy(\.changesActivity)
  }

  private func check(_ positions: [Int]) throws(Refusal) {
    try refuseIfFrozen(positions)
    for position in positions {
      let events = lastingEvents(of: position)
      if events.contains(where: { $0.declaration?.permanent == true }) {
        throw .commitPoint(position)
      }
    }
    let made = made(by: positions)
    guard let first = made.values.min() else { return }
    let later = state.history.operations.indices.dropFirst(first + 1).filter {
      $0 != pending && !positions.contains($0)
    }
    let rests = later.filter { later in
      let isActive = state.isActive(later)
      return events(of: later).contains { event in
        (isActive || event.declaration?.permanent == true) && uses(event, at: later, made)
      }
    }
    if !rests.isEmpty { throw .restedOn(rests) }
    for later in later where !state.isActive(later) {
      for event in events(of: later) where uses(event, at: later, made) {
        if let refusal = refusal(holding: event, at: later) { throw refusal }
      }
    }
  }

  /// Names the seal that keeps an event in force though its operation was taken back.
  private func refusal(holding event: Event, at position: Int) -> Refusal? {
    guard let kind = event.declaration, let target = state.target(of: event, kind),
      let audit = state.grounds.frozenAudit(of: target, event),
      let seal = state.grounds.sealings.freezing[audit]?.last,
      state.grounds.admit(kind, event, about: target, at: position, in: state.history) == .counts
    else { return nil }
    return .sealed(audit: audit, edition: seal.edition)
  }

  private func refuseIfFrozen(_ positions: [Int]) throws(Refusal) {
    for position in positions {
      for audit in state.auditsTouched(by: position).union(sealed(by: position)).sorted() {
        guard let seal = state.grounds.sealings.freezing[audit]?.last else { continue }
        throw .sealed(audit: audit, edition: seal.edition)
      }
      let id = state.history.operations[position].id
      let contested = state.grounds.activity.contested.contains(position)
      if contested,
        let conflict = state.conflicts.first(where: { $0.subject == .activity(operation: id) })
      {
        throw .inConflict(conflict)
      }
    }
  }

  /// The audits whose seal an operation begins or makes.
  private func sealed(by position: Int) -> Set<String> {
    Set(
      events(of: position).filter { $0.kind.hasPrefix("seal.") }.compactMap { event in
        event["record"]?.text.flatMap { state.record(.seal, $0) }.flatMap(Seal.init)?.audit
      })
  }

  /// The names under which entries cite the records that operations made, with the first place.
  private func made(by positions: [Int]) -> [String: Int] {
    var made: [String: Int] = [:]
    for position in positions {
      for event in events(of: position) {
        guard let kind = event.declaration, kind.makesRecord,
          let target = kind.target(of: event),
          state.recordPlace(of: target).map({ state.records[$0].origin }) == position
        else { continue }
        for name in event.citations(of: target) {
          made[name] = min(position, made[name] ?? position)
        }
      }
    }
    return made
  }

  /// Whether an event writes to or cites one of those records, having their making in its past.
  private func uses(_ event: Event, at later: Int, _ made: [String: Int]) -> Bool {
    guard let kind = event.declaration else { return false }
    var isUse = false
    func note(_ name: String) {
      guard let position = made[name], state.history.isInPast(position, of: later) else { return }
      isUse = true
    }
    if let target = state.target(of: event, kind) { note(target.citation) }
    if !isUse, !kind.isStructural { event.forEachMention(note) }
    return isUse
  }
}
