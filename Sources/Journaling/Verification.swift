package import Auditing
import Signing

/// What a full check of a dossier finds: every hash, number and link, and every piece of evidence.
package struct Verification: Sendable {
  /// What the hashes and links of each journal show, by writer.
  package let journals: [JournalCheck]
  package let damages: [Damage]
  /// How many bytes of an unfinished line a file ends with, by its name: they count for nothing.
  ///
  /// The writer was cut off, or the line is still arriving from another machine.
  package let unfinished: [String: Int]
  /// Heads that operations name and that no journal here holds.
  package let missing: [Head]
  /// Those of them whose journal goes as far and holds something else: it was written anew.
  package let contradicted: [Head]
  /// Where two hands have written one file: both count, and nobody appends to it again.
  package let forks: [Fork]
  /// The kinds of events that this version does not know, with their counts.
  package let unknownKinds: [String: Int]
  /// What hashing the evidence anew has found.
  package let evidence: EvidenceCheck

  package var operations: Int { journals.reduce(0) { $0 + $1.operations } }
  package var writers: Int { journals.count }
  /// How many bodies are left out, as an edition leaves them out.
  package var redacted: Int { journals.reduce(0) { $0 + $1.redacted } }
  /// The evidence whose content was checked, is not here, or is not what its digest says.
  package var verified: Int { evidence.verified.count }
  package var absent: [String] { evidence.missing + evidence.elsewhere.map(\.sha256) }
  package var changed: [String] { evidence.changed }

  /// Whether all holds.
  package var isWhole: Bool {
    damages.isEmpty && missing.isEmpty && absent.isEmpty && changed.isEmpty
  }
}

extension DossierFolder {
  /// Checks every byte of the journals, and the evidence and checklists that they name.
  ///
  /// What others appended is replayed first; nothing is written.
  ///
  /// - Parameters:
  ///   - withEvidence: whether each piece of evidence is hashed, too.
  ///   - progress: told how many bytes of evidence are done, of how many; what it throws
  ///     ends the work, as `system(.interrupted)`.
  /// - Returns: what holds on disk and what does not, damage included.
  /// - Throws: `system` when a file cannot be read at all.
  package func verify(
    withEvidence: Bool = true, progress: EvidenceLocker.Progress = { _, _ in }
  ) throws(JournalError) -> Verification {
    if !isPreparing { try replayNew() }
    var journals = try checkJournals()
    if !isPreparing, !journals.allSatisfy(isReplayed) {
      try replayAll()
      journals = try checkJournals()
    }
    let checked = journals.compactMap(\.damage)
    let known = Set(checked.map(\.file))
    // What only a reader of bodies finds, such as one that is no event.
    var damages = self.damages.filter { !known.contains($0.file) } + checked
    let broken = Set(damages.map(\.file))
    var unfinished: [String: Int] = [:]
    let unacknowledged = Set(unacknowledgedEnds.map(\.file))
    for journal in journals where journal.torn > 0 && !broken.contains(journal.file) {
      if journal.isUnfinished {
        unfinished[journal.file] = journal.torn
        continue
      }
      damages.append(
        Damage(
          file: journal.file, line: journal.operations + 1,
          kind: unacknowledged.contains(journal.file)
            ? .unacknowledged(bytes: journal.torn) : .torn(bytes: journal.torn)))
    }
    let damaged = Set(damages.map(\.file))
    damages += try lostEntries().filter { !damaged.contains($0.file) }
    damages += try leftOut() + damagedChecklists()
    let history = state.history
    return Verification(
      journals: journals, damages: damages, unfinished: unfinished,
      missing: history.missing.sortedForReading,
      contradicted: history.contradicted, forks: history.forks, unknownKinds: state.unknownKinds,
      evidence: withEvidence
        ? try EvidenceLocker(self).check(progress: progress) : EvidenceCheck())
  }

  /// Whether what was replayed of a journal is what lies on disk.
  private func isReplayed(_ journal: JournalCheck) -> Bool {
    guard let reader = readers[journal.writer] else { return journal.operations == 0 }
    if reader.damage != nil || journal.damage != nil { return true }
    return reader.count == journal.operations
      && (journal.last == nil || reader.last == journal.last?.id)
  }

  /// The files of this place that lack what was acknowledged, those that were closed included, and
  /// those that lack what was shared with another place.
  func lostEntries() throws(JournalError) -> [Damage] {
    let heads = state.history.heads
    func damage(_ head: Head, _ kind: (Int) -> Damage.Kind) -> Damage {
      let n = heads[head.writer]?.n ?? 0
      return Damage(file: "journal/\(head.writer).journal", line: n + 1, kind: kind(n))
    }
    let own = try lostHeads()
    let writers = Set(own.map(\.writer))
    return own.map { head in
      damage(head) { .lostEntries(acknowledged: head.n, found: $0) }
    }
      + lostShares().filter { !writers.contains($0.head.writer) }.map { share in
        let (head, folder) = share
        return damage(head) { _ in .lostShare(operation: head.id, n: head.n, with: folder) }
      }
  }

  /// The last operations that were acknowledged at this place and that no journal holds.
  package func lostHeads() throws(JournalError) -> [Head] {
    let absent = try acknowledged().filter { $0.n > 0 && !state.history.contains($0.id) }
    guard !absent.isEmpty else { return [] }
    let held = held(among: absent)
    return absent.filter { !held.contains($0) }
  }

  /// The digests of the pinned checklists that are not here, or are not what they are pinned as.
  package var lostChecklists: [String] {
    state.all(.checklist).map(\.key).filter { checklist($0) == nil }
  }

  private func damagedChecklists() -> [Damage] {
    lostChecklists.map { sha256 in
      let file = "checklists/\(sha256).rec"
      let isAbsent = (try? disk.exists("\(path)/\(file)")) != true
      return Damage(file: file, line: 1, kind: .checklist(isAbsent: isAbsent))
    }
  }

  /// The bytes of every journal with its file's name, as they stand now and as far as they count.
  package func journalFiles() throws(JournalError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for writer in try writersOnDisk().sorted() {
      let name = "\(writer).journal"
      let bytes = try contents("\(path)/journal/\(name)", limit: .max)
      files.append((name, bytes.counted(upTo: try countedLength(of: writer))))
    }
    return files
  }
}

extension Set<Head> {
  /// The heads by writer and number.
  fileprivate var sortedForReading: [Head] {
    sorted { ($0.writer, $0.n, $0.identity) < ($1.writer, $1.n, $1.identity) }
  }
}
