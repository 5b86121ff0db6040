import Auditing
import Journaling
import LineEditing
import Scripting

/// Runs the commands of one script for the interpreter.
struct ShellRunner: CommandRunner {
  var session: Session
  private(set) var source: Source
  /// The script that was entered, and the folder that its files are relative to.
  private let main: (name: String, base: String)
  private var known: (moment: Moment, dates: DateOrigin)?

  init(_ session: Session, _ source: Source) {
    self.session = session
    self.source = source
    main = (source.name, session.base)
  }

  /// The session as the script leaves it.
  var finished: Session {
    var session = session
    session.base = main.base
    return session
  }

  /// What the days that dates count from depend on.
  private struct Moment: Equatable {
    let operations: Int
    let events: Int
    let place: Place
    let today: CalendarDate
  }

  var dates: DateOrigin {
    mutating get {
      let history = session.state.history
      let moment = Moment(
        operations: history.operations.count, events: history.operations.last?.events.count ?? 0,
        place: session.place, today: session.today)
      if let known, known.moment == moment { return known.dates }
      let dates = session.dates
      known = (moment, dates)
      return dates
    }
  }

  mutating func enter(_ source: Source) {
    self.source = source
    session.base = source.name == main.name ? main.base : Session.folder(of: source.name)
  }

  func checkInterruption() throws {
    if session.isPrompt, Interruption.isRequested { throw Failure(.interrupted) }
  }

  mutating func run(_ invocation: Invocation, isCaptured: Bool) throws -> Value {
    try checkInterruption()
    session.run.began = ContinuousClock.now
    let shape = Shape(invocation)
    let match = try Registry.standard.match(
      shape, isPrompt: session.isPrompt, grades: { session.grades })
    var bound = try Binder(dates: dates).bind(shape, to: match.spec, skipping: match.words)
    try complete(&bound, invocation)
    let isPoint = match.spec.isCommitPoint && !session.isSupposing
    if isPoint { try session.commit() }
    if match.spec.writes, !match.spec.isCommitPoint {
      do {
        try session.openDossier().begin()
      } catch let error as JournalError {
        throw Failure(.journal(error), at: invocation.range)
      }
    }
    do {
      var outcome =
        try supposed(match.spec, bound, at: invocation.range) ?? match.spec.perform(&session, bound)
      if outcome.view.isTable, let destination = bound.destination {
        try send(&outcome, to: destination, bound)
      }
      try present(outcome, match.spec, bound, isCaptured: isCaptured)
      if isPoint || (session.run.hasAsked && !session.isSupposing) { try session.commit() }
      if session.isEnding { throw Ending() }
      return outcome.value
    } catch let error {
      if error is Ending { throw error }
      var failure = Failure(error)
      if failure.range == nil { failure.range = invocation.range }
      throw failure
    }
  }

  private func complete(_ bound: inout Bound, _ invocation: Invocation) throws {
    bound.filter = invocation.filter
    bound.sort = invocation.sort
    bound.fields = invocation.fields
    bound.group = invocation.group
    bound.format = invocation.format
    if let limit = invocation.limit {
      guard let number = DecimalNumber(limit.value.written), number.scale == 0 else {
        throw Failure(.badValue(limit.value.written, .integer), at: limit.range)
      }
      bound.limit = number.significand
    }
    bound.destination = invocation.destination.map { Spanned($0.value.written, $0.range) }
  }

  /// Sends a table to a file, once the operation is on disk.
  private func send(_ outcome: inout Outcome, to destination: Spanned<String>, _ bound: Bound)
    throws
  {
    guard case .table(let view) = outcome.view else { return }
    let path = try session.writtenPath(destination.value)
    let named = bound.format.map(\.value) ?? path.split(separator: ".").last.map(String.init) ?? ""
    guard let format = Format(word: named) else {
      throw bound.spec.refusal(of: named, at: destination.range)
    }
    let bytes = try format.bytes(of: view, session)
    let count = view.records.count
    outcome.view = .none
    outcome.acknowledgements.append(
      (
        "\(count.fr("ligne(s) écrite(s)")) dans \(path)", "\(count.en("row(s)")) written to \(path)"
      ))
    outcome.afterwards.append { session in try session.write(bytes, to: path) }
  }

