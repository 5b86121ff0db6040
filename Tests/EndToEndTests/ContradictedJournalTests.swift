import Foundation
import Testing

struct `A journal that a signed head contradicts` {
  private let sandbox: Sandbox
  /// The same person at another machine, which remembers nothing of the journals.
  private let elsewhere: [String: String]

  /// A concluded audit, a head that was signed, and a copy from which the last line was cut.
  init() throws {
    sandbox = try Sandbox.assessed(
      """
      audit conclude "Conforme." --degree fulfilled
      audit close
      site add tard --name Tard
      """)
    elsewhere = ["XDG_STATE_HOME": sandbox.at("ailleurs")]
    try sandbox.demo("journal checkpoint")
    try sandbox.copy(sandbox.at("demo"), to: "court")
    try sandbox.shell("sed -i '$d' court/journal/*.journal")
  }

  private func there(_ words: String...) throws -> Sandbox.Answer {
    try sandbox.run(["--dossier", "court"] + words, environment: elsewhere)
  }

  @Test func `is neither verified nor sealed nor reported, until it is let stand`() throws {
    for words in [["verify"], ["seal", "make"], ["report", "write"]] {
      let answer = try sandbox.run(["--dossier", "court"] + words, environment: elsewhere)
      #expect(answer.status == 5, "\(words): \(answer.errors)")
      #expect((answer.errors + answer.output).contains("LE CONTREDIT"), "\(words)")
    }
    let journal = try #require(try sandbox.files("court/journal").first)
    let writer = String(journal.prefix(16))
    let accepted = try there("journal", "accept", writer, "--reason", "clé USB cassée")
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(try there("verify").status == 0)
    #expect(try there("report", "write").status == 0)
    #expect(try there("journal", "accept", writer, "--reason", "encore").status == 1)
  }

  @Test func `is taken as far as it goes, which is said, and mended by a whole copy`() throws {
    try sandbox.shell("cp -r court reçu && for f in reçu/journal/*; do sed -i '3,$d' $f; done")
    try sandbox.shell("rm -r reçu/checkpoints")
    let taken = try sandbox.run(
      ["--dossier", "reçu", "merge", "court"], environment: elsewhere)
    #expect(taken.status == 5, "\(taken.errors)")
    #expect((taken.output + taken.errors).contains("LE CONTREDIT"))
    let verified = try sandbox.run(["--dossier", "reçu", "verify"], environment: elsewhere)
    #expect(verified.status == 5)
    let mended = try sandbox.run(
      ["--dossier", "reçu", "merge", "demo"], environment: elsewhere)
    #expect(mended.status == 0, "\(mended.errors)")
    let whole = try sandbox.run(["--dossier", "reçu", "verify"], environment: elsewhere)
    #expect(whole.status == 0, "\(whole.output)")
  }
}

struct `A head that nobody answers for` {
  private let sandbox: Sandbox
  private let name: String

  /// A copy that says of a colleague's journal that it has another end.
  init() throws {
    sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "bob")
    _ = try sandbox.run(
      ["--dossier", "bob", "site", "add", "b1", "--name", "B"], environment: ["CONSTAT_ME": "bob"])
    try sandbox.copy(sandbox.at("bob"), to: "faux")
    let mine = Set(try sandbox.files("demo/journal"))
    let journal = try #require(try sandbox.files("bob/journal").first { !mine.contains($0) })
    name = "\(journal.prefix(16))-2.txt"
    let identity = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: sandbox.at("demo/dossier.json"))))
    let id = try #require((identity as? [String: Any])?["id"] as? String)
    try sandbox.write(
      "faux/checkpoints/\(name)",
      "constat/\(id)/\(journal.prefix(16))\n2\n\(String(repeating: "a", count: 64))\n")
  }

  /// What a merge of the copy, then of the colleague's work, leaves.
  private func checkMerging() throws {
    let merged = try sandbox.run("--dossier", "demo", "merge", "faux")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(try !sandbox.files("demo/checkpoints").contains(name))
    _ = try sandbox.run(
      ["--dossier", "bob", "site", "add", "b2", "--name", "B"], environment: ["CONSTAT_ME": "bob"])
    let later = try sandbox.run("--dossier", "demo", "merge", "bob")
    #expect(later.status == 0, "\(later.errors)")
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
  }

  @Test func `contradicts nothing without a signature`() throws { try checkMerging() }

  @Test func `contradicts nothing under a signature of something else`() throws {
    try sandbox.shell(
      """
      ssh-keygen -q -t ed25519 -N '' -f clef
      echo autre | ssh-keygen -q -Y sign -f clef -n constat-journal >faux/checkpoints/\(name).sig
      """)
    try checkMerging()
  }

  @Test func `contradicts nothing under a key that the user does not know`() throws {
    try sandbox.shell(
      """
      ssh-keygen -q -t ed25519 -N '' -f clef
      ssh-keygen -q -Y sign -f clef -n constat-journal \
        <faux/checkpoints/\(name) >faux/checkpoints/\(name).sig
      """)
    try checkMerging()
  }
}
