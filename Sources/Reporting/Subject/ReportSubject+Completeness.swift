extension ReportSubject {
  /// Whether the report would hold all that it must.
  package var completeness: Completeness { Completeness(self, rows: rows) }
}
