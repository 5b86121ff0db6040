package import Auditing

/// A report as a value, before any format: what it says, in order, and nothing of how it looks.
package struct Document: Hashable, Sendable {
  package var language: Language
  package var metadata: Metadata
  /// What a reader must know before reading anything else.
  package var notices: [Notice] = []
  /// The first page.
  package var opening: Section
  package var sections: [Section]

  /// Creates a document.
  package init(
    language: Language, metadata: Metadata, notices: [Notice] = [], opening: Section,
    sections: [Section]
  ) {
    self.language = language
    self.metadata = metadata
    self.notices = notices
    self.opening = opening
    self.sections = sections
  }

  /// What stands on the cover and in the properties of a file.
  package struct Metadata: Hashable, Sendable {
    /// The line above the title: what sort of document it is, and its number.
    package var kicker: RichText
    package var title: RichText
    package var subtitle: RichText
    /// The state in a word, such as a draft.
    package var state: State
    package var date: CalendarDate
    /// The program that made it, with its version.
    package var generator: String
    /// What each printed page repeats at its foot.
    package var footer: String
    /// The words that formats need themselves.
    package var labels: Labels

    /// Creates the metadata of a document.
    package init(
      kicker: RichText, title: RichText, subtitle: RichText, state: State, date: CalendarDate,
      generator: String, footer: String, labels: Labels
    ) {
      self.kicker = kicker
      self.title = title
      self.subtitle = subtitle
      self.state = state
      self.date = date
      self.generator = generator
      self.footer = footer
      self.labels = labels
    }
  }

  /// The state of a document in a word, and how it looks.
  package struct State: Hashable, Sendable {
    package var word: RichText
    package var tone: Mark.Tone

    /// Creates a state.
    package init(word: RichText, tone: Mark.Tone) {
      self.word = word
      self.tone = tone
    }
  }

  /// The words that a format puts around the content.
  package struct Labels: Hashable, Sendable {
    package var skip: String
    package var contents: String
    package var page: String
    package var nothing: String
    package var watermark: String?

    /// Creates the labels.
    package init(
      skip: String, contents: String, page: String, nothing: String, watermark: String? = nil
    ) {
      self.skip = skip
      self.contents = contents
      self.page = page
      self.nothing = nothing
      self.watermark = watermark
    }
  }

  /// A heading with what stands under it.
  package struct Section: Hashable, Sendable {
    /// The number before the title; the first page has none.
    package var number: RichText?
    package var title: RichText
    package var blocks: [Block]
    package var sections: [Section]
    /// Whether it begins a page when it is printed.
    package var startsPage: Bool

    /// Creates a section.
    package init(
      number: RichText? = nil, title: RichText, blocks: [Block] = [], sections: [Section] = [],
      startsPage: Bool = false
    ) {
      self.number = number
      self.title = title
      self.blocks = blocks
      self.sections = sections
      self.startsPage = startsPage
    }

    /// The number and the title.
    package var heading: RichText {
      guard let number else { return title }
      return number + RichText(data: "\u{A0}") + title
    }
  }
}
