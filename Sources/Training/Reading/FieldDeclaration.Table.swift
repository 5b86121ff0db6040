import Auditing

extension FieldDeclaration {
  /// Every field of every type of record, in the order in which a record is usually written.
  static func fields(of type: RecordType) -> [FieldDeclaration] {
    switch type {
    case .scenario: scenario
    case .site: [id, .init("Name", .localizedText, .required), .init("Module", .text, .repeated)]
    case .pool: [id, .init("Value", .text, .requiredRepeated)]
    case .variable:
      [
        id, .init("From", .reference([.pool])), .init("Names", .text),
        .init("Value", .text, .repeated),
      ]
    case .place:
      [
        id, site, .init("Name", .localizedText, .required),
        .init("Text", .localizedText, .required),
      ]
    case .person: person
    case .answer: answer
    case .document:
      [
        id, site, .init("Title", .localizedText, .required),
        .init("Text", .localizedText, .required),
        .init("At", .reference(Self.holders), .repeated),
      ]
    case .mailbox: mailbox
    case .measurement: measurement
    default: keyFields(of: type)
    }
  }

  private static func keyFields(of type: RecordType) -> [FieldDeclaration] {
    switch type {
    case .fact:
      [
        id, .init("At", .places, .requiredRepeated), .init("Criterion", .id),
        .init("Text", .localizedText, .required), .init("If", .reference([.fault])),
        .init("Unless", .reference([.fault])),
      ]
    case .choice: [id, .init("Plant", .number(1...99), .required)]
    case .fault: fault
    case .decoy:
      [
        id, .init("Criterion", .id, .required), site, .init("Title", .localizedText, .required),
        .init("Evidence", .reference([.fact]), .requiredRepeated),
        .init("Why", .localizedText, .required),
      ]
    case .hint:
      [
        id, .init("Fault", .reference([.fault]), .required),
        .init("Cost", .number(1...20), .required), .init("Text", .localizedText, .required),
      ]
    default: earlier
    }
  }

  /// What can hold a document, a mailbox or a measurement.
  static let holders: [RecordType] = [.place, .person, .answer, .document]

  private static let id = FieldDeclaration("Id", .id, .required)
  private static let site = FieldDeclaration("Site", .reference([.site]))

  private static let scenario: [FieldDeclaration] = [
    id, .init("Title", .localizedText, .required), .init("Checklist", .id, .required),
    .init("Edition", .text, .required),
    .init(
      "Kind",
      .enumeration(Audit.Kind.allCases.filter { $0 != .mock }.map(\.rawValue))),
    .init("Level", .enumeration(Scenario.Level.allCases.map(\.rawValue))),
    .init("Minutes", .number(5...480), .required), .init("Date", .date, .required),
    .init("Intro", .localizedText, .required),
  ]

  private static let person: [FieldDeclaration] = [
    id, .init("Place", .reference([.place]), .required),
    .init("Name", .localizedText, .required), .init("Role", .localizedText, .required),
    .init("Character", .localizedText, .required), .init("Lost", .localizedText),
  ]

  private static let answer: [FieldDeclaration] = [
    id, .init("Person", .reference([.person]), .required),
    .init("Keywords", .keywords, .requiredRepeated), .init("Text", .localizedText, .required),
    .init("More", .localizedText), .init("MoreKeywords", .keywords, .repeated),
    .init("After", .reference([.fact, .document, .answer, .place]), .repeated),
  ]

  private static let mailbox: [FieldDeclaration] = [
    id, site, .init("Title", .localizedText, .required),
    .init("At", .reference(holders), .requiredRepeated), .init("Limit", .limit, .required),
    .init("Row", .text, .repeated), .init("Rows", .number(1...500)),
    .init("Late", .number(0...500)), .init("Unanswered", .number(0...500)),
    .init("From", .date), .init("To", .date), .init("Minimum", .number(1...500)),
    .init("If", .reference([.fault])),
  ]

  private static let measurement: [FieldDeclaration] = [
    id, site, .init("Title", .localizedText, .required),
    .init("At", .reference(holders), .requiredRepeated), .init("Unit", .text, .required),
    .init("Target", .target, .required), .init("Value", .text, .repeated),
    .init("Rows", .number(1...500)), .init("Beyond", .number(0...500)), .init("Low", .decimal),
    .init("High", .decimal), .init("Minimum", .number(1...500)), .init("If", .reference([.fault])),
  ]

  private static let fault: [FieldDeclaration] = [
    id, .init("Criterion", .id, .required), .init("Also", .id, .repeated), site,
    .init("Grade", .id, .required), .init("Title", .localizedText, .required),
    .init("Evidence", .reference([.fact]), .requiredRepeated), .init("Needs", .number(1...20)),
    .init("Why", .localizedText, .required), .init("Choice", .reference([.choice])),
  ]

  private static let earlier: [FieldDeclaration] = [
    id, .init("Criterion", .id, .required), site, .init("Grade", .id, .required),
    .init("Title", .localizedText, .required),
    .init("Outcome", .enumeration(Scenario.Outcome.allCases.map(\.rawValue)), .required),
    .init("Evidence", .reference([.fact]), .repeated), .init("Why", .localizedText, .required),
  ]
}
