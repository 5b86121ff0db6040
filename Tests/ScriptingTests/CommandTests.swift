import Scripting
import Testing

struct `A command` {
  @Test(arguments: [
    (
      "finding add M1-B4 \"Délai non affiché\" --grade ncmin --evidence P3 --due +60d",
      "finding add M1-B4 \"Délai non affiché\" --grade[ncmin] --evidence[P3] --due[+60d]"
    ),
    ("site add l'accueil d’été", "site add l'accueil d’été"),
    (
      "print 1.10 01 2026-001 E19.1 v=3 a+b a#b a\"b\" <x> 50%",
      "print 1.10 01 2026-001 E19.1 v=3 a+b a#b a\"b\" <x> 50%"
    ),
    ("print\u{A0}a\u{202F}b\tc\r\nnext", "print a b c"),
    ("print https://x.fr/?a=b&c=~d -1 --5 -x", "print https://x.fr/?a=b&c=~d -1 --5 -x"),
    ("print 12,5 1,7,3", "print 12,5 1,7,3"),
    ("print $x.name $a.b.c", "print $x.name $a.b.c"),
    ("print (1,7) (a, \"b\") ($x + 1)", "print [1,7] [a,\"b\"] [($x + 1)]"),
    (
      "print $(finding list where grade = ncmaj).count",
      "print $(finding list {where (grade = ncmaj)}).count"
    ),
    ("< ; > ; print", "<"),
    ("É l'été", "É l'été"),
  ])
  func `keeps the spelling of its words`(text: String, expected: String) throws {
    #expect(try shapes(text).first == expected)
  }

  @Test(arguments: [
    ("audit scope a --modules 1,7", "audit scope a --modules[1,7]"),
    ("audit scope a --modules 1, 7", "audit scope a --modules[1,7]"),
    ("audit scope a --evidence P3,P4 , P5", "audit scope a --evidence[P3,P4,P5]"),
    ("audit scope --a=1 --b= --c d", "audit scope --a=[1] --b=[] --c[d]"),
    ("audit scope --a --b where x", "audit scope --a[] --b[] {where x}"),
    ("audit scope --a \"x, y\",z", "audit scope --a[\"x, y\",z]"),
    ("audit scope --a=--b", "audit scope --a=[--b]"),
    ("audit scope --a $x --b ($x, 2) --hand-in-2", "audit scope --a[$x] --b[[$x,2]] --hand-in-2[]"),
    ("audit scope --a; next", "audit scope --a[]"),
    ("audit scope --for 60 jours --limit 5 min", "audit scope --for[60 jours] --limit[5 min]"),
    ("audit scope --n 1\u{202F}200 x", "audit scope --n[1\u{202F}200] x"),
    ("audit scope --n 1 200 x", "audit scope --n[1] 200 x"),
  ])
  func `gives options their values`(text: String, expected: String) throws {
    #expect(try shapes(text).first == expected)
  }

  @Test func `tells a list by the word that holds its commas`() throws {
    let statements = try Parser.parse(
      Source(name: "essai", text: "audit scope --modules 1,7,A"), vocabulary
    ).statements
    guard case .command(let command) = try #require(statements.first),
      case .option(_, let values, _) = command.arguments[1]
    else {
      Issue.record("an option is expected")
      return
    }
    #expect(values.map(\.value.shape) == ["1,7", "A"])
  }

  @Test(arguments: [
    (
      "finding list where status = open and severity >= minor sort due desc, id limit 5",
      "finding list {where ((status = open) and (severity >= minor))} {sort due desc,id} {limit 5}"
    ),
    (
      "finding list fields id, criterion.module,due group site as csv to \"a b.csv\"",
      "finding list {fields id,criterion.module,due} {group site} {as csv} {to \"a b.csv\"}"
    ),
    ("list as json", "list {as json}"), ("list to x.csv --yes", "list --yes[] {to x.csv}"),
    (
      "finding list where text ~ \"a where b\" limit $n",
      "finding list {where (text ~ \"a where b\")} {limit $n}"
    ),
    ("finding list sort due where x --audit all", "finding list --audit[all] {sort due} {where x}"),
    (
      "finding list where due < today sort due; next",
      "finding list {where (due < today)} {sort due}"
    ),
  ])
  func `takes clauses in any order`(text: String, expected: String) throws {
    #expect(try shapes(text).first == expected)
  }

