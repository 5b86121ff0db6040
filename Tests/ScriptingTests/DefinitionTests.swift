import Auditing
import Scripting
import Testing

/// What a script with the files that it sources does, or the faults found before it runs.
private func outcome(_ text: String, files: [String: String] = [:]) throws -> [String] {
  let source = Source(name: "essai", text: text)
  let script = load(source, files: files)
  let checks = Analyzer.Checks(isCommand: { vocabulary.firstWords.contains($0) }) { _, _, _ in [] }
  let faults = Analyzer.faults(of: script, checks: checks)
  guard faults.isEmpty else { return faults.map { $0.lines(in: .en)[0] } }
  var interpreter = Interpreter(Recorder(), source: source)
  try interpreter.run(script)
  return interpreter.runner.log
}

/// The failure of a script with what led there, each on its line.
private func failure(_ text: String, files: [String: String] = [:]) throws -> [String] {
  let source = Source(name: "essai", text: text)
  var interpreter = Interpreter(Recorder(), source: source)
  let error = try #require(throws: Traced.self) {
    try interpreter.run(load(source, files: files))
  }
  let fault = try #require(error.error as? ScriptError)
  var diagnostic = Diagnostic(fault, in: error.source)
  diagnostic.steps = error.steps
  return diagnostic.lines(in: .en).filter { !$0.contains(" | ") }
}

struct `A definition` {
  @Test(arguments: [
    ("def f(a, b) { print $a $b }\nf 1 (2, 3)", ["print 1 2, 3"]),
    ("f 1\ndef f(a) { print $a }", ["print 1"]),
    ("def double(n) { return $n * 2 }\nprint (double(3) + 1) $(double 4)", ["print 7 8"]),
    ("def f() { print un; return 3; print deux }\nlet x = f()\nprint $x", ["print un", "print 3"]),
    ("def f() { print a }\nlet x = f()\nprint ($x is empty)", ["print a", "print yes"]),
    ("def f(n) { for i in range(1, 9) { if $i = $n { return $i } } }\nprint (f(4))", ["print 4"]),
    ("def f(n) { if $n = 0 { return 0 }; return $n + f($n - 1) }\nprint (f(20))", ["print 210"]),
    ("let x = 1\ndef f() { let x = 2; print $x }\nf\nprint $x", ["print 2", "print 1"]),
    ("let x = 1\ndef f() { print $x }\nf\nlet x = 2\nf", ["print 1", "print 2"]),
    ("def f(x) { let y = $x + 1; if 1 = 1 { let y = 9 }; print $y }\nf 1", ["print 9"]),
    ("def f() { g }\ndef g() { print g }\nf", ["print g"]),
    ("def Été() { print vu }\nete", ["print vu"]),
    ("def f(a) { print $a }\nfor i in (1, 2) { f $i }", ["print 1", "print 2"]),
    ("param n number = 3\ndef f() { print $n }\nf", ["print 3"]),
    ("def f(a) { expect $a = 2 }\nf 2", []),
  ])
  func `is a command and a function`(_ text: String, _ log: [String]) throws {
    #expect(try outcome(text) == log)
  }

  @Test(arguments: [
    ("def f(a) { next }\nf", "essai:2:1: error: f takes 1 value, not 0"),
    ("def f(a) { next }\nf 1 2", "essai:2:1: error: f takes 1 value, not 2"),
    ("def f() { next }\nlet x = f(1)", "essai:2:9: error: f takes 0 value, not 1"),
    ("def f() { next }\nf 1 --b", "essai:2:1: error: f takes values only, no option and no clause"),
    ("def f(a) { next }\nf 1 limit 3", "essai:2:1: error: f takes values only"),
    ("def f() { print $x }\nnext", "essai:1:17: error: unknown variable: $x"),
    ("def f() { let y = 1 }\nf\nprint $y", "essai:3:7: error: unknown variable: $y"),
    ("def f(a) { let a = 2 }\nf 1", "essai:1:16: error: $a cannot be changed"),
    ("def sum(l) { next }", "essai:1:5: error: “sum” is a function already"),
    ("def note(l) { next }", "essai:1:5: error: “note” is a command already"),
    ("def f() { next }\ndef f() { next }", "essai:2:5: error: “f” is defined twice"),
    ("let x = dubble(3)\ndef double(n) { return 1 }", "unknown function: dubble"),
  ])
  func `is checked before the run`(_ text: String, _ fault: String) throws {
    let faults = try outcome(text)
    #expect(faults.count == 1)
    let found = faults[0].replacing("“f”", with: fault.contains("“") ? "“f”" : "f")
    #expect(found.hasPrefix(fault) || found.contains(fault), "\(faults)")
  }

