import Auditing
import Reporting
import Training

/// The debriefing as a document: of one trainee, or of a group and each of its trainees.
struct MockDebrief {
  let results: [MockResult]
  let language: Language
  private let today: CalendarDate
  let typography: Typography

  init(_ results: [MockResult], _ language: Language, _ today: CalendarDate) {
    self.results = results
    self.language = language
    self.today = today
    typography = Typography(language)
  }

  var document: Document {
    let isGroup = results.count > 1
    var document = Document(
      language: language, metadata: metadata(isGroup),
      notices: [
        Document.Notice(
          .caution, title: text("EXERCICE", "EXERCISE"),
          text: text(
            "Une fiction, pour s'exercer : ce document ne dit rien d'un audit réel.",
            "A fiction, for training: this document says nothing about a real audit."))
      ],
      opening: isGroup ? group : opening(results[0]),
      sections: isGroup
        ? results.map { trainee($0, title: RichText(data: $0.name)) } : parts(of: results[0]))
    document.sections.append(formulas)
    for index in document.sections.indices {
      document.sections[index].number = RichText(data: String(index + 1))
      document.sections[index].startsPage = isGroup
    }
    return document
  }

  private func metadata(_ isGroup: Bool) -> Document.Metadata {
    let first = results[0]
    let title = first.exercise.scenario.title[language]
    let exercise = text("EXERCICE", "EXERCISE")
    return Document.Metadata(
      kicker: text("Débriefing d'audit blanc", "Debriefing of a mock audit"),
      title: RichText(data: title),
      subtitle: isGroup
        ? text("\(results.count) stagiaires", "\(results.count) trainees")
        : RichText(data: first.name),
      state: Document.State(word: exercise, tone: .caution), date: today,
      generator: Surroundings.tool, footer: "\(exercise.plain) — \(title)",
      labels: Document.Labels(
        skip: pick("Aller au contenu", "Skip to content"), contents: pick("Sommaire", "Contents"),
        page: "Page", nothing: "—", watermark: exercise.plain))
  }

  private func opening(_ result: MockResult) -> Document.Section {
    Document.Section(
      title: text("Résultat", "Result"), blocks: [.keyFigures(figures(result)), deductions(result)])
  }

  private func trainee(_ result: MockResult, title: RichText) -> Document.Section {
    Document.Section(
      title: title, blocks: [.keyFigures(figures(result)), deductions(result)],
      sections: parts(of: result))
  }

  private func figures(_ result: MockResult) -> [Document.KeyFigure] {
    let score = result.score
    func figure(_ value: String, _ fr: String, _ en: String) -> Document.KeyFigure {
      Document.KeyFigure(value: RichText(data: value), label: text(fr, en))
    }
    return [
      figure("\(score.total)/100", "note", "score"),
      figure(
        "\(score.hits.count)/\(score.hits.count + score.missed.count)", "fautes trouvées",
        "faults found"),
      figure(MockScoreText.percent(score.precision, language), "précision", "precision"),
      figure(
        MockScoreText.kappa(score, language), "kappa pondéré des grades", "weighted kappa of grades"
      ),
      figure(MockScoreText.percent(score.evidence, language), "preuves citées", "evidence cited"),
      figure(
        "\(score.minutes) min", "de temps, sur \(score.budget)", "of time, out of \(score.budget)"),
    ]
  }

  /// The points taken off and why, and what came too late.
  private func deductions(_ result: MockResult) -> Document.Block {
    let score = result.score
    let wrong = score.deductions - score.hintCost
    return .paragraph(
      text(
        "Points retirés : \(score.deductions) (indices : \(score.hintCost), conformes à tort : \(wrong)). Constats faits après l'heure, non comptés : \(result.late).",
        "Points taken off: \(score.deductions) (hints: \(score.hintCost), wrongly conforming: \(wrong)). Findings made after the time, not counted: \(result.late)."
      ))
  }
}

extension MockDebrief {
  func pick(_ fr: String, _ en: String) -> String { typography.typeset(language.pick((fr, en))) }
  func text(_ fr: String, _ en: String) -> RichText { RichText(data: pick(fr, en)) }
  func text(_ wording: Wording) -> RichText { text(wording.fr, wording.en) }
  func text(_ localized: LocalizedText) -> RichText {
    RichText(
      LocalizedText(
        fr: Typography(.fr).typeset(localized.fr), en: localized.en.map(Typography(.en).typeset)),
      in: language)
  }
  func cell(_ fr: String, _ en: String) -> Document.Cell { .text(text(fr, en)) }
  func cell(data: String) -> Document.Cell { .text(RichText(data: data)) }
}
