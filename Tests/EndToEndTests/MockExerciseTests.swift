import Foundation
import Testing

struct `An exercise` {
  private let sandbox: Sandbox
  private let dossier = ["--dossier", "exercice-accueil"]

  init() throws {
    sandbox = try Sandbox()
    try sandbox.ok(MockTrainee.clock(0) + ["mock", "start", "accueil", "--variant", "3"])
  }

  private func run(_ arguments: String..., minute: Int = 4) throws -> Sandbox.Answer {
    try sandbox.run(MockTrainee.clock(minute) + dossier + arguments)
  }

  @Test func `tells what there is to see, and the time that is left`() throws {
    let list = try run("mock", "list")
    #expect(list.output.contains("hall") && list.output.contains("lieu"))
    let look = try run("mock", "look", "hall")
    #expect(look.status == 0 && look.output.contains("  P1  "))
    #expect(look.errors.contains("EXERCICE — reste 16 min sur 20"))
    let late = try run("mock", "look", "parvis", minute: 25)
    #expect(late.errors.contains("temps dépassé de 5 min"))
    let status = try run("status", minute: 6)
    #expect(status.output.contains("exercice accueil\u{A0}: reste 14 min sur 20"))
  }

  @Test func `counts what was entered in time, and shows the rest as late`() throws {
    _ = try run("mock", "look", "guichets", minute: 2)
    let add = ["finding", "add", "M1-B1", "ni badge ni chevalet", "--grade", "ncmin", "--evidence"]
    func play(_ arguments: [String], minute: Int) throws {
      try sandbox.ok(MockTrainee.clock(minute) + dossier + arguments)
    }
    let badge = try run("evidence", "list", "where", "text ~ chevalet", "as", "ids").output
    let cited = badge.split(separator: "\n").joined(separator: ",")
    try play(add + [cited], minute: 19)
    try play(add + [cited], minute: 21)
    try play(["finding", "amend", "F1", "--grade", "pp", "--reason", "relu"], minute: 22)
    try play(["mock", "hand-in"], minute: 23)
    let score = try run("mock", "score", minute: 24)
    #expect(score.output.contains("F2 M1-B1  après l’heure"), "\(score.output)")
    #expect(score.output.contains("23/20 min"))
    #expect(score.output.contains("grades                     100"))
    let longer = try run("mock", "score", "--minutes", "30", minute: 24)
    #expect(!longer.output.contains("F2 M1-B1  après l’heure"), "\(longer.output)")
    #expect(longer.output.contains("23/30 min"))
    #expect(!longer.output.contains("grades                     100"))
  }

  @Test func `cannot be begun again by taking its beginning back`() throws {
    let undo = try run("undo", minute: 9)
    #expect(undo.status != 0 && undo.errors.contains("ne se reprend jamais"), "\(undo.errors)")
    #expect(try run("mock", "look", "hall", minute: 10).errors.contains("reste 10 min"))
  }

  @Test func `keeps its score once it is handed in`() throws {
    #expect(try run("mock", "score").status == 0)
    #expect(try !run("journal", "log").output.contains("exercice noté"))
    try sandbox.ok(MockTrainee.clock(7) + dossier + ["mock", "hand-in"])
    _ = try run("mock", "score", minute: 8)
    _ = try run("mock", "score", minute: 9)
    let log = try run("journal", "log").output.components(separatedBy: "exercice noté")
    #expect(log.count == 2)
    #expect(try run("status").output.contains("rendu à la minute 7 sur 20, 0/100"))
  }

  @Test func `asks no more of an auditor than the exercise gives`() throws {
    _ = try run("mock", "look", "hall")
    _ = try run("-c", "aller M1-B4\nncmin affiche ancienne --preuve P1")
    let missing = try run("missing").output
    #expect(!missing.contains("preuve rattachée à aucun critère"))
    #expect(!missing.contains("seule déclaration de l’auditeur"))
  }

  @Test func `makes evidence of what is seen, once`() throws {
    _ = try run("mock", "look", "hall")
    let first = try run("evidence", "count").output
    let again = try run("mock", "look", "hall")
    #expect(again.output.contains("  P1  "))
    #expect(try run("evidence", "count").output == first)
    let finding = try run(
      "finding", "add", "M1-B4", "délai non affiché", "--grade", "ncmin", "--evidence", "P1")
    #expect(finding.status == 0, "\(finding.errors)")
    let field = try run("-c", "aller M1-B4\nps file longue à l'ouverture --preuve P2")
    #expect(field.status == 0, "\(field.errors)")
  }

  @Test func `takes free words for a question, and says honestly what is not understood`() throws {
    let strange = try run("-c", "blanc interroger agente aimez-vous le chocolat ; ou pas ?")
    #expect(strange.status == 0)
    #expect(strange.output.contains("«\u{A0}") || strange.output.contains("ne comprend pas"))
    let log = try run("journal", "log")
    #expect(log.status == 0)
  }

