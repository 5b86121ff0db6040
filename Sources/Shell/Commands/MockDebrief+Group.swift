import Auditing
import Reporting
import Training

/// A group side by side.
extension MockDebrief {
  var group: Document.Section {
    Document.Section(
      title: text("Le groupe", "The group"), blocks: [.table(ranking), .table(faults)] + agreement)
  }

  private var ranking: Document.Table {
    Document.Table(
      caption: text("Les stagiaires côte à côte", "The trainees side by side"),
      columns: [
        .init(text("Stagiaire", "Trainee"), share: 24),
        .init(text("Note", "Score"), share: 10, alignment: .trailing),
        .init(text("Trouvées", "Found"), share: 14, alignment: .trailing),
        .init(text("À tort", "Wrong"), share: 12, alignment: .trailing),
        .init(text("Kappa", "Kappa"), share: 12, alignment: .trailing),
        .init(text("Preuves", "Evidence"), share: 14, alignment: .trailing),
        .init(text("Min", "Min"), share: 14, alignment: .trailing),
      ],
      rows: results.map { result in
        let score = result.score
        return [
          cell(data: result.name), .integer(score.total),
          cell(data: "\(score.hits.count)/\(score.hits.count + score.missed.count)"),
          .integer(score.wrong), cell(data: MockScoreText.kappa(score, language)),
          cell(data: MockScoreText.percent(score.evidence, language)), .integer(score.minutes),
        ]
      })
  }

  /// The faults, those missed most first, with what each trainee made of them.
  private var faults: Document.Table {
    let share = max(6, 60 / results.count)
    let order = MockGroup(results).faults
    return Document.Table(
      caption: text("Les fautes, les plus manquées d'abord", "The faults, those missed most first"),
      columns: [
        .init(text("Faute", "Fault"), share: 29),
        .init(text("Manquée par", "Missed by"), share: 11, alignment: .trailing),
      ] + results.map { .init(RichText(data: $0.name), share: share) },
      rows: order.map { fault, missed, planted in
        let given = results.map { result -> Document.Cell in
          guard result.key.fault(fault.id) != nil else { return cell(data: "·") }
          let hit = result.score.hits.first { $0.fault.id == fault.id }
          return cell(data: hit?.claim.grade ?? "✗")
        }
        return [
          .text(RichText(data: "\(fault.criterion) \(fault.grade) — ") + text(fault.title)),
          cell(data: "\(missed)/\(planted)"),
        ] + given
      })
  }

  private var agreement: [Document.Block] {
    let kappa = MockGroup(results).kappa
    let value = MockScoreText.kappa(kappa, language)
    return [
      .paragraph(
        text(
          "Accord entre stagiaires (kappa de Fleiss) : \(value), sur les fautes plantées chez tous. «\u{A0}·\u{A0}» : pas plantée dans cette variante ; «\u{A0}✗\u{A0}» : non relevée.",
          "Agreement among trainees (Fleiss' kappa): \(value), over the faults planted for all. “·”: not planted in this variant; “✗”: not raised."
        ))
    ]
  }

  var formulas: Document.Section {
    let manual = language.pick(MockScoreCommand.score.manual)
    let lines = manual.split(separator: "\n").map {
      RichText(data: String($0.drop { $0 == " " }))
    }
    return Document.Section(
      title: text("Comment la note est faite", "How the score is made"), blocks: [.list(lines)])
  }
}

/// What a group's results have in common.
struct MockGroup {
  let results: [MockResult]

  init(_ results: [MockResult]) {
    self.results = results
  }

  /// Each fault planted for anyone, with how many missed it of how many, most missed first.
  var faults: [(fault: Scenario.Fault, missed: Int, planted: Int)] {
    var known: [Scenario.Fault] = []
    for fault in results.flatMap(\.key.faults) where !known.contains(where: { $0.id == fault.id }) {
      known.append(fault)
    }
    let counted = known.map { fault in
      let missed = results.count { $0.score.missed.contains { $0.id == fault.id } }
      let planted = results.count { $0.key.fault(fault.id) != nil }
      return (fault: fault, missed: missed, planted: planted)
    }
    return counted.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (right.missed * left.planted, $0.offset) < (left.missed * right.planted, $1.offset)
    }.map(\.element)
  }

  /// Fleiss' kappa over the faults planted for all: not raised, or raised with a grade.
  var kappa: Double? {
    let codes = results.first?.checklist.grades.map(\.code) ?? []
    let shared = faults.filter { $0.planted == results.count }
    return FleissKappa.value(
      shared.map { fault, _, _ in
        var counts = [Int](repeating: 0, count: codes.count + 1)
        for result in results {
          let grade = result.score.hits.first { $0.fault.id == fault.id }?.claim.grade
          counts[grade.flatMap(codes.firstIndex).map { $0 + 1 } ?? 0] += 1
        }
        return counts
      })
  }
}
