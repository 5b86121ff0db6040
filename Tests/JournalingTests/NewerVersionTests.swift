import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

struct `A line of a newer version` {
  private let bench: Workbench
  private let journal: String
  private let writer: String
  private let lines: [[UInt8]]

  init() throws {
    bench = try Workbench()
    let dossier = try bench.dossier()
    for name in ["a", "b"] { try dossier.name(name, "Site \(name)") }
    journal = try bench.journal()
    writer = try #require(dossier.state.history.heads.keys.first)
    lines = try bench.read(journal).lines
  }

  /// Writes the journal with its last line in another form, whole by its own hash or not.
  private func write(version: Int, isWhole: Bool = true) throws {
    var columns = try #require(lines.last).split(separator: Line.tab).map { Array($0).text }
    columns[1] = columns[1].replacing(#""v":1"#, with: #""v":\#(version)"#)
    if isWhole { columns[0] = Digest.of(Array(columns[1].utf8)).hex }
    let line = Array(columns.joined(separator: "\t").utf8)
    let all = lines.dropLast() + [line]
    try bench.write(journal, Array(all.joined(separator: [Line.end])) + [Line.end])
  }

  /// The dossier as another machine opens it, which has no writer in it.
  private func open() throws -> DossierFolder { try bench.open(at: bench.workplace("other")) }

  private var newer: Damage {
    Damage(file: "journal/\(writer).journal", line: 3, kind: .newerVersion(2))
  }

  @Test func `is told as such, and what comes before it counts`() throws {
    try write(version: 2)
    let folder = try open()
    #expect(folder.siteNames == ["a": "Site a"])
    #expect(folder.damages == [newer])
    #expect(try folder.outstanding(folder.verify()).damages == [newer])
  }

  @Test func `is a damage when its hash does not hold, or no version has its form`() throws {
    try write(version: 2, isWhole: false)
    #expect(try open().verify().damages.map(\.kind) == [.id])
    #expect(try open().damages.map(\.kind) == [.id])
    try write(version: 0)
    #expect(try open().damages.map(\.kind) == [.fields])
  }

  @Test func `is let stand by no entry`() throws {
    try write(version: 2)
    let folder = try open()
    let check = try folder.verify()
    #expect(try folder.acceptance(of: writer, reason: "", by: "ana", found: check) == nil)
    let heads = check.journals.compactMap(\.last).map { Content.text($0.id) }
    try folder.enter([
      Event(
        "journal.accepted", by: "ana",
        ["writer": .text(writer), "heads": .list(heads), "reason": "une autre version"])
    ])
    #expect(folder.damages == [newer])
    #expect(try folder.outstanding(folder.verify()).damages == [newer])
  }

  @Test func `is told by a merge, and kept when this place was the one that wrote it`() throws {
    try bench.copy("dossier", to: "copy")
    try write(version: 2)
    let before = try bench.read(journal)
    let copy = try bench.open("copy", at: bench.workplace("copy"))
    #expect(try copy.merge(try .dossier(bench.at("dossier"))).damages == [newer])
    try bench.remove("state-machine")
    let folder = try bench.open()
    try folder.name("c", "Site c")
    #expect(try bench.read(journal) == before)
  }
}
