import Foundation
import Signing
import Testing

struct `VERIFIER.txt` {
  /// The commands printed in one half of the text: its indented lines.
  private func commands(_ text: String, half: Int) -> String {
    let halves = text.split(separator: String(repeating: "-", count: 78))
    return halves[half].split(separator: "\n").filter { $0.hasPrefix("    ") }
      .map { $0.dropFirst(4) }.joined(separator: "\n")
  }

  /// Runs the commands as they are printed, each of which must succeed.
  private func run(_ bench: Workbench, half: Int) throws -> Subprocess.Result {
    let text = String(decoding: try bench.read("bag/VERIFIER.txt"), as: UTF8.self)
    var script = commands(text, half: half)
    if bench.programs.path(of: "bagit.py") == nil {
      Issue.record(
        "bagit.py is not installed (pip install bagit): its check of the bag was NOT run",
        severity: .warning)
      script = script.replacing("bagit.py --validate .", with: "true")
    }
    try bench.write("script.sh", Array(("set -e -o pipefail\n" + script + "\n").utf8))
    return try bench.shell("exec bash script.sh")
  }

  @Test(arguments: [0, 1], ["alice@org.example", "Alice d'Été Martin"])
  func `gives commands that run as printed and find the bag good`(
    _ half: Int, _ identity: String
  ) throws {
    let bench = try Workbench()
    let (key, register) = try bench.signedBag(identity: identity)
    #expect(try bench.verify("bag", register).verdict == .good)
    let result = try run(bench, half: half)
    #expect(result.isSuccess, "\(result.words)\n\(result.text)")
    #expect(
      result.text.contains(
        "Good \"constat-seal\" signature with ED25519 key \(key.publicKey.fingerprint)"))
    #expect(result.text.contains("Good \"constat-seal\" signature for \(identity)"))
    #expect(result.text.contains("tagmanifest-sha256.txt: OK"))
  }

  @Test func `gives the same commands in both languages`() throws {
    let bench = try Workbench()
    _ = try bench.signedBag()
    let text = String(decoding: try bench.read("bag/VERIFIER.txt"), as: UTF8.self)
    #expect(commands(text, half: 0) == commands(text, half: 1))
    #expect(commands(text, half: 0).contains("find-principals"))
  }

  @Test(arguments: [
    "echo x >> bag/data/rapport.html", "rm bag/data/empty.txt", "echo > bag/data/extra",
    "echo > bag/extra", "ln -s /etc/passwd bag/data/link", "echo >> bag/bag-info.txt",
    "sed -i s/signe/approuve/ bag/signatures/01-alice.txt", "rm bag/signatures/*.sig",
    "sed -i s/19.3/19.4/ bag/bag-info.txt", "echo >> bag/tagmanifest-sha256.txt",
  ])
  func `gives commands that notice damage`(_ damage: String) throws {
    let bench = try Workbench()
    _ = try bench.signedBag()
    #expect(try bench.shell(damage).isSuccess)
    #expect(try !run(bench, half: 1).isSuccess)
  }

  @Test func `of an unsigned bag has commands for its files only`() throws {
    let bench = try Workbench()
    let draft = try Bag.Draft.build(
      at: bench.at("bag"), Workbench.entries, Workbench.info, signer: nil)
    try draft.publish()
    #expect(try run(bench, half: 0).isSuccess)
    try bench.write("bag/data/empty.txt", [1])
    #expect(try !run(bench, half: 0).isSuccess)
  }
}

struct `The words of a signing error` {
  @Test(
    arguments: [
      .programAbsent(name: "ssh-keygen", package: "openssh-client"),
      .programFailed(name: "x", outcome: .exited(2), words: "no"),
      .programTooSlow(name: "x", limit: .seconds(60)), .programTooLoud(name: "x", limit: 1),
      .argumentRefused("x"), .keyExposed(path: "k", mode: 0o644), .keyLocked(path: "k"),
      .keyAbsent(path: "k"), .identityRefused("-x"), .registerMalformed(path: "r", line: 3),
      .fieldRefused(field: "Name", value: ""), .statementMalformed(line: 2), .signatureMalformed,
      .nameRefused("a b"), .nameTaken("a"), .exists(path: "b"), .notARegularFile(path: "p"),
      .sourceChanged(path: "p"), .fileTooLarge(path: "p", limit: 9),
      .system(call: "open", path: "p", code: 13),
    ] as [SigningError])
  func `exist in both languages and end as sentences or commands do`(_ error: SigningError) {
    let (fr, en) = error.wording
    #expect(fr != en)
    #expect(fr.count > 20 && en.count > 20)
    #expect(!fr.contains(" :") && !fr.contains(" ;") && !fr.contains("« "))
    #expect(!en.contains("\u{A0}") && !en.contains("\u{202F}"))
    #expect(!fr.hasPrefix("Erreur inattendue"))
  }
}
