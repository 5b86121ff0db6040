import Foundation
import Testing

struct `The same command` {
  /// A command as words of the command line, and as text.
  struct Command: CustomTestStringConvertible, Sendable {
    let words: [String]
    let text: String
    var testDescription: String { text }

    init(_ text: String, _ words: String...) {
      (self.text, self.words) = (text, words)
    }
  }

  private static let commands = [
    Command(#"print "un texte, à moi""#, "print", "un texte, à moi"),
    Command("site list", "site", "list"),
    Command(
      "site list where id = digne as json", "site", "list", "where", "id = digne", "as", "json"),
    Command("sites", "sites"),
    Command(
      "criterion list where module = 7 fields id, title",
      "criterion", "list", "where", "module = 7", "fields", "id,", "title"),
    Command(
      #"note "l'accueil ferme, dit-on ; à 11 h 30 # midi" --on M1-B4 --site digne"#,
      "note", "l'accueil ferme, dit-on ; à 11 h 30 # midi", "--on", "M1-B4", "--site", "digne"),
    Command(
      #"ncmin "délai non affiché" --due +60j --on M1-B4 --site=digne"#,
      "ncmin", "délai", "non", "affiché", "--due", "+60j", "--on", "M1-B4", "--site=digne"),
    Command(
      #"finding add M1-B4 "le $prix" --grade ncmin --seen "12 \$" --site digne"#
        .replacing("$prix", with: #"\$prix"#),
      "finding", "add", "M1-B4", "le $prix", "--grade", "ncmin", "--seen", "12 $", "--site",
      "digne"),
    Command(
      "measure add IND-01 1,37 jours --site digne", "measure", "add", "IND-01", "1,37 jours",
      "--site", "digne"),
    Command(
      "measure add IND-02 93,1 % --site digne", "measure", "add", "IND-02", "93,1", "%", "--site",
      "digne"),
    Command(
      "evidence attach releve.csv --criterion M1-E1 --site digne", "evidence", "attach",
      "releve.csv", "--criterion", "M1-E1", "--site", "digne"),
    Command("go confort --site digne", "go", "confort", "--site", "digne"),
    Command("finding show F7", "finding", "show", "F7"),
    Command("missing", "missing"), Command("status", "status"), Command("ok", "ok"),
    Command("aide constat ajouter", "aide", "constat", "ajouter"),
    Command("audit close", "audit", "close"), Command("seal make", "seal", "make"),
    Command("journal verify", "journal", "verify"),
  ]

  /// The lines of an error without the place, which a line and words count differently, and
  /// without the line that is shown.
  private func words(_ errors: String) -> [String] {
    errors.split(separator: "\n").filter { !$0.contains(" | ") }.map { line in
      line.firstRange(of: "erreur").map { String(line[$0.lowerBound...]) } ?? String(line)
    }
  }

  @Test(arguments: commands)
  func `gives the same output and exit code by arguments, -c, a file and standard input`(
    _ command: Command
  ) throws {
    let options = Sandbox.fixed + ["--dossier", "demo"]
    let sandbox = try Sandbox.prepared()
    try sandbox.keep()
    var answers = [try sandbox.run(options + command.words)]
    for way in Way.allCases {
      try sandbox.goBack()
      answers.append(try way.run(command.text + "\n", options, in: sandbox))
    }
    let first = answers[0]
    for answer in answers.dropFirst() {
      #expect(answer.status == first.status)
      #expect(answer.output == first.output.replacing(sandbox.work, with: "WORK"))
      #expect(words(answer.errors) == words(first.errors))
    }
  }

  @Test func `is a script by its name alone`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.write("visite.constat", "site list as ids\n")
    let whole = try sandbox.run("--dossier", "demo", "run", "visite.constat")
    #expect(whole == .init(status: 0, output: "digne\nmanosque\n", errors: ""))
    #expect(try sandbox.run("--dossier", "demo", "visite.constat") == whole)
    #expect(try sandbox.run("visite.constat", "--dossier", "demo") == whole)
    #expect(try sandbox.run("--dossier", "demo", "run", "-", input: "site list as ids") == whole)
    #expect(try sandbox.run("--dossier=demo", input: "site list as ids\r\n") == whole)
  }

  @Test func `finds the dossier of the current folder`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run(["site", "list", "as", "ids"], folder: sandbox.at("demo"))
    #expect(answer == .init(status: 0, output: "digne\nmanosque\n", errors: ""))
  }

  @Test func `is refused without a dossier, which the error says how to open`() throws {
    let sandbox = try Sandbox()
    let answer = try sandbox.run("site", "list")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("--dossier RÉPERTOIRE"))
    #expect(answer.errors.contains("dossier créer RÉPERTOIRE"))
  }

  @Test func `takes the parameters of a script as options`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.write(
      "p.constat",
      """
      # Dit un site.
      param site text
      param seuil quantity = 5 jours
      param jours date* = (2026-01-01, 2026-01-02)
      print "$site $seuil"
      """)
    #expect(
      try sandbox.run("run", "p.constat", "--site", "digne")
        == .init(status: 0, output: "digne 5 jours\n", errors: ""))
    let given = try sandbox.run("run", "p.constat", "--site=l'abri", "--seuil", "3 h")
    #expect(given == .init(status: 0, output: "l'abri 3 h\n", errors: ""))
    let missing = try sandbox.run("run", "p.constat")
    #expect(missing.status == 2 && missing.errors.contains("--site"))
    let unknown = try sandbox.run("run", "p.constat", "--site", "a", "--sit", "b")
    #expect(unknown.status == 2 && unknown.errors.contains("--sit"))
    let wrong = try sandbox.run("run", "p.constat", "--site", "a", "--seuil", "beaucoup")
    #expect(wrong.status == 2 && wrong.errors.contains("beaucoup"))
    let help = try sandbox.run("run", "p.constat", "--help")
    #expect(help.status == 0 && help.output.contains("Dit un site."))
    #expect(help.output.contains("--site TEXT") && help.output.contains("--seuil QUANTITY"))
    #expect(try sandbox.run("p.constat", "--help") == help)
    #expect(try sandbox.run("-c", "param x text\nprint $x", "--x", "y").output == "y\n")
  }
}
