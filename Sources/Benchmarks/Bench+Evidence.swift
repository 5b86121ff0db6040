import Auditing
import Glibc
import Journaling
import Signing

extension Bench {
  /// Taking in a file of 1 GiB, digest and lasting copy, against `cp` and then `openssl dgst` of
  /// the same file; each round does both, so that what else the machine does weighs on both.
  ///
  /// What `cp` copied is in the memory of the system only, so that a second figure has it made to
  /// last by `sync` too: without, the ratio is mostly that of the disk to the memory.
  static let evidence = Bench(name: "evidence") { room in
    let size = 1 << 30
    let source = "\(room.path)/film"
    try makeFile(source, size: size)
    let dossier = try DossierFolder.create(
      "\(room.path)/evidence-dossier", title: "Préfecture du Rhône", purpose: .exercise, by: "ana",
      at: Workroom.workplace(room.path))
    var (ours, theirs, lasting) = ([Duration](), [Duration](), [Duration]())
    var hasPrograms = true
    for _ in 0..<5 {
      let copy = "\(room.path)/copy"
      if let cp = try room.time("cp", [source, copy], runs: 1),
        let sync = try room.time("sync", [copy], runs: 1),
        let dgst = try room.time("openssl", ["dgst", "-sha256", source], runs: 1)
      {
        theirs.append(cp.duration + dgst.duration)
        lasting.append(cp.duration + sync.duration + dgst.duration)
      } else {
        hasPrograms = false
      }
      _ = unsafe unlink(copy)
      // What was copied and removed again must not weigh on the disk during our turn.
      sync()
      let start = ContinuousClock.now
      _ = try EvidenceLocker(dossier).takeIn(source)
      ours.append(ContinuousClock.now - start)
      dossier.abandon()
      sync()
    }
    _ = unsafe unlink(source)
    let what = "taking in 1 GiB of evidence"
    guard hasPrograms else { return [Figure.absent("cp, sync or openssl", for: what)] }
    func figure(_ others: [Duration], _ name: String, reach: String) -> Figure {
      Figure(
        what: what, ours: ours.median.text, other: (name, others.median.text),
        ratio: zip(ours, others).map { $0 / $1 }.sorted()[ours.count / 2], reach: reach)
    }
    return [
      figure(theirs, "cp + openssl dgst", reach: "1.15"),
      figure(lasting, "cp + sync + openssl dgst", reach: "-"),
    ]
  }

  /// Makes a file without holes, no two blocks of which are the same.
  private static func makeFile(_ path: String, size: Int) throws {
    let file = try Files.open(path, O_WRONLY | O_CREAT | O_TRUNC)
    var block = Workplace.systemRandom(1 << 20)
    for count in 0..<(size >> 20) {
      block[0] = UInt8(truncatingIfNeeded: count)
      block[1] = UInt8(truncatingIfNeeded: count >> 8)
      try Files.write(block.span, to: file, path: path)
    }
    try Files.sync(file, path: path)
  }
}
