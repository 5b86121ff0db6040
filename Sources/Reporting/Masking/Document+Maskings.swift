package import Auditing

/// How often one thing was put in the place of what is not communicated.
package struct MaskedCount: Hashable, Sendable {
  package let replacement: String
  package let ground: Masking.Ground
  package let count: Int

  /// Creates a count.
  package init(replacement: String, ground: Masking.Ground, count: Int) {
    self.replacement = replacement
    self.ground = ground
    self.count = count
  }

  /// What was put in the place of something in a text, how often and why.
  package static func counts(
    of masking: Masking, in text: String, _ language: Language
  ) -> [MaskedCount] {
    var counts: [MaskedCount] = []
    func add(_ replacement: String, _ ground: Masking.Ground) {
      guard !counts.contains(where: { $0.replacement == replacement && $0.ground == ground })
      else { return }
      let count = text.split(separator: replacement, omittingEmptySubsequences: false).count - 1
      if count > 0 {
        counts.append(MaskedCount(replacement: replacement, ground: ground, count: count))
      }
    }
    for entry in masking.entries { add(entry.replacement, entry.ground) }
    for kind in PersonalData.Kind.allCases { add(kind.replacement(language), kind.ground) }
    return counts
  }
}

extension Document {
  /// Says at the head that something is masked, and in an annex what, why and how often.
  package mutating func declare(_ counts: [MaskedCount]) {
    let words = ReportWording(language)
    let total = counts.reduce(0) { $0 + $1.count }
    notices.insert(
      Notice(
        .neutral, title: words.communicableTitle,
        text: words.communicable(total, grounds: Set(counts.map(\.ground)).count)), at: 0)
    let columns = [
      Column(words.maskingColumn, share: 40), Column(words.groundColumn, share: 40),
      Column(words.placesColumn, share: 20, alignment: .trailing),
    ]
    let rows: [[Cell]] = counts.map { count in
      [
        .text(RichText(data: count.replacement)), .text(words.word(count.ground)),
        .integer(count.count),
      ]
    }
    sections.append(
      Section(
        number: words.annex("F"), title: words.maskings,
        blocks: [
          .paragraph(words.maskingLaw),
          rows.isEmpty
            ? .paragraph(words.nothingMasked)
            : .table(Table(caption: words.maskingCaption, columns: columns, rows: rows)),
        ]))
  }

  /// Says at the head that it is made for practice from a dossier whose names are changed.
  package mutating func declareTraining() {
    let words = ReportWording(language)
    notices.insert(
      Notice(.caution, title: words.exerciseTitle, text: words.trainingText), at: 0)
  }
}
