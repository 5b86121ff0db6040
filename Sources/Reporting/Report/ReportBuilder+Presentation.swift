import Auditing

/// Part 1, after the ministry's template: the audited body and the scope.
extension ReportBuilder {
  var presentation: Document.Section {
    section(
      "1.", words.presentation,
      sections: [
        section("1.1", words.characteristics, blocks: [.definitions(characteristics)]),
        section("1.2", words.scopeAndSites, blocks: scope),
        section("1.3", words.contacts, blocks: contacts),
      ], startsPage: true)
  }

  private var characteristics: [Document.Definition] {
    let modules = checklist.modules.filter { module in
      module.kind == .module && audit.scope.contains { $0.modules.contains(module.id) }
    }
    let names = modules.map { moduleName($0.id) }.lines
    var list: [Document.Definition] = [
      .init(words.bodyLabel, RichText(data: subject.title)),
      .init(words.checklistLabel, checklistName),
      .init(words.kindLabel, words.word(audit.kind)),
      .init(words.modulesLabel, names.isEmpty ? words.notGiven : names),
      .init(words.clientLabel, words.orNotGiven(audit.client)),
      .init(words.objectivesLabel, words.orNotGiven(audit.objectives)),
      .init(words.datesLabel, words.period(audit.start, audit.end)),
    ]
    let optional = [
      (words.uncoveredLabel, audit.uncovered), (words.obstaclesLabel, audit.obstacles),
      (words.confidentialityLabel, audit.confidentiality),
    ]
    for (label, text) in optional {
      if let text { list.append(.init(label, RichText(data: text))) }
    }
    return list
  }

  private var scope: [Document.Block] {
    guard !audit.scope.isEmpty else { return [.paragraph(words.noScope)] }
    let rows = audit.scope.map { line -> [Document.Cell] in
      let site = site(line.site)
      let name = RichText([.strong(siteName(line.site))])
      let services = line.services.map { RichText(data: serviceName($0)) }
      let contact = [site?.address, site?.contact].compactMap(\.self).map { RichText(data: $0) }
      return [
        .text([name, line.isSampledOut ? words.sampledOut : RichText()].lines),
        .text(list(line.modules.map { RichText(data: $0) })),
        .text(services.isEmpty ? words.allServices : list(services)),
        .text(words.orNotGiven(site?.staff)),
        .text(contact.isEmpty ? words.notGiven : contact.lines),
      ]
    }
    return [
      .table(
        Document.Table(
          caption: words.scopeCaption,
          columns: [
            column(words.siteColumn, 26), column(words.modulesColumn, 12),
            column(words.servicesColumn, 24), column(words.staffColumn, 12),
            column(words.contactColumn, 26),
          ], rows: rows))
    ]
  }

  private var contacts: [Document.Block] {
    let auditors = Set(audit.team.filter { $0.role != .auditee }.map(\.person))
    var seen = Set(subject.persons.filter { auditors.contains($0.handle) }.map(\.key))
    let people = subject.persons.filter { seen.insert($0.key).inserted }
    guard !people.isEmpty else { return [.paragraph(words.noContacts)] }
    return [
      .table(
        Document.Table(
          caption: words.contactsCaption,
          columns: [
            column(words.nameColumn, 34), column(words.qualityColumn, 33),
            column(words.bodyColumn, 33),
          ],
          rows: people.map {
            [
              .text(words.orNotGiven($0.name)), .text(words.orNotGiven($0.role)),
              .text(words.orNotGiven($0.body)),
            ]
          }))
    ]
  }
}
