import Auditing
import Scripting
import Testing

struct `An order` {
  @Test(arguments: [
    ["1 h", "61 min", "2", "10", "9 %", "10 %"], ["A2", "A10", "B1"], ["1.10", "1.9"],
  ])
  func `of words sorts numbers as numbers`(words: [String]) {
    let evaluator = Evaluator(origin: origin)
    let sorted = words.shuffled().map(Value.word).sorted { evaluator.isBefore($0, $1) }
    #expect(sorted.map(\.written) == words)
  }

  @Test func `of names sorts the digits in them`() {
    let evaluator = Evaluator(origin: origin)
    let names = ["01", "1.9", "1.10", "2", "F2.7c3", "F12", "M1-B4", "M1-B10"]
    let sorted = names.reversed().map(Value.name).sorted { evaluator.isBefore($0, $1) }
    #expect(sorted.map(\.written) == names)
  }

  @Test func `puts what is empty last and orders the words of a list as it does`() {
    let evaluator = Evaluator(origin: origin)
    let among = ["observation", "minor", "major"]
    let values: [Value] = [
      .choice("major", among: among), .nothing, .choice("minor", among: among),
      .choice("observation", among: among),
    ]
    let sorted = values.sorted { evaluator.isBefore($0, $1) }
    #expect(sorted.map(\.written) == ["observation", "minor", "major", ""])
    #expect(evaluator.isBefore(.boolean(false), .boolean(true)))
    #expect(!evaluator.isBefore(.nothing, .nothing))
  }
}

struct `A value` {
  @Test(arguments: [
    (Value.word("1.10"), "1.10", "text"), (.text("a"), "a", "text"), (.name("F1"), "F1", "text"),
    (.number(DecimalNumber(significand: 137, scale: 2)), "1.37", "number"),
    (.quantity(Quantity(DecimalNumber(12), .minute)), "12 min", "quantity"),
    (.date(today), "2026-11-21", "date"),
    (.boolean(true), "yes", "boolean"), (.boolean(false), "no", "boolean"),
    (.list([.word("a"), .word("b")]), "a, b", "list"),
    (.record(finding), "F12", "finding"), (.nothing, "", "nothing"),
  ])
  func `is written as the language writes it`(value: Value, written: String, kind: String) {
    #expect(value.written == written)
    #expect(value.kind == kind)
  }
}
