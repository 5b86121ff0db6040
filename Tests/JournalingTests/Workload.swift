import Auditing
import Foundation
import Signing
import Synchronization
import Testing

@testable import Journaling

/// A dossier on a disk in memory, and what a person was told of each of their entries.
final class Scene {
  let disk: MemoryDisk
  /// The entries that were acknowledged, and those that were refused.
  private(set) var acknowledged: Set<String> = []
  private(set) var refused: Set<String> = []
  private var seed: UInt64

  init(_ disk: MemoryDisk = MemoryDisk(), seed: UInt64 = 1, knowing told: Scene? = nil) {
    self.disk = disk
    self.seed = seed
    acknowledged = told?.acknowledged ?? []
    refused = told?.refused ?? []
  }

  func workplace(_ machine: String = "machine", clock: Int = 0) -> Workplace {
    let state = Mutex(seed)
    seed += 1
    let random: @Sendable (Int) -> [UInt8] = { count in
      state.withLock { state in
        (0..<count).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(truncatingIfNeeded: state >> 33)
        }
      }
    }
    return Workplace(
      stateHome: "/state-\(machine)", machine: machine, tool: "constat test",
      now: { Timestamp(milliseconds: 1_795_250_824_560 + clock) }, random: random,
      disk: disk.disk, patience: .zero)
  }

  @discardableResult
  func create() throws -> DossierFolder {
    let folder = try DossierFolder.create(
      "/home/d", title: "Préfecture", purpose: .real, by: "ana", at: workplace())
    acknowledged.insert("dossier")
    return folder
  }

  func open(_ machine: String = "machine") throws -> DossierFolder {
    try DossierFolder.open("/home/d", at: workplace(machine))
  }

  /// Enters two sites in one operation, and takes note of what was said of it.
  func enter(_ name: String, in folder: DossierFolder, evidence: Bool = false) {
    do {
      try folder.begin()
      folder.add(.site(name, name))
      if evidence {
        let digest = try EvidenceLocker(folder).takeIn(Self.source).sha256
        folder.add(.attachment(digest))
      }
      folder.add(.site(name + "-2", name))
      guard try folder.commit() != nil else { return }
      acknowledged.insert(name)
    } catch {
      folder.abandon()
      refused.insert(name)
    }
  }

  /// A file outside the dossier.
  static let source: String = {
    let path = FileManager.default.temporaryDirectory.appending(path: "constat-evidence").path
    try? Data("relevé".utf8).write(to: URL(filePath: path), options: .atomic)
    return path
  }()

  func journals() throws -> [String] {
    try disk.disk.names("/home/d/journal").filter { $0.hasSuffix(".journal") }
      .map { "/home/d/journal/\($0)" }
  }
}

