import Auditing
import Notation
import Signing

/// The folders with which the dossier of one place is shared, and how far each journal is there.
///
/// It lies outside the dossier, beside the register of writers: a folder is found under its path
/// at one machine alone. Where it cannot be kept, the folders are as if never shared with.
struct SharedFolders {
  private let path: String
  private let disk: Disk

  /// One folder with the last line of each journal in it.
  struct Entry: Hashable {
    /// Its absolute path.
    let path: String
    var heads: [Head]
  }

  init(dossier: String, _ place: WriterRegister.Place, _ workplace: Workplace) {
    let digest = Digest.of("\(place.machine)\0\(place.path)").hex
    path = "\(workplace.stateHome)/constat/shared/\(dossier)-\(digest.prefix(16))"
    disk = workplace.disk
  }

  /// The folders, in the order in which they were first shared with.
  var entries: [Entry] {
    guard let bytes = try? disk.contents(path, limit: 16 << 20) else { return [] }
    return bytes.split(separator: Line.end).compactMap { line in
      guard let json = try? JSON.parse(line), let path = json["folder"]?.text,
        let heads = json["heads"]?.list
      else { return nil }
      return Entry(path: path, heads: heads.compactMap { $0.text.flatMap(Head.init(text:)) })
    }
  }

  /// The folder at a path, if it was shared with.
  subscript(path: String) -> Entry? { entries.first { $0.path == path } }

  /// Remembers how far the journals in a folder are.
  func note(_ heads: [Head], in folder: String) {
    var entries = entries
    let new = Entry(path: folder, heads: heads)
    if let place = entries.firstIndex(where: { $0.path == folder }) {
      guard entries[place] != new else { return }
      entries[place] = new
    } else {
      entries.append(new)
    }
    if let parent = Files.parent(of: path) { try? disk.makeFolders(parent) }
    try? disk.replace(path, entries.flatMap(encode))
  }

  private func encode(_ entry: Entry) -> [UInt8] {
    JSON.object(
      JSON.Object(distinct: [
        "folder": .text(entry.path),
        "heads": .list(entry.heads.map { "\($0)" }.sorted().map { .text($0) }),
      ])
    ).canonicalBytes + [Line.end]
  }
}

extension DossierFolder {
  /// The folders with which the dossier is shared at this place.
  var sharedFolders: SharedFolders { SharedFolders(dossier: id, place, workplace) }
}
