package import Auditing

/// What is supposed of a dossier: it stands in memory and is forgotten.
struct Supposition {
  /// The state and the operation being prepared before it.
  let state: State
  let draft: Draft?
  /// The writer in whose name it is supposed.
  let writer: String
  /// Whether there is an operation that events are added to.
  var hasOperation: Bool
  /// The checklists that it would keep, by their digests.
  var checklists: [String: [UInt8]] = [:]
}

extension DossierFolder {
  /// Whether what is added stands in memory only.
  package var isSupposing: Bool { !suppositions.isEmpty }

  /// Begins a supposition: until its end events stand in memory only, no lock is taken and nothing
  /// is written.
  package func beginSupposing() {
    let registered = (try? registeredWriters())?.first { !$0.isClosed }?.writer
    suppositions.append(
      Supposition(
        state: state, draft: draft,
        writer: draft?.own.writer ?? suppositions.last?.writer ?? registered
          ?? String(repeating: "0", count: 16),
        hasOperation: draft?.hasEvents ?? suppositions.last?.hasOperation ?? false))
    draft = nil
  }

  /// Ends a supposition and goes back to what was before it.
  package func endSupposing() {
    guard let supposition = suppositions.popLast() else { return }
    state = supposition.state
    draft = supposition.draft
  }

  /// The events that the supposition at hand has added.
  package var supposedEvents: [Event] {
    guard let before = suppositions.last?.state.history.operations else { return [] }
    var events: [Event] = []
    let after = state.history.operations
    if let last = before.last, after.indices.contains(before.count - 1) {
      events += after[before.count - 1].events.dropFirst(last.events.count).compactMap(\.self)
    }
    return events + after.dropFirst(before.count).flatMap { $0.events.compactMap(\.self) }
  }

  /// A dossier that would be made: it stands in memory, as a supposition that does not end.
  ///
  /// - Throws: `exists` when the folder holds anything.
  package static func supposed(
    _ path: String, title: String, purpose: Purpose, by person: String, at workplace: Workplace
  ) throws(JournalError) -> DossierFolder {
    if (try? workplace.disk.resolve(path)) != nil {
      guard let names = try? workplace.disk.names(path), names.isEmpty else {
        throw .exists(path: path)
      }
    }
    let folder = DossierFolder(path: path, id: "", workplace: workplace)
    folder.beginSupposing()
    folder.add(
      Event(
        "dossier.created", by: person,
        [
          "purpose": .text(purpose.rawValue), "title": .text(title), "tool": .text(workplace.tool),
        ]))
    return folder
  }

  /// Adds an event that is only supposed.
  func suppose(_ event: Event) {
    guard let supposition = suppositions.last else { return }
    if !supposition.hasOperation {
      suppositions[suppositions.count - 1].hasOperation = true
      let head = state.history.head(of: supposition.writer)
      state.prepare(
        Operation(
          id: "pending", writer: supposition.writer, n: (head?.n ?? 0) + 1, at: workplace.now(),
          previous: head?.id ?? Line.zeros, seen: state.history.unseen(by: supposition.writer),
          events: []))
    }
    state.add(event)
  }

  /// The bytes of a checklist that a supposition would keep.
  func supposedChecklist(_ sha256: String) -> [UInt8]? {
    suppositions.reversed().lazy.compactMap { $0.checklists[sha256] }.first
  }
}
