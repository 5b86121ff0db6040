import Auditing
import Glibc
import Signing

/// The file of this place's writer, locked: the only one that this process appends to.
struct OwnFile {
  let writer: String
  let path: String
  var file: Disk.File
  /// The writers that were found lost or damaged, and that this one goes on after.
  var closed: [WriterRegister.Entry] = []

  /// A file that was taken and what must be said of it in the next operation.
  struct Taken {
    var own: OwnFile
    var events: [Event]
    /// Whether what others appended was replayed under its lock.
    var isReplayed = false
  }

  /// Makes the file of a new writer, locked.
  ///
  /// The register knows of it first, where the dossier has an id yet, so that a file left empty
  /// by a crash is taken up again.
  static func create(in folder: DossierFolder) throws(JournalError) -> OwnFile {
    var writer = folder.workplace.mint(8)
    // A seed that is given twice mints a mark that is taken.
    for _ in 0..<64 where try folder.has(folder.journalPath(of: writer)) {
      writer = folder.workplace.mint(8)
    }
    if !folder.id.isEmpty { try folder.register([.begun(writer)]) }
    let path = folder.journalPath(of: writer)
    let disk = folder.disk
    let file = try DossierFolder.system { () throws(SigningError) in
      let file = try disk.open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      do throws(SigningError) {
        _ = try disk.lock(file)
        try disk.synchronizeFolder(folder.journalFolder)
      } catch {
        try? disk.unlink(path)
        throw error
      }
      return file
    }
    return OwnFile(writer: writer, path: path, file: file)
  }

  /// The first event of a writer: who holds its file, and why it began; `after` is the last
  /// entry of the writer before it, when that one is lost or damaged.
  static func opening(
    of writer: String, why: String, after: WriterRegister.Entry? = nil, in folder: DossierFolder
  ) -> Event {
    var fields: [String: Content] = [
      "writer": .text(writer), "tool": .text(folder.workplace.tool), "why": .text(why),
    ]
    if let after { fields["after"] = .text("\(after.writer) \(after.n) \(after.id)") }
    return Event("writer.opened", fields)
  }

  /// Takes the file of this place's first writer that is free and whole, or of a new one.
  static func take(in folder: DossierFolder) throws(JournalError) -> Taken {
    var reasons = Reasons()
    let known = try folder.registeredWriters()
    for entry in known where !entry.isClosed {
      let patience = reasons.isBusy ? Duration.zero : folder.workplace.patience
      switch try open(entry, in: folder, patience: patience) {
      case .busy: reasons.isBusy = true
      case .unusable(let why): reasons.add(entry, why)
      case .taken(var taken):
        if folder.readers[entry.writer]?.count == 0 {
          taken.events.insert(try reasons.opening(of: entry.writer, in: folder), at: 0)
          // A crash may have come between the file and the making last of its name.
          try DossierFolder.system { () throws(SigningError) in
            try folder.disk.synchronizeFolder(folder.journalFolder)
          }
        }
        taken.events += try tidy(known, besides: entry.writer, in: folder)
        taken.own.closed = reasons.closed
        return taken
      }
    }
    var own = try create(in: folder)
    own.closed = reasons.closed
    let opening = try reasons.opening(of: own.writer, in: folder)
    return Taken(own: own, events: [opening] + (try tidy(known, besides: own.writer, in: folder)))
  }

  /// Sets aside the torn tails of this place's other writers, whose files nobody holds: they may
  /// not write again for long, and nobody else may touch their files.
  private static func tidy(
    _ known: [WriterRegister.Entry], besides writer: String, in folder: DossierFolder
  ) throws(JournalError) -> [Event] {
    var events: [Event] = []
    for entry in known {
      guard !entry.isClosed, entry.writer != writer, let reader = folder.readers[entry.writer]
      else { continue }
      let isSuspect = try folder.isSuspect(entry.writer)
      guard reader.torn > 0 || reader.damage != nil || isSuspect else { continue }
      if case .taken(let taken) = try open(entry, in: folder, patience: .zero) {
        events += taken.events
      }
    }
    return events
  }

  /// Why none of the writers before could be taken.
  private struct Reasons {
    var isBusy = false
    private(set) var closed: [WriterRegister.Entry] = []
    private var lost: (after: WriterRegister.Entry, why: String)?

