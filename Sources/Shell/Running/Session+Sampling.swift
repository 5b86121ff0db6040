import Auditing
import Scheduling
import Scripting
import Signing

/// A sample with what belongs to it: its audit, the items drawn, what they come to.
struct DrawnSample {
  let sample: Sample
  let audit: Audit
  /// The ranks of the items drawn, in the order of the draw.
  let ranks: [Int]
  let result: SampleResult
  let indicator: Checklist.Indicator?

  /// Whether a nonconformity appeared and the sample was not extended for it.
  var isToExtend: Bool {
    !result.late.isEmpty && sample.size == sample.firstSize
      && sample.size < sample.population.count
  }

  /// How far it has come.
  var status: String {
    if isToExtend { return "to-extend" }
    return result.unrecorded > 0 ? "open" : "complete"
  }
}

extension Session {
  /// The ranks that a draw takes; the same on every machine.
  static func ranks(of population: Int, size: Int, seed: String) -> [Int] {
    Drawing.ranks(of: population, size: size, seed: seed) { Digest.of(Array($0.utf8)) }
  }

  /// The samples of an audit with what they come to.
  mutating func drawnSamples(of audit: Audit) throws -> [DrawnSample] {
    let checklist = try checklist(audit.checklist)
    return state.samples(in: audit).map { drawn($0, audit, checklist) }
  }

  /// The sample of a display id, of any audit; one that was drawn for no indicator may be counted
  /// for one.
  mutating func drawnSample(
    _ word: String, for indicator: Checklist.Indicator? = nil, at range: Range<Int>?
  ) throws -> DrawnSample {
    let record = try record(.sample, .sample, word, at: range)
    guard let audit = state.audits.first(where: { $0.key == record.audit }),
      let sample = state.samples(in: audit).first(where: { $0.key == record.key })
    else { throw Failure(.inConflict(word), at: range) }
    return drawn(sample, audit, try checklist(audit.checklist), for: indicator)
  }

  private func drawn(
    _ sample: Sample, _ audit: Audit, _ checklist: Checklist,
    for other: Checklist.Indicator? = nil
  ) -> DrawnSample {
    let indicator = sample.indicator.map(checklist.indicator) ?? other
    let unit = Self.unit(sample.counting, indicator)
    let ranks = Self.ranks(
      of: sample.population.count, size: sample.size, seed: sample.seed)
    let limit = sample.limit.flatMap { Checklist.Target($0, unit: unit) } ?? indicator?.target
    let result = SampleResult(
      sample, ranks: ranks, unit: unit, limit: limit,
      days: state.sites.workingDays(at: sample.site),
      on: min(today, audit.end ?? today))
    return DrawnSample(
      sample: sample, audit: audit, ranks: ranks, result: result, indicator: indicator)
  }

  /// The unit of an item: as delays are to be counted, else the indicator's, else days.
  static func unit(_ counting: Sample.Counting?, _ indicator: Checklist.Indicator?) -> Unit {
    switch counting {
    case .working: .workingDay
    case .calendar: .day
    case nil: indicator?.unit ?? .day
    }
  }

  /// The indicators that figures may be of: those of the checklist in range, then those of the
  /// other checklists of the dossier and those built in.
  mutating func indicators(_ range: NounSpec.Range) throws -> [String: Checklist.Indicator] {
    let own = try checklistInRange(range)
    return Dictionary(
      ([own] + knownChecklists).flatMap(\.indicators).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The indicator of an id.
  func indicator(_ word: String, in checklist: Checklist, at range: Range<Int>?) throws
    -> Checklist.Indicator
  {
    guard let indicator = checklist.indicators.first(where: { $0.id.folded == word.folded }) else {
      let known = checklist.indicators.map(\.id)
      throw Failure.unknown(.indicator, word, among: known, at: range)
    }
    return indicator
  }

  /// The site a figure belongs to: the one named, the one stood at, else the only one.
  func siteOfFigure(_ bound: Bound) throws -> String {
    if let word = bound["site"] { return try site(word, at: bound.place("site")).id }
    if let here = place.site { return here }
    guard state.sites.count == 1 else {
      throw Failure(.noSite(state.sites.map(\.id)), at: bound.range)
    }
    return state.sites[0].id
  }
}
