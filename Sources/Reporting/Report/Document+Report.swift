package import Auditing

extension Document {
  /// Creates the report of an audit in a language: eight parts, then five annexes.
  package init(reporting subject: ReportSubject, in language: Language) {
    let report = ReportBuilder(subject, ReportWording(language))
    self.init(
      language: language, metadata: report.metadata, notices: report.notices,
      opening: report.opening,
      sections: [
        report.presentation, report.plan, report.evaluation, report.findingsSummary,
        report.sheets, report.closing, report.lexicon, report.requests, report.register,
        report.indicators, report.schedule, report.traceability, report.contentChecklist,
      ])
  }
}
