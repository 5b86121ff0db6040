import Auditing
import Scripting

extension CommandSpec {
  /// The option that makes adding do nothing where an open record says the same already.
  static let once = OptionSpec(name: Name("once", "une-fois"))
}

extension Session {
  /// The id of an open record of a noun with the same criterion, site and text, and the same in
  /// other fields, when the command says `--once`.
  mutating func standing(
    _ noun: NounSpec, _ bound: Bound, criterion: String? = nil, site: String? = nil, text: String,
    also fields: [String: String] = [:]
  ) throws -> String? {
    guard bound.has("once") else { return nil }
    let closed: Set<String> = ["closed", "withdrawn", "done", "verified", "ineffective"]
    let range = bound["audit"].map(NounSpec.Range.audit) ?? .current
    return try noun.rows(&self, range).first { record in
      func isSame(_ name: String, _ value: String?) -> Bool {
        guard let value else { return true }
        return record[name]?.written.folded == value.folded
      }
      return isSame("criterion", criterion) && isSame("site", site)
        && record["text"]?.written == text
        && fields.allSatisfy { isSame($0.key, $0.value) }
        && !closed.contains(record["status"]?.written ?? "")
    }?.id
  }
}

extension Outcome {
  /// Answers with a record that is there already.
  static func standing(_ id: String) -> Outcome {
    .acknowledged(
      ("\(id) existe déjà, rien d’ajouté", "\(id) is there already, nothing added"),
      value: .word(id))
  }
}
