import Auditing

extension Oracle {
  /// Whether some fields cite a record: by its minted key anywhere, or by the field that names it.
  func cites(_ fields: [String: Content], _ thing: Thing) -> Bool {
    fields.contains { field, content in
      texts(content).contains { text in
        text == thing.key && isMinted(thing) || names(text, in: field, of: fields, thing)
      } || objects(content).contains { cites($0, thing) }
    }
  }

  private func names(
    _ text: String, in field: String, of fields: [String: Content], _ thing: Thing
  ) -> Bool {
    switch thing.noun {
    case .site: field == "site" && text == thing.key
    case .service:
      ["service", "services"].contains(field)
        && thing.key == "\(fields["site"]?.text ?? "")/\(text)"
    case .label: field == "label" && text == thing.key
    case .checklist: ["checklist", "from", "to"].contains(field) && text == thing.key
    case .person:
      ["person", "owner", "lead", "who", "present"].contains(field)
        && (writes[thing] ?? []).contains { write in
          (write.counts || write.isMaker) && write.event["handle"]?.text == text
        }
    default: false
    }
  }

  private func texts(_ content: Content) -> [String] {
    switch content {
    case .text(let text): [text]
    case .list(let list): list.flatMap(texts)
    default: []
    }
  }

  private func objects(_ content: Content) -> [[String: Content]] {
    switch content {
    case .object(let object): [object]
    case .list(let list): list.flatMap(objects)
    default: []
    }
  }
}
