extension Event {
  /// Hands over the name of each record that its fields cite, perhaps more than once.
  ///
  /// A key that was minted is cited wherever it stands, any other record by a field that names it:
  /// a service beside its site, a checklist by its digest, a person by a handle.
  func forEachMention(_ body: (String) -> Void) { Mentions.find(in: fields, body) }

  /// The names under which entries cite the record that it speaks of, as far as it says them: its
  /// own, and of a person the handle that it gives.
  func citations(of target: Target) -> [String] {
    guard target.noun == .person, let handle = text("handle") else { return [target.citation] }
    return [target.citation, Noun.citation(ofHandle: handle)]
  }
}

extension Noun {
  /// What a record of this noun is called among the records that entries cite.
  func citation(of key: String) -> String { key.isMinted ? key : "\(rawValue) \(key)" }

  /// What a person is called where entries cite a handle.
  fileprivate static func citation(ofHandle handle: String) -> String {
    "\(person.rawValue) \(handle)"
  }
}

/// The records that fields cite.
private enum Mentions {
  static func find(in fields: [String: Content], _ body: (String) -> Void) {
    for (field, content) in fields {
      if field.isMinted { body(field) }
      find(in: content, of: field, beside: fields, body)
    }
  }

  private static func find(
    in content: Content, of field: String, beside fields: [String: Content],
    _ body: (String) -> Void
  ) {
    switch content {
    case .text(let text):
      if text.isMinted { body(text) }
      if let name = name(of: text, in: field, beside: fields) { body(name) }
    case .list(let list):
      for content in list { find(in: content, of: field, beside: fields, body) }
    case .object(let object): find(in: object, body)
    case .integer, .boolean: break
    }
  }

  /// What a text names that is no minted key, by the field that holds it.
  private static func name(
    of text: String, in field: String, beside fields: [String: Content]
  ) -> String? {
    switch field {
    case "site": Noun.site.citation(of: text)
    case "service", "services":
      fields["site"]?.text.map { Noun.service.citation(of: EventKind.naturalKey([$0, text])) }
    case "label": Noun.label.citation(of: text)
    case "checklist", "from", "to":
      text.utf8.count == 64 ? Noun.checklist.citation(of: text) : nil
    case "person", "owner", "lead", "who", "present": Noun.citation(ofHandle: text)
    default: nil
    }
  }
}

extension String {
  /// Whether it has the form of a minted key: 64 bits as 16 lowercase hexadecimal digits.
  fileprivate var isMinted: Bool {
    utf8.count == 16
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
