import Auditing
import Glibc
import Signing

extension OwnFile {
  /// What is known of a file whose end must be looked at before more is written.
  struct Recovery {
    /// The length in bytes of what was acknowledged at this place.
    let acknowledged: Int
    /// Whether its last synchronisation failed.
    let isSuspect: Bool
    /// Whether what counts must be put in a new file: the system's memory of this one may differ
    /// from the disk, and says nothing when asked again.
    let needsNewFile: Bool
  }

  /// Sets aside what follows the last whole line that counts, its bytes kept.
  ///
  /// Damage that lies before a whole line is none of ours to mend: the file is then closed.
  ///
  /// - Returns: whether the file may be appended to.
  mutating func recover(
    _ reader: JournalReader, _ recovery: Recovery, in folder: DossierFolder
  ) throws(JournalError) -> Bool {
    let keep = reader.length
    guard keep >= recovery.acknowledged else { return false }
    let bytes = try DossierFolder.system { () throws(SigningError) in
      try folder.disk.rest(of: file)
    }
    guard bytes.count >= keep else { return false }
    let (kept, tail) = (Array(bytes.prefix(keep)), Array(bytes.dropFirst(keep)))
    if !recovery.isSuspect, holdsLaterLine(tail, than: reader.count) { return false }
    if recovery.needsNewFile {
      var check = JournalReader(writer: writer)
      _ = check.read(kept, checkingHashes: true)
      guard check.length == keep else { return false }
    }
    try DossierFolder.system { () throws(SigningError) in
      if !tail.isEmpty {
        let word = recovery.isSuspect ? "suspect-" : ""
        try folder.disk.keepAside(
          tail, as: "\(folder.journalFolder)/\(writer).torn-\(keep)-\(word)\(getpid())")
      }
      if recovery.needsNewFile {
        try rewrite(kept, in: folder)
      } else {
        try folder.disk.truncate(file, keep)
        try folder.disk.synchronize(file)
      }
    }
    folder.lastingLengths[writer] = keep
    folder.readers[writer]?.forgetTail()
    return true
  }

  /// Whether some line of a tail is whole by its own hashes and comes after the last that counts.
  private func holdsLaterLine(_ tail: [UInt8], than count: Int) -> Bool {
    let ended = tail.split(separator: Line.end, omittingEmptySubsequences: false).dropLast()
    return ended.contains { line in
      do throws(LineFault) {
        let operation = try Line.decode(line, checkingHashes: true)
        return operation.writer != writer || operation.n > count
      } catch {
        return error.isNewer
      }
    }
  }

  /// Puts the bytes that count in a new file in the place of this one.
  private mutating func rewrite(_ kept: [UInt8], in folder: DossierFolder) throws(SigningError) {
    let disk = folder.disk
    let temporary = Unfinished.name(of: path)
    try? disk.unlink(temporary)
    let new = try disk.open(temporary, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
    do throws(SigningError) {
      _ = try disk.lock(new)
      try disk.append(kept.span, to: new)
      try disk.synchronize(new)
      try disk.rename(temporary, path)
    } catch {
      try? disk.unlink(temporary)
      throw error
    }
    file = new
    try disk.synchronizeFolder(folder.journalFolder)
    try clearMark(of: folder)
    folder.readers[writer]?.identify(try disk.status(new))
    folder.trustedLengths[writer] = nil
  }
}

extension OwnFile {
  /// Takes the mark of a failed synchronisation away; one that came back with the power would
  /// take all that is written from here for unsure.
  private func clearMark(of folder: DossierFolder) throws(SigningError) {
    let (disk, mark) = (folder.disk, path + ".suspect")
    guard try disk.exists(mark) else { return }
    let bytes = try disk.contents(mark, limit: 64)
    try disk.unlink(mark)
    do throws(SigningError) {
      try disk.synchronizeFolder(folder.journalFolder)
    } catch {
      try? disk.replace(mark, bytes)
      throw error
    }
  }
}

extension DossierFolder {
  /// Whether the last synchronisation of a writer's file failed.
  func isSuspect(_ writer: String) throws(JournalError) -> Bool {
    if trustedLengths[writer] != nil { return true }
    return try has(journalPath(of: writer) + ".suspect")
  }

  /// The same by the names that the journal folder held when they were last asked for.
  func isListedSuspect(_ writer: String) -> Bool {
    trustedLengths[writer] != nil || journalNames.contains("\(writer).journal.suspect")
  }

  /// An event for each tail that was set aside and that no entry speaks of yet.
  ///
  /// They are found on disk, so that one is not forgotten when an operation is abandoned.
  func unreportedRecoveries(of writer: String) -> [Event] {
    let names = journalNames.filter {
      $0.hasPrefix("\(writer).torn-") && !$0.contains(".new-")
    }
    guard !names.isEmpty else { return [] }
    var reported: [String: Int] = [:]
    for operation in state.history.operations {
      for case let event? in operation.events where event.kind == "journal.recovered" {
        guard event["writer"]?.text == writer, let digest = event["sha256"]?.text else { continue }
        reported[digest, default: 0] += 1
      }
    }
    var events: [Event] = []
    for name in names {
      guard let bytes = try? disk.contents("\(journalFolder)/\(name)", limit: .max)
      else { continue }
      let digest = Digest.of(bytes).hex
      if let count = reported[digest], count > 0 {
        reported[digest] = count - 1
        continue
      }
      events.append(
        Event(
          "journal.recovered",
          [
            "writer": .text(writer), "bytes": .integer(bytes.count), "sha256": .text(digest),
            "why": .text(reason(in: name)),
          ]))
    }
    return events
  }

  /// Why bytes were set aside, as the name of their file says.
  private func reason(in name: String) -> String {
    if name.contains("-suspect-") { return "suspect" }
    return name.contains("-repair-") || name.contains("-merge-") ? "repaired" : "torn"
  }
}
