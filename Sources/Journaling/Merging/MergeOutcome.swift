package import Auditing

/// What a merge has brought, as data.
package struct MergeOutcome: Sendable {
  /// The operations that were not here.
  package var operations = 0
  /// The people who entered them, with the number of their operations.
  package var people: [String: Int] = [:]
  /// The writers that were not here.
  package var writers: [String] = []
  /// The bodies that were redacted here and have their content now.
  package var filled = 0
  package var checklists = 0
  package var checkpoints = 0
  /// The evidence that was copied, by digest, and that which entries name and neither side has.
  package var evidenceTaken: [String] = []
  package var evidenceElsewhere: [String] = []
  /// The evidence whose content in the source is not what its digest says, and that is not here.
  package var evidenceAltered: [String] = []
  /// How many contradictions came of it, and how many wait for a decision in all.
  package var newConflicts = 0
  package var conflicts = 0
  /// The writers whose journal came to have two lines after the same one, which no entry lets stand.
  package var forks: [String] = []
  /// The operations that came after a seal that had not seen them, and who entered them.
  package var held: [Operation] = []
  package var heldPeople: Set<String> = []
  /// The heads that operations name and that are not here.
  package var missing: [Head] = []
  /// Where the source's journals do not hold: what precedes was taken.
  package var damages: [Damage] = []
  /// The files here that were damaged and are whole again.
  package var mended: [String] = []
  /// The names under which their old bytes are kept, in the folder of the journals.
  package var kept: [String] = []
  /// The other dossiers that were joined to this one.
  package var adopted: [String] = []

  /// Whether nothing was new.
  package var isEmpty: Bool {
    operations == 0 && filled == 0 && checklists == 0 && checkpoints == 0 && evidenceTaken.isEmpty
  }

  /// Whether it left something that a person must decide.
  package var isUndecided: Bool { newConflicts > 0 || !forks.isEmpty || !held.isEmpty }
}

extension MergeOutcome {
  /// What a plan comes to between the state before it and the state after it.
  init(_ plan: MergePlan, before: State, after: State) {
    let new = plan.operations
    operations = new.count
    for operation in new {
      let person = operation.events.compactMap(\.self).map(\.by).first { !$0.isEmpty }
      people[person ?? "", default: 0] += 1
    }
    let known = Set(before.history.operations.map(\.writer))
    writers = Set(new.map(\.writer)).subtracting(known).sorted()
    filled = plan.changes.reduce(0) { $0 + $1.filled }
    (checklists, checkpoints) = (plan.checklists.count, plan.checkpoints.count)
    (evidenceTaken, evidenceElsewhere) = (plan.evidence, plan.elsewhere)
    let standing = Self.conflicts(of: after)
    conflicts = standing.count
    newConflicts = standing.subtracting(Self.conflicts(of: before)).count
    let waiting = Self.held(in: after).subtracting(Self.held(in: before))
    let late = after.held.filter {
      waiting.contains(after.history.operations[$0.operation].identity)
    }
    held = after.operations(of: late)
    heldPeople = Set(after.authors(of: late))
    let accepted = DossierFolder.accepted(in: after)
    forks = Set(DossierFolder.openForks(in: after))
      .subtracting(DossierFolder.openForks(in: before)).map(\.writer).sorted()
    missing = after.history.missing.sorted { ($0.writer, $0.n) < ($1.writer, $1.n) }
    damages = plan.damages.filter {
      $0.isNewer || $0.writer.flatMap { accepted[$0] } == nil
    }
    mended = plan.changes.filter(\.mends).map { "journal/\($0.writer).journal" }
    adopted = plan.strangers
  }

  /// What is in conflict, each with what stands against what.
  private static func conflicts(of state: State) -> Set<[String]> {
    Set(state.conflicts.map { ["\($0.subject)"] + $0.heads })
  }

  /// The operations that came after a seal that had not seen them.
  private static func held(in state: State) -> Set<OperationID> {
    Set(state.held.map { state.history.operations[$0.place.operation].identity })
  }
}

extension WriterChange {
  /// Whether it makes a damaged file whole.
  var mends: Bool {
    if case .rewrite(_, let keepsOld) = action { keepsOld } else { false }
  }
}
