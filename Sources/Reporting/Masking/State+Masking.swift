package import Auditing

extension State {
  /// The state with every name replaced, and with nothing of evidence that was not released.
  ///
  /// It is made of the entries themselves, so that whatever is written of it says no name; the ids
  /// of the entries stay, and with them what follows what.
  ///
  /// - Parameters:
  ///   - masker: What is put in the place of names.
  ///   - released: The keys of the evidence whose file name and digest may be told.
  ///   - withheld: What stands for a piece that is not told.
  /// - Returns: The state that the masked entries add up to.
  package func masked(
    by masker: Masker, releasing released: Set<String> = [], withheld: String
  ) -> State {
    let operations = history.operations.map { operation in
      var masked = operation
      masked.events = operation.events.map { event in
        // Who may sign, and with which key, is nobody else's business.
        event?.kind.hasPrefix("signer.") == true
          ? nil
          : event?.masked(by: masker, releasing: released, withheld: withheld)
      }
      return masked
    }
    return State(History(uniting: operations))
  }
}

extension Event {
  /// Fields of closed lists and ids of checklists, which say nothing of anyone.
  private static let codes: Set<String> = [
    "form", "checklist", "criterion", "grade", "verdict", "position", "outcome", "as", "modules",
    "status", "method", "statistic", "indicator", "period", "purpose", "change", "degree",
    "convention", "standing", "noun", "holidays", "value", "kind", "tool", "writer",
  ]

  /// Digests, and what else tells a signature from all others.
  private static let marks: Set<String> = [
    "sha256", "manifest", "statement", "signature", "signer", "token", "files",
  ]

  fileprivate func masked(
    by masker: Masker, releasing released: Set<String>, withheld: String
  ) -> Event {
    var fields = fields
    let isReleased = text("record").map(released.contains) ?? false
    if kind.hasPrefix("evidence."), !isReleased {
      if fields["sha256"] != nil { fields["sha256"] = "—" }
      fields["size"] = nil
      if text("form") == "file" { fields["name"] = .text(withheld) }
      if self["sensitive"]?.boolean == true, fields["text"] != nil {
        fields["text"] = .text(withheld)
      }
    }
    if ["seal.made", "seal.countersigned", "seal.stamped"].contains(kind) {
      for mark in Self.marks where fields[mark] != nil { fields[mark] = "—" }
    }
    if ["masking.confirmed", "import.done", "journal.recovered"].contains(kind) {
      fields = fields.filter { ["seal", "writer"].contains($0.key) }
    }
    let masked = Dictionary(
      uniqueKeysWithValues: fields.map { name, content in
        (name, Self.codes.contains(name) ? content : content.masked(by: masker))
      })
    return Event(
      kind, by: by.isEmpty ? "" : masker.masked(by), run: run, isClockGiven: isClockGiven, masked)
  }
}

extension Content {
  /// The content with every name in its texts replaced and no digest of a file, such as a register
  /// that a sample was drawn from; the codes of a member and of a line of the scope stay.
  fileprivate func masked(by masker: Masker) -> Content {
    switch self {
    case .text(let text): .text(masker.masked(text))
    case .list(let list): .list(list.map { $0.masked(by: masker) })
    case .object(let fields):
      .object(
        Dictionary(
          uniqueKeysWithValues: fields.map { name, content in
            if name == "sha256" { return (name, .text("—")) }
            let isCode = ["role", "modules", "category"].contains(name)
            return (name, isCode ? content : content.masked(by: masker))
          }))
    default: self
    }
  }
}
