import Foundation
import Testing

struct `The help` {
  @Test(arguments: ["journal accept", "evidence destroy", "audit amend", "mock hand-in"])
  func `says of what is never undone that nothing takes it back`(_ command: String) throws {
    let words = ["--lang", "en", "help"] + command.split(separator: " ").map(String.init)
    let help = try Sandbox().run(words).output
    #expect(help.contains("nothing takes it back") && !help.contains("undo takes it back"))
  }

  /// Every command as the list of the help tells it, in a language.
  static func commands(_ language: String) throws -> [String] {
    let sandbox = try Sandbox()
    let lines = try sandbox.run("--lang", language, "help").output.split(separator: "\n")
    var commands: [String] = []
    for line in lines where line.hasPrefix("  ") {
      if let dash = line.firstRange(of: " — ") {
        let noun = line[..<dash.lowerBound].dropFirst(2)
        commands += line[dash.upperBound...].components(separatedBy: ", ").map { "\(noun) \($0)" }
      } else if let word = line.split(separator: " ").first,
        line.contains("   ") || line.contains("  ")
      {
        commands.append(String(word))
      }
    }
    return commands.filter { $0 != "and" }
  }

  /// The pages of commands, asked for in one run.
  static func pages(_ commands: [String], _ language: String) throws -> [String: String] {
    let script = commands.map { "help \($0)\nprint \"=====\"\n" }.joined()
    let answer = try Sandbox().run("--lang", language, "-c", script)
    #expect(answer.status == 0 && answer.errors == "")
    let pages = answer.output.components(separatedBy: "=====\n").dropLast()
    try #require(pages.count == commands.count)
    return Dictionary(zip(commands, pages)) { first, _ in first }
  }

  @Test(arguments: ["fr", "en"])
  func `has a page for every command`(_ language: String) throws {
    let commands = try Self.commands(language)
    #expect(commands.count > 70)
    for (command, page) in try Self.pages(commands, language) {
      let lines = page.components(separatedBy: "\n")
      #expect(lines[0].hasPrefix(command), "\(command): \(lines[0])")
      #expect(lines.count > 2 && lines[2].hasSuffix("."), "\(command): \(lines)")
    }
  }

  @Test func `tells the same commands in both languages, each in its own`() throws {
    let french = try Self.commands("fr")
    let english = try Self.commands("en")
    try #require(french.count == english.count)
    let inFrench = try Self.pages(french, "fr")
    let inEnglish = try Self.pages(english, "en")
    let byFrench = try Self.pages(french, "en")
    for (fr, en) in zip(french, english) {
      #expect(byFrench[fr] == inEnglish[en], "\(fr)")
      guard fr != en else { continue }
      #expect(inFrench[fr]?.contains("En anglais\u{A0}: \(en)\n") == true, "\(fr)")
      #expect(inEnglish[en]?.contains("In French: \(fr)\n") == true, "\(en)")
    }
  }

  @Test func `of the program tells its options and exit codes in both languages`() throws {
    let sandbox = try Sandbox()
    let french = try sandbox.run("--help")
    let english = try sandbox.run("--lang", "en", "--help")
    for answer in [french, english] {
      #expect(answer.status == 0 && answer.errors == "")
      for word in ["--dossier", "--lang", "--json", "--now", "--seed", "-c", "74"] {
        #expect(answer.output.contains(word))
      }
    }
    #expect(french.output.contains("scellé"))
    #expect(english.output.contains("sealed"))
    #expect(try sandbox.run("--version").output.hasPrefix("constat "))
  }
}
