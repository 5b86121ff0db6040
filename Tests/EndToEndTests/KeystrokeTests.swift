import Foundation
import PseudoTerminals
import Testing

/// A visit typed key by key, which counts the keys beyond the texts themselves.
private struct Typist {
  let visit: Visit
  private(set) var keys = 0
  private var prompt: String { "demo · 2026-001" }

  init(_ visit: Visit) { self.visit = visit }

  /// Types words of commands, then a text, then what follows it, and Enter.
  mutating func enter(_ words: String, text: String = "", _ rest: String = "", says: String) throws
  {
    keys += words.count + rest.count + 1
    try send(words + text + rest + "\r", says: says)
  }

  /// Types words and has Tab complete the last, then Enter.
  mutating func complete(_ words: String, to completed: String, text: String, says: String) throws {
    keys += words.count + 2
    visit.send(words + Keys.tab)
    try visit.waitFor("> " + completed)
    try send(text + "\r", says: says)
  }

  /// Sends keys and waits for what is said anew, and for the next prompt.
  private func send(_ keys: String, says: String) throws {
    let place = visit.terminal.bytes.count
    visit.send(keys)
    try visit.terminal.waitForBytes(from: place) {
      String(decoding: $0, as: UTF8.self).contains(says)
    }
    try visit.waitForPrompt(prompt)
  }
}

struct `The keys of a visit` {
  /// Criteria that have an indicator, and a value of it.
  private static let values = [
    "M1-A2": "93,1 %", "M1-A4": "14", "M1-C1": "94 %", "M1-C2": "7", "M1-D2": "91 %",
    "M1-E1": "1,37 jours",
  ]

  @Test(.timeLimit(.minutes(5)))
  func `beyond the texts are at most 1,400, with findings, evidence and measurements`() throws {
    let sandbox = try Sandbox.prepared()
    for number in 11...25 { try sandbox.write("\(number)-photo.jpg", "photo \(number)\n") }
    var typist = Typist(try Visit(sandbox, "--dossier", "demo"))
    try typist.visit.waitForPrompt()
    var (findings, photos, values) = (0, 0, 0)
    for number in 0..<40 {
      try typist.enter(">", says: "verdict\u{A0}: non-évalué")
      let (site, criterion) = try #require(Self.place(typist.visit))
      if photos < 15 {
        photos += 1
        let name = "\(photos + 10)-photo.jpg"
        try typist.complete(
          "photo \(photos + 10)", to: "photo \(name) ", text: "le panneau", says: "joint")
      }
      if let value = Self.values[criterion], site == "digne" {
        values += 1
        try typist.enter("valeur ", text: value, says: "digne · 2026")
      }
      if number % 3 == 0, findings < 12 {
        findings += 1
        try typist.enter(
          "ncmin ", text: "écart numéro \(findings) relevé au guichet", " --due +60j",
          says: "F\(findings) — ")
      } else {
        try typist.enter("ok", says: "\(criterion) · \(site)\u{A0}: conforme")
      }
    }
    #expect((findings, photos, values) == (12, 15, 6))
    #expect(typist.keys <= 1400, "\(typist.keys) keys")
    try typist.visit.leave()
    let said = try sandbox.demo(
      """
      finding count
      assessment count where verdict != not-assessed
      evidence count where kind = file
      measure count
      """)
    #expect(said.output == "12\n40\n15\n6\n")
  }

  /// The site and the criterion that the prompt says one stands at.
  private static func place(_ visit: Visit) -> (site: String, criterion: String)? {
    let line = visit.terminal.screen.text.split(separator: "\n").last ?? ""
    let parts = line.prefix { $0 != ">" }.components(separatedBy: " · ")
    return parts.count == 4 ? (parts[2], parts[3]) : nil
  }
}
