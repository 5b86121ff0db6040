import Foundation
import PseudoTerminals
import Testing

struct `A change of what a filter chooses` {
  /// The prepared dossier with three actions of one person and ten of nobody.
  private func treated() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      for i in range(1, 3) { action add "afficher $i" --owner rdupont }
      for i in range(1, 10) { action add "ranger $i" }
      """)
    return sandbox
  }

  @Test func `is one operation, told record by record while they are few, and undone whole`() throws
  {
    let sandbox = try treated()
    let before = try sandbox.demo("action list fields id, due, owner as csv").output
    let answer = try sandbox.demo("action set where owner = RDUPONT --due 2027-02-01")
    #expect(answer.errors.contains("A2 modifiée, pour le 2027-02-01"))
    #expect(answer.errors.contains("3 fiches modifiées (action)"))
    #expect(try sandbox.demo("action count where due = 2027-02-01").output == "3\n")
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(try sandbox.demo("action list fields id, due, owner as csv").output == before)
    let none = try sandbox.demo("action set where owner = cmartin --due 2027-02-01")
    #expect(none.errors.contains("rien ne correspond (action)"))
  }

  @Test(arguments: Way.allCases)
  func `of more than ten is counted, and refused where nobody said --yes`(_ way: Way) throws {
    let sandbox = try treated()
    let bytes = try sandbox.contents("demo")
    let script = "site add a1\naction set where due is empty --due 2027-02-01\n"
    let refused = try way.run(script, ["--dossier", "demo"], in: sandbox)
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("SCRIPT:2:1: erreur\u{A0}: à confirmer\u{A0}: modifier d’un coup 13"))
    #expect(refused.errors.contains("ajoutez --yes"))
    #expect(try sandbox.contents("demo") == bytes)
    let dry = try way.run(script, ["--dossier", "demo", "--dry-run"], in: sandbox)
    #expect(dry.status == 0 && dry.output.contains("~ action A13\u{A0}: échéance ∅ → 2027-02-01"))
    #expect(try sandbox.contents("demo") == bytes)
    let done = try way.run(script, ["--dossier", "demo", "--yes"], in: sandbox)
    #expect(done.status == 0 && done.errors.contains("13 fiches modifiées (action)"))
    #expect(!done.errors.contains("A1 modifiée"))
    #expect(try sandbox.demo("action count where due = 2027-02-01").output == "13\n")
  }

  private static let line = "action set where due is empty --due 2027-02-01"

  /// A prompt in a dossier at which a line was typed.
  private func typed(_ line: String, in sandbox: Sandbox) throws -> Visit {
    let visit = try Visit(sandbox, "--dossier", "demo")
    try visit.waitForPrompt()
    visit.send(line + "\r")
    return visit
  }

  @Test func `is asked for at the prompt`() throws {
    let visit = try typed(Self.line, in: treated())
    try visit.waitFor("modifier d’un coup 13 fiches (action)")
    try visit.enter("non", "interrompu")
    visit.send(Self.line + "\r")
    try visit.waitFor("oui/non")
    try visit.enter("oui", "13 fiches modifiées (action)")
    try visit.leave()
  }

  @Test func `is chosen anew when somebody else wrote while the question stood`() throws {
    let sandbox = try treated()
    let visit = try typed(Self.line, in: sandbox)
    try visit.waitFor("oui/non")
    try sandbox.demo("action set A1 --due 2027-03-01")
    try visit.enter("oui", "quelqu’un d’autre a écrit dans le dossier")
    #expect(try sandbox.demo("action count where due = 2027-02-01").output == "0\n")
    visit.send(Self.line + "\r")
    try visit.waitFor("modifier d’un coup 12 fiches (action)")
    try visit.enter("oui", "12 fiches modifiées (action)")
    try visit.leave()
    #expect(try sandbox.demo("action count where due = 2027-03-01").output == "1\n")
  }

  @Test func `is not asked for under the lock that what precedes it holds`() throws {
    let visit = try typed("site add q --name Q; \(Self.line)", in: treated())
    try visit.waitFor("ajoutez --yes")
    try visit.leave()
  }

  @Test(arguments: [
    ("site set where id = manosque --contact accueil", "site show manosque", "accueil"),
    ("person set where role ~ référent --body DDT", "person show rdupont", "DDT"),
    ("assessment set where module = 7 and site = digne --verdict conforming --yes", "", ""),
    ("criterion set where id in (M1-A1, M1-A2) --owner rdupont", "criterion show M1-A2", "rdupont"),
    ("audit set where status = open --client Préfète", "audit show 2026-001", "Préfète"),
  ])
  func `is known to every noun that is changed`(_ line: String, _ show: String, _ word: String)
    throws
  {
    let sandbox = try Sandbox.prepared()
    let words = line.components(separatedBy: " --yes")
    let answer = try sandbox.run(
      ["--dossier", "demo"] + (words.count > 1 ? ["--yes"] : []) + ["-c", words[0]])
    #expect(answer.status == 0, "\(answer.errors)")
    guard !show.isEmpty else {
      let rest = "assessment count where module = 7 and site = digne and verdict != conforming"
      #expect(try sandbox.demo(rest).output == "0\n")
      return
    }
    #expect(try sandbox.demo(show).output.contains(word))
  }

  @Test(arguments: [
    ("action set A1 where owner = rdupont --due +1d", "« A1 » est de trop"),
    ("action set where owner = rdupont", "il manque --échéance"),
    ("action set where ownr = rdupont --due +1d", "champ inconnu de action : ownr"),
    ("action set where owner = rdupont sort due --due +1d", "ne prend pas de clause"),
    ("assessment set where module = 7 --site digne --verdict conforming", "est de trop"),
  ])
  func `says what it cannot take`(_ line: String, _ words: String) throws {
    let answer = try treated().run("--dossier", "demo", "-c", line)
    #expect([1, 2].contains(answer.status))
    let said = answer.errors.replacing("\u{A0}", with: " ")
    #expect(said.contains(words), "\(said)")
  }
}

struct `What was entered by mistake` {
  @Test func `is removed while nothing refers to it, and comes back when it is entered again`()
    throws
  {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      measure add IND-01 3 --site digne --period 2052
      survey record accueil propreté --counts bien:40 --site digne --period 2052
      meeting open --start 9h
      audit open ERREUR --checklist qual-e-pref
      sample draw --population 240 --size 10 --site digne --audit 2026-001
      """)
    try sandbox.demo(
      """
      sample remove E1 --reason "mauvaise population"
      expect $(sample count --audit 2026-001) = 0
      dossier set --title "Préfecture renommée"
      measure set IND-01/digne/2052 --value 4 jours --source registre
      expect $(measure show IND-01/digne/2052).value = 4 jours
      measure remove IND-01/digne/2052 --reason "mauvaise année"
      survey remove accueil --reason "mauvaise année"
      meeting remove ouverture --audit 2026-001 --reason "par téléphone"
      audit remove ERREUR --reason "ouvert deux fois"
      person remove rdupont --reason "jamais rencontré"
      expect $(measure count) = 0 and $(survey count) = 0 and $(meeting count) = 0
      expect $(audit count) = 1 and $(person count) = 1
      measure add IND-01 5 --site digne --period 2052
      survey record accueil propreté --counts bien:41 --site digne --period 2052
      expect $(measure count) = 1 and $(survey count) = 1
      """)
    #expect(try sandbox.demo("dossier show").output.contains("Préfecture renommée"))
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(try sandbox.demo("person list as ids").output == "cmartin\nrdupont\n")
  }

  @Test(arguments: [
    "person remove cmartin --reason x", "audit remove 2026-001 --reason x",
    "person remove rdupont --reason x", "site remove digne --reason x",
    "sample remove E1 --reason x",
  ])
  func `stays while something refers to it`(_ line: String) throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      action add x --owner rdupont
      ok vu --on M1-A1 --site digne
      sample draw --population 3 --size 3 --site digne
      sample record E1 1 --conforming yes
      """)
    let answer = try sandbox.run("--dossier", "demo", "-c", line)
    #expect(answer.status == 1 && answer.errors.contains("encore cité"), "\(answer.errors)")
  }
}

struct `Two records of one person` {
  @Test func `are shown as one, whose work is that of both`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      person add rd --name "R. Dupont" --body DDT
      action add "afficher" --owner rd
      action add "ranger" --owner rdupont
      criterion set M1-B4 --owner rd
      person same rd rdupont --reason "deux fois la même"
      """)
    #expect(try sandbox.demo("person list as ids").output == "cmartin\nrdupont\n")
    #expect(try sandbox.demo("action list where owner = rdupont as ids").output == "A1\nA2\n")
    #expect(try sandbox.demo("criterion list where owner = rdupont as ids").output == "M1-B4\n")
    try sandbox.demo("action add \"revoir\" --owner rd")
    #expect(try sandbox.demo("action count where owner = rdupont").output == "3\n")
    let again = try sandbox.run("--dossier", "demo", "-c", "person same rdupont rd")
    #expect(again.status == 1 && again.errors.contains("déjà cette personne"))
    try sandbox.demo("report write to r.md")
    let report = try sandbox.text("r.md")
    #expect(report.contains("Rémi Dupont") && !report.contains("R. Dupont"))
  }
}

