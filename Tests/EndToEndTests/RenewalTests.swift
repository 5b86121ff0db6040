import Foundation
import Testing

/// A label from its grant to its end, with what slips on the way.
struct `The cycle of a label` {
  /// A dossier whose site has a label of 26 November 2025, typed on 2026-11-21.
  private func labelled() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("label grant digne --from 2025-11-26 --modules 1,7")
    return sandbox
  }

  /// The day of a milestone and how it stands.
  private func day(_ milestone: String, _ sandbox: Sandbox) throws -> String {
    let table = try sandbox.demo(
      "milestone list where kind = \(milestone) fields date, status as tsv")
    let row = table.output.split(separator: "\n").last?.split(separator: "\t") ?? []
    return row.prefix(2).joined(separator: " ")
  }

  @Test func `follows a milestone that was moved, and what is counted from it`() throws {
    let sandbox = try labelled()
    try sandbox.demo("milestone set digne/internal-audit --date 2028-09-12 --reason \"grève\"")
    #expect(try day("internal-audit", sandbox) == "2028-09-12 planned")
    #expect(try day("documents", sandbox) == "2028-08-11 planned")
    let show = try sandbox.demo("milestone show digne/internal-audit").output
    #expect(show.contains("grève") && show.contains("2028-08-25"))
    #expect(try sandbox.run("--dossier", "demo", "undo").status == 0)
    #expect(try day("internal-audit", sandbox) == "2028-08-25 planned")
  }

  @Test func `takes a milestone by its French name, done or cancelled`() throws {
    let sandbox = try labelled()
    let done = try sandbox.run(
      "--lang", "fr", "--dossier", "demo", "-c",
      "jalon modifier digne/décision --statut fait --date 2026-11-20")
    #expect(done.errors.contains("fait, 2026-11-20"))
    #expect(try day("renewal-decision", sandbox) == "2026-11-20 done")
    try sandbox.demo("milestone set digne/satisfaction-survey --status cancelled --reason \"x\"")
    #expect(try day("satisfaction-survey", sandbox).hasSuffix("cancelled"))
  }

  @Test func `says what is overdue, until it is done or the label is confirmed`() throws {
    let sandbox = try labelled()
    let late = ["--now", "2027-06-01T09:00:00Z", "--dossier", "demo", "-c"]
    let list = "milestone list where status = overdue fields kind as ids"
    let before = try sandbox.run(late + [list])
    #expect(before.output.contains("digne/surveillance-audit"))
    _ = try sandbox.run(late + ["label confirm digne --on 2027-05-28"])
    #expect(try !sandbox.run(late + [list]).output.contains("surveillance"))
    #expect(
      try sandbox.run(late + ["label list fields confirmed as tsv"]).output.contains("2027-05-28"))
  }

  @Test(arguments: [("fr", "En retard", "Audit de suivi"), ("en", "overdue", "Surveillance audit")])
  func `is told as a document, what is overdue first`(
    _ lang: String, _ word: String, _ title: String
  )
    throws
  {
    let sandbox = try labelled()
    let options = ["--lang", lang, "--now", "2027-06-01T09:00:00Z", "--dossier", "demo", "-c"]
    for file in ["r.html", "r.md", "r.fodt", "r.ics"] {
      let answer = try sandbox.run(options + ["report write renewal to \"\(file)\""])
      #expect(answer.status == 0, "\(answer.errors)")
    }
    let html = String(decoding: try sandbox.read("r.html"), as: UTF8.self)
    #expect(html.localizedStandardContains(word) && html.contains(title))
    #expect(html.contains("PROVIS"))
    #expect(
      String(decoding: try sandbox.read("r.ics"), as: UTF8.self).hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(String(decoding: try sandbox.read("r.md"), as: UTF8.self).contains(title))
  }

  @Test func `refuses to move the end, and to do something tomorrow`() throws {
    let sandbox = try labelled()
    let moved = try sandbox.run(
      "--dossier", "demo", "-c", "milestone set digne/end-of-validity --date 2029-01-01")
    #expect(moved.status == 1)
    #expect(
      moved.errors.contains("(2028-11-25) ne se déplace pas")
        || moved.errors.contains("cannot be moved"))
    let early = try sandbox.run(
      "--dossier", "demo", "-c", "milestone set digne/documents --status done --date 2030-01-01")
    #expect(early.status == 1)
    let outside = try sandbox.run(
      "--dossier", "demo", "-c", "label confirm digne --on 2031-01-01")
    #expect(outside.status == 1 && outside.errors.contains("2028-11-25"))
  }

  @Test func `is planned by the checklist that plans one, and stays as it was granted`() throws {
    let sandbox = try Sandbox.prepared()
    let own = """

      %rec: Milestone

      Id: internal-audit
      Lead: 5 months
      Before: end-of-validity
      Provenance: partial

      Id: documents
      Lead: 2 months
      Before: internal-audit
      Provenance: partial
      """
    let pack = try String(contentsOfFile: "\(Sandbox.checklists)/qual-e-pref.rec", encoding: .utf8)
    try sandbox.write("own.rec", pack + own + "\n")
    #expect(try sandbox.run("check", "own.rec").status == 0)
    try sandbox.demo("label grant digne --from 2025-11-26 --checklist own.rec --modules 1")
    try sandbox.shell("rm own.rec")
    let list = try sandbox.demo("milestone list fields kind, date as tsv").output
    #expect(
      list.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").prefix(2) } == [
        ["documents", "2028-04-25"], ["internal-audit", "2028-06-23"],
        ["end-of-validity", "2028-11-25"],
      ], "\(list)")
    let calendar = try sandbox.demo("milestone list as ics").output
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 4)
    let wrong = pack + own.replacing("Before: internal-audit", with: "Before: corrections")
    try sandbox.write("wrong.rec", wrong + "\n")
    let refused = try sandbox.run("check", "wrong.rec")
    #expect(refused.status == 2 && refused.output.contains("corrections"), "\(refused)")
  }

  @Test func `needs the whole id where a site has two labels`() throws {
    let sandbox = try labelled()
    try sandbox.demo("label grant digne --from 2022-11-26 --modules 1")
    let unclear = try sandbox.run("--dossier", "demo", "-c", "label confirm digne")
    #expect(unclear.status == 1)
    #expect(unclear.errors.contains("digne/qual-e-pref/2022-11-26"))
    try sandbox.demo("label withdraw digne/qual-e-pref/2022-11-26 --reason \"saisi par erreur\"")
    #expect(try sandbox.demo("label confirm digne").status == 0)
  }
}

