import Chance
import Scripting
import Testing

struct `The grammar` {
  /// Good and bad examples of each production.
  private static let examples: [String: (good: [String], bad: [String])] = [
    "script": (["", "next", "next; list\n\n; next"], ["next }", "next )"]),
    "statement": (["let x = 1", "next", "if yes { next }"], ["{ next }", ")"]),
    "param": (["param a text", "param a site* = (b, c)"], ["param", "param a", "param a text b"]),
    "let": (["let a = 1 + 2"], ["let", "let a", "let a =", "let a == 1"]),
    "if": (
      ["if $a { next } else if $b { list } else { next }"],
      ["if $a", "if { next }", "else { next }"]
    ),
    "for": (["for a in (1, 2) { next }"], ["for a of $b { next }", "for a in $b"]),
    "def": (
      ["def f() {}", "def f(a, b) { return $a }"], ["def f {}", "def f(a a) {}", "def f()"]
    ),
    "return": (["def f() { return 1 }"], ["return 1", "def f() { return }"]),
    "expect": (["expect $a = 1", "expect $a = 1 \"un\""], ["expect", "expect $a \"b\" \"c\""]),
    "suppose": (["suppose { next }"], ["suppose", "suppose next"]),
    "source": (["source \"a b\"", "inclure a"], ["source", "source $a", "source a b"]),
    "block": (["if $a {}", "if $a {\n next\n}"], ["if $a { next", "if $a }"]),
    "command": (
      ["finding list", "note l'été, vu", "photo a.jpg vu --on b"],
      ["finding list limit 3 autre", "note \"a\" $(b)"]
    ),
    "option": (["list --a", "list --a=1,2 --b 3 , 4"], ["list --a=1,", "list --a 1 ,"]),
    "clause": (["list where a = b sort c limit 5"], ["list limit 5 limit 6", "list where"]),
    "where": (["list where a = 1 or b"], ["list where", "list where a = "]),
    "sort": (["list sort a desc, b.c"], ["list sort", "list sort a,", "list sort desc"]),
    "limit": (["list limit 5", "list limit $a"], ["list limit"]),
    "fields": (["list fields a, b"], ["list fields", "list fields a,"]),
    "group": (["list group a.b"], ["list group", "list group 1"]),
    "as": (["list as csv"], ["list as", "list as \"csv\""]),
    "to": (["list to \"a b\"", "list to a.csv"], ["list to"]),
    "expr": (["let x = 1 or 2 or 3"], ["let x = or 1", "let x = 1 or"]),
    "conj": (["let x = 1 and 2"], ["let x = and", "let x = 1 and"]),
    "cond": (
      ["let x = not 1 = 2", "let x = 1 not in (1, 2)", "let x = $a is not empty"],
      ["let x = 1 = 2 = 3", "let x = $a is 3", "let x = not not 1"]
    ),
    "comparison": (
      ["let x = 1=1", "let x = 1 != 2", "let x = a ~ b", "let x = 1<=2"],
      ["let x = 1 ! 2", "let x = 1 =< 2"]
    ),
    "sum": (["let x = 1 + 2 - 3"], ["let x = 1 +", "let x = + 1"]),
    "product": (["let x = 1 * 2 / 3"], ["let x = 1 *", "let x = * 1"]),
    "term": (
      ["let x = f(1, 2)", "let x = f()", "list where a = .b.c"], ["let x = f(", "let x = f(1,)"]
    ),
    "value": (
      ["print 1.10 \"a\" 93,1 % 2026-11-21 $a.b"],
      ["print $", "print \"a", "print a$b", "print «a»"]
    ),
    "list": (["print (1, (2, 3))"], ["print (1,", "print ()", "print (1"]),
    "capture": (["print $(list where a = 1).b.c"], ["print $(", "print $()", "print $(list"]),
  ]

  @Test func `has good and bad examples of every production, and of nothing else`() {
    #expect(Set(Self.examples.keys) == Set(Grammar.productions))
    #expect(Grammar.productions.count == Set(Grammar.productions).count)
    for (name, example) in Self.examples {
      #expect(!example.good.isEmpty && !example.bad.isEmpty, "\(name)")
    }
  }

  @Test(arguments: examples.keys.sorted())
  func `says what is read and what is refused`(_ name: String) throws {
    let example = try #require(Self.examples[name])
    for text in example.good {
      #expect(throws: Never.self, "\(text)") {
        try Parser.parse(Source(name: "essai", text: text), vocabulary)
      }
    }
    for text in example.bad {
      #expect(throws: ScriptError.self, "\(text)") {
        try Parser.parse(Source(name: "essai", text: text), vocabulary)
      }
    }
  }

  @Test func `defines every name that it uses`() {
    let words = Grammar.text.replacing(/"[^"]*"/, with: " ").split { !$0.isLetter }
    for word in words where word.first?.isLowercase == true {
      #expect(Grammar.productions.contains(String(word)), "\(word)")
    }
  }

  @Test func `reserves every keyword that it writes`() {
    let quoted = Grammar.text.matches(of: /"([a-z]+)"/).map { String($0.1) }
    let keywords = Set(quoted).subtracting(["source", "inclure"])
    #expect(keywords == Vocabulary.keywords)
  }
}

