import Auditing
import Foundation
import Scripting
import Testing

struct `The catalogue of errors` {
  /// The fault of a script, found by parsing, checking or running it.
  private func fault(of source: Source) throws -> Diagnostic {
    do {
      _ = try Parser.parse(source, vocabulary)
      let script = load(source, files: ["communs": "let seuil = 5"])
      let checks = Analyzer.Checks(isCommand: { vocabulary.firstWords.contains($0.folded) }) {
        _, _, _ in []
      }
      if let fault = Analyzer.faults(of: script, checks: checks).first { return fault }
      var runner = Recorder()
      runner.answers["site show A"] = .record(
        RecordValue(
          noun: "site", id: "A", fields: [("name", .text("Digne")), ("address", .nothing)]))
      var interpreter = Interpreter(runner, source: source)
      try interpreter.run(script)
    } catch let error as Traced {
      if let error = error.error as? ScriptError { return Diagnostic(error, in: source) }
    } catch let error as ScriptError {
      return Diagnostic(error, in: source)
    }
    throw Recorder.Refusal()
  }

  /// A sentence with a plain space wherever French has a no-break one.
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  @Test(arguments: catalogue)
  func `says exactly what is wrong and what to do`(entry: CatalogueEntry) throws {
    let marked = MarkedText(entry.script)
    var source = Source(name: "essai", text: marked.text)
    let fault: Diagnostic
    if entry.name == "notUTF8" {
      let bytes = Array("note caf".utf8) + [0xE9]
      source = Source.repaired(name: "essai", bytes: bytes)
      let error = try #require(throws: ScriptError.self) { try Source(name: "essai", bytes: bytes) }
      fault = Diagnostic(error, in: source)
    } else {
      fault = try self.fault(of: source)
    }
    #expect(fault.range == marked.range)
    #expect(([fault.message] + fault.notes).map(\.en) == entry.en)
    #expect(([fault.message] + fault.notes).map { plain($0.fr) } == entry.fr)
    let lines = fault.lines(in: .fr)
    let place = source.place(of: fault.range.lowerBound)
    #expect(plain(lines[0]) == "essai:\(place.line):\(place.column): erreur : \(entry.fr[0])")
    #expect(lines[2].hasSuffix("^\(String(repeating: "~", count: max(0, fault.range.count - 1)))"))
    #expect(lines.dropFirst(3).map(plain) == entry.fr.dropFirst().map { "  = \($0)" })
  }

  @Test func `has an example of every kind`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Scripting/Diagnosing/ScriptError.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let kinds = text.split(separator: "\n").compactMap { line in
      try? /^ {4}case (\w+)/.firstMatch(in: line)?.1
    }
    #expect(kinds.count > 30)
    // These come from outside a script: see the tests of a source, of arguments, of sourcing.
    let others: Set<Substring> = ["utf16", "notACommand", "parameterInSource", "notAtStart"]
    #expect(Set(kinds).subtracting(others) == Set(catalogue.map { Substring($0.name) }))
  }

  @Test func `follows the typography of each language`() {
    for entry in catalogue {
      let source = Source(name: "essai", text: MarkedText(entry.script).text)
      guard let fault = try? fault(of: source) else { continue }
      for wording in [fault.message] + fault.notes {
        #expect(!wording.fr.contains("« ") && !wording.fr.contains(" »"))
        #expect(wording.fr.firstMatch(of: /\x20[:;!?](\x20|$)/) == nil)
        #expect(!wording.en.contains("\u{A0}") && !wording.en.contains("’"))
        #expect(wording.fr.last != "." && wording.en.last != ".")
      }
    }
  }
}
