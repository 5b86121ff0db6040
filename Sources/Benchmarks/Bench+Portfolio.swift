import Auditing
import Glibc
import Journaling
import Signing

extension Bench {
  /// A network of 120 dossiers of 4,000 entries: each read, verified to the last hash and summed up
  /// by the program beside this one, against `jq` counting findings in the same records.
  static let portfolio = Bench(name: "portfolio") { room in
    let (dossiers, entries) = (120, 4000)
    let network = try room.network(of: dossiers, entries: entries)
    let what = "network of \(dossiers) × \(entries) entries, read, verified and listed"
    let program = constat
    guard Files.exists(program) else { return [Figure.absent("constat", for: what)] }
    let ours = try room.time(
      path: program, ["--no-start", "portfolio", "count", network.folder], runs: 5)
    guard ours.output.trimmedEnd == "\(dossiers)" else {
      return [Figure(what: what, ours: "WRONG: \(ours.output.trimmedEnd)", reach: "3 s")]
    }
    let query = #"[inputs | select(.kind == "finding.added" and .grade == "NC")] | length"#
    guard let jq = try room.time("jq", ["-n", query] + network.records, runs: 3) else {
      return [
        Figure(what: what, ours: ours.duration.text, reach: "3 s"), Figure.absent("jq", for: what),
      ]
    }
    return [
      Figure(
        what: what, ours: ours.duration.text,
        other: ("jq", "\(jq.duration.text) for \(jq.output.trimmedEnd) findings, nothing verified"),
        ratio: ours.duration / jq.duration, reach: "3 s")
    ]
  }
}

extension Workroom {
  /// A folder of dossiers of so many entries each, and the files that hold the same records.
  fileprivate func network(of count: Int, entries: Int) throws -> (
    folder: String, records: [String]
  ) {
    let folder = "\(path)/network"
    try Files.makeFolder(folder)
    var files: [String] = []
    for number in 1...count {
      let dossier = try network("\(folder)/dossier-\(number)", entries: entries)
      files.append(try records(of: dossier))
    }
    return (folder, files)
  }

  private func network(_ folder: String, entries: Int) throws -> String {
    let dossier = try DossierFolder.create(
      folder, title: "Préfecture", purpose: .real, by: "ana", at: Self.workplace(path))
    guard let first = dossier.state.history.operations.first else { return folder }
    var maker = JournalMaker(writer: first.writer, after: first.n, first.id)
    let lines = (1..<entries).flatMap { _ in maker.line() }
    let journal = journal(of: folder, first.writer)
    let file = try Files.open(journal, O_WRONLY | O_APPEND)
    try Files.write(lines.span, to: file, path: journal)
    return folder
  }
}

extension String {
  /// The text without the end of its last line.
  fileprivate var trimmedEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
