import Auditing
import Scripting

/// A derivation as people and programs see it: a tree of lines, or a row for each node.
struct DerivationTree {
  private let root: Derivation

  init(_ root: Derivation) {
    self.root = root
  }

  /// The noun of its rows.
  static let noun = NounSpec(
    name: Name("derivation", "dérivation"),
    summary: ("d’où vient un chiffre ou une décision", "where a figure or a decision comes from"),
    fields: [
      .init(name: Name("id")), .init(name: Name("depth", "niveau")),
      .init(name: Name("kind", "nature")), .init(name: Name("subject", "objet")),
      .init(name: Name("text", "texte")), .init(name: Name("count", "apport")),
      .init(name: Name("total")), .init(name: Name("by", "par")), .init(name: Name("at", "le")),
      .init(name: Name("operation", "opération")),
    ],
    columns: ["id", "kind", "subject", "text", "count", "total", "by", "at", "operation"]
  ) { _, _ in [] }

  /// The tree in a language: each line hangs from the one that it explains, and `+n` is what it
  /// adds to that one's total.
  func text(_ language: Language, isAccessible: Bool) -> String {
    var lines: [String] = []
    func write(_ node: Derivation, _ lead: String, _ rest: String, _ number: String) {
      let share = node.count.map { "+\($0) " } ?? ""
      let mark = isAccessible ? (number.isEmpty ? "" : number + " ") : lead
      lines.append(mark + share + language.pick(node.wording).replacing("\n", with: " "))
      for (index, part) in node.parts.enumerated() {
        let isLast = index == node.parts.count - 1
        write(
          part, rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  "),
          number.isEmpty ? "\(index + 1)" : "\(number).\(index + 1)")
      }
    }
    write(root, "", "", "")
    return lines.joined(separator: "\n")
  }

  /// A row for each node, each before its parts; the id is its path, such as `1.2.1`.
  func records(_ language: Language) -> [RecordValue] {
    var records: [RecordValue] = []
    func add(_ node: Derivation, _ id: String, depth: Int) {
      var row = RowBuilder()
      row.word("id", id)
      row.number("depth", depth)
      row.word("kind", node.kind)
      row.word("subject", node.subject)
      row.text("text", language.pick(node.wording))
      row.number("count", node.count)
      row.number("total", node.total)
      var entry: Entry?
      if case .entry(let found) = node.claim { entry = found }
      row.word("by", entry?.by)
      row.word("at", entry?.at.description)
      row.word("operation", entry?.operation)
      records.append(row.record("derivation", id))
      for (index, part) in node.parts.enumerated() {
        add(part, "\(id).\(index + 1)", depth: depth + 1)
      }
    }
    add(root, "1", depth: 0)
    return records
  }
}
