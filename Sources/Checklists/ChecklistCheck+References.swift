import Auditing
import Recfiles

extension ChecklistCheck {
  /// Takes note of every id, and refuses two that differ in nothing or only in case.
  mutating func checkIDs(_ records: [SourceRecord]) {
    var firstLines: [RecordType: [String: Int]] = [:]
    for record in records where record.type != .checklist {
      guard let field = record["Id"].first, let id = record.text("Id"), !id.isEmpty else {
        continue
      }
      if let first = firstLines[record.type]?[id.folded] {
        report(.duplicateID(id, firstLine: first), in: record, field: field)
        duplicateLines.insert(field.line)
        continue
      }
      firstLines[record.type, default: [:]][id.folded] = field.line
      ids[record.type, default: []].append(id)
      knownIDs[record.type, default: []].insert(id)
    }
  }

  /// Refuses a criterion that takes its commitment from another module.
  mutating func checkCommitments(_ records: [SourceRecord]) {
    var modules: [String: String] = [:]
    for record in records where record.type == .commitment {
      modules[record.id] = modules[record.id] ?? record.text("Module")
    }
    for record in records where record.type == .criterion {
      guard let field = record["Commitment"].first, let commitment = record.text("Commitment"),
        let module = modules[commitment], let own = record.text("Module"), module != own,
        [module, own].allSatisfy({ knownIDs[.module]?.contains($0) == true })
      else { continue }
      report(.foreignCommitment(commitment, module: module), in: record, field: field)
    }
  }

  /// Refuses a mapping from an item of this checklist to the same item.
  mutating func checkMappings(_ records: [SourceRecord]) {
    guard let checklist = records.first(where: { $0.type == .checklist })?.text("Id")?.folded
    else { return }
    for record in records where record.type == .mapping {
      guard let field = record["To"].first, record.text("Checklist")?.folded == checklist,
        record.text("From")?.folded == record.text("To")?.folded
      else { continue }
      report(.selfMapping, in: record, field: field)
    }
  }

  /// Refuses a milestone that is counted from one which does not stand above it: there is then no
  /// circle of milestones.
  mutating func checkMilestones(_ records: [SourceRecord]) {
    var known: [String] = []
    for record in records where record.type == .milestone {
      if let field = record["Before"].first, let word = record.text("Before"),
        case .milestone? = Checklist.Milestone.Anchor(word), !known.contains(word)
      {
        report(
          .unknownReference(
            word, to: [.milestone], known: Array(known.prefix(12)),
            suggestion: suggestion(for: word, among: known)), in: record, field: field)
      }
      known.append(record.id)
    }
  }

  /// Refuses a target whose limit does not compare with what its indicator measures.
  mutating func checkTargets(_ records: [SourceRecord]) {
    for record in records where record.type == .indicator {
      guard let field = record["Target"].first, let text = record.text("Target"),
        let word = record.text("Unit"), let unit = FieldValue.unit(word),
        let target = FieldValue.target(text, unit: unit),
        !target.limit.compares(with: Quantity(target.limit.number, unit))
      else { continue }
      report(
        .targetUnit(target: target.limit.unit.rawValue, indicator: word), in: record, field: field)
    }
  }

  /// Has the expression of every rule checked by the language.
  mutating func checkExpressions(
    _ records: [SourceRecord], with check: (String) -> ExpressionFault?
  ) {
    for record in records where record.type == .rule {
      for field in record["Expression"] where !FieldText.trimmed(field.value).isEmpty {
        guard let fault = check(field.value) else { continue }
        report(.expression(fault), in: record, field: field, offset: fault.offset)
      }
    }
  }
}
