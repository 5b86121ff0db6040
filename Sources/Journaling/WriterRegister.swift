import Auditing
import Glibc
import Notation
import Signing

/// Which writers this user has at each place of a dossier, and what each last acknowledged.
///
/// It lies outside the dossier, so that a dossier copied by any means never has two hands on one
/// file, and a shortened file of one's own is noticed. It is a list of lines, and the last of a
/// writer at a place counts. What a loss of power takes from its end makes it know less than the
/// files, which harms nothing; that a writer began, or is closed, is made to last.
struct WriterRegister {
  /// The id of the dossier.
  let dossier: String
  private let path: String
  private let stateHome: String
  private let disk: Disk

  /// One writer of one place with its last acknowledged operation.
  struct Entry: Hashable {
    var writer: String
    /// The number of that operation, 0 when there is none yet.
    var n: Int
    var id: String
    /// The length in bytes of its file after that operation.
    var length: Int
    /// Whether its file is closed for good, and another began after it.
    var isClosed = false

    /// The entry of a writer that has acknowledged nothing yet.
    static func begun(_ writer: String) -> Entry {
      Entry(writer: writer, n: 0, id: Line.zeros, length: 0)
    }
  }

  /// A folder as one machine sees it; paths that differ in any byte are different places.
  struct Place: Hashable {
    let machine: String
    private let bytes: [UInt8]

    init(machine: String, path: String) {
      self.machine = machine
      bytes = Array(path.utf8)
    }

    var path: String { String(decoding: bytes, as: UTF8.self) }
  }

  init(dossier: String, stateHome: String, disk: Disk) {
    self.dossier = dossier
    path = "\(stateHome)/constat/writers/\(dossier)"
    self.stateHome = stateHome
    self.disk = disk
  }

  /// What a register held when it was last read, so that it is not read again unchanged.
  struct Memory {
    fileprivate let known: [Known]
    /// The writers of the place at which it was asked for.
    fileprivate let entries: [Entry]
    /// Whether the file's last line has its end.
    fileprivate let isWhole: Bool
    private let file: stat

    fileprivate init(_ status: stat, _ known: [Known], at place: Place, isWhole: Bool) {
      self.known = known
      self.isWhole = isWhole
      entries = known.filter { $0.place == place }.map(\.entry)
      file = status
    }

    fileprivate func isOf(_ status: stat) -> Bool { file.isSame(as: status) }
  }

  /// The writers of a place, in the order in which they began.
  func entries(at place: Place, _ memory: inout Memory?) throws(JournalError) -> [Entry] {
    let status: stat
    do throws(SigningError) {
      status = try disk.named(path)
    } catch {
      if error.code == ENOENT { return [] }
      throw .stateUnwritable(folder: stateHome, code: error.code)
    }
    if memory?.isOf(status) != true {
      let (known, isWhole) = try DossierFolder.system { () throws(SigningError) in try read() }
      memory = Memory(status, known, at: place, isWhole: isWhole)
    }
    return memory?.entries ?? []
  }

  /// Whether a place of the dossier is known besides one.
  func knowsPlace(otherThan place: Place) throws(JournalError) -> Bool {
    try DossierFolder.system { () throws(SigningError) in
      try all().contains { $0.place != place }
    }
  }

  /// The other folders in which a machine has seen the dossier, in order.
  func paths(besides place: Place) throws(JournalError) -> [String] {
    try DossierFolder.system { () throws(SigningError) in
      let others = try all().map(\.place).filter { $0.machine == place.machine && $0 != place }
      return Set(others.map(\.path)).sorted()
    }
  }

  /// The writers of a machine, wherever they are.
  func writers(on machine: String) throws(JournalError) -> Set<String> {
    try DossierFolder.system { () throws(SigningError) in
      Set(try all().filter { $0.place.machine == machine }.map(\.entry.writer))
    }
  }

  /// Remembers what writers acknowledged; through a loss of power only when it must.
  func put(_ new: [Entry], at place: Place, _ memory: inout Memory?) throws(JournalError) {
    let new = new.map { Known(place: place, entry: $0) }
    let mustLast = new.contains { $0.entry.n == 0 || $0.entry.isClosed }
    let before = memory
    memory = nil
    do throws(SigningError) {
      memory = try put(new, at: place, knowing: before, mustLast: mustLast)
    } catch {
      throw .stateUnwritable(folder: stateHome, code: error.code)
    }
  }

  /// Writes entries, and gives what the register then holds where that was known.
  private func put(
    _ new: [Known], at place: Place, knowing before: Memory?, mustLast: Bool
  ) throws(SigningError) -> Memory? {
    let (file, status) = try openLocked()
    defer { withExtendedLifetime(file) {} }
    var after: Memory?
    if status.st_size > Self.lengthLimit {
      try rewrite(Self.overtaken(try all() + new))
    } else {
      let known = before?.isOf(status) == true ? before : nil
      after = try append(new, to: file, status, known, at: place)
      if mustLast { try disk.synchronize(file) }
    }
    if mustLast, let folder = Files.parent(of: path) { try disk.synchronizeFolder(folder) }
    return after
  }

