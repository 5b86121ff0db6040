/// One reading of a rec text, line by line.
struct RecParser {
  private(set) var sets: [RecFile.RecordSet] = []
  private(set) var faults: [RecFault] = []
  private var reader: LineReader
  private var fields: [RecFile.Field] = []
  private var open: OpenField?
  /// Whether the line above was a field that could not be read, whose continuations are passed.
  private var skips = false
  private var checksText = false
  private var firstLines: [String: Int] = [:]

  /// Creates a parser at the beginning of a text.
  init(_ bytes: [UInt8]) {
    reader = LineReader(bytes)
  }

  /// Reads the whole text; looks at each line's bytes where something is wrong with some.
  mutating func run(checkingText: Bool) {
    checksText = checkingText
    while let line = nextLine() { read(line) }
    closeRecord()
  }

  private mutating func read(_ line: Range<Int>) {
    guard let first = line.first, !reader.bytes[line].allSatisfy(Ascii.isBlank) else {
      closeRecord()
      return
    }
    switch reader.bytes[first] {
    case Ascii.hash: closeField()
    case Ascii.plus: readContinuation(line)
    case Ascii.space, Ascii.tab:
      closeField()
      report(.indentedLine)
      skips = true
    default:
      closeField()
      readField(line)
    }
  }

  private mutating func readContinuation(_ line: Range<Int>) {
    guard var field = open else {
      if !skips { report(.strayContinuation) }
      skips = true
      return
    }
    open = nil
    var start = line.lowerBound + 1
    if start < line.upperBound, reader.bytes[start] == Ascii.space { start += 1 }
    field.bytes.append(Ascii.lineFeed)
    appendText(start..<line.upperBound, of: line, to: &field)
    open = field
  }

  private mutating func readField(_ line: Range<Int>) {
    guard let (name, colon) = fieldName(line) else {
      skips = true
      return
    }
    var start = colon + 1
    if start < line.upperBound, Ascii.isBlank(reader.bytes[start]) { start += 1 }
    var field = OpenField(name: name, line: reader.line)
    appendText(start..<line.upperBound, of: line, to: &field)
    open = field
  }

  /// The field's name and the place of its colon; reports a line that has none.
  private mutating func fieldName(_ line: Range<Int>) -> (name: String, colon: Int)? {
    guard let colon = reader.bytes[line].firstIndex(of: Ascii.colon) else {
      report(.notAField)
      return nil
    }
    let text = reader.text(line.lowerBound..<colon)
    if RecFile.Field.isName(text) { return (text, colon) }
    guard let word = text.split(whereSeparator: \.isWhitespace).first, text.hasPrefix(word),
      text.dropFirst(word.count).allSatisfy(\.isWhitespace)
    else {
      report(.notAField)
      return nil
    }
    guard RecFile.Field.isName(word) else {
      report(.badName(String(word)))
      return nil
    }
    report(.blankBeforeColon(name: String(word)), column: word.count + 1)
    return (String(word), colon)
  }

  /// Adds a stretch of a line to a value, and the next lines while a backslash ends it.
  private mutating func appendText(
    _ range: Range<Int>, of line: Range<Int>, to field: inout OpenField
  ) {
    var (range, line) = (range, line)
    while true {
      field.parts.append(
        .init(
          offset: field.bytes.count, line: reader.line,
          column: reader.column(of: range.lowerBound, in: line)))
      guard let last = range.last, reader.bytes[last] == Ascii.backslash else { break }
      field.bytes.append(contentsOf: reader.bytes[range.lowerBound..<last])
      guard let next = nextLine() else {
        report(.backslashAtEnd, column: reader.column(of: last, in: line))
        return
      }
      (range, line) = (next, next)
    }
    field.bytes.append(contentsOf: reader.bytes[range])
  }
}

extension RecParser {
  /// A field whose value may still go on.
  private struct OpenField {
    let name: String
    let line: Int
    var bytes: [UInt8] = []
    var parts: [RecFile.Field.Part] = []
  }

  private mutating func nextLine() -> Range<Int>? {
    guard let line = reader.nextLine() else { return nil }
    if checksText { checkText(line) }
    return line
  }

  private mutating func report(_ kind: RecFault.Kind, line: Int? = nil, column: Int = 1) {
    faults.append(RecFault(kind: kind, line: line ?? reader.line, column: column))
  }

  /// Reports the first bytes of a line that are no UTF-8, and its first zero byte.
  private mutating func checkText(_ line: Range<Int>) {
    if let zero = reader.bytes[line].firstIndex(of: 0) {
      report(.nul, column: reader.column(of: zero, in: line))
    }
    var decoder = UTF8()
    var iterator = reader.bytes[line].makeIterator()
    var text = String.UnicodeScalarView()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .emptyInput: return
      case .error:
        report(.notUTF8, column: String(text).count + 1)
        return
      }
    }
  }

  private mutating func closeField() {
    skips = false
    guard let field = open else { return }
    open = nil
    fields.append(
      RecFile.Field(
        name: field.name, value: String(decoding: field.bytes, as: UTF8.self), line: field.line,
        parts: field.parts))
  }

  private mutating func closeRecord() {
    closeField()
    guard !fields.isEmpty else { return }
    defer { fields = [] }
    let declarations = fields.filter { $0.name == "%rec" }
    guard let declaration = declarations.first else {
      if sets.isEmpty { sets.append(RecFile.RecordSet()) }
      sets[sets.count - 1].records.append(RecFile.Record(fields: fields))
      return
    }
    for second in declarations.dropFirst() { report(.secondType, line: second.line) }
    for field in fields where !field.name.hasPrefix("%") {
      report(.fieldInDescriptor(name: field.name), line: field.line)
    }
    checkType(declaration)
    sets.append(RecFile.RecordSet(descriptor: RecFile.Descriptor(fields: fields)))
  }

  private mutating func checkType(_ declaration: RecFile.Field) {
    let word = declaration.value.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    if !RecFile.Field.isName(word) || word.hasPrefix("%") {
      report(.badType(word), line: declaration.line)
    } else if let first = firstLines[word] {
      report(.repeatedType(word, firstLine: first), line: declaration.line)
    } else {
      firstLines[word] = declaration.line
    }
  }
}
