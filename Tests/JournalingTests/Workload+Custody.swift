import Auditing
import Signing

@testable import Journaling

extension Workload {
  /// What is done with evidence and with the work of others.
  static let custody = [
    Workload(
      testDescription: "a merge that brings evidence",
      setUp: { scene in
        scene.enter("before", in: try scene.create())
        let other = Scene(MemoryDisk(scene.disk.image(of: .kept)), seed: 500)
        other.enter("theirs", in: try other.open("other"), evidence: true)
        try scene.disk.disk.makeFolders("/offered")
        for path in try other.journals() {
          let name = path.split(separator: "/").last ?? ""
          try scene.disk.disk.create("/offered/\(name)", try other.disk.bytes(path))
        }
      }
    ) { scene in
      let folder = try scene.open()
      var source = MergeSource(path: "/offered")
      for name in try scene.disk.disk.names("/offered") {
        source.journals[String(name.dropLast(8))] = [try scene.disk.bytes("/offered/\(name)")]
      }
      source.evidence[try Scene.digest()] = try Scene.sourceFile()
      try folder.merge(source)
      scene.note(taken: "theirs")
      scene.enter("a", in: folder)
    },
    Workload(
      testDescription: "evidence that is destroyed by decision",
      setUp: { scene in scene.enter("before", in: try scene.create(), evidence: true) }
    ) { scene in
      let folder = try scene.open()
      let digest = try Scene.digest()
      try folder.begin()
      for record in folder.state.all(.evidence) {
        folder.add(
          Event(
            "evidence.destroyed", by: "ana",
            [
              "record": .text(record.key), "sha256": .text(digest), "reason": "délai",
              "authority": "archives",
            ]))
      }
      try folder.commit()
      try EvidenceLocker(folder).destroy(digest)
      scene.enter("a", in: folder)
    },
    Workload(
      testDescription: "evidence that is fetched again",
      setUp: { scene in
        scene.enter("before", in: try scene.create(), evidence: true)
        let digest = try Scene.digest()
        try scene.disk.disk.unlink("/home/d/evidence/\(digest.prefix(2))/\(digest)")
      },
      run: { scene in
        let folder = try scene.open()
        _ = try EvidenceLocker(folder).fetch([try Scene.digest()], from: [Scene.source])
        folder.abandon()
        scene.enter("a", in: folder)
      }, isDamaged: true),
  ]
}

extension Scene {
  /// The digest of the file outside the dossier.
  fileprivate static func digest() throws -> String {
    Digest.of(try Disk.system.contents(source, limit: 1 << 10)).hex
  }

  /// The same file, as a merge finds it in a folder.
  fileprivate static func sourceFile() throws -> SourceFolder.File {
    let parts = source.split(separator: "/")
    let folder = try SourceFolder("/" + parts.dropLast().joined(separator: "/"))
    return SourceFolder.File(folder: folder, parts: [String(parts.last ?? "")])
  }
}