  @Test func `names what is known for a word that names nothing`() throws {
    let answer = try run("mock", "look", "grenier")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("lieu introuvable") && answer.errors.contains("hall"))
    let document = try run("mock", "read", "cahier")
    #expect(document.status == 1 && document.errors.contains("document introuvable"))
  }

  @Test func `takes off points for hints, which no undo gives back`() throws {
    let hint = try run("mock", "hint")
    #expect(hint.status == 0 && hint.errors.contains("indice pris"))
    #expect(try run("undo").status == 0)
    _ = try run("mock", "hand-in")
    #expect(try run("undo").status == 6)
    #expect(try run("redo").status == 6)
    let score = try run("mock", "score")
    #expect(score.output.contains("points retirés") && score.output.contains("0/100"))
  }

  @Test func `is closed by handing in`() throws {
    _ = try run("mock", "look", "hall")
    let handed = try run("mock", "hand-in")
    #expect(handed.status == 0 && handed.errors.contains("à la minute 4 sur 20"))
    for arguments in [
      ["mock", "look", "hall"], ["mock", "hint"], ["mock", "hand-in"],
      ["finding", "add", "M1-B4", "x", "--grade", "ps", "--evidence", "P1"],
      ["-c", "ok --on M1-B4"],
    ] {
      let answer = try sandbox.run(MockTrainee.clock(6) + dossier + arguments)
      #expect(answer.status == 6, "\(arguments) \(answer.errors)")
      #expect(answer.errors.contains("la copie est rendue"))
    }
  }

  @Test func `says EXERCICE everywhere, and is never sealed as real`() throws {
    #expect(try run("status").output.contains("EXERCICE"))
    #expect(try run("report", "write", "to", "rapport.html").status == 0)
    let report = try String(contentsOfFile: sandbox.at("rapport.html"), encoding: .utf8)
    #expect(report.contains("EXERCICE"))
    let make = ["seal", "make", "--name", "Léa", "--quality", "auditrice"]
    for minute in [4, 6] {
      let seal = try sandbox.run(MockTrainee.clock(minute) + dossier + make)
      #expect(seal.status == 6 && !seal.errors.contains("copie est rendue"), "\(seal.errors)")
      if minute == 4 { try sandbox.ok(MockTrainee.clock(5) + dossier + ["mock", "hand-in"]) }
    }
  }

  @Test(arguments: ["table", "list", "json", "jsonl", "csv", "excel", "tsv", "markdown", "rec"])
  func `is marked in every form of every list`(_ form: String) throws {
    for noun in ["mock", "evidence", "site", "audit"] {
      _ = try run("mock", "look", "hall")
      let list = try run(noun, "list", "as", form).output
      let isMarked = list.contains("EXERCICE") || list.lowercased().contains("exercise")
      #expect(isMarked, "\(noun) \(form)\n\(list.prefix(300))")
    }
  }

  @Test(arguments: ["g.csv", "g.fods", "g.csv as excel", "g.csv as ciso"])
  func `is marked in every grid that leaves for a spreadsheet`(_ form: String) throws {
    let words = form.split(separator: " ").map(String.init)
    let export = MockTrainee.clock(4) + dossier + ["audit", "export", "to"] + words
    #expect(try sandbox.run(export).status == 0)
    let grid = String(decoding: try sandbox.read(words[0]), as: UTF8.self)
    #expect(grid.contains("EXERCICE") || grid.lowercased().contains("exercise"))
  }

  @Test func `is marked wherever something is read`() throws {
    for arguments in [["missing"], ["journal", "log"], ["search", "hall"], ["verify"]] {
      let answer = try sandbox.run(MockTrainee.clock(4) + dossier + arguments)
      #expect((answer.output + answer.errors).contains("EXERCICE"), "\(arguments)")
    }
    let envelope = try run("--json", "site", "list").output
    #expect(envelope.contains("\"purpose\": \"exercise\""), "\(envelope)")
  }

  @Test func `is a dossier of its own, even beside a real one`() throws {
    let other = try Sandbox()
    try other.ok(["dossier", "new", "vrai"])
    try other.ok(["--dossier", "vrai", "mock", "start", "accueil", "--folder", "jeu"])
    #expect(try other.run("--dossier", "vrai", "mock", "look", "hall").status == 1)
    #expect(try other.run("--dossier", "jeu", "mock", "look", "hall").status == 0)
    #expect(try other.run("--dossier", "jeu", "mock", "start", "courrier").status == 1)
  }

  @Test func `under a variant shows the same to everyone`() throws {
    let other = try Sandbox()
    try other.ok(["mock", "start", "accueil", "--variant", "3"])
    for place in ["hall", "guichets", "bureau"] {
      let mine = try run("mock", "look", place).output
      #expect(try other.run(dossier + ["mock", "look", place]).output == mine)
    }
  }

  @Test func `of a scenario of one's own is scored with it`() throws {
    let other = try Sandbox()
    try other.ok(["mock", "new", "--checklist", "qual-e-pref", "--to", "mien.rec"])
    try other.ok(["check", "mien.rec"])
    try other.ok(["mock", "start", "mien.rec", "--variant", "8"])
    let own = ["--dossier", "exercice-mon-scenario"]
    try other.ok(own + ["mock", "ask", "accueil", "comment", "se", "passe", "l'attente", "?"])
    let criterion = try String(contentsOfFile: other.at("mien.rec"), encoding: .utf8)
      .components(separatedBy: "Criterion: ")[1].prefix { !$0.isNewline }
    try other.ok(
      own + [
        "finding", "add", String(criterion), "écart", "--grade", "ncmin", "--evidence", "P1",
      ])
    try other.ok(own + ["mock", "hand-in"])
    #expect(try other.run(own + ["mock", "score"]).status == 1)
    let score = try other.ok(own + ["mock", "score", "--key", "mien.rec"])
    #expect(score.output.contains("100/100"), "\(score.output)")
    try other.shell("sed -i 's/^Cost: 5/Cost: 6/' mien.rec")
    #expect(try other.run(own + ["mock", "score", "--key", "mien.rec"]).status == 5)
  }
}
