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
  /// Checks every byte of the journals and of the evidence that they name.
  ///
  /// - Parameter progress: told how many pieces of evidence are done, of how many.
  /// - Returns: what holds and what does not, damage included.
  /// - Throws: `system` when a file cannot be read at all.
  package func verify(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> Verification {
    var damages: [Damage] = []
    var count = 0
    let writers = try writersOnDisk()
    for writer in writers {
      let file = "\(path)/journal/\(writer).journal"
      let bytes: [UInt8] = try Self.contents(file, limit: .max)
      var reader = JournalReader(writer: writer)
      count += reader.read(bytes, checkingHashes: true).count
      if let damage = reader.damage {
        damages.append(damage)
      } else if reader.torn > 0 {
        damages.append(
          Damage(file: reader.file, line: reader.count + 1, kind: .torn(bytes: reader.torn)))
      }
    }
    for entry in try registeredWriters() {
      let found = state.history.heads[entry.writer]?.n ?? 0
      if !state.history.contains(entry.id) {
        damages.append(
          Damage(
            file: "journal/\(entry.writer).journal", line: found + 1,
            kind: .lostEntries(acknowledged: entry.n, found: found)))
      }
    }
    let files = state.evidence.filter { $0.form == .file }.compactMap(\.sha256)
    let locker = EvidenceLocker(self)
    var absent: [String] = []
    var changed: [String] = []
    for (index, sha256) in files.enumerated() {
      if !locker.holds(sha256) {
        absent.append(sha256)
      } else if !locker.verifies(sha256) {
        changed.append(sha256)
      }
      progress(index + 1, files.count)
    }
    return Verification(
      operations: count, writers: writers.count, damages: damages,
      missing: state.history.missing.sorted { ($0.writer, $0.n) < ($1.writer, $1.n) },
      unknownKinds: state.unknownKinds, verified: files.count - absent.count - changed.count,
      absent: absent, changed: changed)
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
