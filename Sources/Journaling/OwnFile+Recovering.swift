import Auditing
import Glibc
import Signing

extension OwnFile {
  /// Sets aside what follows the last whole line that counts, its bytes kept.
  ///
  /// Damage that lies before a whole line is none of ours to mend: the file is then closed.
  ///
  /// - Returns: whether the file may be appended to.
  mutating func recover(
    _ reader: JournalReader, after entry: WriterRegister.Entry, isSuspect: Bool,
    in folder: DossierFolder
  ) throws(JournalError) -> Bool {
    let keep = reader.length
    guard keep >= entry.length else { return false }
    let bytes: [UInt8] = try DossierFolder.system { () throws(SigningError) in
      try Files.rest(of: descriptor, from: 0, path: path)
    }
    guard bytes.count >= keep else { return false }
    let (kept, tail) = (Array(bytes.prefix(keep)), Array(bytes.dropFirst(keep)))
    if !isSuspect, holdsLaterLine(tail, than: reader.count) { return false }
    if isSuspect {
      var check = JournalReader(writer: writer)
      _ = check.read(kept, checkingHashes: true)
      guard check.length == keep else { return false }
    }
    if !tail.isEmpty { try keepAside(tail, from: keep, isSuspect: isSuspect, in: folder) }
    if isSuspect {
      try rewrite(kept, in: folder)
    } else {
      try cut(to: keep, folder.workplace.disk)
    }
    folder.readers[writer]?.forgetTail()
    return true
  }

  /// Whether some line of a tail is whole by its own hashes and comes after the last that counts.
  private func holdsLaterLine(_ tail: [UInt8], than count: Int) -> Bool {
    let ended = tail.split(separator: Line.end, omittingEmptySubsequences: false).dropLast()
    return ended.contains { line in
      guard let operation = try? Line.decode(line, checkingHashes: true) else { return false }
      return operation.writer != writer || operation.n > count
    }
  }

  /// Keeps bytes beside the journal under a name that nothing has.
  private func keepAside(
    _ tail: [UInt8], from offset: Int, isSuspect: Bool, in folder: DossierFolder
  ) throws(JournalError) {
    let word = isSuspect ? "suspect-" : ""
    let name = "\(folder.journalFolder)/\(writer).torn-\(offset)-\(word)\(getpid())"
    try DossierFolder.system { () throws(SigningError) in
      var free = name
      var count = 1
      while Files.exists(free) {
        count += 1
        free = "\(name)-\(count)"
      }
      try Files.create(free, tail)
      try Files.syncFolder(folder.journalFolder)
    }
  }

  private func cut(to length: Int, _ disk: Disk) throws(JournalError) {
    for result in [disk.truncate(descriptor.number, length), disk.synchronize(descriptor.number)] {
      if case .failure(let failure) = result { throw .writeFailed(path: path, code: failure.code) }
    }
  }

  /// Puts the bytes that count in a new file in the place of this one: what the system holds of a
  /// file whose synchronisation failed may differ from the disk.
  private mutating func rewrite(_ kept: [UInt8], in folder: DossierFolder) throws(JournalError) {
    let temporary = "\(path).new-\(getpid())"
    descriptor = try DossierFolder.system { () throws(SigningError) in
      _ = unsafe unlink(temporary)
      let file = try Files.open(temporary, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      _ = try Locking.lock(file, patience: .zero, path: temporary)
      try Files.write(kept.span, to: file, path: temporary)
      try Files.sync(file, path: temporary)
      guard unsafe rename(temporary, path) == 0 else { throw Files.failure("rename", path) }
      try Files.syncFolder(folder.journalFolder)
      _ = unsafe unlink(path + ".suspect")
      try Files.syncFolder(folder.journalFolder)
      folder.readers[writer]?.identify(try Files.status(file, path))
      return file
    }
    folder.trustedLengths[writer] = nil
  }
}

extension DossierFolder {
  /// Whether the last synchronisation of a writer's file failed.
  func isSuspect(_ writer: String) -> Bool {
    trustedLengths[writer] != nil || Files.exists(journalPath(of: writer) + ".suspect")
  }

  /// An event for each tail that was set aside and that no entry speaks of yet.
  ///
  /// They are found on disk, so that one is not forgotten when an operation is abandoned.
  func unreportedRecoveries(of writer: String) throws(JournalError) -> [Event] {
    let names = try namesInJournal().filter { $0.hasPrefix("\(writer).torn-") }
    guard !names.isEmpty else { return [] }
    let reported = Set(
      state.history.operations.flatMap(\.events).compactMap { event in
        event?.kind == "journal.recovered" && event?["writer"]?.text == writer
          ? event?["sha256"]?.text : nil
      })
    var events: [Event] = []
    for name in names {
      guard let bytes = try? Files.contents("\(journalFolder)/\(name)", limit: .max)
      else { continue }
      let digest = Digest.of(bytes).hex
      guard !reported.contains(digest) else { continue }
      events.append(
        Event(
          "journal.recovered",
          [
            "writer": .text(writer), "bytes": .integer(bytes.count), "sha256": .text(digest),
            "why": .text(name.contains("-suspect-") ? "suspect" : "torn"),
          ]))
    }
    return events
  }
}
