package import Auditing

/// Every text that a report puts around the data, in one of two languages.
package struct ReportWording: Sendable {
  package let typography: Typography

  /// Creates the wording in a language.
  package init(_ language: Language) {
    typography = Typography(language)
  }

  package var language: Language { typography.language }

  /// The phrase that is in the language, typeset.
  func pick(_ fr: Phrase, _ en: Phrase) -> RichText {
    (language == .fr ? fr : en).set(in: typography)
  }

  /// The text of a checklist in the language.
  func text(_ text: LocalizedText) -> RichText { RichText(text, in: language) }

  /// The phrase as plain characters, for the properties of a file.
  func plain(_ fr: Phrase, _ en: Phrase) -> String { pick(fr, en).plain }
}

extension ReportWording {
  var yes: RichText { pick("oui", "yes") }
  var no: RichText { pick("non", "no") }
  var unknown: RichText { pick("inconnu", "unknown") }
  var notGiven: RichText { pick("non renseigné", "not given") }
  var none: RichText { pick("néant", "none") }
  var comma: RichText { pick(", ", ", ") }
  var semicolon: RichText { pick(" ; ", "; ") }
  var colon: RichText { pick(" : ", ": ") }

  /// A text of the data, or the words that say it was not given.
  func orNotGiven(_ text: String?) -> RichText {
    guard let text, !text.isEmpty else { return notGiven }
    return RichText(data: text)
  }

  func date(_ date: CalendarDate?) -> RichText {
    date.map { pick("\($0)", "\($0)") } ?? notGiven
  }

  func period(_ start: CalendarDate?, _ end: CalendarDate?) -> RichText {
    guard let start else { return pick("dates non renseignées", "dates not given") }
    guard let end, end != start else { return pick("le \(start)", "\(start)") }
    guard (start.year, start.month) != (end.year, end.month) else {
      let first = start.day == 1 && language == .fr ? "1er" : String(start.day)
      return pick("du \(first) au \(end)", "\(first) to \(end)")
    }
    return pick("du \(start) au \(end)", "\(start) to \(end)")
  }

  /// The edition of a checklist, by its day where that is what names it.
  func edition(_ edition: String) -> RichText {
    guard let day = CalendarDate(edition) else {
      return pick("édition \(edition)", "edition \(edition)")
    }
    return pick("édition du \(day)", "edition of \(day)")
  }

  /// The labels that every format needs.
  func labels(watermark: String?) -> Document.Labels {
    Document.Labels(
      skip: plain("Aller au contenu", "Skip to content"), contents: plain("Sommaire", "Contents"),
      page: plain("Page", "Page"), nothing: "—", watermark: watermark)
  }
}