  private mutating func present(
    _ outcome: Outcome, _ spec: CommandSpec, _ bound: Bound, isCaptured: Bool
  ) throws {
    if !session.isSupposing { session.afterwards += outcome.afterwards }
    for wording in outcome.acknowledgements { session.acknowledge(wording) }
    guard !isCaptured else { return }
    if let exit = outcome.exit, session.result == .done, !session.isPrompt,
      !session.isInSupposition
    {
      session.result = exit
    }
    let title = (session.isInSupposition ? "suppose " : "") + spec.title(.en)
    session.results.append(.init(command: title, view: outcome.view))
    if case .none = outcome.view {} else { session.run.last = outcome.view }
    if session.settings.isJSON { return }
    switch outcome.view {
    case .none: break
    case .text(let wording):
      let text = session.language.pick(wording).harmless
      session.showSupposed(outcome.isVerbatim ? text : text.wrapped(to: session.settings.width))
    case .table(let view):
      if let text = view.text, bound.format == nil {
        session.showSupposed(session.language.pick(text).harmless)
        break
      }
      let format: Format
      if let word = bound.format {
        guard let named = Format(word: word.value) else {
          throw spec.refusal(of: word.value, at: word.range)
        }
        format = named
      } else {
        format = view.isSingle ? .list : .table
      }
      var text = String(decoding: try format.bytes(of: view, session), as: UTF8.self)
      // The end of the last line comes with the writing; a carriage return before it stays.
      if text.utf8.last == 0x0A { text.unicodeScalars.removeLast() }
      if text.isEmpty { break }
      // On a terminal nothing of a record acts; a program reads it as it is.
      let isDrawn = format == .table || format == .list
      session.showSupposed(session.settings.width == nil || isDrawn ? text : text.harmless)
    }
  }

  mutating func record(expectation holds: Bool, what: String, range: Range<Int>) {
    let line = source.place(of: range.lowerBound).line
    session.expectations.append(.init(what: what, holds: holds, line: line))
  }

  mutating func parameter(_ name: Spanned<String>, type: Spanned<String>) throws -> Value? {
    guard var given = session.parameters[name.value] else { return nil }
    if ["file", "folder"].contains(type.value.prefix { $0 != "*" }) {
      given = given.map(Session.fromHere)
    }
    let value = try Parameters.value(
      given, type: type.value, dates: session.dates, at: name.range)
    try checkRecords(value, of: String(type.value.prefix { $0 != "*" }), at: name.range)
    return value
  }

  /// Refuses a parameter that names no record of its noun: what is asked of such a one would hold.
  private mutating func checkRecords(_ value: Value, of type: String, at range: Range<Int>) throws {
    guard session.dossier != nil, let noun = Registry.standard.noun(type),
      let known = try? noun.rows(&session, .current).map(\.id)
    else { return }
    let words = if case .list(let items) = value { items } else { [value] }
    for word in words.map(\.written) where !known.contains(where: { $0.folded == word.folded }) {
      throw Failure.unknown(GenericVerbs.reference(noun), word, among: known, at: range)
    }
  }
}

extension Outcome.View {
  var isTable: Bool {
    if case .table = self { true } else { false }
  }
}

extension Session {
  /// Puts the operation at hand on disk and does what waits for that.
  mutating func commit() throws {
    let waiting = isSupposing ? [] : afterwards
    afterwards = []
    let dossier = dossier
    defer { dossier?.remember() }
    if let dossier, dossier.isPreparing {
      do {
        // Nobody waits for the register of writers to see that something was acknowledged, nor for
        // a reader to go on with the file.
        let isBrief = waiting.isEmpty && output.data.isEmpty
        if let operation = try dossier.commit(remembersAtOnce: !isBrief) {
          placesBefore[operation.id] = placeAtStart
          run.kept.append(operation.id)
          tellNotices(of: operation, in: dossier)
        }
        placeAtStart = place
      } catch {
        throw Failure(.journal(error))
      }
    }
    for action in waiting { try action(&self) }
    output.flush(settings, isKept: true)
  }

  /// Says what has become of the journal itself; of a clock that went back once a session.
  private mutating func tellNotices(of operation: Operation, in dossier: DossierFolder) {
    for notice in dossier.notices(of: operation) {
      if case .clockWentBack = notice {
        guard !environment.isClockGiven, !hasToldOfClock else { continue }
        hasToldOfClock = true
      }
      output.note(notice.wording)
    }
  }

  /// Forgets the operation at hand.
  mutating func rollBack() {
    while isSupposing { forgetSupposition() }
    dossier?.abandon()
    afterwards = []
    output.dropAcknowledgements()
  }
}
