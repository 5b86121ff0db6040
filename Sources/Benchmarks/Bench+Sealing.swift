import Glibc
import Journaling
import Signing

extension Bench {
  /// Sealing a thousand files of evidence in a bag and verifying it, signature and all, against
  /// `sha256sum` of the same files; each round does both.
  static let sealing = Bench(name: "sealing") { room in
    let (count, size) = (1000, 300 << 10)
    let folder = "\(room.path)/pieces"
    try Files.makeFolders(folder)
    var block = Workplace.systemRandom(size)
    var entries: [Bag.Entry] = []
    for number in 0..<count {
      block[0] = UInt8(truncatingIfNeeded: number)
      block[1] = UInt8(truncatingIfNeeded: number >> 8)
      let path = "\(folder)/p\(number)"
      try Files.create(path, block)
      let source = Bag.Entry.Source.file(path: path, expected: Digest.of(block))
      entries.append(.init(path: "evidence/p\(number)", source: source))
    }
    sync()
    let keygen = SSHKeygen(room.programs)
    let identity = try Identity("ana@org.example")
    let key = try SigningKey.ownOrNew(in: "\(room.path)/keys", identity, keygen)
    let trust = Trust(
      try AllowedSigners.add(identity, key.publicKey, to: "\(room.path)/allowed_signers"))
    let paths = (0..<count).map { "\(folder)/p\($0)" }
    var (makings, checks, sums) = ([Duration](), [Duration](), [Duration]())
    for round in 0..<5 {
      guard let sum = try room.time("sha256sum", paths, runs: 1) else {
        return [Figure.absent("sha256sum", for: "sealing 1,000 files")]
      }
      sums.append(sum.duration)
      let bag = "\(room.path)/bag\(round)"
      var start = ContinuousClock.now
      try make(bag, entries, .ssh(keygen, key), identity)
      makings.append(ContinuousClock.now - start)
      start = ContinuousClock.now
      let found = try BagVerification.verify(bag, room.programs, trust: trust)
      checks.append(ContinuousClock.now - start)
      guard found.verdict == .good else { throw SigningError.signatureMalformed }
      try Files.removeTree(bag)
      sync()
    }
    func ratio(_ ours: [Duration]) -> Double {
      zip(ours, sums).map { $0 / $1 }.sorted()[ours.count / 2]
    }
    let other = ("sha256sum", sums.median.text)
    let both = zip(makings, checks).map { $0 + $1 }
    return [
      Figure(
        what: "sealing 1,000 files of 300 KiB", ours: makings.median.text, other: other,
        ratio: ratio(makings), reach: "1.3"),
      Figure(
        what: "verifying that seal", ours: checks.median.text, other: other,
        ratio: ratio(checks), reach: "1.3"),
      Figure(
        what: "both", ours: both.median.text, other: other, ratio: ratio(both), reach: "1.3"),
    ]
  }

  private static func make(
    _ path: String, _ entries: [Bag.Entry], _ signatory: Signatory, _ identity: Identity
  ) throws(SigningError) {
    let info = Bag.Info(
      externalIdentifier: "bench", baggingDate: "2026-11-21", softwareAgent: "constat")
    let signer = try Bag.Signer(
      identity: identity, name: "Ana", fingerprint: signatory.fingerprint, handle: "ana")
    let draft = try Bag.Draft.build(at: path, entries, info, signer: signer)
    let statement = try draft.statement(
      document: "bench", role: "auditrice", name: "Ana", quality: "auditrice", act: .signs,
      date: "2026-11-21T08:56:37Z")
    try draft.publish(statement, signatory.sign(statement.bytes, mayAsk: false))
  }
}
