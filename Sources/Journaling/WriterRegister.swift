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
    var n: Int
    var id: String
    /// The length in bytes of its file after that operation.
    var length: Int
    /// Whether its file is closed for good, and why another began after it.
    var isClosed = false
  }

  init(dossier: String, stateHome: String) {
    path = "\(stateHome)/constat/writers/\(dossier)"
  }

  /// The writers of a place: one folder as one machine sees it.
  func entries(machine: String, place: String) throws(JournalError) -> [Entry] {
    try all()[Place(machine: machine, path: place)] ?? []
  }

  /// Whether any place of the dossier is known.
  func knowsAnyPlace() throws(JournalError) -> Bool { try !all().isEmpty }

  /// Remembers what a writer acknowledged.
  func put(_ entry: Entry, machine: String, place: String) throws(JournalError) {
    do throws(SigningError) {
      try Files.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      let lock = try Files.open(path + ".lock", O_RDWR | O_CREAT)
      _ = Locking.lock(lock.number, patience: .seconds(5))
      defer { Locking.unlock(lock.number) }
      var places = (try? all()) ?? [:]
      let key = Place(machine: machine, path: place)
      var entries = places[key] ?? []
      if let index = entries.firstIndex(where: { $0.writer == entry.writer }) {
        entries[index] = entry
      } else {
        entries.append(entry)
      }
      places[key] = entries
      try Files.replace(path, encode(places))
    } catch {
      throw .system(error)
    }
  }

  private struct Place: Hashable {
    let machine: String
    let path: String
  }

  private func all() throws(JournalError) -> [Place: [Entry]] {
    let bytes: [UInt8]
    do throws(SigningError) {
      guard Files.exists(path) else { return [:] }
      bytes = try Files.contents(path, limit: 16 << 20)
    } catch {
      throw .system(error)
    }
    guard let json = try? JSON.parse(bytes), let places = json["places"]?.list else { return [:] }
    var result: [Place: [Entry]] = [:]
    for place in places {
      guard let machine = place["machine"]?.text, let path = place["path"]?.text else { continue }
      result[Place(machine: machine, path: path)] = (place["writers"]?.list ?? []).compactMap(entry)
    }
    return result
  }

  private func entry(_ json: JSON) -> Entry? {
    guard let writer = json["writer"]?.text, let n = json["n"]?.integer, let id = json["id"]?.text,
      let length = json["length"]?.integer
    else { return nil }
    return Entry(
      writer: writer, n: n, id: id, length: length, isClosed: json["closed"]?.bool ?? false)
  }

  private func encode(_ places: [Place: [Entry]]) -> [UInt8] {
    let list = places.sorted { ($0.key.machine, $0.key.path) < ($1.key.machine, $1.key.path) }
    let json = list.map { place, entries in
      JSON.object(
        JSON.Object([
          ("machine", .text(place.machine)), ("path", .text(place.path)),
          (
            "writers",
            .list(
              entries.map { entry in
                .object(
                  JSON.Object([
                    ("writer", .text(entry.writer)), ("n", .integer(entry.n)),
                    ("id", .text(entry.id)), ("length", .integer(entry.length)),
                    ("closed", .bool(entry.isClosed)),
                  ]))
              })
          ),
        ]))
    }
    return JSON.object(JSON.Object([("format", .integer(1)), ("places", .list(json))]))
      .canonicalBytes
  }
}
