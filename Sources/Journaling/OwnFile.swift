import Auditing
import Glibc
import Signing

/// The file of this place's writer, locked: the only one that this process appends to.
struct OwnFile {
  let writer: String
  let path: String
  var descriptor: Descriptor
  /// The writers that were found lost or damaged, and that this one goes on after.
  var closed: [WriterRegister.Entry] = []

  /// A file that was taken and what must be said of it in the next operation.
  struct Taken {
    var file: OwnFile
    var events: [Event]
  }

  /// Makes the file of a new writer, locked.
  ///
  /// The register knows of it first, where the dossier has an id yet, so that a file left empty
  /// by a crash is taken up again.
  static func create(in folder: DossierFolder) throws(JournalError) -> OwnFile {
    var writer = folder.workplace.mint(8)
    // A seed that is given twice mints a mark that is taken.
    for _ in 0..<64 where Files.exists(folder.journalPath(of: writer)) {
      writer = folder.workplace.mint(8)
    }
    if !folder.id.isEmpty { try folder.register([.begun(writer)]) }
    let path = folder.journalPath(of: writer)
    let descriptor: Descriptor = try DossierFolder.system { () throws(SigningError) in
      let descriptor = try Files.open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      _ = try Locking.lock(descriptor, patience: .zero, path: path)
      try Files.syncFolder(folder.journalFolder)
      return descriptor
    }
    return OwnFile(writer: writer, path: path, descriptor: descriptor)
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
    for entry in try folder.registeredWriters() where !entry.isClosed {
      let patience = reasons.isBusy ? Duration.zero : folder.workplace.patience
      switch try open(entry, in: folder, patience: patience) {
      case .busy: reasons.isBusy = true
      case .unusable(let why): reasons.add(entry, why)
      case .taken(var taken):
        if folder.readers[entry.writer]?.count == 0 {
          taken.events.insert(try reasons.opening(of: entry.writer, in: folder), at: 0)
        }
        taken.file.closed = reasons.closed
        return taken
      }
    }
    var file = try create(in: folder)
    file.closed = reasons.closed
    return Taken(file: file, events: [try reasons.opening(of: file.writer, in: folder)])
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
    while Files.exists(path) {
      let locked: Descriptor?
      do throws(SigningError) {
        let file = try Files.open(path, O_RDWR | O_APPEND | O_NONBLOCK)
        locked = try Locking.lock(file, patience: patience, path: path) ? file : nil
      } catch {
        if case .system("open", _, code: ENOENT) = error { break }
        throw DossierFolder.refusal(error)
      }
      guard let locked else { return .busy }
      var file = OwnFile(writer: entry.writer, path: path, descriptor: locked)
      // The lock is on the open file: the name must still mean it.
      guard file.isNamed else { continue }
      return try file.examine(entry, in: folder).map { events in
        .taken(Taken(file: file, events: events))
      } ?? .unusable(folder.readers[entry.writer]?.damage == nil ? "went-back" : "damaged")
    }
    return .unusable("went-back")
  }

  /// Whether the name of the file still means the open one.
  var isNamed: Bool {
    var (opened, named) = (stat(), stat())
    guard unsafe fstat(descriptor.number, &opened) == 0, unsafe lstat(path, &named) == 0
    else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// What is to be said of a file that holds what was acknowledged, a torn tail set aside; nothing
  /// when it does not hold it.
  private mutating func examine(
    _ entry: WriterRegister.Entry, in folder: DossierFolder
  ) throws(JournalError) -> [Event]? {
    try folder.replayNew()
    guard let reader = folder.readers[writer], reader.count >= entry.n,
      entry.n == 0 || folder.state.history.contains(entry.id)
    else { return nil }
    let isSuspect = folder.isSuspect(writer)
    if isSuspect || reader.torn > 0 || reader.damage != nil {
      guard try recover(reader, after: entry, isSuspect: isSuspect, in: folder) else { return nil }
    }
    return try folder.unreportedRecoveries(of: writer)
  }

  /// Takes the file of a new writer away again, when nothing was written to it.
  func discardIfEmpty(in folder: DossierFolder) {
    var status = stat()
    guard folder.readers[writer]?.count ?? 0 == 0,
      unsafe fstat(descriptor.number, &status) == 0, status.st_size == 0, isNamed
    else { return }
    _ = unsafe unlink(path)
    folder.readers[writer] = nil
    folder.forget(writer)
  }
}
