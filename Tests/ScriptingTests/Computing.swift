import Auditing
import Scripting
import Testing

/// Computes an expression without variables.
func value(_ text: String, origin: DateOrigin = origin) throws -> Value {
  var interpreter = Interpreter(Recorder(dates: origin), source: Source(name: "essai", text: text))
  return try interpreter.evaluate(try Parser.expression(text))
}

/// The value as written, or the fault.
func written(_ text: String, origin: DateOrigin = origin) -> String {
  do {
    return try value(text, origin: origin).written
  } catch let error as ScriptError {
    return "\(error.kind)"
  } catch {
    return "\(error)"
  }
}

/// A finding with a field of every kind.
let finding = RecordValue(
  noun: "finding", id: "F12",
  fields: [
    ("id", .word("F12")),
    (
      "criterion",
      .record(
        RecordValue(
          noun: "criterion", id: "1.10",
          fields: [
            ("id", .word("1.10")), ("module", .word("Accueil")), ("mandatory", .boolean(true)),
          ]))
    ),
    ("ref", .word("1.10")), ("text", .text("Délai non affiché à l’accueil")),
    ("severity", .choice("minor", among: ["observation", "minor", "major"])),
    ("due", .date(CalendarDate(dayNumber: 20_780))), ("closed", .nothing),
    ("delay", .quantity(Quantity(DecimalNumber(3), .day))), ("n", .number(DecimalNumber(4))),
    ("months", .quantity(Quantity(DecimalNumber(3), .month))), ("mandatory", .boolean(true)),
    ("evidence", .list([.word("P3"), .word("P4")])), ("none", .list([])),
    ("at", .word("2026-11-20T14:03:00Z")), ("name", .text("Digne")), ("period", .word("2026-T3")),
  ])

/// Whether a filter keeps the finding, or its fault.
func keeps(_ text: String) -> String {
  let runner = Recorder(dates: origin)
  do {
    let source = Source(name: "essai", text: "list where \(text)")
    var interpreter = Interpreter(runner, source: source)
    try interpreter.run(Parser.parse(source, vocabulary))
    let filter = try #require(interpreter.runner.invocations.first?.filter)
    return try Evaluator(origin: origin).isTrue(filter, of: finding) ? "yes" : "no"
  } catch let error as ScriptError {
    return "\(error.kind)"
  } catch {
    return "\(error)"
  }
}
