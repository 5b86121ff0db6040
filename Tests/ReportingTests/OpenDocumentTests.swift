import Auditing
import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct `An OpenDocument text` {
  private static let complete = OpenDocumentFormat().text(
    of: Document(reporting: Sample.complete, in: .fr))

  @Test(arguments: Language.allCases)
  func `is one element with its properties and its language`(language: Language) throws {
    let document = Document(reporting: Sample.complete, in: language)
    let read = try FlatDocument(OpenDocumentFormat().text(of: document))
    #expect(read.elements.first == "office:document")
    #expect(read.text(of: "dc:title").hasSuffix("— Préfecture des Alpes-de-Haute-Provence"))
    #expect(read.text(of: "dc:language") == (language == .fr ? "fr-FR" : "en-GB"))
    #expect(read.text(of: "dc:date") == "\(document.metadata.date)T00:00:00")
    let attributes = read.attributes["style:text-properties"] ?? []
    #expect(attributes.first?["fo:language"] == language.rawValue)
    #expect(attributes.first?["fo:country"] == (language == .fr ? "FR" : "GB"))
  }

  @Test(arguments: [true, false])
  func `declares every style that it uses`(isComplete: Bool) throws {
    var document = Document(reporting: isComplete ? Sample.complete : Sample.underway, in: .en)
    document.metadata.labels.watermark = isComplete ? nil : "EXERCISE"
    let read = try FlatDocument(OpenDocumentFormat().text(of: document))
    let declared = Set(
      ["style:style", "text:list-style"].flatMap { read.attributes[$0] ?? [] }
        .compactMap { $0["style:name"] })
    let used = read.attributes.filter { !$0.key.hasPrefix("style:") }.values.joined()
      .flatMap { attributes in
        attributes.filter { $0.key.hasSuffix(":style-name") || $0.key == "draw:text-style-name" }
          .values
      }
    #expect(Set(used).subtracting(declared) == [])
    #expect(used.count > 500)
  }

  @Test func `heads every table of data with a row that pages repeat`() throws {
    let read = try FlatDocument(Self.complete)
    let tables = Document(reporting: Sample.complete, in: .fr).everyTable.count
    #expect(read.elements.count { $0 == "table:table-header-rows" } == tables)
    #expect(tables > 10)
  }

  @Test func `holds every heading at its level, and every word of the document`() throws {
    let document = Document(reporting: Sample.complete, in: .fr)
    let read = try FlatDocument(OpenDocumentFormat().text(of: document))
    let levels = (read.attributes["text:h"] ?? []).compactMap { $0["text:outline-level"] }
    #expect(levels.count { $0 == "1" } == document.sections.count + 1)
    #expect(Set(levels) == ["1", "2"])
    let words = Outside.spaced(read.content.plainSpaces)
    let isFigure = { (line: Substring) in line.contains(" = ") || line.contains(" | ") }
    for line in document.words.split(separator: "\n") where !isFigure(line) {
      #expect(words.contains(Outside.spaced(String(line))) || line.contains(": "), "\(line)")
    }
  }

  @Test func `numbers its pages, and names its title on all but the first`() throws {
    let read = try FlatDocument(Self.complete)
    #expect(read.elements.count { $0 == "style:master-page" } == 2)
    #expect(read.elements.count { $0 == "text:page-number" } == 2)
    #expect(read.elements.count { $0 == "text:page-count" } == 2)
    let targets = Set((read.attributes["text:bookmark-start"] ?? []).compactMap { $0["text:name"] })
    let references = (read.attributes["text:bookmark-ref"] ?? []).compactMap { $0["text:ref-name"] }
    #expect(!references.isEmpty && Set(references).isSubset(of: targets))
  }

  @Test func `carries a watermark on every page, and none where none is due`() throws {
    #expect(try !FlatDocument(Self.complete).elements.contains("draw:custom-shape"))
    var document = Document(reporting: Sample.complete, in: .fr)
    document.metadata.labels.watermark = "EXERCICE"
    let read = try FlatDocument(OpenDocumentFormat().text(of: document))
    #expect(read.elements.count { $0 == "draw:custom-shape" } == 2)
    #expect(read.content.ranges(of: "EXERCICE").count == 3)
  }

  @Test func `holds its charts as drawings with their figures in words`() throws {
    let read = try FlatDocument(Self.complete)
    #expect(!read.images.isEmpty)
    #expect(read.elements.count { $0 == "svg:desc" } == read.images.count)
    for image in read.images {
      let data = try #require(Data(base64Encoded: image))
      let drawing = try FlatDocument(String(decoding: data, as: UTF8.self))
      #expect(drawing.elements.first == "svg")
      #expect(drawing.elements.contains("rect") && drawing.elements.contains("desc"))
    }
  }

  @Test(arguments: Sample.hostileTexts)
  func `never takes a text for an element`(text: String) throws {
    func read(_ text: String) throws -> FlatDocument {
      try FlatDocument(
        OpenDocumentFormat().text(of: Document(reporting: Sample.hostile(text), in: .fr)))
    }
    let (hostile, harmless) = (try read(text), try read("x"))
    let ofText: Set = ["text:s", "text:tab", "text:line-break"]
    #expect(
      hostile.elements.filter { !ofText.contains($0) }
        == harmless.elements.filter { !ofText.contains($0) })
    for line in Outside.clean(text).split(separator: "\n") {
      #expect(hostile.content.contains(line.replacing("\t", with: " ")))
    }
  }

  @Test func `keeps line ends, tabs and runs of spaces`() throws {
    var subject = Sample.complete
    subject.audit.conclusion?.text = "un\r\ndeux\rtrois\n\tquatre   cinq"
    let text = OpenDocumentFormat().text(of: Document(reporting: subject, in: .fr))
    let line = "<text:line-break/>"
    #expect(
      text.contains("un\(line)deux\(line)trois\(line)<text:tab/>quatre <text:s/><text:s/>cinq"))
  }
}

/// What a parser that others wrote reads in a flat XML file.
private final class FlatDocument: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [String: [[String: String]]] = [:]
  /// The texts of the body and of the pages' margins; a space for every element of space.
  private(set) var content = ""
  private(set) var images: [String] = []
  private var texts: [String: String] = [:]
  private var open: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func text(of element: String) -> String { texts[element] ?? "" }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes all: [String: String]
  ) {
    elements.append(name)
    attributes[name, default: []].append(all)
    open.append(name)
    if ["text:s", "text:tab", "text:p", "text:h", "text:line-break"].contains(name) {
      content += " "
    }
    if name == "office:binary-data" { images.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let name = open.last else { return }
    texts[name, default: ""] += text
    if name == "office:binary-data" {
      images[images.count - 1] += text
    } else {
      content += text
    }
  }
}

extension Document {
  fileprivate var everyTable: [Table] {
    ([opening] + sections).flatMap(\.everyBlock).compactMap { block in
      switch block {
      case .table(let table), .chart(_, let table): table
      default: nil
      }
    }
  }
}
