/// Where libedit puts the prompt and the text on the screen, counted from the prompt's first cell.
struct Layout: Equatable {
  /// A row and a column, from 0.
  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  /// The place of each scalar of the text, and last of what would follow it.
  private(set) var places: [Place] = []
  private var next = Place()
  private let columns: Int

  /// The rows that prompt and text take.
  var rows: Int { next.row + 1 }

  /// Lays out a text on a screen so many columns wide.
  init(
    prompt: [Unicode.Scalar], text: [Unicode.Scalar], columns: Int,
    width: (Unicode.Scalar) -> Int
  ) {
    self.columns = max(columns, 2)
    for scalar in prompt { put(width(scalar)) }
    places.reserveCapacity(text.count + 1)
    for scalar in text {
      let cells = Layout.visible(scalar, at: next.column)
      let width = cells.count == 1 ? width(scalar) : 1
      if width > 1, next.column + width > self.columns { breakRow() }
      places.append(next)
      if scalar == "\n" {
        breakRow()
      } else {
        for _ in cells { put(width) }
      }
    }
    places.append(next)
  }

  /// What is drawn for a scalar at a column: spaces for a tab, `^A` for a control character.
  static func visible(_ scalar: Unicode.Scalar, at column: Int) -> [Character] {
    switch scalar.value {
    case 0x09: Array(repeating: " ", count: 8 - column % 8)
    case 0x0A: []
    case 0..<0x20, 0x7F: ["^", Character(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))]
    default: [Character(scalar)]
    }
  }

  private mutating func put(_ width: Int) {
    while next.column + width > columns { advance(1) }
    advance(max(width, 1))
  }

  private mutating func advance(_ cells: Int) {
    next.column += cells
    if next.column >= columns { breakRow() }
  }

  private mutating func breakRow() {
    next = Place(row: next.row + 1, column: 0)
  }
}
