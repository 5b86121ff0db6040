import Auditing
import Journaling
import Scripting

extension Attestations {
  /// What they prove, contradict and leave open, one sentence a line; nothing of a dossier in which
  /// nobody has written.
  var lines: [Wording] {
    var lines = faults.map(\.wording)
    for attestation in byWriter.values.sorted(by: { $0.head.writer < $1.head.writer }) {
      let (head, who) = (attestation.head, attestation.signer.visible)
      lines.append(
        (
          "poste \(head.writer.prefix(4))\u{A0}: attesté jusqu’à l’écriture \(head.n) par \(who) (\(attestation.fingerprint))",
          "writer \(head.writer.prefix(4)): attested up to operation \(head.n) by \(who) (\(attestation.fingerprint))"
        ))
    }
    return lines + linesOfUnknownKeys + openLines
  }

  /// The checkpoints that unknown keys signed, a line for each writer and key.
  private var linesOfUnknownKeys: [Wording] {
    let signed = Dictionary(grouping: bySigner) { [$0.checkpoint.head.writer, $0.fingerprint] }
    return signed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, items in
      let (writer, fingerprint) = (key[0].prefix(4), key[1])
      let last = items.map(\.checkpoint.head.n).max() ?? 0
      guard items.count > 1 else {
        return (
          "poste \(writer)\u{A0}: jalon \(last) signé d’une clé inconnue (\(fingerprint))",
          "writer \(writer): checkpoint \(last) is signed by an unknown key (\(fingerprint))"
        )
      }
      return (
        "poste \(writer)\u{A0}: \(items.count) jalons signés d’une clé inconnue, jusqu’à l’écriture \(last) (\(fingerprint))",
        "writer \(writer): \(items.count) checkpoints are signed by an unknown key, up to operation \(last) (\(fingerprint))"
      )
    }
  }

  /// The writers with their first and last operation that nothing attests.
  var openOperations: [(writer: String, first: Int, last: Int)] {
    unattested.map { ($0.head.writer, 1, $0.head.n) }
      + ahead.map { ($0.head.writer, $0.attested + 1, $0.head.n) }
  }

  /// The writers and operations that nothing attests, and since when.
  var openLines: [Wording] {
    unattested.map { item in
      (
        "poste \(item.head.writer.prefix(4))\u{A0}: rien ne l’atteste (\(item.head.n.fr("écriture(s)")) depuis le \(item.since.seconds))",
        "writer \(item.head.writer.prefix(4)): nothing attests it (\(item.head.n.en("operation(s)")) since \(item.since.seconds))"
      )
    }
      + ahead.map { item in
        let count = item.head.n - item.attested
        return (
          "poste \(item.head.writer.prefix(4))\u{A0}: \(count.fr("écriture(s)")) sans signature depuis le \(item.since.seconds)",
          "writer \(item.head.writer.prefix(4)): \(count.en("operation(s)")) unsigned since \(item.since.seconds)"
        )
      }
  }
}
