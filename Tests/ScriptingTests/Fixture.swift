import Auditing
import Scripting
import Testing

/// The words of the tests' own small language.
let vocabulary = Vocabulary(
  firstWords: [
    "finding", "constat", "site", "print", "audit", "ok", "na", "note", "photo", "value", "ncmin",
    "search", "mock", "next", "list",
  ],
  freeWords: ["ok": 0, "na": 0, "note": 0, "photo": 1, "value": 1, "ncmin": 0, "search": 0],
  freePairs: ["mock ask": 1])

/// The shape of a script in a file, statement by statement.
func shapes(_ text: String, isPrompt: Bool = false) throws -> [String] {
  let source = Source(name: "essai", text: text, isPrompt: isPrompt)
  return try Parser.parse(source, vocabulary).statements.map(\.shape)
}

/// The shape of a script of one statement.
func shape(_ text: String, isPrompt: Bool = false) throws -> String {
  let shapes = try shapes(text, isPrompt: isPrompt)
  try #require(shapes.count == 1)
  return shapes[0]
}

/// The shape of an expression that stands alone.
func expression(_ text: String) throws -> String {
  try Parser.expression(text).shape
}

/// A text in which `⟦` and `⟧` mark the place where a fault is expected.
struct MarkedText: CustomTestStringConvertible {
  let text: String
  let range: Range<Int>?
  private let marked: String

  init(_ marked: String) {
    self.marked = marked
    var scalars = Array(marked.unicodeScalars)
    if let start = scalars.firstIndex(of: "⟦"), let end = scalars.firstIndex(of: "⟧") {
      range = start..<end - 1
      scalars.removeAll { $0 == "⟦" || $0 == "⟧" }
    } else {
      range = nil
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
  }

  var testDescription: String { marked }
}

/// The fault of a script that does not parse, which stands where the marks are.
func fault(
  _ marked: String, isPrompt: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) throws -> ScriptError.Kind {
  let marked = MarkedText(marked)
  let source = Source(name: "essai", text: marked.text, isPrompt: isPrompt)
  let error = try #require(throws: ScriptError.self, sourceLocation: sourceLocation) {
    try Parser.parse(source, vocabulary)
  }
  if let range = marked.range { #expect(error.range == range, sourceLocation: sourceLocation) }
  return error.kind
}

/// Reads a source and what it sources from texts by their names.
func load(_ source: Source, files: [String: String]) -> LoadedScript {
  LoadedScript.load(source, key: source.name) { source in
    Parser.read(source, vocabulary)
  } find: { path, from in
    if path.value == source.name { return .source(source, key: source.name) }
    guard let text = files[path.value] else {
      return .fault(Diagnostic(("absent", "absent"), source: from, range: path.range))
    }
    return .source(Source(name: path.value, text: text), key: path.value)
  }
}

/// The days of the tests: a Saturday, and the Friday of an audit.
let today = CalendarDate(dayNumber: 20_778)
let origin = DateOrigin(today: today, audit: CalendarDate(year: 2026, month: 11, day: 13))
