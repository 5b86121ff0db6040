import Foundation
import PseudoTerminals
import Testing

/// A prepared dossier with two files taken in and one statement.
private func dossier() throws -> Sandbox {
  let sandbox = try Sandbox.prepared()
  try sandbox.demo("evidence attach releve.csv --criterion M1-E1 --site digne")
  try sandbox.demo("evidence attach hall.jpg --criterion M1-B4 --site digne")
  return sandbox
}

extension Sandbox {
  /// Runs one command in the prepared dossier, in a language.
  fileprivate func one(_ words: String..., lang: String = "fr") throws -> Answer {
    try run(["--lang", lang, "--dossier", "demo"] + words)
  }

  fileprivate func blob(_ file: String) throws -> String {
    let digest = try shell("sha256sum \"$1\"", file).output.prefix(64)
    return "demo/evidence/\(digest.prefix(2))/\(digest)"
  }
}

struct `evidence verify` {
  @Test func `says that all is intact, and writes nothing`() throws {
    let sandbox = try dossier()
    let before = try sandbox.contents("demo")
    let answer = try sandbox.one("evidence", "verify")
    #expect(answer.status == 0 && answer.output == "2 fichiers de preuve, 2 intacts\n")
    let english = try sandbox.one("evidence", "verify", "P1", lang: "en")
    #expect(english.output == "1 evidence file, 1 intact\n")
    #expect(try sandbox.contents("demo") == before)
  }

  @Test func `names what was changed and what is missing, and gives 5`() throws {
    let sandbox = try dossier()
    let (changed, lost) = (try sandbox.blob("releve.csv"), try sandbox.blob("hall.jpg"))
    try sandbox.shell("chmod 600 \(changed); echo x >> \(changed); rm -f \(lost)")
    let answer = try sandbox.one("evidence", "verify")
    #expect(answer.status == 5)
    #expect(answer.output.contains("2 fichiers de preuve, 0 intact — PAS INTACTS"))
    #expect(answer.output.contains("ALTÉRÉE\u{A0}: P1 releve.csv — SHA-256"))
    #expect(answer.output.contains("→ preuve récupérer P1 --depuis COPIE"))
    #expect(answer.output.contains("MANQUE\u{A0}: P2 hall.jpg — SHA-256"))
    let english = try sandbox.one("evidence", "verify", lang: "en")
    #expect(english.status == 5)
    #expect(english.output.contains("CHANGED: P1 releve.csv — SHA-256"))
    #expect(english.output.contains("→ evidence fetch P1 --from COPY"))
    #expect(english.output.contains("MISSING: P2 hall.jpg"))
    #expect(try sandbox.one("evidence", "verify", "P2").status == 5)
    let custody = try sandbox.demo("evidence list fields id, custody as csv").output
    #expect(custody.contains("P1,here") && custody.contains("P2,missing"))
  }

  @Test func `shows hostile names without letting them act`() throws {
    let sandbox = try dossier()
    try sandbox.write("a\u{1B}]0;x\u{7}\u{202E}b", "hostile")
    let attached = try sandbox.one("evidence", "attach", "./a\u{1B}]0;x\u{7}\u{202E}b")
    #expect(attached.status == 0)
    try sandbox.shell("rm -f demo/evidence/*/*")
    let answer = try sandbox.one("evidence", "verify")
    #expect(answer.output.contains("P3 a^[]0;x^G\\u{202e}b"))
    let refused = try sandbox.one("evidence", "attach", "./\u{1B}[2J")
    #expect(refused.status == 1 && refused.errors.contains("./^[[2J"))
    #expect(!(answer.output + refused.errors).contains("\u{1B}"))
  }
}

