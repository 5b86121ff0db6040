package import Auditing
import Signing

/// What a full check of a dossier finds: every hash, number and link, and every piece of evidence.
package struct Verification: Sendable {
  package let operations: Int
  package let writers: Int
  package let damages: [Damage]
  /// Heads that operations name and that no journal here holds.
  package let missing: [Head]
  /// The kinds of events that this version does not know, with their counts.
  package let unknownKinds: [String: Int]
  /// How many bodies are left out, as an edition leaves them out.
  package let redacted: Int
  /// The evidence whose content was checked, is not here, or is not what its digest says.
  package let verified: Int
  package let absent: [String]
  package let changed: [String]

  /// Whether all holds.
  package var isWhole: Bool {
    damages.isEmpty && missing.isEmpty && absent.isEmpty && changed.isEmpty
  }
}

extension DossierFolder {
  /// Checks every byte of the journals, and the evidence and checklists that they name.
  ///
  /// - Parameter progress: told how many pieces of evidence are done, of how many.
  /// - Returns: what holds on disk and what does not, damage included.
  /// - Throws: `system` when a file cannot be read at all.
  package func verify(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> Verification {
    var (operations, damages) = ([Operation](), [Damage]())
    let writers = try writersOnDisk()
    for writer in writers {
      var reader = JournalReader(writer: writer)
      operations += try readAll(&reader)
      if let damage = reader.damage { damages.append(damage) }
      if reader.torn > 0 {
        damages.append(
          Damage(file: reader.file, line: reader.count + 1, kind: .torn(bytes: reader.torn)))
      }
    }
    let found = State(History(uniting: operations))
    let damaged = Set(damages.map(\.file))
    damages += try lostEntries(in: found).filter { !damaged.contains($0.file) }
    damages += damagedChecklists(in: found)
    let evidence = check(found, progress)
    return Verification(
      operations: operations.count, writers: writers.count, damages: damages,
      missing: found.history.missing.sorted { ($0.writer, $0.n) < ($1.writer, $1.n) },
      unknownKinds: found.unknownKinds,
      redacted: operations.reduce(0) { $0 + $1.events.count(where: { $0 == nil }) },
      verified: evidence.verified, absent: evidence.absent, changed: evidence.changed)
  }

  /// Reads a whole file with all its hashes; what was not acknowledged counts as torn.
  private func readAll(_ reader: inout JournalReader) throws(JournalError) -> [Operation] {
    let bytes = try Self.contents(journalPath(of: reader.writer), limit: .max)
    let trusted = trustedLength(of: reader.writer) ?? bytes.count
    let operations = reader.read(Array(bytes.prefix(trusted)), checkingHashes: true)
    reader.setAside(max(0, bytes.count - trusted))
    return operations
  }

  /// The files of this place that lack what was acknowledged, those that were closed included.
  private func lostEntries(in found: State) throws(JournalError) -> [Damage] {
    try registeredWriters().filter { $0.n > 0 && !found.history.contains($0.id) }.map { entry in
      let n = found.history.heads[entry.writer]?.n ?? 0
      return Damage(
        file: "journal/\(entry.writer).journal", line: n + 1,
        kind: .lostEntries(acknowledged: entry.n, found: n))
    }
  }

  private func damagedChecklists(in found: State) -> [Damage] {
    found.all(.checklist).map(\.key).filter { checklist($0) == nil }.map { sha256 in
      let file = "checklists/\(sha256).rec"
      let isAbsent = !Files.exists("\(path)/\(file)")
      return Damage(file: file, line: 1, kind: .checklist(isAbsent: isAbsent))
    }
  }

  private func check(
    _ found: State, _ progress: (Int, Int) -> Void
  ) -> (verified: Int, absent: [String], changed: [String]) {
    let locker = EvidenceLocker(self)
    var seen: Set<String> = []
    let files = found.evidence.filter { $0.form == .file }.compactMap(\.sha256)
      .filter { seen.insert($0).inserted }
    let destroyed = Set(
      found.everything(.evidence).filter { $0.units["destroyed"] != nil }.compactMap {
        $0.unit("content")?["sha256"]?.text
      })
    var (verified, absent, changed) = (0, [String](), [String]())
    for (index, sha256) in files.enumerated() {
      if locker.verifies(sha256) {
        verified += 1
      } else if locker.holds(sha256) {
        changed.append(sha256)
      } else if !destroyed.contains(sha256) {
        absent.append(sha256)
      }
      progress(index + 1, files.count)
    }
    return (verified, absent, changed)
  }

  /// The bytes of every journal with its file's name, as they stand now.
  package func journalFiles() throws(JournalError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for writer in try writersOnDisk().sorted() {
      let name = "\(writer).journal"
      files.append((name, try Self.contents("\(path)/journal/\(name)", limit: .max)))
    }
    return files
  }
}
