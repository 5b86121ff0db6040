import Auditing
import Scripting
import Testing

/// The shape of the command that the program's own arguments make.
private func shape(_ arguments: [String]) throws -> String {
  let script = try Parser.parse(arguments: arguments, vocabulary).script
  try #require(script.statements.count == 1)
  return script.statements[0].shape
}

struct `The program's own arguments` {
  @Test(arguments: [
    (["next"], "next"),
    (
      ["finding", "add", "M1-B4", "Délai non affiché", "--grade", "ncmin", "--due=+60d"],
      "finding add M1-B4 \"Délai non affiché\" --grade[ncmin] --due=[+60d]"
    ),
    (
      ["print", "$x", "(a)", "a;b", "{", "#x", "\"a\"", "\\n", "l'été", "a b"],
      "print \"$x\" \"(a)\" \"a;b\" \"{\" \"#x\" \"\"a\"\" \\n l'été \"a b\""
    ),
    (["print", "", "1,7", "1.10", "a=b", "--5", "-x"], "print \"\" 1,7 1.10 a=b --5 -x"),
    (["print", "a\nb", "“x”"], "print \"a\nb\" “x”"),
    (
      ["print", "--a b", "--a=b c", "--é=1", "--", "x"],
      "print \"--a b\" --a=[\"b c\"] --é=[1] -- x"
    ),
    (
      ["audit", "scope", "--a=", "--b", "--c", "d", "--e=f=g"],
      "audit scope --a=[\"\"] --b[] --c[d] --e=[f=g]"
    ),
    (["audit", "scope", "--n", "12", "min", "x"], "audit scope --n[12 min] x"),
    (["audit", "scope", "--n", "600", "000"], "audit scope --n[600] 000"),
    (
      ["mock", "ask", "P1", "Où", "est", "l'affiche ?", "--by", "A"],
      "mock ask P1 --by[A] «Où est l'affiche ?»"
    ),
  ])
  func `are words already`(arguments: [String], expected: String) throws {
    #expect(try shape(arguments) == expected)
  }

  @Test(arguments: [
    (
      ["note", "délai", "d'attente", "(hall);", "--due", "+60d"],
      "note --due[+60d] «délai d'attente (hall);»"
    ),
    (["note", "voir $x -- et --deu ici"], "note «voir $x -- et --deu ici»"),
    (["note", "--deu=+1d"], "note --deu=[+1d]"),
    (["note", "a", "--", "b", "=", "c"], "note «a -- b = c»"),
    (["note", "; } ) #"], "note «; } ) #»"), (["note", "\"a\""], "note «\"a\"»"),
    (["note", ""], "note «»"), (["note"], "note"),
    (["ok", "--on", "M1"], "ok --on[M1]"),
    (["photo", "a b.jpg", "vu", "ici"], "photo \"a b.jpg\" «vu ici»"),
    (["value", "600", "000", "appels"], "value 600 000 «appels»"),
    (["value", "1,37", "jours", "ouvrés", "vu"], "value 1,37 jours ouvrés «vu»"),
    (["value", "12 min", "vu"], "value \"12 min\" «vu»"),
    (["note", "where", "a", "b"], "note «where a b»"),
  ])
  func `of a free text are joined by one space`(arguments: [String], expected: String) throws {
    #expect(try shape(arguments) == expected)
  }

  @Test(arguments: [
    ["--modules", "1,7"], ["--modules", "1,7,A"], ["--modules", "A,7"],
    ["--modules", "A", ",", "7"], ["--modules", "A,", "7"],
    ["--modules", "A", ",7"], ["--modules=A,7"], ["--modules=A,", "7"],
    ["--modules", "été,l'hiver", "x"], ["--modules", "1,7", "x"],
  ])
  func `make the same lists as a script`(arguments: [String]) throws {
    let all = ["audit", "scope"] + arguments
    let script = try Parser.parse(
      Source(name: "essai", text: all.joined(separator: " ")), vocabulary)
    #expect(try shape(all) == script.statements.first?.shape)
  }

  @Test(arguments: [
    [
      "where", "status", "=", "open", "and", "severity", ">=", "minor", "sort", "due", "desc",
      "limit", "5",
    ],
    ["sort", "due", "desc,", "id", "fields", "id,", "a.b", ",", "c"],
    ["fields", "a,b,c", "group", "d", "as", "csv", "to", "x.csv"],
    ["where", "not", "(", "a", "in", "(", "1", ",", "7", ")", "or", "b", ")"],
    ["where", "due", "<", "today", "+", "30d", "--audit", "all"],
    ["where", "a", ">", "600", "000", "min", "and", "b", "is", "not", "empty"],
    ["where", "a", "~", "l'été"], ["to", "-x"],
  ])
  func `make the same clauses as a script`(arguments: [String]) throws {
    let all = ["finding", "list"] + arguments
    let script = try Parser.parse(
      Source(name: "essai", text: all.joined(separator: " ")), vocabulary)
    #expect(try shape(all) == script.statements.first?.shape)
  }