struct `evidence fetch` {
  @Test func `takes what is lacking from where one says`() throws {
    let sandbox = try dossier()
    try sandbox.shell("cp -a demo copie; rm -f demo/evidence/*/*")
    let answer = try sandbox.one("evidence", "fetch", "--from", "copie")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("P1 releve.csv reprise de copie/evidence/"))
    #expect(try sandbox.one("evidence", "verify").status == 0)
    let nothing = try sandbox.one("evidence", "fetch", lang: "en")
    #expect(nothing.status == 0 && nothing.errors.contains("nothing is lacking here"))
  }

  @Test func `looks by itself in the copies that this machine knows`() throws {
    let sandbox = try dossier()
    try sandbox.shell("cp -a demo copie")
    #expect(
      try sandbox.run("--dossier", "copie", "site", "add", "gap", "--name", "Gap").status == 0)
    try sandbox.shell("rm -f demo/evidence/*/*")
    let custody = try sandbox.demo("evidence list fields id, custody as csv").output
    #expect(custody.contains("P1,elsewhere"))
    let verified = try sandbox.one("evidence", "verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("ailleurs\u{A0}: P1 releve.csv — présente dans"))
    #expect(try sandbox.one("evidence", "fetch").status == 0)
    #expect(try sandbox.one("evidence", "verify").output == "2 fichiers de preuve, 2 intacts\n")
  }

  @Test func `says what it did not find, and where to look when it knows of nowhere`() throws {
    let sandbox = try dossier()
    try sandbox.shell("mkdir photos; cp hall.jpg photos/IMG_0001.jpg; rm -f demo/evidence/*/*")
    let nowhere = try sandbox.one("evidence", "fetch")
    #expect(nowhere.status == 1)
    #expect(nowhere.errors.contains("dites où chercher\u{A0}: --depuis RÉPERTOIRE"))
    let answer = try sandbox.one("evidence", "fetch", "--from", "photos")
    #expect(answer.status == 3)
    #expect(answer.errors.contains("P2 hall.jpg reprise de photos/IMG_0001.jpg"))
    #expect(answer.errors.contains("P1 releve.csv introuvable"))
    #expect(try sandbox.one("evidence", "fetch", "--from", "absent").status == 1)
  }
}