/// The calendar file of a dossier that changes, as a mail program reads it again and again.
struct `Ten calendars in a row` {
  private static let changes = [
    "label grant digne --from 2025-11-26 --modules 1,7",
    "milestone set digne/internal-audit --date 2028-09-12 --reason \"grève\"",
    "milestone set digne/satisfaction-survey --status cancelled",
    "undo",
    "milestone set digne/internal-audit --date 2028-09-13",
    "site set digne --holidays alsace-moselle",
    "label grant digne --from 2025-11-26 --modules 1 --validity 12m",
    "undo",
    "label confirm digne --on 2026-11-20",
    "label withdraw digne --reason \"fermeture\"",
    "undo",
  ]

  /// Compares each calendar with the one before it, and lets a second library read each.
  private static let script = """
    import glob, sys, icalendar, vobject
    before, held = {}, 0
    for name in sorted(glob.glob(sys.argv[1] + "/c*.ics")):
        text = open(name, encoding="utf-8", newline="").read()
        vobject.readOne(text).validate(raiseException=True)
        calendar = icalendar.Calendar.from_ical(text)
        assert not any(part.errors for part in calendar.walk()), name
        now = {}
        for event in calendar.walk("VEVENT"):
            what = (event["DTSTART"].to_ical(), event["STATUS"])
            now[str(event["UID"])] = (int(event["SEQUENCE"]), what)
        assert len(now) == len(calendar.walk("VEVENT")), "one UID each"
        for uid, (sequence, what) in before.items():
            assert uid in now, f"{name}: {uid} vanished"
            assert now[uid][0] >= sequence, f"{name}: {uid} went back"
            if now[uid][1] != what:
                held += 1
                assert now[uid][0] > sequence, f"{name}: {uid} changed and kept its SEQUENCE"
        before = now
    cancelled = sum(1 for _, what in before.values() if what[1] == "CANCELLED")
    print("calendars", len(glob.glob(sys.argv[1] + "/c*.ics")), "changes", held > 20, cancelled)
    """

  @Test func `lose no event, and count every change of a day or of its standing`() throws {
    let sandbox = try Sandbox.prepared()
    guard try Outside.imports("icalendar", for: "the reading of calendars", sandbox),
      try Outside.imports("vobject", for: "the reading of calendars", sandbox)
    else { return }
    for (place, change) in Self.changes.enumerated() {
      let words = change == "undo" ? [change] : ["-c", change]
      let answer = try sandbox.run(["--dossier", "demo"] + words)
      #expect(answer.status == 0, "\(answer.errors)")
      try sandbox.demo("milestone list to \"c\(10 + place).ics\"")
    }
    try sandbox.write("compare.py", Self.script)
    let answer = try sandbox.shell("python3 compare.py .")
    #expect(answer.output == "calendars 11 changes True 0\n", "\(answer.errors)")
    try readByLibical(sandbox)
  }

  /// Lets the library of most mail programs check each calendar and what it restricts.
  private func readByLibical(_ sandbox: Sandbox) throws {
    let reader = URL(filePath: Sandbox.checklists).deletingLastPathComponent()
      .appending(path: ".ci/libical.c").path
    guard try sandbox.shell("cc -o libical \"$1\" -lical", reader).status == 0 else {
      Issue.record(
        "libical-dev or a C compiler is not installed: libical was NOT run", severity: .warning)
      return
    }
    let answer = try sandbox.shell("for c in c*.ics; do ./libical $c || echo refused $c; done")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count == Self.changes.count)
    #expect(lines.allSatisfy { $0.hasPrefix("libical: accepted 1, errors 0, events ") }, "\(lines)")
  }
}
