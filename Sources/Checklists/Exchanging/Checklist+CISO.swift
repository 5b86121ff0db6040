package import Auditing
package import Notation
import Recfiles

extension Checklist {
  /// The checklist as a library of CISO Assistant (`requirement_nodes`), in JSON, which is YAML.
  ///
  /// The version is a whole number that must grow from one import to the next.
  package func library(in language: Language, version: Int) -> JSON {
    let reference = Self.token(id)
    let node = "urn:constat:risk:req_node:\(reference)"
    var nodes: [JSON] = []
    for module in modules where !module.disabled {
      let urn = "\(node):\(Self.token(module.id))"
      nodes.append(
        Self.object([
          ("urn", .text(urn)), ("assessable", .bool(false)), ("depth", .integer(1)),
          ("ref_id", .text(module.id)), ("name", .text(module.title[language])),
        ]))
      for criterion in criteria where criterion.module == module.id {
        nodes.append(criterion.node(in: language, under: urn, node))
      }
    }
    let framework = Self.object([
      ("urn", .text("urn:constat:risk:framework:\(reference)")), ("ref_id", .text(id)),
      ("name", .text(title[language])), ("description", .text(statement(in: language))),
      ("requirement_nodes", .list(nodes)),
    ])
    return Self.object([
      ("urn", .text("urn:constat:risk:library:\(reference)")), ("locale", .text(language.rawValue)),
      ("ref_id", .text(id)), ("name", .text(title[language])),
      ("description", .text(statement(in: language))), ("version", .integer(version)),
      ("objects", Self.object([("framework", framework)])),
    ])
  }

  /// The edition, and that it is provisional where it is.
  private func statement(in language: Language) -> String {
    let mark = language.pick(
      status == .provisional
        ? (" — PROVISOIRE, à confirmer sur le texte officiel", " — PROVISIONAL, to be confirmed")
        : ("", ""))
    return language.pick(("Édition \(edition)\(mark)", "Edition \(edition)\(mark)"))
  }

  /// A text as part of a URN: letters, digits, `.`, `-` and `_`, in lower case.
  static func token(_ text: String) -> String {
    String(
      text.folded.unicodeScalars.map { FieldText.isID(String($0)) ? Character($0) : "-" })
  }

  static func object(_ members: [(String, JSON)]) -> JSON {
    .object(
      JSON.Object(
        members.filter { member in
          if case .text(let text) = member.1 { !text.isEmpty } else { true }
        }))
  }
}

extension Checklist.Criterion {
  /// The URN of the criterion in a library.
  package static func urn(_ id: String, in checklist: Checklist) -> String {
    "urn:constat:risk:req_node:\(Checklist.token(checklist.id)):\(Checklist.token(id))"
  }

  fileprivate func node(in language: Language, under parent: String, _ urn: String) -> JSON {
    let evidence = evidence.map { "- \($0[language])" }.joined(separator: "\n")
    let annotation = [question?[language], note?[language]].compactMap(\.self)
    return Checklist.object([
      ("urn", .text("\(urn):\(Checklist.token(id))")), ("assessable", .bool(true)),
      ("depth", .integer(2)), ("parent_urn", .text(parent)), ("ref_id", .text(id)),
      ("name", .text(title[language])), ("description", .text(chapter?[language] ?? "")),
      ("annotation", .text(annotation.joined(separator: "\n"))),
      ("typical_evidence", .text(evidence)),
    ])
  }
}