    mutating func add(_ entry: WriterRegister.Entry, _ why: String) {
      var closing = entry
      closing.isClosed = true
      closed.append(closing)
      if entry.n > 0 { lost = (entry, why) }
    }

    func opening(of writer: String, in folder: DossierFolder) throws(JournalError) -> Event {
      if let lost {
        return OwnFile.opening(of: writer, why: lost.why, after: lost.after, in: folder)
      }
      let isCopy = try folder.isKnownElsewhere()
      return OwnFile.opening(
        of: writer, why: isBusy ? "busy" : isCopy ? "copied" : "new", in: folder)
    }
  }

  private enum Attempt {
    case taken(Taken)
    case busy
    case unusable(String)
  }

  private static func open(
    _ entry: WriterRegister.Entry, in folder: DossierFolder, patience: Duration
  ) throws(JournalError) -> Attempt {
    let path = folder.journalPath(of: entry.writer)
    while true {
      let file: (file: Disk.File, status: stat, isLocked: Bool)
      do throws(SigningError) {
        file = try lock(path, in: folder, patience: patience)
      } catch {
        if case .system("open", _, code: ENOENT) = error { return .unusable("went-back") }
        // A file that may not be written to is closed as a damaged one is.
        guard Damage.Kind(reading: error) != nil else { throw DossierFolder.refusal(error) }
        return .unusable("damaged")
      }
      guard file.isLocked else { return .busy }
      var own = OwnFile(writer: entry.writer, path: path, file: file.file)
      // The lock is on the open file: the name must still mean it.
      guard let status = own.named(file.status, on: folder.disk) else { continue }
      if let events = try own.examine(entry, status, in: folder) {
        return .taken(Taken(own: own, events: events, isReplayed: true))
      }
      let reader = folder.readers[entry.writer]
      return .unusable(
        reader?.damage != nil ? "damaged" : reader?.isForked == true ? "copied" : "went-back")
    }
  }

  /// Opens a file and takes its lock if that is to be had.
  private static func lock(
    _ path: String, in folder: DossierFolder, patience: Duration
  ) throws(SigningError) -> (file: Disk.File, status: stat, isLocked: Bool) {
    let (file, status) = try folder.disk.openKnown(path, O_RDWR | O_APPEND)
    return (file, status, try folder.disk.lock(file, patience: patience))
  }

  /// Whether the name of the file still means the open one.
  func isNamed(_ disk: Disk) -> Bool {
    guard let opened = try? disk.status(file) else { return false }
    return named(opened, on: disk) != nil
  }

  /// What is told of the name of the file, if it still means the open one, of which something was
  /// told before.
  func named(_ opened: stat, on disk: Disk) -> stat? {
    guard let named = try? disk.named(path), named.isSameFile(as: opened) else { return nil }
    return named
  }

  /// What is to be said of a file that holds what was acknowledged, a torn tail set aside; nothing
  /// when it does not hold it.
  private mutating func examine(
    _ entry: WriterRegister.Entry, _ status: stat, in folder: DossierFolder
  ) throws(JournalError) -> [Event]? {
    try folder.replayNew(knowing: (writer, status))
    guard let reader = folder.readers[writer], !reader.isForked, !reader.isOutOfReach,
      reader.count >= entry.n,
      entry.n == 0 || folder.state.history.contains(entry.id)
    else { return nil }
    // Lines that nobody acknowledged may be in the system's memory only.
    let isSuspect = folder.isListedSuspect(writer)
    let known = max(entry.length, folder.lastingLengths[writer] ?? 0)
    let recovery = Recovery(
      acknowledged: entry.length, isSuspect: isSuspect,
      needsNewFile: isSuspect || reader.length > known)
    if recovery.needsNewFile || reader.torn > 0 || reader.damage != nil {
      guard try recover(reader, recovery, in: folder) else { return nil }
      _ = try folder.namesInJournal()
    }
    return folder.unreportedRecoveries(of: writer)
  }

  /// Takes the file of a new writer away again, when nothing was written to it.
  func discardIfEmpty(in folder: DossierFolder) {
    guard folder.readers[writer]?.count ?? 0 == 0,
      let status = try? folder.disk.status(file), status.st_size == 0, isNamed(folder.disk)
    else { return }
    try? folder.disk.unlink(path)
    folder.readers[writer] = nil
    folder.forget(writer)
  }
}
