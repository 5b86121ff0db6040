/// The clauses that a command takes.
struct ClauseWords: Sendable {
  /// Their words, in the order in which they are usually written.
  let words: [String]

  private init(_ words: [String]) { self.words = words }

  static let none = ClauseWords([])
  /// Those of a table.
  static let all = ClauseWords(["where", "sort", "limit", "fields", "group", "as", "to"])
  /// Those of a count.
  static let counting = ClauseWords(["where", "limit", "group", "as", "to"])
  /// Those of one record.
  static let showing = ClauseWords(["fields", "as", "to"])
  /// Those of what is only written.
  static let writing = ClauseWords(["as", "to"])

  var isEmpty: Bool { words.isEmpty }

  func contains(_ word: String) -> Bool { words.contains(word) }

  /// How each is written, for help.
  var synopses: [String] {
    words.map { word in
      switch word {
      case "limit": "[limit N]"
      case "group": "[group FIELD]"
      case "as": "[as FORMAT]"
      case "to": "[to FILE]"
      default: "[\(word) …]"
      }
    }
  }
}
