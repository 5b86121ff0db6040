import Foundation
import Testing

struct `A milestone of which two people decided differently` {
  /// A milestone that was moved, then done for `cmartin` and, in a copy, cancelled for `bob`.
  private func contested(_ milestone: String) throws -> Sandbox {
    try Sandbox.contested(
      after: """
        label grant digne --from 2025-11-26 --modules 1,7
        milestone set digne/\(milestone) --date 2026-12-15 --reason "grève"
        """,
      "milestone set digne/\(milestone) --status done --date 2026-11-20",
      against: "milestone set digne/\(milestone) --status cancelled --reason \"sans objet\"")
  }

  @Test func `is listed as contested, on no day, with what is said`() throws {
    let sandbox = try contested("surveillance-audit")
    let rows = try sandbox.demo(
      "milestone list where kind = surveillance-audit fields id, date, status as tsv")
    #expect(rows.output.contains("digne/surveillance-audit\t\tcontested"), "\(rows)")
    let list = try sandbox.run("--dossier", "demo", "milestone", "list")
    let note = "contradiction\u{A0}: jalon digne/surveillance-audit, "
    #expect(list.errors.contains(note), "\(list)")
    let shown = try sandbox.demo("milestone show digne/surveillance-audit")
    for words in ["fait", "annulé", "cmartin 20", "bob 20", "conflit montrer C-"] {
      #expect(shown.errors.contains(words), "\(words) in \(shown)")
    }
    let set = try sandbox.run(
      "--dossier", "demo", "-c", "milestone set digne/surveillance-audit --status done")
    #expect(set.status == 1 && set.errors.contains("digne/surveillance-audit"), "\(set)")
  }

  @Test func `stands in the calendar as tentative, on a day that somebody gave`() throws {
    let sandbox = try contested("surveillance-audit")
    try sandbox.demo("milestone list to \"jalons.ics\"")
    let text = try sandbox.text("jalons.ics").replacing("\r\n ", with: "")
    let event = try #require(
      text.split(separator: "BEGIN:VEVENT").first { $0.contains(".surveillance-audit@") })
    #expect(event.contains("DTSTART;VALUE=DATE:20261120"), "\(event)")
    #expect(event.contains("STATUS:TENTATIVE") && !event.contains("VALARM"), "\(event)")
    #expect(event.contains("cmartin") && event.contains("bob"), "\(event)")
  }

  @Test func `leaves open what is counted from it`() throws {
    let sandbox = try contested("internal-audit")
    let rows = try sandbox.demo(
      "milestone list where kind = documents fields date, status as tsv")
    #expect(rows.output.contains("\n\tcontested"), "\(rows)")
    let other = try sandbox.demo(
      "milestone list where kind = self-assessment fields status as tsv")
    #expect(other.output.contains("planned"), "\(other)")
  }

  @Test func `keeps the schedule from being up to date`() throws {
    let sandbox = try contested("internal-audit")
    try sandbox.demo("report write renewal to \"échéancier.md\"")
    let schedule = try sandbox.text("échéancier.md")
    #expect(schedule.contains("JALON CONTESTÉ") && !schedule.contains("À jour"), "\(schedule)")
  }
}
