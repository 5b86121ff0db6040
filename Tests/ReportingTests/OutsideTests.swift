import Auditing
import Foundation
import Reporting
import Testing

/// Reads what the formats write with parsers that others wrote.
struct `A parser of others` {
  /// Prints the words of Markdown, and the names of its elements on the side.
  private static let reader = """
    import sys, re, html
    from markdown_it import MarkdownIt
    out = MarkdownIt('commonmark').enable('table').render(sys.stdin.buffer.read().decode())
    out = re.sub(r'<br ?/?>', ' ', out)
    sys.stdout.write(re.sub(r'\\s+', ' ', html.unescape(re.sub(r'<[^>]*>', ' ', out))))
    sys.stderr.write(' '.join(sorted(set(re.findall(r'<([a-z0-9]+)', out)))))
    """

  @Test(.enabled(if: Outside.python(with: "html5lib") != nil, "SKIPPED: no Python with html5lib"))
  func `finds no fault in the HTML`() throws {
    let script = """
      import html5lib, sys
      html5lib.HTMLParser(strict=True).parse(sys.stdin.buffer.read())
      """
    let texts = ["x"] + Sample.hostileTexts
    var subjects = texts.map { Sample.hostile($0) }
    subjects += [Sample.complete, Sample.underway]
    for subject in subjects {
      let page = HTMLFormat().text(of: Document(reporting: subject, in: .en))
      let outcome = try Outside.run(script, with: "html5lib", input: page)
      #expect(outcome.status == 0, "\(outcome.errors.suffix(300))")
    }
  }

  @Test(
    .enabled(if: Outside.python(with: "markdown_it") != nil, "SKIPPED: no Python with markdown_it"),
    arguments: Sample.hostileTexts)
  func `reads in Markdown what was written`(text: String) throws {
    let markdown = MarkdownFormat().text(of: Document(reporting: Sample.hostile(text), in: .fr))
    let outcome = try Outside.run(Self.reader, with: "markdown_it", input: markdown)
    #expect(outcome.status == 0)
    let elements = Set(outcome.errors.split(separator: " ").map(String.init))
    let ours: Set = [
      "blockquote", "code", "h1", "h2", "h3", "h4", "hr", "li", "p", "strong", "table", "tbody",
      "td", "th", "thead", "tr", "ul",
    ]
    #expect(elements.isSubset(of: ours), "\(elements.subtracting(ours))")
    let lines = Outside.clean(text).split(separator: "\n").map { Outside.spaced(String($0)) }
    for line in lines where !line.isEmpty {
      #expect(outcome.output.contains(line))
    }
  }

  @Test(
    .enabled(if: Outside.python(with: "markdown_it") != nil, "SKIPPED: no Python with markdown_it"),
    arguments: Sample.hostileTexts.filter { text in
      text.count > 2 && !text.contains { $0.isNewline }
    })
  func `meets a text in Markdown as often as a word that Markdown leaves alone`(
    text: String
  ) throws {
    func count(_ text: String) throws -> Int {
      var subject = Sample.hostile(text)
      // A command quotes an id and folds a name, so its characters are not the text's.
      subject.audit.id = "2026-001"
      subject.tool.name = "Constat"
      for index in subject.findings.indices { subject.findings[index].id = "F\(index)" }
      let markdown = MarkdownFormat().text(of: Document(reporting: subject, in: .fr))
      let outcome = try Outside.run(Self.reader, with: "markdown_it", input: markdown)
      let words = Outside.spaced(Outside.clean(text))
      return outcome.output.components(separatedBy: words).count
    }
    #expect(try count(text) >= count("q" + String(repeating: "z", count: text.count - 1)))
  }
}

/// Programs that are not ours.
enum Outside {
  /// The first Python that can import a module.
  static func python(with module: String) -> String? {
    let named = ProcessInfo.processInfo.environment["CONSTAT_TEST_PYTHON"].map { [$0] } ?? []
    return (named + ["/usr/bin/python3", "/usr/local/bin/python3"]).first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? start(path, ["-c", "import \(module)"], input: "").status) == 0
    }
  }

  static func run(
    _ script: String, with module: String, input: String
  ) throws -> (status: Int32, output: String, errors: String) {
    try start(python(with: module) ?? "/usr/bin/python3", ["-c", script], input: input)
  }

  private static func start(
    _ path: String, _ arguments: [String], input: String
  ) throws -> (status: Int32, output: String, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOf: files[1], encoding: .utf8),
      try String(contentsOf: files[2], encoding: .utf8)
    )
  }

  /// The text with one space for every run of spaces.
  static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text as a report shows it: controls replaced, one kind of line end.
  static func clean(_ text: String) -> String {
    var result = ""
    for scalar in text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars {
      switch scalar.value {
      case 0x0D: result += "\n"
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result += "\u{FFFD}"
      case 0xFDD0...0xFDEF, 0xFEFF, 0xE0000...0xE007F: result += "\u{FFFD}"
      default:
        if scalar.value & 0xFFFE == 0xFFFE {
          result += "\u{FFFD}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
