import Foundation
import PseudoTerminals
import Testing

struct `A question` {
  private static let script = """
    let site = $(ask "Quel site ?" --choices digne,manosque --default digne)
    let jours = $(ask "Combien ?" --type number --default 3)
    let dit = $(ask "Quoi ?" --default "rien de plus")
    print $site ($jours + 1) $dit
    """

  @Test(arguments: Way.allCases)
  func `takes its default where there is no terminal`(_ way: Way) throws {
    let answer = try way.run(Self.script, [], in: Sandbox())
    #expect(answer.status == 0 && answer.output == "digne 4 rien de plus\n", "\(answer)")
  }

  @Test(arguments: Way.allCases)
  func `takes the next line of the answers given beforehand`(_ way: Way) throws {
    let sandbox = try Sandbox()
    try sandbox.write("réponses.txt", "Manosque\r\n12\r\n")
    let answer = try way.run(Self.script, ["--answers", "réponses.txt"], in: sandbox)
    #expect(answer.status == 0 && answer.output == "manosque 13 rien de plus\n", "\(answer)")
  }

  @Test(arguments: Way.allCases)
  func `that nothing would answer is refused before the run`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      "site add a1\nif 1 = 2 { ask \"Quoi ?\" }", ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 2)
    #expect(
      answer.errors.hasPrefix("SCRIPT:2:16: erreur\u{A0}: personne ne répond"), "\(answer.errors)")
    #expect(answer.errors.contains("--default"))
    #expect(try sandbox.demo("site count").output == "2\n")
  }

  @Test func `is no fault of a file that is checked, and is named as a commit point`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("a.constat", "let x = $(ask \"Quoi ?\")\nprint $x\n")
    let answer = try sandbox.run("check", "a.constat")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("a.constat:1\u{A0}: ask \"Quoi ?\""), "\(answer.output)")
  }

  @Test(arguments: [
    ("ask \"Quel site ?\" --choices digne,manosque", "digna\n", "valeur inconnue\u{A0}: digna"),
    ("ask \"Combien ?\" --type number", "beaucoup\n", "n’est pas"),
    ("ask \"Quand ?\" --type date", "jamais\n", "n’est pas une date"),
    ("ask \"A ?\"; ask \"B ?\"", "une\n", "personne ne répond à «\u{A0}B ?\u{A0}»"),
  ])
  func `fails the run when its answer is none`(_ script: String, _ answers: String, _ said: String)
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("r.txt", answers)
    let answer = try sandbox.run("--answers", "r.txt", "-c", script)
    #expect(answer.status == 1 && answer.errors.contains(said), "\(answer)")
  }

  @Test(arguments: [["--answers", "absent.txt", "status"], ["--answers"]])
  func `needs its answers to be there`(_ words: [String]) throws {
    #expect(try Sandbox().run(words).status != 0)
  }
}

struct `A script that asked` {
  private static let script = """
    site add avant
    let x = $(ask "Quoi ?" --default rien)
    note "un" --on M1-A1 --site digne
    note "deux" --on M1-A2 --site digne
    """

  @Test(arguments: Way.allCases)
  func `keeps each command by itself, and undo takes back the last or the whole run`(_ way: Way)
    throws
  {
    let sandbox = try Sandbox.prepared()
    #expect(try way.run(Self.script, ["--dossier", "demo"], in: sandbox).status == 0)
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(try sandbox.demo("evidence count").output == "1\n")
    #expect(try sandbox.run("--dossier", "demo", "redo").status == 0)
    #expect(try sandbox.demo("evidence count").output == "2\n")
    #expect(try sandbox.run("--dossier", "demo", "undo", "--run").status == 0)
    #expect(try sandbox.demo("print $(evidence count) $(site count)").output == "0 2\n")
  }

