import Foundation
import Testing

struct `A damaged dossier` {
  private func journal(_ sandbox: Sandbox) throws -> String {
    try #require(try sandbox.files("demo").first { $0.hasSuffix(".journal") })
  }

  /// A dossier of five operations with its third line changed.
  private func damaged(_ change: (inout Data) -> Void) throws -> (Sandbox, journal: String) {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    for text in ["un", "deux", "trois"] {
      try sandbox.demo("note \(text) --on M1-B4 --site digne")
    }
    let name = try journal(sandbox)
    var lines = try sandbox.read("demo/\(name)").split(separator: 0x0A).map { Data($0) }
    try #require(lines.count == 5)
    change(&lines[2])
    try sandbox.write("demo/\(name)", Data(lines.joined(separator: [0x0A])) + [0x0A])
    return (sandbox, name)
  }

  @Test(arguments: ["fr", "en"])
  func `with a bad line in the middle names the line, counts what stands before, and takes notes`(
    _ language: String
  ) throws {
    let (sandbox, name) = try damaged { $0 = Data("pas une ligne".utf8) }
    let damage =
      language == "fr" ? "\(name):3\u{A0}: ligne illisible" : "\(name):3: the line cannot be read"
    let options = ["--lang", language, "--dossier", "demo"]
    let list = try sandbox.run(options + ["evidence", "list", "as", "ids"])
    #expect(list.status == 0 && !list.output.contains("P1"))
    #expect(list.errors.contains(damage))
    let verify = try sandbox.run(options + ["verify"])
    #expect(verify.status == 5 && verify.output.contains(damage))
    let report = try sandbox.run(options + ["report", "write", "to", "r.html"])
    #expect(report.status == 5 && report.errors.contains(damage))
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("r.html")))
    let before = try sandbox.read("demo/\(name)")
    let note = try sandbox.run(options + ["note", "encore", "--on", "M1-B4", "--site", "digne"])
    #expect(note.status == 0)
    #expect(try sandbox.read("demo/\(name)") == before, "a damaged journal is left as it is")
    let texts = try sandbox.run(options + ["evidence", "list", "fields", "text", "as", "tsv"])
    #expect(texts.output == "text\nencore\n")
  }

  @Test func `by a newer version asks for an update, and nothing lets it stand`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    var journal = ForgedJournal(sandbox, in: "demo")
    try journal.add([])
    try journal.add(
      [["by": "eve", "kind": "site.set", "site": "gap", "name": "Gap"]], version: 2)
    let told = "journal/aaaaaaaaaaaaaaaa.journal:2: written by a newer version of Constat (form 2)"
    let options = ["--lang", "en", "--dossier", "demo"]
    let verify = try sandbox.run(options + ["verify"])
    #expect(verify.status == 5, "\(verify)")
    #expect(verify.output.contains("READ ONLY IN PART\n"), "\(verify)")
    #expect(verify.output.contains(told) && verify.output.contains("= nothing is damaged: update"))
    #expect(!verify.output.contains("journal accept") && !verify.output.contains("repair"))
    let accept = try sandbox.run(options + ["journal", "accept", "aaaa", "--reason", "vu"])
    #expect(accept.status == 5 && accept.errors.contains(told), "\(accept)")
    #expect(try sandbox.run(options + ["verify"]).status == 5)
    let seal = try sandbox.run(options + ["seal", "make"])
    #expect(seal.status == 5 && seal.errors.contains(told), "\(seal)")
  }

  @Test func `with one byte changed in a body is found by verify`() throws {
    let (sandbox, name) = try damaged { line in
      let range = line.firstRange(of: Data("\"un\"".utf8))
      if let range { line[range.lowerBound + 1] = UInt8(ascii: "o") }
    }
    let verify = try sandbox.run("--dossier", "demo", "journal", "verify")
    #expect(verify.status == 5)
    #expect(verify.output.contains("\(name):3"))
    #expect(verify.output.contains("l’empreinte du corps 1 ne correspond pas"))
  }

  @Test func `with one byte changed in a header is found at once`() throws {
    let (sandbox, name) = try damaged { $0[$0.startIndex + 3] ^= 1 }
    let verify = try sandbox.run("--dossier", "demo", "verify")
    #expect(verify.status == 5)
    #expect(verify.output.contains("\(name):3"))
  }

  @Test func `with an unfinished line in another’s file is whole up to it, and verify says so`()
    throws
  {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    let name = try journal(sandbox)
    let whole = try sandbox.read("copie/\(name)")
    try sandbox.write("copie/\(name)", whole + Data("0123 coupé".utf8))
    let verify = try sandbox.run("--dossier", "copie", "--lang", "en", "verify")
    #expect(verify.status == 0)
    #expect(verify.output.contains("\(name): 11 bytes of an unfinished entry at the end"))
    // The end of a whole line altered is another matter.
    try sandbox.write("copie/\(name)", whole.dropLast() + Data("x".utf8))
    #expect(try sandbox.run("--dossier", "copie", "verify").status == 5)
  }

  @Test func `with a torn last line goes on, and says so`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("note un --on M1-B4 --site digne")
    let name = try journal(sandbox)
    try sandbox.write("demo/\(name)", try sandbox.read("demo/\(name)") + Data("0123 coupé".utf8))
    try sandbox.demo("note deux --on M1-B4 --site digne")
    let texts = try sandbox.demo("evidence list fields text as tsv")
    #expect(texts.output == "text\nun\ndeux\n")
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
  }

  @Test func `with a piece of evidence changed or gone is found by verify`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("evidence attach releve.csv --criterion M1-E1 --site digne")
    let blob = try #require(try sandbox.files("demo").first { $0.hasPrefix("evidence/") })
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
    try sandbox.shell("chmod u+w demo/\(blob) && echo x >> demo/\(blob)")
    let changed = try sandbox.run("--dossier", "demo", "verify")
    #expect(changed.status == 5 && changed.output.contains("preuve altérée"))
    try sandbox.shell("rm -f demo/\(blob)")
    let gone = try sandbox.run("--dossier", "demo", "verify")
    #expect(gone.status == 5 && gone.output.contains("preuve MANQUANTE"))
  }

  @Test func `whose own file is no JSON is opened, says so, and hands nothing on`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.write("demo/dossier.json", "{")
    let answer = try sandbox.run("--dossier", "demo", "status")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("dossier.json"))
    for words in [["verify"], ["report", "write", "to", "r.html"]] {
      let answer = try sandbox.run(["--dossier", "demo"] + words)
      #expect(answer.status == 5 && (answer.output + answer.errors).contains("dossier.json"))
    }
  }

  @Test func `whose first line is lost is mended from a copy, and keeps what came after`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    try sandbox.demo("note encore --on M1-B4 --site digne")
    let name = try journal(sandbox)
    var bytes = try sandbox.read("demo/\(name)")
    bytes[70] ^= 1
    try sandbox.write("demo/\(name)", bytes)
    let verify = try sandbox.run("--dossier", "demo", "verify")
    #expect(verify.status == 5 && verify.errors.contains("journal réparer COPIE"))
    #expect(verify.output.contains("dossier.json:1\u{A0}: la première écriture du dossier manque"))
    #expect(try sandbox.run("--dossier", "demo", "site", "list").status == 0)
    let report = try sandbox.run("--dossier", "demo", "report", "write", "to", "r.html")
    #expect(report.status == 5)
    let repair = try sandbox.run("--dossier", "demo", "journal", "repair", "copie")
    #expect(repair.status == 0, "\(repair.errors)")
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
    #expect(try sandbox.demo("evidence list fields text as tsv").output == "text\nencore\n")
    // Nothing is put into a folder that is no dossier.
    try FileManager.default.createDirectory(
      atPath: sandbox.at("other"), withIntermediateDirectories: true)
    #expect(try sandbox.run("--dossier", "other", "journal", "repair", "copie").status == 1)
    #expect(try sandbox.files("other").isEmpty)
    try sandbox.write("demo/dossier.json", "{")
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 5)
    #expect(try sandbox.run("--dossier", "demo", "journal", "repair", "copie").status == 0)
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
  }

  @Test func `hands on no edition of a sealed audit once a body was changed`() throws {
    let sandbox = try Sandbox()
    try sandbox.shell(
      "cp -a \"$1\" d; cp -a \"$2\" ../home/", EditedDossier.sandbox.at("d"),
      "\(EditedDossier.sandbox.path)/home/config")
    let name = try #require(try sandbox.files("d").first { $0.hasPrefix("journal/") })
    var bytes = try sandbox.read("d/\(name)")
    let range = try #require(bytes.firstRange(of: Data("Registre de".utf8)))
    bytes[range.lowerBound] = UInt8(ascii: "F")
    try sandbox.write("d/\(name)", bytes)
    for words in [
      ["communicable", "to", "c.html"], ["communicable", "to", "c"], ["training", "to", "t"],
    ] {
      let answer = try sandbox.run(
        ["--dossier", "d", "report", "write", "2026-001", "--edition"] + words)
      #expect(answer.status == 5 && answer.errors.contains("l’empreinte du corps"), "\(answer)")
      #expect(!FileManager.default.fileExists(atPath: sandbox.at(words[2])))
    }
  }

  @Test func `with a wrong digit in its own file is mended from a copy`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    let text = try sandbox.text("demo/dossier.json")
    let digit = try #require(text.range(of: "\"id\":\""))
    var wrong = text
    let old = wrong[digit.upperBound]
    wrong.replaceSubrange(digit.upperBound...digit.upperBound, with: old == "0" ? "1" : "0")
    try sandbox.write("demo/dossier.json", wrong)
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 5)
    let repair = try sandbox.run("--dossier", "demo", "journal", "repair", "copie")
    #expect(repair.status == 0 && repair.errors.contains("dossier.json remis"), "\(repair)")
    #expect(try sandbox.text("demo/dossier.json") == text)
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
  }

  @Test func `without its own file is mended in its folder, and another dossier is no copy of it`()
    throws
  {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.copy(sandbox.at("demo"), to: "copie")
    try sandbox.run("dossier", "new", "autre", "--title", "Autre")
    try sandbox.shell("rm demo/dossier.json")
    func run(_ words: String...) throws -> Sandbox.Answer {
      try sandbox.run(words, folder: sandbox.at("demo"))
    }
    let status = try run("status")
    #expect(status.status == 0 && status.errors.contains("constat journal réparer COPIE"))
    #expect(try run("journal", "repair", "../autre").status != 0)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("demo/dossier.json")))
    let repair = try run("journal", "repair", "../copie")
    #expect(repair.status == 0 && repair.errors.contains("dossier.json remis"), "\(repair)")
    #expect(try run("verify").status == 0)
    // Where the journals do not say either which dossier it is, every command names the remedy.
    try sandbox.shell("rm demo/dossier.json; : > demo/$(cd demo; ls journal/*.journal)")
    let lost = try run("status")
    #expect(lost.status != 0 && lost.errors.contains("constat journal réparer COPIE"), "\(lost)")
    #expect(try run("journal", "repair", "../copie").status == 0)
    #expect(try run("verify").status == 0)
  }
}
