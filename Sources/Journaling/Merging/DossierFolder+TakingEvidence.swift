import Auditing
import Glibc
import Signing

extension DossierFolder {
  /// Copies the evidence that entries name, each piece checked against its digest.
  ///
  /// A piece of the source that is not what its digest says is left where it is.
  ///
  /// - Returns: the digests of such pieces.
  func takeEvidence(_ plan: MergePlan, _ watch: MergeWatch) throws(JournalError) -> Set<String> {
    guard !plan.evidence.isEmpty else { return [] }
    var altered: Set<String> = []
    sweepWaitingRooms()
    let (room, hold) = try makeMergeRoom()
    defer {
      clearMergeRoom(room)
      _ = hold
    }
    var progress = MergeProgress()
    progress.total = sizes(of: plan)
    for digest in plan.evidence {
      try progress.tell(watch)
      guard let file = plan.source.evidence[digest] else { continue }
      let isTaken = try take(digest, file, room) { count throws(SigningError) in
        progress.bytes += count
        do {
          try watch(progress)
        } catch {
          throw .interrupted
        }
      }
      if !isTaken { altered.insert(digest) }
    }
    return altered
  }

  /// How many bytes are to be copied, by what the entries say.
  private func sizes(of plan: MergePlan) -> Int {
    let wanted = Set(plan.evidence)
    var sizes: [String: Int] = [:]
    for operations in [state.history.operations, plan.operations] {
      for case let event? in operations.flatMap(\.events) where event.kind == "evidence.attached" {
        guard let digest = event["sha256"]?.text, wanted.contains(digest) else { continue }
        sizes[digest] = event["size"]?.integer ?? 0
      }
    }
    return sizes.values.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }

  /// Copies one piece, and says whether it is what its digest says.
  private func take(
    _ digest: String, _ source: SourceFolder.File, _ room: String,
    _ progress: (Int) throws(SigningError) -> Void
  ) throws(JournalError) -> Bool {
    let file = try source.open()
    let size = try Self.system { () throws(SigningError) in
      Int(try Files.status(file, source.path).st_size)
    }
    guard size <= EvidenceLocker.Limits().file else {
      throw .merging(.tooLarge(path: source.path, limit: EvidenceLocker.Limits().file))
    }
    let locker = EvidenceLocker(self)
    try locker.checkSpace(for: size, source.path)
    let waiting = "\(room)/\(digest)"
    let found = try Self.system { () throws(SigningError) in
      let copy = try disk.open(waiting, O_WRONLY | O_APPEND | O_CREAT | O_EXCL)
      var hash = SHA256()
      var count = 0
      try Files.read(file.number, path: source.path) { (part: Span<UInt8>) throws(SigningError) in
        count += part.count
        guard count <= size else { throw .sourceChanged(path: source.path) }
        try disk.append(part, to: copy)
        hash.update(part)
        try progress(part.count)
      }
      try disk.makeReadOnly(copy)
      try disk.synchronize(copy)
      return hash.digest
    }
    if found.hex == digest {
      try locker.place(EvidenceLocker.Waiting(path: waiting, digest: found))
    }
    try? disk.unlink(waiting)
    return found.hex == digest
  }
}
