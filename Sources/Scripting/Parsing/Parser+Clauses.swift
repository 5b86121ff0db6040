extension Parser {
  /// A clause, whose first word stands at a range and is passed here.
  mutating func clause(_ word: String, _ range: Range<Int>, of command: inout Command)
    throws(ScriptError)
  {
    if command.clauses.contains(where: { $0.word == word }) {
      throw ScriptError(.repeatedClause(word), range)
    }
    reader.offset = range.upperBound
    reader.skipSpaces()
    switch word {
    case "where":
      command.clauses.append(.filter(try wholeExpression(stopAtClauses: true)))
    case "sort":
      command.clauses.append(.sort(try sortKeys()))
    case "limit":
      command.clauses.append(.limit(try value()))
    case "fields":
      command.clauses.append(.fields(try fields()))
    case "group":
      command.clauses.append(.group(try field()))
    case "as":
      command.clauses.append(.format(try field()))
    default:
      command.clauses.append(.destination(try value()))
    }
  }

  private mutating func sortKeys() throws(ScriptError) -> [Clause.SortKey] {
    var keys: [Clause.SortKey] = []
    repeat {
      reader.skipSpaces()
      let field = try field()
      let before = reader
      reader.skipSpaces()
      let word = reader.word { Self.endsWord($0) }
      let isDescending = reader.source.text(word) == "desc"
      reader.offset = isDescending ? word.upperBound : before.offset
      keys.append(.init(field: field, isDescending: isDescending))
    } while takeComma()
    return keys
  }

  private mutating func fields() throws(ScriptError) -> [Spanned<String>] {
    var fields: [Spanned<String>] = []
    repeat {
      reader.skipSpaces()
      fields.append(try field())
    } while takeComma()
    return fields
  }

  private mutating func takeComma() -> Bool {
    let before = reader
    reader.skipSpaces()
    if reader.take(",") { return true }
    reader = before
    return false
  }

  /// The name of a field or a format, which begins with a letter and is not reserved.
  private mutating func field() throws(ScriptError) -> Spanned<String> {
    let range = reader.word { Self.endsWord($0) }
    let name = reader.source.text(range)
    guard reader.current?.isLetter == true, !range.isEmpty, !Vocabulary.keywords.contains(name)
    else { throw ScriptError(.expectedName, range.isEmpty ? here : range) }
    reader.offset = range.upperBound
    if reader.current == "$" { throw dollar(in: range) }
    return Spanned(name, range)
  }
}

extension Clause {
  /// The word that begins the clause.
  package var word: String {
    switch self {
    case .filter: "where"
    case .sort: "sort"
    case .limit: "limit"
    case .fields: "fields"
    case .group: "group"
    case .format: "as"
    case .destination: "to"
    }
  }
}