  @Test(arguments: [
    (
      ["where", "status = open and text ~ \"l'été\"", "sort", "due"],
      "{where ((status = open) and (text ~ \"l'été\"))} {sort due}"
    ),
    (["where", "a in (1,7)\n or b"], "{where ((a in [1,7]) or b)}"),
    (["where", "a=b"], "{where a=b}"),
    (["where", "text", "~", "a b"], "{where (text ~ \"a b\")}"),
    (["where", "text", "=", "$x"], "{where (text = \"$x\")}"),
    (["to", "a b.csv"], "{to \"a b.csv\"}"), (["limit", "$n"], "{limit \"$n\"}"),
  ])
  func `hold a condition as words or as one argument`(arguments: [String], expected: String) throws
  {
    #expect(try shape(["finding", "list"] + arguments) == "finding list \(expected)")
  }

  @Test(arguments: [
    (["print", "=", "3"], ScriptError.Kind.strayOperator("="), ["print = 3", "      ^"]),
    (["let", "x"], .notACommand("let"), ["let x", "^~~"]),
    (["def", "x"], .notACommand("def"), ["def x", "^~~"]),
    (["source", "x"], .notACommand("source"), ["source x", "^~~~~~"]),
    (["list", "where", "a", "==", "b"], .doubleEquals, ["list where a == b", "             ^~"]),
    (["list", "where"], .expectedExpression, ["list where", "          ^"]),
    (
      ["list", "where", "a", "=", "sort", "b"], .expectedExpression,
      ["list where a = sort b", "              ^"]
    ),
    (["list", "where", "a = = b"], .unexpected("="), ["list where a = = b", "               ^"]),
    (["list", "where", "a = b)"], .unopened(")"), ["list where a = b)", "                ^"]),
    (["list", "where", "x y", "z"], .unexpected("y"), ["list where x y z", "             ^"]),
    (
      ["list", "limit", "5", "a b", "c"], .unexpected("a b"),
      ["list limit 5 \"a b\" c", "             ^~~~~"]
    ),
    (["list", "limit"], .expectedExpression, ["list limit", "          ^"]),
    (["list", "to", "--a"], .expectedExpression, ["list to --a", "        ^~~"]),
    (["list", "sort", "a b"], .expectedName, ["list sort \"a b\"", "          ^~"]),
    (
      ["list", "as", "csv", "as", "x"], .repeatedClause("as"),
      ["list as csv as x", "            ^~"]
    ),
    (
      ["note", "l'été ici", "--a", "b", "c"], .unexpected("c"),
      ["note \"l'été ici\" --a b c", "                       ^"]
    ),
    (["print", "--a", "b,"], .expectedExpression, ["print --a b,", "            ^"]),
    (
      ["print", "--a", "b,", "--c"], .expectedExpression, ["print --a b, --c", "             ^~~"]
    ),
  ])
  func `show a fault under the word`(
    arguments: [String], kind: ScriptError.Kind, excerpt: [String]
  ) throws {
    let error = try #require(throws: ScriptError.self) {
      try Parser.parse(arguments: arguments, vocabulary)
    }
    #expect(error.kind == kind)
    let lines = Diagnostic(error, in: Source(arguments: arguments)).lines(in: .en)
    #expect(lines[0].hasPrefix("arguments:1:"))
    #expect(lines[1...2].map { String($0.dropFirst(4)) } == excerpt)
  }

  @Test func `have no command when there are none`() throws {
    #expect(try Parser.parse(arguments: [], vocabulary).script.statements.isEmpty)
  }

  @Test func `place names and values within a quoted argument`() throws {
    let arguments = ["print", "a b", "--text=c d", "--n=1"]
    let (source, script) = try Parser.parse(arguments: arguments, vocabulary)
    guard case .command(let command) = try #require(script.statements.first) else {
      Issue.record("a command is expected")
      return
    }
    #expect(source.text(command.range) == "print \"a b\" \"--text=c d\" --n=1")
    let places = command.arguments.flatMap { argument in
      switch argument {
      case .value(let value): [value.range]
      case .option(let name, let values, _): [name.range] + values.map(\.range)
      }
    }
    #expect(places.map(source.text) == ["\"a b\"", "--text", "c d", "--n", "1"])
  }
}
