import Auditing
import Chance
import Foundation
import Scripting
import Testing

/// Good scripts with everything the language has.
private let scripts = [
  """
  # Visite de Digne
  param site text = digne
  param day date = today+30d
  let n = $(finding list where grade = ncmin and site = $site).count
  if $n > 3 { print "trop : $n" } else if $n is empty { next } else { ok }
  """,
  "finding add M1-B4 \"Délai non affiché\" --grade ncmin --evidence P3,P4 --due +60d; next",
  "finding list where status = open and severity >= minor sort due desc, id as csv to \"x y\"",
  """
  for m in (1,7) {
    audit scope $m --modules 1,7 --for 60 jours ouvrés
    for f in $(list).id { print $f }
  }
  """,
  "note l'affiche (hall) « vu » -- puis, 12 min à l’accueil --by A --site=B",
  "photo '/home/a b/l'\\''été.jpg' vu\nvalue 1,37 jours mesuré\nmock ask P1 Où est-ce ? --once",
  "note \"Délai de $n jours, ${site.name}. \\\"oui\\\" \\$5\" --due -2m # fin",
  "expect (1 + 2) * 3 / 4 - 5 = $x \"ça\"\nexpect not a in (1,7 h, \"b\") or c is not empty",
  """
  let q = 600 000,5 %
  let t = "a
  b"
  let r = round(mean($x, n.m), 2) + days(today, 2026-11-21)
  """,
  "if ($a\n  or $b # pourquoi\n) and .c != d { ok \"vu\" } else { na \"sans\" }",
  "print 1.10 01 2026-001 E19.1 $x.y (a, (b, 3 + 4)) --a --b=c --d $(site show A).name.b",
  "\u{FEFF}#!/usr/bin/env constat\r\n# e\u{301}te\u{301}\r\nlet e\u{301} = 1\r\nprint $é\r\n",
  "list where criterion.module = .module and due <= today - 30d fields a, b.c group d",
]

/// Every script that is shipped or that the tests run.
private let shippedScripts: [String] = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized.path
  return ["checklists/scripts", "Tests/EndToEndTests/Sessions"].flatMap { folder in
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return names.filter { $0.hasSuffix(".constat") }.sorted().compactMap { name in
      try? String(contentsOfFile: "\(root)/\(folder)/\(name)", encoding: .utf8)
    }
  }
}()

struct `A damaged script` {
  private let pieces = [
    "\"", "$", "(", ")", "{", "}", "$(", ";", "#", "\n", ",", " --", "=", "==", "!", " + ", "\\",
    " not ", " in ",
    "else", "where ", "“", "«", "'", "/", ".", "1", "000 ", "\u{A0}", "\u{301}", "\u{200B}", "\r\n",
    "\0", "🇫🇷",
  ]

  private func damaged(_ text: String, with generator: inout SplitMix) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let start = Int.random(in: 0...scalars.count, using: &generator)
      let end = min(scalars.count, start + Int.random(in: 1...12, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: scalars[start..<end], at: start)
      case 2: scalars.removeSubrange(start...)
      case 3: scalars.insert(contentsOf: scalars.suffix(8), at: start)
      default:
        let piece = pieces.randomElement(using: &generator) ?? ""
        scalars.insert(contentsOf: Array(piece.unicodeScalars), at: start)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test func `is whole before it is damaged`() {
    for text in scripts {
      #expect(throws: Never.self) {
        try Parser.parse(Source(name: "essai", text: text), vocabulary)
      }
    }
  }

  @Test func `parses or is refused with a place, whatever the damage`() {
    var generator = SplitMix(20_261_121)
    var refused = 0
    for index in 0..<10_000 {
      let text = damaged(scripts[index % scripts.count], with: &generator)
      let source = Source(name: "essai", text: text, isPrompt: index % 3 == 0)
      do {
        let script = try Parser.parse(source, vocabulary)
        let faults = Analyzer.faults(
          of: LoadedScript(script, source), checks: .init { _, _, _ in [] })
        for fault in faults { #expect(fault.range.upperBound <= source.scalars.count) }
        if faults.isEmpty {
          var interpreter = Interpreter(Recorder(), source: source)
          try? interpreter.run(script)
        }
      } catch {
        refused += 1
        // Reading on after faults finds that one too.
        let reading = Parser.read(source, vocabulary)
        #expect(reading.faults.first?.range == error.range)
        #expect(reading.faults.allSatisfy { $0.range.upperBound <= source.scalars.count })
        #expect(error.range.upperBound <= source.scalars.count)
        for language in Language.allCases {
          let lines = Diagnostic(error, in: source).lines(in: language)
          #expect(lines.count >= 1 && lines.allSatisfy { $0 == $0.visible })
        }
      }
      _ = Parser.isIncomplete(text, vocabulary)
      _ = try? Parser.expression(text)
    }
    #expect((3000..<9500).contains(refused))
  }

  @Test func `that is shipped parses or is refused with places, whatever the damage`() throws {
    try #require(!shippedScripts.isEmpty)
    var generator = SplitMix(11)
    for text in shippedScripts {
      for _ in 0..<300 {
        let source = Source(name: "essai", text: damaged(text, with: &generator))
        let reading = Parser.read(source, vocabulary)
        for fault in reading.faults { #expect(fault.range.upperBound <= source.scalars.count) }
        let script = LoadedScript(reading.script, source)
        for fault in Analyzer.faults(of: script, checks: .init { _, _, _ in [] }) {
          #expect(fault.range.upperBound <= source.scalars.count)
        }
      }
    }
  }

  @Test func `given as arguments parses or is refused with a place`() {
    var generator = SplitMix(7)
    let words = [
      "finding", "list", "note", "mock", "ask", "where", "a = b", "sort", "due", "desc", "desc,",
      "--a", "--b=c", "--d=e f",
      "--e=1,2", "x,y", "1,7", ",", "=", "==", "(", ")", "not", "in", "limit", "5", "to", "x y.csv",
      "", "l'été", "$x", "\"",
      "\u{FEFF}", "\r\n", "600", "000", "12", "min", "jours", "ouvrés", "as", "fields", "é\u{301}",
    ]
    for _ in 0..<10_000 {
      let arguments = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }
      let source = Source(arguments: arguments)
      do {
        let parsed = try Parser.parse(arguments: arguments, vocabulary)
        #expect(parsed.source.scalars == source.scalars)
      } catch {
        #expect(error.range.upperBound <= source.scalars.count)
      }
    }
  }
}
