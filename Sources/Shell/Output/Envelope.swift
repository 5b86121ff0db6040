import Auditing
import Notation
import Scripting

/// What `--json` prints: one object for the whole run, keys and codes in English.
struct Envelope {
  private let json: JSON

  init(_ session: Session, _ exit: Int32) {
    let results = session.results.map { result in
      JSON.object(
        JSON.Object([
          ("command", .text(result.command)), ("kind", .text(Self.kind(result.view))),
          ("data", Self.data(result.view)),
        ]))
    }
    let expects = session.expectations.map { expectation in
      JSON.object(
        JSON.Object([
          ("what", .text(expectation.what)), ("holds", .bool(expectation.holds)),
          ("line", .integer(expectation.line)),
        ]))
    }
    let errors = session.errors.map { JSON.text($0.message.en) }
    let range =
      session.dossier == nil ? JSON.null : (try? session.currentAudit().id).map(JSON.text) ?? .null
    json = Self.json(
      exit, purpose: Self.purpose(session), range: range, results, expects, errors)
  }

  /// The envelope of a run of which nothing is known but how it ended.
  init(_ exit: ExitCode, _ error: String) {
    json = Self.json(exit.rawValue, purpose: .null, range: .null, [], [], [.text(error)])
  }

  private static func json(
    _ exit: Int32, purpose: JSON, range: JSON, _ results: [JSON], _ expects: [JSON],
    _ errors: [JSON]
  ) -> JSON {
    .object(
      JSON.Object([
        ("schema", .text("constat/1")), ("tool", .text(Surroundings.tool)),
        ("ok", .bool(exit == 0)),
        ("exit", .integer(Int(exit))), ("purpose", purpose), ("range", range),
        ("results", .list(results)),
        ("expects", .list(expects)), ("warnings", .list([])), ("errors", .list(errors)),
      ]))
  }

  var text: String { json.prettyText }

  /// What the open dossier is for; an exercise or a trial says nothing about a real body.
  private static func purpose(_ session: Session) -> JSON {
    guard session.dossier != nil else { return .null }
    return .text(session.isExercise ? Purpose.exercise.rawValue : session.state.purpose.rawValue)
  }

  private static func kind(_ view: Outcome.View) -> String {
    switch view {
    case .none: "none"
    case .text: "text"
    case .table(let table): table.noun.name.en
    }
  }

  private static func data(_ view: Outcome.View) -> JSON {
    switch view {
    case .none: .null
    case .text(let wording): .text(wording.en)
    case .table(let table): .list(table.records.map { TableJSON.object($0, table) })
    }
  }
}

extension Output {
  /// Writes a text on standard output at once.
  mutating func print(_ text: String) {
    show(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    flush(Settings(language: .en), isKept: true)
  }
}
