import Foundation
import PseudoTerminals
import Testing

struct `Walking a visit` {
  @Test func `by place leaves no place before it is done`() throws {
    let sandbox = try Sandbox.prepared()
    let rows = try sandbox.demo("criterion list fields id, place as tsv").output.split(
      separator: "\n")
    let places = Dictionary(
      uniqueKeysWithValues: rows.dropFirst().map { row in
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
        return (String(cells[0]), String(cells[1]))
      })
    let script =
      "next --by place --site digne; ok vu\n" + String(repeating: "next; ok vu\n", count: 34)
    let said = try sandbox.demo(script).errors
    let visited = said.matches(of: /place\u{A0}: 2026-001 · digne · (\S+)/).map { String($0.1) }
    #expect(visited.count == 35 && Set(visited).count == 35)
    var runs: [String] = []
    for place in visited.compactMap({ places[$0] }) where runs.last != place { runs.append(place) }
    #expect(Set(runs).count == runs.count && runs.count > 5, "\(runs)")
  }

  @Test(arguments: [
    ("suivant --lieu standard", "lieu\u{A0}: Standard téléphonique"),
    ("suivant --personne \"agents d'accueil\"", "agents d'accueil"),
    ("suivant --module 7", "module\u{A0}: 7"), ("suivant --site manosque", "· manosque — "),
    ("next --person webm", "webmestre"),
  ])
  func `keeps to a place, a person, a module or a site`(_ line: String, _ shown: String) throws {
    let visit = try Visit.prepared()
    try visit.enter(line, shown)
  }

  @Test func `says that nothing is left where nothing is`() throws {
    let visit = try Visit.prepared()
    try visit.enter("suivant --lieu nulle-part", "il ne reste rien à évaluer")
  }

  @Test func `shows what was found there last time`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      finding add M1-B4 "Délai non affiché dans le hall" --grade ncmin --seen vu --due 2027-01-20 --site digne
      audit conclude "vu" --degree partly --recommendation "à revoir"
      """)
    try sandbox.demo(
      "audit open 2027-001 --checklist qual-e-pref; audit scope digne --modules 1 --audit 2027-001")
    let visit = try Visit(sandbox, "--dossier", "demo")
    try visit.waitForPrompt("demo")
    try visit.enter("audit reprendre 2027-001", "2027-001", prompt: "demo · 2027-001")
    try visit.enter(
      "aller b4", "la dernière fois\u{A0}: non-conforme (audit 2026-001)",
      prompt: "demo · 2027-001")
    #expect(
      visit.terminal.screen.text.contains("constat d’alors\u{A0}: F1 (ncmin) Délai non affiché"))
  }
}
