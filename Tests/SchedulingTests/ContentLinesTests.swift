import Auditing
import Testing

@testable import Scheduling

struct `A content line` {
  private func lines(_ text: String) -> [[UInt8]] {
    var lines = ContentLines()
    lines.add("SUMMARY", text: text)
    return lines.bytes.split(separator: 0x0A).map(Array.init)
  }

  /// Joins the lines again as a reader does (RFC 5545, 3.1).
  private func unfolded(_ lines: [[UInt8]]) -> String {
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      bytes += index == 0 ? line.dropLast() : line.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    String(repeating: "a", count: 300), String(repeating: "é", count: 200),
    String(repeating: "👩‍🚒", count: 60), String(repeating: "préfet 🇫🇷 ", count: 30),
    "e" + String(repeating: "\u{301}", count: 120), String(repeating: "\u{FFFF}", count: 90),
  ])
  func `is folded at 75 octets and never within a character`(text: String) {
    let lines = lines(text)
    #expect(lines.count > 1)
    for (index, line) in lines.enumerated() {
      #expect(line.last == 0x0D)
      #expect(line.dropLast().count <= 75)
      #expect(index == 0 || line.first == 0x20)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    for line in lines.dropLast() { #expect(line.dropLast().count > 71) }
    #expect(unfolded(lines) == "SUMMARY:" + text)
  }

  @Test(arguments: [67, 68])
  func `is folded only when it is longer than 75 octets`(count: Int) {
    #expect(lines(String(repeating: "a", count: count)).count == (count > 67 ? 2 : 1))
  }

  @Test(arguments: [
    (#"a\b;c,d"#, #"a\\b\;c\,d"#), ("one\ntwo", #"one\ntwo"#), ("one\r\ntwo", #"one\ntwo"#),
    ("one\rtwo", #"one\ntwo"#), ("one\n\ntwo", #"one\n\ntwo"#), ("a\u{2028}b", #"a\nb"#),
    ("a\tb", "a b"), ("a\u{0}\u{7}\u{1B}[31mb\u{7F}\u{9B}c", "a[31mbc"), ("é:\"«", "é:\"«"),
    (#"\n"#, #"\\n"#), ("x\r\nEND:VEVENT", #"x\nEND:VEVENT"#),
  ])
  func `escapes what would end it or split it`(text: String, escaped: String) {
    #expect(ContentLines.escaped(text) == escaped)
  }

  @Test func `is not written for an empty text`() {
    #expect(lines("").isEmpty)
    #expect(lines("\u{7}").isEmpty)
  }

  @Test func `joins several texts with commas that divide`() {
    var lines = ContentLines()
    lines.add("CATEGORIES", texts: ["Audit", "a,b", ""])
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "CATEGORIES:Audit,a\\,b\r\n")
  }
}
