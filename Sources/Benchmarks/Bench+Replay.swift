import Signing

extension Bench {
  /// Opening a dossier of 100,000 entries and asking it, against `jq` over the same records.
  static let replay = Bench(name: "replay") { room in
    let dossier = try room.dossier(of: 100_000)
    let ours = try room.time(
      path: "/proc/self/exe", ["--alone", "replay", dossier], runs: 5)
    guard let report = Alone.Report(ours.output) else { return [] }
    let records = try room.records(of: dossier)
    let query = #"[inputs | select(.kind == "finding.added" and .grade == "NC")] | length"#
    let parts = report.durations.map(\.text).joined(separator: " + ")
    let what = "replay of 100,000 entries and a query"
    guard let jq = try room.time("jq", ["-n", query, records], runs: 3) else {
      return [Figure.absent("jq", for: what)]
    }
    return [
      Figure(
        what: what,
        ours: "\(ours.duration.text) (of which \(parts); found \(report.count))",
        other: (
          "jq", "\(jq.duration.text) (found \(jq.output.split(separator: "\n").first ?? ""))"
        ),
        ratio: ours.duration / jq.duration, reach: "0.2")
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
