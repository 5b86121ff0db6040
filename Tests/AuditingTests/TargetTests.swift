import Auditing
import Testing

struct `A target` {
  @Test(arguments: [
    (Checklist.Target.Comparison.less, true, false, false), (.atMost, true, true, false),
    (.more, false, false, true), (.atLeast, false, true, true), (.equal, false, true, false),
  ])
  func `says whether reaching the limit is enough`(
    comparison: Checklist.Target.Comparison, below: Bool, at: Bool, above: Bool
  ) throws {
    let target = try Checklist.Target(comparison, #require(Quantity("5 d")))
    #expect(try target.isMet(by: #require(Quantity("1.37 d"))) == below)
    #expect(try target.isMet(by: #require(Quantity("5 d"))) == at)
    #expect(try target.isMet(by: #require(Quantity("5.01 d"))) == above)
  }

  @Test func `holds across clock units`() throws {
    let target = try Checklist.Target(.less, #require(Quantity("60 min")))
    #expect(try target.isMet(by: #require(Quantity("1 h"))) == false)
    #expect(try target.isMet(by: #require(Quantity("3599 s"))) == true)
    #expect(
      try Checklist.Target(.equal, #require(Quantity("60 min")))
        .isMet(by: #require(Quantity("1 h"))) == true)
  }

  @Test func `says nothing of a value in another kind of unit`() throws {
    let target = try Checklist.Target(.atMost, #require(Quantity("5 d")))
    #expect(try target.isMet(by: #require(Quantity("5 wd"))) == nil)
    #expect(try target.isMet(by: #require(Quantity("5"))) == nil)
  }

  @Test func `is written with the signs of the checklist`() {
    #expect(Checklist.Target.Comparison.allCases.map(\.rawValue) == ["<", "<=", ">", ">=", "="])
  }
}
