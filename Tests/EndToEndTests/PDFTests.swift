import Foundation
import Testing

/// The report as a PDF, by whichever program is here.
struct `A report as a PDF` {
  /// The folder of a program that stands alone in PATH beside what the tests need.
  private func path(_ sandbox: Sandbox, only programs: [String: String]) throws -> String {
    let folder = sandbox.at("programs-\(programs.keys.sorted().joined())")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, target) in programs {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: target)
    }
    return folder
  }

  private func found(_ program: String, _ sandbox: Sandbox) throws -> String? {
    let answer = try sandbox.shell("command -v \(program)")
    guard answer.status == 0 else {
      Issue.record("\(program) is not installed: its PDF was NOT made", severity: .warning)
      return nil
    }
    return answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test
  func `is made by WeasyPrint, tagged, with the data in it, and again the same byte for byte`()
    throws
  {
    let sandbox = try Sandbox.prepared()
    guard let program = try found("weasyprint", sandbox) else { return }
    let version = try sandbox.shell("'\(program)' --version").output
    guard let number = version.split(separator: " ").last?.split(separator: ".").first,
      (Int(number) ?? 0) >= 70
    else {
      Issue.record("\(version) is older than 70: its PDF was NOT made", severity: .warning)
      return
    }
    let only = try path(sandbox, only: ["weasyprint": program])
    for name in ["a.pdf", "b.pdf"] {
      let answer = try sandbox.run(
        ["--now", "2026-11-21T09:00:00Z", "--dossier", "demo", "report", "write", "to", name],
        environment: ["PATH": only])
      #expect(answer.status == 0 && answer.errors.contains("WeasyPrint"), "\(answer.errors)")
    }
    let bytes = try sandbox.read("a.pdf")
    #expect(bytes == (try sandbox.read("b.pdf")))
    #expect(String(decoding: bytes, as: UTF8.self).contains("/ModDate (D:20261121090000Z)"))
    if try Outside.isThere("pdfinfo", for: "the reading of the PDF", sandbox) {
      #expect(try sandbox.shell("pdfinfo a.pdf").output.contains("Tagged:          yes"))
    }
    #expect(bytes.starts(with: Data("%PDF-1.".utf8)))
    try sandbox.write("streams.py", Self.streams)
    let read = try sandbox.shell("python3 streams.py a.pdf b.pdf")
    #expect(read.output == "True True True True\n", "\(read.errors)")
  }

  /// Looks into a PDF for its declarations and the name of the file attached to it.
  private static let streams = #"""
    import re, sys, zlib
    def read(name):
        data = open(name, "rb").read()
        text = data
        for stream in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.S):
            try:
                text += zlib.decompress(stream.group(1))
            except zlib.error:
                pass
        return text
    one, other = map(read, sys.argv[1:])
    words = (b"pdfaid:part", b"pdfuaid:part", b"findings.csv")
    print(*(word in one for word in words), one == other)
    """#

  @Test func `is made by LibreOffice where WeasyPrint is absent`() throws {
    let sandbox = try Sandbox.prepared()
    guard let program = try found("soffice", sandbox) else { return }
    // Its script needs the folder of the system's programs; a WeasyPrint in there is too old.
    let answer = try sandbox.run(
      ["--dossier", "demo", "report", "write", "to", "a.pdf"],
      environment: ["PATH": "\((program as NSString).deletingLastPathComponent):/usr/bin:/bin"])
    guard answer.errors.contains("LibreOffice") else {
      Issue.record("LibreOffice was NOT tried: \(answer.errors)", severity: .warning)
      return
    }
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.read("a.pdf").starts(with: Data("%PDF-1.".utf8)))
  }

  @Test(arguments: ["fr", "en"])
  func `is refused, naming what to install, where no program is here`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run(
      ["--lang", language, "--dossier", "demo", "report", "write", "to", "a.pdf"],
      environment: ["PATH": sandbox.at("nothing")])
    #expect(answer.status == 1)
    #expect(answer.errors.contains("libreoffice-writer-nogui"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("a.pdf")))
  }
}
