package import Auditing
import Recfiles

/// Makes a scenario of a rec file, if nothing in it is wrong.
package enum ScenarioLoader {
  /// Reads and checks a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - checklists: The checklists that are known.
  /// - Returns: The scenario, or all faults in the order of lines.
  package static func load(
    _ bytes: [UInt8], checklists: [Checklist]
  ) -> (scenario: Scenario?, faults: [ScenarioFault]) {
    var reader = ScenarioReader(bytes)
    guard let scenario = Scenario(checked: reader.records) else {
      return (nil, sorted(reader.faults))
    }
    var check = ScenarioCheck(scenario, checklists)
    check.run(isFormSound: reader.faults.isEmpty)
    for (kind, place) in check.found { reader.report(kind, place.record, place.field) }
    let faults = sorted(reader.faults)
    return (faults.isEmpty ? scenario : nil, faults)
  }

  /// Whether a file holds a scenario: its first records are of that type.
  package static func isScenario(_ bytes: [UInt8]) -> Bool {
    let file = RecFile.parse(bytes).file
    let types = file.sets.compactMap(\.descriptor?.type)
    return types.first == RecordType.scenario.rawValue
  }

  private static func sorted(_ faults: [ScenarioFault]) -> [ScenarioFault] {
    faults.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
