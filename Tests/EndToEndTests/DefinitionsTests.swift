import Foundation
import Testing

struct `A script with definitions` {
  private static let script = """
    # Compte ce qui reste
    def reste(module) {
      return $(assessment list where criterion.module = $module and verdict = not-assessed).count
    }
    def dire(module, texte) { print "$texte $module" }
    dire 7 "module"
    let total = reste(7)
    print $total (reste(7) - $total)
    """

  @Test(arguments: Way.allCases)
  func `runs them as commands and functions`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(Self.script, ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 0, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == "module 7")
    #expect(lines[1].hasSuffix(" 0") && lines[1] != "0 0")
  }

  @Test(arguments: Way.allCases)
  func `shows the chain of calls that led to a failure`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      "def voir(id) {\n  finding show $id\n}\ndef tout() { voir F9 }\nsite add a1\ntout\n",
      ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 1)
    #expect(answer.errors.hasPrefix("SCRIPT:2:16: "), "\(answer.errors)")
    let tail = answer.errors.split(separator: "\n").suffix(2).map {
      $0.replacing("-c:", with: "SCRIPT:").replacing("visite.constat:", with: "SCRIPT:")
        .replacing("à -:", with: "à SCRIPT:")
    }
    #expect(tail == ["  dans voir, appelé à SCRIPT:4:14", "  dans tout, appelé à SCRIPT:6:1"])
    #expect(try sandbox.demo("site count").output == "2\n")
  }

  @Test(arguments: Way.allCases)
  func `is refused before anything runs when a call or a name is wrong`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      "site add a1\ndef f(a) { print $a }\nf\ndef finding() { next }\ndef ncmin(x) { next }\nf 1 --on x\n",
      ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 2)
    let heads = answer.errors.split(separator: "\n").filter { $0.hasPrefix("SCRIPT:") }
    #expect(
      heads.map { String($0.prefix { $0 != " " }) } == [
        "SCRIPT:3:1:", "SCRIPT:4:5:", "SCRIPT:5:5:", "SCRIPT:6:1:",
      ], "\(answer.errors)")
    #expect(try sandbox.demo("site count").output == "2\n")
  }

  @Test func `cannot be given as words of the command line`() throws {
    let answer = try Sandbox().run("def", "f()", "{", "next", "}")
    #expect(answer.status == 2 && answer.errors.contains("n’est pas une commande"))
  }
}

struct `A script that sources another` {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    try sandbox.write(
      "scripts/communs/seuils.constat",
      "let seuil = 2\ndef depasse(n) { return $n > $seuil }\n")
    try sandbox.write("scripts/tout.constat", "source \"communs/seuils.constat\"\nlet autre = 1\n")
    return sandbox
  }

  @Test(arguments: Way.allCases)
  func `finds it relative to the file that names it`(_ way: Way) throws {
    let sandbox = try sandbox()
    let answer = try way.run(
      "source \"scripts/tout.constat\"\nprint $seuil $autre (depasse($(site count)))\n",
      ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output == "2 1 no\n")
  }

  @Test(arguments: Way.allCases)
  func `is refused with the place and the chain when that file has a fault`(_ way: Way) throws {
    let sandbox = try sandbox()
    try sandbox.write("scripts/tout.constat", "source \"communs/faux.constat\"\n")
    try sandbox.write("scripts/communs/faux.constat", "site lst\nlet = 3\n")
    let answer = try way.run(
      "site add a1\nsource scripts/tout.constat", ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 2)
    #expect(answer.errors.contains("scripts/communs/faux.constat:1:6: erreur"), "\(answer.errors)")
    #expect(answer.errors.contains("scripts/communs/faux.constat:2:5: erreur"))
    #expect(answer.errors.contains("  inclus à scripts/tout.constat:1:1\n"))
    #expect(answer.errors.contains("  inclus à "))
    #expect(try sandbox.demo("site count").output == "2\n")
  }

  @Test(arguments: [
    ("source \"absent.constat\"", "«\u{A0}absent.constat\u{A0}» n’existe pas"),
    ("source \"boucle.constat\"", "s’inclut lui-même"),
    ("source \"scripts\"", "n’est pas un fichier ordinaire"),
  ])
  func `is refused when it cannot be read, or reads itself`(_ text: String, _ said: String) throws {
    let sandbox = try sandbox()
    try sandbox.write("boucle.constat", "source \"./boucle.constat\"\n")
    let answer = try sandbox.run("--dossier", "demo", "-c", text)
    #expect(answer.status == 2 && answer.errors.contains(said), "\(answer)")
    try sandbox.write("visite.constat", text)
    #expect(try sandbox.run("check", "visite.constat").status == 2)
  }

  @Test func `reads files relative to the file in which a command stands`() throws {
    let sandbox = try sandbox()
    try sandbox.write(
      "scripts/joindre.constat", "def joindre() { evidence attach ici.txt }\njoindre\n")
    try sandbox.write("scripts/ici.txt", "un extrait\n")
    try sandbox.write(
      "a.constat", "source \"scripts/joindre.constat\"\nevidence attach releve.csv\njoindre\n")
    let answer = try sandbox.run("--dossier", "demo", "run", "a.constat")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.demo("evidence count").output == "3\n")
  }
}

struct `The check of a file` {
  @Test(arguments: Way.allCases)
  func `tells every fault at once, of the text and of the names`(_ way: Way) throws {
    let sandbox = try Sandbox.prepared()
    let script = """
      site add a1
      let x 3
      finding lst
      if $x == 1 {
        site add a2 --nme y
        print $z
      }
      let total = (1 + 2
      """
    let answer = try way.run(script, ["--dossier", "demo"], in: sandbox)
    #expect(answer.status == 2)
    let places = answer.errors.split(separator: "\n").filter { $0.hasPrefix("SCRIPT:") }
      .map { String($0.prefix { $0 != " " }) }
    #expect(
      places == [
        "SCRIPT:2:7:", "SCRIPT:3:9:", "SCRIPT:4:7:", "SCRIPT:5:15:", "SCRIPT:6:9:", "SCRIPT:8:13:",
      ], "\(answer.errors)")
    try sandbox.write("visite.constat", script)
    let check = try sandbox.run("check", "visite.constat")
    #expect(check.status == 2 && check.output.contains("6 fautes"), "\(check.output)")
  }

  @Test func `names the points of no return with their commands`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("b.constat", "def sceller() {\n  seal make\n}\n")
    try sandbox.write(
      "a.constat", "source \"b.constat\"\ndossier new demo --title Un\nif 1 = 2 { sceller }\n")
    let answer = try sandbox.run("--lang", "en", "check", "a.constat")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      answer.output == """
        a.constat: no fault; 2 commit points:
          a.constat:2: dossier new demo --title Un
          b.constat:2: seal make

        """)
  }
}

struct `The prompt, line after line` {
  @Test func `keeps variables, definitions and what was sourced`() throws {
    let visit = try Visit.prepared()
    try visit.sandbox.write(
      "communs.constat", "let seuil = 7\ndef trop(n) { return $n > $seuil }\n")
    try visit.enter("let x = 3", "")
    try visit.enter("print \"x vaut $x\"", "x vaut 3")
    try visit.enter("let x = $x + 1", "")
    try visit.enter("print \"puis $x\"", "puis 4")
    try visit.enter("def dire(a) { print \"dit $a $x\" }", "")
    try visit.enter("dire oui", "dit oui 4")
    try visit.enter("source communs.constat", "")
    try visit.enter("print (trop(8)) $seuil", "yes 7")
    try visit.enter("print $inconnu", "variable inconnue")
    try visit.leave()
  }
}