  /// Adds lines to the register, which is locked; what it holds may be known.
  ///
  /// - Returns: what it holds then, where that was known.
  private func append(
    _ new: [Known], to file: Disk.File, _ status: stat, _ known: Memory?, at place: Place
  ) throws(SigningError) -> Memory? {
    // A line that was torn is ended, so that the next one stands for itself.
    let isWhole =
      if let known { known.isWhole } else {
        try disk.read(file, max(0, Int(status.st_size) - 1), 1).first ?? Line.end == Line.end
      }
    let lines = (isWhole ? [] : [Line.end]) + new.flatMap(encode)
    try disk.append(lines.span, to: file)
    guard let known else { return nil }
    let all = Self.overtaken(known.known + new)
    return Memory(try disk.status(file), all, at: place, isWhole: true)
  }

  /// Forgets a writer.
  func remove(_ writer: String, at place: Place) throws(JournalError) {
    try DossierFolder.system { () throws(SigningError) in
      let (file, _) = try openLocked()
      defer { withExtendedLifetime(file) {} }
      try rewrite(try all().filter { $0.place != place || $0.entry.writer != writer })
    }
  }

  /// The length in bytes beyond which what was overtaken is left out.
  private static let lengthLimit = 1 << 14

  /// Opens the register, which is made where it is not, and waits for its lock: that is freed when
  /// the file goes out of use.
  private func openLocked() throws(SigningError) -> (file: Disk.File, status: stat) {
    for _ in 0..<64 {
      let (file, opened) = try openOrMake()
      _ = try disk.lock(file, patience: .seconds(5))
      // The lock is on the open file, and who rewrites the register puts another in its place.
      let named = try disk.named(path)
      if named.isSameFile(as: opened) { return (file, named) }
    }
    throw .system(call: "open", path: path, code: ESTALE)
  }

  /// Opens the register; it and its folder are made where they are not.
  private func openOrMake() throws(SigningError) -> (file: Disk.File, status: stat) {
    let flags = O_RDWR | O_APPEND | O_CREAT
    do {
      return try disk.openKnown(path, flags)
    } catch .system(_, _, code: ENOENT) {
      if let folder = Files.parent(of: path) { try disk.makeLastingFolder(folder) }
      return try disk.openKnown(path, flags)
    }
  }
}

// MARK: - Lines

extension WriterRegister {
  fileprivate struct Known {
    let place: Place
    var entry: Entry
  }

  /// Every writer as its last line says; a line that cannot be understood says nothing.
  private func all() throws(SigningError) -> [Known] { try read().known }

  /// The same, and whether the last line has its end.
  private func read() throws(SigningError) -> (known: [Known], isWhole: Bool) {
    guard try disk.exists(path) else { return ([], true) }
    let bytes = try disk.contents(path, limit: 16 << 20)
    let lines = bytes.split(separator: Line.end)
    return (Self.overtaken(lines.compactMap(decode)), bytes.last ?? Line.end == Line.end)
  }

  /// Each writer of each place once, as last said, in the order in which they were first named.
  private static func overtaken(_ lines: [Known]) -> [Known] {
    var known: [Known] = []
    for new in lines {
      let index = known.firstIndex {
        $0.place == new.place && $0.entry.writer == new.entry.writer
      }
      if let index { known[index].entry = new.entry } else { known.append(new) }
    }
    return known
  }

  private func rewrite(_ known: [Known]) throws(SigningError) {
    try disk.replace(path, known.flatMap(encode))
  }

  private func decode(_ line: ArraySlice<UInt8>) -> Known? {
    guard let json = try? JSON.parse(line), let machine = json["machine"]?.text,
      let path = json["path"]?.text, let writer = json["writer"]?.text, Line.isWriter(writer),
      let n = json["n"]?.integer, let id = json["id"]?.text, Digest(hex: id) != nil,
      let length = json["length"]?.integer
    else { return nil }
    return Known(
      place: Place(machine: machine, path: path),
      entry: Entry(
        writer: writer, n: n, id: id, length: length, isClosed: json["closed"]?.bool ?? false))
  }

  private func encode(_ known: Known) -> [UInt8] {
    let entry = known.entry
    return JSON.object(
      JSON.Object(distinct: [
        "closed": .bool(entry.isClosed), "id": .text(entry.id), "length": .integer(entry.length),
        "machine": .text(known.place.machine), "n": .integer(entry.n),
        "path": .text(known.place.path), "writer": .text(entry.writer),
      ])
    ).canonicalBytes + [Line.end]
  }
}
