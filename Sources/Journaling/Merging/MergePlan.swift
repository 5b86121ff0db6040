import Auditing
import Signing

/// What a merge would do, worked out and checked before anything is done.
struct MergePlan {
  let source: MergeSource
  /// What each writer's file gets, in the order of the writers.
  let changes: [WriterChange]
  /// Where the source's journals do not hold.
  let damages: [Damage]
  /// The ids of the other dossiers that it would join to this one.
  let strangers: [String]
  let checklists: [String: [UInt8]]
  let checkpoints: [String: [UInt8]]
  /// The evidence that is to be copied, and that which some entry names and neither has.
  let evidence: [String]
  let elsewhere: [String]

  /// The operations that are not here yet.
  var operations: [Operation] { changes.flatMap { $0.new.map(\.operation) } }

  /// Whether nothing would change.
  var isEmpty: Bool {
    changes.isEmpty && checklists.isEmpty && checkpoints.isEmpty && evidence.isEmpty
  }
}

/// How far a merge has come.
package struct MergeProgress: Sendable {
  /// The lines read, and the bytes of journals and of evidence that are done, of how many.
  package internal(set) var lines = 0
  package internal(set) var bytes = 0
  package internal(set) var total = 0

  /// Tells how far it is, and ends the work where that is wished.
  func tell(_ watch: MergeWatch) throws(JournalError) {
    do {
      try watch(self)
    } catch {
      throw .merging(.cancelled)
    }
  }
}

/// Is told how far a merge has come; it stops the work by throwing.
package typealias MergeWatch = (MergeProgress) throws(EvidenceLocker.Stopped) -> Void

extension DossierFolder {
  /// Works out what a source adds and checks every hash, number and link of it; nothing is
  /// written.
  ///
  /// - Throws: `merging` with `otherDossier` unless these are to be adopted, `otherPurpose`,
  ///   `unrelated`, `contradictions`, `cancelled`.
  func plan(
    _ source: MergeSource, isAdopting: Bool, _ watch: MergeWatch
  ) throws(JournalError) -> MergePlan {
    try replayNew()
    let (changes, found) = try changes(source, watch)
    let union = Union(state.history, changes)
    let strangers = try strangers(in: source, union, isAdopting: isAdopting)
    let offered = offered(source, union)
    try checkContradictions(union, source, offered)
    let (take, elsewhere) = evidence(union, source)
    return MergePlan(
      source: source, changes: changes, damages: found + shortfalls(offered, union),
      strangers: strangers, checklists: newChecklists(union, source),
      checkpoints: offered.files, evidence: take, elsewhere: elsewhere)
  }

  /// What each writer's file gets, and where the source's files do not hold.
  private func changes(
    _ source: MergeSource, _ watch: MergeWatch
  ) throws(JournalError) -> (changes: [WriterChange], damages: [Damage]) {
    let damaged = Set(damages.map(\.file))
    var (changes, found) = ([WriterChange](), [Damage]())
    var progress = MergeProgress()
    progress.total = source.journals.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    for (writer, copies) in source.journals.sorted(by: { $0.key < $1.key }) {
      try progress.tell(watch)
      let isSuspect = try isSuspect(writer)
      var isStopped = false
      let change = WriterChange.of(
        copies, writer, here: try .read(journalPath(of: writer), disk),
        isHealthy: !damaged.contains("journal/\(writer).journal") && !isSuspect
      ) { bytes in
        progress.lines += 1
        progress.bytes += bytes
        if progress.lines.isMultiple(of: 1000) {
          isStopped = isStopped || (try? watch(progress)) == nil
        }
      }
      guard !isStopped else { throw .merging(.cancelled) }
      found += change.damages
      if let change = change.change { changes.append(change) }
    }
    try progress.tell(watch)
    return (changes, found)
  }

  private func newChecklists(_ union: Union, _ source: MergeSource) -> [String: [UInt8]] {
    let pinned = union.texts(.pinned)
    return source.checklists.filter { pinned.contains($0.key) && checklist($0.key) == nil }
  }

  /// The contents that entries name and that are not here: those the source has, and the others.
  private func evidence(
    _ union: Union, _ source: MergeSource
  ) -> (take: [String], elsewhere: [String]) {
    let destroyed = union.texts(.destroyed)
    let locker = EvidenceLocker(self)
    let wanted = union.texts(.evidence).subtracting(destroyed)
      .filter { Digest(hex: $0) != nil && !locker.holds($0) }.sorted()
    return (
      wanted.filter { source.evidence[$0] != nil }, wanted.filter { source.evidence[$0] == nil }
    )
  }
}

/// The operations that are here and those that a merge adds.
struct Union {
  let history: History
  let new: [Operation]
  private let added: Set<OperationID>
  /// The greatest number of each writer, here alone and with what is added.
  let reachHere: [String: Int]
  let reach: [String: Int]
  private let named: [Named: Set<String>]
  /// The heads that entries let stand, here or among what comes, by their writers.
  private let accepted: [String: Set<String>]

  init(_ history: History, _ changes: [WriterChange]) {
    self.history = history
    new = changes.flatMap { $0.new.map(\.operation) }
    added = Set(new.map(\.identity))
    reachHere = history.heads.mapValues(\.n)
    // The last line of a writer's file has the greatest number.
    reach = reachHere.merging(
      changes.compactMap { $0.new.last?.operation }.map { ($0.writer, $0.n) }, uniquingKeysWith: max
    )
    var named: [Named: Set<String>] = [:]
    Self.texts(history.operations, &named)
    Self.texts(new, &named)
    self.named = named
    accepted = DossierFolder.accepted(in: history.operations)
      .merging(DossierFolder.accepted(in: new)) { $0.union($1) }
  }

  /// Whether an operation is here or comes.
  func contains(_ id: OperationID) -> Bool {
    added.contains(id) || history.position(of: id) != nil
  }

  /// Whether a head is neither here nor comes, and no entry lets that stand.
  func lacks(_ head: Head) -> Bool {
    !contains(head.identity) && accepted[head.writer]?.contains(head.id) != true
  }

  /// The texts that the events of some kinds have in a field.
  func texts(_ kind: Named) -> Set<String> { named[kind] ?? [] }

  /// What a merge must know of the entries: a kind of event.
  enum Named: String, CaseIterable {
    case evidence = "evidence.attached"
    case destroyed = "evidence.destroyed"
    case pinned = "checklist.pinned"
    case adopted = "dossier.adopted"

    /// The field that is looked at.
    var field: String { self == .adopted ? "id" : "sha256" }
  }

  private static func texts(_ operations: [Operation], _ named: inout [Named: Set<String>]) {
    for operation in operations {
      for case let event? in operation.events {
        guard let kind = Named(rawValue: event.kind), let text = event[kind.field]?.text
        else { continue }
        named[kind, default: []].insert(text)
      }
    }
  }
}
