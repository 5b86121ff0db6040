import Foundation
import Testing

struct `The calendar of a label` {
  private func reader(_ sandbox: Sandbox, _ file: String) throws -> Sandbox.Answer? {
    guard try Outside.imports("icalendar", for: "the reading of calendars", sandbox) else {
      return nil
    }
    try sandbox.write("reader.py", Self.script)
    return try sandbox.shell("python3 reader.py \"$1\"", file)
  }

  private static let script = """
    import sys, icalendar
    sys.stdout.reconfigure(encoding="utf-8")
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    for event in calendar.walk("VEVENT"):
        print(event.decoded("DTSTART"), event["SUMMARY"], event["UID"], sep="|")
    print("errors", sum(len(part.errors) for part in calendar.walk()))
    """

  @Test(arguments: ["fr", "en"])
  func `is read by another program, with the days of the list`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("label grant digne --from 2025-11-26 --modules 1,7")
    let options = ["--lang", language, "--dossier", "demo"]
    #expect(try sandbox.run(options + ["milestone", "list", "to", "r.ics"]).status == 0)
    guard let read = try reader(sandbox, "r.ics") else { return }
    #expect(read.status == 0, "\(read.errors)")
    var lines = read.output.split(separator: "\n").map(String.init)
    #expect(lines.popLast() == "errors 0")
    let list = try sandbox.run(
      options + ["milestone", "list", "fields", "date,", "title", "as", "tsv"])
    let days = list.output.split(separator: "\n").dropFirst().map { String($0.prefix(10)) }
    #expect(lines.map { String($0.prefix(10)) }.sorted() == days.sorted())
    #expect(days.count >= 10)
    #expect(
      Set(lines.map { $0.components(separatedBy: "|")[2] }).count == lines.count, "one UID each")
  }

  @Test func `keeps its UIDs, so that a mail program updates what it has`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("label grant digne --from 2025-11-26 --modules 1,7")
    func ids() throws -> [String] {
      try sandbox.demo("milestone list as ics").output.split(separator: "\r\n")
        .filter { $0.hasPrefix("UID:") }.map(String.init)
    }
    let first = try ids()
    try sandbox.demo("site set digne --name \"Préfecture de Digne\"")
    #expect(try ids() == first)
    #expect(!first.isEmpty)
  }

  @Test(arguments: ["fr", "en"])
  func `holds the day of each action, under one UID that follows its changes`(
    _ language: String
  ) throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      finding add M1-B4 "Délai" --grade ncmin --seen x --site digne
      action add "Afficher le délai" --finding F1 --owner rdupont --due 2026-12-15
      """)
    func event(_ name: String) throws -> [String] {
      let text = try sandbox.run(
        "--lang", language, "--dossier", "demo", "milestone", "list", "as", "ics"
      ).output.replacing("\r\n ", with: "")
      return text.split(separator: "\r\n").filter { $0.hasPrefix(name) }.map(String.init)
    }
    let uid = try event("UID:")
    #expect(uid.count == 1)
    #expect(try event("DTSTART") == ["DTSTART;VALUE=DATE:20261215"])
    #expect(try event("SEQUENCE") == ["SEQUENCE:0"])
    #expect(try event("SUMMARY")[0].contains("Afficher le délai"))
    #expect(try event("BEGIN:VALARM").count == 1)
    try sandbox.demo("action set A1 --due 2027-01-15")
    #expect(try event("UID:") == uid)
    #expect(try event("DTSTART") == ["DTSTART;VALUE=DATE:20270115"])
    #expect(try event("SEQUENCE") == ["SEQUENCE:1"])
    try sandbox.demo("action complete A1 --seen y")
    #expect(try event("UID:") == uid)
    #expect(try event("BEGIN:VALARM").isEmpty)
    let list = try sandbox.demo(
      "milestone list where kind = action fields date, title, status as tsv")
    #expect(list.output.contains("2027-01-15\tAfficher le délai\tdone\t"))
    #expect(try sandbox.run("--dossier", "demo", "milestone", "list", "to", "a.ics").status == 0)
    guard let read = try reader(sandbox, "a.ics") else { return }
    #expect(read.status == 0 && read.output.hasSuffix("errors 0\n"), "\(read.errors)")
  }

  @Test func `that the shipped script writes is read too`() throws {
    let sandbox = try SealedDossier.sandbox
    for file in ["d/exports/renouvellement.ics", "\(SealedDossier.bag)/data/renewal.ics"] {
      guard let read = try reader(sandbox, file) else { return }
      #expect(read.status == 0 && read.output.hasSuffix("errors 0\n"))
      #expect(read.output.contains("2023-11-25|"))
    }
  }
}
