import Auditing
import Glibc
import Signing

/// The file of this place's writer, locked: the only one that this process appends to.
struct OwnFile {
  let writer: String
  let path: String
  private let descriptor: Descriptor
  private let folder: DossierFolder

  /// A file that was taken and what must be said of it in the next operation.
  struct Taken {
    let file: OwnFile
    let events: [Event]
  }

  /// Makes the file of a new writer.
  static func create(writer: String, in folder: DossierFolder) throws(JournalError) -> OwnFile {
    let path = "\(folder.path)/journal/\(writer).journal"
    let descriptor: Descriptor = try DossierFolder.system { () throws(SigningError) in
      let descriptor = try Files.open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      try Files.syncFolder("\(folder.path)/journal")
      return descriptor
    }
    _ = Locking.lock(descriptor.number, patience: .zero)
    return OwnFile(writer: writer, path: path, descriptor: descriptor, folder: folder)
  }

  /// Takes the file of this place's first writer that is free and whole, or of a new one.
  static func take(in folder: DossierFolder) throws(JournalError) -> Taken {
    var why = "new"
    var after: String?
    for entry in try folder.registeredWriters() where !entry.isClosed {
      switch try open(entry, in: folder) {
      case .taken(let taken): return taken
      case .busy: why = "busy"
      case .unusable(let reason):
        why = reason
        after = "\(entry.writer) \(entry.n) \(entry.id)"
        var closed = entry
        closed.isClosed = true
        try folder.register(closed)
      }
    }
    let writer = folder.workplace.mint(8)
    let file = try create(writer: writer, in: folder)
    if why == "new", try folder.isKnownElsewhere() { why = "copied" }
    let opening = DossierFolder.opening(
      of: writer, by: "", why: why, after: after, folder.workplace)
    return Taken(file: file, events: [opening])
  }

  private enum Attempt {
    case taken(Taken)
    case busy
    case unusable(String)
  }

  private static func open(_ entry: WriterRegister.Entry, in folder: DossierFolder)
    throws(JournalError) -> Attempt
  {
    let path = "\(folder.path)/journal/\(entry.writer).journal"
    guard Files.exists(path) else { return .unusable("went-back") }
    while true {
      let descriptor: Descriptor = try DossierFolder.system { () throws(SigningError) in
        try Files.open(path, O_RDWR | O_APPEND)
      }
      guard Locking.lock(descriptor.number, patience: folder.workplace.patience) else {
        return .busy
      }
      // The lock is on the open file: the name must still mean it.
      guard isNamed(descriptor, path) else { continue }
      let file = OwnFile(writer: entry.writer, path: path, descriptor: descriptor, folder: folder)
      return try file.examine(entry)
    }
  }

  private static func isNamed(_ descriptor: Descriptor, _ path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    guard unsafe fstat(descriptor.number, &opened) == 0, unsafe lstat(path, &named) == 0
    else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Whether the file holds what was acknowledged, and sets a torn tail aside.
  private func examine(_ entry: WriterRegister.Entry) throws(JournalError) -> Attempt {
    try folder.replayNew()
    guard let reader = folder.reader(of: writer) else { return .unusable("went-back") }
    guard reader.count >= entry.n, folder.state.history.contains(entry.id) else {
      return .unusable(reader.damage == nil ? "went-back" : "damaged")
    }
    let isSuspect = Files.exists(path + ".suspect")
    if reader.damage == nil, reader.torn == 0, !isSuspect {
      return .taken(Taken(file: self, events: []))
    }
    guard let recovery = try recover(reader, entry, isSuspect: isSuspect) else {
      return .unusable("damaged")
    }
    return .taken(Taken(file: self, events: [recovery]))
  }
}

// MARK: - Recovering

extension OwnFile {
  /// Sets aside what follows the last whole line, its bytes kept, and says so in an event.
  ///
  /// Damage that lies before a whole line is none of ours to mend: the file is then closed.
  private func recover(
    _ reader: JournalReader, _ entry: WriterRegister.Entry, isSuspect: Bool
  ) throws(JournalError) -> Event? {
    let keep = reader.length
    guard keep >= entry.length else { return nil }
    let tail: [UInt8] = try DossierFolder.system { () throws(SigningError) in
      try Files.rest(of: descriptor, from: keep, path: path)
    }
    if !isSuspect, holdsWholeLine(tail) { return nil }
    let aside = "\(path.dropLast(8)).torn-\(keep)-\(getpid())"
    try DossierFolder.system { () throws(SigningError) in
      if !tail.isEmpty, !Files.exists(aside) { try Files.create(aside, tail) }
      guard ftruncate(descriptor.number, keep) == 0 else { throw Files.failure("ftruncate", path) }
      try Files.sync(descriptor, path: path)
      _ = unsafe unlink(path + ".suspect")
      try Files.syncFolder("\(folder.path)/journal")
    }
    folder.forgetTail(of: writer)
    return Event(
      "journal.recovered",
      [
        "writer": .text(writer), "bytes": .integer(tail.count),
        "sha256": .text(Digest.of(tail).hex), "why": .text(isSuspect ? "suspect" : "torn"),
      ])
  }

  private func holdsWholeLine(_ tail: [UInt8]) -> Bool {
    let ended = tail.split(separator: Line.end, omittingEmptySubsequences: false).dropLast()
    return ended.contains { (try? Line.decode($0, checkingHashes: true)) != nil }
  }
}

// MARK: - Appending

extension OwnFile {
  /// Appends one line with one write and makes it last, then remembers it as acknowledged.
  ///
  /// - Throws: `writeFailed` after cutting the file back; `syncFailed`, which is never retried.
  func append(_ line: [UInt8], id: String, n: Int) throws(JournalError) {
    let disk = folder.workplace.disk
    let start = lseek(descriptor.number, 0, SEEK_END)
    var rest = line
    while !rest.isEmpty {
      switch disk.write(descriptor.number, rest) {
      case .success(let count) where count > 0:
        rest.removeFirst(count)
      case .success:
        try cutBack(to: Int(start), code: EIO)
      case .failure(let failure):
        try cutBack(to: Int(start), code: failure.code)
      }
    }
    if case .failure(let failure) = disk.synchronize(descriptor.number) {
      throw rescue(line, code: failure.code, length: Int(start))
    }
    folder.take(identity: id)
    let entry = WriterRegister.Entry(
      writer: writer, n: n, id: id, length: Int(start) + line.count)
    try folder.register(entry)
  }

  private func cutBack(to length: Int, code: Int32) throws(JournalError) {
    _ = folder.workplace.disk.truncate(descriptor.number, length)
    _ = folder.workplace.disk.synchronize(descriptor.number)
    throw .writeFailed(path: path, code: code)
  }

  /// Keeps the entry where it may last, and leaves a mark that the file is not to be trusted.
  private func rescue(_ line: [UInt8], code: Int32, length: Int) -> JournalError {
    let home = "\(folder.workplace.stateHome)/constat/rescue"
    let name = "\(home)/\(writer)-\(folder.workplace.now().milliseconds).journal"
    var rescue: String? = name
    do throws(SigningError) {
      try Files.makeFolders(home)
      try Files.create(name, line)
    } catch {
      rescue = nil
    }
    try? Files.create(path + ".suspect", Array("\(length)\n".utf8))
    return .syncFailed(
      path: path, code: code, rescue: rescue, entry: String(decoding: line, as: UTF8.self))
  }
}
