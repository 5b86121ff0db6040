import Auditing
import Scheduling

/// What one dossier of a network adds up to, apart from what it was read from.
struct NetworkMember: Sendable {
  /// Its path below the folder that was asked about.
  let path: String
  /// Whether it is in the figures, or why not.
  let standing: Standing
  /// The reason in words, where it could not be read as it should.
  var why: Wording?
  /// The id of its first operation.
  var id = ""
  var title = ""
  var entries = 0
  var sites: [Site] = []
  /// The last label of each site and checklist, those withdrawn included.
  var labels: [Label] = []
  /// The sites of labels of which people disagree on what was granted.
  var contestedGrants: [String] = []
  /// What its calendar is made of.
  var calendar: DossierCalendar?
  /// The actions that are to be done by a day and are not.
  var actions: [Action] = []
  var findings: [Finding] = []
  /// The criteria on which an audit has given a verdict, met or not, with the day of the last.
  var assessed: [Criterion: CalendarDate] = [:]
  /// The findings whose grade cannot be known: contradictory, or on a checklist that is not here.
  var unclassed = 0

  /// Whether a dossier is in the figures; one that is not is named.
  enum Standing: String, CaseIterable {
    case ok, damaged, newer, locked, exercise, trial
  }

  /// A criterion of a checklist, whichever edition.
  struct Criterion: Hashable {
    let checklist: String
    let id: String
  }

  /// A finding of one of its audits.
  struct Finding {
    let criterion: Criterion
    /// What the criterion asks, in the checklist of the audit.
    let title: LocalizedText
    let site: String
    let severity: Checklist.Severity
    let text: String
    let audit: String
    let date: CalendarDate
    /// Whether a later audit found it again.
    let hasRecurred: Bool
  }
}

extension NetworkMember {
  /// The labels that stand, each with the name of its site.
  var standingLabels: [(label: Label, site: String)] {
    let names = Dictionary(sites.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return labels.filter { !$0.isWithdrawn }.map { ($0, names[$0.site] ?? $0.site) }
  }

  /// The label that ends first, of those that stand.
  var nextLabel: Label? { labels.filter { !$0.isWithdrawn }.min { $0.until < $1.until } }

  /// How many sites hold a label that is valid on a day.
  func labelled(on day: CalendarDate) -> Int { labelledSites(on: day).count }

  /// The sites of which nobody knows whether they hold a valid label, as people disagree on it.
  func contestedSites(on day: CalendarDate) -> [String] {
    let contested = labels.filter {
      $0.isStandingContested && $0.from <= day && day <= $0.until
    }.map(\.site)
    let doubtful = Set(contested + contestedGrants).subtracting(labelledSites(on: day))
    return sites.map(\.id).filter(doubtful.contains)
  }

  private func labelledSites(on day: CalendarDate) -> Set<String> {
    let valid = labels.filter {
      !$0.isWithdrawn && !$0.isStandingContested && $0.from <= day && day <= $0.until
    }
    return Set(valid.map(\.site)).intersection(sites.map(\.id))
  }
}
