import Auditing

/// What a source's checkpoints come to, each by its signature.
struct OfferedCheckpoints {
  /// The files that are taken, by their names.
  var files: [String: [UInt8]] = [:]
  /// The heads for which a signer of the register answers.
  var attested: [Checkpoint] = []
}

extension DossierFolder {
  /// Judges the checkpoints of a source that are not here as they are there.
  ///
  /// One is taken with its signature where that holds, and says what the journals say or is
  /// answered for by a signer of the register: what nobody signed, or anybody could have signed,
  /// can contradict nothing. Where no signature can be checked none is taken.
  func offered(_ source: MergeSource, _ union: Union) -> OfferedCheckpoints {
    var offered = OfferedCheckpoints()
    guard !source.checkpoints.isEmpty, let judge = workplace.judge() else { return offered }
    let dossiers = joinedIDs(with: union.new)
    for (name, bytes) in source.checkpoints.sorted(by: { $0.key < $1.key }) {
      guard let checkpoint = Checkpoint(bytes: bytes), checkpoint.name == name,
        dossiers.contains(checkpoint.dossier),
        let signature = source.checkpoints["\(name).sig"]
      else { continue }
      let here = (checkpointFile(name), checkpointFile("\(name).sig"))
      guard here.0 != bytes || here.1 != signature,
        let verdict = try? judge.verdict(on: checkpoint, signature), verdict.holds
      else { continue }
      if verdict.isKnown { offered.attested.append(checkpoint) }
      guard verdict.isKnown || union.contains(checkpoint.head.identity),
        !holds(here.0, here.1, judge)
      else { continue }
      (offered.files[name], offered.files["\(name).sig"]) = (bytes, signature)
    }
    return offered
  }

  /// Whether what lies here under the names of a checkpoint is one with its signature.
  private func holds(_ text: [UInt8]?, _ signature: [UInt8]?, _ judge: CheckpointJudge) -> Bool {
    guard let checkpoint = text.flatMap({ Checkpoint(bytes: $0) }) else { return false }
    return (try? judge.verdict(on: checkpoint, signature))?.holds == true
  }

  private func checkpointFile(_ name: String) -> [UInt8]? {
    try? disk.contents("\(path)/checkpoints/\(name)", limit: MergeSource.Limit.checkpoint)
  }

  /// The heads that the checkpoints here attest by a signer of the register, of those that some
  /// condition wants to know of.
  func attestedHere(where isWanted: (Head) -> Bool) -> [Checkpoint] {
    let wanted = checkpointsHere().filter { isWanted($0.head) }
    guard !wanted.isEmpty, let judge = workplace.judge() else { return [] }
    return wanted.filter { (try? verdict(on: $0, judge))?.isKnown == true }
  }

  /// The checkpoints that a union still contradicts: its journals end before what was signed, and
  /// no entry lets that stand.
  func shortfalls(_ offered: OfferedCheckpoints, _ union: Union) -> [Damage] {
    offered.attested.compactMap { checkpoint in
      guard union.lacks(checkpoint.head) else { return nil }
      return Damage(
        checkpoint: .contradicted(checkpoint, found: union.reach[checkpoint.head.writer] ?? 0))
    }
  }
}
