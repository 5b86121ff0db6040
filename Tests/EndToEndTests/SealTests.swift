import Foundation
import Testing

struct `The shipped script` {
  @Test func `makes, fills, seals and checks a dossier, and ends with exit 0`() throws {
    let (sandbox, answer) = try SealedDossier.made.get()
    try #require(answer.status == 0, "\(answer.errors)")
    #expect(!answer.errors.contains("attendu et non tenu"))
    #expect(answer.output.contains("clé CONNUE de cexemple"))
    let files = try sandbox.files("d/exports")
    for name in ["rapport.html", "rapport.md", "renouvellement.ics"] {
      #expect(files.contains(name))
    }
  }

  @Test func `finds what it expects, and a seal that holds`() throws {
    let sandbox = try SealedDossier.sandbox
    let counts = try sandbox.run(
      "--dossier", "d", "-c",
      "print $(finding count) $(evidence count) $(assessment count where verdict = not-assessed)")
    #expect(counts.output == "5 40 0\n")
    let verify = try sandbox.run("--dossier", "d", "seal", "verify")
    #expect(verify.status == 0 && verify.output.contains("aucun ajouté, aucun retiré"))
    #expect(try sandbox.run("--dossier", "d", "verify").status == 0)
    #expect(
      try sandbox.run("check", "\(Sandbox.checklists)/scripts/alpes-de-haute-provence-2020.constat")
        .status == 0)
  }
}

struct `A seal` {
  private func verify(_ sandbox: Sandbox, _ language: String = "fr") throws -> Sandbox.Answer {
    try sandbox.run("--lang", language, "seal", "verify", "bag")
  }

  @Test func `whose signer is known holds, far from its dossier`() throws {
    let answer = try verify(SealedDossier.copy())
    #expect(answer.status == 0)
    #expect(answer.output.contains("le signataire est connu de vous"))
  }

  @Test func `whose signer is unknown gives 3, and how to find out`() throws {
    let sandbox = try SealedDossier.copy(isKnown: false)
    let french = try verify(sandbox)
    #expect(french.status == 3)
    #expect(french.output.contains("clé INCONNUE de votre registre"))
    #expect(french.output.contains("qui a signé reste à établir"))
    let english = try verify(sandbox, "en")
    #expect(english.status == 3)
    #expect(english.output.contains("who signed remains to be established"))
  }

  @Test func `without a signature gives no trust`() throws {
    let sandbox = try SealedDossier.copy()
    try sandbox.shell("rm bag/signatures/*")
    #expect(try [3, 5].contains(verify(sandbox).status))
  }

  @Test func `shows every byte that is changed, in every file, with exit 5`() throws {
    let sandbox = try SealedDossier.copy()
    let files = try sandbox.files("bag")
    #expect(files.count > 20)
    for file in files {
      let whole = try sandbox.read("bag/\(file)")
      for offset in Set([0, whole.count / 2, whole.count - 1]) {
        var bytes = whole
        bytes[bytes.startIndex + offset] ^= 0x20
        try sandbox.write("bag/\(file)", bytes)
        let answer = try verify(sandbox)
        #expect(answer.status == 5, "\(file) at \(offset): \(answer.output)\(answer.errors)")
      }
      try sandbox.write("bag/\(file)", whole)
    }
    #expect(try verify(sandbox).status == 0, "each byte was put back")
  }

  @Test(arguments: [
    ("echo x > bag/data/extra.txt", "ajouté"), ("echo x > bag/extra.txt", "extra.txt"),
    ("mkdir bag/data/vide", "vide"), ("ln -s /etc/passwd bag/data/lien", "lien symbolique"),
    ("mkfifo bag/data/tube", "fichier spécial"), ("rm bag/data/report.html", "absent"),
    ("rm bag/manifest-sha256.txt", "absent"), ("rm bag/tagmanifest-sha256.txt", "absent"),
    ("rm bag/bagit.txt", "absent"),
    ("rm -r bag/data/evidence", "absent"), ("rm bag/signatures/*.sig", "ajouté"),
    ("truncate -s -1 bag/data/report.html", "modifié"),
    ("mv bag/data/report.md bag/data/rapport.md", "absent"),
    ("cp bag/signatures/01-cexemple.txt bag/signatures/02-autre.txt", "ajouté"),
  ])
  func `shows what is added, taken away or put in place of another, with exit 5`(
    _ damage: String, _ word: String
  ) throws {
    let sandbox = try SealedDossier.copy()
    #expect(try sandbox.shell(damage).status == 0)
    let answer = try verify(sandbox)
    #expect(answer.status == 5, "\(answer.output)\(answer.errors)")
    #expect(answer.output.contains(word))
    let english = try verify(sandbox, "en")
    #expect(english.status == 5 && english.output != answer.output)
  }

