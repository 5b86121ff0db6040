import Auditing
import LineEditing

/// The options of the program itself, which may stand anywhere on the line, and the other words.
struct ProgramOptions {
  /// The value given to each option, empty for those that are said or not.
  private(set) var values: [String: String] = [:]
  private(set) var words: [String] = []

  private static let withValue: Set<String> = [
    "dossier", "lang", "color", "answers", "now", "seed",
  ]
  private static let flags: Set<String> = [
    "json", "quiet", "accessible", "yes", "no-start", "version", "help",
    "dry-run",
  ]

  /// The names that no command and no parameter may take.
  static let reserved = withValue.union(flags)

  /// Reads the program's arguments.
  ///
  /// - Throws: a failure with exit code 2.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "-c", words.isEmpty {
        guard let text = rest.popFirst() else { throw Failure(.programOptionNeedsValue("-c")) }
        values["commands"] = text
        continue
      }
      guard word.hasPrefix("--"), word.count > 2 else {
        words.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      let name = parts.first ?? ""
      if Self.withValue.contains(name) {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw Failure(.programOptionNeedsValue(word))
        }
        try check(name, value)
        values[name] = value
      } else if Self.flags.contains(name), parts.count == 1 {
        values[name] = ""
      } else if words.isEmpty, values["commands"] == nil {
        throw Failure(
          .unknownProgramOption(
            word,
            suggestion: Suggestion.nearest(to: name, among: Self.reserved).map { "--" + $0 }))
      } else {
        words.append(word)
      }
    }
  }

  /// Whether the words name a script, whose help is its own.
  var namesScript: Bool {
    if let first = words.first, Name("run", "lancer").matches(first) { return words.count > 1 }
    return words.first?.hasSuffix(".constat") ?? false
  }

  /// What follows the name of a script; its help was taken for the program's.
  func parameters(after count: Int) -> [String] {
    words.dropFirst(count) + (values["help"] == nil ? [] : ["--help"])
  }

  private func check(_ name: String, _ value: String) throws {
    switch name {
    case "lang" where Language(rawValue: value) == nil:
      throw Failure(.unknownOptionValue(option: "--lang", value, known: "fr, en"))
    case "color" where !Choices.colours.contains(where: { $0.matches(value) }):
      throw Failure(.unknownOptionValue(option: "--color", value, known: "auto, always, never"))
    case "now" where Timestamp(value) == nil:
      throw Failure(.unknownOptionValue(option: "--now", value, known: "2026-11-21T09:00:00Z"))
    case "seed" where UInt64(value) == nil:
      throw Failure(.unknownOptionValue(option: "--seed", value, known: "0, 1, 2 …"))
    default: break
    }
  }

  /// Fixes the clock and the randomness when they are given.
  func apply(to surroundings: inout Surroundings) {
    if let now = values["now"].flatMap({ Timestamp.read($0) }) {
      let instant = Timestamp(milliseconds: now.milliseconds)
      surroundings.now = { instant }
      surroundings.isClockGiven = true
      surroundings.offsetMinutes = now.offset
    }
    if let seed = values["seed"].flatMap({ UInt64($0) }) {
      surroundings.random = SeededBytes(seed).next
      surroundings.isSeeded = true
    }
  }

  /// How things look: by option, else by the environment.
  static func settings(_ values: [String: String], _ surroundings: Surroundings) -> Settings {
    let variables = surroundings.variables
    var settings = Settings(language: language(values, variables))
    settings.isQuiet = values["quiet"] != nil
    settings.isJSON = values["json"] != nil
    let accessible = variables["ACCESSIBLE"] ?? ""
    settings.isAccessible =
      values["accessible"] != nil || (!accessible.isEmpty && accessible != "0")
    let colour = Choices.colours.first { $0.matches(values["color"] ?? "auto") }?.en
    settings.isColoured =
      !settings.isAccessible
      && Terminal.usesColour(
        colour.flatMap(Terminal.Colour.init) ?? .auto, environment: variables,
        isTerminal: Terminal.showsOutput)
    settings.printsOnly =
      Terminal.isInteractive
      && Terminal.printsOnly(colour.flatMap(Terminal.Colour.init) ?? .auto, environment: variables)
    if Terminal.showsOutput {
      settings.width = Terminal.size.columns
      settings.pager = Pager(variables)
    }
    return settings
  }

  /// The first language that arguments name, for when they cannot be read as a whole.
  static func language(of arguments: [String]) -> [String: String] {
    for (word, value) in zip(arguments, arguments.dropFirst())
    where word == "--lang" && Language(rawValue: value) != nil {
      return ["lang": value]
    }
    return [:]
  }

  private static func language(_ values: [String: String], _ variables: [String: String])
    -> Language
  {
    if let language = values["lang"].flatMap(Language.init(rawValue:)) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variables[name], !value.isEmpty else { continue }
      return value.hasPrefix("fr") ? .fr : .en
    }
    return .en
  }
}
