import Auditing
import Scripting

extension CommandSpec {
  /// The options by which a command cites what it rests on.
  static let citing: [OptionSpec] = [
    .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true),
    .init(name: Name("seen", "vu"), type: .text),
  ]
}

extension Session {
  /// The keys of the evidence that a command cites: what it names, and what it says was seen.
  mutating func cited(_ bound: Bound, criterion: String?, site: String?) throws -> [String] {
    var cited = try bound.all("evidence").map {
      try record(.evidence, .evidence, $0, at: bound.place("evidence")).key
    }
    if let seen = bound["seen"] {
      let id = try attachStatement(seen, criterion: criterion, site: site)
      cited.append(try record(.evidence, .evidence, id, at: nil).key)
    }
    return cited
  }

  /// The day on which something happened: the one that is said, else today; never one to come.
  func day(_ bound: Bound) throws -> CalendarDate {
    guard let day = bound.date("on") else { return today }
    guard day <= today else { throw Failure(.dayToCome(day), at: bound.place("on")) }
    return day
  }

  /// Evidence by its display ids, in the order in which it is cited, for an acknowledgement.
  func ids(ofEvidence keys: [String]) -> String {
    let ids = identifiers(.evidence)
    return keys.map { ids[$0] }.joined(separator: ", ")
  }
}
