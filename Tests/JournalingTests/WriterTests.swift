import Auditing
import Foundation
import Testing

@testable import Journaling

struct `A place of a dossier` {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `keeps its writer from one opening to the next`() throws {
    let first = try bench.dossier()
    for name in ["a", "b", "c"] { try bench.open().name(name, name) }
    try first.name("d", "d")
    #expect(Set(try bench.open().state.history.operations.map(\.writer)).count == 1)
    #expect(first.state.sites.count == 4)
  }

  @Test func `that is a copy has a writer of its own, and both add up to the same`() throws {
    let dossier = try bench.dossier()
    try dossier.name("digne", "Digne")
    try bench.copy("dossier", to: "copy")
    let copy = try bench.open("copy")
    let written = try copy.name("gap", "Gap")
    #expect(written.events.map { $0?.kind } == ["writer.opened", "site.set"])
    #expect(written.events.first??["why"] == "copied")
    #expect(written.seen == [dossier.state.history.heads.values.first])
    try dossier.name("nice", "Nice")
    let (own, new) = (try bench.journal(), "\(written.writer).journal")
    try bench.copy("copy/journal/\(new)", to: "dossier/journal/\(new)")
    try bench.remove("copy/" + own.dropFirst(8))
    try bench.copy(own, to: "copy/" + own.dropFirst(8))
    let (here, there) = (try bench.open(), try bench.open("copy"))
    #expect(here.siteNames == ["digne": "Digne", "gap": "Gap", "nice": "Nice"])
    #expect(here.siteNames == there.siteNames)
    #expect(here.state.history.operations.map(\.id) == there.state.history.operations.map(\.id))
    #expect(try here.verify().isWhole && there.verify().isWhole)
    #expect(try here.name("a", "a").writer == dossier.state.history.operations.last?.writer)
    #expect(try there.name("b", "b").writer == written.writer)
  }

  @Test func `on another machine has a writer of its own`() throws {
    try bench.dossier().name("digne", "Digne")
    let other = try bench.open(at: bench.workplace("other"))
    #expect(try other.name("gap", "Gap").events.first??["why"] == "new")
  }

  @Test func `that differs in the spelling of a letter is another place`() throws {
    let dossier = try bench.dossier("caf\u{E9}")
    try bench.copy("caf\u{E9}", to: "cafe\u{301}")
    let copy = try bench.open("cafe\u{301}")
    #expect(try copy.name("a", "a").writer != dossier.state.history.operations.first?.writer)
  }

  @Test func `is the same by any path that leads to it`() throws {
    let dossier = try bench.dossier()
    try FileManager.default.createSymbolicLink(
      atPath: bench.at("link"), withDestinationPath: bench.at("dossier"))
    let writer = dossier.state.history.operations.first?.writer
    #expect(try bench.open("link").name("a", "a").writer == writer)
    #expect(try bench.open("dossier/../dossier/").name("b", "b").writer == writer)
  }
}

struct `A journal that went back` {
  private let bench: Workbench
  private let dossier: DossierFolder
  private let journal: String

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    try dossier.name("a", "A")
    try bench.copy("dossier", to: "backup")
    try dossier.name("b", "B")
    journal = try bench.journal()
  }

  private func check(_ folder: DossierFolder) throws {
    let old = try #require(folder.state.history.operations.first?.writer)
    let before = try bench.read(journal)
    let operation = try folder.name("c", "C")
    #expect(operation.writer != old)
    let opened = try #require(operation.events.first ?? nil)
    #expect(opened["why"] == "went-back")
    #expect(opened["after"]?.text?.hasPrefix("\(old) 3 ") == true)
    #expect(opened.by == "ana")
    #expect(folder.siteNames == ["a": "A", "c": "C"])
    #expect(try bench.read(journal) == before)
    for folder in [folder, try bench.open()] {
      let damages = try folder.verify().damages
      #expect(damages.map(\.kind) == [.lostEntries(acknowledged: 3, found: 2)])
      #expect(try folder.name("d", "D").writer == operation.writer)
    }
  }

  @Test func `with the whole folder restored from a backup is left to a new writer`() throws {
    try bench.remove("dossier")
    try bench.copy("backup", to: "dossier")
    let folder = try bench.open()
    #expect(try !folder.verify().isWhole)
    try check(folder)
  }

  @Test func `under an open dossier by another file is noticed`() throws {
    try bench.remove(journal)
    try bench.copy("backup/" + journal.dropFirst(8), to: journal)
    try check(dossier)
  }

  @Test func `under an open dossier in place is noticed`() throws {
    try bench.write(journal, bench.read("backup/" + journal.dropFirst(8)))
    try check(dossier)
  }

  @Test func `counts again once the lost entries are back`() throws {
    let full = try bench.read(journal)
    try bench.write(journal, bench.read("backup/" + journal.dropFirst(8)))
    try dossier.name("c", "C")
    try bench.write(journal, full)
    #expect(try bench.open().verify().isWhole)
    #expect(try bench.open().siteNames == ["a": "A", "b": "B", "c": "C"])
  }

  @Test func `to nothing is left to a new writer`() throws {
    let other = try bench.open(at: bench.workplace("other"))
    try other.name("z", "Z")
    try bench.remove(journal)
    #expect(try bench.open().damages.contains { $0.kind == .firstOperation })
    try bench.copy("backup/" + journal.dropFirst(8), to: journal)
    #expect(try bench.open().state.history.missing.count == 1)
    #expect(try !bench.open().verify().isWhole)
  }

  @Test func `is told from the first by an abandoned operation as well`() throws {
    try bench.write(journal, bench.read("backup/" + journal.dropFirst(8)))
    let tree = try bench.tree("dossier")
    for _ in 0..<2 {
      try dossier.begin()
      dossier.add(.site("c", "C"))
      dossier.abandon()
    }
    #expect(try bench.tree("dossier") == tree)
    try check(dossier)
  }
}