  @Test(arguments: [
    ("finding list where x ⟦where⟧ y", ScriptError.Kind.repeatedClause("where")),
    ("finding list limit 5 ⟦6⟧", .unexpected("6")),
    ("finding list where⟦⟧", .expectedExpression),
    ("next\nfinding list where  ⟦⟧\nnext", .expectedExpression),
    ("finding list sort⟦⟧", .expectedName), ("finding list sort due, ⟦⟧", .expectedName),
    ("finding list sort ⟦limit⟧ 5", .expectedName),
    ("finding list fields ⟦\"id\"⟧", .expectedName),
    ("finding list as⟦⟧", .expectedName), ("finding list limit ⟦#⟧ x", .expectedExpression),
    ("finding list to ⟦;⟧ next", .expectedExpression),
  ])
  func `refuses a clause that is not whole`(text: String, kind: ScriptError.Kind) throws {
    #expect(try fault(text) == kind)
  }

  @Test(arguments: [
    ("print a⟦,⟧ b", ScriptError.Kind.unexpected(",")),
    ("print a ⟦{⟧ b }", .unexpected("{")),
    ("print \"a\"⟦b⟧ c", .unexpected("b")), ("print \"a\"⟦\"b\"⟧", .unexpected("\"b\"")),
    ("print $a⟦$b⟧", .unexpected("$b")), ("print $a⟦-b⟧", .unexpected("-b")),
    ("print (1)⟦x⟧", .unexpected("x")), ("print --a⟦\"x\"⟧", .unexpected("\"x\"")),
    ("print (⟦⟧)", .expectedExpression), ("print ⟦(⟧1, 2", .unclosedParenthesis),
    ("print ⟦(⟧1; 2)", .unclosedParenthesis), ("print ⟦$(⟧finding list", .unclosedParenthesis),
    ("print $(finding list⟦;⟧ next)", .unexpected(";")),
    ("print 1⟦)⟧", .unopened(")")), ("print 1 ⟦}⟧ x", .unopened("}")),
    ("⟦(abc)⟧ d", .unexpected("(abc)")), ("⟦{⟧ next }", .unexpected("{")),
    ("⟦$x⟧ a", .unexpected("$x")),
    ("print ⟦=⟧ 3", .strayOperator("=")), ("print a ⟦+⟧ b", .strayOperator("+")),
    ("print --a ⟦>=⟧ b", .strayOperator(">=")),
    ("print ⟦prix$x⟧ b", .dollarInWord("prix$x")), ("print ⟦a$x.b⟧, c", .dollarInWord("a$x.b")),
    ("print ⟦$⟧5", .strayCharacter("$")), ("print ⟦$⟧{x}", .strayCharacter("$")),
  ])
  func `refuses what is not what it looks like`(text: String, kind: ScriptError.Kind) throws {
    #expect(try fault(text) == kind)
  }

  @Test(arguments: [
    ("finding add ⟦“⟧Délai « x » vu” b", "finding add \"Délai « x » vu\" b"),
    ("finding add ⟦«⟧\u{A0}Délai\u{A0}» \"b “c”\"", "finding add \"Délai\" \"b “c”\""),
    ("finding add ⟦«⟧ Il dit \"oui\" » c", "finding add \"Il dit \\\"oui\\\"\" c"),
    ("finding add M1 ⟦”⟧Délai” «x»", "finding add M1 \"Délai\" \"x\""),
    ("let x = ⟦“⟧a", "let x = \"a\""),
    ("finding list where a = ⟦«⟧b»", "finding list where a = \"b\""),
    ("photo ⟦«⟧a» vu", "photo \"a\" vu"),
  ])
  func `shows a line with typographic quotes with straight ones`(text: String, line: String)
    throws
  {
    #expect(try fault(text) == .typographicQuote(line: line))
  }

  @Test(arguments: [
    ("photo '/home/a b/l'\\''été.jpg' le hall", "photo \"/home/a b/l'été.jpg\" «le hall»"),
    (
      "photo /home/a\\ b/l\\'été\\ \\(1\\).jpg le hall",
      "photo \"/home/a b/l'été (1).jpg\" «le hall»"
    ),
    ("photo ~/a\\ b.jpg", "photo \"~/a b.jpg\""),
    ("photo /home/a.jpg vu", "photo /home/a.jpg «vu»"),
    ("print 'été' l'été '/jamais refermé", "print 'été' l'été '/jamais refermé"),
    ("print a\\b C:\\x", "print a\\b C:\\x"),
  ])
  func `reads the path of a file dropped on the terminal`(text: String, expected: String) throws {
    #expect(try shape(text) == expected)
  }

  @Test(arguments: [
    ("  finding add a --b c   # fin", "finding add a --b c"), ("ok l'été  ", "ok l'été"),
    ("print $(list  )  ", "print $(list  )"),
  ])
  func `ranges from its first word to its last`(text: String, expected: String) throws {
    let source = Source(name: "essai", text: text)
    let statement = try #require(try Parser.parse(source, vocabulary).statements.first)
    guard case .command(let command) = statement else {
      Issue.record("a command is expected")
      return
    }
    #expect(source.text(command.range) == expected)
  }
}