/// A short piece of work, tried with every fault at every call.
struct Workload: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What is there before, and lasts.
  var setUp: @Sendable (Scene) throws -> Void = { scene in
    scene.enter("before", in: try scene.create())
  }
  /// What is done while something goes wrong.
  let run: @Sendable (Scene) throws -> Void
  /// Whether the dossier is damaged from the start.
  var isDamaged = false
  var machine = "machine"

  static let all = journaling + custody

  private static let journaling = [
    Workload(testDescription: "a new dossier", setUp: { _ in }) { try $0.create() },
    Workload(testDescription: "entries one after the other") { scene in
      let folder = try scene.open()
      for name in ["a", "b", "c"] { scene.enter(name, in: folder) }
    },
    Workload(testDescription: "the first entry of another machine") { scene in
      let folder = try scene.open("other")
      for name in ["a", "b"] { scene.enter(name, in: folder) }
    }.on("other"),
    Workload(testDescription: "an entry that names evidence") { scene in
      scene.enter("a", in: try scene.open(), evidence: true)
    },
    Workload(
      testDescription: "a torn tail",
      setUp: { scene in
        scene.enter("before", in: try scene.create())
        let journal = try scene.journals()[0]
        try scene.disk.put(try scene.disk.bytes(journal) + Array("half a li".utf8), in: journal)
      }
    ) { scene in
      let folder = try scene.open()
      for name in ["a", "b"] { scene.enter(name, in: folder) }
    },
    Workload(testDescription: "a second writer while the first is busy") { scene in
      let (one, two) = (try scene.open(), try scene.open())
      try one.begin()
      scene.enter("a", in: two)
      one.abandon()
      scene.enter("b", in: one)
    },
    Workload(
      testDescription: "a long register, put anew",
      setUp: { scene in
        let folder = try scene.create()
        scene.enter("before", in: folder)
        let register = "/state-machine/constat/writers/\(folder.id)"
        let lines = try scene.disk.bytes(register)
        try scene.disk.put(
          Array(repeatElement(lines, count: (1 << 14) / lines.count + 1).joined()), in: register)
      }
    ) { scene in
      let folder = try scene.open()
      for name in ["a", "b"] { scene.enter(name, in: folder) }
    },
    Workload(
      testDescription: "the start after a failed synchronisation",
      setUp: { scene in
        let folder = try scene.create()
        scene.enter("before", in: folder)
        scene.disk.settle()
        try folder.begin()
        folder.abandon()
        // The same calls again, of which the one that makes the line last fails.
        let count = scene.disk.calls.count
        scene.disk.settle()
        scene.enter("trial", in: folder)
        let sync = scene.disk.calls.firstIndex { $0.hasPrefix("sync ") } ?? count
        scene.disk.settle(.failing(call: sync + 1, code: 5))
        scene.enter("unsure", in: folder)
      }
    ) { scene in
      let folder = try scene.open()
      for name in ["a", "b"] { scene.enter(name, in: folder) }
    },
    Workload(testDescription: "a checklist that is kept") { scene in
      let folder = try scene.open()
      try folder.begin()
      let digest = try folder.keepChecklist(Array("%rec: Checklist\n".utf8))
      folder.add(Event("checklist.pinned", by: "ana", ["sha256": .text(digest)]))
      try folder.commit()
      scene.enter("a", in: folder)
    },
    Workload(
      testDescription: "a damaged file of one's own",
      setUp: { scene in
        let folder = try scene.create()
        for name in ["before", "more"] { scene.enter(name, in: folder) }
        let journal = try scene.journals()[0]
        var lines = try scene.disk.bytes(journal).lines
        lines[1][200] ^= 1
        try scene.disk.put(Array(lines.joined(separator: [0x0A])) + [0x0A], in: journal)
        scene.forget(["before", "more"])
      },
      run: { scene in
        let folder = try scene.open()
        for name in ["a", "b"] { scene.enter(name, in: folder) }
      }, isDamaged: true),
  ]
}

extension Workload {
  fileprivate func on(_ machine: String) -> Workload {
    var copy = self
    copy.machine = machine
    return copy
  }
}

extension Scene {
  /// Takes note that another's entry was said to have been taken.
  func note(taken name: String) { acknowledged.insert(name) }

  /// Leaves entries out that damage has taken.
  func forget(_ names: Set<String>) { acknowledged.subtract(names) }

  /// What must hold once nothing goes wrong any more: all that was acknowledged is there, nothing
  /// is half there, and recording goes on.
  func check(_ workload: Workload, allowing refusedToo: Bool, _ comment: String) throws {
    guard let folder = try openOrNothing(workload.machine) else {
      #expect(acknowledged.isEmpty, "\(comment): the dossier is gone")
      try create()
      return
    }
    check(folder, allowing: refusedToo, comment)
    enter("after", in: folder)
    #expect(acknowledged.contains("after"), "\(comment): recording stopped")
    check(folder, allowing: refusedToo, comment)
    guard !workload.isDamaged else { return }
    let verification = try folder.verify()
    #expect(verification.isWhole, "\(comment): \(verification)")
    #expect(verification.operations == folder.state.history.operations.count, "\(comment)")
    let torn = try disk.disk.names("/home/d/journal").filter { $0.contains(".torn-") }
    #expect(folder.events("journal.recovered").count == torn.count, "\(comment): \(torn)")
  }

  private func openOrNothing(_ machine: String) throws -> DossierFolder? {
    do {
      return try open(machine)
    } catch JournalError.notADossier {
      return nil
    }
  }

  private func check(_ folder: DossierFolder, allowing refusedToo: Bool, _ comment: String) {
    let sites = Set(folder.siteNames.keys)
    let names = sites.filter { !$0.hasSuffix("-2") }
    #expect(sites == names.union(names.map { $0 + "-2" }), "\(comment): half an operation")
    let lost = acknowledged.subtracting(["dossier"]).subtracting(names)
    #expect(lost.isEmpty, "\(comment): lost \(lost)")
    if !refusedToo {
      #expect(names.isDisjoint(with: refused), "\(comment): \(names) holds what was refused")
    }
  }
}
