import Auditing
import Signing

extension DossierFolder {
  /// Unites what a source holds with this dossier; merging writes no entry.
  ///
  /// Everything is checked first. Evidence and checklists come to lie here before the lines that
  /// name them, each file whole, so that wherever it is stopped the dossier holds at least what it
  /// held, and merging again completes it.
  ///
  /// Adopting takes another dossier's entries, for which the entries `dossier.adopted` are there.
  ///
  /// - Throws: `merging`, `evidence`, `writeFailed`, `system`.
  @discardableResult
  package func merge(
    _ source: MergeSource, isAdopting: Bool = false, _ watch: MergeWatch = { _ in }
  ) throws(JournalError) -> MergeOutcome {
    guard draft == nil else { throw .merging(.busy(path: path)) }
    guard (try? disk.resolve(source.path)) != path else { throw .merging(.itself) }
    for name in ["journal", "checkpoints", "checklists"] {
      sweepPassingFiles(in: "\(path)/\(name)")
    }
    for _ in 0..<20 {
      let plan = try plan(source, isAdopting: isAdopting, watch)
      let before = state
      let names = Set(try namesInJournal())
      var altered: Set<String> = []
      guard try apply(plan, watch, &altered) else { continue }
      try replayNew()
      var outcome = MergeOutcome(plan, before: before, after: state)
      outcome.kept = journalNames.filter {
        $0.contains(".torn-0-merge-") && !names.contains($0)
      }.sorted()
      let locker = EvidenceLocker(self)
      let lacking = plan.evidence.filter { !locker.holds($0) }
      outcome.evidenceAltered = lacking.filter(altered.contains)
      outcome.evidenceElsewhere += lacking.filter { !altered.contains($0) }
      outcome.evidenceTaken.removeAll(where: lacking.contains)
      noteSightings(in: source, outcome)
      return outcome
    }
    throw .merging(.restless(path: path))
  }

  /// Remembers, outside the dossier, which contents that entries name lie in the source's folder,
  /// and which altered ones do, so that nobody looks for them there.
  private func noteSightings(in source: MergeSource, _ outcome: MergeOutcome) {
    let locker = EvidenceLocker(self)
    let altered = outcome.evidenceAltered
    let come = outcome.evidenceTaken + altered
    if !come.isEmpty { locker.note(come, seenAt: path) }
    // What was read out of git lies nowhere.
    let seen = locker.recordsByDigest.keys.filter {
      source.evidence[$0]?.folder.path == source.path && !altered.contains($0)
    }
    guard !seen.isEmpty, let place = try? disk.resolve(source.path) else { return }
    locker.note(seen, seenAt: place)
  }

  /// What a merge would come to; nothing is written.
  ///
  /// - Throws: as `merge` does before it writes.
  package func preview(
    merging source: MergeSource, isAdopting: Bool = false, _ watch: MergeWatch = { _ in }
  ) throws(JournalError) -> MergeOutcome {
    let plan = try plan(source, isAdopting: isAdopting, watch)
    let after = State(History(uniting: state.history.operations + plan.operations))
    return MergeOutcome(plan, before: state, after: after)
  }

  /// The ids of the other dossiers that a source would join to this one.
  ///
  /// - Throws: as `merge` does before it writes, but for `otherDossier`.
  package func strangers(in source: MergeSource) throws(JournalError) -> [String] {
    try plan(source, isAdopting: true, { _ in }).strangers
  }

  /// Does what was planned, unless a file is no longer what it was.
  ///
  /// - Returns: whether all was done.
  private func apply(
    _ plan: MergePlan, _ watch: MergeWatch, _ altered: inout Set<String>
  ) throws(JournalError) -> Bool {
    for (digest, bytes) in plan.checklists { try writeChecklist(bytes, digest) }
    altered = try takeEvidence(plan, watch)
    for change in plan.changes {
      try MergeProgress().tell(watch)
      guard try write(change) else { return false }
    }
    // Also where nothing is new: an earlier merge may have ended before the names were made to last.
    if !plan.source.journals.isEmpty { try lastingNames(of: journalFolder) }
    for (name, bytes) in plan.checkpoints.sorted(by: { $0.key < $1.key }) {
      try writeCheckpoint(name, bytes)
    }
    return true
  }

  private func writeCheckpoint(_ name: String, _ bytes: [UInt8]) throws(JournalError) {
    try Self.system { () throws(SigningError) in
      try disk.makeLastingFolder("\(path)/checkpoints")
      try disk.replace("\(path)/checkpoints/\(name)", bytes)
      try disk.synchronizeFolder("\(path)/checkpoints")
    }
  }
}
