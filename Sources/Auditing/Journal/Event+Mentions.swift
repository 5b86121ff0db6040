extension Event {
  /// The names of the records that its fields cite.
  ///
  /// A key that was minted is cited wherever it stands, a site in a field of that name.
  var mentions: Set<String> {
    var names: Set<String> = []
    for (field, content) in fields { content.collect(&names, in: field) }
    return names
  }
}

extension Noun {
  /// What a record of this noun is called among the records that entries cite.
  func citation(of key: String) -> String { key.isMinted ? key : "\(rawValue) \(key)" }
}

extension Content {
  fileprivate func collect(_ names: inout Set<String>, in field: String) {
    switch self {
    case .text(let text):
      if text.isMinted {
        names.insert(text)
      } else if field == Noun.site.rawValue {
        names.insert(Noun.site.citation(of: text))
      }
    case .list(let list):
      for content in list { content.collect(&names, in: field) }
    case .object(let object):
      for (field, content) in object {
        if field.isMinted { names.insert(field) }
        content.collect(&names, in: field)
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