  @Test(arguments: ["mkdir vide", "true", "echo x > vide"])
  func `is not found in what is no bag`(_ making: String) throws {
    let sandbox = try SealedDossier.copy()
    try sandbox.shell(making)
    let answer = try sandbox.run("seal", "verify", "vide")
    #expect([1, 5].contains(answer.status), "\(answer)")
    #expect(!answer.output.contains("rien n’a changé"))
  }
}

struct `A sealed audit` {
  @Test(arguments: [
    "ok \"tout va bien\" --on M1-A1 --site digne", "na \"sans objet\" --on M1-A1 --site digne",
    "ncmin \"délai\" --on M1-A1 --site digne", "note \"vu\" --on M1-A1 --site digne",
    "finding add M1-A1 \"x\" --grade ps --seen \"y\"", "finding amend F1 --due +90j --reason \"x\"",
    "finding respond F1 contested", "assessment set M1-A1 --verdict not-assessed",
    "audit set 2020-AI --client \"x\"", "audit scope digne --modules 1", "audit member rfictif",
    "audit conclude \"autre\"", "audit close", "seal make",
  ])
  func `refuses what would change it with exit 6`(_ command: String) throws {
    let sandbox = try SealedDossier.sandbox
    let before = try sandbox.contents("d")
    let answer = try sandbox.run("--dossier", "d", "-c", command)
    #expect(answer.status == 6, "\(answer.errors)")
    #expect(answer.errors.contains("scellé (édition 1)"))
    #expect(try sandbox.contents("d") == before)
  }

  @Test func `refuses undo with exit 6`() throws {
    let sandbox = try SealedDossier.sandbox
    let answer = try sandbox.run("--dossier", "d", "undo")
    #expect(answer.status == 6 && answer.errors.contains("scellé"))
  }

  @Test func `is in a dossier that goes on`() throws {
    let sandbox = try Sandbox()
    try sandbox.shell(
      "cp -a \"$1\" d; cp -a \"$2\" ../home/", SealedDossier.sandbox.at("d"),
      "\(SealedDossier.sandbox.path)/home/config")
    let answer = try sandbox.run(
      "--dossier", "d", "-c",
      "site add sisteron\nmeasure add IND-01 2 jours --site digne --period 2021")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
    // In a copy of the dossier too, an edition stays what it was.
    #expect(try sandbox.run("--dossier", "d", "audit", "close").status == 6)
  }
}

