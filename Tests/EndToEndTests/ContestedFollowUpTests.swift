import Foundation
import Testing

struct `A finding of which two people say different things` {
  /// Two findings of an audit of which `cmartin` and `bob`, in a later one, say different things.
  private func contested() throws -> Sandbox {
    try Sandbox.contested(
      after: """
        finding add M1-B4 "délai" --grade ncmin --seen "rien" --site digne
        finding add M1-A1 "accueil" --grade ncmin --seen "rien" --site digne
        finding add M1-A2 "affiche" --grade ncmin --seen "rien" --site digne
        audit open 2027-001 --checklist qual-e-pref --kind follow-up --start 2026-11-21
        audit scope digne --modules 1
        """,
      """
      finding follow F1 lifted --seen "vu" --audit 2027-001
      finding follow F2 lifted --seen "vu" --audit 2027-001
      finding respond F3 accepted --words "oui"
      """,
      against: """
        finding follow F1 persists --seen "vu" --audit 2027-001
        finding follow F2 persists --seen "vu" --audit 2027-001
        finding respond F3 contested --words "non"
        """)
  }

  @Test func `is named with the audit that follows it`() throws {
    let sandbox = try contested()
    let records = try sandbox.demo("conflict list fields record as tsv").output
    for words in ["suivi F1 · 2027-001", "suivi F2 · 2027-001"] {
      #expect(records.contains(words), "\(words) in \(records)")
    }
    let plain = try sandbox.run(
      "--dossier", "demo", "-c", "finding follow F1 recurs --seen vu --audit 2027-001")
    #expect(plain.status == 1 && plain.errors.contains("suivi F1 · 2027-001"), "\(plain)")
    let shown = try sandbox.demo("finding show F1 --audit 2026-001")
    #expect(shown.errors.contains("contradiction, suite\u{A0}: 1. "), "\(shown)")
    #expect(try sandbox.demo("finding show F3 --audit 2026-001").errors.contains("position"))
  }

  @Test func `is told in the words of the language`() throws {
    let sandbox = try contested()
    let french = try sandbox.demo("conflict list fields choices as tsv").output
    for words in ["levé", "persiste", "position\u{A0}: acceptée", "position\u{A0}: contestée"] {
      #expect(french.contains(words), "\(words) in \(french)")
    }
    let english = try sandbox.run(
      "--lang", "en", "--dossier", "demo", "-c", "conflict list fields choices as tsv")
    for words in ["lifted", "persists", "position: accepted", "position: contested"] {
      #expect(english.output.contains(words), "\(words) in \(english)")
    }
  }
}
