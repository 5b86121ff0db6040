package import Auditing

/// The first rows of a register, and what they add up to.
package struct Draw: Sendable {
  /// The rows, each with what is read in it.
  package let rows: [Row]
  package let population: Int
  /// How many lie beyond the limit or target; a message without an answer does.
  package let beyond: Int
  /// The mean, least and greatest of the days or values; of messages, those answered.
  package let mean: DecimalNumber?
  package let least: DecimalNumber?
  package let greatest: DecimalNumber?
  package let limit: (fr: String, en: String)
  package let unit: Unit

  /// One row of a draw.
  package struct Row: Sendable {
    package let received: CalendarDate?
    package let answered: CalendarDate?
    package let subject: String
    /// The days it took, or the value measured.
    package let value: DecimalNumber?
    package let isBeyond: Bool
  }

  /// Draws so many rows, all of them at most.
  package init(_ register: Register, size: Int) {
    switch register.content {
    case .letters(let letters, let limit):
      rows = letters.prefix(size).map { letter in
        let days = letter.answered.map { limit.days(from: letter.received, to: $0) }
        return Row(
          received: letter.received, answered: letter.answered, subject: letter.subject,
          value: days.map { DecimalNumber($0) }, isBeyond: days.map { $0 > limit.days } ?? true)
      }
      unit = limit.isWorkdays ? .workingDay : .day
      self.limit = ("\(limit.days) \(unit.french)", "\(limit.days) \(unit.rawValue)")
      population = letters.count
    case .values(let values, let unit, let target):
      rows = values.prefix(size).map {
        Row(
          received: nil, answered: nil, subject: "", value: $0, isBeyond: !target.isMet(by: $0))
      }
      self.unit = unit
      let french = unit == .count ? "" : "\u{A0}\(unit.french)"
      let english = unit == .count ? "" : " \(unit.rawValue)"
      limit = (
        target.limit.written(in: .fr) + french, target.limit.written(in: .en) + english
      )
      population = values.count
    }
    beyond = rows.count(where: \.isBeyond)
    let values = rows.compactMap(\.value)
    least = values.min()
    greatest = values.max()
    let sum = values.reduce(DecimalNumber(0)) { DecimalNumber.add($0, $1) ?? $0 }
    mean =
      values.isEmpty
      ? nil : DecimalNumber.divide(sum, DecimalNumber(values.count))?.rounded(to: 1)
  }

  /// A text of the scenario with the figures of the draw in it.
  package func completed(_ text: String, _ language: Language) -> String {
    func written(_ number: DecimalNumber?) -> String { number?.written(in: language) ?? "–" }
    let share = rows.isEmpty ? 0 : (beyond * 100 + rows.count / 2) / rows.count
    let figures = [
      "n": String(rows.count), "population": String(population), "beyond": String(beyond),
      "share": language == .fr ? "\(share)\u{202F}%" : "\(share)%", "mean": written(mean),
      "min": written(least), "max": written(greatest), "limit": language.pick(limit),
    ]
    return figures.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// The names of the figures that a text may hold.
  static let names: Set<String> = [
    "n", "population", "beyond", "share", "mean", "min", "max", "limit",
  ]
}
