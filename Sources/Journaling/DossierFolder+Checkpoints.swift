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
      try Self.system { () throws(SigningError) in
        let signature = try sign(checkpoint.bytes)
        try disk.makeLastingFolder(checkpointFolder)
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
    let journals = Journals(state.history.operations)
    var checkpoints: [Checkpoint] = []
    for name in try checkpointNames() {
      guard let checkpoint = read(name, &result.faults) else { continue }
      let writer = checkpoint.head.writer
      guard journals.ids[writer]?[checkpoint.head.n]?.contains(checkpoint.head.id) == true else {
        let found = journals.ids[writer]?.keys.max() ?? 0
        result.faults.append(.contradicted(checkpoint, found: found))
        continue
      }
      checkpoints.append(checkpoint)
    }
    for checkpoint in checkpoints.sorted(by: { $0.head.n > $1.head.n })
    where result.byWriter[checkpoint.head.writer] == nil {
      try attest(checkpoint, keygen, register, &result)
    }
    for (writer, head) in state.history.heads.sorted(by: { $0.key < $1.key }) where head.n > 0 {
      let attested = result.byWriter[writer]?.head.n
      guard head.n > attested ?? 0, let since = journals.times[writer]?[(attested ?? 0) + 1] else {
        continue
      }
      if let attested {
        result.ahead.append((head, attested, since))
      } else {
        result.unattested.append((head, since))
      }
    }
    return result
  }

  /// The operations by writer and number; a fork has several at one.
  private struct Journals {
    var ids: [String: [Int: [String]]] = [:]
    var times: [String: [Int: Timestamp]] = [:]

    init(_ operations: [Operation]) {
      for operation in operations {
        ids[operation.writer, default: [:]][operation.n, default: []].append(operation.id)
        times[operation.writer, default: [:]][operation.n] = operation.at
      }
    }
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

  private func read(_ name: String, _ faults: inout [Checkpoint.Fault]) -> Checkpoint? {
    guard let bytes = try? disk.contents("\(checkpointFolder)/\(name)", limit: 4096),
      let checkpoint = Checkpoint(bytes: bytes), checkpoint.name == name
    else {
      faults.append(.malformed(name: name))
      return nil
    }
    guard checkpoint.dossier == id else {
      faults.append(.foreign(name: name, dossier: checkpoint.dossier))
      return nil
    }
    return checkpoint
  }

  private func attest(
    _ checkpoint: Checkpoint, _ keygen: SSHKeygen, _ register: AllowedSigners,
    _ result: inout Attestations
  ) throws(JournalError) {
    let name = "\(checkpoint.name).sig"
    guard isThere(name) else { return }
    guard let bytes = try? disk.contents("\(checkpointFolder)/\(name)", limit: 1 << 16),
      let signature = try? SSHSignature(armored: bytes)
    else {
      result.faults.append(.badSignature(name: checkpoint.name))
      return
    }
    let (isGood, signer) = try Self.system { () throws(SigningError) -> (Bool, Signer) in
      guard try keygen.check(signature, of: checkpoint.bytes, .journal) else {
        return (false, .unknown)
      }
      return (
        true, try keygen.signer(of: signature, of: checkpoint.bytes, .journal, in: register)
      )
    }
    guard isGood else {
      result.faults.append(.badSignature(name: checkpoint.name))
      return
    }
    if case .known(let principal, _) = signer {
      result.byWriter[checkpoint.head.writer] = Attestation(
        head: checkpoint.head, signer: principal, fingerprint: signature.key.fingerprint)
    } else {
      result.bySigner.append((checkpoint, signature.key.fingerprint))
    }
  }
}
