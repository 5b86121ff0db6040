/// A label granted to a site for modules, from a date, for a validity.
package struct Label: Hashable, Sendable {
  package var key: String
  package var site: String
  /// The id of the checklist it is granted on.
  package var checklist: String
  package var from: CalendarDate
  package var modules: [String]
  /// How long it is valid and when surveillance is due, in months.
  package var validity: Int
  package var surveillance: Int?
  package var convention: Convention
  /// The cycle that its checklist had planned when it was granted; none: the usual one.
  package var milestones: [Checklist.Milestone] = []
  /// Whether surveillance confirmed it or it was withdrawn, and when.
  package var standing: Standing?
  /// Whether people disagree on whether it was withdrawn: nobody knows then that it is valid.
  package var isStandingContested = false
  package var by: String
  package var at: Timestamp

  /// Creates a label.
  package init(
    key: String, site: String, checklist: String, from: CalendarDate, modules: [String],
    validity: Int, surveillance: Int? = nil, convention: Convention = .eve, by: String,
    at: Timestamp
  ) {
    self.key = key
    self.site = site
    self.checklist = checklist
    self.from = from
    self.modules = modules
    self.validity = validity
    self.surveillance = surveillance
    self.convention = convention
    self.by = by
    self.at = at
  }

  /// Which day is the last: the eve of the anniversary, or the anniversary itself.
  package enum Convention: String, CaseIterable, Sendable { case eve, anniversary }

  /// What was decided about it after the grant.
  package struct Standing: Hashable, Sendable {
    package let isWithdrawn: Bool
    package let on: CalendarDate?
  }

  package var isWithdrawn: Bool { standing?.isWithdrawn == true }

  /// The last day of validity.
  package var until: CalendarDate {
    let anniversary = from.adding(months: validity)
    return convention == .eve ? anniversary.adding(days: -1) : anniversary
  }

  init?(_ record: Record) {
    guard let grant = record.unit("grant"),
      let from = record.identity("from")?.text.flatMap({ CalendarDate($0) }),
      let validity = grant["validity"]?.integer
    else { return nil }
    self.init(
      key: record.key, site: record.identity("site")?.text ?? "",
      checklist: record.identity("checklist")?.text ?? "", from: from,
      modules: grant["modules"]?.texts ?? [], validity: validity,
      surveillance: grant["surveillance"]?.integer,
      convention: grant["convention"]?.text.flatMap(Convention.init) ?? .eve, by: record.by,
      at: record.at)
    milestones = (grant["milestones"]?.list ?? []).compactMap(Checklist.Milestone.init)
    standing = record.agreed("standing").flatMap { unit in
      unit["standing"]?.text.map { word in
        Standing(
          isWithdrawn: word == "withdrawn", on: unit["on"]?.text.flatMap { CalendarDate($0) })
      }
    }
    isStandingContested = standing == nil && record.write("standing") != nil
  }
}
