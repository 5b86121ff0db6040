import Auditing
import Notation
import Scripting

/// `checklist map`: which criterion of one checklist answers to which of another.
extension ChecklistCommands {
  static let map = CommandSpec(
    noun: noun, name: Name("map", "relier"),
    operands: [
      .init(name: Name("from", "de"), type: .reference(.checklist)),
      .init(name: Name("to", "vers"), type: .reference(.checklist)),
    ],
    options: [
      .init(name: Name("pairs", "paires"), type: .text, isList: true),
      .init(name: Name("table", "tableau"), type: .file),
      .init(name: Name("source"), type: .text),
    ],
    summary: (
      "relier les critères de deux éditions ou de deux référentiels",
      "map the criteria of two editions or two checklists"
    ),
    manual: (
      """
      Sans --paires ni --tableau\u{A0}: les critères de même identifiant, et les correspondances que \
      les référentiels disent eux-mêmes. --paires M1-A1:A1,… ou un CSV aux colonnes de et vers les \
      remplacent. Montre les trous des deux côtés. «\u{A0}audit migrer\u{A0}» s’en sert\u{202F}; rien ne \
      change avant. Une édition d’un même identifiant se nomme par son fichier .rec.
      """,
      """
      Without --pairs or --table: criteria of the same id, and the mappings that the checklists \
      themselves say. --pairs M1-A1:A1,… or a CSV with the columns from and to take their place. \
      Shows the holes of both sides. audit migrate uses it; nothing changes before. Another edition \
      of the same id is named by its .rec file.
      """
    ),
    example: "checklist map qual-e-pref services-publics-plus", writes: true
  ) { session, bound in
    let from = try AuditCommands.pin(bound["from"] ?? "", &session, at: bound.place("from"))
    let to = try AuditCommands.pin(bound["to"] ?? "", &session, at: bound.place("to"))
    guard from != to else { throw Failure(.sameChecklist, at: bound.place("to")) }
    let (old, new) = (try session.checklist(from), try session.checklist(to))
    let pairs: [ChecklistMapping.Pair]
    if let file = bound["table"] {
      pairs = try table(file, old, new, &session, at: bound.place("table"))
    } else if bound.has("pairs") {
      pairs = try typed(bound, old, new)
    } else {
      pairs = known(old, new)
    }
    let mapping = ChecklistMapping(from: from, to: to, pairs: pairs, source: bound["source"])
    var fields: [String: Content] = [
      "from": .text(from), "to": .text(to), "pairs": .list(pairs.map(\.content)),
    ]
    if let source = mapping.source { fields["source"] = .text(source) }
    try session.record("checklist.mapped", fields)
    let left = old.criteria.filter { mapping.targets(of: $0.id).isEmpty }.map(\.id)
    let fresh = new.criteria.filter { mapping.origins(of: $0.id).isEmpty }.map(\.id)
    return Outcome(
      value: .number(DecimalNumber(pairs.count)),
      acknowledgements: [
        (
          "\(old.id) \(old.edition) → \(new.id) \(new.edition)\u{A0}: \(pairs.count.fr("paire(s)"))",
          "\(old.id) \(old.edition) → \(new.id) \(new.edition): \(pairs.count.en("pair(s)"))"
        ),
        (
          "sans équivalent (\(left.count))\u{A0}: \(list(left))",
          "without a counterpart (\(left.count)): \(list(left))"
        ),
        (
          "nouveaux (\(fresh.count))\u{A0}: \(list(fresh))", "new (\(fresh.count)): \(list(fresh))"
        ),
      ])
  }

  private static func list(_ ids: [String]) -> String {
    ids.isEmpty ? "–" : ids.joined(separator: ", ")
  }

  /// The pairs that need no telling: what the checklists say of each other, and equal ids.
  private static func known(_ old: Checklist, _ new: Checklist) -> [ChecklistMapping.Pair] {
    let said =
      old.mappings.filter { $0.checklist == new.id }.map { ChecklistMapping.Pair($0.from, $0.to) }
      + new.mappings.filter { $0.checklist == old.id }
      .map { ChecklistMapping.Pair($0.to, $0.from) }
    let (olds, news) = (Set(old.criteria.map(\.id)), Set(new.criteria.map(\.id)))
    var pairs = said.filter { olds.contains($0.from) && news.contains($0.to) }
    let mapped = Set(pairs.map(\.from))
    pairs += old.criteria.map(\.id).filter { news.contains($0) && !mapped.contains($0) }
      .map { ChecklistMapping.Pair($0, $0) }
    var seen: Set<ChecklistMapping.Pair> = []
    return pairs.filter { seen.insert($0).inserted }
  }

  private static func typed(_ bound: Bound, _ old: Checklist, _ new: Checklist) throws
    -> [ChecklistMapping.Pair]
  {
    try bound.all("pairs").map { text in
      let parts = text.split(separator: ":").map { String($0).trimmed }
      guard parts.count == 2 else { throw Failure(.badPair(text), at: bound.place("pairs")) }
      return ChecklistMapping.Pair(
        try criterion(parts[0], old, at: bound.place("pairs")),
        try criterion(parts[1], new, at: bound.place("pairs")))
    }
  }

  private static func criterion(_ word: String, _ checklist: Checklist, at range: Range<Int>)
    throws -> String
  {
    if let found = checklist.criteria.first(where: { $0.id.folded == word.folded }) {
      return found.id
    }
    let known = checklist.criteria.map(\.id)
    throw Failure.unknown(.criterion, word, among: known, at: range)
  }

  /// The pairs of a file; any fault refuses the whole.
  private static func table(
    _ word: String, _ old: Checklist, _ new: Checklist, _ session: inout Session,
    at range: Range<Int>
  ) throws -> [ChecklistMapping.Pair] {
    var table = try session.table(
      word,
      columns: [
        ImportColumn(name: Name("from", "de"), isRequired: true),
        ImportColumn(name: Name("to", "vers"), isRequired: true),
      ], at: range)
    var pairs: [ChecklistMapping.Pair] = []
    for row in table.rows {
      var ids: [String] = []
      for (name, checklist) in [("from", old), ("to", new)] {
        // A criterion without a counterpart may be listed: its other cell is empty.
        guard let word = table.text(name, row) else { continue }
        if let found = checklist.criteria.first(where: { $0.id.folded == word.folded }) {
          ids.append(found.id)
        } else {
          let near = Suggestion.nearest(to: word, among: checklist.criteria.map(\.id))
          table.report(
            name, row,
            (
              "n’est pas un critère de \(checklist.id) \(checklist.edition)",
              "is no criterion of \(checklist.id) \(checklist.edition)"
            ),
            remedy: near.map { ("vouliez-vous dire \($0)\u{202F}?", "did you mean \($0)?") }
              ?? ("corrigez l’identifiant", "correct the id"))
        }
      }
      if ids.count == 2 { pairs.append(ChecklistMapping.Pair(ids[0], ids[1])) }
    }
    if !table.faults.isEmpty { throw session.refusal(of: table.faults, in: table.file, at: range) }
    var seen: Set<ChecklistMapping.Pair> = []
    return pairs.filter { seen.insert($0).inserted }
  }
}
