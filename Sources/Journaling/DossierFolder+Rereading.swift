import Auditing
import Signing

/// What other processes append while this one reads.
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
}
