import Auditing
import Scripting

/// How a contradiction shows where one works, and not only among the contradictions.
extension Session {
  /// A contradiction with all that is said in it, and what shows it again.
  func sentence(for conflict: Conflict) -> Wording {
    let field = words(for: conflict.subject).field
    let said = conflict.alternatives.enumerated().map { place, alternative -> Wording in
      let words = words(for: alternative, of: conflict)
      return ("\(place + 1). \(words.fr)", "\(place + 1). \(words.en)")
    }
    let fr = said.map(\.fr).joined(separator: "\u{202F}; ")
    let en = said.map(\.en).joined(separator: "; ")
    return (
      "contradiction, \(field.fr)\u{A0}: \(fr) → conflit montrer \(conflict.id)",
      "conflict, \(field.en): \(en) → conflict show \(conflict.id)"
    )
  }

  /// What is said against what of the verdict on a criterion at a site; nothing where all agree.
  func contest(_ assessment: Assessment, in audit: Audit) -> Wording? {
    guard assessment.isInConflict else { return nil }
    return conflict(over: audit.key, assessment.criterion, assessment.site).map(sentence)
  }

  /// The contradictions about some records of one noun.
  private func conflicts(about records: [RecordValue], in range: NounSpec.Range) -> [Conflict] {
    let all = state.conflicts
    guard !all.isEmpty, let noun = records.first.flatMap({ Noun(rawValue: $0.noun) }) else {
      return []
    }
    let ids = Set(records.map(\.id.folded))
    let isRanging = Registry.standard.noun(noun.rawValue)?.rangesOverAudit == true
    let audits = Set(((try? self.audits(in: isRanging ? range : .all)) ?? []).map(\.key))
    let labels = noun == .milestone ? self.labels(ofMilestones: ids) : []
    return all.filter { conflict in
      guard case .unit(let other, let key, _) = conflict.subject,
        conflict.audit.map(audits.contains) ?? true || other == .followup
      else { return false }
      // What became of a finding is for a later audit to say.
      if noun == .finding, other == .followup { return ids.contains(followed(by: key).folded) }
      if other == .label, labels.contains(key) { return true }
      guard other == noun else { return false }
      let id = noun == .assessment ? key.drop { $0 != "/" }.dropFirst() : key[...]
      // A figure is shown without the parts of its key that say nothing of it.
      let bare = id.replacing("%2F", with: "/").trimmingSuffix { $0 == "/" }
      return ids.contains(bare.folded) || ids.contains(displayed(noun, key).fr.folded)
    }
  }

  /// The id of the finding that a follow-up is about.
  private func followed(by key: String) -> String {
    displayed(.finding, key.split(separator: "/").last.map(String.init) ?? key).fr
  }

  /// The keys of the labels whose cycles some milestones belong to.
  private func labels(ofMilestones ids: Set<String>) -> Set<String> {
    Set(plannedMilestones().filter { ids.contains($0.id.folded) }.map(\.label.key))
  }

  /// Says what is contradictory in the one record that is shown.
  mutating func noteConflicts(
    about record: RecordValue, of noun: NounSpec, in range: NounSpec.Range
  ) {
    // What an indicator comes to is shown without the figures that are in a contradiction.
    let figures =
      noun.name.en == "indicator" ? conflictsWithoutRow(noun, among: [record]) : []
    for conflict in conflicts(about: [record], in: range) + figures {
      output.note(sentence(for: conflict))
    }
  }

  /// Says which of the records that are listed are in a contradiction; a script is told nothing.
  mutating func noteConflicts(
    among records: [RecordValue], of noun: NounSpec, in range: NounSpec.Range
  ) {
    guard isPrompt || isAlone else { return }
    let found = conflicts(about: records, in: range) + conflictsWithoutRow(noun, among: records)
    for conflict in found.prefix(Self.mostConflicts) {
      let words = words(for: conflict.subject)
      output.note(
        (
          "contradiction\u{A0}: \(words.record.fr), \(words.field.fr) → conflit montrer \(conflict.id)",
          "conflict: \(words.record.en), \(words.field.en) → conflict show \(conflict.id)"
        ))
    }
    let rest = found.count - Self.mostConflicts
    guard rest > 0 else { return }
    output.note(
      (
        "… et \(rest.fr("autre(s)")) → conflit lister", "… and \(rest) more → conflict list"
      ))
  }

  /// How many contradictions are named under a list.
  private static let mostConflicts = 5

  /// Refuses to call conforming what a nonconformity that stands speaks against.
  func refuseConforming(
    _ criterion: String, at site: String, in audit: Audit, on checklist: Checklist
  ) throws {
    let standing = Nonconformities(of: audit, on: checklist, in: state)[criterion, site]
    guard standing.isEmpty else { throw Failure(.nonconformityStands(standing)) }
  }
}

extension StringProtocol {
  /// The text without the characters at its end that meet a condition.
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return text
  }
}
