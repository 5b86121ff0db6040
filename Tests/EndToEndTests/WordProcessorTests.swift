import Foundation
import Testing

@Suite(.serialized)
struct `A word processor` {
  @Test(arguments: ["fr", "en"])
  func `opens the report and makes PDF, ODT and DOCX of it`(language: String) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run(
      "--lang", language, "--dossier", "demo", "-c", "report write to \"rapport.fodt\"")
    try #require(answer.status == 0, "\(answer.errors)")
    let text = try sandbox.text("rapport.fodt")
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document "))
    #expect(text.contains("<dc:language>\(language == "fr" ? "fr-FR" : "en-GB")</dc:language>"))
    guard try Outside.isThere("soffice", for: "the conversion of the report", sandbox) else {
      return
    }
    for format in ["pdf", "odt", "docx"] {
      let converted = try sandbox.shell(
        """
        soffice "-env:UserInstallation=file://$HOME/office" --headless --convert-to \(format) \
          --outdir out rapport.fodt && test -s out/rapport.\(format)
        """)
      #expect(converted.status == 0, "\(format): \(converted.output)\(converted.errors)")
    }
    guard try Outside.isThere("pdftotext", for: "the reading of the PDF", sandbox) else { return }
    let pages = try sandbox.shell("pdftotext -layout out/rapport.pdf - | tr '\\f' '~'").output
      .split(separator: "~").filter { $0.contains { !$0.isWhitespace } }
    #expect(pages.count > 5)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("Page \(index + 1) / \(pages.count)"))
    }
    // The contents name the page on which each part begins.
    let part = language == "fr" ? "Plan d’audit" : "Audit plan"
    let place = try #require(
      pages.lastIndex { $0.contains("2. \(part)") || $0.contains("2.\u{A0}\(part)") })
    #expect(
      pages[..<place].contains { page in
        page.split(separator: "\n").contains { $0.contains(part) && $0.hasSuffix(" \(place + 1)") }
      })
  }
}
