import Auditing
import Reporting
import Training

/// What one trainee found, missed and did.
extension MockDebrief {
  func parts(of result: MockResult) -> [Document.Section] {
    [missed(result), found(result), wrong(result), verdicts(result), timeline(result)]
      .compactMap(\.self)
  }

  private func missed(_ result: MockResult) -> Document.Section? {
    guard !result.score.missed.isEmpty else {
      return Document.Section(
        title: text("Ce qui a été manqué", "What was missed"),
        blocks: [
          .lead(text("Rien : toutes les fautes sont trouvées.", "Nothing: every fault was found."))
        ])
    }
    let sections = result.score.missed.map { fault in
      Document.Section(
        title: text(fault.title),
        blocks: [
          .paragraph(
            RichText(data: "\(fault.criterion) — \(result.grade(fault.grade, language)). ")
              + text(fault.why)),
          .table(traces(of: fault, result)),
        ])
    }
    return Document.Section(
      title: text(
        "Ce qui a été manqué, et où cela se voyait", "What was missed, and where it was to be seen"),
      sections: sections)
  }

  private func traces(of fault: Scenario.Fault, _ result: MockResult) -> Document.Table {
    let rows = Trace.traces(of: fault, in: result.key, result.exercise).map { trace in
      [
        Document.Cell.text(text(result.text(of: trace.fact))),
        .text(text(result.words(trace.source))),
        .text(text(result.words(trace.state))),
      ]
    }
    return Document.Table(
      caption: text("Les faits qui l'étayent", "The facts that support it"),
      columns: [
        .init(text("Fait", "Fact"), share: 44), .init(text("Où", "Where"), share: 32),
        .init(text("Et vous", "And you"), share: 24),
      ], rows: rows)
  }

  private func found(_ result: MockResult) -> Document.Section? {
    guard !result.score.hits.isEmpty else { return nil }
    let rows = result.score.hits.map { hit -> [Document.Cell] in
      let uncited = hit.fault.evidence.filter { !hit.claim.facts.contains($0) }
      let missing = uncited.compactMap(result.key.fact).map { result.text(of: $0)[language] }
      return [
        .text(text(hit.fault.title)), cell(data: "\(hit.claim.id), min \(hit.claim.minute)"),
        cell(data: hit.fault.grade), cell(data: hit.claim.grade),
        cell(data: missing.isEmpty ? "—" : missing.joined(separator: " · ")),
      ]
    }
    return Document.Section(
      title: text("Ce qui a été trouvé", "What was found"),
      blocks: [
        .table(
          Document.Table(
            caption: text("Fautes trouvées", "Faults found"),
            columns: [
              .init(text("Faute", "Fault"), share: 30),
              .init(text("Constat", "Finding"), share: 14),
              .init(text("Clé", "Key"), share: 10), .init(text("Vous", "You"), share: 10),
              .init(text("Preuves non citées", "Evidence not cited"), share: 36),
            ], rows: rows))
      ])
  }

  private func wrong(_ result: MockResult) -> Document.Section? {
    let wrong = result.judged.filter { entry in
      if case .hit = entry.found { false } else { true }
    }
    guard !wrong.isEmpty else { return nil }
    return Document.Section(
      title: text("Les constats qui ne trouvent rien", "Findings that find nothing"),
      blocks: [
        .table(
          Document.Table(
            caption: text("Constats à revoir", "Findings to look at again"),
            columns: [
              .init(text("Constat", "Finding"), share: 12),
              .init(text("Critère", "Criterion"), share: 13),
              .init(text("Texte", "Text"), share: 35),
              .init(text("Ce qu'il en est", "What it is"), share: 40),
            ],
            rows: wrong.map { claim, found in
              [
                cell(data: claim.id), cell(data: claim.spot.criterion), cell(data: claim.text),
                .text(text(result.words(found))),
              ]
            }))
      ])
  }

  private func verdicts(_ result: MockResult) -> Document.Section? {
    let score = result.score
    let coverage = text(
      "Critères évalués : \(score.assessed) sur les \(score.bearing) que le scénario touche. Faits vus : \(score.seen) sur \(score.facts).",
      "Criteria assessed: \(score.assessed) of the \(score.bearing) the scenario bears on. Facts seen: \(score.seen) of \(score.facts)."
    )
    var blocks: [Document.Block] = [.paragraph(coverage)]
    if !score.wronglyConforming.isEmpty {
      blocks.append(
        .paragraph(
          text(
            "Déclarés conformes alors qu'une faute s'y trouvait :",
            "Found conforming where a fault lay:")))
      blocks.append(
        .list(score.wronglyConforming.map { RichText(data: "\($0.criterion) · \($0.site)") }))
    }
    for earlier in result.key.earlier {
      let said = result.followUps[earlier.id]?.rawValue ?? "—"
      let expected = earlier.outcome?.rawValue ?? "—"
      var words = text("Suivi de ", "Follow-up of ") + text(earlier.title)
      words += text(
        " : attendu \(expected), dit \(said). ", ": expected \(expected), said \(said). ")
      if let why = earlier.why { words += text(why) }
      blocks.append(.paragraph(words))
    }
    return Document.Section(
      title: text("Couverture et verdicts", "Coverage and verdicts"), blocks: blocks)
  }

  private func timeline(_ result: MockResult) -> Document.Section {
    let rows = result.timeline.entries.map { entry -> [Document.Cell] in
      [
        .integer(entry.minute), .text(text(result.words(entry.kind))),
        entry.facts > 0 ? .integer(entry.facts) : .empty,
      ]
    }
    return Document.Section(
      title: text("Minute par minute", "Minute by minute"),
      blocks: [
        .table(
          Document.Table(
            caption: text("Le déroulement", "What was done"),
            columns: [
              .init(text("Min", "Min"), share: 8, alignment: .trailing),
              .init(text("Action", "Action"), share: 78),
              .init(text("Faits", "Facts"), share: 14, alignment: .trailing),
            ], rows: rows))
      ])
  }
}
