import Auditing
import Scripting
import Testing

/// What a script does: its commands, what it expects, its variables.
private func run(
  _ text: String, answers: [String: Value] = [:], parameters: [String: Value] = [:]
) throws -> Recorder {
  let source = Source(name: "essai", text: text)
  var runner = Recorder()
  runner.answers = answers
  runner.parameters = parameters
  var interpreter = Interpreter(runner, source: source)
  try interpreter.run(Parser.parse(source, vocabulary))
  return interpreter.runner
}

private func failure(_ text: String, answers: [String: Value] = [:]) throws -> ScriptError {
  try #require(throws: ScriptError.self) { try run(text, answers: answers) }
}

struct `A run` {
  @Test func `hands each command with its values to the runner, in order`() throws {
    let findings = Value.list(
      ["F1", "F2"].map { id in
        .record(
          RecordValue(
            noun: "finding", id: id, fields: [("id", .word(id)), ("n", .number(DecimalNumber(3)))]))
      })
    let recorder = try run(
      """
      # Une relance
      param site text
      param most number = 5
      let total = 0
      let found = $(finding list where grade = ncmin and site = $site limit $most)
      for f in $found {
        let total = $total + $f.n
        if $f.id = F1 { print $f.id $f.n } else { note "à revoir : $f.id." --n $total }
      }
      if $found.count > 3 { next } else if $total = 6 { ok }
      expect $total = 6 "les deux de $site"
      expect $found.count = 3
      finding add M1-B4 "Délai à $site" --due +60d --evidence (P1, P4), P2 to $site
      """,
      answers: ["finding list where limit 5": findings], parameters: ["site": .text("Digne")])
    #expect(
      recorder.log == [
        "!finding list where limit 5", "print F1 3", "note --n[6] «à revoir : F2.»", "ok",
        "finding add M1-B4 Délai à Digne --due[+60d] --evidence[P1, P4|P2] to Digne",
      ])
    #expect(recorder.expectations.map(\.what) == ["les deux de Digne", "$found.count = 3"])
    #expect(recorder.expectations.map(\.holds) == [true, false])
  }

  @Test func `gives the runner what clauses say`() throws {
    let recorder = try run(
      "list where a = b sort c desc, d limit 5 fields e, f group g as csv to \"x y\"")
    let invocation = try #require(recorder.invocations.first)
    #expect(invocation.sort.map(\.field.value) == ["c", "d"])
    #expect(invocation.sort.map(\.isDescending) == [true, false])
    #expect(invocation.fields.map(\.value) == ["e", "f"])
    #expect(invocation.group?.value == "g")
    #expect(invocation.format?.value == "csv")
    #expect(invocation.limit?.value.written == "5")
    #expect(invocation.destination?.value.written == "x y")
  }

  @Test func `ends at the first command that fails`() {
    var interpreter = Interpreter(Recorder(), source: Source(name: "essai", text: ""))
    #expect(throws: Recorder.Refusal.self) {
      try interpreter.run(
        Parser.parse(Source(name: "essai", text: "next; fail; list"), vocabulary))
    }
    #expect(interpreter.runner.log == ["next", "fail"])
  }

  @Test(arguments: [
    ("let x = 1.10; print $x \"$x\"", ["print 1.10 1.10"]),
    ("let x = +30d; print $x (today + 1d) (1 + 2) \"$x\"", ["print +30d 2026-11-22 3 +30d"]),
    ("let x = (1,7); print $x $x.count", ["print 1, 7 2"]),
    ("let x = 1; if 1 = 1 { let x = 2; let y = 3 }; print $x", ["print 2"]),
    ("for i in range(1, 3) { print $i }", ["print 1", "print 2", "print 3"]),
    ("for i in (7) { print $i }", ["print 7"]),
    ("for i in (range(1, 2)) { print $i }", ["print 1", "print 2"]),
    ("for i in $(list) { print $i }", ["!list"]), ("for i in range(2, 1) { print $i }", []),
    ("let x = 0; for i in (1, 2) { let x = $x + $i }; print $x", ["print 3"]),
    (
      "let l = (a, b); for i in $l { for j in $l { print \"$i$j\" } }",
      ["print aa", "print ab", "print ba", "print bb"]
    ),
    ("if no { print a } else if oui { print b } else { print c }", ["print b"]),
  ])
  func `follows its statements`(text: String, log: [String]) throws {
    #expect(try run(text).log == log)
  }

  @Test func `interpolates values as the language writes them`() throws {
    let recorder = try run(
      "let d = today + 1d\nlet q = 1,5 h + 0 h\nlet n = 600 000 + 0\nnote \"$d $q $n ${d}x \\$d\"")
    #expect(recorder.log == ["note «2026-11-22 1.5 h 600000 2026-11-22x $d»"])
  }

  @Test func `takes a parameter given, then its default`() throws {
    let script = "param n number = 2\nprint $n"
    #expect(try run(script).log == ["print 2"])
    #expect(try run(script, parameters: ["n": .number(DecimalNumber(7))]).log == ["print 7"])
    #expect(try failure("param n number\nprint $n").kind == .missingParameter("n"))
  }
}

