import Scripting
import Testing

struct `A statement` {
  @Test(arguments: [
    ("param site text", "param site text"), ("param n number* = (1,7)", "param n number* = [1,7]"),
    ("param day date = today+30d", "param day date = today+30d"),
    ("let x = 1.10", "let x = 1.10"), ("let été=$y", "let été = $y"),
    ("let x = \"a $y.z ${w.v}.\"", "let x = \"a ${y.z} ${w.v}.\""),
    ("if $x > 3 { next }", "if ($x > 3) {next}"),
    ("if $x { next } else { ok }", "if $x {next} else {ok}"),
    (
      "if $x {\n  next\n} else if $y {\n  ok vu\n} else {\n  list\n}",
      "if $x {next} else if $y {ok «vu»} else {list}"
    ),
    ("if $x {} else {}", "if $x {} else {}"), ("if ($x\nor $y) { next }", "if ($x or $y) {next}"),
    ("for m in (1,7) { print $m }", "for m in [1,7] {print $m}"),
    ("for m in (7) { next }", "for m in [7] {next}"),
    ("for m in ($a) { next }", "for m in [$a] {next}"),
    ("for m in $a { next }", "for m in $a {next}"),
    ("for f in $(finding list).id { next }", "for f in $(finding list).id {next}"),
    ("for i in range(1, 3){next}", "for i in range(1, 3) {next}"),
    ("expect $n = 0", "expect ($n = 0)"),
    ("expect $n = 0 \"rien $n\"", "expect ($n = 0) \"rien ${n}\""),
    ("expect $a = \"b\" \"c\"", "expect ($a = \"b\") \"c\""),
    ("expect $a is empty \"c\" # d", "expect ($a is empty) \"c\""),
    ("def f() {}", "def f() {}"),
    (
      "def été( a,b ) { return $a + $b }",
      "def été(a, b) {return ($a + $b)}"
    ),
    ("def f(a,\n  b) {\n  if $a { return 1 }\n}", "def f(a, b) {if $a {return 1}}"),
    ("suppose { next; list }", "suppose {next; list}"),
    ("source \"l'été.constat\"", "source l'été.constat"),
    ("inclure x/y.constat", "source x/y.constat"),
    ("letter x", "letter x"), ("let-x y", "let-x y"),
  ])
  func `is read as the grammar says`(text: String, expected: String) throws {
    #expect(try shape(text) == expected)
  }

  @Test func `begins with a keyword in small letters, else it is a command`() throws {
    #expect(try fault("Let x ⟦=⟧ 3") == .strayOperator("="))
    #expect(try shape("If yes") == "If yes")
  }

  @Test func `ends at a line's end or a semicolon`() throws {
    #expect(
      try shapes("\n\n; next ;; list # fin ; print\n\t\n# ok\nlet x = 1; print $x\n")
        == ["next", "list", "let x = 1", "print $x"])
    #expect(try shapes("") == [])
    #expect(try shapes("# seulement un commentaire") == [])
    #expect(try shapes("if $a { next; list } ; list") == ["if $a {next; list}", "list"])
  }

  @Test(arguments: [
    ("let⟦⟧", ScriptError.Kind.expectedName), ("let ⟦3⟧x = 4", .expectedName),
    ("let x ⟦3⟧", .expectedEquals), ("let x ⟦==⟧ 3", .doubleEquals),
    ("let x =⟦⟧", .expectedExpression),
    ("next\nlet x = ⟦⟧\nnext", .expectedExpression),
    ("let ⟦in⟧ = 3", .reservedName("in")), ("param ⟦fields⟧ text", .reservedName("fields")),
    ("for ⟦to⟧ in $x { next }", .reservedName("to")),
    ("param x⟦⟧", .expectedName), ("param x text ⟦y⟧", .unexpected("y")),
    ("for x ⟦o⟧f $y {}", .expectedIn), ("for x in $y⟦⟧", .expectedBlock),
    ("if $x ⟦⟧\n{ next }", .expectedBlock), ("if ⟦⟧{ next }", .expectedExpression),
    ("if $x { next }\n⟦else⟧ { list }", .elseOnItsOwnLine), ("⟦else⟧ { list }", .elseOnItsOwnLine),
    ("if $x { next } else⟦⟧", .expectedBlock), ("if $x { next } else if $y⟦⟧", .expectedBlock),
    ("if $x { next } ⟦list⟧", .unexpected("list")),
    ("if $x ⟦{⟧\n next", .unclosedBlock), ("if $x ⟦{⟧ ok # }", .unclosedBlock),
    ("if $x { for y in $z ⟦{⟧ next", .unclosedBlock),
    ("if $x { next ⟦)⟧ }", .unopened(")")), ("next ⟦}⟧", .unopened("}")), ("⟦}⟧", .unopened("}")),
    ("let x = (1) ⟦)⟧", .unopened(")")),
    ("⟦return⟧ 3", .returnOutsideDefinition), ("suppose⟦⟧", .expectedBlock),
    ("def⟦⟧", .expectedName), ("def ⟦in⟧() {}", .reservedName("in")),
    ("def f ⟦{⟧ next }", .expectedParenthesis), ("def f(a ⟦b⟧) {}", .unexpected("b")),
    ("def f(a, ⟦a⟧) {}", .repeatedParameter("a")), ("def f⟦(⟧a", .unclosedParenthesis),
    ("def f()⟦⟧", .expectedBlock), ("def f() { return ⟦⟧}", .expectedExpression),
    ("if $x { ⟦def⟧ f() { next } }", .notInBlock("def")),
    ("def f() { ⟦def⟧ g() { next } }", .notInBlock("def")),
    ("source⟦⟧", .expectedExpression), ("source ⟦$x⟧", .pathNotLiteral),
    ("source ⟦\"a$x\"⟧", .pathNotLiteral), ("source ⟦\"\"⟧", .pathNotLiteral),
    ("source \"a\" ⟦\"b\"⟧", .unexpected("\"b\"")),
    ("for x in $y { ⟦source⟧ \"a\" }", .notInBlock("source")),
    ("expect⟦⟧", .expectedExpression), ("expect $a ⟦$b⟧", .unexpected("$b")),
    ("expect $a \"b\" ⟦\"c\"⟧", .unexpected("\"…\"")),
    ("let x = 3 ⟦4⟧", .unexpected("4")),
  ])
  func `is refused when it is not whole`(text: String, kind: ScriptError.Kind) throws {
    #expect(try fault(text) == kind)
  }

  @Test func `an expectation ranges from its word to its last value`() throws {
    let source = Source(name: "essai", text: "next; expect $a = 3 \"b\"   # c")
    let statements = try Parser.parse(source, vocabulary).statements
    guard case .expectation(_, _, let range) = try #require(statements.last) else {
      Issue.record("an expectation is expected")
      return
    }
    #expect(source.text(range) == "expect $a = 3 \"b\"")
  }

  @Test(arguments: [
    ("# Fait ceci\n#et cela\n\n# pas ceci\nnext", "Fait ceci\net cela"),
    ("#!/usr/bin/env constat\n# Fait ceci\nnext", "Fait ceci"),
    ("#!/usr/bin/env constat\n\n\n## Fait ceci\n#\n# et cela", "Fait ceci\n\net cela"),
    ("\n\n# Fait ceci\nnext", "Fait ceci"), ("next\n# non", ""), ("", ""), ("next # non", ""),
    ("# a\n#! b", "a\n! b"),
  ])
  func `may stand after a comment that tells what the script does`(text: String, comment: String)
    throws
  {
    #expect(try Parser.parse(Source(name: "essai", text: text), vocabulary).comment == comment)
  }
}

