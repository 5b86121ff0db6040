import Auditing
import Glibc
import Notation
import Signing

/// Which writers this user has at each place of a dossier, and what each last acknowledged.
///
/// It lies outside the dossier, so that a dossier copied by any means never has two hands on one
/// file, and a shortened file of one's own is noticed.
struct WriterRegister {
  private let path: String

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

  init(dossier: String, stateHome: String) {
    path = "\(stateHome)/constat/writers/\(dossier)"
  }

  /// The writers of a place, in the order in which they began.
  func entries(at place: Place) throws(JournalError) -> [Entry] {
    try DossierFolder.system { () throws(SigningError) in try all()[place] ?? [] }
  }

  /// Whether a place of the dossier is known besides one.
  func knowsPlace(otherThan place: Place) throws(JournalError) -> Bool {
    try DossierFolder.system { () throws(SigningError) in
      try all().contains { $0.key != place && !$0.value.isEmpty }
    }
  }

  /// Remembers what writers acknowledged.
  func put(_ new: [Entry], at place: Place) throws(JournalError) {
    try change(place) { entries in
      for entry in new {
        if let index = entries.firstIndex(where: { $0.writer == entry.writer }) {
          entries[index] = entry
        } else {
          entries.append(entry)
        }
      }
    }
  }

  /// Forgets a writer.
  func remove(_ writer: String, at place: Place) throws(JournalError) {
    try change(place) { entries in entries.removeAll { $0.writer == writer } }
  }

  private func change(_ place: Place, _ change: (inout [Entry]) -> Void) throws(JournalError) {
    try DossierFolder.system { () throws(SigningError) in
      if let folder = Files.parent(of: path) { try Files.makeFolders(folder) }
      // Freed when the descriptor goes out of use.
      let lock = try Files.open(path + ".lock", O_RDWR | O_CREAT)
      _ = try Locking.lock(lock, patience: .seconds(5), path: path + ".lock")
      var places = try all()
      change(&places[place, default: []])
      try Files.replace(path, encode(places))
      _ = lock
    }
  }

  /// Every place; a register that cannot be understood holds none.
  private func all() throws(SigningError) -> [Place: [Entry]] {
    guard Files.exists(path) else { return [:] }
    let bytes = try Files.contents(path, limit: 16 << 20)
    guard let json = try? JSON.parse(bytes), let places = json["places"]?.list else { return [:] }
    var result: [Place: [Entry]] = [:]
    for place in places {
      guard let machine = place["machine"]?.text, let path = place["path"]?.text else { continue }
      result[Place(machine: machine, path: path)] = (place["writers"]?.list ?? []).compactMap(entry)
    }
    return result
  }

  private func entry(_ json: JSON) -> Entry? {
    guard let writer = json["writer"]?.text, Line.isWriter(writer), let n = json["n"]?.integer,
      let id = json["id"]?.text, let length = json["length"]?.integer
    else { return nil }
    return Entry(
      writer: writer, n: n, id: id, length: length, isClosed: json["closed"]?.bool ?? false)
  }

  private func encode(_ places: [Place: [Entry]]) -> [UInt8] {
    let list = places.filter { !$0.value.isEmpty }
      .sorted { ($0.key.machine, $0.key.path) < ($1.key.machine, $1.key.path) }
      .map { place, entries in
        JSON.object(
          JSON.Object([
            ("machine", .text(place.machine)), ("path", .text(place.path)),
            ("writers", .list(entries.map(json))),
          ]))
      }
    return JSON.object(JSON.Object([("format", .integer(1)), ("places", .list(list))]))
      .canonicalBytes
  }

  private func json(_ entry: Entry) -> JSON {
    .object(
      JSON.Object([
        ("writer", .text(entry.writer)), ("n", .integer(entry.n)), ("id", .text(entry.id)),
        ("length", .integer(entry.length)), ("closed", .bool(entry.isClosed)),
      ]))
  }
}
