import Auditing

/// Something that stands in the way of a renewal: what, who, by when, and the command that clears it.
struct Blocker {
  let kind: Kind
  /// The id of what it is about.
  let subject: String
  let what: Wording
  /// The handles of those who can clear it; empty where nobody is named.
  let who: [String]
  /// The day by which it was or is to be cleared.
  let due: CalendarDate?
  let remedy: Wording
  let derivation: Derivation

  /// What sort of thing it is, in the order in which the list shows them.
  enum Kind: String, CaseIterable {
    case labelEnded = "label-ended"
    case milestone
    case scope
    case conflict
    case held
    case nonconformity
    case action
    case request
    case indicatorMissed = "indicator-missed"
    case indicatorStale = "indicator-stale"
    case missing
    case rule

    var name: Name {
      switch self {
      case .labelEnded: Name(rawValue, "label-échu")
      case .milestone: Name(rawValue, "jalon")
      case .scope: Name(rawValue, "périmètre")
      case .conflict: Name(rawValue, "contradiction")
      case .held: Name(rawValue, "en-attente")
      case .nonconformity: Name(rawValue, "non-conformité")
      case .action: Name(rawValue)
      case .request: Name(rawValue, "pièce")
      case .indicatorMissed: Name(rawValue, "cible-manquée")
      case .indicatorStale: Name(rawValue, "indicateur-périmé")
      case .missing: Name(rawValue, "manque")
      case .rule: Name(rawValue, "règle")
      }
    }
  }
}

/// Whether a site is ready for a renewal on a day, and what keeps it from that.
struct Readiness {
  let site: String
  let day: CalendarDate
  let label: Label?
  /// The id of the contradiction over what was granted, where there is one.
  let contestedGrant: String?
  /// In the order in which they are to be cleared.
  let blockers: [Blocker]

  var isReady: Bool { blockers.isEmpty }

  init(
    site: String, day: CalendarDate, label: Label?, contestedGrant: String?, blockers: [Blocker]
  ) {
    self.contestedGrant = contestedGrant
    self.site = site
    self.day = day
    self.label = label
    let rank = Dictionary(
      uniqueKeysWithValues: zip(Blocker.Kind.allCases, Blocker.Kind.allCases.indices))
    self.blockers = blockers.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let (x, y) = (rank[a.kind] ?? 0, rank[b.kind] ?? 0)
      if x != y { return x < y }
      switch (a.due, b.due) {
      case (let m?, let n?) where m != n: return m < n
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left.offset < right.offset
      }
    }.map(\.element)
  }
}

extension Readiness {
  /// The readiness as a tree: each blocker with what shows it.
  var derivation: Derivation {
    let count = blockers.count
    let state: Wording =
      isReady
      ? ("prêt", "ready")
      : ("pas prêt, \(count.fr("blocage(s)"))", "not ready, \(count.en("blocker(s)"))")
    let parts = blockers.enumerated().map { index, blocker in
      Derivation(
        .stated(
          kind: blocker.kind.rawValue, id: blocker.subject,
          LocalizedText(
            fr: "\(index + 1). \(blocker.what.fr)", en: "\(index + 1). \(blocker.what.en)")),
        count: 1, [blocker.derivation])
    }
    return Derivation(
      .stated(
        kind: "readiness", id: site,
        LocalizedText(
          fr: "\(site), renouvellement au \(day)\u{A0}: \(state.fr)",
          en: "\(site), renewal on \(day): \(state.en)")), total: count, parts)
  }
}
