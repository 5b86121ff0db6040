import Auditing
import Notation
import Signing

extension EvidenceLocker {
  /// Where this user's machine last saw contents of a dossier, remembered outside it.
  struct Sightings {
    private let file: String
    private let disk: Disk
    private let here: String
    private var places: [String: Place] = [:]

    private struct Place {
      var at: Timestamp
      var digests: Set<String>
    }

    /// Reads what is remembered; a memory that cannot be understood is none.
    init(of folder: DossierFolder) {
      file = "\(folder.workplace.stateHome)/constat/evidence/\(folder.id)"
      (here, disk) = (folder.path, folder.disk)
      guard let bytes = try? disk.contents(file, limit: 64 << 20),
        let json = try? JSON.parse(bytes, limits: .init(size: 64 << 20)),
        let list = json["places"]?.list
      else { return }
      for place in list {
        guard let path = place["path"]?.text, let at = place["at"]?.text.flatMap({ Timestamp($0) })
        else { continue }
        places[path] = Place(at: at, digests: Set(place["digests"]?.texts ?? []))
      }
    }

    /// Whether a content once came to lie here from another place.
    func wasHere(_ digest: String) -> Bool { places[here]?.digests.contains(digest) == true }

    /// Where else a content was seen last, of the folders that may hold it still.
    func last(_ digest: String, where mayHold: (String) -> Bool) -> Sighting? {
      places.filter {
        $0.key != here && $0.value.digests.contains(digest) && mayHold($0.key)
      }
      .max { ($0.value.at, $1.key) < ($1.value.at, $0.key) }
      .map { Sighting(place: .folder($0.key), at: $0.value.at) }
    }

    /// Remembers that contents were seen in a folder.
    mutating func note(_ digests: some Sequence<String>, at path: String, _ time: Timestamp) {
      places[path, default: Place(at: time, digests: [])].digests.formUnion(digests)
      places[path]?.at = time
    }

    func save() throws(SigningError) {
      if let parent = Files.parent(of: file) { try disk.makeFolders(parent) }
      let list = places.sorted { $0.key < $1.key }.map { path, place in
        JSON.object(
          JSON.Object([
            ("path", .text(path)), ("at", .text(place.at.description)),
            ("digests", .list(place.digests.sorted().map(JSON.text))),
          ]))
      }
      let json = JSON.object(JSON.Object([("format", .integer(1)), ("places", .list(list))]))
      try disk.replace(file, json.canonicalBytes)
    }
  }

  /// Remembers, outside the dossier, that a folder holds contents of it.
  ///
  /// This folder as well, where they came from elsewhere. What cannot be remembered is lost
  /// without harm.
  package func note(_ digests: some Sequence<String>, seenAt path: String) {
    var sightings = Sightings(of: folder)
    sightings.note(digests, at: path, folder.workplace.now())
    try? sightings.save()
  }
}