struct `A variable` {
  @Test(arguments: [
    ("let x = \"a\"; let x = (1, 2)", "text", "list"),
    ("let x = (1, 2); let x = a", "list", "text"),
    ("let x = 1 + 1; let x = \"a\"", "number", "text"),
    ("let x = today + 1d; let x = 1 + 1", "date", "number"),
    ("let x = 1 h + 1 h; let x = 1 + 1", "quantity", "number"),
    ("let x = 1 = 1; let x = \"a\"", "boolean", "text"),
    ("let x = a; let x = (1, 2)", "text", "list"),
    ("let x = 1 + 1; if oui { let x = \"a\" }", "number", "text"),
    ("let x = 1 + 1; let x = 3; let x = \"a\"", "number", "text"),
    ("let x = 3; let x = \"a\"", "number", "text"), ("let x = 3; let x = a", "number", "text"),
    ("let x = 1.10; let x = M1", "number", "text"), ("let x = a; let x = 1 + 1", "text", "number"),
    ("let x = 12min; let x = 3", "quantity", "number"),
    ("let x = 2026-11-21; let x = 3", "date", "number"),
    ("let x = demain; let x = a", "date", "text"), ("let x = oui; let x = 3", "boolean", "number"),
  ])
  func `keeps its type`(text: String, from: String, to: String) throws {
    #expect(try failure(text).kind == .typeChanged("x", from: from, to: to))
  }

  @Test(arguments: [
    "let x = 1; let x = 2.5", "let x = 1; let x = 1 + 1", "let x = 1 + 1; let x = 5",
    "let x = a; let x = 3; let x = \"b\"", "let x = oui; let x = 1 = 1; let x = no",
    "let x = 2026-11-21; let x = today; let x = +30d", "let x = 12min; let x = 3 h",
    "let x = $(list); let x = (1, 2); let x = range(2, 1)",
    "let x = \"a\"; let x = \"\"; let x = \"b\"",
    "if 1 = 1 { let x = (1, 2) }; let x = \"a\"",
  ])
  func `may be given another value of its type`(text: String) {
    #expect(throws: Never.self) { try run(text) }
  }

  @Test func `of a loop or a parameter does not change`() throws {
    #expect(try failure("for i in (1, 2) { let i = 3 }").kind == .unchangeable("i"))
    #expect(try failure("param p text = a\nlet p = b").kind == .unchangeable("p"))
  }

