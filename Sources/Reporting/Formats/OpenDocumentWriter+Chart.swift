import Auditing

/// A chart as an SVG image inside the file, its figures in words and in a table.
extension OpenDocumentWriter {
  /// Writes the drawing under its title, and the table under it.
  mutating func chart(_ chart: Document.Chart, _ table: Document.Table) {
    let id = names.nextChart()
    var drawing = HTMLWriter(document)
    let height =
      drawing.svg(chart, id: id, isAlone: true) * OpenDocumentStyles.width / Drawing.width
    paragraph("Caption", chart.title)
    output += "<text:p text:style-name=\"Drawing\"><draw:frame draw:name=\"\(id)\" "
    output += "draw:style-name=\"Drawing\" text:anchor-type=\"as-char\" "
    output += "svg:width=\"\(OpenDocumentStyles.width)mm\" svg:height=\"\(max(1, height))mm\">"
    output += "<draw:image draw:mime-type=\"image/svg+xml\"><office:binary-data>"
    output.append(base64: drawing.output.utf8)
    output += "</office:binary-data></draw:image><svg:title>"
    output.append(xml: chart.title.plain)
    output += "</svg:title><svg:desc>"
    output.append(xml: chart.summary.plain)
    output += "</svg:desc></draw:frame></text:p>\n"
    self.table(table)
  }
}

extension String {
  /// Appends bytes in base 64 (RFC 4648, 4).
  mutating func append(base64 bytes: some Sequence<UInt8>) {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var written: [UInt8] = []
    var (group, count) = (0, 0)
    for byte in bytes {
      (group, count) = (group << 8 | Int(byte), count + 1)
      guard count == 3 else { continue }
      for shift in [18, 12, 6, 0] { written.append(digits[group >> shift & 63]) }
      (group, count) = (0, 0)
    }
    if count > 0 {
      group <<= 8 * (3 - count)
      for place in 0..<4 {
        written.append(place <= count ? digits[group >> (18 - 6 * place) & 63] : 0x3D)
      }
    }
    append(String(decoding: written, as: UTF8.self))
  }
}
