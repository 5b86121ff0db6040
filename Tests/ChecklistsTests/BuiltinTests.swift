import Auditing
import Checklists
import Testing

struct `A built-in checklist` {
  @Test(arguments: BuiltinChecklists.all.map(\.id))
  func `has no fault and the id it is filed under`(id: String) throws {
    let bytes = try #require(BuiltinChecklists.all.first { $0.id == id }).bytes
    let (checklist, faults) = load(bytes)
    #expect(faults.isEmpty, "\(faults.map { "\($0.line) \($0.field ?? ""): \($0.wording.en)" })")
    #expect(checklist?.id == id)
  }
}
