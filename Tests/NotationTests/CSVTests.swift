import Foundation
import Notation
import Testing

struct `A table as CSV` {
  @Test func `quotes what RFC 4180 says and ends rows by CR LF`() {
    #expect(
      CSV.forPrograms.text([["a", "b,c", "d\"e", "f\r\ng", "h;i", " j ", ""]])
        == "a,\"b,c\",\"d\"\"e\",\"f\r\ng\",h;i, j ,\r\n")
  }

  @Test func `tells a row of one empty field from an empty line`() {
    #expect(CSV.forPrograms.text([[""], ["x"]]) == "\"\"\r\nx\r\n")
  }

  @Test func `leaves formulas as they are for programs`() {
    #expect(CSV.forPrograms.text([["=1+1", "-5"]]) == "=1+1,-5\r\n")
  }

  @Test(arguments: ["=1", "+1", "-1", "@a", "\ta", "\0a", "＝1", "＋1", "－1", "＠a"])
  func `guards formulas for spreadsheets`(_ field: String) {
    #expect(CSV.forSpreadsheets.text([["x", field]]) == "\u{FEFF}x;'\(field)\r\n")
  }

  @Test func `guards inside the quotation marks`() {
    #expect(CSV.forSpreadsheets.text([["\r\n=1;2", "a=1"]]) == "\u{FEFF}\"'\r\n=1;2\";a=1\r\n")
  }

  @Test func `is read back by Python's csv module`() throws {
    let rows = [["a", "b,c", "d\"e"], ["", "f\r\ng", "é€😀"], ["-1", "'", "\""]]
    let script = """
      import csv, io, json, sys
      text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
      print(json.dumps(list(csv.reader(text, strict=True))))
      """
    let answer = try #require(try python(script, given: CSV.forPrograms.bytes(rows)))
    #expect(try JSON.parse(answer) == .list(rows.map { .list($0.map(JSON.text)) }))
  }

  @Test func `canonical JSON agrees with Python's json module`() throws {
    let value: JSON = ["b": ["é", "\u{1}\n\"\\/"], "a": ["n": -12, "t": true], "": []]
    let script = """
      import json, sys
      value = json.loads(sys.stdin.buffer.read())
      text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
      sys.stdout.buffer.write(text.encode())
      """
    #expect(try python(script, given: value.prettyBytes) == value.canonicalBytes)
  }

  /// What a Python script answers, or nothing, loudly, on a machine without Python.
  private func python(_ script: String, given input: [UInt8]) throws -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (into, out) = (Pipe(), Pipe())
    process.standardInput = into
    process.standardOutput = out
    try process.run()
    try into.fileHandleForWriting.write(contentsOf: Data(input))
    try into.fileHandleForWriting.close()
    let answer = try out.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(answer) : nil
  }
}
