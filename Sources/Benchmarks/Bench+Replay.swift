import Signing

extension Bench {
  /// Opening a dossier of 100,000 entries and asking it, against `jq` over the same records.
  ///
  /// Each runs some times in a row: where the machine is a guest, its host gives memory back only
  /// once it is touched, which is the time of nobody here, and the run in the middle has it.
  static let replay = Bench(name: "replay") { room in
    let dossier = try room.dossier(of: 100_000)
    let records = try room.records(of: dossier)
    let query = #"[inputs | select(.kind == "finding.added" and .grade == "NC")] | length"#
    let what = "replay of 100,000 entries and a query"
    guard let jq = room.programs.path(of: "jq") else { return [Figure.absent("jq", for: what)] }
    var (ours, theirs) = ([Duration](), [Duration]())
    var (steps, found) = ([[Duration]](), "")
    var (worked, theyWorked) = (Duration.zero, Duration.zero)
    let (rounds, runs) = (5, 5)
    for _ in 0..<rounds {
      let before = Duration.ofChildren
      let mine = try room.time(path: Alone.program, ["--alone", "replay", dossier], runs: runs)
      let between = Duration.ofChildren
      let other = try room.time(path: jq, ["-n", query, records], runs: runs)
      worked += between - before
      theyWorked += Duration.ofChildren - between
      ours.append(mine.duration)
      theirs.append(other.duration)
      found = other.output.filter(\.isNumber)
      if let report = Alone.Report(mine.output) { steps.append(report.durations) }
    }
    let parts = (0..<2).map { step in steps.map { $0[step] }.median.text }
    return [
      Figure(
        what: what,
        ours: "\(ours.median.text) (opening \(parts[0]), asking \(parts[1]))",
        other: ("jq", "\(theirs.median.text) for \(found) findings"),
        ratio: ours.median / theirs.median, reach: "0.2"),
      Figure(
        what: "time of processors for that", ours: (worked / (rounds * runs)).text,
        other: ("jq", (theyWorked / (rounds * runs)).text), ratio: worked / theyWorked, reach: "-"),
    ]
  }
}

extension Workroom {
  /// The path of a file that holds the headers and bodies of a dossier's journal, one a line.
  func records(of dossier: String) throws -> String {
    let name = "\(dossier).jsonl"
    guard !Files.exists(name) else { return name }
    let bytes = try Files.contents(try onlyJournal(of: dossier), limit: .max)
    var records: [UInt8] = []
    records.reserveCapacity(bytes.count)
    for line in bytes.split(separator: 0x0A) {
      for column in line.split(separator: 0x09).dropFirst() {
        records += column
        records.append(0x0A)
      }
    }
    try Files.create(name, records)
    return name
  }
}
