import Foundation
import Testing

struct `A network of dossiers` {
  @Test func `is listed, each dossier with the label that ends first`() throws {
    let network = try Network()
    let rows = try network.rows(
      "portfolio", "list", "reseau", "fields", "path,state,sites,labelled,label,until")
    #expect(
      rows == [
        ["est/pref-02", "ok", "1", "0", "expired", "2026-01-09"],
        ["pref-01", "ok", "2", "1", "due", "2027-02-28"],
        ["pref-03", "ok", "1", "1", "valid", "2029-04-30"],
      ])
    #expect(try network.run("réseau", "compter", "reseau").output == "3\n")
    let table = try network.run("portfolio", "list", "reseau")
    #expect(table.output.contains("3 dossiers lus, 2/4 sites labellisés (50"), "\(table.output)")
  }

  @Test func `names what it leaves out, which stops nothing and is in no figure`() throws {
    let network = try Network()
    let before = try network.run("portfolio", "show", "reseau", "as", "json").output
    try network.addStrangers()
    let list = try network.run("portfolio", "list", "reseau", "fields", "path,state", "as", "tsv")
    #expect(list.status == 5)
    let rows = list.output.split(separator: "\n").dropFirst()
    #expect(
      rows.map { $0.replacing("\t", with: " ") } == [
        "abime damaged", "essai trial", "est/pref-02 ok", "exercice exercise", "futur newer",
        "pref-01 ok", "pref-03 ok",
      ])
    for name in ["abime", "essai", "exercice", "futur"] {
      #expect(list.errors.contains("hors des chiffres\u{A0}: \(name)"), "\(list.errors)")
    }
    #expect(list.errors.contains(".journal:2"), "\(list.errors)")
    let after = try network.run("portfolio", "show", "reseau", "as", "json").output
    #expect(
      after.replacing("\"dossiers\": 7", with: "\"dossiers\": 3") == before, "\(before)\n\(after)")
    #expect(
      try network.run("portfolio", "count", "reseau", "where", "state", "=", "damaged")
        .output == "1\n")
  }

  @Test func `tells what ends within some months, and what has ended`() throws {
    let network = try Network()
    let fields = ["fields", "until,days,label,site"]
    func rows(_ months: String) throws -> [[String]] {
      let answer = try network.sandbox.run(
        Network.clock + ["portfolio", "expiring", "reseau", "--within", months] + fields + [
          "as", "tsv",
        ])
      return answer.output.split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t").map(String.init)
      }
    }
    let past = ["2026-01-09", "-316", "expired", "Site de bar"]
    let soon = ["2027-02-28", "99", "due", "Site de troyes"]
    #expect(try rows("3m") == [past])
    #expect(try rows("4m") == [past, soon])
    #expect(try rows("3y").count == 3)
  }

  @Test func `covers its sites as far as their labels are valid today`() throws {
    let network = try Network()
    let rows = try network.rows("portfolio", "coverage", "reseau")
    #expect(
      rows.map { Array($0[1...3]) } == [
        ["1", "0", "0 %"], ["2", "1", "50 %"], ["1", "1", "100 %"],
      ])
  }

  @Test func `shows what recurs, and withholds what concerns too few`() throws {
    let network = try Network()
    let answer = try network.run("portfolio", "recurrent", "reseau")
    #expect(answer.output.contains("rien à montrer"))
    #expect(answer.errors.contains("moins de 3 dossiers, non montrés\u{A0}: 2"), "\(answer.errors)")
    let rows = try network.rows(
      "portfolio", "recurrent", "reseau", "--least", "2", "fields",
      "criterion,dossiers,assessed,share,findings")
    #expect(rows == [["M1-B4", "2", "3", "66.7 %", "2"]])
    let few = try network.run("portfolio", "recurrent", "reseau", "--least", "1")
    #expect(few.status == 2 && few.errors.contains("moins de deux dossiers"), "\(few.errors)")
    let late = try network.rows(
      "portfolio", "recurrent", "reseau", "--least", "2", "--since", "2026-10-01")
    #expect(late.isEmpty)
  }

  @Test func `tells the strengths worth copying, and whom to ask`() throws {
    let network = try Network()
    let rows = try network.rows(
      "portfolio", "strengths", "reseau", "fields", "criterion,text,title")
    #expect(
      rows == [["M1-B5", "carnet d'aide remis à chaque usager", "Préfecture de l'Aube fictive"]])
  }

  @Test func `tells which actions are late, and in which dossier`() throws {
    let network = try Network()
    let add = "action add \"poser une borne\" --finding F1 --kind corrective --due"
    for (dossier, due) in [("pref-01", "2026-10-01"), ("est/pref-02", "2027-10-01")] {
      try network.sandbox.ok(
        Network.clock + ["--dossier", "reseau/\(dossier)", "-c", "\(add) \(due)"])
    }
    let rows = try network.rows(
      "portfolio", "late", "reseau", "fields", "due,late,text,path")
    #expect(rows == [["2026-10-01", "51", "poser une borne", "pref-01"]])
    let page = try network.run("portfolio", "late", "reseau", "as", "html").output
    #expect(page.contains("poser une borne") && page.contains("<svg"))
  }

  @Test func `writes one calendar of all labels and actions, as the dossiers' own have them`()
    throws
  {
    let network = try Network()
    let own = ["--dossier", "reseau/pref-03"]
    let lines = [
      "milestone set alencon/internal-audit --date 2027-03-15 --reason \"équipe prise\"",
      "action add \"poser une borne\" --finding F1 --kind corrective --due 2026-12-01",
    ]
    try network.sandbox.ok(Network.clock + own + ["-c", lines.joined(separator: "\n")])
    try network.sandbox.ok(Network.clock + ["portfolio", "list", "reseau", "to", "reseau.ics"])
    func events(_ text: String) -> Set<String> {
      Set(
        text.components(separatedBy: "BEGIN:VEVENT").dropFirst().map {
          String($0.components(separatedBy: "END:VEVENT")[0])
        })
    }
    var count = 0
    let all = try String(contentsOfFile: network.sandbox.at("reseau.ics"), encoding: .utf8)
    for dossier in ["pref-01", "est/pref-02", "pref-03"] {
      let own = try network.run(
        "--dossier", "reseau/\(dossier)", "milestone", "list", "as", "ics"
      ).output
      #expect(!events(own).isEmpty && events(own).isSubset(of: events(all)), "\(dossier)")
      count += events(own).count
    }
    #expect(count == events(all).count)
  }

  @Test(arguments: ["html", "fodt"])
  func `is a page with its charts and tables`(_ form: String) throws {
    let network = try Network()
    try network.addStrangers()
    let file = "reseau.\(form)"
    let answer = try network.run("portfolio", "show", "reseau", "--least", "2", "to", file)
    #expect(answer.status == 5, "\(answer.errors)")
    let page = try String(contentsOfFile: network.sandbox.at(file), encoding: .utf8)
    for words in [
      "Couverture", "Labels à renouveler", "récurrentes", "Points forts à copier", "M1-B4",
      "carnet d", "abime", "Laissés de côté",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(form != "html" || page.contains("<svg"))
    let english = try network.run(
      "--lang", "en", "portfolio", "coverage", "reseau", "as", form
    ).output
    #expect(english.contains("Labelled sites") && !english.contains("Couverture"))
  }

  @Test func `is read without writing to it or running anything in it`() throws {
    let network = try Network()
    let sandbox = network.sandbox
    try sandbox.shell(
      "mkdir bin; printf '#!/bin/sh\\ntouch \(sandbox.at("lance"))\\n' > bin/git; chmod +x bin/git")
    try sandbox.shell(
      "mkdir reseau/pref-01/.git; printf '[core]\\n\\tfsmonitor = touch x\\n' > reseau/pref-01/.git/config"
    )
    let before = try sandbox.shell("find reseau -printf '%p %s %T@ %C@\\n' | sort").output
    let path = ["PATH": "\(sandbox.at("bin")):/usr/bin:/bin"]
    for verb in ["list", "expiring", "recurrent", "strengths", "coverage", "show"] {
      let answer = try sandbox.run(
        Network.clock + ["portfolio", verb, "reseau"], environment: path)
      #expect(answer.status == 0, "\(answer.errors)")
    }
    #expect(try sandbox.shell("find reseau -printf '%p %s %T@ %C@\\n' | sort").output == before)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("lance")))
  }

  @Test func `leaves a dossier out for any byte of its journal that is another`() throws {
    let network = try Network()
    let folder = network.sandbox.at("reseau/pref-03/journal")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let file = URL(filePath: "\(folder)/\(name)")
    let whole = try Data(contentsOf: file)
    for place in stride(from: 5, to: whole.count, by: whole.count / 23) {
      var changed = whole
      changed[place] ^= 1
      try changed.write(to: file)
      let answer = try network.run(
        "portfolio", "count", "reseau", "where", "state", "=", "damaged")
      #expect(answer.output == "1\n", "byte \(place)")
    }
  }

  @Test func `leaves a dossier out whose pinned checklist is gone or was changed`() throws {
    let network = try Network()
    try network.sandbox.shell("echo '# x' >> reseau/pref-03/checklists/*.rec")
    try network.sandbox.shell("rm reseau/pref-01/checklists/*.rec")
    let states = try network.rows("portfolio", "list", "reseau", "fields", "state")
    #expect(states == [["ok"], ["damaged"], ["damaged"]])
  }

  @Test func `that is none is said, and the current folder stands for it`() throws {
    let network = try Network()
    try network.sandbox.shell("mkdir vide")
    let none = try network.run("portfolio", "list", "vide")
    #expect(none.status == 1 && none.errors.contains("aucun dossier sous"), "\(none.errors)")
    #expect(try network.run("portfolio", "count").output == "3\n")
    #expect(try network.run("portfolio", "count", "reseau/pref-01").output == "1\n")
  }

  @Test func `is reviewed by the script that is shipped`() throws {
    let network = try Network()
    let script = "\(Sandbox.checklists)/scripts/revue-reseau.constat"
    #expect(try network.run("check", script).status == 0)
    try network.sandbox.shell("mkdir revue")
    let review = ["run", script, "--reseau", "reseau", "--sortie", "revue"]
    let answer = try network.sandbox.run(Network.clock + review)
    #expect(answer.status == 3, "\(answer.errors)")
    for file in ["reseau.html", "reseau.ics", "expirations.csv", "couverture.csv"] {
      let path = network.sandbox.at("revue/\(file)")
      #expect(FileManager.default.fileExists(atPath: path), "\(file)")
    }
    try network.sandbox.ok(
      Network.clock + [
        "--dossier", "reseau/est/pref-02", "-c",
        "label grant bar --from 2026-06-01 --checklist qual-e-pref --modules 1",
      ])
    try network.sandbox.ok(
      Network.clock + [
        "--dossier", "reseau/pref-01", "-c",
        "label grant nogent --from 2026-06-01 --checklist qual-e-pref --modules 1",
      ])
    let sound = try network.sandbox.run(Network.clock + review)
    #expect(sound.status == 0, "\(sound.errors)")
  }
}