  @Test func `shows the chain of its calls when it fails`() throws {
    let lines = try failure("def f(a) {\n  print ($a / 0)\n}\ndef g() { f 3 }\nnext\ng")
    #expect(
      lines == [
        "essai:2:10: error: division by zero", "  in f, called at essai:4:11",
        "  in g, called at essai:6:1",
      ])
  }

  @Test func `calls itself a hundred times at most`() throws {
    let text = "def f(n) { if $n = 1 { return 1 }; return f($n - 1) }\nprint (f(%))"
    #expect(try outcome(text.replacing("%", with: "100")) == ["print 1"])
    let lines = try failure(text.replacing("%", with: "101"))
    #expect(lines[0].hasSuffix("error: more than 100 calls within each other"))
    #expect(lines.count == 14 && lines[7] == "  … 88 more calls …")
  }

  @Test func `ends before the stack does, however deep its body`() throws {
    let open = String(repeating: "(1, ", count: 150)
    let close = String(repeating: ")", count: 150)
    let lines = try failure("def f() { let x = \(open)f()\(close) }\nf")
    #expect(lines[0].hasSuffix("error: more than 100 calls within each other"))
  }

  @Test func `has its comment for its help`() throws {
    let script = try Parser.parse(
      Source(
        name: "essai",
        text: "#!/usr/bin/env constat\n# Le script\n\n# Relance\n# tout\ndef f() { next }\n"
          + "def g() {\n  # Dedans\n  next\n}\ndef h() { next }"),
      vocabulary)
    #expect(script.definitions.map(\.comment) == ["Relance\ntout", "Dedans", ""])
    #expect(script.comment == "Le script")
  }

  @Test func `is one of the words that make a free text ambiguous`() throws {
    #expect(
      try fault("def relance() { next }\nnote ⟦vu; relance⟧")
        == .ambiguousText(quoted: "\"vu; relance\"", other: "\"vu\"; relance"))
  }
}

struct `A sourced file` {
  private let common = """
    let seuil = 5
    let nom = "Digne"
    def haut(n) { return $n > $seuil }
    """

  @Test func `gives its variables and definitions`() throws {
    #expect(
      try outcome(
        "source \"communs\"\nprint $nom (haut(6))\nif haut(3) { next }", files: ["communs": common])
        == ["print Digne yes"])
    #expect(
      try outcome(
        "source \"a\"\nprint $x $seuil",
        files: ["a": "source \"communs\"\nlet x = 1", "communs": common])
        == ["print 1 5"])
  }

  @Test func `is run where it is sourced, each time`() throws {
    #expect(
      try outcome("next\nsource \"a\"\nlist\nsource \"a\"", files: ["a": "print a"])
        == ["next", "print a", "list", "print a"])
  }

  @Test(arguments: [
    ("print $x\nsource \"a\"", "essai:1:7: error: unknown variable: $x"),
    ("source \"a\"\nlet x = 2", "essai:2:5: error: $x cannot be changed"),
    (
      "let x = 2\nsource \"a\"",
      "essai:2:1: error: the sourced file makes “x”, which is here already"
    ),
    (
      "def f() { next }\nsource \"a\"",
      "essai:2:1: error: the sourced file makes “f”, which is here already"
    ),
    ("source \"b\"", "b:1:7: error: unknown variable: $y"),
    ("source \"c\"", "c:1:8: error: “c” sources itself"),
    ("source \"d\"", "e:1:8: error: “d” sources itself"),
    ("source \"absent\"", "essai:1:8: error: absent"),
    ("source \"p\"", "p:1:7: error: the parameter “site” belongs in the file that is run"),
    ("source \"s\"", "s:2:8: error: this quote is never closed"),
  ])
  func `is checked with the whole before the run`(_ text: String, _ fault: String) throws {
    let files = [
      "a": "let x = 1\ndef f() { next }", "b": "print $y", "c": "source \"c\"",
      "d": "source \"e\"", "e": "source \"d\"", "p": "param site text", "s": "next\nprint  \"a",
    ]
    #expect(try outcome(text, files: files) == [fault])
  }

  @Test func `may be sourced by two files that the script sources`() throws {
    let files = ["a": "source \"communs\"", "b": "source \"communs\"", "communs": common]
    #expect(
      try outcome("source \"a\"\nsource \"b\"\nprint (haut(6))", files: files) == ["print yes"])
  }

  @Test func `is named in the chain of what fails in it`() throws {
    let files = ["a": "next\nsource \"b\"\ndef f() { print (1 / 0) }", "b": "let x = 1"]
    #expect(
      try failure("source \"a\"\nf", files: files) == [
        "a:3:18: error: division by zero", "  in f, called at essai:2:1",
      ])
    #expect(
      try failure("next\nsource \"c\"", files: ["c": "source \"d\"", "d": "let x = (a + 1)"]) == [
        "d:1:9: error: “a” is not a number", "  sourced at c:1:1", "  sourced at essai:2:1",
      ])
  }
}

struct `What is entered line by line` {
  private func log(_ lines: [String]) throws -> [String] {
    var memory = Memory()
    var log: [String] = []
    for line in lines {
      let source = Source(name: "input", text: line, isPrompt: true)
      let script = LoadedScript(try Parser.parse(source, vocabulary), source)
      let faults = Analyzer.faults(of: script, after: memory, checks: .init { _, _, _ in [] })
      log += faults.map(\.message.en)
      guard faults.isEmpty else { continue }
      var interpreter = Interpreter(Recorder(), memory: memory, source: source)
      try interpreter.run(script)
      log += interpreter.runner.log
      memory = interpreter.memory
    }
    return log
  }

  @Test func `keeps its variables and definitions`() throws {
    #expect(
      try log([
        "let x = 1 + 2", "print $x", "let x = $x + 1", "print $x", "def f(a) { print $a $x }",
        "f 7",
        "def f() { print autre }", "f", "for i in (1, 2) { let y = $i }", "print $y",
      ]) == [
        "print 3", "print 4", "print 7 4", "print autre", "unknown variable: $y",
      ])
  }
}
