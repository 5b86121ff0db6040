package import Auditing

/// Tables as a spreadsheet in one flat XML file (OASIS OpenDocument 1.3, part 3), a sheet each.
///
/// A text is told to be one, so that nothing in it is ever computed, whatever it begins with.
package struct FlatSpreadsheet: Sendable {
  private let language: Language

  /// Creates a way of writing tables.
  package init(language: Language) {
    self.language = language
  }

  /// A sheet with the heads of its columns and its rows.
  package struct Sheet: Sendable {
    package var name: String
    package var heads: [String]
    package var rows: [[Cell]]

    /// Creates a sheet.
    package init(name: String, heads: [String], rows: [[Cell]]) {
      self.name = name
      self.heads = heads
      self.rows = rows
    }

    /// Creates a sheet of texts whose first row holds the heads; whole numbers become numbers.
    package init(name: String, texts: [[String]]) {
      self.init(
        name: name, heads: texts.first ?? [],
        rows: texts.dropFirst().map { row in
          row.map { text in
            text.utf8.count < 12
              ? Int(text).flatMap { String($0) == text ? .integer($0) : nil } ?? .text(text)
              : .text(text)
          }
        })
    }
  }

  /// A value in a sheet, of the type that it has in the data.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case date(CalendarDate)
  }

  /// The file of some sheets; those of one name are told apart.
  package func text(of sheets: [Sheet]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document"
    for (prefix, space) in Self.namespaces {
      text += " xmlns:\(prefix)=\"urn:oasis:names:tc:opendocument:xmlns:\(space):1.0\""
    }
    text += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\" "
    text += "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\n"
    text += "<office:meta><dc:language>\(language.tag)</dc:language></office:meta>\n"
    text += Self.styles
    text += "<office:body><office:spreadsheet>"
    var names: Set<String> = []
    for sheet in sheets { append(sheet, named: name(sheet.name, beside: &names), to: &text) }
    return text + "</office:spreadsheet></office:body>\n</office:document>\n"
  }

  /// A name that spreadsheets take: 31 characters at most, none of those that they refuse.
  private func name(_ name: String, beside names: inout Set<String>) -> String {
    let clean = String(name.map { "[]*?:/\\'".contains($0) || $0.isNewline ? " " : $0 })
      .split { $0.isWhitespace }.joined(separator: " ")
    let base = clean.isEmpty ? "1" : String(clean.prefix(31))
    var (found, number) = (base, 1)
    while !names.insert(found.folded).inserted {
      number += 1
      found = "\(base.prefix(28)) \(number)"
    }
    return found
  }

  private func append(_ sheet: Sheet, named name: String, to text: inout String) {
    text += "<table:table table:name=\""
    text.append(html: name)
    text += "\">\n"
    let width = sheet.rows.map(\.count).reduce(sheet.heads.count, max)
    text += "<table:table-column table:style-name=\"wide\" "
    text += "table:number-columns-repeated=\"\(max(1, width))\"/>\n"
    if !sheet.heads.isEmpty {
      text += "<table:table-header-rows><table:table-row>"
      for head in sheet.heads { append(.text(head), "head", to: &text) }
      text += "</table:table-row></table:table-header-rows>\n"
    }
    for row in sheet.rows {
      text += "<table:table-row>"
      for cell in row { append(cell, "body", to: &text) }
      text += "</table:table-row>\n"
    }
    text += "</table:table>\n"
  }

  private func append(_ cell: Cell, _ style: String, to text: inout String) {
    switch cell {
    case .text(let words):
      guard !words.isEmpty else { return text += "<table:table-cell/>" }
      text += "<table:table-cell table:style-name=\"\(style)\" office:value-type=\"string\">"
      for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
        text += "<text:p>"
        text.append(openDocument: String(line))
        text += "</text:p>"
      }
    case .integer(let number):
      text += "<table:table-cell table:style-name=\"\(style)\" office:value-type=\"float\" "
      text += "office:value=\"\(number)\"><text:p>\(number)</text:p>"
    case .date(let day):
      text += "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" "
      text += "office:date-value=\"\(day)\"><text:p>\(day)</text:p>"
    }
    text += "</table:table-cell>"
  }

  private static let namespaces = [
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
    ("fo", "xsl-fo-compatible"), ("number", "datastyle"),
  ]

  private static let styles = """
    <office:automatic-styles>
    <number:date-style style:name="iso"><number:year number:style="long"/>\
    <number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text>\
    <number:day number:style="long"/></number:date-style>
    <style:style style:name="wide" style:family="table-column">\
    <style:table-column-properties style:column-width="45mm"/></style:style>
    <style:style style:name="head" style:family="table-cell">\
    <style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="body" style:family="table-cell">\
    <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
    <style:style style:name="day" style:family="table-cell" style:data-style-name="iso">\
    <style:table-cell-properties style:vertical-align="top"/></style:style>
    </office:automatic-styles>

    """
}
