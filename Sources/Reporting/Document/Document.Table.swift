package import Auditing

extension Document {
  /// A table with a caption and a header row.
  package struct Table: Hashable, Sendable {
    package var caption: RichText
    package var columns: [Column]
    package var rows: [[Cell]]

    /// Creates a table.
    package init(caption: RichText, columns: [Column], rows: [[Cell]]) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }
  }

  /// A column with its heading and its share of the width, in hundredths.
  package struct Column: Hashable, Sendable {
    package var title: RichText
    package var share: Int
    package var alignment: Alignment

    /// Creates a column.
    package init(_ title: RichText, share: Int, alignment: Alignment = .leading) {
      self.title = title
      self.share = share
      self.alignment = alignment
    }

    /// Which edge of the column its values keep to.
    package enum Alignment: String, Sendable { case leading, trailing }
  }

  /// A value in a table, of the type that it has in the data.
  package enum Cell: Hashable, Sendable {
    case text(RichText)
    case integer(Int)
    case date(CalendarDate)
    case quantity(Quantity)
    case empty

    /// The text of the cell in a language.
    package func text(in typography: Typography) -> RichText {
      switch self {
      case .text(let text): text
      case .integer(let integer): RichText(data: typography.number(DecimalNumber(integer)))
      case .date(let date): RichText(data: typography.date(date))
      case .quantity(let quantity): RichText(data: quantity.written(in: typography.language))
      case .empty: RichText()
      }
    }
  }
}
