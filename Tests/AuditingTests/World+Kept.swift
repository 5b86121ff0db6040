import Auditing
import Chance

extension World {
  /// What is kept while a history grows is what is found in it once it is whole.
  mutating func checkKept() {
    var rest = random.once(in: 2) ? list(all) : list(all).shuffled(using: &random)
    var grown = State()
    while !rest.isEmpty {
      _ = grown.keptIdentifiers(of: .finding)
      let count = min(rest.count, 1 + random.below(20))
      grown.unite(Array(rest.prefix(count)))
      rest.removeFirst(count)
    }
    let (kept, found) = (grown.keptIdentifiers(of: .finding), Identifiers(.finding, in: state))
    if kept.all != found.all { fault("the ids that were kept are others") }
    for record in state.everything(.finding) where kept[record.key] != found[record.key] {
      fault("the id of \(record.key) that was kept is another")
    }
    for id in ["F1"] + found.all where kept.keys(for: id) != found.keys(for: id) {
      fault("what the id \(id) fits was kept otherwise")
    }
    checkFindings(in: grown)
  }

  /// The findings of an audit are those that its records say.
  private mutating func checkFindings(in grown: State) {
    for audit in grown.audits {
      let said = grown.all(.finding).filter {
        $0.audit == audit.key && $0.units.contains { $0.name == "statement" }
      }.map(\.key)
      if grown.findings(in: audit).map(\.key) != said { fault("findings of \(audit.key)") }
    }
  }

  private var state: State { State(History(uniting: list(all))) }
}
