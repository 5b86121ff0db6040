import Scripting
import Testing

struct `A free text` {
  @Test(arguments: [
    ("ok", "ok"),
    (
      "note Délai d'attente (hall), 12 min; « bien » “vu” l’été",
      "note «Délai d'attente (hall), 12 min; « bien » “vu” l’été»"
    ),
    ("note 1#3 à 50 % = x", "note «1#3 à 50 % = x»"),
    ("note    deux  espaces   ", "note «deux  espaces»"),
    ("note a\u{A0}b\u{202F}! \u{A0}", "note «a\u{A0}b\u{202F}!»"),
    ("note un -- puis deux", "note «un -- puis deux»"),
    ("note -- puis --", "note «-- puis --»"),
    ("note un--deux", "note «un--deux»"),
    ("note coût 5 $ et 5$", "note «coût 5 $ et 5$»"),
    ("note un; deux", "note «un; deux»"),
    ("note ok (ok)", "note «ok (ok)»"),
    ("note {x}", "note «{x}»"),
    ("NOTE vu", "NOTE «vu»"),
  ])
  func `is kept letter for letter to the end of the line`(text: String, expected: String) throws {
    #expect(try shape(text) == expected)
    #expect(try shape(text, isPrompt: true) == expected)
  }

  @Test(arguments: [
    ("ncmin délai non affiché --due +60d", "ncmin --due[+60d] «délai non affiché»"),
    ("ncmin délai\u{A0}--due +60d", "ncmin --due[+60d] «délai»"),
    ("ncmin délai --deu +60d", "ncmin --deu[+60d] «délai»"),
    ("ncmin délai -- non --due=+60d --once", "ncmin --due=[+60d] --once[] «délai -- non»"),
    ("ok --on M1-B4 --site A", "ok --on[M1-B4] --site[A]"),
    ("ok vu --évidence P3, P4", "ok --évidence[P3,P4] «vu»"),
  ])
  func `ends before an option, known or not`(text: String, expected: String) throws {
    #expect(try shape(text) == expected)
  }

  @Test(arguments: [
    ("ok; next", ["ok", "next"]), ("ok;next", ["ok", "next"]), ("ok # vu", ["ok"]),
    ("ok #vu", ["ok"]), ("if $x { ok }", ["if $x {ok}"]), ("if $x {ok}", ["if $x {ok}"]),
    ("ok \"a\" ; next", ["ok «a»", "next"]), ("ok \"a\" # vu", ["ok «a»"]),
    ("if $x { ok \"a\" }", ["if $x {ok «a»}"]),
    ("ok vu\nnext", ["ok «vu»", "next"]),
  ])
  func `cannot begin with a mark that ends a command`(text: String, expected: [String]) throws {
    #expect(try shapes(text) == expected)
  }

  @Test(arguments: [
    ("note \"Délai de $n jours\"", "note «Délai de ${n} jours»"),
    ("note \"a\nb\" --due +1d", "note --due[+1d] «a\nb»"),
    ("note \"a\\\"b\\\\\\$\"", "note «a\"b\\$»"),
    ("note \"\"", "note «»"),
    ("note \"Ouvert\" est écrit", "note «\"Ouvert\" est écrit»"),
    ("note \"Ouvert\"--due", "note «\"Ouvert\"--due»"),
    ("note \"Ouvert\" -- non", "note «\"Ouvert\" -- non»"),
    ("note \"jamais refermé", "note «\"jamais refermé»"),
    ("note \"a\" et \"b\"", "note «\"a\" et \"b\"»"),
    ("note le \"a\"", "note «le \"a\"»"),
    ("note «\u{A0}Ouvert\u{A0}»", "note ««\u{A0}Ouvert\u{A0}»»"),
  ])
  func `is a quoted text only when the quotes hold all of it`(text: String, expected: String)
    throws
  {
    #expect(try shape(text) == expected)
  }

  @Test func `reports a fault of a quoted text and does not keep it as typed`() throws {
    #expect(try fault("note \"voir ⟦$(⟧x)\"", isPrompt: true) == .substitutionInText)
    #expect(try fault("note \"voir ⟦\\x⟧\" --due +1d") == .unknownEscape("x"))
  }

