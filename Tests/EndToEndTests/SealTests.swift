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

struct `A report of entries made under a clock that was given` {
  @Test func `says how many they are, and says nothing of others`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("report write 2026-001 to \"r.md\"")
    let report = try sandbox.text("r.md")
    #expect(report.contains("HORLOGE DONNÉE"))
    let real = try Sandbox()
    try real.run("dossier", "new", "demo", "--title", "Réel")
    try real.demo(
      "site add digne\naudit open A --checklist qual-e-pref\naudit scope digne --modules 1")
    try real.demo("report write A to \"r.md\"")
    #expect(!(try real.text("r.md").contains("HORLOGE DONNÉE")))
  }
}
