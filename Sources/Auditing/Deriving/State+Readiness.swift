/// What stands in the way of a renewal, as far as the entries alone say.
extension State {
  /// The label that a site holds on a checklist, or held last: that of the latest end.
  package func label(of site: String, on checklist: String) -> Label? {
    labels.filter { $0.site == site && $0.checklist == checklist && !$0.isWithdrawn }
      .max { $0.until < $1.until }
  }

  /// The contradictions that concern an audit, or one site of it.
  package func conflicts(touching audit: Audit, at site: String) -> [Conflict] {
    conflicts(touching: audit.key).filter { conflict in
      guard let place = self.site(of: conflict.subject) else { return true }
      return place == site
    }
  }

  /// The site that a contradiction is about, where it is about one.
  private func site(of subject: Conflict.Subject) -> String? {
    guard case .unit(let noun, let key, _) = subject else { return nil }
    let record = record(noun, key)
    switch noun {
    case .assessment, .measure, .label: return record?.identity("site")?.text
    case .site: return key
    case .finding: return record?.agreed("statement")?["site"]?.text
    default: return nil
    }
  }

  /// The operations of what waits behind a seal, each once, in display order.
  package func operations(of held: [Held]) -> [Operation] {
    Set(held.map(\.operation)).sorted().map { history.operations[$0] }
  }

  /// The people who wrote what waits behind a seal.
  package func authors(of held: [Held]) -> [String] {
    Set(held.compactMap { event(at: $0.place)?.by }.filter { !$0.isEmpty }).sorted()
  }

  /// The person who answers for a criterion, where the dossier says so.
  package func owner(of criterion: String, on checklist: String) -> String? {
    record(.criterion, EventKind.naturalKey([checklist, criterion]))?.text("owner")
  }

  /// How the figures of an indicator stand at a site on a day.
  package func figure(of indicator: Checklist.Indicator, at site: String, on day: CalendarDate)
    -> FigureState
  {
    guard let latest = series(of: indicator.id, at: site).first else { return .never }
    if let frequency = indicator.frequency, let end = Period(latest.period)?.last,
      let next = end.adding(frequency), next < day
    {
      return .stale(latest, since: next)
    }
    if let target = indicator.target, target.isMet(by: latest.value) == false {
      return .missed(latest)
    }
    return .good(latest)
  }
}

/// How the figures of an indicator stand on a day.
package enum FigureState: Sendable {
  /// It was never measured.
  case never
  /// No value has come for longer than its frequency allows, since a day.
  case stale(Measure, since: CalendarDate)
  /// The latest value does not meet the target.
  case missed(Measure)
  case good(Measure)
}
