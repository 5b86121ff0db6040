import Foundation
import Testing

struct `The help` {
  /// Every command as the list of the help tells it, in a language.
  private static func commands(_ language: String) throws -> [String] {
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

  private func page(_ command: String, _ language: String, _ sandbox: Sandbox) throws -> String {
    let answer = try sandbox.run(
      ["--lang", language, "help"] + command.components(separatedBy: " "))
    #expect(answer.status == 0 && answer.errors == "")
    return answer.output
  }

  @Test(arguments: ["fr", "en"])
  func `has a page for every command`(_ language: String) throws {
    let sandbox = try Sandbox()
    let commands = try Self.commands(language)
    #expect(commands.count > 70)
    for command in commands {
      let lines = try page(command, language, sandbox).components(separatedBy: "\n")
      #expect(lines[0].hasPrefix(command), "\(command): \(lines[0])")
      #expect(lines.count > 2 && lines[2].hasSuffix("."), "\(command): \(lines)")
    }
  }

  @Test func `tells the same commands in both languages, each in its own`() throws {
    let french = try Self.commands("fr")
    let english = try Self.commands("en")
    #expect(french.count == english.count)
    let sandbox = try Sandbox()
    for (fr, en) in zip(french, english) where fr != en {
      #expect(try page(fr, "fr", sandbox).contains("En anglais\u{A0}: \(en)\n"), "\(fr)")
      #expect(try page(en, "en", sandbox).contains("In French: \(fr)\n"), "\(en)")
      #expect(try page(fr, "en", sandbox) == page(en, "en", sandbox))
    }
  }

  /// What stands before the example of a command for it to make sense, where it must.
  private static let before = [
    "site add": "dossier new d", "person add": "dossier new d", "audit open": "dossier new d",
    "dossier open": "dossier new prefecture", "dossier new": "print 1",
  ]

  /// What an example needs in the prepared dossier.
  private static let conditions = [
    "audit close": "audit conclude \"Tenus.\"",
    "finding amend": "finding add M1-B4 \"x\" --grade ncmin --seen \"y\" --site digne",
    "finding respond": "finding add M1-B4 \"x\" --grade ncmin --seen \"y\" --site digne",
  ]

  /// Commands whose examples need a seal, or somewhere to go back to: other tests run them.
  private static let others: Set<String> = ["seal make", "seal verify", "back"]

  @Test func `has examples that run as they stand`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("audit scope manosque --sampled-out")
    try sandbox.keep()
    var count = 0
    for command in try Self.commands("en") where !Self.others.contains(command) {
      let page = try page(command, "en", sandbox)
      guard let range = page.firstRange(of: "Example: ") else { continue }
      let example = page[range.upperBound...].split(separator: "\n")[0]
      count += 1
      let answer: Sandbox.Answer
      if let first = Self.before[command] {
        answer = try Sandbox().run("-c", "\(first)\n\(example)")
      } else {
        try sandbox.goBack()
        if let condition = Self.conditions[command] { try sandbox.demo(condition) }
        answer = try sandbox.run("--dossier", "demo", "-c", "go M1-E1 --site digne\n\(example)")
      }
      let status: Int32 = command == "missing" ? 3 : 0
      #expect(answer.status == status, "\(command): \(example)\n\(answer.errors)")
    }
    #expect(count > 50)
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
