import Auditing

extension Operation {
  /// What it did, in words, and who did it.
  var words: Wording {
    let events = events.compactMap(\.self).filter { $0.kind != "writer.opened" }
    let words = events.prefix(4).map(\.words)
    let rest = events.count > 4 ? " … (\(events.count))" : ""
    let who = events.first { !$0.by.isEmpty }.map { " — \($0.by)" } ?? ""
    return (
      words.map(\.fr).joined(separator: ", ") + rest + who,
      words.map(\.en).joined(separator: ", ") + rest + who
    )
  }
}

extension [Operation] {
  /// How many are listed where there are very many.
  private static var listed: Int { 10 }

  /// A line for each, with its time, and how many more there are.
  var lines: [Wording] {
    var lines = prefix(Self.listed).map { operation -> Wording in
      let (time, words) = (operation.at.seconds, operation.words)
      return ("  \(time)  \(words.fr)", "  \(time)  \(words.en)")
    }
    let rest = count - lines.count
    if rest > 0 { lines.append(("  … et \(rest.fr("autre(s)"))", "  … and \(rest) more")) }
    return lines
  }
}

extension Session {
  /// Says of an id under which nothing is shown that a seal holds back what it means.
  mutating func noteHeld(_ id: String, _ noun: Noun) {
    for held in state.held {
      guard let event = state.event(at: held.place), event.declaration?.noun == noun,
        event.text("id")?.folded == id.folded
      else { continue }
      let (name, audit) = (Self.name(of: noun), displayed(.audit, held.audit))
      output.note(
        (
          "\(name.fr) \(id) de \(event.by)\u{A0}: après le scellé de l’audit \(audit.fr), en attente d’un rectificatif",
          "\(name.en) \(id) of \(event.by): after the seal of audit \(audit.en), waiting for an amendment"
        ))
    }
  }

  /// What came about an audit after a seal had frozen it, with its authors.
  var heldRemarks: [Wording] {
    state.audits.flatMap { audit -> [Wording] in
      let held = state.held(ofAudit: audit.key)
      let operations = state.operations(of: held)
      guard !operations.isEmpty else { return [] }
      let authors = state.authors(of: held).joined(separator: ", ")
      let count = operations.count
      return [
        (
          "audit \(audit.id)\u{A0}: \(count.fr("opération(s) de \(authors) venue(s) après le scellé, en attente d’un rectificatif"))\u{A0}:",
          "audit \(audit.id): \(count.en("operation(s)")) of \(authors) came after the seal, waiting for an amendment:"
        )
      ] + operations.lines
    }
  }
}
