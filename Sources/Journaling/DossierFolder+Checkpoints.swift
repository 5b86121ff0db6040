package import Auditing
import Glibc
package import Signing

extension DossierFolder {
  private var checkpointFolder: String { "\(path)/checkpoints" }

  /// The heads of this place's writers for which no signed checkpoint lies here yet, in order.
  package func unsignedHeads() throws(JournalError) -> [Head] {
    let own = try registeredWriters().map(\.writer)
    return own.compactMap { state.history.head(of: $0) }.filter { head in
      head.n > 0 && head.id != "pending"
        && !isThere("\(Checkpoint(dossier: id, head: head).name).sig")
    }
  }

  /// Signs heads and keeps the signatures; each journal is checked, hashes and all, before that.
  ///
  /// The operations stay as they are: a checkpoint is no entry, and anybody may remove one.
  ///
  /// - Throws: `damaged` when a journal does not hold up to its head; what `sign` throws.
  @discardableResult
  package func sign(
    _ heads: [Head], by sign: ([UInt8]) throws(SigningError) -> SSHSignature
  ) throws(JournalError) -> [Checkpoint] {
    var made: [Checkpoint] = []
    for head in heads {
      try check(head)
      let checkpoint = Checkpoint(dossier: id, head: head)
      try Self.checkFolder(checkpointFolder, disk)
      try Self.system { () throws(SigningError) in
        let signature = try sign(checkpoint.bytes)
        try disk.makeLastingFolder(checkpointFolder)
        sweepPassingFiles(in: checkpointFolder)
        // The signature first: a text that lies there always has one.
        try disk.replace("\(checkpointFolder)/\(checkpoint.name).sig", signature.armored)
        try disk.replace("\(checkpointFolder)/\(checkpoint.name)", checkpoint.bytes)
        try disk.synchronizeFolder(checkpointFolder)
      }
      made.append(checkpoint)
    }
    return made
  }

  /// Whether a file of that name lies among the checkpoints.
  private func isThere(_ name: String) -> Bool {
    (try? disk.exists("\(checkpointFolder)/\(name)")) == true
  }

  /// Checks a journal with all its hashes up to a head.
  private func check(_ head: Head) throws(JournalError) {
    var reader = JournalReader(writer: head.writer)
    let bytes = try contents(journalPath(of: head.writer))
    let operations = reader.read(bytes, checkingHashes: true)
    guard operations.contains(where: { $0.n == head.n && $0.id == head.id }) else {
      throw .damaged([
        reader.damage
          ?? Damage(
            file: reader.file, line: reader.count + 1,
            kind: .lostEntries(acknowledged: head.n, found: reader.count))
      ])
    }
  }
}

// MARK: - Checking

extension DossierFolder {
  /// What the signed heads that lie in the dossier prove of its journals.
  ///
  /// Of each writer the furthest checkpoint is checked first; once one holds by a signer of the
  /// register, the earlier ones prove nothing more and only their texts are compared.
  ///
  /// - Throws: `system` when `ssh-keygen` is not there or does not answer.
  package func attestations(
    _ keygen: SSHKeygen, register: AllowedSigners
  ) throws(JournalError) -> Attestations {
    var result = Attestations()
    let judge = CheckpointJudge(keygen, register)
    let history = state.history
    let accepted = Self.accepted(in: state)
    let names = try checkpointNames()
    let ids = names.isEmpty ? [] : joinedIDs()
    var (checkpoints, doubtful): ([Checkpoint], [Checkpoint]) = ([], [])
    for name in names {
      guard let checkpoint = read(name, of: ids, &result.faults) else { continue }
      let head = checkpoint.head
      let signed = history.position(of: head.id).map { history.operations[$0] }
      if signed?.writer == head.writer, signed?.n == head.n {
        checkpoints.append(checkpoint)
      } else if accepted[head.writer]?.contains(head.id) != true {
        doubtful.append(checkpoint)
      }
    }
    // One that was signed after the journals were read may be of what came since.
    let held = doubtful.isEmpty ? [] : held(among: doubtful.map(\.head))
    for checkpoint in doubtful {
      if held.contains(checkpoint.head) {
        checkpoints.append(checkpoint)
      } else {
        try weigh(checkpoint, isBorneOut: false, judge, &result)
      }
    }
    for checkpoint in checkpoints.sorted(by: { $0.head.n > $1.head.n })
    where result.byWriter[checkpoint.head.writer] == nil {
      try weigh(checkpoint, isBorneOut: true, judge, &result)
    }
    let attested = result.byWriter.mapValues(\.head.n)
    let waiting = history.heads.filter { $0.value.n > attested[$0.key] ?? 0 }
    let times = times(of: waiting.keys.map { ($0, (attested[$0] ?? 0) + 1) })
    for (writer, head) in waiting.sorted(by: { $0.key < $1.key }) {
      guard let since = times[writer] else { continue }
      if let attested = attested[writer] {
        result.ahead.append((head, attested, since))
      } else {
        result.unattested.append((head, since))
      }
    }
    return result
  }

