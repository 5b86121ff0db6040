import Auditing
import Glibc
import Journaling
import Signing

extension Bench {
  /// An entry from its beginning to its acknowledgement, against a bare write and fdatasync.
  ///
  /// The register of writers is told after the acknowledgement, which is not measured.
  static let appending = Bench(name: "appending") { room in
    var figures: [Figure] = []
    for entries in [1000, 100_000] {
      let path = try room.dossier(of: entries)
      let dossier = try DossierFolder.open(path, at: Workroom.workplace(room.path))
      let bare = try Files.open("\(room.path)/bare-\(entries)", O_WRONLY | O_APPEND | O_CREAT)
      var (ours, theirs) = ([Duration](), [Duration]())
      for round in 0..<200 {
        let start = ContinuousClock.now
        let size = try dossier.enter(round)
        let end = ContinuousClock.now
        dossier.remember()
        ours.append(end - start)
        theirs.append(
          try ContinuousClock().measure {
            try Files.write([UInt8](repeating: 0x61, count: size).span, to: bare, path: "bare")
            fdatasync(bare.number)
          })
      }
      figures.append(
        Figure(
          what: "an entry appended to \(entries)", ours: ours.median.text,
          other: ("write + fdatasync", theirs.median.text),
          ratio: ours.median / theirs.median, reach: "1.5"))
    }
    return figures
  }
}

extension DossierFolder {
  /// Enters one assessment.
  ///
  /// - Returns: about how long its line is, in bytes.
  @discardableResult
  func enter(_ round: Int) throws -> Int {
    try begin()
    add(
      Event(
        "assessment.set", by: "ana",
        [
          "audit": "00000000000000aa", "criterion": .text("1.\(round)"), "site": "accueil",
          "verdict": "conforming", "reason": "Le délai affiché est celui que le registre constate.",
        ]))
    try commit(remembersAtOnce: false)
    return 540
  }
}
