import Auditing
import Scripting

/// The records that no list can show, since what they are is contradictory.
extension Session {
  /// The unit without which a record cannot be shown.
  private static let essential: [Noun: String] = [
    .label: "grant", .measure: "point", .survey: "result",
  ]

  /// The contradictions over records of a noun that are in none of its rows; over the figures of
  /// some indicators where it is these that are shown.
  func conflictsWithoutRow(_ noun: NounSpec, among rows: [RecordValue]) -> [Conflict] {
    let isIndicator = noun.name.en == "indicator"
    guard let noun = isIndicator ? .measure : Noun(rawValue: noun.name.en) else { return [] }
    let found = conflictsWithoutRow(noun)
    guard isIndicator else { return found.map(\.conflict) }
    let ids = Set(rows.map(\.id.folded))
    return found.filter { _, record in
      record.identity("indicator")?.text.map { ids.contains($0.folded) } ?? false
    }.map(\.conflict)
  }

  private func conflictsWithoutRow(_ noun: Noun) -> [(conflict: Conflict, record: Record)] {
    guard let unit = Self.essential[noun] else { return [] }
    return state.conflicts.compactMap { conflict in
      guard case .unit(noun, let key, _) = conflict.subject, let record = state.record(noun, key),
        record.conflictingUnits.contains(unit)
      else { return nil }
      return (conflict, record)
    }
  }

  /// Refuses to say that there is no record of an id where there is one, in a contradiction.
  func refuseContested(_ word: String, _ noun: Noun, at range: Range<Int>?) throws {
    let normal = Period.normal(id: word).folded
    let found = conflictsWithoutRow(noun).first { _, record in
      Self.names(of: record).contains { Period.normal(id: $0).folded == normal }
    }
    if let found { throw Failure(inConflict(found.conflict), at: range) }
  }

  /// The error of what would settle a contradiction unsaid, or cannot be read because of it.
  func inConflict(_ conflict: Conflict) -> ShellError {
    let words = words(for: conflict.subject)
    return .inConflict(
      "\(conflict.id) — \(language.pick(words.record)), \(language.pick(words.field))")
  }

  /// What people may call a record: a figure with its statistic or without, a survey by its name
  /// alone, a label by its site.
  private static func names(of record: Record) -> [String] {
    let parts = record.key.split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).replacing("%2F", with: "/").replacing("%25", with: "%")
    }
    func joined(_ parts: [String]) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: "/")
    }
    switch record.noun {
    case .measure: return [joined(parts), joined(Array(parts.prefix(3) + parts.dropFirst(4)))]
    case .label, .survey: return [joined(parts), parts[0]]
    default: return [joined(parts)]
    }
  }

  /// The contradiction over what a label of a site on a checklist grants.
  func contestedGrant(at site: String, on checklist: String) -> Conflict? {
    conflictsWithoutRow(.label).first { _, record in
      record.identity("site")?.text == site && record.identity("checklist")?.text == checklist
    }?.conflict
  }
}
