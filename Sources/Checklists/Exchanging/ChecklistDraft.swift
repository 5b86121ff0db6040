package import Auditing
import Recfiles

/// A checklist that was read in another form, on its way to a rec file.
package struct ChecklistDraft: Sendable {
  package var id: String
  package var title: String
  package var edition: String
  package var status: Checklist.Status = .provisional
  package var sources: [String] = []
  package var note: String?
  /// Whether its texts are English: the French ones are then the same words, and the note says so.
  package var isEnglish = false
  package private(set) var modules: [Item] = []
  package private(set) var criteria: [Item] = []

  /// Creates a draft without modules and criteria.
  package init(id: String, title: String, edition: String) {
    self.id = id
    self.title = title
    self.edition = edition
  }

  /// A module or a criterion: its fields as a rec file names them.
  package struct Item: Hashable, Sendable {
    package let id: String
    package let title: String
    package var fields: [Field]

    /// A field of an item.
    package struct Field: Hashable, Sendable {
      package let name: String
      package let value: String
    }
  }

  /// Adds a module unless there is one of that id.
  package mutating func addModule(_ id: String, _ title: String) {
    guard !modules.contains(where: { $0.id == id }) else { return }
    modules.append(Item(id: id, title: title, fields: []))
  }

  /// Adds a criterion; fields without a value are left out.
  package mutating func addCriterion(
    _ id: String, _ title: String, _ fields: [(name: String, value: String?)]
  ) {
    criteria.append(
      Item(
        id: id, title: title,
        fields: fields.compactMap { field in
          guard let value = field.value, !value.isEmpty else { return nil }
          return Item.Field(name: field.name, value: value)
        }))
  }
}

extension ChecklistDraft {
  /// The draft as a rec file that a person can read and correct.
  package var recText: String {
    var head: [(String, String)] = [("Id", id)] + titled(title)
    head += [("Edition", edition), ("Status", status.rawValue)]
    head += sources.map { ("Source", $0) }
    if let note {
      head += isEnglish ? [("Note_fr", note), ("Note_en", note)] : [("Note_fr", note)]
    }
    var writer = RecWriter()
    Self.descriptor("Checklist", key: false).map { writer.append($0) }
    writer.append(Self.record(head))
    for (type, items) in [("Module", modules), ("Criterion", criteria)] {
      Self.descriptor(type, key: true).map { writer.append($0) }
      for item in items {
        var fields: [(String, String)] = [("Id", item.id)] + titled(item.title)
        fields += item.fields.map { ($0.name, $0.value) }
        let hasProvenance = item.fields.contains { $0.name == "Provenance" }
        if !hasProvenance { fields.append(("Provenance", provenance.rawValue)) }
        if !item.fields.contains(where: { $0.name == "Source" }) {
          fields += sources.prefix(1).map { ("Source", $0) }
        }
        writer.append(Self.record(fields))
      }
    }
    return writer.text
  }

  /// How well an item is known that does not say: read in the text itself where that is official.
  private var provenance: Checklist.Provenance { status == .official ? .established : .partial }

  private func titled(_ title: String) -> [(String, String)] {
    isEnglish ? [("Title_fr", title), ("Title_en", title)] : [("Title_fr", title)]
  }

  private static func descriptor(_ type: String, key: Bool) -> RecFile.Descriptor? {
    RecFile.Descriptor(fields: record([("%rec", type)] + (key ? [("%key", "Id")] : [])).fields)
  }

  private static func record(_ fields: [(String, String)]) -> RecFile.Record {
    RecFile.Record(fields: fields.compactMap { RecFile.Field(name: $0.0, value: $0.1) })
  }

  /// A text as an id: other characters become `-`, and the end beyond 32 is left out.
  package static func id(_ text: String) -> String {
    let plain = text.folded.unicodeScalars.map { scalar in
      FieldText.isID(String(scalar)) ? Character(scalar) : "-"
    }
    let words = String(plain.prefix(32)).split(separator: "-")
    return words.isEmpty ? "import" : words.joined(separator: "-")
  }

  /// Whether a text may be an id as it is.
  package static func isID(_ text: String) -> Bool { FieldText.isID(text) }
}