struct `A piece of evidence` {
  @Test func `is superseded by a later version, and both stay`() throws {
    let sandbox = try dossier()
    try sandbox.demo("finding add M1-E1 \"délai\" --grade ncmin --evidence P1 --site digne")
    try sandbox.write("novembre.csv", "date;délai\n2026-11-20;3\n")
    let answer = try sandbox.one(
      "evidence", "supersede", "P1", "novembre.csv", "--reason", "chiffres de novembre")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("P1 remplacée par P3 — citée par F1"))
    let list = try sandbox.demo("evidence list fields id, criterion, site, status as csv").output
    #expect(list.contains("P1,M1-E1,digne,superseded"))
    #expect(list.contains("P3,M1-E1,digne,current"))
    #expect(try sandbox.one("evidence", "verify").output == "3 fichiers de preuve, 3 intacts\n")
    #expect(try sandbox.demo("finding show F1 as json").output.contains("P1"))
  }

  @Test func `that is superseded names its successor wherever it is cited`() throws {
    let sandbox = try dossier()
    try sandbox.demo("finding add M1-E1 \"délai\" --grade ncmin --evidence P1 --site digne")
    try sandbox.write("novembre.csv", "date;délai\n2026-11-20;3\n")
    try sandbox.demo("evidence supersede P1 novembre.csv --reason \"chiffres de novembre\"")
    #expect(try sandbox.demo("evidence show P1 fields successor as tsv").output.contains("P3"))
    #expect(try sandbox.demo("evidence show P3").output.contains("remplaçante") == false)
    let cited = try sandbox.demo("finding show F1 fields superseded as tsv").output
    #expect(cited.contains("P1 → P3"), "\(cited)")
    let missing = [
      ("fr", "F1\u{A0}: cite P1, remplacée par P3"), ("en", "F1: cites P1, superseded by P3"),
    ]
    for (language, said) in missing {
      let list = try sandbox.run("--lang", language, "--dossier", "demo", "missing").output
      #expect(list.contains(said), "\(list)")
    }
    try sandbox.demo("finding amend F1 --evidence P3 --reason \"version plus récente\"")
    let list = try sandbox.run("--dossier", "demo", "missing").output
    #expect(!list.contains("cite P1"), "\(list)")
    #expect(try !sandbox.demo("finding show F1 fields superseded as tsv").output.contains("P1"))
  }

  @Test func `is superseded by one or the other, never by itself`() throws {
    let sandbox = try dossier()
    let by = ["--with", "P2", "--reason", "mieux cadrée"]
    func supersede(_ words: String...) throws -> Sandbox.Answer {
      try sandbox.run(["--lang", "en", "--dossier", "demo", "evidence", "supersede"] + words)
    }
    #expect(try supersede("P1", "--reason", "x").status == 2)
    #expect(try supersede("P1", "hall.jpg", "--with", "P2", "--reason", "x").status == 2)
    #expect(try supersede("P1", "hall.jpg").status == 2)
    let itself = try supersede("P1", "--with", "P1", "--reason", "x")
    #expect(itself.status == 1 && itself.errors.contains("cannot supersede itself"))
    #expect(try sandbox.run(["--dossier", "demo", "evidence", "supersede", "P1"] + by).status == 0)
    #expect(try supersede("P2", "--with", "P1", "--reason", "x").status == 1)
  }

  @Test func `is withdrawn with a reason, unless something cites it`() throws {
    let sandbox = try dossier()
    try sandbox.demo("finding add M1-E1 \"délai\" --grade ncmin --evidence P1 --site digne")
    let before = try sandbox.contents("demo")
    let cited = try sandbox.one("evidence", "withdraw", "P1", "--reason", "erreur")
    #expect(cited.status == 1 && cited.errors.contains("P1 est citée par F1"))
    let english = try sandbox.one("evidence", "withdraw", "P1", "--reason", "x", lang: "en")
    #expect(english.errors.contains("P1 is cited by F1"))
    #expect(try sandbox.contents("demo") == before)
    #expect(try sandbox.one("evidence", "withdraw", "P2").status == 2)
    #expect(try sandbox.one("evidence", "withdraw", "P2", "--reason", "floue").status == 0)
    #expect(try sandbox.demo("evidence count").output == "1\n")
    #expect(try sandbox.one("evidence", "verify", "P2").status == 1)
    let blob = try sandbox.blob("hall.jpg")
    #expect(try sandbox.files("demo").contains(String(blob.dropFirst(5))))
    #expect(try sandbox.one("undo").status == 0)
    #expect(try sandbox.demo("evidence count").output == "2\n")
    let moot = try sandbox.one("evidence", "withdraw", "P1", "--reason", "erreur", "--cited")
    #expect(moot.status == 0 && moot.errors.contains("P1 retirée — citée par F1"))
    #expect(try !sandbox.demo("conflict list").output.contains("C-"))
    #expect(try sandbox.one("missing").output.contains("F1"))
  }

  @Test func `is destroyed by a decision that stays, after it was confirmed`() throws {
    let sandbox = try dossier()
    let blob = try sandbox.blob("hall.jpg")
    let decision = ["--reason", "visage reconnaissable", "--authority", "déléguée (DPO)"]
    let destroy = ["--lang", "fr", "--dossier", "demo", "evidence", "destroy", "P2"]
    let before = try sandbox.contents("demo")
    let asked = try sandbox.run(destroy + decision)
    #expect(asked.status == 1)
    #expect(asked.errors.contains("à confirmer\u{A0}: détruire le fichier de P2"))
    #expect(asked.errors.contains("ajoutez --yes"))
    #expect(try sandbox.contents("demo") == before)
    #expect(try sandbox.run(["--yes"] + destroy + ["--reason", "x"]).status == 2)
    let answer = try sandbox.run(["--yes"] + destroy + decision)
    #expect(answer.status == 0 && answer.errors.contains("fichier de P2 détruit ici"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.at(blob)))
    let verified = try sandbox.one("evidence", "verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("détruite par décision\u{A0}: P2 hall.jpg — cmartin"))
    #expect(verified.output.contains("visage reconnaissable"))
    #expect(
      try sandbox.demo("evidence list fields id, custody as csv").output.contains("P2,destroyed"))
    #expect(try sandbox.one("undo").status == 1)
    let journal = try sandbox.shell("cat demo/journal/*.journal").output
    #expect(journal.contains("déléguée (DPO)"))
  }

  @Test func `is destroyed in another copy too once the decision has come there`() throws {
    let sandbox = try dossier()
    let blob = try sandbox.blob("hall.jpg")
    try sandbox.shell("cp -a \(blob) kept")
    let decision = ["--reason", "visage", "--authority", "DPO"]
    let destroy = ["--yes", "--lang", "fr", "--dossier", "demo", "evidence", "destroy", "P2"]
    #expect(try sandbox.run(destroy + decision).status == 0)
    try sandbox.shell("mkdir -p $(dirname \(blob)); cp -a kept \(blob)")
    let verified = try sandbox.one("evidence", "verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("son fichier est encore ici"))
    let lines = try sandbox.shell("cat demo/journal/*.journal | wc -l").output
    #expect(try sandbox.run(destroy + decision).status == 0)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at(blob)))
    #expect(try sandbox.shell("cat demo/journal/*.journal | wc -l").output == lines)
  }

  @Test func `stays destroyed by decision, and comes back with a warning only`() throws {
    let sandbox = try dossier()
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    let decision = ["--reason", "visage", "--authority", "DPO"]
    #expect(
      try sandbox.run(["--yes", "--dossier", "demo", "evidence", "destroy", "P2"] + decision).status
        == 0)
    let fetch = try sandbox.one("evidence", "fetch", "P2", "--from", "copie")
    #expect(fetch.status == 1 && fetch.errors.contains("détruit par décision\u{A0}: cmartin"))
    #expect(try !FileManager.default.fileExists(atPath: sandbox.at(sandbox.blob("hall.jpg"))))
    let attach = try sandbox.one("evidence", "attach", "hall.jpg")
    #expect(attach.status == 0 && attach.errors.contains("détruit par décision (cmartin"))
    let custody = try sandbox.demo("evidence list fields id, custody as csv").output
    #expect(custody.contains("P2,destroyed") && custody.contains("P3,here"))
    let verified = try sandbox.one("evidence", "verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("détruite par décision\u{A0}: P2 hall.jpg — cmartin"))
    #expect(try sandbox.one("evidence", "fetch", "P2", "--from", "copie").status == 1)
  }

  @Test func `asks at the prompt before it is destroyed`() throws {
    let sandbox = try dossier()
    let visit = try Visit(sandbox, "--dossier", "demo")
    try visit.waitForPrompt()
    visit.send("preuve détruire P2 --raison visage --autorité DPO\r")
    try visit.waitFor("sans retour possible")
    visit.send("non\r")
    try visit.waitFor("interrompu")
    try visit.waitForPrompt()
    #expect(try FileManager.default.fileExists(atPath: sandbox.at(sandbox.blob("hall.jpg"))))
    visit.send("preuve détruire P2 --raison visage --autorité DPO\r")
    try visit.waitFor("(oui/non)")
    visit.send("oui\r")
    try visit.waitFor("détruit ici")
    try visit.waitForPrompt()
    try visit.leave()
    #expect(try !FileManager.default.fileExists(atPath: sandbox.at(sandbox.blob("hall.jpg"))))
  }
}