  @Test(arguments: [
    ("note ⟦le $nom⟧", "\"le \\$nom\"", "\"le $nom\""),
    ("note ⟦le ${nom}⟧", "\"le \\${nom}\"", "\"le ${nom}\""),
    ("note ⟦le $(x)⟧", "\"le \\$(x)\"", nil),
    ("note ⟦vu # à revoir⟧", "\"vu # à revoir\"", "\"vu\" # à revoir"),
    ("note ⟦vu; next⟧", "\"vu; next\"", "\"vu\"; next"),
    ("note ⟦vu ;Constat x⟧", "\"vu ;Constat x\"", "\"vu\";Constat x"),
    ("note ⟦vu; if⟧", "\"vu; if\"", "\"vu\"; if"),
    ("if $x { note ⟦vu }⟧", "\"vu }\"", "\"vu\" }"),
    ("if $x { note ⟦vu } else { next }⟧", "\"vu } else { next }\"", "\"vu } else { next\" }"),
    ("note ⟦le \"$a\" x⟧", "\"le \\\"\\$a\\\" x\"", "\"le \\\"$a\\\" x\""),
  ])
  func `in a file shows both things it could mean`(
    text: String, quoted: String, other: String?
  ) throws {
    #expect(try fault(text) == .ambiguousText(quoted: quoted, other: other))
  }

  @Test func `that ends with a brace outside a block has one meaning`() throws {
    #expect(try shape("note le code {x}") == "note «le code {x}»")
    #expect(try shapes("if $x {\n note {x} vu\n}") == ["if $x {note «{x} vu»}"])
  }

  @Test(arguments: [
    "le $nom", "voir $(x)", "vu # à revoir", "vu; next", "vu }", "\"Ouvert\" est écrit",
  ])
  func `at the prompt is what was typed`(text: String) throws {
    #expect(try shape("note \(text)", isPrompt: true) == "note «\(text)»")
  }

  @Test(arguments: [true, false])
  func `leaves the parenthesis of a captured command closed`(isPrompt: Bool) throws {
    #expect(
      try fault("let x = $(search ⟦délai (hall)).count⟧", isPrompt: isPrompt)
        == .ambiguousText(quoted: "\"délai (hall)).count\"", other: "\"délai (hall\")).count"))
    #expect(
      try shape("let x = $(search \"délai\").count", isPrompt: isPrompt)
        == "let x = $(search «délai»).count")
  }

  @Test(arguments: [
    ("photo IMG_1.jpg le hall, vu", "photo IMG_1.jpg «le hall, vu»"),
    ("photo \"a b.jpg\"", "photo \"a b.jpg\""),
    ("value 12min mesuré (2 fois)", "value 12min «mesuré (2 fois)»"),
    ("value 1,37 jours ouvrés mesuré", "value 1,37 jours ouvrés «mesuré»"),
    ("value 93,1\u{A0}% vu", "value 93,1\u{A0}% «vu»"),
    ("value 600 000 appels", "value 600 000 «appels»"),
    ("value 6,4", "value 6,4"),
    ("value $x vu", "value $x «vu»"),
    ("value --n 3", "value --n[3]"),
    ("mock ask P1 Où est l'affiche ? --by A", "mock ask P1 --by[A] «Où est l'affiche ?»"),
    ("Mock ASK P1 l'affiche", "Mock ASK P1 «l'affiche»"),
    ("mock start vu", "mock start vu"),
  ])
  func `follows the values that stand before it`(text: String, expected: String) throws {
    #expect(try shape(text) == expected)
  }

  @Test(arguments: [
    ("note Délai", true), ("note Délai ", true), ("note ", true), ("next; note \"a", true),
    ("photo a.jpg vu", true), ("if $x { note vu", true), ("note", false),
    ("note a --due", false), ("note a --due 3 ", false), ("note a; next", true), ("photo a", false),
    ("print a", false), ("note a\nnext", false), ("", false), ("let x = (", false),
  ])
  func `is known while it is typed`(text: String, isFree: Bool) {
    #expect(Parser.isInFreeText(text, vocabulary) == isFree)
  }

  @Test func `at the prompt has the line breaks that were pasted into it`() throws {
    #expect(try shape("note a\u{2028}b --due 3", isPrompt: true) == "note --due[3] «a\nb»")
    #expect(try shape("note a\u{2028}b") == "note «a\u{2028}b»")
  }

  @Test(arguments: [
    "", "a", "l'été", "\"", "\\", "$x ${y} $(z)", "a\nb", "\"\u{302}", "# ; } { (", "« »",
  ])
  func `reads back what quoting writes`(text: String) throws {
    let quoted = Parser.quoted(text)
    #expect(try shape("note \(quoted)") == "note «\(text)»")
    #expect(try shape("print \(quoted)") == "print \"\(text)\"")
  }
}
