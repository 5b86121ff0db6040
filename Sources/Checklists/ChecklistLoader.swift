package import Auditing
import Recfiles

/// Makes a checklist of a rec file, if nothing in it is wrong.
package enum ChecklistLoader {
  /// Reads and checks a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - reservedWords: The words of the language, for which no grade may stand.
  ///   - checkExpression: What is wrong with the expression of a rule, if anything is.
  /// - Returns: The checklist, or all faults in the order of lines.
  package static func load(
    bytes: [UInt8], reservedWords: Set<String>,
    checkExpression: (String) -> ExpressionFault?
  ) -> (checklist: Checklist?, faults: [ChecklistFault]) {
    let (file, syntax) = RecFile.parse(bytes)
    var check = ChecklistCheck(syntax: syntax)
    if syntax.contains(where: { $0.kind == .utf16 }) { return (nil, check.sortedFaults) }
    let records = check.records(of: file)
    check.checkCounts(records)
    check.checkIDs(records)
    for record in records { check.checkFields(record) }
    check.checkCommitments(records)
    check.checkMappings(records)
    check.checkMilestones(records)
    check.checkTargets(records)
    check.checkGrades(records, reservedWords: reservedWords)
    check.checkExpressions(records, with: checkExpression)
    guard check.faults.isEmpty else { return (nil, check.sortedFaults) }
    return (Checklist(checked: records), [])
  }
}
