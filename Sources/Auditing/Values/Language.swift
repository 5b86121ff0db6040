/// The language in which messages are shown.
package enum Language: String, CaseIterable, Sendable {
  case fr, en

  /// The one of two wordings that is in this language.
  package func pick(_ wording: (fr: String, en: String)) -> String {
    switch self {
    case .fr: wording.fr
    case .en: wording.en
    }
  }
}

/// A text of a checklist: complete in French, in English where someone wrote it.
package struct LocalizedText: Hashable, Sendable {
  package let fr: String
  package let en: String?

  /// Creates a text from its French wording and, if there is one, the English.
  package init(fr: String, en: String? = nil) {
    self.fr = fr
    self.en = en
  }

  /// The wording in a language; French where the English is missing.
  package subscript(language: Language) -> String {
    language == .en ? en ?? fr : fr
  }
}