struct `Two hands on one place` {
  private let bench: Workbench
  private let one: DossierFolder
  private let two: DossierFolder

  init() throws {
    bench = try Workbench()
    one = try bench.dossier()
    two = try bench.open()
  }

  @Test func `take turns as one writer`() throws {
    for number in 0..<5 {
      try one.name("one\(number)", "1")
      try two.name("two\(number)", "2")
    }
    #expect(try bench.names("dossier/journal").count == 1)
    #expect(two.state.sites.count == 10)
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `at once are two writers, and neither waits for ever`() throws {
    try one.begin()
    one.add(.site("a", "One"))
    let second = try two.name("b", "Two", by: "bob")
    #expect(second.events.first??["why"] == "busy")
    #expect(second.events.first??.by == "bob")
    let first = try #require(try one.commit())
    #expect(first.writer != second.writer)
    #expect(!one.state.history.contains(second.id))
    let read = try bench.open()
    #expect(read.siteNames == ["a": "One", "b": "Two"])
    #expect(try read.verify().isWhole)
    #expect(try two.name("c", "Two").writer == first.writer)
    #expect(two.state.history.contains(first.id))
  }

  @Test func `leave a file to its writer until the register knows what was acknowledged`() throws {
    try one.begin()
    one.add(.site("a", "One"))
    let first = try #require(try one.commit(remembersAtOnce: false))
    #expect(try two.acknowledged().map(\.n) == [1])
    #expect(try two.name("b", "Two").writer != first.writer)
    one.remember()
    #expect(try two.acknowledged().contains { $0.id == first.id })
    #expect(try two.name("c", "Two").writer == first.writer)
    try one.begin()
    one.add(.site("d", "One"))
    let last = try #require(try one.commit(remembersAtOnce: false))
    #expect(try one.name("e", "One").n == last.n + 1)
    #expect(try two.acknowledged().map(\.n).max() == last.n + 1)
  }

  @Test func `take up the second writer again when the first is busy again`() throws {
    try one.begin()
    let second = try two.name("b", "Two")
    #expect(try two.name("c", "Two").writer == second.writer)
    #expect(two.events("writer.opened").count == 2)
    one.abandon()
  }

  @Test func `see of each other what came before they began`() throws {
    try one.begin()
    one.add(.site("a", "One"))
    try two.name("b", "Two")
    try one.commit()
    let next = try one.name("c", "One")
    #expect(next.seen.map(\.n) == [1])
    #expect(one.siteNames.count == 3)
  }

  @Test func `at once on one site are in conflict until one of them who saw both decides`() throws {
    try one.begin()
    one.add(.site("a", "One"))
    try two.name("a", "Two")
    try one.commit()
    let read = try bench.open()
    #expect(read.state.conflicts.map(\.subject) == [.unit(.site, key: "a", unit: "name")])
    #expect(read.siteNames == ["a": "a"])
    try read.name("a", "Three")
    #expect(read.state.conflicts.isEmpty)
    #expect(try bench.open().siteNames == ["a": "Three"])
  }

  @Test func `cannot seal at once, and the second knows what the first has written`() throws {
    let hold = try one.holdSealing()
    #expect { try two.holdSealing() } throws: { error in
      guard case .sealInProgress? = error as? JournalError else { return false }
      return true
    }
    let written = try one.name("b", "B")
    _ = consume hold
    _ = try two.holdSealing()
    #expect(two.state.history.contains(written.id))
  }

