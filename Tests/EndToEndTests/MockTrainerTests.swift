import Foundation
import Testing

struct `A trainer` {
  /// Eight trainees of one test, each with a pack and a dossier; how well they play goes down.
  private func afternoon(_ count: Int) throws -> (sandbox: Sandbox, dossiers: [String]) {
    let sandbox = try Sandbox()
    try sandbox.ok(
      MockTrainee.clock(0) + [
        "mock", "prepare", "accueil", "--for", "\(count)", "--to", "salle",
      ])
    var dossiers: [String] = []
    for number in 1...count {
      let dossier = "stagiaire-\(number)"
      let start =
        MockTrainee.clock(0) + ["mock", "start", "salle/paquet-\(number).rec", "--folder", dossier]
      let who = ["CONSTAT_ME": "eleve\(number)"]
      let answer = try sandbox.run(start, environment: who)
      #expect(answer.status == 0, "\(answer.errors)")
      let script = """
        mock look hall
        mock look guichets
        mock look parvis
        finding add M1-B4 "essai" --grade ncmin --evidence P\(number)
        finding add M1-A2 "essai" --grade ps --evidence P1,P2
        mock hand-in
        """
      let play = try sandbox.run(
        MockTrainee.clock(number) + ["--dossier", dossier, "-c", script], environment: who)
      #expect(play.status == 0, "\(play.errors)")
      dossiers.append(dossier)
    }
    return (sandbox, dossiers)
  }

  @Test func `hands out packs that differ and tell nothing, and keeps the key`() throws {
    let (sandbox, _) = try afternoon(2)
    let packs = try (1...2).map {
      try String(contentsOfFile: sandbox.at("salle/paquet-\($0).rec"), encoding: .utf8)
    }
    #expect(packs[0] != packs[1])
    for pack in packs {
      for word in ["Salt", "Variant", "hall", "Fault", "accueil-"] { #expect(!pack.contains(word)) }
    }
    let play = try sandbox.run("--dossier", "stagiaire-1", "mock", "score")
    #expect(play.status == 1 && play.errors.contains("clé"))
  }

  @Test func `scores a group with the key, side by side`() throws {
    let (sandbox, dossiers) = try afternoon(3)
    let answer = try sandbox.ok(["mock", "score"] + dossiers + ["--key", "salle/cle.rec"])
    for number in 1...3 { #expect(answer.output.contains("eleve\(number)")) }
    #expect(answer.output.contains("EXERCICE"))
    #expect(answer.output.contains("kappa de Fleiss") && answer.output.contains("le plus manqué"))
  }

  @Test func `is told of a copy that was changed`() throws {
    let (sandbox, dossiers) = try afternoon(1)
    try sandbox.shell("sed -i 's/\"content\":\"..../\"content\":\"AAAA/' \(dossiers[0])/journal/*")
    let score = try sandbox.run("mock", "score", dossiers[0], "--key", "salle/cle.rec")
    #expect(score.status == 5, "\(score.errors)")
  }

  @Test func `writes a scenario in the language of the screen`() throws {
    let sandbox = try Sandbox()
    let new = ["mock", "new", "--checklist", "qual-e-pref", "--to"]
    try sandbox.ok(["--lang", "en"] + new + ["en.rec"])
    let english = try String(contentsOfFile: sandbox.at("en.rec"), encoding: .utf8)
    let comments = english.split(separator: "\n").filter { $0.hasPrefix("#") }.joined()
    #expect(comments.contains("The criteria in scope") && !comments.contains("critères"))
    try sandbox.ok(["check", "en.rec"])
    // What the comments offer is right once it is uncommented.
    try sandbox.ok(new + ["fr.rec"])
    try sandbox.shell("sed -i '/^# %rec: Mailbox/,/^# Minimum/s/^# \\?//' fr.rec")
    let check = try sandbox.run("check", "fr.rec")
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `is told when a key is not the pack's, or was changed`() throws {
    let (sandbox, dossiers) = try afternoon(1)
    try sandbox.ok(["mock", "prepare", "accueil", "--for", "1", "--to", "autre"])
    let foreign = try sandbox.run("mock", "score", dossiers[0], "--key", "autre/cle.rec")
    #expect(foreign.status == 5 && foreign.errors.contains("n’est pas celle du paquet"))
    try sandbox.shell("sed -i 's/^Salt: ./Salt: x/' salle/cle.rec")
    let changed = try sandbox.run("mock", "score", dossiers[0], "--key", "salle/cle.rec")
    #expect(changed.status == 5 && changed.errors.contains("modifiée"))
    try sandbox.write("rien.rec", "%rec: Rien\n\nId: x\n")
    #expect(try sandbox.run("mock", "score", dossiers[0], "--key", "rien.rec").status == 1)
  }

  @Test(arguments: ["html", "fodt", "md", "csv"])
  func `writes the debriefing of a group and of one trainee`(_ form: String) throws {
    let (sandbox, dossiers) = try afternoon(3)
    let key = ["--key", "salle/cle.rec"]
    try sandbox.ok(["mock", "debrief"] + dossiers + key + ["--to", "groupe.\(form)"])
    try sandbox.ok(["mock", "debrief", dossiers[0]] + key + ["--to", "un.\(form)"])
    let group = try String(contentsOfFile: sandbox.at("groupe.\(form)"), encoding: .utf8)
    let one = try String(contentsOfFile: sandbox.at("un.\(form)"), encoding: .utf8)
    for number in 1...3 { #expect(group.contains("eleve\(number)")) }
    #expect(one.contains("eleve1") && !one.contains("eleve2"))
    guard form != "csv" else {
      #expect(group.hasPrefix("exercise,who,total,row,id,criterion,"))
      #expect(group.contains(",missed,"))
      return
    }
    #expect(group.contains("EXERCICE") && group.contains("Fleiss"))
    #expect(one.contains("EXERCICE") && one.contains("inute par minute"))
    #expect(!one.contains("{n}") && !one.contains("{beyond}"))
    if form == "fodt" {
      let xml = try sandbox.shell("python3 -c \"import xml.dom.minidom as m; m.parse('un.fodt')\"")
      #expect(xml.status == 0, "\(xml.errors)")
    }
  }

  @Test func `is told what is wrong with a scenario`() throws {
    let sandbox = try Sandbox()
    try sandbox.ok(["mock", "new", "--checklist", "qual-e-pref", "--to", "s.rec"])
    try sandbox.shell("sed -i -e 's/^Grade: .*/Grade: xyz/' -e 's/^At: rep-1+/At: rep-9/' s.rec")
    let answer = try sandbox.run("check", "s.rec")
    #expect(answer.status == 2)
    #expect(answer.output.contains("Grade") && answer.output.contains("rep-9"))
    #expect(try sandbox.run("mock", "start", "s.rec").status == 2)
    #expect(try sandbox.run("mock", "start", "inconnu").status == 1)
  }
}