  /// When one operation of each writer was entered, by its number; of a fork, the last.
  private func times(of numbers: [(String, Int)]) -> [String: Timestamp] {
    guard !numbers.isEmpty else { return [:] }
    let wanted = Dictionary(numbers, uniquingKeysWith: { first, _ in first })
    var times: [String: Timestamp] = [:]
    for operation in state.history.operations where wanted[operation.writer] == operation.n {
      times[operation.writer] = operation.at
    }
    return times
  }

  /// The checkpoints of this dossier that lie here, whoever signed them.
  func checkpointsHere() -> [Checkpoint] {
    var faults: [Checkpoint.Fault] = []
    let names = ((try? checkpointNames()) ?? []).sorted()
    let ids = names.isEmpty ? [] : joinedIDs()
    return names.compactMap { read($0, of: ids, &faults) }
  }

  private func checkpointNames() throws(JournalError) -> [String] {
    guard try has(checkpointFolder) else { return [] }
    let names = try Self.system { () throws(SigningError) in try disk.names(checkpointFolder) }
    return names.compactMap { name in
      let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
      guard name.hasSuffix(".txt"), parts.count == 2, Line.isWriter(String(parts[0])),
        parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
      else { return nil }
      return name
    }
  }

  private func read(
    _ name: String, of dossiers: Set<String>, _ faults: inout [Checkpoint.Fault]
  ) -> Checkpoint? {
    guard let bytes = try? disk.contents("\(checkpointFolder)/\(name)", limit: 4096),
      let checkpoint = Checkpoint(bytes: bytes), checkpoint.name == name
    else {
      faults.append(.malformed(name: name))
      return nil
    }
    guard dossiers.contains(checkpoint.dossier) else {
      faults.append(.foreign(name: name, dossier: checkpoint.dossier))
      return nil
    }
    return checkpoint
  }

  /// Who answers for a checkpoint that lies here.
  func verdict(
    on checkpoint: Checkpoint, _ judge: CheckpointJudge
  ) throws(JournalError) -> CheckpointJudge.Verdict {
    let name = "\(checkpoint.name).sig"
    guard isThere(name) else { return .unsigned }
    guard let bytes = try? disk.contents("\(checkpointFolder)/\(name)", limit: 1 << 16) else {
      return .broken
    }
    return try Self.system { () throws(SigningError) in try judge.verdict(on: checkpoint, bytes) }
  }

  /// Takes note of a checkpoint by who answers for it: that it attests its head, or that the
  /// journals contradict it.
  private func weigh(
    _ checkpoint: Checkpoint, isBorneOut: Bool, _ judge: CheckpointJudge,
    _ result: inout Attestations
  ) throws(JournalError) {
    let writer = checkpoint.head.writer
    switch try verdict(on: checkpoint, judge) {
    case .unsigned: break
    case .broken: result.faults.append(.badSignature(name: checkpoint.name))
    case .unknown(let fingerprint):
      if isBorneOut {
        result.bySigner.append((checkpoint, fingerprint))
      } else {
        result.faults.append(.doubted(checkpoint, fingerprint: fingerprint))
      }
    case .known(let signer, let fingerprint):
      if isBorneOut {
        result.byWriter[writer] = Attestation(
          head: checkpoint.head, signer: signer, fingerprint: fingerprint)
      } else {
        let found = state.history.operations.lazy.filter { $0.writer == writer }.map(\.n).max()
        result.faults.append(.contradicted(checkpoint, found: found ?? 0))
      }
    }
  }
}
