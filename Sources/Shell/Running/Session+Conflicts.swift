import Auditing
import Scripting

/// How a contradiction is said to a person.
extension Session {
  /// What a contradiction is about: the record and the field.
  func words(for subject: Conflict.Subject) -> (record: Wording, field: Wording) {
    switch subject {
    case .unit(let noun, let key, let unit):
      let id = displayed(noun, key)
      let name = Self.name(of: noun)
      let field = Self.name(ofUnit: unit)
      return (("\(name.fr) \(id.fr)", "\(name.en) \(id.en)"), (field.fr, field.en))
    case .activity(let operation):
      let words = state.history.position(of: operation).map {
        state.history.operations[$0].words
      }
      return (
        ("opération\u{A0}: \(words?.fr ?? "")", "operation: \(words?.en ?? "")"),
        ("annulation", "undo")
      )
    case .edition(let edition, let audit):
      let id = displayed(.audit, audit)
      return (("audit \(id.fr)", "audit \(id.en)"), ("édition \(edition)", "edition \(edition)"))
    }
  }

  /// One of the things said, with its author and time.
  func words(for alternative: Conflict.Alternative, of conflict: Conflict) -> Wording {
    let what =
      if case .edition = conflict.subject {
        words(forSeal: alternative.value["record"]?.text ?? "")
      } else {
        words(for: alternative.value, isUse: alternative.isUse)
      }
    let isSaid = alternative.value["reason"] != nil
    let given = isSaid ? nil : state.event(at: alternative.place)?.text("reason")
    let reason = given.map { " (\($0))" } ?? ""
    let who = "\(alternative.by) \(alternative.at.seconds)"
    return ("\(what.fr)\(reason) — \(who)", "\(what.en)\(reason) — \(who)")
  }

  /// One of the seals of an edition, by what tells its bag from another.
  private func words(forSeal key: String) -> Wording {
    guard let manifest = state.seals.first(where: { $0.key == key })?.manifest else {
      return ("commencée, non signée", "begun, not signed")
    }
    let digits = manifest.prefix(12)
    return ("scellée, manifeste \(digits)", "sealed, manifest \(digits)")
  }

  /// How a contradiction was decided.
  func words(for choice: Conflict.Choice) -> Wording {
    switch choice {
    case .keep: ("gardé", "kept")
    case .drop: ("écarté", "dropped")
    case .value(let value): words(for: value, isUse: false)
    }
  }

  private func words(for value: [String: Content], isUse: Bool) -> Wording {
    if value["destroyed"] != nil { return ("citée, à garder", "cited, to be kept") }
    if isUse { return ("utilisé ici", "used here") }
    switch (value["presence"]?.text, value["activity"]?.text) {
    case ("withdrawn"?, _): return ("retiré", "withdrawn")
    case ("present"?, _): return ("présent", "present")
    case (_, "undone"?): return ("annulée", "undone")
    case (_, "active"?): return ("rétablie", "put back")
    default: break
    }
    let parts = value.sorted { $0.key < $1.key }.map { field, content -> Wording in
      let words = words(for: content, of: field)
      guard value.count > 1 else { return words }
      let name = Self.name(ofUnit: field)
      return ("\(name.fr)\u{A0}: \(words.fr)", "\(name.en): \(words.en)")
    }
    return (
      parts.map(\.fr).joined(separator: ", "), parts.map(\.en).joined(separator: ", ")
    )
  }

  private func words(for content: Content, of field: String) -> Wording {
    switch content {
    case .text(let text):
      if let name = Self.choices[field]?.first(where: { $0.en == text }) {
        return (name.fr, name.en)
      }
      return state.reference(toAny: text) ?? (text, text)
    case .integer(let integer): return ("\(integer)", "\(integer)")
    case .boolean(let boolean): return boolean ? ("oui", "yes") : ("non", "no")
    case .list(let list):
      let parts = list.map { words(for: $0, of: field) }
      return (
        parts.map(\.fr).joined(separator: ", "), parts.map(\.en).joined(separator: ", ")
      )
    case .object(let object):
      let parts = object.map { key, content in
        let name = Self.name(ofUnit: key)
        return (
          state.reference(toAny: key) ?? (name.fr, name.en), words(for: content, of: key)
        )
      }
      return (
        parts.map { "\($0.fr)=\($1.fr)" }.sorted().joined(separator: ", "),
        parts.map { "\($0.en)=\($1.en)" }.sorted().joined(separator: ", ")
      )
    }
  }

  /// The id by which people know a record.
  func displayed(_ noun: Noun, _ key: String) -> Wording {
    let id: String?
    switch noun {
    case .assessment:
      let parts = key.split(separator: "/").map { $0.replacing("%2F", with: "/") }
      id = parts.dropFirst().joined(separator: " · ").replacing("%25", with: "%")
    case .followup:
      let parts = key.split(separator: "/").map(String.init)
      guard parts.count == 2 else { return (key, key) }
      let (audit, finding) = (displayed(.audit, parts[0]), displayed(.finding, parts[1]))
      return ("\(finding.fr) · \(audit.fr)", "\(finding.en) · \(audit.en)")
    case .person: id = state.record(noun, key)?.text("handle")
    case .meeting:
      id = state.audits.lazy.flatMap(state.meetings).first { $0.key == key }?.id
    case .milestone:
      let planned = plannedMilestones().first { $0.key == key }
      id = planned?.id ?? key.replacing("%2F", with: "/").replacing("%25", with: "%")
    case .site, .criterion, .measure, .survey, .label, .service, .checklist, .mapping, .signer:
      id = key.replacing("%2F", with: "/").replacing("%25", with: "%")
    case .dossier: id = state.title
    default: id = nil
    }
    return id.map { ($0, $0) } ?? state.reference(to: key, noun, identifiers(noun))
  }
}
