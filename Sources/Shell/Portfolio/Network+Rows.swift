import Auditing
import Scripting

/// A network as records.
extension Network {
  /// One record for each dossier, those left out included.
  func dossierRows(_ language: Language) -> [RecordValue] {
    members.map { member in
      let isCounted = member.standing == .ok
      var row = RowBuilder()
      row.word("path", member.path)
      row.text("title", member.title)
      row.choice("state", member.standing.rawValue, PortfolioNoun.standings)
      row.text("why", member.why.map { language.pick($0) })
      row.number("entries", isCounted ? member.entries : nil)
      row.number("sites", isCounted ? member.sites.count : nil)
      row.number("labelled", isCounted ? member.labelled(on: today) : nil)
      let next = isCounted ? member.nextLabel : nil
      row.choice("label", next.map { LabelNouns.status($0, today) }, Choices.labelStatuses)
      row.date("until", next?.until)
      return row.record(PortfolioNoun.name.en, member.path)
    }
  }

  /// One record for each label.
  func labelRows(_ labels: [Held]) -> [RecordValue] {
    labels.map { held in
      var row = RowBuilder()
      row.date("until", held.label.until)
      row.number("days", held.label.until.dayNumber - today.dayNumber)
      row.choice("label", LabelNouns.status(held.label, today), Choices.labelStatuses)
      row.text("title", held.member.title)
      row.text("site", held.site)
      row.word("checklist", held.label.checklist)
      row.words("modules", held.label.modules)
      row.word("path", held.member.path)
      return row.record(PortfolioNoun.name.en, "\(held.member.path)/\(held.label.site)")
    }
  }

  /// One record for each dossier that is in the figures, with the share of its sites that are
  /// labelled.
  var coverageRows: [RecordValue] {
    counted.map { member in
      let labelled = member.labelled(on: today)
      var row = RowBuilder()
      row.text("title", member.title)
      row.number("sites", member.sites.count)
      row.number("labelled", labelled)
      row.quantity("share", Self.share(labelled, of: member.sites.count))
      row.word("path", member.path)
      return row.record(PortfolioNoun.name.en, member.path)
    }
  }

  /// One record for each criterion.
  func recurrenceRows(_ recurrences: [Recurrence], _ language: Language) -> [RecordValue] {
    recurrences.map { recurrence in
      var row = RowBuilder()
      row.word("criterion", recurrence.criterion.id)
      row.word("checklist", recurrence.criterion.checklist)
      row.text("asks", recurrence.title[language])
      row.number("dossiers", recurrence.dossiers)
      row.number("assessed", recurrence.assessed)
      row.quantity("share", Self.share(recurrence.dossiers, of: recurrence.assessed))
      row.number("findings", recurrence.findings)
      row.number("again", recurrence.again)
      return row.record(PortfolioNoun.name.en, recurrence.criterion.id)
    }
  }

  /// One record for each action that is late.
  var lateRows: [RecordValue] {
    late.map { member, action in
      var row = RowBuilder()
      row.date("due", action.due)
      row.number("late", action.due.map { today.dayNumber - $0.dayNumber })
      row.word("action", action.id)
      row.choice("kind", action.kind.rawValue, Choices.actionKinds)
      row.text("text", action.text)
      row.text("title", member.title)
      row.word("path", member.path)
      return row.record(PortfolioNoun.name.en, "\(member.path)/\(action.id)")
    }
  }

  /// One record for each strength.
  func strengthRows(_ strengths: [Strength], _ language: Language) -> [RecordValue] {
    strengths.map { strength in
      let (member, finding) = (strength.member, strength.finding)
      var row = RowBuilder()
      row.word("criterion", finding.criterion.id)
      row.word("checklist", finding.criterion.checklist)
      row.text("asks", finding.title[language])
      row.text("text", finding.text)
      row.text("title", member.title)
      row.text("site", member.sites.first { $0.id == finding.site }?.name ?? finding.site)
      row.word("audit", finding.audit)
      row.date("date", finding.date)
      row.word("path", member.path)
      return row.record(PortfolioNoun.name.en, "\(member.path)/\(finding.audit)")
    }
  }
}
