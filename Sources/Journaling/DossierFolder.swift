package import Auditing
import Glibc
import Notation
import Signing

/// A dossier on disk: its journals, and the state that their entries add up to.
///
/// Opening replays; an operation is begun (lock, replay of what is new), its events are added to
/// the state one by one, and it is committed as one line or abandoned.
package final class DossierFolder {
  /// The absolute path of the folder.
  package let path: String
  /// The id of the dossier: that of its first operation.
  package private(set) var id: String
  package private(set) var state = State()
  let workplace: Workplace

  private var readers: [String: JournalReader] = [:]
  private var draft: Draft?
  /// What must be said of this writer first, with the next event that a person causes.
  private var pendingOpening: [Event] = []
  private var ownFile: OwnFile?

  /// An operation that is being prepared.
  private struct Draft {
    let saved: State
    var operation: Operation?
    /// What is done just before the line is written, such as naming the evidence it cites.
    var preparations: [() throws(JournalError) -> Void] = []
    var cleanups: [() -> Void] = []
  }

  private init(path: String, id: String, workplace: Workplace) {
    self.path = path
    self.id = id
    self.workplace = workplace
  }

  /// Opens the dossier of a folder and replays its journals.
  ///
  /// - Throws: `notADossier`, `malformedDossier`, `newerFormat`, `firstOperationMissing`, `system`.
  package static func open(_ path: String, at workplace: Workplace) throws(JournalError)
    -> DossierFolder
  {
    let path = try absolute(path)
    let file = path + "/dossier.json"
    guard Files.exists(file) else { throw .notADossier(path: path) }
    let bytes = try contents(file, limit: 1 << 16)
    guard let json = try? JSON.parse(bytes), let format = json["format"]?.integer,
      let id = json["id"]?.text
    else { throw .malformedDossier(path: file) }
    guard format == 1 else { throw .newerFormat(path: path, format: format) }
    let folder = DossierFolder(path: path, id: id, workplace: workplace)
    try folder.replayAll()
    guard folder.state.history.contains(id) else { throw .firstOperationMissing(path: path) }
    return folder
  }

  /// Makes the folder of a new dossier with its first operation.
  ///
  /// - Throws: `exists` when the folder holds anything; `system`, `writeFailed`, `syncFailed`.
  package static func create(
    _ path: String, title: String, purpose: Purpose, by person: String, at workplace: Workplace
  ) throws(JournalError) -> DossierFolder {
    let path = try makeFolders(path)
    let writer = workplace.mint(8)
    let events = [
      Event(
        "dossier.created", by: person,
        [
          "purpose": .text(purpose.rawValue), "title": .text(title), "tool": .text(workplace.tool),
        ]),
      opening(of: writer, by: person, why: "new", after: nil, workplace),
    ]
    let folder = DossierFolder(path: path, id: "", workplace: workplace)
    folder.ownFile = try OwnFile.create(writer: writer, in: folder)
    folder.readers[writer] = JournalReader(writer: writer)
    folder.beginDraft()
    for event in events { folder.add(event) }
    let operation = try folder.commit()
    let identity = JSON.object(
      JSON.Object([("format", .integer(1)), ("id", .text(operation?.id ?? ""))]))
    try system { () throws(SigningError) in
      try Files.create(path + "/dossier.json", identity.canonicalBytes + [0x0A])
      try Files.syncFolder(path)
    }
    return try open(path, at: workplace)
  }

  /// The first event of a writer: who holds its file, and why it began.
  static func opening(
    of writer: String, by person: String, why: String, after: String?, _ workplace: Workplace
  ) -> Event {
    var fields: [String: Content] = [
      "writer": .text(writer), "name": .text(workplace.machine.prefix(8).description),
      "tool": .text(workplace.tool), "why": .text(why),
    ]
    if let after { fields["after"] = .text(after) }
    return Event("writer.opened", by: person, fields)
  }
}

// MARK: - Replaying

