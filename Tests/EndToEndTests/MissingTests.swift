import Foundation
import Testing

/// Each thing that an audit may lack, and what mends it.
struct `What is missing` {
  private static let now = ["--now", "2026-11-21T09:00:00Z"]

  private func missing(_ sandbox: Sandbox, _ language: String = "fr") throws -> String {
    try sandbox.run(Self.now + ["--lang", language, "--dossier", "demo", "missing"]).output
      .replacing("\u{A0}", with: " ")
  }

  private func run(_ sandbox: Sandbox, _ text: String) throws {
    let answer = try sandbox.run(Self.now + ["--dossier", "demo", "-c", text])
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test(arguments: ["fr", "en"])
  func `of the evidence a criterion asks for is said and mended`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let isFrench = language == "fr"
    // M1-E1 asks for an examination, or a mystery e-mail, of twenty cases.
    try run(sandbox, "ok vu au passage --on M1-E1 --site digne")
    var text = try missing(sandbox, language)
    #expect(
      text.contains(
        isFrench ? "M1-E1 · digne : aucune preuve par" : "M1-E1 · digne: no evidence by"))
    #expect(
      text.contains(
        isFrench
          ? "M1-E1 · digne : 20 cas au moins à examiner, 1 vu"
          : "M1-E1 · digne: 20 cases at least to be looked at, 1 seen"))
    try run(sandbox, "evidence attach releve.csv --criterion M1-E1 --site digne --method examine")
    text = try missing(sandbox, language)
    #expect(!text.contains(isFrench ? "M1-E1 · digne : aucune" : "M1-E1 · digne: no evidence"))
    try run(sandbox, "measure add IND-01 1,37 jours --site digne --n 60")
    #expect(try !missing(sandbox, language).contains("M1-E1 · digne"))
  }

  @Test(arguments: ["fr", "en"])
  func `in age and period is said at the audit's date`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let isFrench = language == "fr"
    // M1-A2 accepts evidence of twelve months at most.
    try run(
      sandbox,
      "evidence attach releve.csv --criterion M1-A2 --site digne --collected 2024-01-02; assessment set M1-A2 --verdict conforming --site digne"
    )
    #expect(
      try missing(sandbox, language).contains(
        isFrench
          ? "M1-A2 · digne : preuve trop ancienne (P1, 2024-01-02"
          : "M1-A2 · digne: evidence too old (P1, 2024-01-02"))
    try run(sandbox, "evidence attach hall.jpg --criterion M1-A2 --site digne")
    #expect(try !missing(sandbox, language).contains(isFrench ? "trop ancienne" : "too old"))
    try run(sandbox, "evidence attach hall.jpg --criterion M1-A2 --site digne --covers 2027-Q1")
    #expect(
      try missing(sandbox, language).contains(
        isFrench ? "preuve hors période (P3, 2027-T1)" : "evidence outside its period (P3, 2027-T1)"
      ))
  }

  @Test(arguments: ["fr", "en"])
  func `of a nonconformity is its action, with an owner and a day`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let isFrench = language == "fr"
    try run(
      sandbox, "finding add M1-B4 \"Délai\" --grade ncmin --seen x --site digne --due +30d")
    let none = isFrench ? "F1 : non-conformité sans action" : "F1: nonconformity without an action"
    #expect(try missing(sandbox, language).contains(none))
    try run(sandbox, "action add \"Afficher\" --finding F1 --kind correction")
    #expect(try missing(sandbox, language).contains(none), "a correction leaves the cause")
    try run(sandbox, "action add \"Charger quelqu'un\" --finding F1")
    let text = try missing(sandbox, language)
    #expect(!text.contains(none))
    #expect(
      text.contains(
        isFrench ? "action modifier A2 --responsable" : "action set A2 --owner"))
    #expect(
      text.contains(isFrench ? "action modifier A2 --échéance" : "action set A2 --due"))
    try run(
      sandbox,
      "action set A1 --owner rdupont --due +30d; action set A2 --owner rdupont --due +30d")
    #expect(
      try !missing(sandbox, language).contains(isFrench ? "action modifier" : "action set"))
  }

  @Test(arguments: ["fr", "en"])
  func `where too much does not apply, or for a reason that is not foreseen`(
    _ language: String
  ) throws {
    let sandbox = try Sandbox.prepared()
    let isFrench = language == "fr"
    for criterion in ["M7-1", "M7-2", "M7-3", "M7-4"] {
      try run(sandbox, "na pas de CERT ici --on \(criterion) --site manosque")
    }
    let most = isFrench ? "module 7 · manosque : 4 critères sur 7" : "module 7 · manosque: 4 of 7"
    #expect(try missing(sandbox, language).contains(most))
    try run(sandbox, "na pas envie --on M1-A6 --site digne")
    let foreseen =
      isFrench
      ? "M1-A6 · digne : sans objet, pour une raison" : "M1-A6 · digne: not applicable, for"
    #expect(try missing(sandbox, language).contains(foreseen))
    try run(sandbox, "na Le site ne reçoit pas de public --on M1-A6 --site digne")
    #expect(try !missing(sandbox, language).contains(foreseen))
  }

  @Test(arguments: ["fr", "en"])
  func `names late documents, orphan evidence and contradictions`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let isFrench = language == "fr"
    #expect(
      try missing(sandbox, language).contains(
        isFrench ? "→ pièce recevoir PIECE-01" : "→ request receive PIECE-01"))
    try run(sandbox, "request receive PIECE-01 releve.csv; evidence attach hall.jpg")
    let text = try missing(sandbox, language)
    #expect(!text.contains("PIECE-01"))
    #expect(!text.contains("P1:") && !text.contains("P1 :"), "what came as a document is no orphan")
    #expect(text.contains(isFrench ? "P2 : preuve rattachée à aucun" : "P2: evidence at no"))
    try sandbox.shell("cp -r demo copie")
    try run(sandbox, "assessment set M1-A1 --verdict conforming --site digne")
    let other = try sandbox.run(
      Self.now + [
        "--dossier", "copie", "-c", "na pas ici --on M1-A1 --site digne",
      ])
    #expect(other.status == 0)
    #expect(try sandbox.run(Self.now + ["--dossier", "demo", "merge", "copie"]).status == 4)
    #expect(
      try missing(sandbox, language).contains(
        isFrench ? "→ conflit trancher C-" : "→ conflict resolve C-"))
  }

  @Test func `of a strength is its evidence too`() throws {
    let sandbox = try Sandbox.prepared()
    let bare = try sandbox.run(
      Self.now + ["--dossier", "demo", "-c", "finding add M7-2 \"Prêt\" --grade pf --site digne"])
    #expect(bare.status == 1 && bare.errors.contains("--vu"))
  }
}
