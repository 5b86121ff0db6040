import Auditing
import Glibc
import Signing

extension DossierFolder {
  /// Where the journals do not hold and no entry lets that stand; a torn tail of another writer
  /// may still be arriving.
  package var damages: [Damage] {
    let damaged = readers.values.filter { $0.damage != nil }
    guard !damaged.isEmpty else { return foundationDamages }
    let accepted = Self.accepted(in: state)
    return foundationDamages
      + damaged.filter { $0.isNewer || accepted[$0.writer]?.contains($0.last) != true }
      .compactMap(\.damage).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  var journalFolder: String { path + "/journal" }

  func journalPath(of writer: String) -> String { "\(journalFolder)/\(writer).journal" }

  /// The names in the journal folder; a folder that is not there holds none.
  func namesInJournal() throws(JournalError) -> [String] {
    do throws(SigningError) {
      journalNames = try disk.names(journalFolder)
      return journalNames
    } catch {
      journalNames = []
      if case .system(_, _, code: ENOENT) = error { return [] }
      throw Self.refusal(error)
    }
  }

  func writersOnDisk() throws(JournalError) -> [String] {
    Self.writers(in: try namesInJournal())
  }

  private static func writers(in names: [String]) -> [String] {
    names.compactMap { name in
      guard name.hasSuffix(".journal") else { return nil }
      let writer = String(name.dropLast(8))
      return Line.isWriter(writer) ? writer : nil
    }
  }

  /// Reads every journal from its beginning.
  func replayAll() throws(JournalError) {
    try readAll()
    if !state.history.missing.isEmpty { try replayNew() }
  }

  private func readAll() throws(JournalError) {
    readers = [:]
    var operations: [Operation] = []
    let writers = try writersOnDisk()
    // A history takes about as much memory beside its files as these do.
    LargePages.expect(
      2 * writers.reduce(0) { $0 + Int((try? disk.named(journalPath(of: $1)))?.st_size ?? 0) })
    for writer in writers {
      let new = try readNew(of: writer) ?? []
      if operations.isEmpty { operations = new } else { operations += new }
    }
    state = State(History(uniting: operations))
  }

  /// Reads what other processes and other writers have appended since.
  ///
  /// A file that went back, was replaced or is gone makes all be read anew. What is told of the
  /// file of one writer may be known already. An operation that names what is not here may have
  /// been appended, after that, while the files were read one by one: then they are read again.
  func replayNew(knowing known: (writer: String, status: stat)? = nil) throws(JournalError) {
    try readNew(knowing: known)
    for _ in 0..<8 where !state.history.missing.isEmpty {
      let count = state.history.operations.count
      try readNew(knowing: nil)
      if state.history.operations.count == count { return }
    }
  }

  private func readNew(knowing known: (writer: String, status: stat)?) throws(JournalError) {
    let names = try namesInJournal()
    let writers = Self.writers(in: names)
    for (writer, reader) in readers where !writers.contains(writer) {
      guard reader.count == 0 else { return try readAll() }
      readers[writer] = nil
    }
    var operations: [Operation] = []
    for writer in writers {
      let status = known?.writer == writer ? known?.status : nil
      if !isListedSuspect(writer), isUnchanged(writer, status) { continue }
      guard let new = try readNew(of: writer) else { return try readAll() }
      operations += new
    }
    if !operations.isEmpty { state.unite(operations) }
  }

  /// Whether a file is the one that was read, and as long as it was.
  private func isUnchanged(_ writer: String, _ known: stat?) -> Bool {
    guard let reader = readers[writer], reader.count > 0 || reader.damage != nil,
      !reader.isOutOfReach,
      let status = known ?? (try? disk.named(journalPath(of: writer))), reader.canGoOn(status)
    else { return false }
    return Int(status.st_size) == reader.length || reader.damage != nil
  }

  /// What a writer has appended since its file was read, or nothing when it is another file.
  ///
  /// A file that the system does not give counts as damaged from there on.
  private func readNew(of writer: String) throws(JournalError) -> [Operation]? {
    var reader = readers[writer] ?? JournalReader(writer: writer)
    if reader.isOutOfReach { reader.forgetTail() }
    let path = journalPath(of: writer)
    let trusted = trustedLength(of: writer)
    let isLater = reader.count > 0
    var operations: [Operation] = []
    let (status, bytes): (stat, [UInt8])
    do throws(SigningError) {
      let file: Disk.File
      (file, status) = try disk.openKnown(path)
      guard reader.canGoOn(status) else { return nil }
      let size = Int(status.st_size)
      if !isLater, reader.damage == nil {
        operations = reader.readLong(file, of: min(size, trusted ?? size), on: disk)
      }
      bytes = size == reader.length ? [] : try disk.rest(of: file, from: reader.length)
    } catch {
      // A new writer's file goes again when its first operation is abandoned.
      if case .system(_, _, code: ENOENT) = error { return reader.count == 0 ? [] : nil }
      guard let fault = Damage.Kind(reading: error) else { throw Self.refusal(error) }
      reader.breakOff(fault)
      readers[writer] = reader
      return operations
    }
    reader.identify(status)
    let counted = trusted.map { Array(bytes.prefix(max(0, $0 - reader.length))) } ?? bytes
    operations += reader.read(counted, checkingHashes: isLater)
    readers[writer] = reader
    return operations
  }

  /// The length up to which a file counts after a failed synchronisation, if there was one; none
  /// of it where that cannot be told.
  func trustedLength(of writer: String) -> Int? {
    do throws(JournalError) {
      return try countedLength(of: writer)
    } catch {
      return 0
    }
  }

  /// The length up to which a file counts after a failed synchronisation, if there was one.
  func countedLength(of writer: String) throws(JournalError) -> Int? {
    let mark: [UInt8]
    do throws(SigningError) {
      mark = try disk.contents(journalPath(of: writer) + ".suspect", limit: 64)
    } catch {
      if case .system(_, _, code: ENOENT) = error { return trustedLengths[writer] }
      throw Self.refusal(error)
    }
    return SuspectMark.length(in: mark) ?? trustedLengths[writer]
  }
}
