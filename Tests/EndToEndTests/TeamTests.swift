import Foundation
import Testing

struct `An audit team` {
  private func team(_ sandbox: Sandbox) throws -> String {
    try sandbox.demo("audit list fields team as tsv").output
  }

  @Test func `has one lead, who takes another role before another person leads`() throws {
    let sandbox = try Sandbox.prepared()
    let refused = try sandbox.run(
      "--dossier", "demo", "audit", "member", "rdupont", "--role", "lead")
    #expect(refused.status == 1 && refused.errors.contains("cmartin"), "\(refused)")
    try sandbox.demo("audit member cmartin --role lead")
    try sandbox.demo("audit member cmartin --role auditor; audit member rdupont --role lead")
    let team = try team(sandbox)
    #expect(team.contains("rdupont (lead)") && team.contains("cmartin (auditor)"), "\(team)")
    try sandbox.demo("audit open 2026-002 --from 2026-001")
    let again = try sandbox.run(
      "--dossier", "demo", "audit", "member", "cmartin", "--role", "lead", "--audit", "2026-002")
    #expect(again.status == 1 && again.errors.contains("rdupont"), "\(again)")
  }

  @Test func `with two leads is in conflict, and has one once that is settled`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("person add ann --name Anne; person add cy --name Cyrille")
    try sandbox.demo("audit member cmartin --role auditor")
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let bob = try sandbox.run(
      ["--dossier", "copy", "-c", "audit member cy --role lead"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("audit member ann --role lead")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    let both = try team(sandbox)
    #expect(both.contains("ann (lead)") && both.contains("cy (lead)"), "\(both)")
    let list = try sandbox.demo("conflict list fields id, choices as tsv").output
    #expect(list.contains("ann") && list.contains("cy"), "\(list)")
    let waiting = try sandbox.run(
      "--dossier", "demo", "audit", "member", "cmartin", "--role", "lead")
    #expect(waiting.status == 1 && waiting.errors.contains("C-"), "\(waiting)")
    let id = try sandbox.demo("conflict list as ids").output.split(separator: "\n")[0]
    let place = list.contains("1. ann") ? 1 : 2
    try sandbox.demo("conflict resolve \(id) \(place) --reason \"vu ensemble\"")
    let settled = try team(sandbox)
    #expect(settled.contains("ann (lead)") && settled.contains("cy (auditor)"), "\(settled)")
    try sandbox.demo("audit member cy --role observer")
    let last = try team(sandbox)
    #expect(last.contains("cy (observer)") && !last.contains("cy (auditor)"), "\(last)")
  }
}
