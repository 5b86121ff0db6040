import Glibc
import Journaling
import Signing

extension Bench {
  /// Time an entry, memory, verification and an append, from 10,000 entries to 1,000,000.
  static let growth = Bench(name: "growth") { room in
    var figures: [Figure] = []
    for entries in [10_000, 100_000, 1_000_000] {
      let dossier = try room.dossier(of: entries)
      let size = try Files.status(
        try Files.openRegular(room.onlyJournal(of: dossier)), dossier
      ).st_size
      let runs = entries > 100_000 ? 1 : 5
      let before = Duration.ofChildren
      let ours = try room.time(
        path: Alone.program, ["--alone", "replay", dossier], runs: runs)
      let worked = (Duration.ofChildren - before) / runs
      guard let report = Alone.Report(ours.output) else { continue }
      let each = ours.duration.seconds * 1e6 / Double(entries)
      let workedEach = worked.seconds * 1e6 / Double(entries)
      let memory = Double(report.memory) / Double(size)
      figures.append(
        Figure(
          what: "replay of \(entries) entries (\(size >> 20) MiB)",
          ours: "\(ours.duration.text), \(each.rounded(to: 1000)) µs an entry "
            + "(\(workedEach.rounded(to: 1000)) µs of processors), memory \(memory.rounded(to: 100)) × the journal",
          reach: "linear; memory 4"))
      let check = try room.time(path: Alone.program, ["--alone", "libcrypto", dossier])
      guard let checked = Alone.Report(check.output)?.durations.first else { continue }
      let eachChecked = checked.seconds * 1e6 / Double(entries)
      let opened = try DossierFolder.open(dossier, at: Workroom.workplace(room.path))
      // What was written by another hand is set right once before.
      let appended = try (0...20).map { round in
        let start = ContinuousClock.now
        try opened.enter(round)
        return ContinuousClock.now - start
      }.dropFirst().median
      figures.append(
        Figure(
          what: "verification of and an append to \(entries) entries",
          ours: "\(checked.text), \(eachChecked.rounded(to: 1000)) µs an entry; \(appended.text)",
          reach: "linear; the same"))
    }
    return figures
  }
}
