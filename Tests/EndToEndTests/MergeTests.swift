import Foundation
import Testing

struct `The command merge` {
  private let sandbox: Sandbox

  /// A dossier of two sites and a copy of it, in which another person has entered something.
  init() throws {
    sandbox = try Sandbox()
    try made("-c", "dossier new d --title Essai; site add digne --name Digne; site add a --name A")
    try sandbox.copy(sandbox.at("d"), to: "e")
    try made("--dossier", "e", "site", "add", "gap", "--name", "Gap", me: "bob")
  }

  @discardableResult
  private func made(_ arguments: String..., me: String = "cmartin") throws -> Sandbox.Answer {
    let answer = try sandbox.run(arguments, environment: ["CONSTAT_ME": me])
    #expect(answer.status == 0, "\(answer.errors)")
    return answer
  }

  private func merge(_ path: String, _ more: String..., lang: String = "fr") throws
    -> Sandbox.Answer
  {
    try sandbox.run(["--lang", lang, "--dossier", "d", "merge", path] + more)
  }

  private func sites() throws -> Set<Substring> {
    Set(try made("--dossier", "d", "site", "list", "as", "ids").output.split(separator: "\n"))
  }

  @Test func `takes what another copy holds and says whose it is`() throws {
    let answer = try merge("e")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors == "✓ 1 opération reprise (bob)\n")
    #expect(try merge("e", lang: "en").errors == "✓ nothing new\n")
    #expect(try sites() == ["digne", "a", "gap"])
  }

  @Test func `lets no exercise into a real dossier, whatever it says of itself`() throws {
    try made("-c", "dossier new x --title X --purpose exercise; site add y --name Y")
    // Without its first entry nothing says what it is for.
    try sandbox.copy(sandbox.at("x"), to: "z")
    try made("--dossier", "z", "site", "add", "w", "--name", "W", me: "bob")
    try sandbox.shell("rm $(grep -l dossier.created z/journal/*)")
    let before = try sandbox.contents("d")
    for (source, words) in [("x", "exercise"), ("z", "first entry")] {
      let answer = try merge(source, "--adopt", "--reason", "essai", lang: "en")
      #expect(answer.status == 1 && answer.errors.contains(words), "\(answer.errors)")
    }
    #expect(try sandbox.contents("d") == before)
  }

  @Test func `tells in a dry run what it would bring, and writes nothing`() throws {
    try made("--dossier", "d", "site", "set", "a", "--name", "Aups")
    try made("--dossier", "e", "site", "set", "a", "--name", "Apt")
    let before = try sandbox.contents("d")
    let answer = try sandbox.run("--dossier", "d", "--dry-run", "merge", "e")
    #expect(answer.status == 4)
    #expect(answer.errors.contains("sans rien écrire\u{A0}: 2 opérations reprises (bob, cmartin)"))
    #expect(answer.output.contains("1 contradiction nouvelle"))
    #expect(!answer.output.contains("aucun changement"))
    #expect(try sandbox.contents("d") == before)
    #expect(try sandbox.run("--dossier", "d", "--dry-run", "merge", "absent").status == 1)
  }

  @Test func `gives the same journals in either order`() throws {
    try made("--dossier", "d", "site", "add", "x", "--name", "X")
    try sandbox.copy(sandbox.at("d"), to: "f")
    #expect(try merge("e").status == 0)
    #expect(try sandbox.run("--dossier", "e", "merge", "f").status == 0)
    #expect(try sandbox.contents("d/journal") == sandbox.contents("e/journal"))
  }

  @Test func `ends with 4 when it leaves contradictions, and names the way out`() throws {
    try made("--dossier", "d", "site", "set", "a", "--name", "Aups")
    try made("--dossier", "e", "site", "set", "a", "--name", "Apt")
    let answer = try merge("e")
    #expect(answer.status == 4)
    #expect(answer.output.contains("1 contradiction nouvelle"))
    #expect(answer.output.contains("conflit lister"))
  }

  @Test func `refuses another dossier until it is adopted for a reason`() throws {
    try made("-c", "dossier new g --title Autre; site add nice --name Nice")
    let before = try sandbox.contents("d")
    let refused = try merge("g")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--adopt"))
    let unreasoned = try merge("g", "--adopt")
    #expect(unreasoned.status == 2 && unreasoned.errors.contains("il manque --motif"))
    let dry = try sandbox.run("--dry-run", "--dossier", "d", "merge", "g", "--adopt")
    #expect(dry.status == 2 && dry.errors.contains("il manque --motif"), "\(dry)")
    #expect(try sandbox.contents("d") == before)
    // The two titles contradict each other, and no more than that.
    #expect(try merge("g", "--adopt", "--reason", "réunion des deux services").status == 4)
    #expect(try sites().contains("nice"))
  }

  @Test func `leaves ids that fit two records, which every command refuses, naming both`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    try sandbox.demo("finding add M1-B4 \"x\" --grade ncmin --seen a --site digne")
    let other = try sandbox.run(
      ["--dossier", "copie", "-c", "finding add M1-A1 y --grade ncmaj --seen b --site digne"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(other.status == 0, "\(other.errors)")
    try sandbox.run("--dossier", "demo", "merge", "copie")
    let before = try sandbox.contents("demo/journal")
    let findings = try sandbox.demo("finding list as ids").output.split(separator: "\n")
    let pieces = try sandbox.demo("evidence list as ids").output.split(separator: "\n")
    #expect(findings.count == 2 && pieces.count == 2)
    for (line, ids) in [
      ("go F1; note vu", findings), ("finding show F1", findings), ("evidence show P1", pieces),
      ("explain F1", findings), ("explain finding F1", findings), ("explain P1", pieces),
    ] {
      let answer = try sandbox.run("--dossier", "demo", "-c", line)
      #expect(answer.status == 1, "\(line)")
      #expect(ids.allSatisfy { answer.errors.contains($0) }, "\(line): \(answer.errors)")
    }
    #expect(try sandbox.contents("demo/journal") == before)
    for id in findings { try sandbox.demo("go \(id); finding show \(id); explain \(id)") }
  }

  @Test func `refuses an exercise`() throws {
    try made("-c", "dossier new g --title Exercice --purpose exercise; site add n --name N")
    let answer = try merge("g", "--adopt", "--reason", "non")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("exercice"))
  }

  @Test func `refuses what is no source, and what is not there`() throws {
    try sandbox.write("notes.txt", "rien de tel\n")
    #expect(try merge("notes.txt").status == 1)
    #expect(try merge("absent").status == 1)
    #expect(try merge("d").status == 1)
  }

  @Test func `ends with 5 when the source is damaged, and takes what precedes`() throws {
    try made("--dossier", "e", "site", "add", "z", "--name", "Z", me: "bob")
    let names = try sandbox.files("e/journal")
    let name = try #require(
      try names.first { try sandbox.text("e/journal/\($0)").contains(#""name":"Gap""#) })
    let text = try sandbox.text("e/journal/\(name)").replacing(#""name":"Z""#, with: #""name":"Y""#)
    try sandbox.write("e/journal/\(name)", text)
    let answer = try merge("e")
    #expect(answer.status == 5)
    #expect(answer.output.contains("\(name):2"))
    #expect(try sites() == ["digne", "a", "gap"])
  }

  @Test func `reads a git bundle, and refuses one that is cut short`() throws {
    let git = try sandbox.shell(
      """
      set -e; cd e; export GIT_CONFIG_GLOBAL=/dev/null
      git init -q -b main; git add .; git -c user.name=b -c user.email=b@example.org commit -qm x
      git bundle create -q ../e.bundle main
      head -c $(($(stat -c %s ../e.bundle) - 40)) ../e.bundle > ../short.bundle
      """)
    try #require(git.status == 0, "\(git.errors)")
    let before = try sandbox.contents("d")
    let short = try merge("short.bundle")
    #expect(short.status == 1)
    #expect(short.errors.contains("git"))
    #expect(try sandbox.contents("d") == before)
    let answer = try merge("e.bundle")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sites().contains("gap"))
  }

  @Test func `stands before what follows it and after what precedes it`() throws {
    let answer = try sandbox.run(
      "--dossier", "d", "-c",
      "site add v --name V; merge e; site add w --name W; site add w --name W")
    #expect(answer.status == 1)
    #expect(try sites() == ["digne", "a", "v", "gap"])
  }

  @Test func `killed at any moment leaves a dossier that is whole, and can be done again`() throws {
    // Many writers, so that there are many files between which to die.
    let script = """
      set -e; for i in $(seq 12); do cp -r d "c$i"
      "$1" --dossier "c$i" --quiet -c "site add s$i --name S; site set a --name A$i"
      cp "c$i"/journal/* e/journal/; done
      """
    let prepared = try sandbox.shell(script, Sandbox.program)
    try #require(prepared.status == 0, "\(prepared.errors)")
    let kill = #""$1" --dossier d merge e & p=$!; sleep "$2"; kill -9 $p; wait $p; exit 0"#
    for step in 0..<12 {
      try sandbox.shell(
        "rm -rf d; cp -r c1 d; \(kill)", Sandbox.program, "0.0\(step / 4)\(step % 10)")
      let verified = try sandbox.run("--dossier", "d", "verify")
      #expect(verified.status == 0 || verified.output.contains("cité"), "\(verified.output)")
      // The kill may have come after the merge: then nothing is new.
      #expect([0, 4].contains(try merge("e").status))
      #expect(try sites().count == 15)
    }
  }
}

struct `A merge with a seal` {
  @Test func `takes nothing of one that does not hold`() throws {
    let sandbox = try SealedDossier.copy()
    try sandbox.copy(SealedDossier.sandbox.at("d"), to: "d")
    let intact = try sandbox.run("--dossier", "d", "merge", "bag")
    #expect(intact.status == 0, "\(intact.errors)")
    #expect(intact.errors.contains("rien de nouveau"))
    #expect(!intact.errors.contains("répond"))
    // Whole without its signatures, which the lists of a bag do not hold.
    try sandbox.copy(sandbox.at("bag"), to: "unsigned")
    try sandbox.shell("rm -r unsigned/signatures")
    let unsigned = try sandbox.run("--dossier", "d", "merge", "unsigned")
    #expect(unsigned.status == 0 && unsigned.errors.contains("personne n’en répond"), "\(unsigned)")
    // Whole too, and made of a journal that says otherwise than the one here.
    let forge = """
      sed -i -E 's/^(Journal-Head: .* )([0-9a-f]{63})(.)$/\\1\\3\\2/' unsigned/bag-info.txt
      sum=$(sha256sum <unsigned/bag-info.txt | cut -c1-64)
      sed -i -E "s/^[0-9a-f]+( +bag-info.txt)/$sum\\1/" unsigned/tagmanifest-sha256.txt
      """
    try sandbox.shell(forge)
    let contradicted = try sandbox.run("--dossier", "d", "merge", "unsigned")
    #expect(contradicted.status == 5, "\(contradicted)")
    let name = try #require(try sandbox.files("bag/data/journal").first)
    try sandbox.write("bag/data/journal/\(name)", "")
    let broken = try sandbox.run("--dossier", "d", "merge", "bag")
    #expect(broken.status == 5)
    #expect(broken.errors.contains("ne tient pas"))
  }
}
