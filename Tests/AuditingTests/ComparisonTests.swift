import Auditing
import Chance
import Testing

struct `A comparison of two audits` {
  private static let keys = ["k", "l", "m"]

  /// Audits with random findings, some withdrawn, and random things said of them by two people who
  /// know of each other only at times: sense is not asked of them.
  private static func dossier(seed: Int) -> State {
    var random = SplitMix(UInt64(seed))
    func any(_ list: [String]) -> String { list[Int.random(in: list.indices, using: &random)] }
    var a = Replica("aaaa")
    var b = Replica("bbbb")
    for key in keys {
      a.write(
        opened(
          key,
          day:
            "202\(Int.random(in: 4...6, using: &random))-0\(Int.random(in: 1...9, using: &random))-10"
        ))
    }
    var findings: [String] = []
    for number in 0..<Int.random(in: 0...9, using: &random) {
      findings.append("f\(number)")
      a.write(.finding("f\(number)", audit: any(keys)))
    }
    b.pull(a)
    for _ in 0..<Int.random(in: 0...14, using: &random) where !findings.isEmpty {
      let isFirst = Bool.random(using: &random)
      let event =
        Int.random(in: 0..<8, using: &random) == 0
        ? Event.withdrawn(.finding, any(findings))
        : followed(
          any(findings), in: any(keys), any(FollowUp.Outcome.allCases.map(\.rawValue)),
          as: Bool.random(using: &random) ? any(findings) : nil)
      if isFirst { a.write(event) } else { b.write(event) }
      if Int.random(in: 0..<3, using: &random) == 0 { a.pull(b) }
      if Int.random(in: 0..<3, using: &random) == 0 { b.pull(a) }
    }
    a.pull(b)
    return a.state
  }

  private static func opened(_ key: String, day: String) -> [Event] {
    [
      Event(
        "audit.opened", by: "ana",
        [
          "record": .text(key), "audit": .text(key), "id": .text(key), "form": "internal",
          "checklist": "c",
        ]),
      Event("audit.set", by: "ana", ["audit": .text(key), "start": .text(day), "end": .text(day)]),
    ]
  }

  private static func followed(
    _ finding: String, in audit: String, _ outcome: String, as successor: String? = nil
  ) -> Event {
    var fields: [String: Content] = [
      "audit": .text(audit), "finding": .text(finding), "outcome": .text(outcome),
    ]
    fields["as"] = successor.map(Content.text)
    return Event("finding.followed", by: "ana", fields)
  }

  @Test(arguments: 0..<300)
  func `accounts for every finding exactly once, whatever was said`(_ seed: Int) throws {
    let state = Self.dossier(seed: seed)
    for earlier in state.audits {
      for later in state.audits where later.key != earlier.key {
        let lines = Comparison(of: earlier, with: later, in: state).lines
        #expect(
          lines.compactMap { $0.earlier?.key }.sorted()
            == state.findings(in: earlier).map(\.key).sorted(), "seed \(seed)")
        #expect(
          lines.compactMap { $0.later?.key }.sorted()
            == state.findings(in: later).map(\.key).sorted(), "seed \(seed)")
        for line in lines {
          #expect((line.fate == .new) == (line.earlier == nil), "seed \(seed)")
          if line.fate == .lifted { #expect(line.later == nil, "seed \(seed)") }
        }
        let counted = Comparison(of: earlier, with: later, in: state).counts
        #expect(counted.map(\.count).reduce(0, +) == lines.count, "seed \(seed)")
      }
    }
  }

  /// The fates of the findings of one audit in another, by their keys.
  private func fates(_ replica: Replica, _ from: String, _ to: String) throws -> [String: String] {
    let state = replica.state
    let earlier = try #require(state.audits.first { $0.key == from })
    let later = try #require(state.audits.first { $0.key == to })
    let lines = Comparison(of: earlier, with: later, in: state).lines
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let key = line.earlier?.key ?? line.later?.key ?? ""
        return (key, line.fate.rawValue + (line.successor.map { " \($0.key)" } ?? ""))
      })
  }

  private func three() -> Replica {
    var replica = Replica("aaaa")
    for (key, day) in zip(Self.keys, ["2024-05-10", "2025-05-10", "2026-05-10"]) {
      replica.write(Self.opened(key, day: day))
    }
    return replica
  }

  @Test func `says of each what the later audit says, and of silence that it is silence`() throws {
    var a = three()
    for key in ["f", "g", "h", "i"] { a.write(.finding(key, audit: "k")) }
    a.write(.finding("n", audit: "l"))
    a.write(.finding("o", audit: "l"))
    a.write(Self.followed("f", in: "l", "lifted"))
    a.write(Self.followed("g", in: "l", "persists", as: "n"))
    a.write(Self.followed("h", in: "l", "regressed", as: "n"))
    #expect(
      try fates(a, "k", "l") == [
        "f": "lifted", "g": "persists n", "h": "regressed n", "i": "not-followed", "o": "new",
      ])
  }

  @Test func `follows a finding through the audit between`() throws {
    var a = three()
    for key in ["f", "g", "h"] { a.write(.finding(key, audit: "k")) }
    a.write([.finding("n", audit: "l"), .finding("p", audit: "m")])
    a.write(Self.followed("f", in: "l", "persists", as: "n"))
    a.write(Self.followed("n", in: "m", "regressed", as: "p"))
    a.write(Self.followed("g", in: "l", "lifted"))
    a.write(Self.followed("h", in: "l", "persists"))
    #expect(
      try fates(a, "k", "m") == ["f": "regressed p", "g": "lifted", "h": "not-followed"])
    #expect(try fates(a, "k", "l") == ["f": "persists n", "g": "lifted", "h": "persists"])
  }

  @Test func `knows a finding that is back after it was lifted`() throws {
    var a = three()
    a.write([.finding("f", audit: "k"), .finding("p", audit: "m")])
    a.write(Self.followed("f", in: "l", "lifted"))
    a.write(Self.followed("f", in: "m", "recurs", as: "p"))
    #expect(try fates(a, "k", "l") == ["f": "lifted"])
    #expect(try fates(a, "k", "m") == ["f": "recurs p"])
  }
}