struct `A quoted text` {
  @Test(arguments: [
    ("\"a\"", "\"a\""), ("\"\"", "\"\""), ("\"a\nb\"", "\"a\nb\""),
    ("\"\\\"\\\\\\$x\\n\"", "\"\"\\$x\n\""), ("\"5 $ et 5$, $5\"", "\"5 $ et 5$, $5\""),
    ("\"$x\"", "\"${x}\""), ("\"$x.y.z.\"", "\"${x.y.z}.\""), ("\"$x.1\"", "\"${x}.1\""),
    ("\"$été_2-a\"", "\"${été_2}-a\""), ("\"${x}y\"", "\"${x}y\""),
    ("\"${x.y}.z\"", "\"${x.y}.z\""),
    ("\"l'été « vu » “x” # ; } )\"", "\"l'été « vu » “x” # ; } )\""),
  ])
  func `fills in names and keeps all else`(text: String, expected: String) throws {
    #expect(try shape("print \(text)") == "print \(expected)")
    #expect(try expression(text) == expected)
  }

  @Test(arguments: [
    ("print ⟦\"⟧a", ScriptError.Kind.unclosedText), ("print ⟦\"⟧a\\\"\nnext", .unclosedText),
    ("print ⟦\"⟧a\\", .unclosedText), ("print \"a⟦\\t⟧\"", .unknownEscape("t")),
    ("print \"⟦$(⟧finding list)\"", .substitutionInText), ("print \"${⟦ ⟧x }\"", .expectedName),
    ("print \"${x⟦ ⟧}\"", .unexpected(" ")), ("print \"⟦${⟧x", .unclosedText),
    ("print \"${⟦}⟧\"", .expectedName),
  ])
  func `is refused when it is not whole`(text: String, kind: ScriptError.Kind) throws {
    #expect(try fault(text) == kind)
  }
}

struct `A text typed so far` {
  @Test(arguments: [
    "if $x {", "if $x {\n next", "if $x { next } else {", "for x in (1,", "print (1\n, 2",
    "let x = $(finding list", "print \"a", "print \"a\nb", "finding add M1 \"a\\\"", "let x = \"a",
    "if $x { print \"a }", "let x = (\"a",
  ])
  func `goes on while a bracket or a quote is open`(text: String) {
    #expect(Parser.isIncomplete(text, vocabulary))
    #expect(Parser.isIncomplete(text + "\n", vocabulary))
  }

  @Test(arguments: [
    "", "next", "note (a", "note {", "note \"a", "note a \"b", "if $x { next }", "print \"a\"",
    "print (1; 2", "print (1 {", "let x =", "if $x", "print )", "print “a", "if $x { note a }\n}",
    "# {", "print \"\\x", "let x = $(search a)",
  ])
  func `is whole or wrong otherwise`(text: String) {
    #expect(!Parser.isIncomplete(text, vocabulary))
  }
}
