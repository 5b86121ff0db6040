extension Event {
  /// Hands over the name of each record that its fields cite, perhaps more than once.
  ///
  /// A key that was minted is cited wherever it stands, a site in a field of that name.
  func forEachMention(_ body: (String) -> Void) {
    for (field, content) in fields { content.forEachMention(in: field, body) }
  }
}

extension Noun {
  /// What a record of this noun is called among the records that entries cite.
  func citation(of key: String) -> String { key.isMinted ? key : "\(rawValue) \(key)" }
}

extension Content {
  fileprivate func forEachMention(in field: String, _ body: (String) -> Void) {
    switch self {
    case .text(let text):
      if text.isMinted {
        body(text)
      } else if field == Noun.site.rawValue {
        body(Noun.site.citation(of: text))
      }
    case .list(let list):
      for content in list { content.forEachMention(in: field, body) }
    case .object(let object):
      for (field, content) in object {
        if field.isMinted { body(field) }
        content.forEachMention(in: field, body)
      }
    case .integer, .boolean: break
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
