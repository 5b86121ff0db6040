import Foundation
import Testing

struct `The script that checks journals without this program` {
  /// The script as the manual prints it.
  private func script(_ sandbox: Sandbox, _ language: String) throws -> String {
    let page = try sandbox.run("--lang", language, "help", "journal", "verify").output
    return page.split(separator: "\n").filter { $0.hasPrefix("      ") }
      .map { String($0.dropFirst(6)) }.joined(separator: "\n")
  }

  private func check(_ sandbox: Sandbox, _ script: String) throws -> Sandbox.Answer {
    try script.write(toFile: sandbox.at("check.sh"), atomically: true, encoding: .utf8)
    return try sandbox.shell("cd demo/journal && sh ../../check.sh")
  }

  @Test(arguments: ["fr", "en"])
  func `stands in the manual and finds a dossier whole`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    #expect(try sandbox.demo("note vu à l’accueil --on M1-A1 --site digne").status == 0)
    let answer = try check(sandbox, try script(sandbox, language))
    #expect(answer.status == 0)
    #expect(answer.output == "")
    #expect(answer.errors == "")
  }

  @Test(arguments: [
    ("sed -i '$s/accueil/guichet/' demo/journal/*.journal", "body"),
    ("sed -i '2s/\"n\":2/\"n\":3/' demo/journal/*.journal", "header"),
    ("sed -i '2d' demo/journal/*.journal", "link"),
    ("sed -i '2{h;d};3G' demo/journal/*.journal", "link"),
    ("sed -i '1s/\\t[^\\t]*$//' demo/journal/*.journal", "bodies"),
  ])
  func `finds what was changed`(_ damage: String, _ word: String) throws {
    let sandbox = try Sandbox.prepared()
    #expect(try sandbox.demo("note vu à l’accueil --on M1-A1 --site digne").status == 0)
    let script = try script(sandbox, "en")
    #expect(try sandbox.shell(damage).status == 0)
    #expect(try check(sandbox, script).output.contains(word))
  }
}
