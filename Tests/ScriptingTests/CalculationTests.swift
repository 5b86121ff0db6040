import Auditing
import Scripting
import Testing

struct `A calculation` {
  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 - 2 - 1", "4"), ("1 / 3", "0.333333333"),
    ("0.1 + 0.2", "0.3"),
    ("1,5 h + 30 min", "120 min"), ("1 d - 1 h", "23 h"), ("2 * 5 %", "10 %"),
    ("10 min / 4", "2.5 min"),
    ("1 h / 30 min", "2"), ("10 % / 5 %", "2"), ("3 m + 2 m", "5 m"), ("600 000 + 1", "600001"),
    ("today + 30d", "2026-12-21"), ("today - 1 m", "2026-10-21"),
    ("2026-01-31 + 1 m", "2026-02-28"),
    ("today - 2026-11-01", "20 d"), ("tomorrow - yesterday", "2 d"), ("+5d + 3d", "8 d"),
    ("-5 + 2", "-3"),
    ("\"5\" + 1", "6"),
  ])
  func `is exact`(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    ("1 + 5 d", ScriptError.Kind.incomparable("1", "5 d")),
    ("1 m + 1 d", .incomparable("1 m", "1 d")),
    ("5 % * 5 %", .incomparable("5 %", "5 %")), ("5 / 2 h", .incomparable("5", "2 h")),
    ("1 / 0", .divisionByZero),
    ("1 min / 0 h", .divisionByZero), ("a + 1", .notANumber("a")), ("1 + a", .notANumber("a")),
    ("today + 5 min", .incomparable("2026-11-21", "5 min")),
    ("today + 1,5 d", .incomparable("2026-11-21", "1.5 d")),
    ("today + a", .notANumber("a")), ("today * 2", .notANumber("today")),
    ("today + 2 wd", .noWorkingDays),
    ("999999999999999999 + 1", .numberTooLarge), ("999999999999999999 * 10", .numberTooLarge),
    ("(1,2) + 1", .notANumber("1, 2")),
  ])
  func `that means nothing is a fault`(text: String, kind: ScriptError.Kind) {
    #expect(written(text) == "\(kind)")
  }
}

struct `A function` {
  @Test(arguments: [
    ("count((1,2,3))", "3"), ("sum((1, 2.5))", "3.5"), ("sum((1 h, 30 min))", "90 min"),
    ("min((3, 1, 2))", "1"),
    ("max((3 d, 1 w))", "1 w"), ("min((today, hier))", "hier"), ("mean((1, 2, 4))", "2.333333333"),
    ("mean((1 h, 2 h))", "1.5 h"),
    ("round(2.345, 2)", "2.35"), ("round(2.5)", "3"), ("round(-2.5)", "-3"),
    ("round(93.14 %, 1)", "93.1 %"),
    ("days(2026-11-01, today)", "20 d"), ("days(today, hier)", "-1 d"),
    ("range(1, 4)", "1, 2, 3, 4"), ("range(3, 2)", ""),
    ("text(1.10)", "1.10"), ("number(\"93,1 %\")", "93.1"), ("number(1,5 h)", "1.5"),
    ("count(range(1, 1000))", "1000"),
    ("sum(range(1, 0))", "0"), ("mean(range(1, 0))", ""), ("max(range(1, 0))", ""),
  ])
  func `gives its value`(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    (
      "cuont((1,2))",
      ScriptError.Kind.unknownFunction(
        "cuont",
        known: [
          "count", "days", "max", "mean", "min", "number", "range", "round", "sum", "text",
          "workdays",
        ], suggestion: "count")
    ),
    ("days(today)", .argumentCount("days", expected: 2...2, found: 1)),
    ("text()", .argumentCount("text", expected: 1...1, found: 0)),
    ("max(1, 2, 3)", .argumentCount("max", expected: 1...2, found: 3)), ("sum(3)", .notAList("3")),
    ("max(3, 5)", .notAList("3")),
    ("sum((a, 1))", .notANumber("a")), ("sum((1 h, 1 m))", .incomparable("1 h", "1 m")),
    ("max((1 h, 1 m))", .incomparable("1 m", "1 h")),
    ("days(a, today)", .notADate("a")), ("round(a)", .notANumber("a")),
    ("range(1.5, 3)", .notANumber("1.5")),
    ("range(1, 1000001)", .rangeTooLong(limit: 1_000_000)),
    ("range(-999999999999999999, 999999999999999999)", .rangeTooLong(limit: 1_000_000)),
    ("workdays(today, tomorrow)", .noWorkingDays), ("count(.x)", .fieldOutsideFilter("x")),
  ])
  func `refuses what it cannot take`(text: String, kind: ScriptError.Kind) {
    #expect(written(text) == "\(kind)")
  }

  @Test(arguments: [
    ("workdays(2026-11-20, 2026-11-24)", "2 wd"), ("workdays(2026-11-24, 2026-11-20)", "-2 wd"),
    ("today + 1 wd", "2026-11-23"),
    ("today - 1wd", "2026-11-20"), ("2026-11-20 + 10 wd", "2026-12-04"),
    ("today+5jo = 2026-11-27", "yes"), ("+1wd = 2026-11-16", "yes"),
  ])
  func `counts working days where a calendar is known`(text: String, expected: String) {
    let origin = DateOrigin(
      today: origin.today, audit: origin.audit, isWorkingDay: { $0.weekday <= 5 })
    #expect(written(text, origin: origin) == expected)
  }

  @Test func `of a list takes the field of each record that has one`() throws {
    let records = [3, nil, 5].enumerated().map { index, n in
      Value.record(
        RecordValue(
          noun: "measure", id: "\(index)",
          fields: [("n", n.map { .number(DecimalNumber($0)) } ?? .nothing)]))
    }
    func total(_ text: String) throws -> String {
      var memory = Memory()
      memory.scope.fix("list", .list(records))
      var interpreter = Interpreter(
        Recorder(), memory: memory, source: Source(name: "essai", text: text))
      return try interpreter.evaluate(Parser.expression(text)).written
    }
    #expect(try total("sum($list, n)") == "8")
    #expect(try total("mean($list, n)") == "4")
    #expect(try total("max($list, n)") == "5")
    #expect(try total("count($list, n)") == "2")
    #expect(try total("count($list)") == "3")
    #expect(try total("sum($list.n)") == "8")
    #expect(try total("mean($list.n)") == "4")
    #expect(try total("$list.count") == "3")
  }
}
