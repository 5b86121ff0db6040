import Auditing
import Scripting

/// Runs the list, show and count of a rule, and keeps the records that each looked at.
struct RuleRunner: CommandRunner {
  private var runner: ShellRunner
  private let source: Source
  private let day: DateOrigin
  /// What the rule asked, in its order.
  private(set) var queries: [Query] = []

  /// One thing that a rule asked: its words, and the records that it counted, listed or showed.
  struct Query {
    let text: String
    let records: [RecordValue]
  }

  init(_ session: Session, _ source: Source, day: CalendarDate) {
    runner = ShellRunner(session, source)
    self.source = source
    self.day = DateOrigin(
      today: day, audit: session.dates.audit, isWorkingDay: session.dates.isWorkingDay)
  }

  var dates: DateOrigin { day }

  mutating func run(_ invocation: Invocation, isCaptured: Bool) throws -> Value {
    let text = source.text(invocation.range)
    guard invocation.isCounting else {
      let value = try runner.run(invocation, isCaptured: true)
      queries.append(Query(text: text, records: value.records))
      return value
    }
    // What is counted is listed, so that the count can say what it is of.
    let listed = try runner.run(invocation.listing, isCaptured: true)
    queries.append(Query(text: text, records: listed.records))
    return .number(DecimalNumber(listed.records.count))
  }

  mutating func record(expectation holds: Bool, what: String, range: Range<Int>) {}
  mutating func parameter(_ name: Spanned<String>, type: Spanned<String>) throws -> Value? { nil }
  mutating func enter(_ source: Source) {}

  func checkInterruption() {}
  mutating func beginSupposing() throws {}
  mutating func endSupposing() {}
}

extension Invocation {
  private var verb: Spanned<Value>? {
    if case .value(let value)? = arguments.first { value } else { nil }
  }

  /// Whether it counts records one by one.
  fileprivate var isCounting: Bool {
    group == nil && verb.map { Name("count", "compter").matches($0.value.written) } == true
  }

  /// The same with the records themselves.
  fileprivate var listing: Invocation {
    var other = self
    if let verb { other.arguments[0] = .value(Spanned(.word("list"), verb.range)) }
    return other
  }
}

extension Value {
  /// The records that it is or holds.
  fileprivate var records: [RecordValue] {
    switch self {
    case .record(let record): [record]
    case .list(let values): values.flatMap(\.records)
    default: []
    }
  }
}
