/// Where the figures of indicators and the days of labels come from.
extension State {
  /// Whether an indicator meets its target at a site: by its latest measurement, the earlier ones
  /// following.
  package func derivation(of indicator: Checklist.Indicator, at site: String) -> Derivation {
    let series = series(of: indicator.id, at: site)
    let met = series.first.flatMap { measure in
      indicator.target.flatMap { $0.isMet(by: measure.value) }
    }
    let parts = series.isEmpty ? [Derivation(.nothingRecorded)] : series.map(derivation)
    return Derivation(.indicator(indicator, site: site, met: met), parts)
  }

  /// The measurements of an indicator at a site, the latest period first.
  package func series(of indicator: String, at site: String) -> [Measure] {
    func last(_ measure: Measure) -> CalendarDate {
      Period(measure.period)?.last ?? CalendarDate(dayNumber: 0)
    }
    return measures.filter { $0.indicator == indicator && $0.site == site }.enumerated()
      .sorted { left, right in
        let (a, b) = (last(left.element), last(right.element))
        return a != b ? a > b : left.offset > right.offset
      }.map(\.element)
  }

  /// A measurement, down to its entry.
  package func derivation(of measure: Measure) -> Derivation {
    Derivation(
      .measure(measure), Derivation.leaves(entries(of: record(.measure, measure.key), "point")))
  }

  /// A label: the entries that granted, confirmed or withdrew it.
  package func derivation(of label: Label) -> Derivation {
    let record = record(.label, label.key)
    return Derivation(
      .label(label),
      Derivation.leaves(entries(of: record, "grant") + entries(of: record, "standing")))
  }

  /// Any record whose making is here: the entry that made it, then what stands for its units.
  package func derivation(of record: Record, as claim: Derivation.Claim, count: Int? = nil)
    -> Derivation
  {
    var seen: Set<Entry> = []
    let entries = record.units.flatMap { $0.writes.map { entry(at: $0.place) } }
      .filter { seen.insert($0).inserted }
    return Derivation(
      claim, count: count,
      entries.isEmpty ? [Derivation(.nothingRecorded)] : Derivation.leaves(entries))
  }
}
