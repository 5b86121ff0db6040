import Auditing
import LineEditing
import Scripting

/// The rest of a line that a person may have in mind: words that the criterion calls for, else the
/// line that was last entered with this beginning.
struct LineSuggestion {
  /// What may follow a word of the visit, the likeliest first.
  private var texts: [String: [String]] = [:]
  /// Where it was gathered.
  let place: Place

  /// Gathers what the current criterion calls for: its typical evidence, and how its findings were
  /// worded in earlier audits, the latest first.
  init(_ session: Session, grades: [Checklist.Grade]) {
    place = session.place
    guard let audit = try? session.currentAudit(), let id = session.place.criterion,
      let checklist = session.readChecklist(audit.checklist),
      let criterion = checklist.criterion(id)
    else { return }
    let expected = criterion.evidence.map { $0[session.language] }
    for spec in [FieldCommands.note, FieldCommands.ok] {
      for word in [spec.name.en, spec.name.fr] { texts[word.folded] = expected }
    }
    let earlier = session.state.wordings(on: id, before: audit)
    for grade in grades {
      texts[grade.word.folded] = earlier.filter { $0.grade == grade.code }.map(\.text)
    }
  }

  /// The rest of a line, from the criterion or from lines entered before, oldest first.
  func rest(of line: String, history: [String]) -> String? {
    guard !line.contains("\n"), line.contains(where: { !$0.isWhitespace }) else { return nil }
    let rest = ofCriterion(line) ?? ofHistory(line, history)
    // What could act on the terminal is not offered.
    return rest.flatMap { $0.isEmpty || $0.visible != $0 || $0.contains("\n") ? nil : $0 }
  }

  private func ofCriterion(_ line: String) -> String? {
    guard let space = line.firstIndex(of: " ") else { return nil }
    let typed = line[line.index(after: space)...]
    let folded = typed.folded
    let found = texts[line[..<space].folded]?.first { text in
      text.count > typed.count && text.prefix(typed.count).folded == folded
    }
    return found.map { String($0.dropFirst(typed.count)) }
  }

  private func ofHistory(_ line: String, _ history: [String]) -> String? {
    history.last { $0.utf8.count > line.utf8.count && $0.hasPrefix(line) }
      .map { String($0.dropFirst(line.count)) }
  }
}

extension State {
  /// How findings at a criterion were worded in audits before this one, the latest first.
  fileprivate func wordings(
    on criterion: String, before audit: Audit
  ) -> [(grade: String, text: String)] {
    let earlier = Set(all(.audit).map(\.key).prefix { $0 != audit.key })
    return all(.finding).reversed().compactMap { record in
      guard earlier.contains(record.audit ?? ""),
        record.text("criterion", of: "statement") == criterion,
        let grade = record.text("grade", of: "statement"),
        let text = record.text("text", of: "statement")
      else { return nil }
      return (grade, text)
    }
  }
}
