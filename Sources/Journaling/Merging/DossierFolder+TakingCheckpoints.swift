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
  /// can contradict nothing. Where no signature can be checked none is taken. Of two of one name
  /// that of a signer of the register stays, else the lesser bytes: whichever came first.
  func offered(_ source: MergeSource, _ union: Union) -> OfferedCheckpoints {
    var offered = OfferedCheckpoints()
    guard !source.checkpoints.isEmpty, let judge = workplace.judge() else { return offered }
    let dossiers = joinedIDs(with: union.new)
    for (name, bytes) in source.checkpoints.sorted(by: { $0.key < $1.key }) {
      guard let checkpoint = Checkpoint(bytes: bytes), checkpoint.name == name,
        dossiers.contains(checkpoint.dossier),
        let signature = source.checkpoints["\(name).sig"]
      else { continue }
      let here = [checkpointFile(name), checkpointFile("\(name).sig")]
      guard here != [bytes, signature],
        let verdict = try? judge.verdict(on: checkpoint, signature), verdict.holds
      else { continue }
      if verdict.isKnown { offered.attested.append(checkpoint) }
      let there = Standing(verdict, isBorneOut: union.contains(checkpoint.head.identity))
      let standing = standing(of: name, here, of: dossiers, union, judge)
      guard there > .doubted, there >= standing else { continue }
      let files = here.map { $0 ?? [] }
      guard there > standing || [bytes, signature].precedes(files) else { continue }
      (offered.files[name], offered.files["\(name).sig"]) = (bytes, signature)
    }
    return offered
  }

  /// What the files of a checkpoint that lie here count for in a union.
  private func standing(
    of name: String, _ files: [[UInt8]?], of dossiers: Set<String>, _ union: Union,
    _ judge: CheckpointJudge
  ) -> Standing {
    guard let checkpoint = files[0].flatMap({ Checkpoint(bytes: $0) }), checkpoint.name == name,
      dossiers.contains(checkpoint.dossier),
      let verdict = try? judge.verdict(on: checkpoint, files[1])
    else { return .void }
    return Standing(verdict, isBorneOut: union.contains(checkpoint.head.identity))
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

/// What a checkpoint counts for, against another of the same name.
private enum Standing: Comparable {
  /// It has no signature that holds, or is another dossier's.
  case void
  /// Who signed it is not known, and the journals do not say what it says.
  case doubted
  /// Who signed it is not known, and the journals say the same.
  case borneOut
  /// A signer of the register answers for what the journals do not say.
  case disputed
  /// A signer of the register answers for it, and the journals say the same.
  case attested

  init(_ verdict: CheckpointJudge.Verdict, isBorneOut: Bool) {
    self =
      switch verdict {
      case .unsigned, .broken: .void
      case .unknown: isBorneOut ? .borneOut : .doubted
      case .known: isBorneOut ? .attested : .disputed
      }
  }
}

extension [[UInt8]] {
  /// Whether the bytes come before others, file by file.
  fileprivate func precedes(_ others: [[UInt8]]) -> Bool {
    lexicographicallyPrecedes(others) { $0.lexicographicallyPrecedes($1) }
  }
}
