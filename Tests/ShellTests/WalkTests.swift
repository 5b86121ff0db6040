import Auditing
import Chance
import Testing

@testable import Shell

struct `A walk through what is in scope` {
  private static let places = ["Hall d'accueil", "Guichets", nil, "Bureau"]
  private static let persons = ["Agents d'accueil", nil, "Référent qualité"]

  /// A checklist and an audit of it, the same ones for the same seed.
  private static func made(_ seed: UInt64) -> (audit: Audit, checklist: Checklist) {
    var random = SplitMix(seed)
    var checklist = Checklist(
      id: "essai", title: LocalizedText(fr: "Essai"), edition: "1", status: .official)
    for module in 0..<4 {
      var made = Checklist.Module(
        id: "\(module)", title: LocalizedText(fr: "Module \(module)"), provenance: .established)
      made.kind = module == 3 ? .transverse : .module
      made.disabled = module == 2 && random.below(2) == 0
      checklist.modules.append(made)
      for number in 0..<random.below(9) {
        var criterion = Checklist.Criterion(
          id: "M\(module)-\(number)", module: "\(module)", title: LocalizedText(fr: "Titre"),
          provenance: .established)
        criterion.place = places[random.below(4)].map { LocalizedText(fr: $0) }
        criterion.meet = persons[random.below(3)].map { LocalizedText(fr: $0) }
        checklist.criteria.append(criterion)
      }
    }
    var audit = Audit(
      key: "a", id: "A", kind: .internal, checklist: "", by: "", at: Timestamp(milliseconds: 0))
    for _ in 0..<random.below(5) {
      audit.scope.append(
        Audit.ScopeLine(
          site: "s\(random.below(3))",
          modules: ["0", "1", "2"].filter { _ in random.below(2) == 0 },
          isSampledOut: random.below(5) == 0))
    }
    return (audit, checklist)
  }

  @Test(arguments: Walk.Order.allCases)
  func `comes to each criterion in scope exactly once per site`(_ order: Walk.Order) {
    for seed in 0..<400 as Range<UInt64> {
      let (audit, checklist) = Self.made(seed)
      let stops = Walk(order: order).stops(of: audit, on: checklist, from: "s1")
      let expected = audit.visitedSites.flatMap { site in
        audit.criteria(of: checklist, at: site).map { Walk.Stop(site: site, criterion: $0.id) }
      }
      #expect(stops.count == expected.count && Set(stops) == Set(expected), "seed \(seed)")
      #expect(Set(stops).count == stops.count, "seed \(seed)")
      if audit.visitedSites.contains("s1"), let first = stops.first,
        !audit.criteria(of: checklist, at: "s1").isEmpty
      {
        #expect(first.site == "s1", "seed \(seed)")
      }
    }
  }

  @Test func `by place leaves no place before it is done there`() {
    for seed in 0..<400 as Range<UInt64> {
      let (audit, checklist) = Self.made(seed)
      for site in audit.visitedSites {
        var walk = Walk(order: .place)
        walk.site = site
        let places = walk.stops(of: audit, on: checklist, from: nil).compactMap {
          checklist.criterion($0.criterion)?.place?.fr
        }
        var runs: [String] = []
        for place in places where runs.last != place { runs.append(place) }
        #expect(Set(runs).count == runs.count, "seed \(seed): \(runs)")
      }
    }
  }

  @Test func `that keeps to a place and a person comes to theirs and to no other`() {
    for seed in 0..<400 as Range<UInt64> {
      let (audit, checklist) = Self.made(seed)
      var walk = Walk(order: .person, place: "ACCUEIL", person: "accueil")
      walk.module = "0"
      let stops = Set(walk.stops(of: audit, on: checklist, from: nil))
      for site in audit.visitedSites {
        for criterion in audit.criteria(of: checklist, at: site) {
          let isMeant =
            criterion.module == "0" && criterion.place?.fr == "Hall d'accueil"
            && criterion.meet?.fr == "Agents d'accueil"
          #expect(stops.contains(Walk.Stop(site: site, criterion: criterion.id)) == isMeant)
        }
      }
    }
  }
}
