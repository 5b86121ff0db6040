import Auditing
import Scripting

/// The noun of contradictions: what people who did not know of each other have said differently.
enum ConflictNouns {
  static let all = [conflict]

  static let conflict = NounSpec(
    name: Name("conflict", "conflit"),
    summary: ("contradictions à trancher", "contradictions to settle"),
    fields: [
      .init(name: Name("id")), .init(name: Name("record", "enregistrement")),
      .init(name: Name("field", "champ")), .init(name: Name("choices", "choix")),
      .init(name: Name("audit")), .init(name: Name("reason", "raison")),
      .init(name: Name("by", "par")),
      .init(name: Name("status", "statut"), choices: Choices.conflictStatuses),
    ],
    columns: ["id", "record", "field", "choices", "status"]
  ) { session, _ in
    _ = try session.openDossier()
    let language = session.language
    let audits = session.state.audits
    let open = session.state.conflicts.map { conflict in
      let words = session.words(for: conflict.subject)
      let choices = conflict.alternatives.enumerated().map { place, alternative in
        "\(place + 1). \(language.pick(session.words(for: alternative, of: conflict)))"
      }
      var row = RowBuilder()
      row.word("id", conflict.id)
      row.text("record", language.pick(words.record))
      row.text("field", language.pick(words.field))
      row.text("choices", choices.joined(separator: "\n"))
      row.word("audit", audits.first { $0.key == conflict.audit }?.id)
      row.text("reason", nil)
      row.word("by", nil)
      row.choice("status", "open", Choices.conflictStatuses)
      return row.record("conflict", conflict.id)
    }
    return open + settled(session)
  }

  /// What was decided and stands.
  private static func settled(_ session: Session) -> [RecordValue] {
    session.state.settledConflicts.map { settled in
      let words = session.words(for: settled.subject)
      var row = RowBuilder()
      row.word("id", settled.id)
      row.text("record", session.language.pick(words.record))
      row.text("field", session.language.pick(words.field))
      row.text("choices", session.language.pick(session.words(for: settled.choice)))
      row.word("audit", nil)
      row.text("reason", settled.reason)
      row.word("by", settled.by)
      row.choice("status", "resolved", Choices.conflictStatuses)
      return row.record("conflict", settled.id)
    }
  }
}
