import Signing

extension Bench {
  /// Checking 100,000 entries, against the digest of the same file.
  static let verification = Bench(name: "verification") { room in
    let dossier = try room.dossier(of: 100_000)
    let journal = try room.onlyJournal(of: dossier)
    let what = "verification of 100,000 entries"
    guard let openssl = room.programs.path(of: "openssl") else {
      return [Figure.absent("openssl", for: what)]
    }
    var figures: [Figure] = []
    for (library, reach) in [("libcrypto", "3"), ("libmd", "6")] {
      var (ours, theirs) = ([Duration](), [Duration]())
      for _ in 0..<5 {
        let mine = try room.time(path: Alone.program, ["--alone", library, dossier])
        theirs.append(try room.time(path: openssl, ["dgst", "-sha256", journal]).duration)
        if let report = Alone.Report(mine.output) { ours.append(report.durations[0]) }
      }
      figures.append(
        Figure(
          what: "\(what) with \(library)", ours: ours.median.text,
          other: ("openssl dgst -sha256", theirs.median.text),
          ratio: ours.median / theirs.median, reach: reach))
    }
    return figures
  }
}
