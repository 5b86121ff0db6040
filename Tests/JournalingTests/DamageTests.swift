import Auditing
import Foundation
import Testing

@testable import Journaling

struct `A journal that was changed` {
  private let bench: Workbench
  private let journal: String
  private let bytes: [UInt8]

  init() throws {
    bench = try Workbench()
    let dossier = try bench.dossier()
    for name in ["a", "b", "c"] { try dossier.name(name, "Site \(name)") }
    journal = try bench.journal()
    bytes = try bench.read(journal)
  }

  /// The place of a text in the journal.
  private func place(of text: String) throws -> Int {
    let range = try #require(Data(bytes).range(of: Data(text.utf8)))
    return range.lowerBound
  }

  @Test func `is noticed whatever byte was changed`() throws {
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      try bench.write(journal, changed)
      guard let dossier = try? bench.open() else { continue }
      #expect(try !dossier.verify().isWhole, "byte \(place)")
    }
  }

  @Test func `is noticed wherever it was cut`() throws {
    for length in stride(from: 0, to: bytes.count, by: 7) {
      try bench.write(journal, Array(bytes.prefix(length)))
      guard let dossier = try? bench.open() else { continue }
      #expect(try !dossier.verify().isWhole, "\(length) bytes")
    }
  }

  @Test func `counts as far as its lines are whole, and its place is named`() throws {
    var changed = bytes
    changed[try place(of: "Site b") - 40] = 0x09
    try bench.write(journal, changed)
    let dossier = try bench.open()
    #expect(dossier.siteNames == ["a": "Site a"])
    #expect(dossier.damages.map(\.file) == [String(journal.dropFirst(8))])
    #expect(dossier.damages.map(\.line) == [3])
    #expect(dossier.damages.first?.wording.en.contains(":3: ") == true)
  }

  @Test func `that reads as before is found by verifying`() throws {
    var changed = bytes
    changed[try place(of: "Site b")] = UInt8(ascii: "s")
    try bench.write(journal, changed)
    let dossier = try bench.open()
    #expect(dossier.damages.isEmpty)
    #expect(try dossier.verify().damages.map(\.line) == [3])
  }

  @Test func `never stops recording: another writer begins after it and says so`() throws {
    var changed = bytes
    changed[try place(of: "Site b") - 40] = 0x09
    try bench.write(journal, changed)
    let dossier = try bench.open()
    let last = try #require(try bench.open().state.history.operations.last)
    let operation = try dossier.name("d", "Site d")
    #expect(operation.writer != last.writer)
    let opened = try #require(dossier.events("writer.opened").last)
    #expect(opened["why"] == "damaged")
    #expect(opened["after"]?.text?.hasPrefix("\(last.writer) 4 ") == true)
    #expect(try bench.read(journal) == changed)
    #expect(dossier.siteNames == ["a": "Site a", "d": "Site d"])
    #expect(try dossier.name("e", "Site e").writer == operation.writer)
    #expect(try bench.open().name("f", "Site f").writer == operation.writer)
    #expect(try !bench.open().verify().isWhole)
  }

  @Test func `counts again in full once it is repaired from a copy`() throws {
    let other = try bench.open(at: bench.workplace("other"))
    try other.name("z", "Site z")
    var changed = bytes
    changed[try place(of: "Site b") - 40] = 0x09
    try bench.write(journal, changed)
    try bench.remove("dossier/dossier.json")
    try bench.write("dossier/dossier.json", #"{"format":1,"id":"\#(other.id)"}"#)
    #expect(try bench.open(at: bench.workplace("other")).siteNames.count == 2)
    try bench.remove(journal)
    try bench.write(journal, bytes)
    try other.name("y", "Site y")
    #expect(other.siteNames.count == 5)
    #expect(try other.verify().isWhole)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `with a line left out or moved is noticed`(_ line: Int) throws {
    var lines = bytes.lines
    lines.remove(at: line)
    try bench.write(journal, Array(lines.joined(separator: [0x0A])) + [0x0A])
    if let dossier = try? bench.open() { #expect(try !dossier.verify().isWhole) }
    lines = bytes.lines
    lines.swapAt(line, (line + 1) % 4)
    try bench.write(journal, Array(lines.joined(separator: [0x0A])) + [0x0A])
    if let dossier = try? bench.open() { #expect(try !dossier.verify().isWhole) }
  }

  @Test func `of random bytes is never more than that`() throws {
    for seed in 0..<200 {
      var changed = bytes
      let random = bench.random(8 + seed % 60)
      let start = Int(random[0]) * changed.count / 256
      changed.replaceSubrange(start..<min(changed.count, start + Int(random[1]) % 40), with: random)
      try bench.write(journal, changed)
      if let dossier = try? bench.open() { #expect(try !dossier.verify().isWhole, "\(random)") }
    }
  }
}

struct `A line` {
  private static let body = Array(#"{"by":"ana","kind":"site.set","salt":"00","site":"a"}"#.utf8)

  private func line(_ header: String, bodies: [[UInt8]] = [body]) -> [UInt8] {
    let columns = [Array(String(repeating: "a", count: 64).utf8), Array(header.utf8)] + bodies
    return Array(columns.joined(separator: [0x09]))
  }

  private static let hash = String(repeating: "b", count: 64)

  private func header(
    at: String = "2026-11-21T08:47:04.560Z", body: String = "[\"\(hash)\"]", n: String = "1",
    previous: String = hash, seen: String = "[]", v: String = "1", w: String = "00112233445566ff",
    more: String = ""
  ) -> String {
    #"{"at":"\#(at)","body":\#(body),"n":\#(n),"prev":"\#(previous)","seen":\#(seen),"v":\#(v),"#
      + #""w":"\#(w)"\#(more)}"#
  }

  private func isRead(_ line: [UInt8]) -> Bool {
    (try? Line.decode(line[...], checkingHashes: false)) != nil
  }

  @Test func `is an id, a header and a body for each event`() {
    #expect(isRead(line(header())))
    #expect(!isRead(line(header(body: "[]"), bodies: [])))
    #expect(!isRead(line(header(), bodies: [Self.body, Self.body])))
    #expect(!isRead(line(header(), bodies: [])))
    #expect(!isRead([]))
  }

  @Test func `has a header of seven fields, each in its form`() {
    #expect(!isRead(line(header(at: "yesterday"))))
    #expect(!isRead(line(header(n: "0"))))
    #expect(!isRead(line(header(n: "1.5"))))
    #expect(!isRead(line(header(previous: "b"))))
    #expect(!isRead(line(header(v: "2"))))
    #expect(!isRead(line(header(w: "00112233445566FF"))))
    #expect(!isRead(line(header(w: "../../etc/passwd"))))
    #expect(!isRead(line(header(more: #","who":"ana""#))))
  }

  @Test func `names the heads it saw in order, each with its writer, number and id`() {
    let (one, two) = ("0000000000000001 12 \(Self.hash)", "0000000000000002 3 \(Self.hash)")
    #expect(isRead(line(header(seen: #"["\#(one)","\#(two)"]"#))))
    #expect(!isRead(line(header(seen: #"["\#(two)","\#(one)"]"#))))
    for head in ["x 1 \(Self.hash)", "0000000000000001 +1 \(Self.hash)", "0000000000000001 1 a"] {
      #expect(!isRead(line(header(seen: #"["\#(head)"]"#))), "\(head)")
    }
  }

  @Test(arguments: [
    #"{"kind":"site.set","by":"ana","salt":"00"}"#, #"{"by":"ana","kind":"x","salt":null}"#,
    #"{"by":"ana","kind":"x","n":1.5,"salt":"00"}"#, #"{"by":"ana","kind":"x"}"#,
    #"{"by":"ana","kind":"x","kind":"y","salt":"00"}"#, #"["kind"]"#, "", "{",
    #"{"by":"ana","kind":"x","n":9007199254740993,"salt":"00"}"#,
  ])
  func `has bodies of increasing keys, texts, integers and booleans only`(_ body: String) {
    #expect(!isRead(line(header(), bodies: [Array(body.utf8)])))
  }

  @Test func `may leave a body out`() throws {
    let line = line(header(), bodies: [Array("redacted".utf8)])
    #expect(try Line.decode(line[...], checkingHashes: false).events == [nil])
  }
}
