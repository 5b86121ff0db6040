/// What a terminal shows after the bytes it was sent: the part of xterm that line editors use.
package struct Screen: Equatable {
  /// One character cell.
  package struct Cell: Equatable {
    package var text: Character
    /// The parameters of the last Select Graphic Rendition; empty for the terminal's own look.
    package var look: String

    static let blank = Cell(text: " ", look: "")
    /// The right half of a wide character.
    static let filler = Cell(text: "\0", look: "")
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  package private(set) var cells: [[Cell]]
  /// The cursor's row, from 0.
  package private(set) var row = 0
  /// The cursor's column, from 0.
  package private(set) var column = 0
  /// The sequences that the model does not know.
  package private(set) var unknown: [String] = []

  private var saved = (row: 0, column: 0)
  private var look = ""
  private var wraps = false
  private var inserts = false
  private var sequence: String?
  private var partial: [UInt8] = []

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: .blank, count: columns), count: rows)
  }

  package static func == (one: Screen, other: Screen) -> Bool {
    one.cells == other.cells && one.row == other.row && one.column == other.column
  }

  /// The rows without the spaces at their ends and without the empty rows at the bottom.
  package var text: String {
    var lines = cells.map { row in
      var line = String(row.filter { $0 != .filler }.map(\.text))
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The look of the first place where the text stands; `nil` if it stands nowhere.
  package func look(of text: String) -> String? {
    for row in cells {
      let line = row.filter { $0 != .filler }
      let letters = Array(text)
      guard line.count >= letters.count else { continue }
      for start in 0...(line.count - letters.count)
      where line[start..<start + letters.count].map(\.text) == letters {
        return line[start].look
      }
    }
    return nil
  }

  /// Changes the size as a terminal does that does not wrap anew.
  package mutating func resize(columns: Int, rows: Int) {
    cells = (0..<rows).map { row in
      (0..<columns).map { row < self.rows && $0 < self.columns ? cells[row][$0] : .blank }
    }
    (self.columns, self.rows) = (columns, rows)
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  /// Takes bytes, which may end within a character or a sequence.
  package mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte < 0x80 && partial.isEmpty {
        take(Unicode.Scalar(byte))
      } else {
        partial.append(byte)
        let expected = partial[0] < 0xE0 ? 2 : partial[0] < 0xF0 ? 3 : 4
        if partial.count == expected {
          String(decoding: partial, as: UTF8.self).unicodeScalars.forEach { take($0) }
          partial = []
        }
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if var running = sequence {
      running.unicodeScalars.append(scalar)
      sequence = running
      let isOpen =
        running == "[" || (running.hasPrefix("[") && (0x20...0x3F).contains(scalar.value))
      if !isOpen {
        sequence = nil
        perform(running)
      }
      return
    }
    switch scalar {
    case "\u{1B}": sequence = ""
    case "\r": move(row, 0)
    case "\n": lineFeed()
    case "\u{8}": move(row, column - 1)
    case "\t": move(row, (column / 8 + 1) * 8)
    case "\u{7}", "\0": break
    default: put(scalar)
    }
  }
}

extension Screen {
  private mutating func move(_ row: Int, _ column: Int) {
    self.row = min(max(row, 0), rows - 1)
    self.column = min(max(column, 0), columns - 1)
    wraps = false
  }

  private mutating func lineFeed() {
    wraps = false
    if row < rows - 1 {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: .blank, count: columns))
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if [.nonspacingMark, .format].contains(scalar.properties.generalCategory) {
      let place = wraps ? column : max(column - 1, 0)
      cells[row][place].text = Character("\(cells[row][place].text)\(scalar)")
      return
    }
    let width = (0x1100..<0x20000).contains(scalar.value) && isWide(scalar) ? 2 : 1
    if wraps || column + width > columns {
      column = 0
      lineFeed()
    }
    if inserts { insertBlanks(width) }
    cells[row][column] = Cell(text: Character(scalar), look: look)
    if width == 2 { cells[row][column + 1] = .filler }
    wraps = column + width == columns
    column = min(column + width, columns - 1)
  }

  private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmojiPresentation || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
  }

  private mutating func perform(_ sequence: String) {
    let body = sequence.dropFirst().dropLast()
    let numbers = body.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(numbers.first ?? 1, 1)
    switch (sequence.first, sequence.last) {
    case (_, "7") where sequence == "7": saved = (row, column)
    case (_, "8") where sequence == "8": move(saved.row, saved.column)
    case ("[", "A"): move(row - count, column)
    case ("[", "B"): move(row + count, column)
    case ("[", "C"): move(row, column + count)
    case ("[", "D"): move(row, column - count)
    case ("[", "G"): move(row, count - 1)
    case ("[", "H"): move(count - 1, (numbers.dropFirst().first ?? 1) - 1)
    case ("[", "J"): erase(inDisplay: numbers.first ?? 0)
    case ("[", "K"): erase(inRow: numbers.first ?? 0)
    case ("[", "P"):
      cells[row].removeSubrange(column..<min(column + count, columns))
      while cells[row].count < columns { cells[row].append(.blank) }
    case ("[", "@"):
      insertBlanks(count)
    case (_, "h") where sequence == "[4h": inserts = true
    case (_, "l") where sequence == "[4l": inserts = false
    case ("[", "m"): look = body == "0" ? "" : String(body)
    case ("[", "h") where body.hasPrefix("?"), ("[", "l") where body.hasPrefix("?"): break
    default: unknown.append(sequence)
    }
  }

  private mutating func insertBlanks(_ count: Int) {
    cells[row].insert(contentsOf: Array(repeating: .blank, count: count), at: column)
    cells[row].removeLast(count)
  }

  private mutating func erase(inRow part: Int) {
    let range = part == 0 ? column..<columns : part == 1 ? 0..<column + 1 : 0..<columns
    for index in range { cells[row][index] = .blank }
  }

  private mutating func erase(inDisplay part: Int) {
    if part == 0 { erase(inRow: 0) }
    for index in part == 2 ? 0..<rows : row + 1..<rows {
      cells[index] = Array(repeating: .blank, count: columns)
    }
  }
}