extension DossierFolder {
  /// Where the journals do not hold; a torn tail of another writer may still be arriving.
  package var damages: [Damage] {
    readers.values.compactMap(\.damage).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private var journalFolder: String { path + "/journal" }

  func writersOnDisk() throws(JournalError) -> [String] {
    try Self.system { () throws(SigningError) in
      let folder = try Files.open(journalFolder, O_RDONLY | O_DIRECTORY)
      return try Files.names(in: folder, path: journalFolder).compactMap { name in
        let text = String(decoding: name, as: UTF8.self)
        guard text.hasSuffix(".journal") else { return nil }
        let writer = String(text.dropLast(8))
        return Line.isWriter(writer) ? writer : nil
      }
    }
  }

  private func replayAll() throws(JournalError) {
    var operations: [Operation] = []
    for writer in try writersOnDisk() { operations += try readNew(of: writer) }
    state = State(History(uniting: operations))
  }

  /// Reads what other processes and other writers have appended since.
  func replayNew() throws(JournalError) {
    var operations: [Operation] = []
    for writer in try writersOnDisk() { operations += try readNew(of: writer) }
    guard !operations.isEmpty else { return }
    if readers.count == 1 {
      for operation in operations { state.apply(operation) }
    } else {
      state = State(History(uniting: state.history.operations + operations))
    }
  }

  private func readNew(of writer: String) throws(JournalError) -> [Operation] {
    var reader = readers[writer] ?? JournalReader(writer: writer)
    let file = "\(journalFolder)/\(writer).journal"
    let length = reader.length
    let bytes: [UInt8] = try Self.system { () throws(SigningError) in
      let descriptor = try Files.openRegular(file)
      guard try Files.status(descriptor, file).st_size != length else { return [] }
      let rest = try Files.rest(of: descriptor, from: length, path: file)
      guard let trusted = Self.trustedLength(ofJournal: file) else { return rest }
      return Array(rest.prefix(max(0, trusted - length)))
    }
    let operations = reader.read(bytes)
    readers[writer] = reader
    return operations
  }

  /// Takes note that what follows the last whole line of a writer's file was set aside.
  func forgetTail(of writer: String) { readers[writer]?.forgetTail() }

  /// Takes the id of the first operation as the dossier's, when it has none yet.
  func take(identity: String) {
    if id.isEmpty { id = identity }
  }

  /// How far a writer's file was read.
  func reader(of writer: String) -> JournalReader? { readers[writer] }
}

// MARK: - Operations

extension DossierFolder {
  /// Whether an operation is being prepared.
  package var isPreparing: Bool { draft != nil }

  /// The mark of the writer whose operation is being prepared; empty when none is.
  package var writerPreparing: String { ownFile?.writer ?? "" }

  /// Takes the lock of this place's writer, replays what is new and begins an operation.
  ///
  /// A torn tail of this writer's own file is set aside first; when the lock is not to be had,
  /// another writer of this place goes on.
  package func begin() throws(JournalError) {
    guard draft == nil else { return }
    let own = try OwnFile.take(in: self)
    ownFile = own.file
    try replayNew()
    if readers[own.file.writer] == nil {
      readers[own.file.writer] = JournalReader(writer: own.file.writer)
    }
    beginDraft()
    pendingOpening = own.events
  }

  private func beginDraft() {
    pendingOpening = []
    draft = Draft(saved: state)
  }

  /// Adds an event to the operation being prepared; the state shows it at once.
  package func add(_ event: Event) {
    guard draft != nil, let ownFile else { return }
    if draft?.operation == nil {
      let head = state.history.heads[ownFile.writer]
      let operation = Operation(
        id: "pending", writer: ownFile.writer, n: (head?.n ?? 0) + 1, at: workplace.now(),
        previous: head?.id ?? Line.zeros, seen: state.history.unseen(by: ownFile.writer), events: []
      )
      draft?.operation = operation
      state.prepare(operation)
      for event in pendingOpening { state.add(event) }
    }
    state.add(event)
  }

  /// Does something just before the line is written, and something else if it never is.
  func prepare(
    _ preparation: @escaping () throws(JournalError) -> Void, cleanup: @escaping () -> Void
  ) {
    draft?.preparations.append(preparation)
    draft?.cleanups.append(cleanup)
  }

  /// Writes the operation as one line and makes it last; only then may it be acknowledged.
  ///
  /// An operation without events writes nothing. Whatever fails leaves the state as it was.
  @discardableResult
  package func commit() throws(JournalError) -> Operation? {
    guard let draft else { return nil }
    guard draft.operation != nil, let ownFile, var operation = state.history.operations.last else {
      end()
      return nil
    }
    do throws(JournalError) {
      let line = try encode(operation)
      for preparation in draft.preparations { try preparation() }
      try ownFile.append(line.bytes, id: line.id, n: operation.n)
      operation.id = line.id
      state.settle(id: line.id)
      readers[ownFile.writer]?.passed(operation, bytes: line.bytes.count)
    } catch {
      abandon()
      throw error
    }
    end()
    return operation
  }

  /// Forgets the operation being prepared: nothing of it was written.
  package func abandon() {
    guard let draft else { return }
    state = draft.saved
    for cleanup in draft.cleanups { cleanup() }
    end()
  }

  private func end() {
    draft = nil
    pendingOpening = []
    ownFile = nil
  }

  private func encode(_ operation: Operation) throws(JournalError) -> (bytes: [UInt8], id: String) {
    var bodies: [[UInt8]] = []
    for event in operation.events.compactMap(\.self) {
      let body = Line.encode(event, salt: workplace.mint(16), isClockGiven: workplace.isClockGiven)
      guard body.count <= Line.bodyLimit else {
        throw .entryTooLarge(bytes: body.count, limit: Line.bodyLimit)
      }
      bodies.append(body)
    }
    guard bodies.count <= Line.bodyCountLimit else {
      throw .entryTooLarge(bytes: bodies.count, limit: Line.bodyCountLimit)
    }
    let line = Line.encode(operation, bodies: bodies)
    guard line.bytes.count <= Line.lineLimit else {
      throw .entryTooLarge(bytes: line.bytes.count, limit: Line.lineLimit)
    }
    return line
  }
}
