import Auditing
import Glibc
import Signing

/// What other processes append while this one reads, and what this place is still to set aside.
extension DossierFolder {
  /// Those of some heads that the journals hold by now, up to which all their hashes do, too.
  ///
  /// A register or a checkpoint that is read after the journals may name what has come since.
  func held(among heads: [Head]) -> Set<Head> {
    var held: Set<Head> = []
    for (writer, named) in Dictionary(grouping: heads, by: \.writer) {
      guard let bytes = try? disk.contents(journalPath(of: writer), limit: .max) else { continue }
      let counted = bytes.counted(upTo: trustedLength(of: writer))
      var reader = JournalReader(writer: writer)
      let found = Set(reader.read(counted, checkingHashes: true).map(\.id))
      held.formUnion(named.filter { found.contains($0.id) })
    }
    return held
  }

  /// What the files of this place hold after a synchronisation that failed: nobody acknowledged it,
  /// and the next operation sets it aside.
  package var unacknowledgedEnds: [Damage] {
    ((try? openWriters()) ?? []).compactMap { entry in
      let writer = entry.writer
      guard let counted = (try? countedLength(of: writer)) ?? nil, counted >= entry.length,
        let reader = readers[writer], reader.damage == nil,
        let status = try? disk.named(journalPath(of: writer)), Int(status.st_size) > counted
      else { return nil }
      return Damage(
        file: reader.file, line: reader.count + 1,
        kind: .unacknowledged(bytes: Int(status.st_size) - counted))
    }
  }

  /// Sets aside, as the next operation would, what the files of this place hold beyond what was
  /// acknowledged.
  package func setAsideUnacknowledged() throws(JournalError) {
    let torn = try openWriters().contains { (readers[$0.writer]?.torn ?? 0) > 0 }
    guard !isPreparing, torn || !unacknowledgedEnds.isEmpty else { return }
    try begin()
    abandon()
  }

  /// The writers of this place whose files are not closed.
  private func openWriters() throws(JournalError) -> [WriterRegister.Entry] {
    try registeredWriters().filter { !$0.isClosed }
  }
}
