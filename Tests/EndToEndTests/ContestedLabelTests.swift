import Foundation
import Testing

struct `A label whose withdrawal is contested` {
  /// A label that `cmartin` confirmed and `bob`, in a copy, withdrew.
  private func contested() throws -> Sandbox {
    try Sandbox.contested(
      after: "label grant digne --from 2025-11-26 --modules 1,7",
      "label confirm digne --on 2026-11-20", against: "label withdraw digne --reason perdu")
  }

  @Test func `is neither valid nor withdrawn, wherever it is told`() throws {
    let sandbox = try contested()
    let label = try sandbox.demo("label list fields status as tsv").output
    #expect(label.contains("contested"), "\(label)")
    #expect(try sandbox.demo("status").output.contains("retrait contesté"))
    let ready = try sandbox.run("--dossier", "demo", "ready", "--site", "digne").output
    #expect(ready.contains("retrait contesté"), "\(ready)")
    let sites = try sandbox.demo("site list fields id, label, until as tsv").output
    #expect(sites.contains("digne\tqual-e-pref\t\n"), "\(sites)")
  }

  @Test func `is not counted in a network, which names it`() throws {
    let sandbox = try contested()
    let list = ["portfolio", "list", "demo"]
    let row = try sandbox.run(list + ["fields", "labelled,label", "as", "tsv"])
    #expect(row.output.contains("0\tcontested"), "\(row)")
    #expect(row.errors.contains("label contesté, pas compté\u{A0}: demo, site digne"), "\(row)")
    #expect(try sandbox.run(list + ["to", "réseau.html"]).status == 0)
    let page = try sandbox.text("réseau.html")
    #expect(page.contains("label contesté"), "\(page)")
  }

  @Test func `leads to no day that is sure, in the calendar and in the schedule`() throws {
    let sandbox = try contested()
    let statuses = try sandbox.demo("milestone list fields status as tsv").output
    #expect(statuses.contains("contested") && !statuses.contains("planned"), "\(statuses)")
    try sandbox.demo("milestone list to \"jalons.ics\"")
    let calendar = try sandbox.text("jalons.ics")
    #expect(calendar.contains("STATUS:TENTATIVE") && !calendar.contains("STATUS:CONFIRMED"))
    #expect(!calendar.contains("VALARM"))
    try sandbox.demo("report write renewal to \"échéancier.md\"")
    let schedule = try sandbox.text("échéancier.md")
    #expect(schedule.contains("LABEL CONTESTÉ") && !schedule.contains("À jour"), "\(schedule)")
  }
}
