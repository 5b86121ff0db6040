package import Auditing

/// A sentence of a wording file: its literal parts are typeset, what is put into it is not.
///
/// Numbers, dates and quantities are written as the language of the document writes them;
/// characters that come from data stay letter for letter.
package struct Phrase: ExpressibleByStringInterpolation, Sendable {
  private let pieces: [Piece]

  package init(stringLiteral value: String) {
    pieces = [.literal(value)]
  }

  package init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  /// The sentence in a language.
  package func set(in typography: Typography) -> RichText {
    var text = RichText()
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += RichText(data: typography.typeset(literal))
      case .rich(let rich): text += rich
      case .number(let number): text += RichText(data: typography.number(number))
      case .counted(let count, let one, let many):
        text += RichText(data: typography.counted(count, one, many))
      case .agreeing(let count, let one, let many):
        text += RichText(data: typography.agreeing(count, one, many))
      case .date(let date): text += RichText(data: typography.date(date))
      case .instant(let instant): text += RichText(data: typography.instant(instant))
      case .quantity(let quantity):
        text += RichText(data: quantity.written(in: typography.language))
      }
    }
    return text
  }

  enum Piece: Sendable {
    case literal(String)
    case rich(RichText)
    case number(DecimalNumber)
    case counted(Int, String, String)
    case agreeing(Int, String, String)
    case date(CalendarDate)
    case instant(Timestamp)
    case quantity(Quantity)
  }

  /// What gathers the pieces of a sentence.
  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
    }

    /// Adds characters of the data, letter for letter.
    package mutating func appendInterpolation(_ data: String) {
      pieces.append(.rich(RichText(data: data)))
    }

    package mutating func appendInterpolation(_ rich: RichText) { pieces.append(.rich(rich)) }

    /// Adds a command or a digest, letter for letter.
    package mutating func appendInterpolation(code: String) {
      pieces.append(.rich(RichText([.code(code)])))
    }

    /// Adds characters of the data that stand out.
    package mutating func appendInterpolation(strong: String) {
      pieces.append(.rich(RichText([.strong(strong)])))
    }

    package mutating func appendInterpolation(_ number: Int) {
      pieces.append(.number(DecimalNumber(number)))
    }

    package mutating func appendInterpolation(_ number: DecimalNumber) {
      pieces.append(.number(number))
    }

    /// Adds a number and its noun, in the singular or the plural.
    package mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
      pieces.append(.counted(count, one, many))
    }

    /// Adds words that agree with a number which is said elsewhere.
    package mutating func appendInterpolation(for count: Int, _ one: String, _ many: String) {
      pieces.append(.agreeing(count, one, many))
    }

    package mutating func appendInterpolation(_ date: CalendarDate) { pieces.append(.date(date)) }

    package mutating func appendInterpolation(_ instant: Timestamp) {
      pieces.append(.instant(instant))
    }

    package mutating func appendInterpolation(_ quantity: Quantity) {
      pieces.append(.quantity(quantity))
    }
  }
}