  @Test func `is known in its block only`() throws {
    let error = try failure("let total = 1; if 1 = 1 { let x = 1 }; print $totl")
    #expect(
      error.kind == .unknownVariable("totl", known: ["total"], suggestion: "total"))
    #expect(
      try failure("for i in (1, 2) { next }; print $i").kind
        == .unknownVariable("i", known: [], suggestion: nil))
  }

  @Test func `has the fields of its value`() throws {
    let record = Value.record(
      RecordValue(noun: "site", id: "A", fields: [("name", .text("Digne")), ("label", .nothing)]))
    let answers = ["site show A": record]
    #expect(
      try run(
        "let s = $(site show A)\nprint $s $s.name $s.Name $s.label.until \"$s.name.\"",
        answers: answers
      ).log
        == ["!site show A", "print A Digne Digne  Digne."])
    #expect(
      try failure("let s = $(site show A)\nprint $s.nom", answers: answers).kind
        == .noField("nom", of: "site", known: ["name", "label"]))
    #expect(try failure("let s = abc\nprint $s.nom").kind == .noField("nom", of: "abc", known: []))
  }
}

struct `The check before the run` {
  private func faults(_ text: String) throws -> [String] {
    let marked = MarkedText(text)
    let source = Source(name: "essai", text: marked.text)
    let script = LoadedScript(try Parser.parse(source, vocabulary), source)
    let checks = Analyzer.Checks { command, isCaptured, source in
      guard command.word.value == "fail" else { return [] }
      return [
        Diagnostic(
          ("", isCaptured ? "captured" : "fail"), source: source, range: command.word.range)
      ]
    }
    let faults = Analyzer.faults(of: script, checks: checks)
    if let range = marked.range { #expect(faults.first?.range == range) }
    return faults.map(\.message.en)
  }

  @Test(arguments: [
    "param a text\nparam b text = $a\nlet c = $b\nfor d in ($a, $c) { print $d \"$c ${a}\" }",
    "param a text = $(site list).count\nparam b text\nprint $a $b",
    "let x = 1\nif $x = 1 { let x = 2 }\nlist where a = $x and .b = .c limit $x to $x",
    "let x = $(list)\nlet x = 3\nlet d = today+5wd\nlet d = demain\nlet t = a\nlet t = \"$x\"",
  ])
  func `finds nothing in a good script`(text: String) throws {
    #expect(try faults(text) == [])
  }

  @Test(arguments: [
    ("print ⟦$x⟧", ["unknown variable: $x"]), ("note \"a ⟦${x}⟧\"", ["unknown variable: $x"]),
    ("let x = ⟦$x⟧", ["unknown variable: $x"]),
    ("if 1 = 1 { let x = 1 }\nprint ⟦$x⟧", ["unknown variable: $x"]),
    (
      "list --a ⟦$x⟧ where b = $y limit $z",
      ["unknown variable: $x", "unknown variable: $y", "unknown variable: $z"]
    ),
    ("print $(list where a = ⟦$x⟧)", ["unknown variable: $x"]),
    ("print ((1, ⟦$x⟧), 2)", ["unknown variable: $x"]),
    ("let y = ⟦cuont⟧((1,2))", ["unknown function: cuont"]),
    ("let y = ⟦days⟧(today)", ["days takes 2 values, not 1"]),
    ("let y = ⟦.a⟧ = 3", [".a means something in where only"]),
    ("print (⟦.a⟧)", [".a means something in where only"]),
    ("param a text\nlet ⟦a⟧ = 3", ["$a cannot be changed"]),
    ("for i in (1, 2) { let ⟦i⟧ = 3 }", ["$i cannot be changed"]),
    ("param a text\nparam ⟦a⟧ text", ["$a cannot be changed"]),
    (
      "let x = 3\nif oui { let ⟦x⟧ = \"a\" }", ["$x is of type number and cannot become text"]
    ),
    ("let x = a\nlet ⟦x⟧ = 1 = 1", ["$x is of type text and cannot become boolean"]),
    ("next\nparam ⟦a⟧ text", ["param stands before any command"]),
    ("if 1 = 1 { param ⟦a⟧ text }", ["param stands before any command"]),
    ("print 1\n⟦fail⟧ a\nlet x = $(fail)", ["fail", "captured"]),
    (
      "if ⟦$a⟧ { next } else if $b { next } else { print $c }",
      ["unknown variable: $a", "unknown variable: $b", "unknown variable: $c"]
    ),
  ])
  func `finds every fault in the order of the text`(text: String, messages: [String]) throws {
    #expect(try faults(text) == messages)
  }
}
