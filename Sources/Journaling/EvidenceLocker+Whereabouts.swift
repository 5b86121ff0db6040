package import Auditing
import Glibc
import Signing

/// Where the content of a piece of evidence is, in the four words of custody.
package enum Whereabouts: Hashable, Sendable {
  /// Its file lies in this dossier; whether it is intact is another question.
  case here
  /// It is not here, and somewhere else holds it or held it.
  case elsewhere(Sighting)
  /// A person decided that it is to be no more.
  case destroyed(Destruction)
  /// It should be here and is not, and no other place is known to hold it.
  case missing

  /// The word of custody.
  package var word: String {
    switch self {
    case .here: "here"
    case .elsewhere: "elsewhere"
    case .destroyed: "destroyed"
    case .missing: "missing"
    }
  }
}

/// A place where a content was last seen.
package struct Sighting: Hashable, Sendable {
  package let place: Place
  /// When; nothing for a place that holds it now.
  package let at: Timestamp?

  /// Creates a sighting.
  package init(place: Place, at: Timestamp?) {
    self.place = place
    self.at = at
  }

  package enum Place: Hashable, Sendable {
    /// A folder that this machine can reach or could.
    case folder(String)
    /// The copy of the writer who took it in, and the person who did.
    case writer(String, person: String)
  }
}

/// The decision to destroy a content, as its entry says it.
package struct Destruction: Hashable, Sendable {
  package let by: String
  package let at: Timestamp
  package let reason: String
  package let authority: String
  /// Whether the content lies here all the same, as after the decision came from another copy.
  package let isStillHere: Bool
}

extension EvidenceLocker {
  /// Where the content of a digest is.
  package func whereabouts(of sha256: String) -> Whereabouts {
    whereabouts(of: [sha256])[sha256] ?? .missing
  }

  /// Where the contents of digests are; what lies in other folders is measured, and hashed on demand.
  package func whereabouts(
    of digests: some Sequence<String>, isHashing: Bool = false
  ) -> [String: Whereabouts] {
    let records = recordsByDigest
    let places = knownPlaces
    let sightings = Sightings(of: folder)
    let own = (try? folder.machineWriters()) ?? []
    var found: [String: Whereabouts] = [:]
    for digest in digests where found[digest] == nil {
      let citing = records[digest] ?? []
      let size = citing.lazy.compactMap { $0.unit("content")?["size"]?.integer }.first
      let content = Sought(digest: digest, size: size, isHashed: isHashing)
      if let destruction = destruction(of: digest, citing) {
        found[digest] = .destroyed(destruction)
      } else if holds(digest) {
        found[digest] = .here
      } else if let sighting = reachable(content, in: places)
        ?? sightings.last(digest, where: { find(content, in: $0) != .altered })
        ?? origin(citing, unlessOf: own, sightings.wasHere(digest))
      {
        found[digest] = .elsewhere(sighting)
      } else {
        found[digest] = .missing
      }
    }
    return found
  }

  /// The records that cite each content, those that were withdrawn included.
  var recordsByDigest: [String: [Record]] {
    var records: [String: [Record]] = [:]
    for record in state.everything(.evidence) {
      guard let digest = record.unit("content")?["sha256"]?.text, Digest(hex: digest) != nil
      else { continue }
      records[digest, default: []].append(record)
    }
    return records
  }

  /// The decision, when all that stands and names the content is under one.
  func destruction(of digest: String, _ records: [Record]) -> Destruction? {
    let standing = records.filter(\.isPresent)
    let all = standing.isEmpty ? records : standing
    guard !all.isEmpty, all.allSatisfy({ $0.destruction != nil }) else { return nil }
    return all.compactMap(destruction(of:)).last
  }

  /// The decision to destroy the content of a piece of evidence, which stays though the same
  /// content was taken in anew for another.
  package func destruction(of record: Record) -> Destruction? {
    guard let write = record.destruction,
      let digest = write["sha256"]?.text ?? record.unit("content")?["sha256"]?.text
    else { return nil }
    return Destruction(
      by: write.by, at: write.at, reason: write.remarks["reason"]?.text ?? "",
      authority: write.value["authority"]?.text ?? "", isStillHere: holds(digest))
  }

  /// The decisions to destroy contents, the last of each, by digest.
  package var decisions: [String: Destruction] {
    guard state.hasDestructions else { return [:] }
    return recordsByDigest.compactMapValues { records in
      records.filter(\.isPresent).compactMap(destruction(of:)).last
    }
  }

  /// A content that is looked for in other folders.
  private struct Sought {
    let digest: String
    let size: Int?
    /// Whether it is to be hashed there.
    let isHashed: Bool
  }

  private enum Find { case absent, altered, held }

  /// The most bytes that are hashed in another folder; of more the size has to do.
  private static let hashingLimit = 64 << 20

  private func reachable(_ content: Sought, in places: [String]) -> Sighting? {
    places.first { find(content, in: $0) == .held }
      .map { Sighting(place: .folder($0), at: nil) }
  }

  /// What lies under the name of a content in the folder of a dossier.
  private func find(_ content: Sought, in place: String) -> Find {
    let (disk, path) = (folder.disk, Self.path(of: content.digest, in: place))
    guard (try? disk.exists(path)) == true else { return .absent }
    guard let (file, status) = try? disk.openKnown(path) else { return .altered }
    let length = Int(status.st_size)
    if let size = content.size, size != length { return .altered }
    guard content.isHashed, length <= Self.hashingLimit else { return .held }
    return (try? disk.digest(of: file))?.hex == content.digest ? .held : .altered
  }

  /// The copy of the writer who took a content in, when that is on another machine and the content
  /// never came here.
  private func origin(
    _ records: [Record], unlessOf own: Set<String>, _ wasHere: Bool
  ) -> Sighting? {
    guard !wasHere, let record = records.last(where: { !own.contains($0.writer) }) else {
      return nil
    }
    return Sighting(place: .writer(record.writer, person: record.by), at: record.at)
  }
}

// MARK: - Known places

extension EvidenceLocker {
  /// The other folders in which this machine may find contents of the dossier: where this user has
  /// had copies of it, and the remotes of its git repository that are folders.
  package var knownPlaces: [String] {
    let copies = (try? folder.otherPlaces()) ?? []
    var places: [String] = []
    for path in copies + localRemotes
    where path != folder.path && !places.contains(path)
      && (try? folder.disk.exists(path)) == true
    {
      places.append(path)
    }
    return places
  }

  /// The folders that the dossier's own git configuration names as remotes; it is only read.
  private var localRemotes: [String] {
    guard let bytes = try? folder.disk.contents("\(folder.path)/.git/config", limit: 1 << 20) else {
      return []
    }
    var isRemote = false
    var paths: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let text = line.drop { $0 == " " || $0 == "\t" }
      if text.hasPrefix("[") {
        isRemote = text.hasPrefix("[remote ")
      } else if isRemote, text.hasPrefix("url"), let equals = text.firstIndex(of: "=") {
        let value = text[text.index(after: equals)...].drop { $0 == " " }
        let path = value.hasPrefix("file://") ? value.dropFirst(7) : value
        if path.hasPrefix("/") { paths.append(String(path)) }
      }
    }
    return paths
  }
}
