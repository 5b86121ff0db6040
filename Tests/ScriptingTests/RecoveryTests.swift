import Auditing
import Scripting
import Testing

/// The faults of a text, each as `line:column message`.
private func faults(_ text: String) -> [String] {
  let source = Source(name: "essai", text: text)
  let reading = Parser.read(source, vocabulary)
  return reading.faults.map { fault in
    let place = source.place(of: fault.range.lowerBound)
    return "\(place.line):\(place.column) \(fault.wording.en)"
  }
}

struct `Reading a file with faults` {
  @Test(arguments: [
    ("let x 3\nnext\nlet = 4\nlist", ["1:7 an = is expected here", "3:5 a name is expected here"]),
    ("let x 3; let = 4; next", ["1:7 an = is expected here", "1:14 a name is expected here"]),
    (
      "if $x == 1 {\n  let = 3\n  next\n}\nprint a = b",
      [
        "1:7 equality is written with a single =", "2:7 a name is expected here",
        "5:9 “=” has no place here",
      ]
    ),
    (
      "if $x {\n  print a = b\n} else if {\n  let y 3\n} else {\n  let = 3\n}",
      [
        "2:11 “=” has no place here", "3:11 a value is expected here", "4:9 an = is expected here",
        "6:7 a name is expected here",
      ]
    ),
    (
      "if $x\n  next\n}\nlet = 3",
      ["1:6 a block { … } is expected here", "4:5 a name is expected here"]
    ),
    ("next }\nlet = 3", ["1:6 “}” closes nothing", "2:5 a name is expected here"]),
    ("next )\nlet = 3", ["1:6 “)” closes nothing", "2:5 a name is expected here"]),
    (
      "print \"a\\d{\" b\nlet = 3",
      ["1:9 “\\d” means nothing in a text", "2:5 a name is expected here"]
    ),
    (
      "print \"$(x) {\"\nlet = 3",
      ["1:8 $( ) cannot stand in a text", "2:5 a name is expected here"]
    ),
    (
      "let = 3\nprint \"a\nnext\nlet = 4",
      ["1:5 a name is expected here", "2:7 this quote is never closed"]
    ),
    (
      "if 1 = 1 {\n  let = 3\n", ["2:7 a name is expected here", "1:10 this brace is never closed"]
    ),
    (
      "for x of $y { let = 3 }",
      ["1:7 the word in is expected here", "1:19 a name is expected here"]
    ),
    ("def f(a a) { return }", ["1:9 “a” is not expected here", "1:21 a value is expected here"]),
    (
      "print a$b # {\nlet = 3",
      ["1:7 there is a $ in the word “a$b”", "2:5 a name is expected here"]
    ),
  ])
  func `finds the next ones too`(_ text: String, _ expected: [String]) {
    #expect(faults(text) == expected)
  }

  @Test func `ends after twenty`() {
    #expect(faults(String(repeating: "let = 3\n", count: 100)).count == 20)
  }

  @Test func `finds what a name or value at fault would have made no second time`() {
    let text = """
      let x = 3 4
      for i of (1, 2) { print $i $x }
      def f(a b) { print $a $b }
      f 1 2 3
      let y = 3
      print $z
      """
    let source = Source(name: "essai", text: text)
    let found = Analyzer.faults(
      of: load(source, files: [:]), checks: .init { _, _, _ in [] }
    ).map { $0.lines(in: .en)[0] }
    #expect(
      found == [
        "essai:1:11: error: “4” is not expected here",
        "essai:2:7: error: the word in is expected here",
        "essai:3:9: error: “b” is not expected here", "essai:6:7: error: unknown variable: $z",
      ])
  }

  @Test func `gives the same script as reading that stops at a fault`() throws {
    let text = "param a text\nif $a { next } else { list }\ndef f() { return 3 }\nprint (f())"
    let source = Source(name: "essai", text: text)
    let reading = Parser.read(source, vocabulary)
    #expect(reading.faults.isEmpty)
    #expect(
      reading.script.statements.map(\.shape)
        == (try Parser.parse(source, vocabulary).statements.map(\.shape)))
  }
}