struct `Taking in a large file` {
  @Test func `shows how far it is and is ended by Ctrl-C with nothing left`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.shell("head -c 900M /dev/urandom > film.mp4")
    let before = try sandbox.contents("demo")
    let visit = try Visit(sandbox, "--dossier", "demo", "evidence", "attach", "film.mp4")
    // However fast the disk is, the program gets a moment at a time until it has drawn that.
    for _ in 0..<400 where !visit.terminal.screen.text.contains("Mio sur 900") {
      visit.terminal.signal(SIGCONT)
      visit.terminal.settle(milliseconds: 20)
      visit.terminal.signal(SIGSTOP)
      visit.terminal.settle(milliseconds: 150)
    }
    visit.send(Keys.control("c"))
    visit.terminal.signal(SIGCONT)
    #expect(try visit.terminal.waitForEnd() == 130)
    #expect(try sandbox.contents("demo") == before)
    #expect(try sandbox.shell("ls -A demo/evidence").output == "")
  }

  @Test func `says nothing of it to a pipe`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.shell("head -c 70M /dev/urandom > film.mp4")
    let answer = try sandbox.one("evidence", "attach", "film.mp4", lang: "en")
    #expect(answer.status == 0 && answer.output == "")
    #expect(answer.errors.hasPrefix("✓ P1 attached — SHA-256"))
    #expect(try sandbox.one("evidence", "verify", lang: "en").errors == "")
  }
}
