import Scripting
import Testing

struct `An expression` {
  @Test(arguments: [
    ("a or b and not c = d + e * f", "(a or (b and (not (c = (d + (e * f))))))"),
    ("(a or b) and c", "((a or b) and c)"), ("a - b - c", "((a - b) - c)"),
    ("a / b * c", "((a / b) * c)"), ("a and b and c", "(a and (b and c))"),
    ("not (a and b)", "(not (a and b))"), ("not a in (1,7)", "(not (a in [1,7]))"),
    ("a not in (1, 7)", "(a not in [1,7])"), ("a in(1,7)", "(a in [1,7])"),
    ("a in $b", "(a in $b)"), ("a is empty", "(a is empty)"),
    ("a is not empty", "(a is not empty)"),
    ("a=b", "(a = b)"), ("a!=b", "(a != b)"), ("a<=b", "(a <= b)"), ("a>=b", "(a >= b)"),
    ("a<b", "(a < b)"), ("a>b", "(a > b)"), ("a~\"b\"", "(a ~ \"b\")"), ("a =\"b\"", "(a = \"b\")"),
    ("M1-B4 = a/b", "(M1-B4 = a/b)"), ("a -1", nil), ("a - 1", "(a - 1)"), ("a! = b!", "(a! = b!)"),
    ("criterion.module = .module", "(criterion.module = .module)"), ("a = .b.c", "(a = .b.c)"),
    ("a = .5", "(a = .5)"), ("due < today+30d", "(due < today+30d)"),
    ("due < today + 30d", "(due < (today + 30d))"), ("-2m < +30d", "(-2m < +30d)"),
    ("l'été = d’hier", "(l'été = d’hier)"), ("a#b = c", "(a#b = c)"),
    ("count($x) + min($x, due)", "(count($x) + min($x, due))"), ("f()", "f()"), ("f (1)", nil),
    ("round(mean($x, n), 2)", "round(mean($x, n), 2)"), ("((a))", "a"),
    ("((a, b), c)", "[[a,b],c]"),
    ("$x.a.b >= 3", "($x.a.b >= 3)"), ("$(list).count = 0", "($(list).count = 0)"),
    ("a\n= b # fin\nand c", "((a = b) and c)"), ("  a  ", "a"),
  ])
  func `is read by falling precedence`(text: String, expected: String?) throws {
    #expect((try? expression(text)) == expected)
  }

  @Test(arguments: [
    ("a = 1,37 jours", "(a = 1,37 jours)"), ("a >= 93,1 %", "(a >= 93,1 %)"),
    ("a>=93,1%", "(a >= 93,1%)"), ("a = 5 jours ouvrés", "(a = 5 jours ouvrés)"),
    ("a in (1,7 j, 2,5\u{A0}h)", "(a in [1,7 j,2,5\u{A0}h])"), ("a in (1,7)", "(a in [1,7])"),
    ("a in (1,7,8 min)", "(a in [1,7,8 min])"), ("a = 12 min and b", "((a = 12 min) and b)"),
    ("a > 600 000", "(a > 600 000)"),
    ("a > 1\u{202F}600\u{202F}000 and b", "((a > 1\u{202F}600\u{202F}000) and b)"),
    ("a in (600 000,7)", "(a in [600 000,7])"), ("a = 600 000,5 %", "(a = 600 000,5 %)"),
    ("a = 600 000min", "(a = 600 000min)"), ("a = 6000 000", nil), ("a = 60 00", nil),
    ("a = 1.5 000", nil), ("12 min = a", "(12 min = a)"), ("a = 5 minutes", "(a = 5 minutes)"),
    ("a = 5 m", "(a = 5 m)"), ("a = 5 km", nil), ("a = 5 %b", nil),
  ])
  func `keeps numbers with spaces and commas whole`(text: String, expected: String?) throws {
    #expect((try? expression(text)) == expected)
  }

  @Test(arguments: [
    ("let x = a ⟦==⟧ b", ScriptError.Kind.doubleEquals), ("let x = a ⟦!⟧ b", .strayOperator("!")),
    ("let x = ⟦!⟧a", .strayOperator("!")), ("let x = a = b ⟦=⟧ c", .unexpected("=")),
    ("let x = a =⟦⟧", .expectedExpression), ("let x = a = ⟦<⟧ b", .unexpected("<")),
    ("let x = ⟦+⟧ 3", .unexpected("+")), ("let x = 3 +⟦⟧", .expectedExpression),
    ("let x = 3 -⟦⟧\nnext", .expectedExpression),
    ("let x = (a, ⟦)⟧", .expectedExpression), ("let x = (⟦)⟧", .expectedExpression),
    ("let x = (a,⟦,⟧ b)", .unexpected(",")),
    ("let x = ⟦(⟧a", .unclosedParenthesis), ("if ⟦(⟧a = b { next }", .unclosedParenthesis),
    ("let x = ⟦and⟧ b", .unexpected("and")), ("let x = not ⟦not⟧ b", .unexpected("not")),
    ("let x = a is ⟦b⟧", .unexpected("b")), ("let x = a is not⟦⟧", .expectedExpression),
    ("let x = ⟦empty⟧", .unexpected("empty")), ("let x = a = ⟦where⟧", .unexpected("where")),
    ("let x = ⟦a$b⟧", .dollarInWord("a$b")), ("let x = (⟦a$b⟧, c)", .dollarInWord("a$b")),
    ("let x = \"a\" ⟦\"b\"⟧", .unexpected("\"…\"")), ("let x = a ⟦$b⟧", .unexpected("$b")),
    ("let x = a ⟦$(list)⟧", .unexpected("$(…)")), ("let x = a ⟦(⟧b)", .unexpected("(")),
    ("let x = a⟦,⟧ b", .unexpected(",")), ("let x = 5 - ⟦-⟧ 3", .unexpected("-")),
  ])
  func `is refused when it is not whole`(text: String, kind: ScriptError.Kind) throws {
    #expect(try fault(text) == kind)
  }

  @Test(arguments: ["", "  ", "a b", "a )", "a; b", "a {", "(a", "$(note a"])
  func `that stands alone fills its text`(text: String) {
    #expect(throws: ScriptError.self) { try Parser.expression(text) }
  }

  @Test(arguments: [
    "a or b", "not a", "a + b * c", "f(a)", "(a, b)", "$x.y", "a in (b)", "a is empty",
  ])
  func `ranges over all of its words`(text: String) throws {
    #expect(try Parser.expression(" \(text) ").range == 1..<text.unicodeScalars.count + 1)
  }

  @Test func `with thousands of alternatives is no deeper than with a few`() throws {
    let text = (1...20_000).map { "id = A\($0)" }.joined(separator: " or ")
    let expression = try Parser.expression(text)
    #expect(expression.range.upperBound == text.utf8.count)
  }
}