  @Test func `drop the lock with the operation, however it ends`() throws {
    try one.begin()
    one.abandon()
    try two.begin()
    #expect(try two.commit() == nil)
    try one.begin()
    one.add(.site("a", String(repeating: "x", count: 1 << 20)))
    #expect(throws: JournalError.self) { try one.commit() }
    try two.name("b", "Two")
    #expect(try bench.names("dossier/journal").count == 1)
  }

  @Test func `drop the lock with the dossier itself`() throws {
    do {
      let third = try bench.open()
      try third.begin()
      third.add(.site("a", "Three"))
      _ = try EvidenceLocker(third).takeIn(bench.write("a", "a"))
    }
    try two.name("b", "Two")
    #expect(try bench.names("dossier/journal").count == 1)
  }
}

struct `A file of the dossier that is none` {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.dossier().name("digne", "Digne")
  }

  private func isRefused(_ work: () throws -> Void) -> Bool {
    do {
      try work()
      return false
    } catch JournalError.unsafeFile {
      return true
    } catch {
      return false
    }
  }

  @Test func `is refused when it is a link, be it to a good file`() throws {
    try bench.copy("dossier/dossier.json", to: "real.json")
    try bench.remove("dossier/dossier.json")
    try FileManager.default.createSymbolicLink(
      atPath: bench.at("dossier/dossier.json"), withDestinationPath: bench.at("real.json"))
    #expect(isRefused { _ = try bench.open() })
  }

  @Test func `is refused and not waited for when it is a pipe`() throws {
    try bench.remove("dossier/dossier.json")
    #expect(unsafe mkfifo(bench.at("dossier/dossier.json"), 0o600) == 0)
    #expect(isRefused { _ = try bench.open() })
  }

  @Test func `is left alone when it takes the own journal's place in an open dossier`() throws {
    let dossier = try bench.open()
    let journal = try bench.journal()
    try bench.remove(journal)
    #expect(unsafe mkfifo(bench.at(journal), 0o600) == 0)
    let operation = try dossier.name("nice", "Nice")
    #expect(dossier.notices(of: operation) == [.newWriter(.damaged)])
    #expect(dossier.siteNames == ["digne": "Digne", "nice": "Nice"])
    #expect(try dossier.verify().damages.map(\.kind).contains(.notAFile))
  }

  @Test(arguments: ["x.journal", "0011223344556677.journal~", ".journal", "README"])
  func `is not read under another name`(_ name: String) throws {
    try bench.write("dossier/journal/\(name)", "garbage")
    #expect(try bench.open().verify().isWhole)
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"format":1}"#, #"{"format":1,"id":"../../x"}"#, #"{"format":"1"}"#,
    #"{"format":0,"id":"x"}"#,
  ])
  func `is refused when it cannot be understood and no line says more`(_ text: String) throws {
    try bench.write("dossier/dossier.json", text)
    try bench.write(bench.journal(), "garbage")
    do {
      _ = try bench.open()
      Issue.record("it was opened")
    } catch JournalError.malformedDossier {
    }
  }

  @Test func `is refused when it is of a later format`() throws {
    let id = String(repeating: "0", count: 64)
    try bench.write("dossier/dossier.json", #"{"format":2,"id":"\#(id)"}"#)
    do {
      _ = try bench.open()
      Issue.record("it was opened")
    } catch JournalError.newerFormat(_, let format) {
      #expect(format == 2)
    }
  }

  @Test func `is not opened where there is none`() throws {
    for path in ["nowhere", "dossier/journal"] {
      do {
        _ = try bench.open(path)
        Issue.record("it was opened")
      } catch JournalError.notADossier {
      }
    }
  }
}

struct `A machine whose memory cannot be written` {
  @Test(arguments: ["/proc/nope", "/dev/null/state"])
  func `is told which folder it is, and nothing is recorded`(_ state: String) throws {
    let bench = try Workbench()
    _ = try bench.dossier()
    var workplace = bench.workplace("other")
    workplace.stateHome = state
    let tree = try bench.tree("dossier")
    do {
      try bench.open(at: workplace).name("a", "Site a")
      Issue.record("it was recorded")
    } catch JournalError.stateUnwritable(let folder, _) {
      #expect(folder == state)
    }
    #expect(try bench.tree("dossier") == tree)
  }
}
