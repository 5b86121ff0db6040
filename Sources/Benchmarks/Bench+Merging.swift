import Auditing
import Glibc
import Journaling
import Signing

extension Bench {
  /// The work of ten writers united with a dossier: from one copy that holds it all, and from ten
  /// copies one after the other, in either order.
  static let merging = Bench(name: "merging") { room in
    var figures: [Figure] = []
    for entries in [1000, 10_000] {
      let copies = try (0..<10).map { try room.copy($0, of: entries) }
      let all = try room.united(copies, "all-\(entries)")
      let reach = entries == 10_000 ? "2 s" : "linear"
      figures.append(
        try room.merge([all], into: "one-\(entries)", "10 × \(entries) entries at once", reach))
      figures.append(
        try room.merge(copies, into: "up-\(entries)", "10 × \(entries) one by one", "-"))
      _ = try room.merge(copies.reversed(), into: "down-\(entries)", "", "")
      let isSame = try room.haveSameJournals("up-\(entries)", "down-\(entries)")
      figures.append(
        Figure(
          what: "bytes in either order", ours: isSame ? "the same" : "DIFFERENT", reach: "same"))
    }
    return figures
  }
}

extension Workroom {
  /// The dossier that all the copies are made of.
  private func base() throws -> String {
    let path = "\(path)/merging"
    guard !Files.exists(path) else { return path }
    _ = try DossierFolder.create(
      path, title: "Préfecture du Rhône", purpose: .real, by: "ana", at: place("base"))
    return path
  }

  private func place(_ machine: String) -> Workplace {
    var workplace = Self.workplace("\(path)/machines/\(machine)")
    workplace.machine = machine
    return workplace
  }

  /// A copy of the dossier with the entries of one writer of its own.
  fileprivate func copy(_ index: Int, of entries: Int) throws -> String {
    let copy = "\(path)/copy-\(entries)-\(index)"
    try duplicate(try base(), copy)
    let dossier = try DossierFolder.open(copy, at: place("machine-\(index)"))
    try dossier.begin()
    dossier.add(Event("site.set", by: "ana", ["site": .text("s\(index)"), "name": "Site"]))
    guard let first = try dossier.commit() else { return copy }
    var maker = JournalMaker(writer: first.writer, after: first.n, first.id)
    let lines = (1..<entries).flatMap { _ in maker.line() }
    let journal = journal(of: copy, first.writer)
    let file = try Files.open(journal, O_WRONLY | O_APPEND)
    try Files.write(lines.span, to: file, path: journal)
    return copy
  }

  /// One copy with the journals of several.
  fileprivate func united(_ copies: [String], _ name: String) throws -> String {
    let all = "\(path)/\(name)"
    try duplicate(try base(), all)
    for copy in copies { try duplicateJournals(copy, all) }
    return all
  }

  fileprivate func merge(
    _ sources: [String], into name: String, _ what: String, _ reach: String
  ) throws -> Figure {
    let ours = "\(path)/\(name)"
    try duplicate(try base(), ours)
    let dossier = try DossierFolder.open(ours, at: place("ours"))
    let start = ContinuousClock.now
    var operations = 0
    for source in sources { operations += try dossier.merge(.dossier(source)).operations }
    let time = ContinuousClock.now - start
    let each = (time.seconds * 1e6 / Double(max(1, operations))).rounded(to: 100)
    return Figure(
      what: "merge of \(what)", ours: "\(time.text), \(each) µs an entry", reach: reach)
  }

  fileprivate func haveSameJournals(_ one: String, _ other: String) throws -> Bool {
    let names = try journals(of: "\(path)/\(one)")
    guard try names == journals(of: "\(path)/\(other)") else { return false }
    return try names.allSatisfy { name in
      try Files.contents("\(path)/\(one)/journal/\(name)", limit: .max)
        == Files.contents("\(path)/\(other)/journal/\(name)", limit: .max)
    }
  }

  private func journals(of dossier: String) throws -> [String] {
    let folder = try Files.open("\(dossier)/journal", O_RDONLY | O_DIRECTORY)
    return try Files.names(in: folder, path: dossier).map { String(decoding: $0, as: UTF8.self) }
  }

  private func duplicate(_ dossier: String, _ copy: String) throws {
    try Files.makeFolder(copy)
    try Files.makeFolder("\(copy)/journal")
    try Files.create(
      "\(copy)/dossier.json", try Files.contents("\(dossier)/dossier.json", limit: 1 << 16))
    try duplicateJournals(dossier, copy)
  }

  private func duplicateJournals(_ dossier: String, _ copy: String) throws {
    for name in try journals(of: dossier) {
      let path = "\(copy)/journal/\(name)"
      guard !Files.exists(path) else { continue }
      try Files.create(path, try Files.contents("\(dossier)/journal/\(name)", limit: .max))
    }
  }
}
