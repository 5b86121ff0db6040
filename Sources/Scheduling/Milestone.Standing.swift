extension Milestone {
  /// How a milestone stands on a day; the raw value is the stable word of records.
  package enum Standing: String, CaseIterable, Sendable {
    case planned, overdue, done, cancelled
    /// People disagree on it, or on the label that it belongs to.
    case contested
  }
}
