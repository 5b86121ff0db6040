import Auditing

/// The order in which a visit goes through what is in scope: by number, by place or by the person
/// met.
///
/// Whatever the order, each criterion in scope comes exactly once per site.
struct Walk: Equatable, Sendable {
  /// What the walk goes by.
  enum Order: String, CaseIterable, Sendable {
    case number, place, person
  }

  var order = Order.number
  /// Words of the places, of the persons met, and the module that alone are visited.
  var place: String?
  var person: String?
  var module: String?
  var site: String?

  /// A criterion at a site, as it stands.
  struct Stop: Hashable, Sendable {
    let site: String
    let criterion: String
  }

  /// All that is visited, in order: site after site, the one stood at first.
  func stops(
    of audit: Audit, on checklist: Checklist, from here: String?
  ) -> [Stop] {
    var sites = audit.visitedSites
    if let here, let place = sites.firstIndex(of: here) {
      sites.insert(sites.remove(at: place), at: 0)
    }
    return sites.filter { site == nil || $0 == site }.flatMap { site in
      ordered(audit.criteria(of: checklist, at: site).filter { admits($0) })
        .map { Stop(site: site, criterion: $0.id) }
    }
  }

  /// Whether a criterion lies where the walk goes.
  private func admits(_ criterion: Checklist.Criterion) -> Bool {
    func holds(_ text: LocalizedText?, _ words: String?) -> Bool {
      guard let words else { return true }
      return [text?.fr, text?.en].contains { $0?.folded.contains(words.folded) == true }
    }
    return (module == nil || criterion.module.folded == module?.folded)
      && holds(criterion.place, place) && holds(criterion.meet, person)
  }

  /// The criteria in the order of the walk: places and persons as the checklist first names them,
  /// what it says nothing of last.
  private func ordered(_ criteria: [Checklist.Criterion]) -> [Checklist.Criterion] {
    let key: (Checklist.Criterion) -> String?
    switch order {
    case .number: return criteria
    case .place: key = { $0.place?.fr }
    case .person: key = { $0.meet?.fr }
    }
    var names: [String] = []
    for name in criteria.compactMap(key) where !names.contains(name) { names.append(name) }
    return names.flatMap { name in criteria.filter { key($0) == name } }
      + criteria.filter { key($0) == nil }
  }
}
