import Foundation
import PseudoTerminals
import Testing

struct `The tour` {
  /// What a person types at each step, and how many rows of it are steps.
  private static let french = [
    "état", "suivant", "noter horaires affichés à l’entrée", "ok", "aller M1-E1",
    "ncmin courriels sans réponse depuis dix jours --échéance +60j", "annuler", "rétablir",
    "valeur 6,4 jours", "constat lister", "manques", "aide ncmin",
  ]
  private static let english = [
    "status", "next", "note opening hours shown at the door", "ok", "go M1-E1",
    "ncmin e-mails unanswered for ten days --due +60d", "undo", "redo", "value 6.4 days",
    "finding list", "missing", "help ncmin",
  ]

  /// Waits until nothing stands behind the last prompt.
  private func waitForPrompt(_ terminal: PseudoTerminal, _ start: String) throws {
    try terminal.waitUntil("an empty prompt") { screen in
      guard let last = screen.text.split(separator: "\n").last else { return false }
      return last.hasPrefix(start) && screen.column == last.prefix { $0 != ">" }.count + 2
    }
  }

  @Test(arguments: [("fr", french, "Découverte, étape"), ("en", english, "Tour, step")])
  func `leads from step to step, each checked, to its end, and erases itself`(
    _ language: String, _ lines: [String], _ head: String
  ) throws {
    let sandbox = try Sandbox()
    let visit = try Visit(sandbox, "--lang", language)
    try visit.waitForPrompt("constat")
    visit.send("tour\r")
    try visit.waitFor("\(head) 2 ")
    let last = language == "fr" ? "La découverte est finie" : "The tour is over"
    var step = 2
    for line in lines {
      try waitForPrompt(visit.terminal, "EXER")
      visit.send(line + "\r")
      guard !["annuler", "undo"].contains(line) else { continue }
      step += 1
      try visit.waitFor(step <= 12 ? "\(head) \(step) " : last)
    }
    try waitForPrompt(visit.terminal, "EXER")
    visit.send(language == "fr" ? "tour quitter\r" : "tour leave\r")
    try visit.waitFor(language == "fr" ? "son dossier est effacé" : "its dossier is erased")
    try visit.waitForPrompt("constat")
    try visit.leave()
    let state = "\(sandbox.path)/home/state/constat"
    #expect(!FileManager.default.fileExists(atPath: "\(state)/tour"))
  }

  @Test func `goes no further for a step that is not done`() throws {
    let visit = try Visit(Sandbox())
    try visit.waitForPrompt("constat")
    visit.send("découverte\r")
    try visit.waitFor("étape 2 sur 12")
    visit.send("site lister\r")
    try visit.waitFor("Préfecture de démonstration")
    visit.send("tour\r")
    try visit.terminal.waitUntil("the same step again") {
      $0.text.components(separatedBy: "étape 2 sur 12").count == 3
    }
    #expect(!visit.terminal.screen.text.contains("étape 3"))
  }

  @Test func `is left at will, with the dossier before, and gone on with later`() throws {
    let visit = try Visit.prepared()
    visit.send("tour\r")
    try visit.waitFor("étape 2 sur 12")
    try waitForPrompt(visit.terminal, "EXER")
    visit.send("état\r")
    try visit.waitFor("étape 3 sur 12")
    try waitForPrompt(visit.terminal, "EXER")
    visit.send("aller M1-E1\r")
    try visit.waitFor("étape 4 sur 12")
    try waitForPrompt(visit.terminal, "EXER")
    visit.send("tour quitter\r")
    try visit.waitFor("y revient")
    try visit.waitForPrompt()
    try visit.leave()
    let later = try Visit(visit.sandbox, "--dossier", "demo")
    try later.waitForPrompt()
    later.send("tour\r")
    try later.waitFor("étape 4 sur 12")
    try waitForPrompt(later.terminal, "EXERCICE · demo · tour · demo · M1-E1>")
    later.send("tour recommencer\r")
    try later.waitFor("étape 2 sur 12")
    later.send("tour quitter\r")
    try later.waitForPrompt()
    #expect(try later.sandbox.demo("site count").output == "2\n")
  }
}
