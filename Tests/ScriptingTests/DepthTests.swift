import Auditing
import Scripting
import Testing

/// A text that repeats a piece many times.
struct Repeated: CustomTestStringConvertible {
  let text: String
  let testDescription: String

  init(_ start: String = "", _ piece: String, _ count: Int, _ end: String = "", _ last: String = "")
  {
    text =
      start + String(repeating: piece, count: count) + end + String(repeating: last, count: count)
    testDescription = "\(start)\(piece)… \(count) times"
  }
}

struct `Depth` {
  @Test(arguments: [
    Repeated("let x = ", "(", 100_000), Repeated("print ", "(", 100_000),
    Repeated("", "if $x { ", 100_000), Repeated("let x = ", "$(print ", 100_000),
    Repeated("let x = ", "f(", 100_000), Repeated("let x = 1", " + 1", 100_000),
    Repeated("let x = 1", " * 1", 100_000), Repeated("let x = ", "$(list where ", 100_000),
    Repeated("print ", "(1 + $(print ", 50_000),
  ])
  func `beyond the limit is refused and exhausts no stack`(repeated: Repeated) {
    let source = Source(name: "essai", text: repeated.text)
    let error = #expect(throws: ScriptError.self) { try Parser.parse(source, vocabulary) }
    #expect(error?.kind == .tooDeep(limit: 200))
    #expect(!Parser.isIncomplete(repeated.text, vocabulary))
  }

  @Test(arguments: [
    Repeated("let x = ", "(", 190, "1", ")"), Repeated("", "if $x { ", 190, "next", " }"),
    Repeated("let x = ", "$(print ", 190, "", ")"), Repeated("let x = 1", " + 1", 190),
    Repeated("print ", "$(print (1 + ", 60, "1", "))"),
  ])
  func `below the limit is read`(repeated: Repeated) {
    #expect(throws: Never.self) {
      try Parser.parse(Source(name: "essai", text: repeated.text), vocabulary)
    }
  }

  @Test func `counts a long calculation within another`() throws {
    let sum = "1" + String(repeating: " + 1", count: 150)
    #expect(throws: Never.self) { try Parser.expression("(\(sum)) = (\(sum))") }
    #expect(throws: ScriptError.self) {
      try Parser.expression("(\(sum))" + String(repeating: " + 1", count: 150))
    }
    let captured = "$(list where a = \(sum))"
    #expect(throws: ScriptError.self) {
      try Parser.expression(captured + String(repeating: " + 1", count: 150))
    }
  }

  @Test func `at the limit is computed`() throws {
    let text = String(repeating: "(1 + ", count: 190) + "1" + String(repeating: ")", count: 190)
    var interpreter = Interpreter(Recorder(), source: Source(name: "essai", text: text))
    #expect(try interpreter.evaluate(Parser.expression(text)).written == "191")
  }

  @Test func `of a chain of alternatives does not grow with it`() throws {
    let text = (1...20_000).map { "a = \($0)" }.joined(separator: " or ")
    let expression = try Parser.expression(text)
    #expect(expression.range == 0..<text.utf8.count)
    var interpreter = Interpreter(Recorder(), source: Source(name: "essai", text: text))
    #expect(try interpreter.evaluate(expression).written == "no")
  }

  @Test(arguments: [
    "not ", "- ", "} ", ") ", ", ", "= ", "\"", "$", "{", "else ", "-- ", "« ", "1 ", "000 ", "'/ ",
    "#",
  ])
  func `of anything repeated is an answer with a place`(piece: String) {
    for start in ["", "let x = ", "print ", "note ", "list where ", "if $x {"] {
      let source = Source(name: "essai", text: Repeated(start, piece, 5000).text)
      do {
        _ = try Parser.parse(source, vocabulary)
      } catch {
        #expect(error.range.upperBound <= source.scalars.count)
        #expect(!Diagnostic(error, in: source).lines(in: .fr)[0].isEmpty)
      }
    }
  }
}