/// Makes random scripts by the productions of the grammar.
private struct ScriptMaker {
  var generator: SplitMix
  private var depth = 0

  init(seed: UInt64) { generator = SplitMix(seed) }

  private mutating func pick(_ items: [String]) -> String {
    items.randomElement(using: &generator) ?? ""
  }

  private mutating func chance(_ one: Int) -> Bool {
    Int.random(in: 0..<one, using: &generator) == 0
  }

  mutating func script(_ count: Int) -> String {
    (0..<count).map { _ in statement() }.joined(separator: "\n")
  }

  private mutating func statement() -> String {
    depth += 1
    defer { depth -= 1 }
    let kind = Int.random(in: 0..<(depth > 3 ? 4 : 10), using: &generator)
    switch kind {
    case 0: return "let \(name()) = \(expression())"
    case 1: return command()
    case 2: return "note l'été n° \(pick(["1", "2"])) vu -- puis"
    case 3: return "expect \(expression()) \"quoi\""
    case 4: return "if \(expression()) \(block()) else \(block())"
    case 5: return "for \(name()) in (\(expression()), \(expression())) \(block())"
    case 6: return "suppose \(block())"
    case 7 where depth == 1:
      return "def f\(Int.random(in: 0..<9, using: &generator))(a, b) { return \(expression()) }"
    case 8: return "print \(value()) \(value())"
    default: return command()
    }
  }

  private mutating func block() -> String {
    "{\n\(script(Int.random(in: 0...3, using: &generator)))\n}"
  }

  private mutating func name() -> String { pick(["x", "y", "été", "n_2"]) }

  private mutating func command() -> String {
    var text = pick(["list", "finding list", "next", "site show A"])
    if chance(2) { text += " --\(name()) \(value()), \(value())" }
    if chance(2) { text += " where \(pick(["a", "b.c"])) \(pick(["=", "~", "<="])) \(value())" }
    if chance(3) { text += " sort a desc, b" }
    if chance(3) { text += " limit \(pick(["5", "10"]))" }
    return text
  }

  private mutating func expression() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth > 6 { return value() }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return "\(expression()) \(pick(["and", "or"])) \(condition())"
    case 1: return "not \(value()) = \(value())"
    case 2: return "(\(expression())) \(pick(["+", "-", "*", "/"])) \(value())"
    case 3: return "\(value()) in (\(value()), \(value()))"
    case 4: return "count((\(expression()), \(value())))"
    case 5: return "\(value()) is not empty"
    default: return condition()
    }
  }

  private mutating func condition() -> String {
    "\(value()) \(pick(["=", "!=", "<", ">=", "~"])) \(value())"
  }

  private mutating func value() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth < 6, chance(8) { return "$(\(command()))" }
    return pick([
      "1", "1.10", "93,1 %", "\"a $x.y.\"", "$x", "$été.nom", "today+30d", "(a, 2)", "3 jours",
      "E19.1",
    ])
  }
}

struct `A script made by the grammar` {
  @Test func `is read, checked and run without a crash, whatever it holds`() {
    var maker = ScriptMaker(seed: 42)
    for _ in 0..<2000 {
      let text = maker.script(6)
      let source = Source(name: "essai", text: text)
      let reading = Parser.read(source, vocabulary)
      #expect(reading.faults.isEmpty, "\(text)\n\(reading.faults)")
      let script = LoadedScript(reading.script, source)
      let faults = Analyzer.faults(of: script, checks: .init { _, _, _ in [] })
      for fault in faults { #expect(fault.range.upperBound <= source.scalars.count) }
      if faults.isEmpty {
        var interpreter = Interpreter(Recorder(), source: source)
        try? interpreter.run(script)
      }
    }
  }

  @Test func `takes time in proportion to its length`() {
    var maker = ScriptMaker(seed: 7)
    let piece = maker.script(200)
    func time(_ count: Int) -> Duration {
      let text = Array(repeating: piece, count: count).joined(separator: "\n")
      let source = Source(name: "essai", text: text)
      return ProcessorTime.least {
        let script = LoadedScript(Parser.read(source, vocabulary).script, source)
        _ = Analyzer.faults(of: script, checks: .init { _, _, _ in [] })
      }
    }
    let (short, long) = (time(2), time(32))
    // Sixteen times the text: were it quadratic, 256 times the time.
    #expect(long < short * 64, "\(short) \(long)")
  }
}
