import Auditing
import Scripting
import Training

/// The score as text and as a record.
enum MockScoreText {
  /// One exercise in full, several side by side.
  static func text(_ results: [MockResult], _ language: Language) -> String {
    if results.count == 1 { return sheet(results[0], language) }
    let head = language.pick(
      (
        "note  trouvées  à tort  kappa  preuves  min  qui",
        "score  found  wrong  kappa  evidence  min  who"
      ))
    let rows = results.map { result in
      let score = result.score
      return [
        String(score.total).leading(4), "\(score.hits.count)/\(planted(score))".leading(8),
        String(score.wrong).leading(6), kappa(score, language).leading(5),
        percent(score.evidence, language).leading(7), String(score.minutes).leading(3), result.name,
      ].joined(separator: "  ")
    }
    let lines = [language.pick(("EXERCICE", "EXERCISE")), head] + rows + common(results, language)
    return MockLines.visible(lines)
  }

  /// What a group has in common: how far it agrees, and the faults that most of it missed.
  private static func common(_ results: [MockResult], _ language: Language) -> [String] {
    let group = MockGroup(results)
    let agreement = language.pick(
      (
        "accord entre stagiaires (kappa de Fleiss)\u{A0}: ",
        "agreement among trainees (Fleiss’ kappa): "
      )
    )
    let missed = group.faults.filter { $0.missed > 0 }.prefix(3).map { fault, missed, planted in
      "  \(missed)/\(planted)  \(fault.criterion) \(fault.grade)  \(fault.title[language])"
    }
    let head = language.pick(("le plus manqué\u{A0}:", "missed most:"))
    return [agreement + kappa(group.kappa, language)] + (missed.isEmpty ? [] : [head] + missed)
  }

  private static func sheet(_ result: MockResult, _ language: Language) -> String {
    let score = result.score
    func line(_ fr: String, _ en: String, _ value: String) -> String {
      let name = language.pick((fr, en))
      return "  " + name + String(repeating: " ", count: max(1, 27 - name.count)) + value
    }
    var lines = [
      language.pick(("EXERCICE — note\u{A0}: ", "EXERCISE — score: ")) + "\(score.total)/100",
      line(
        "fautes trouvées", "faults found",
        "\(score.hits.count)/\(planted(score)) (\(percent(score.recall, language)))"),
      line("précision", "precision", percent(score.precision, language)),
      line("grades", "grades", percent(score.agreement.observed ?? 0, language)),
      line("kappa pondéré", "weighted kappa", kappa(score, language)),
      line("preuves citées", "evidence cited", percent(score.evidence, language)),
      line("constats à tort", "wrong findings", "\(score.wrong)"),
      line("dont sans preuve", "of which unsupported", "\(score.unsupported)"),
      line("conformes à tort", "wrongly conforming", "\(score.wronglyConforming.count)"),
      line("couverture (non notée)", "coverage (not scored)", "\(score.assessed)/\(score.bearing)"),
      line("faits vus (non notés)", "facts seen (not scored)", "\(score.seen)/\(score.facts)"),
      line("temps", "time", "\(score.minutes)/\(score.budget) min"),
      line("après l’heure (non notés)", "after the time (no score)", "\(result.late)"),
      line("points retirés", "points taken off", "\(score.deductions)"),
    ]
    if score.earlier > 0 {
      lines.append(
        line("suivis justes", "right follow-ups", "\(score.followedUp)/\(score.earlier)"))
    }
    lines += matrix(score.agreement, result.checklist, language)
    if !score.missed.isEmpty {
      lines.append(language.pick(("Manquées\u{A0}:", "Missed:")))
      lines += score.missed.map {
        "  \($0.criterion) \($0.grade)  \($0.title[language])"
      }
    }
    let wrong = result.judged.filter { entry in
      switch entry.found {
      case .hit, .strength: false
      default: true
      }
    }
    if !wrong.isEmpty {
      lines.append(
        language.pick(("Constats qui ne trouvent rien\u{A0}:", "Findings that find nothing:")))
      lines += wrong.map {
        "  \($0.claim.id) \($0.claim.spot.criterion)  \(language.pick(result.words($0.found)))"
      }
    }
    return MockLines.visible(lines)
  }

  /// The confusion matrix: rows the key's grades, columns the trainee's.
  private static func matrix(_ agreement: Agreement, _ checklist: Checklist, _ language: Language)
    -> [String]
  {
    guard agreement.count > 0 else { return [] }
    let codes = checklist.grades.map(\.code)
    let width = max(5, codes.map(\.count).max() ?? 0)
    let title = language.pick(
      ("Grades\u{A0}: clé en lignes, vous en colonnes", "Grades: key in rows, you in columns"))
    let head =
      String(repeating: " ", count: width + 2)
      + codes.map { $0.leading(width) }.joined(separator: " ")
    let rows = zip(codes, agreement.matrix).map { code, row in
      "  " + code.leading(width) + " "
        + row.map { ($0 == 0 ? "·" : String($0)).leading(width) }.joined(separator: " ")
    }
    return [title, " " + head] + rows
  }

  private static func planted(_ score: Score) -> Int { score.hits.count + score.missed.count }

  /// A share as a percentage.
  static func percent(_ share: Double, _ language: Language) -> String {
    let number = Int((share * 100).rounded())
    return language == .fr ? "\(number)\u{202F}%" : "\(number)%"
  }

  /// A kappa to two decimals, or that there is none.
  static func kappa(_ score: Score, _ language: Language) -> String {
    kappa(score.agreement.weightedKappa, language)
  }

  static func kappa(_ value: Double?, _ language: Language) -> String {
    guard let value else { return "–" }
    return DecimalNumber(significand: Int((value * 100).rounded()), scale: 2).written(in: language)
  }

  /// The score as scripts see it.
  static func record(_ result: MockResult) -> RecordValue {
    let score = result.score
    func share(_ value: Double) -> DecimalNumber {
      DecimalNumber(significand: Int((value * 1000).rounded()), scale: 3)
    }
    var row = RowBuilder()
    row.word("who", result.name)
    row.number("total", score.total)
    row.number("found", score.hits.count)
    row.number("planted", planted(score))
    row.number("wrong", score.wrong)
    row.number("unsupported", score.unsupported)
    row.number("wrongly_conforming", score.wronglyConforming.count)
    row.number("minutes", score.minutes)
    row.number("late", result.late)
    row.number("taken_off", score.deductions)
    row.decimal("recall", share(score.recall))
    row.decimal("precision", share(score.precision))
    row.decimal("grades", share(score.agreement.observed ?? 0))
    row.decimal("evidence", share(score.evidence))
    return row.record("mock", result.exercise.pack.scenario)
  }
}

extension RowBuilder {
  /// A number that may have decimals.
  mutating func decimal(_ name: String, _ value: DecimalNumber) {
    quantity(name, Quantity(value, .count))
  }
}

extension String {
  /// The text with blanks before it up to a width.
  fileprivate func leading(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
