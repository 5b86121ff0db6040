package import Auditing
import Signing

/// What the register of writers is still to remember of an operation that lasts.
struct Remainder {
  /// The file to which it was appended: nobody else goes on with it before the register is written.
  let own: OwnFile
  let entries: [WriterRegister.Entry]
}

/// An operation that is being prepared.
struct Draft {
  var own: OwnFile
  /// What must be said of this writer, with the first event that a person causes.
  var riders: [Event]
  /// Whether that stands after the event and not before it.
  var ridesLast = false
  var hasEvents = false
  /// The contents that take their place in the store just before the line is written.
  var evidence: [EvidenceLocker.Waiting] = []
  /// The checklists that are kept with it, by their digests.
  var checklists: [String: [UInt8]] = [:]
}

extension DossierFolder {
  /// Whether an operation is being prepared.
  package var isPreparing: Bool { draft != nil }

  /// Whether an operation was begun to which no event has been added.
  package var isBlank: Bool { draft.map { !$0.hasEvents && $0.evidence.isEmpty } ?? false }

  /// The mark of the writer whose operation is being prepared; empty when none is.
  package var writerPreparing: String { draft?.own.writer ?? suppositions.last?.writer ?? "" }

  /// Takes the lock of this place's writer, replays what is new and begins an operation.
  ///
  /// A torn tail of this writer's own file is set aside first; when the lock is not to be had,
  /// another writer of this place goes on.
  package func begin() throws(JournalError) {
    guard draft == nil, suppositions.isEmpty else { return }
    remember()
    let taken = try OwnFile.take(in: self)
    do throws(JournalError) {
      if !taken.isReplayed { try replayNew() }
    } catch {
      taken.own.discardIfEmpty(in: self)
      throw error
    }
    if readers[taken.own.writer] == nil {
      readers[taken.own.writer] = JournalReader(writer: taken.own.writer)
    }
    sweepWaitingRooms(holding: taken.own.writer)
    sweepPassingFiles(in: journalFolder, journalNames)
    draft = Draft(own: taken.own, riders: taken.events)
  }

  /// Adds an event to the operation being prepared; the state shows it at once.
  package func add(_ event: Event) {
    guard let draft else { return suppose(event) }
    let riders = draft.riders.map { Event($0.kind, by: event.by, $0.fields) }
    if !draft.hasEvents {
      let writer = draft.own.writer
      let head = state.history.head(of: writer)
      self.draft?.hasEvents = true
      state.prepare(
        Operation(
          id: "pending", writer: writer, n: (head?.n ?? 0) + 1, at: workplace.now(),
          previous: head?.id ?? Line.zeros, seen: state.history.unseen(by: writer), events: []))
      if !draft.ridesLast { for rider in riders { state.add(rider) } }
    }
    state.add(event)
    if draft.ridesLast { for rider in riders { state.add(rider) } }
    self.draft?.riders = []
  }

  /// Writes the operation as one line and makes it last; only then may it be acknowledged.
  ///
  /// An operation without events writes nothing. Whatever fails leaves the state as it was; a
  /// content that took its place in the store stays there, since another may name it by now.
  ///
  /// The register of writers is told after that, at once or by `remember`: until then nobody else
  /// can go on with this writer's file.
  ///
  /// - Throws: `entryTooLarge`, `entryRefused`, `evidence`, `writeFailed`, `syncFailed`, `system`.
  @discardableResult
  package func commit(remembersAtOnce: Bool = true) throws(JournalError) -> Operation? {
    guard let draft, draft.hasEvents, var operation = state.history.operations.last else {
      abandon()
      return nil
    }
    do throws(JournalError) {
      let line = try encode(operation)
      for (digest, bytes) in draft.checklists { try writeChecklist(bytes, digest) }
      let locker = EvidenceLocker(self)
      for waiting in draft.evidence { try locker.place(waiting) }
      let entries = try draft.own.append(line.bytes, id: line.id, n: operation.n, in: self)
      remainder = Remainder(own: draft.own, entries: entries)
      operation.id = line.id
      state.settle(id: line.id)
      readers[draft.own.writer]?.passed(operation, bytes: line.bytes.count)
    } catch {
      abandon()
      throw error
    }
    if !draft.evidence.isEmpty {
      EvidenceLocker(self).clear(draft.evidence, of: draft.own.writer)
    }
    self.draft = nil
    if remembersAtOnce { remember() }
    return operation
  }

  /// Tells the register of writers how far the operation that was committed last has brought them.
  ///
  /// The operation lasts already: a register that cannot be written, or is not because the process
  /// ends before, knows less than the file, which harms nothing.
  package func remember() {
    guard let remainder else { return }
    try? register(remainder.entries)
    self.remainder = nil
  }

  /// Forgets the operation being prepared: nothing of it was written.
  package func abandon() {
    guard let draft else { return }
    if draft.hasEvents { state.abandonLast() }
    EvidenceLocker(self).clear(draft.evidence, of: draft.own.writer)
    draft.own.discardIfEmpty(in: self)
    self.draft = nil
  }

  private func encode(_ operation: Operation) throws(JournalError) -> (bytes: [UInt8], id: String) {
    var bodies: [[UInt8]] = []
    for event in operation.events.compactMap(\.self) {
      let body = Line.encode(event, salt: workplace.mint(16), isClockGiven: workplace.isClockGiven)
      guard body.count <= Line.bodyLimit else {
        throw .entryTooLarge(bytes: body.count, limit: Line.bodyLimit)
      }
      bodies.append(body)
    }
    guard bodies.count <= Line.bodyCountLimit else {
      throw .entryTooLarge(bytes: bodies.count, limit: Line.bodyCountLimit)
    }
    let line = Line.encode(operation, bodies: bodies)
    guard line.bytes.count <= Line.lineLimit else {
      throw .entryTooLarge(bytes: line.bytes.count, limit: Line.lineLimit)
    }
    try check(line.bytes, against: operation)
    return line
  }

  /// Refuses a line that would not be read back as what was entered: it would damage the file.
  private func check(_ line: [UInt8], against operation: Operation) throws(JournalError) {
    var scanner = LineScanner(writer: operation.writer)
    do throws(LineFault) {
      let scanned = scanner.operation(in: line, at: 0, checkingHashes: false)?.operation
      let read: Operation
      if let scanned {
        read = scanned
      } else {
        read = try Line.decode(line.dropLast(), checkingHashes: false)
      }
      guard read.events == operation.events else { throw LineFault(.fields) }
    } catch {
      if case .body(_, let fault) = error.kind { throw .entryRefused(fault) }
      throw .entryRefused(nil)
    }
  }
}