struct `The commands of VERIFIER.txt` {
  /// The commands printed in one half of the text: its indented lines.
  private func commands(_ text: String, half: Int) -> String {
    text.components(separatedBy: String(repeating: "-", count: 78))[half]
      .split(separator: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
      .joined(separator: "\n")
  }

  private func check(_ sandbox: Sandbox, half: Int) throws -> Sandbox.Answer {
    var script = commands(try sandbox.text("bag/VERIFIER.txt"), half: half)
      .replacing("cd rapport-2020-AI-e1", with: "cd bag")
    if try !Outside.isThere("bagit.py", for: "its check of the bag", sandbox) {
      script = script.replacing("bagit.py --validate .", with: "true")
    }
    return try sandbox.shell("set -e -o pipefail\n\(script)")
  }

  @Test(arguments: [0, 1])
  func `find the seal good without this program`(_ half: Int) throws {
    let sandbox = try SealedDossier.copy()
    try FileManager.default.copyItem(
      atPath: SealedDossier.register, toPath: sandbox.at("allowed_signers"))
    guard try Outside.isThere("ssh-keygen", for: "the check of the signature", sandbox) else {
      return
    }
    let answer = try check(sandbox, half: half)
    #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
    #expect(answer.output.contains("Good \"constat-seal\" signature for cexemple"))
    #expect(answer.output.contains("tagmanifest-sha256.txt: OK"))
  }

  @Test(arguments: [
    "echo x >> bag/data/report.html", "rm bag/data/report.md", "echo x > bag/data/extra",
    "sed -i s/FICTIF/RÉEL/ bag/data/findings.csv", "sed -i s/signe/approuve/ bag/signatures/*.txt",
  ])
  func `find what was changed`(_ damage: String) throws {
    let sandbox = try SealedDossier.copy()
    try FileManager.default.copyItem(
      atPath: SealedDossier.register, toPath: sandbox.at("allowed_signers"))
    #expect(try sandbox.shell(damage).status == 0)
    #expect(try check(sandbox, half: 1).status != 0)
  }
}

struct `Sealing` {
  /// A real dossier with a concluded and numbered audit of one criterion's findings.
  private func concluded() throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      "ncmin \"délai non affiché\" --on M1-B4 --site digne --due +60j\nphoto hall.jpg --on M1-B4 --site digne"
    )
    try sandbox.demo("audit conclude \"Un écart.\" --degree partly")
    return sandbox
  }

  private func seal(_ sandbox: Sandbox) throws -> Sandbox.Answer {
    try sandbox.run("--dossier", "demo", "seal", "make")
  }

  @Test func `waits for a conclusion and for numbers`() throws {
    let sandbox = try concluded()
    let early = try seal(sandbox)
    #expect(early.status == 1 && early.errors.contains("ne sont pas numérotés"))
    try sandbox.demo("audit close")
    #expect(try seal(sandbox).status == 0)
    #expect(try seal(sandbox).status == 6)
  }

  @Test func `is refused while the conclusion is older than what it concludes`() throws {
    let sandbox = try concluded()
    try sandbox.demo("audit close")
    try sandbox.demo(
      "finding add M7-2 \"annuaire\" --grade ncmin --seen \"vu\" --due +30j --site digne")
    let status = try sandbox.demo("status").output
    #expect(status.contains("conclusion périmée"))
    #expect(status.contains("clos"))
    let stale = try seal(sandbox)
    #expect(stale.status == 1 && stale.errors.contains("est périmée"))
    try sandbox.demo("audit conclude \"Deux écarts.\"")
    let unnumbered = try seal(sandbox)
    #expect(unnumbered.status == 1 && unnumbered.errors.contains("depuis la numérotation"))
    try sandbox.demo("audit close")
    // The first number stays what it was.
    let numbers = try sandbox.demo("finding list fields id, number as tsv").output
    #expect(numbers.contains("F1\tNC-01") && numbers.contains("F2\tNC-02"))
    #expect(try seal(sandbox).status == 0)
  }

  @Test func `is refused when what a single input concludes is changed later in it`() throws {
    let sandbox = try concluded()
    let answer = try sandbox.run(
      "--dossier", "demo", "-c",
      """
      audit conclude "Un écart."
      audit close
      finding add M7-2 "annuaire" --grade ncmaj --seen "vu" --due +30j --site digne
      audit close
      seal make
      """)
    // Within one operation an audit does not yet know what came after its conclusion.
    withKnownIssue(isIntermittent: true) {
      #expect(answer.status == 1 && answer.errors.contains("est périmée"), "\(answer)")
    }
  }

  @Test func `is refused with exit 5 while the evidence or a journal is damaged`() throws {
    for damage in [
      "rm -f $(find demo/evidence -type f)", "sed -i s/hall.jpg/hall.jpX/ demo/journal/*",
    ] {
      let sandbox = try concluded()
      try sandbox.demo("audit close")
      try sandbox.shell(damage)
      let answer = try seal(sandbox)
      #expect(answer.status == 5, "\(damage): \(answer)")
      #expect(try sandbox.files("demo").allSatisfy { !$0.hasPrefix("exports/") })
    }
  }

  @Test func `is refused for an exercise and under a seed with exit 6`() throws {
    let sandbox = try Sandbox()
    let answer = try sandbox.run(
      "-c",
      "dossier new e --purpose exercise\nsite add a1\naudit open x --checklist qual-e-pref\nseal make"
    )
    #expect(answer.status == 6)
    #expect(answer.errors.contains("ne se scelle pas comme réel"))
  }

  @Test func `without ssh-keygen says what to install, and frees the audit`() throws {
    let sandbox = try concluded()
    try sandbox.demo("audit close")
    let answer = try sandbox.run(
      ["--dossier", "demo", "seal", "make"], environment: ["PATH": sandbox.work])
    #expect(answer.status == 1)
    #expect(answer.errors.contains("openssh-client"))
    #expect(try seal(sandbox).status == 0)
  }
}
