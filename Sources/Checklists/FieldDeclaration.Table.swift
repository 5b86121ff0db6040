import Auditing

extension FieldDeclaration {
  /// Every field of every type of record, in the order in which a record is usually written.
  static let table: [RecordType: [FieldDeclaration]] = [
    .checklist: [
      .init("Id", .id, .required), .init("Title", .localizedText, .required),
      .init("Edition", .text, .required),
      .init("Status", .enumeration(Checklist.Status.allCases.map(\.rawValue)), .required),
      .init("Validity", .months), .init("Surveillance", .months), sources, note,
    ],
    .module: [
      .init("Id", .id, .required), .init("Title", .localizedText, .required),
      .init("Kind", .enumeration(Checklist.Module.Kind.allCases.map(\.rawValue))),
      .init("Mandatory", .boolean), .init("Disabled", .boolean), provenance, sources, note,
    ],
    .commitment: [
      .init("Id", .id, .required), .init("Module", .reference([.module]), .required),
      .init("Title", .localizedText, .required), provenance, sources,
    ],
    .criterion: criterion,
    .indicator: [
      .init("Id", .id, .required), .init("Title", .localizedText, .required),
      .init("Unit", .unit, .required),
      .init("Better", .enumeration(Checklist.Indicator.Direction.allCases.map(\.rawValue))),
      .init("Target", .target),
      .init("Statistic", .enumeration(Checklist.Indicator.Statistic.allCases.map(\.rawValue))),
      .init("Frequency", .duration), provenance, sources, note,
    ],
    .grade: [
      .init("Id", .id, .required), .init("Word", .word), .init("Title", .localizedText, .required),
      .init("Severity", .enumeration(Checklist.Severity.allCases.map(\.name)), .required),
      .init("Definition", .localizedText),
    ],
    .rule: [
      .init("Id", .id, .required), .init("Title", .localizedText, .required),
      .init("Kind", .enumeration(Checklist.Rule.Kind.allCases.map(\.rawValue))),
      .init("Expression", .expression, .required), provenance, sources, note,
    ],
    .mapping: [
      .init("Id", .id, .required),
      .init("From", .reference([.criterion, .commitment, .module]), .required),
      .init("Checklist", .id, .required), .init("To", .id, .required), provenance, sources,
    ],
    .request: [
      .init("Id", .id, .required), .init("Title", .localizedText, .required),
      .init("Lead", .duration), .init("Module", .reference([.module])), provenance, sources,
    ],
    .term: [
      .init("Id", .id, .required), .init("Title", .localizedText, .required),
      .init("Definition", .localizedText), .init("Clause", .text),
    ],
    .milestone: [
      .init(
        "Id", .enumeration(Checklist.Milestone.Kind.allCases.map(\.rawValue)), .required),
      .init("Lead", .months),
      .init("Before", .enumeration(Checklist.Milestone.Anchor.words), .required), provenance,
      sources,
    ],
  ]

  private static let criterion: [FieldDeclaration] = [
    .init("Id", .id, .required), .init("Ref", .text),
    .init("Module", .reference([.module]), .required),
    .init("Commitment", .reference([.commitment])), .init("Chapter", .localizedText),
    .init("Title", .localizedText, .required), .init("Evidence", .localizedText, .repeated),
    .init("Method", .enumeration(Checklist.Method.allCases.map(\.rawValue)), .repeated),
    .init("Indicator", .reference([.indicator]), .repeated), provenance, sources, note,
    .init("Place", .localizedText), .init("Meet", .localizedText),
    .init("Question", .localizedText), .init("Sample", .number), .init("MaxAge", .duration),
    .init("NotApplicable", .localizedText, .repeated), .init("Mandatory", .boolean),
  ]

  private static let provenance = FieldDeclaration(
    "Provenance", .enumeration(Checklist.Provenance.allCases.map(\.rawValue)), .required)
  private static let sources = FieldDeclaration("Source", .text, .repeated)
  private static let note = FieldDeclaration("Note", .localizedText)
}
