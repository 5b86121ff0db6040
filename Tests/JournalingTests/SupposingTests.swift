import Auditing
import Signing
import Testing

@testable import Journaling

struct `A supposition of a dossier` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
    try dossier.name("digne", "Digne")
  }

  @Test func `shows in the state, takes no lock and leaves every byte as it was`() throws {
    let tree = try bench.tree("dossier")
    let states = try bench.tree("state-machine")
    let file = try bench.write("releve.csv", "a,b\n")
    dossier.beginSupposing()
    #expect(dossier.isSupposing && !dossier.writerPreparing.isEmpty)
    try dossier.begin()
    dossier.add(.site("digne", "Autre"))
    let digest = try EvidenceLocker(dossier).takeIn(file).sha256
    dossier.add(.attachment(digest))
    let kept = try dossier.keepChecklist(Array("%rec: Checklist\n".utf8))
    #expect(dossier.checklist(kept) != nil)
    #expect(try dossier.commit() == nil)
    #expect(dossier.siteNames == ["digne": "Autre"])
    #expect(dossier.state.evidence.count == 1)
    #expect(try bench.tree("dossier") == tree)
    dossier.endSupposing()
    #expect(dossier.siteNames == ["digne": "Digne"])
    #expect(dossier.state.evidence.isEmpty && dossier.checklist(kept) == nil)
    #expect(try bench.tree("dossier") == tree)
    #expect(try bench.tree("state-machine") == states)
  }

  @Test func `within an operation goes on from what is prepared, and goes back to it`() throws {
    try dossier.begin()
    dossier.add(.site("manosque", "Manosque"))
    dossier.beginSupposing()
    dossier.add(.site("digne", "Une"))
    dossier.beginSupposing()
    dossier.add(.site("digne", "Deux"))
    #expect(dossier.siteNames == ["digne": "Deux", "manosque": "Manosque"])
    dossier.endSupposing()
    #expect(dossier.siteNames["digne"] == "Une")
    dossier.endSupposing()
    #expect(!dossier.isSupposing)
    try dossier.commit()
    #expect(try bench.open().siteNames == ["digne": "Digne", "manosque": "Manosque"])
  }

  @Test func `may be of a dossier that is not there`() throws {
    let path = "\(dossier.path)-autre"
    let supposed = try DossierFolder.supposed(
      path, title: "Autre", purpose: .real, by: "cm", at: bench.workplace("machine"))
    supposed.add(.site("digne", "Digne"))
    #expect(supposed.state.title == "Autre" && supposed.siteNames == ["digne": "Digne"])
    #expect(!Files.exists(path))
    #expect(throws: JournalError.self) {
      try DossierFolder.supposed(
        dossier.path, title: "Un", purpose: .real, by: "", at: bench.workplace("machine"))
    }
  }
}
