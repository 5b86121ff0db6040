extension Bench {
  /// Checking 100,000 entries, against the digest of the same file.
  static let verification = Bench(name: "verification") { room in
    let dossier = try room.dossier(of: 100_000)
    let ours = try room.time(
      path: "/proc/self/exe", ["--alone", "verify", dossier], runs: 5)
    guard let report = Alone.Report(ours.output), let duration = report.durations.last
    else { return [] }
    let what = "verification of 100,000 entries"
    let journal = try room.onlyJournal(of: dossier)
    guard let other = try room.time("openssl", ["dgst", "-sha256", journal]) else {
      return [Figure.absent("openssl", for: what)]
    }
    return [
      Figure(
        what: what, ours: duration.text, other: ("openssl dgst -sha256", other.duration.text),
        ratio: duration / other.duration, reach: "3 with libcrypto, 6 with libmd")
    ]
  }
}
