extension Document {
  /// One thing that stands under a heading.
  package enum Block: Hashable, Sendable {
    case paragraph(RichText)
    /// The sentence that says it all.
    case lead(RichText)
    case list([RichText])
    case definitions([Definition])
    case table(Table)
    /// A chart and the table of the same figures.
    case chart(Chart, Table)
    case notice(Notice)
    case keyFigures([KeyFigure])
    /// Fields that a person fills in by hand.
    case blanks([Blank])
    case contents

    /// Bars and the table of the same figures.
    package static func chart(_ bars: BarChart, _ table: Table) -> Self {
      .chart(.bars(bars), table)
    }
  }

  /// A term with what is said of it.
  package struct Definition: Hashable, Sendable {
    package var term: RichText
    package var text: RichText

    /// Creates a definition.
    package init(_ term: RichText, _ text: RichText) {
      self.term = term
      self.text = text
    }
  }

  /// A warning or a statement that must not be overlooked.
  package struct Notice: Hashable, Sendable {
    package var tone: Mark.Tone
    package var title: RichText
    package var text: RichText
    package var items: [RichText]

    /// Creates a notice.
    package init(
      _ tone: Mark.Tone, title: RichText, text: RichText, items: [RichText] = []
    ) {
      self.tone = tone
      self.title = title
      self.text = text
      self.items = items
    }
  }

  /// A figure to be seen at once.
  package struct KeyFigure: Hashable, Sendable {
    package var value: RichText
    package var label: RichText
    package var mark: Mark?
    package var tone: Mark.Tone

    /// Creates a key figure; its tone is the mark's unless there is nothing to draw the eye to.
    package init(value: RichText, label: RichText, mark: Mark? = nil, isQuiet: Bool = false) {
      self.value = value
      self.label = label
      self.mark = mark
      tone = isQuiet ? .neutral : mark?.tone ?? .accent
    }
  }

  /// A ruled field with its label.
  package struct Blank: Hashable, Sendable {
    package var label: RichText
    package var hint: RichText
    package var lines: Int

    /// Creates a field of so many ruled lines.
    package init(label: RichText, hint: RichText, lines: Int) {
      self.label = label
      self.hint = hint
      self.lines = lines
    }
  }
}
