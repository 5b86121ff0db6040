import Auditing

/// Which operation `undo` and `redo` of one writer would take.
struct Undoing {
  private let state: State
  private let own: [(position: Int, operation: Operation)]

  init(_ state: State, writer: String) {
    self.state = state
    own = state.history.operations.enumerated()
      .filter { $0.element.writer == writer && $0.element.id != "pending" }
      .map { ($0.offset, $0.element) }
  }

  /// This writer's last active operation that can be undone, or why there is none.
  func last() throws -> Operation {
    for (position, operation) in own.reversed() where state.isActive(operation.id) {
      let kinds = operation.events.compactMap { $0?.kind }
      let lasting = kinds.filter { $0 != "writer.opened" && $0 != "journal.recovered" }
      if !lasting.isEmpty, lasting.allSatisfy({ $0 == "undo" || $0 == "redo" }) { continue }
      if lasting.contains("seal.made") { throw Failure(.undoSealed) }
      guard !lasting.contains(where: { EventKind.named($0)?.permanent == true }) else {
        throw Failure(.undoCommitPoint)
      }
      try check(operation, at: position)
      return operation
    }
    throw Failure(.nothingToUndo)
  }

  /// The operation of the last undo, when only undo and redo followed it.
  func undone() throws -> Operation {
    for (_, operation) in own.reversed() {
      let events = operation.events.compactMap(\.self)
      guard let event = events.first(where: { $0.kind == "undo" || $0.kind == "redo" }) else {
        break
      }
      guard event.kind == "undo", let id = event["of"]?.texts?.first, !state.isActive(id),
        let position = state.history.position(of: id)
      else { continue }
      let operation = state.history.operations[position]
      try refuseIfFrozen(operation)
      return operation
    }
    throw Failure(.nothingToUndo)
  }

  /// Refuses when a seal froze what it touches, or an active operation after it rests on it.
  private func check(_ operation: Operation, at position: Int) throws {
    try refuseIfFrozen(operation)
    let made = Set(
      operation.events.compactMap(\.self).filter {
        EventKind.named($0.kind)?.effect == .creates
      }.compactMap { $0["record"]?.text ?? $0["site"]?.text })
    let rests = state.history.operations.enumerated().filter { place, later in
      place > position && later.id != "pending" && state.isActive(later.id)
        && state.history.isInPast(position, of: place)
        && later.events.contains { Self.refers($0, to: made) }
    }
    guard rests.isEmpty else {
      throw Failure(
        .undoRestedOn(
          rests.map { $0.element.events.compactMap { $0?.kind }.joined(separator: ", ") }))
    }
  }

  private func refuseIfFrozen(_ operation: Operation) throws {
    let frozen = Set(
      state.audits.filter { audit in state.seals(of: audit.key).contains(where: \.freezes) }.map(
        \.key))
    let touches = operation.events.contains { event in
      event?["audit"]?.text.map(frozen.contains) == true
    }
    if touches { throw Failure(.undoSealed) }
  }

  /// Whether an event writes to or cites one of some records.
  private static func refers(_ event: Event?, to keys: Set<String>) -> Bool {
    guard let event else { return false }
    return event.fields.values.contains { value in
      if let text = value.text { return keys.contains(text) }
      return value.texts?.contains(where: keys.contains) ?? false
    }
  }
}
