import Auditing

/// What a flat OpenDocument file holds around the content: properties, styles and pages.
struct OpenDocumentFrame {
  private let document: Document
  private let columnShares: Set<Int>

  init(_ document: Document, columnShares: Set<Int>) {
    self.document = document
    self.columnShares = columnShares
  }

  /// What stands before the content.
  var opening: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document"
    for (prefix, name) in Self.namespaces { text += " xmlns:\(prefix)=\"\(name)\"" }
    text += " office:version=\"1.3\" "
    text += "office:mimetype=\"application/vnd.oasis.opendocument.text\">\n"
    text += properties
    text += OpenDocumentStyles.fonts
    text += "<office:styles>\n"
    text += OpenDocumentStyles.defaults(language: document.language)
    text += OpenDocumentStyles.named
    text += "</office:styles>\n<office:automatic-styles>\n"
    text += OpenDocumentStyles.layout
    if let watermark = document.metadata.labels.watermark {
      text += OpenDocumentStyles.watermark(characters: watermark.count)
    }
    for share in columnShares.sorted() { text += OpenDocumentStyles.column(share: share) }
    text += "</office:automatic-styles>\n<office:master-styles>\n"
    text += page("First", next: "Standard", header: false) + page("Standard", header: true)
    text += "</office:master-styles>\n<office:body>\n<office:text>\n"
    return text
  }

  /// What stands after the content.
  static let closing = "</office:text>\n</office:body>\n</office:document>\n"

  private static let namespaces = [
    ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xlink", "http://www.w3.org/1999/xlink"), ("dc", "http://purl.org/dc/elements/1.1/"),
  ]

  private var properties: String {
    let metadata = document.metadata
    var text = "<office:meta>\n<meta:generator>"
    text.append(xml: metadata.generator)
    text += "</meta:generator>\n<dc:title>"
    text.append(xml: "\(metadata.kicker.plain) — \(metadata.title.plain)")
    text += "</dc:title>\n<dc:subject>"
    text.append(xml: metadata.subtitle.plain)
    text += "</dc:subject>\n<dc:language>\(document.language.tag)</dc:language>\n"
    text += "<meta:creation-date>\(metadata.date)T00:00:00</meta:creation-date>\n"
    text += "<dc:date>\(metadata.date)T00:00:00</dc:date>\n</office:meta>\n"
    return text
  }

  /// A master page: a header where the first page has its title, and the number of the page.
  private func page(_ name: String, next: String? = nil, header: Bool) -> String {
    let metadata = document.metadata
    var text = "<style:master-page style:name=\"\(name)\" style:page-layout-name=\"A4\""
    if let next { text += " style:next-style-name=\"\(next)\"" }
    text += ">\n<style:header><text:p text:style-name=\"Header\">"
    if header {
      text.append(openDocument: metadata.kicker.plain)
      text += "<text:tab/>"
      text.append(openDocument: metadata.state.word.plain)
    }
    if let watermark = metadata.labels.watermark { text += self.watermark(watermark) }
    text += "</text:p></style:header>\n<style:footer><text:p text:style-name=\"Footer\">"
    text.append(openDocument: metadata.footer)
    text += "<text:tab/>"
    text.append(openDocument: metadata.labels.page)
    text += " <text:page-number text:select-page=\"current\">1</text:page-number> / "
    text += "<text:page-count>1</text:page-count></text:p></style:footer>\n</style:master-page>\n"
    return text
  }

  /// Large pale letters across the page, behind its text.
  private func watermark(_ words: String) -> String {
    var text = "<draw:custom-shape text:anchor-type=\"char\" draw:z-index=\"0\" "
    text += "draw:style-name=\"Watermark\" draw:name=\"watermark\" svg:width=\"200mm\" "
    text += "svg:height=\"40mm\" draw:transform=\"rotate (0.61) translate (12mm 189mm)\">"
    text += "<text:p text:style-name=\"Watermark\">"
    text.append(openDocument: words)
    text += "</text:p><draw:enhanced-geometry svg:viewBox=\"0 0 21600 21600\" "
    text += "draw:type=\"rectangle\" "
    text += "draw:enhanced-path=\"M 0 0 L 21600 0 21600 21600 0 21600 Z N\"/>"
    return text + "</draw:custom-shape>"
  }
}

extension Language {
  /// The language with the country whose usage the program writes (BCP 47).
  var tag: String {
    switch self {
    case .fr: "fr-FR"
    case .en: "en-GB"
    }
  }

  /// The country of the tag (ISO 3166-1).
  var country: String { String(tag.suffix(2)) }
}
