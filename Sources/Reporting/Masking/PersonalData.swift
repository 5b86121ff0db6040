import Auditing

/// Addresses and numbers by which a person is told from all others, wherever a text has them.
package struct PersonalData: Sendable {
  package let kind: Kind
  package let range: Range<String.Index>

  /// What sort of trace it is.
  package enum Kind: String, CaseIterable, Sendable {
    case mail, telephone, socialSecurity, account, networkAddress
  }

  /// The titles before a name, without case and accents.
  static let titles: Set<String> = [
    "m", "mm", "mr", "mrs", "ms", "miss", "mme", "mmes", "mlle", "melle", "monsieur", "madame",
    "mademoiselle", "dr", "docteur", "maitre", "me", "pr", "professeur",
  ]

  /// Whether a text with this character may hold any at all.
  static func mayHold(_ character: Character) -> Bool { character == "@" || character.isNumber }

  /// Those in a text, in order; none overlaps another.
  package static func found(in text: String) -> [PersonalData] {
    var found: [PersonalData] = []
    var place = text.startIndex
    var previous: Character = " "
    while place < text.endIndex {
      if let data = data(at: place, in: text, after: previous) {
        found.append(data)
        place = data.range.upperBound
        previous = "0"
      } else {
        previous = text[place]
        place = text.index(after: place)
      }
    }
    return found
  }

  private static func data(
    at place: String.Index, in text: String, after previous: Character
  ) -> PersonalData? {
    let character = text[place]
    let begins = !isWord(previous)
    if begins, isLocal(character), let end = mail(text[place...]) {
      return PersonalData(kind: .mail, range: place..<end)
    }
    guard begins, character.isASCII else { return nil }
    let line = Run(text[place...])
    let readers: [(Kind, (Run) -> String.Index?)] = [
      (.account, account), (.socialSecurity, socialSecurity), (.telephone, telephone),
      (.networkAddress, networkAddress),
    ]
    for (kind, end) in readers {
      if let end = end(line) { return PersonalData(kind: kind, range: place..<end) }
    }
    return nil
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func isLocal(_ character: Character) -> Bool {
    isWord(character) || "._%+-'".contains(character)
  }

  /// The end of an address of electronic mail.
  private static func mail(_ text: Substring) -> String.Index? {
    let local = text.prefix { isLocal($0) }
    guard local.count <= 64, text[local.endIndex...].first == "@" else { return nil }
    let domain = text[local.endIndex...].dropFirst().prefix {
      isWord($0) || $0 == "-" || $0 == "."
    }
    let host = domain.last == "." ? domain.dropLast() : domain
    guard host.contains("."), host.first != "." else { return nil }
    return host.endIndex
  }
}

extension PersonalData {
  /// The signs from a place on, with the separators between their groups.
  struct Run {
    /// The digits and letters, with where each ends.
    private(set) var signs: [(character: Character, end: String.Index)] = []
    /// What stands between a sign and the one before it; empty where nothing does.
    private(set) var gaps: [String] = []
    /// Whether it begins with a plus.
    let hasPlus: Bool
    private let text: Substring

    init(_ text: Substring) {
      self.text = text
      hasPlus = text.first == "+"
      var gap = ""
      var place = hasPlus ? text.index(after: text.startIndex) : text.startIndex
      while place < text.endIndex, signs.count < 40 {
        let character = text[place]
        let end = text.index(after: place)
        if character.isASCII, character.isLetter || character.isNumber {
          signs.append((character, end))
          gaps.append(gap)
          gap = ""
        } else if gap.count < 2, signs.isEmpty == false,
          " .-:()/\u{A0}\u{202F}".contains(character)
        {
          gap.append(character)
        } else {
          break
        }
        place = end
      }
    }

    /// The end after so many signs, where no word goes on.
    func end(after count: Int) -> String.Index? {
      guard count > 0, count <= signs.count else { return nil }
      let end = signs[count - 1].end
      guard let next = text[end...].first else { return end }
      return next.isLetter || next.isNumber ? nil : end
    }

    /// The first so many signs as text.
    func text(_ count: Int) -> String { String(signs.prefix(count).map(\.character)) }

    /// How many digits come first.
    var digits: Int { signs.prefix { $0.character.isNumber }.count }
  }

  /// A French number of ten digits in pairs, or an international one.
  private static func telephone(_ run: Run) -> String.Index? {
    if run.hasPlus {
      guard (8...15).contains(run.digits) else { return nil }
      return run.end(after: run.digits)
    }
    guard let first = run.signs.first?.character, first == "0", run.digits >= 10 else { return nil }
    let isInternational = run.text(4) == "0033"
    let count = isInternational ? 13 : 10
    guard run.digits >= count, isInternational || run.text(2) != "00" else { return nil }
    if !isInternational {
      let gaps = Set(stride(from: 2, to: 10, by: 2).map { run.gaps[$0] })
      let within = stride(from: 1, to: 10, by: 2).allSatisfy { run.gaps[$0].isEmpty }
      guard within, gaps.count == 1 else { return nil }
    }
    return run.end(after: count)
  }

  /// A number of the national register (NIR): thirteen signs and a key that fits them.
  private static func socialSecurity(_ run: Run) -> String.Index? {
    guard run.signs.count >= 15, let first = run.signs.first?.character,
      "123478".contains(first)
    else { return nil }
    let text = run.text(13).uppercased()
    let body = text.replacing("2A", with: "19").replacing("2B", with: "18")
    guard let number = Int(body), let key = Int(run.text(15).suffix(2)), 97 - number % 97 == key
    else { return nil }
    return run.end(after: 15)
  }

  /// An international account number (IBAN, ISO 13616), whose check digits fit.
  private static func account(_ run: Run) -> String.Index? {
    guard run.signs.count >= 15, run.text(2).allSatisfy({ $0.isLetter && $0.isUppercase }),
      run.text(4).dropFirst(2).allSatisfy(\.isNumber)
    else { return nil }
    for count in stride(from: min(34, run.signs.count), through: 15, by: -1) {
      guard let end = run.end(after: count) else { continue }
      let text = run.text(count).uppercased()
      let turned = text.dropFirst(4) + text.prefix(4)
      let rest = turned.reduce(0) { rest, sign in
        let value = Int(String(sign), radix: 36) ?? 0
        return (rest * (value > 9 ? 100 : 10) + value) % 97
      }
      if rest == 1 { return end }
    }
    return nil
  }

  /// Four numbers up to 255 between dots.
  private static func networkAddress(_ run: Run) -> String.Index? {
    guard run.digits >= 4 else { return nil }
    var numbers = [""]
    for (place, sign) in run.signs.prefix(run.digits).enumerated() {
      if place > 0, !run.gaps[place].isEmpty {
        guard run.gaps[place] == ".", numbers.count < 4 else { break }
        numbers.append("")
      }
      numbers[numbers.count - 1].append(sign.character)
    }
    guard numbers.count == 4,
      numbers.allSatisfy({ Int($0).map { $0 < 256 } == true && $0.count < 4 })
    else { return nil }
    return run.end(after: numbers.joined().count)
  }
}
