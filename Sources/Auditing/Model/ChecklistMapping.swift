/// How the criteria of one checklist answer to those of another, or of another edition.
package struct ChecklistMapping: Hashable, Sendable {
  /// SHA-256 of the checklist that answers were given on, and of the one they are carried to.
  package var from: String
  package var to: String
  package var pairs: [Pair]
  package var source: String?

  /// A criterion and one that answers to it.
  package struct Pair: Hashable, Sendable {
    package var from: String
    package var to: String

    /// Creates a pair.
    package init(_ from: String, _ to: String) {
      self.from = from
      self.to = to
    }

    init?(_ content: Content) {
      guard let texts = content.texts, texts.count == 2 else { return nil }
      self.init(texts[0], texts[1])
    }

    /// The pair as an entry of the journal writes it.
    package var content: Content { .texts([from, to]) }
  }

  /// Creates a mapping.
  package init(from: String, to: String, pairs: [Pair], source: String? = nil) {
    self.from = from
    self.to = to
    self.pairs = pairs
    self.source = source
  }

  init?(_ record: Record) {
    guard let mapping = record.unit("mapping") else { return nil }
    self.init(
      from: record.identity("from")?.text ?? "", to: record.identity("to")?.text ?? "",
      pairs: (mapping["pairs"]?.list ?? []).compactMap(Pair.init), source: mapping["source"]?.text)
  }

  /// What answers to a criterion, and what a criterion answers to.
  package func targets(of criterion: String) -> [String] {
    pairs.filter { $0.from == criterion }.map(\.to)
  }
  package func origins(of criterion: String) -> [String] {
    pairs.filter { $0.to == criterion }.map(\.from)
  }
}

extension State {
  /// The mappings between checklists that are established.
  package var mappings: [ChecklistMapping] { all(.mapping).compactMap(ChecklistMapping.init) }
}
