import Auditing
import Foundation
import Scheduling
import Testing

struct `A calendar file in another program` {
  @Test(
    .enabled(
      if: Python.hasICalendar,
      "NOT RUN: python3 cannot import icalendar (pip install icalendar, or python3-icalendar)"),
    arguments: Language.allCases)
  func `has the events that were written, without an error`(language: Language) throws {
    let calendar = try LabelCalendar.calendar(in: language)
    let result = try Python.run(Self.script, input: calendar.bytes)
    #expect(result.status == 0)
    let expected = calendar.events.map { event in
      let end = event.date.adding(days: 1)
      let alarms = event.status == .cancelled ? 0 : 1
      return "\(event.uid)|\(event.date)|\(end)|\(event.sequence)|\(alarms)|\(event.summary)"
        + "|\(event.description)|\(event.categories.joined(separator: "+"))"
    }
    #expect(result.output.split(separator: "\n").map(String.init) == expected + ["errors 0"])
  }

  private static let script = """
    import sys, icalendar
    sys.stdout.reconfigure(encoding="utf-8")
    calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    for event in calendar.walk("VEVENT"):
        categories = event.get("CATEGORIES")
        names = [str(name) for name in categories.cats] if categories else []
        print(event["UID"], event.decoded("DTSTART"), event.decoded("DTEND"), event["SEQUENCE"],
              len(event.walk("VALARM")), event["SUMMARY"], event.get("DESCRIPTION", ""),
              "+".join(names), sep="|")
    print("errors", sum(len(part.errors) for part in calendar.walk()))
    """
}

/// The python3 of this machine.
enum Python {
  static let hasICalendar = has("icalendar")

  /// Whether a module can be imported.
  static func has(_ module: String) -> Bool {
    (try? run("import \(module)", input: []))?.status == 0
  }

  static func run(_ script: String, input: [UInt8]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let standardInput = Pipe()
    let standardOutput = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
    try standardInput.fileHandleForWriting.close()
    let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
