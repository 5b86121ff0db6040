import Auditing

/// A picture as plain shapes, in units of its own, that any format may write as SVG.
struct Drawing {
  /// The whole width, for every drawing.
  static let width = 800
  /// What a character of 14 units takes at most on average.
  static let characterWidth = 8
  static let lineHeight = 17

  var height = 0
  private(set) var shapes: [Shape] = []

  /// A shape with the place where it stands.
  enum Shape {
    case rectangle(x: Int, y: Int, width: Int, height: Int, Colour)
    case path([Point], Colour, width: Int, isDashed: Bool)
    case sign(Document.Sign, x: Int, y: Int)
    case text(String, x: Int, y: Int, Anchor, isStrong: Bool, Colour)
  }

  /// A place in the drawing.
  struct Point {
    let x: Int
    let y: Int
  }

  /// Which end of a text stands at its place.
  enum Anchor: String { case start, middle, end }

  /// The few colours of a drawing; none of them is the only sign of anything.
  enum Colour: String {
    case ink = "#1b1b28"
    case quiet = "#55556a"
    case faint = "#d9d9e3"
    case ground = "#f1f1fa"
    case accent = "#000091"
    case good = "#18753c"
    case bad = "#b3261e"
    case caution = "#8a4b00"
    case paper = "#fff"
  }

  mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ colour: Colour) {
    shapes.append(.rectangle(x: x, y: y, width: max(1, width), height: height, colour))
  }

  mutating func path(
    _ points: [Point], _ colour: Colour, width: Int = 1, isDashed: Bool = false
  ) {
    shapes.append(.path(points, colour, width: width, isDashed: isDashed))
  }

  mutating func vertical(
    _ x: Int, _ top: Int, _ bottom: Int, _ colour: Colour, width: Int = 1, isDashed: Bool = false
  ) {
    path([Point(x: x, y: top), Point(x: x, y: bottom)], colour, width: width, isDashed: isDashed)
  }

  mutating func horizontal(
    _ y: Int, _ left: Int, _ right: Int, _ colour: Colour, width: Int = 1, isDashed: Bool = false
  ) {
    path([Point(x: left, y: y), Point(x: right, y: y)], colour, width: width, isDashed: isDashed)
  }

  mutating func sign(_ sign: Document.Sign, _ x: Int, _ y: Int) {
    shapes.append(.sign(sign, x: x, y: y))
  }

  mutating func text(
    _ text: String, _ x: Int, _ y: Int, _ anchor: Anchor = .start, isStrong: Bool = false,
    _ colour: Colour = .ink
  ) {
    shapes.append(.text(text, x: x, y: y, anchor, isStrong: isStrong, colour))
  }

  /// Lines of a text around a height, and none outside the room that they have.
  mutating func lines(_ lines: [String], _ x: Int, around y: Int, isStrong: Bool = false) {
    let first = y - lines.count * Self.lineHeight / 2 + 13
    for (index, line) in lines.enumerated() {
      text(line, x, first + index * Self.lineHeight, isStrong: isStrong)
    }
  }

  /// The words of a label in lines of a width; a word that does not fit is broken.
  static func wrap(_ label: String, width: Int) -> [String] {
    let limit = max(1, width / characterWidth)
    var lines: [String] = []
    var line = ""
    for word in label.split(whereSeparator: \.isWhitespace) {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count <= limit {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.count > limit {
        lines.append(String(word.prefix(limit)))
        word = word.dropFirst(limit)
      }
      line = String(word)
    }
    return lines + (line.isEmpty ? [] : [line])
  }
}

/// An axis of days: where each stands between two edges.
struct DayAxis {
  let first: CalendarDate
  let last: CalendarDate
  let left: Int
  let right: Int

  /// Where a day stands; the middle where there is but one.
  func x(_ day: CalendarDate) -> Int {
    let days = last.dayNumber - first.dayNumber
    guard days > 0 else { return (left + right) / 2 }
    return left + (day.dayNumber - first.dayNumber) * (right - left) / days
  }

  func holds(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  /// The first days of years within the axis, no closer than a width allows.
  func years(apart width: Int) -> [CalendarDate] {
    let starts = (first.year...last.year).compactMap {
      CalendarDate(year: $0, month: 1, day: 1)
    }.filter(holds)
    guard starts.count > 1 else { return starts }
    let step = max(1, (width * starts.count + right - left - 1) / max(1, right - left))
    return starts.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
  }
}