struct `What a noun of the folder tells` {
  @Test func `is the dossier, its journals and what was written from it`() throws {
    let sandbox = try Sandbox.prepared()
    #expect(try sandbox.demo("dossier count").output == "1\n")
    let dossier = try sandbox.demo("dossier list fields title, purpose as tsv").output
    #expect(dossier == "title\tpurpose\nPréfecture de démonstration\ttrial\n")
    let journal = try sandbox.demo("journal list fields person, operations as tsv").output
    #expect(journal == "person\toperations\ncmartin\t2\n")
    #expect(try sandbox.demo("report count").output == "0\n")
    try sandbox.demo("report write\nreport write to demo/exports/rapport-2026-001.md")
    let reports = try sandbox.demo("report list fields id, audit as tsv").output
    #expect(
      reports == "id\taudit\nrapport-2026-001.html\t2026-001\n"
        + "rapport-2026-001.md\t2026-001\n")
    #expect(try sandbox.demo("report show rapport-2026-001.md").output.contains("exports"))
  }

  @Test func `of a script is what it expected, as a program reads it`() throws {
    let sandbox = try Sandbox.prepared()
    let script =
      "expect 1 = 1 \"tout <va> bien\"\nexpect 1 = 2\nresults as junit to r.xml\nresults as tsv"
    let answer = try sandbox.run("--dossier", "demo", "-c", script)
    #expect(answer.status == 3)
    #expect(answer.output == "what\tholds\tline\ntout <va> bien\tyes\t1\n1 = 2\tno\t2\n")
    let counted = try sandbox.shell(
      """
      python3 - <<'END'
      import xml.etree.ElementTree as tree
      suite = tree.parse("r.xml").getroot()[0]
      print(suite.get("tests"), suite.get("failures"), [case.get("name") for case in suite.iter("testcase")])
      END
      """)
    #expect(counted.output == "2 1 ['tout <va> bien', '1 = 2']\n", "\(counted.errors)")
  }
}
