import Glibc

/// Something that is measured, in one file each.
struct Bench: Sendable {
  let name: String
  let run: @Sendable (Workroom) throws -> [Figure]

  /// All that are measured, in order.
  static let all: [Bench] = [
    .replay, .verification, .appending, .evidence, .sealing, .merging, .portfolio, .report,
    .growth, .prompt, .completion, .language,
  ]
}

/// One line of the results.
struct Figure: CustomStringConvertible {
  let what: String
  let ours: String
  /// What it is held against: the other's name and its own figure; nothing where it stands alone.
  var other: (name: String, value: String)?
  /// Ours divided by the other's.
  var ratio: Double?
  let reach: String

  var description: String {
    var parts = ["\(what): \(ours)"]
    if let other { parts.append("\(other.name) \(other.value)") }
    if let ratio { parts.append("ratio \(ratio.rounded(to: 100))") }
    return parts.joined(separator: ", ") + " (reach: \(reach))"
  }

  /// The line that says that a program to compare with is not installed.
  static func absent(_ program: String, for what: String) -> Figure {
    Figure(what: what, ours: "not compared: \(program) is not installed", reach: "-")
  }
}

extension Double {
  /// The number rounded to so many parts of one.
  func rounded(to parts: Double) -> Double { (self * parts).rounded() / parts }
}

extension Sequence<Duration> {
  /// The middle one.
  var median: Duration {
    let sorted = sorted()
    return sorted.isEmpty ? .zero : sorted[sorted.count / 2]
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// The duration in milliseconds, as a figure shows it.
  var text: String { "\((seconds * 1000).rounded(to: 100)) ms" }
}

extension Duration {
  /// The time that processors have worked for the processes that this one started and that ended;
  /// unlike the time that passes, it does not depend on what else the machine does.
  static var ofChildren: Duration {
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_CHILDREN.rawValue, &usage) == 0 else { return .zero }
    return [usage.ru_utime, usage.ru_stime].reduce(.zero) { sum, time in
      sum + .seconds(time.tv_sec) + .microseconds(time.tv_usec)
    }
  }
}