  @Test(arguments: Way.allCases)
  func `takes back only what came after when it fails, and lists what stays`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      Self.script + "\nfinding show F9\n", ["--lang", "en", "--dossier", "demo"], in: sandbox)
    #expect(answer.status == 1)
    #expect(answer.errors.contains("SCRIPT:5:14: error"))
    #expect(answer.errors.components(separatedBy: "\n  = kept: ").count == 4, "\(answer.errors)")
    #expect(try sandbox.demo("print $(evidence count) $(site count)").output == "2 3\n")
  }

  @Test func `asks the person on a terminal until the answer is one`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.write(
      "visite.constat",
      """
      let site = $(ask "Quel site ?" --choices digne,manosque)
      note "vu" --on M1-A1 --site $site
      print "noté à $site"
      """)
    let terminal = try sandbox.terminal([
      "--lang", "fr", "--dossier", "demo", "run", "visite.constat",
    ])
    try terminal.waitFor("Quel site ? (digne, manosque)")
    terminal.send("dign\r")
    try terminal.waitFor("vouliez-vous dire digne")
    terminal.send("digne\r")
    try terminal.waitFor("noté à digne")
    #expect(try terminal.waitForEnd() == 0)
    #expect(try sandbox.demo("evidence count").output == "1\n")
  }

  @Test func `is given at a terminal the parameters that it lacks`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.write(
      "visite.constat", "param jours number\nparam site site = digne\nprint \"$jours à $site\"\n")
    let terminal = try sandbox.terminal([
      "--lang", "fr", "--dossier", "demo", "run", "visite.constat",
    ])
    try terminal.waitFor("--jours (number)\u{A0}:")
    terminal.send("beaucoup\r")
    try terminal.waitFor("«\u{A0}beaucoup\u{A0}»")
    terminal.send("12\r")
    try terminal.waitFor("12 à digne")
    #expect(try terminal.waitForEnd() == 0)
    let visit = try Visit(sandbox, "--dossier", "demo")
    try visit.waitForPrompt()
    visit.send("lancer visite.constat\r")
    try visit.waitFor("--jours (number)\u{A0}:")
    visit.send("7\r")
    try visit.waitFor("7 à digne")
    try visit.waitForPrompt()
    try visit.enter("lancer visite.constat --jours 9 --site manosque", "9 à manosque")
    try visit.enter("lancer visite.constat --help", "--jours NUMBER")
    try visit.enter("lancer visite.constat --jour 9", "paramètre")
    try visit.leave()
    let strange = try sandbox.run(
      "--dossier", "demo", "run", "visite.constat", "--jours", "1", "--site", "dinge")
    #expect(strange.status == 1 && strange.errors.contains("digne"), "\(strange.errors)")
    let piped = try sandbox.run("--dossier", "demo", "run", "visite.constat")
    #expect(piped.status == 2 && piped.errors.contains("--jours (number)"), "\(piped.errors)")
  }

  /// The visit of a site that is shipped: what is left of a module is asked, until the person stops.
  @Test func `is shipped, and keeps what was answered`() throws {
    let script = "\(Sandbox.checklists)/scripts/visite-de-site.constat"
    let sandbox = try Sandbox.prepared()
    let answers = [
      "conforme", "", "mineure", "délai non affiché", "sans-objet", "rien de tel ici", "passer",
      "majeure", "la borne est en panne", "fin",
    ]
    try sandbox.write("r.txt", answers.joined(separator: "\n"))
    let words = ["--dossier", "demo", "run", script, "--site", "digne", "--module", "7"]
    let first = try sandbox.run(["--answers", "r.txt"] + words)
    #expect(first.status == 3, "\(first.errors)")
    #expect(first.output.contains("M7-1 · digne — Informer le public"))
    #expect(
      try sandbox.demo("finding list fields criterion, grade, text as tsv").output
        .contains("M7-2\tncmin\tdélai non affiché\t"))
    let left =
      "assessment count where site = digne and verdict = not-assessed and criterion.module = 7"
    let before = try #require(Int(try sandbox.demo(left).output.dropLast()))
    // Started anew it goes on with what was left, a criterion that was passed first.
    let terminal = try sandbox.terminal(["--lang", "fr"] + words, columns: 110)
    try terminal.waitFor("M7-4 · digne — ")
    try terminal.waitFor("Verdict ?")
    terminal.send("conforme\r")
    try terminal.waitFor("Vu (Entrée si rien à noter) :")
    terminal.send("l'enquête de mars\r")
    try terminal.waitFor("M7-6 · digne — ")
    terminal.send("fin\r")
    #expect(try terminal.waitForEnd() == 3)
    #expect(try sandbox.demo(left).output == "\(before - 1)\n")
    #expect(try sandbox.run(words).status == 2, "nobody is there to answer")
  }

  @Test func `may be a line at the prompt`() throws {
    let visit = try Visit.prepared()
    visit.send("print $(ask \"Quoi donc ?\")\r")
    try visit.waitFor("Quoi donc ?")
    visit.send("ceci\r")
    try visit.waitFor("ceci")
    try visit.waitForPrompt()
    try visit.leave()
  }
}
