package import Auditing

/// A table as a spreadsheet in one flat XML file (OASIS OpenDocument 1.3, part 3).
///
/// Every cell is text but for whole numbers, so that nothing in it is ever computed: a text that
/// begins with `=` stays one.
package struct FlatSpreadsheet: Sendable {
  private let name: String
  private let language: Language

  /// Creates a way of writing tables; the name is that of the sheet.
  package init(name: String, language: Language) {
    self.name = name
    self.language = language
  }

  /// The file of a table whose first row holds the heads.
  package func text(of rows: [[String]]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document"
    for (prefix, space) in Self.namespaces {
      text += " xmlns:\(prefix)=\"urn:oasis:names:tc:opendocument:xmlns:\(space):1.0\""
    }
    text += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\" "
    text += "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\n"
    text += "<office:meta><dc:language>\(language.tag)</dc:language></office:meta>\n"
    text += Self.styles
    text += "<office:body><office:spreadsheet><table:table table:name=\""
    text.append(html: name)
    text += "\">\n"
    let width = rows.map(\.count).max() ?? 1
    text += "<table:table-column table:style-name=\"wide\" "
    text += "table:number-columns-repeated=\"\(max(1, width))\"/>\n"
    for (place, row) in rows.enumerated() {
      if place == 0 { text += "<table:table-header-rows>" }
      append(row, isHead: place == 0, to: &text)
      if place == 0 { text += "</table:table-header-rows>\n" }
    }
    return text + "</table:table></office:spreadsheet></office:body>\n</office:document>\n"
  }

  private func append(_ row: [String], isHead: Bool, to text: inout String) {
    text += "<table:table-row>"
    for cell in row {
      guard !cell.isEmpty else {
        text += "<table:table-cell/>"
        continue
      }
      let isNumber = !isHead && cell.utf8.count < 12 && Int(cell).map { String($0) } == cell
      text += "<table:table-cell table:style-name=\"\(isHead ? "head" : "body")\""
      text +=
        isNumber
        ? " office:value-type=\"float\" office:value=\"\(cell)\">"
        : " office:value-type=\"string\">"
      for line in cell.split(separator: "\n", omittingEmptySubsequences: false) {
        text += "<text:p>"
        text.append(openDocument: String(line))
        text += "</text:p>"
      }
      text += "</table:table-cell>"
    }
    text += "</table:table-row>\n"
  }

  private static let namespaces = [
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
    ("fo", "xsl-fo-compatible"),
  ]

  private static let styles = """
    <office:automatic-styles>
    <style:style style:name="wide" style:family="table-column">\
    <style:table-column-properties style:column-width="45mm"/></style:style>
    <style:style style:name="head" style:family="table-cell">\
    <style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="body" style:family="table-cell">\
    <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
    </office:automatic-styles>

    """
}
