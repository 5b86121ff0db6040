package import Auditing

extension Masking {
  /// Reads a masking as an entry of the journal writes it; what is no part of one is left out.
  package init(_ content: [Content]) {
    self.init()
    for fields in content.compactMap(\.object) {
      guard let what = fields["what"]?.text else { continue }
      guard let replacement = fields["replacement"]?.text else {
        kept.append(what)
        continue
      }
      entries.append(
        Entry(
          fields["form"]?.text.flatMap(Form.init) ?? .text, what, handle: fields["handle"]?.text,
          replacement: replacement, ground: fields["ground"]?.text.flatMap(Ground.init) ?? .privacy
        ))
    }
  }

  /// The masking as an entry of the journal writes it: what is read instead, and why; nothing
  /// instead of what stays.
  package var content: [Content] {
    entries.map { entry in
      var fields: [String: Content] = [
        "form": .text(entry.form.rawValue), "what": .text(entry.what),
        "replacement": .text(entry.replacement), "ground": .text(entry.ground.rawValue),
      ]
      fields["handle"] = entry.handle.map(Content.text)
      return .object(fields)
    } + kept.map { .object(["what": .text($0)]) }
  }
}
