import Glibc
import Signing
import Testing

@testable import Journaling

/// What a process that was killed had written and not put in its place.
struct `A file that was not finished` {
  private let bench: Workbench
  private let dossier: DossierFolder
  /// The number of no process: the system gives none so large.
  private let ended = 4_194_305

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  @Test func `among the journals goes with the next entry, unless its process goes on`() throws {
    let journal = try bench.journal()
    for end in ["\(ended)", "\(getpid())", "x", ""] {
      try bench.write("\(journal).new-\(end)", "half")
    }
    try dossier.name("digne", "Digne")
    let left = try bench.names("dossier/journal").filter { $0.contains(".new-") }
    #expect(left.map { $0.split(separator: ".new-").count == 1 ? "" : $0.suffix(4) }.count == 3)
    #expect(!left.contains { $0.hasSuffix("\(ended)") })
    #expect(try bench.open().verify().isWhole)
  }

  @Test func `among the checklists and the checkpoints goes when the next is kept`() throws {
    try bench.write("dossier/checklists/a.rec.new-\(ended)", "half")
    _ = try dossier.keepChecklist([0x61])
    #expect(try bench.names("dossier/checklists").count == 1)
    try bench.write("dossier/checkpoints/a.txt.new-\(ended)", "half")
    let keygen = SSHKeygen(Programs(environment: ["PATH": "/usr/bin:/bin"]))
    let key = try SigningKey.ownOrNew(in: bench.at("keys"), Identity("ana"), keygen)
    try dossier.sign(dossier.unsignedHeads()) { (bytes) throws(SigningError) in
      try keygen.sign(bytes, .journal, with: key)
    }
    #expect(try bench.names("dossier/checkpoints").count == 2)
  }

  @Test func `goes with the next merge`() throws {
    try bench.copy("dossier", to: "other")
    try bench.open("other", at: bench.workplace("other")).name("gap", "Gap")
    for folder in ["journal", "checklists", "checkpoints"] {
      try bench.write("dossier/\(folder)/a.new-\(ended)", "half")
    }
    _ = try dossier.merge(.dossier(bench.at("other")))
    for folder in ["journal", "checklists", "checkpoints"] {
      #expect(try bench.names("dossier/\(folder)").allSatisfy { !$0.contains(".new-") })
    }
  }
}
