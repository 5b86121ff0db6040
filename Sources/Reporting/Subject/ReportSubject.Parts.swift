/// One line of the audit plan (ISO 19011:2018 6.3.2), as it was written.
package struct PlanSlot: Hashable, Sendable {
  /// The beginning and the end, as times or days.
  package var start: String
  package var end: String
  package var place: String
  package var what: String
  package var who: String

  /// Creates a line of the plan.
  package init(start: String, end: String, place: String, what: String, who: String) {
    self.start = start
    self.end = end
    self.place = place
    self.what = what
    self.who = who
  }
}
