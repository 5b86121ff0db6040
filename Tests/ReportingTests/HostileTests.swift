import Auditing
import Reporting
import Testing

struct `A hostile text` {
  /// The elements that a report consists of.
  private static let elements: Set<String> = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "div", "header", "p", "h1",
    "h2", "h3", "h4", "main", "section", "nav", "ol", "ul", "li", "dl", "dt", "dd", "table",
    "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "span", "strong", "code",
    "time", "br", "figure", "figcaption", "svg", "desc", "defs", "pattern", "path", "circle",
    "rect", "text", "footer",
  ]

  @Test(arguments: Sample.hostileTexts)
  func `never becomes an element of HTML`(text: String) {
    let hostile = HTMLFormat().text(of: Document(reporting: Sample.hostile(text), in: .fr))
    let harmless = HTMLFormat().text(of: Document(reporting: Sample.hostile("x"), in: .fr))
    let tags = hostile.components("<").map { tag in
      tag.prefix { $0.isLetter || $0.isNumber || "/!".contains($0) }
    }
    #expect(tags.allSatisfy { Self.elements.contains(String($0.drop { $0 == "/" })) })
    let expected = harmless.components("<").map { tag in
      tag.prefix { $0.isLetter || $0.isNumber || "/!".contains($0) }
    }
    // A chart breaks a long label into more lines; everything else is the same elements.
    let isShape = { (tag: Substring) in tag == "text" || tag == "/text" }
    #expect(tags.filter { !isShape($0) } == expected.filter { !isShape($0) })
    #expect(hostile.components(" onclick=").allSatisfy { $0.hasPrefix("&#39;") })
    #expect(hostile.components("</style>").count == 1)
  }

  @Test(arguments: Sample.hostileTexts)
  func `never leaves a control in HTML or Markdown`(text: String) {
    let document = Document(reporting: Sample.hostile(text), in: .fr)
    for output in [HTMLFormat().text(of: document), MarkdownFormat().text(of: document)] {
      let controls = output.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E...0x200F: true
        case 0x2028...0x2029, 0xFDD0...0xFDEF, 0xFEFF, 0xE0000...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
      }
      #expect(controls.allSatisfy { $0 == "\t" })
    }
  }

  @Test(arguments: Sample.hostileTexts)
  func `never opens anything in Markdown`(text: String) {
    let output = MarkdownFormat().text(of: Document(reporting: Sample.hostile(text), in: .fr))
    var unescaped: [Character] = []
    var isEscaped = false
    for character in output.replacing("<br>", with: " ") {
      if !isEscaped, "<[".contains(character) { unescaped.append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    let inCode = output.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
      .flatMap { $0.element.filter { "<[".contains($0) } }
    #expect(unescaped.count <= inCode.count + output.count { $0 == "`" })
    let harmless = MarkdownFormat().text(of: Document(reporting: Sample.hostile("x"), in: .fr))
    #expect(
      output.split(separator: "\n").count { $0.hasPrefix("|") }
        == harmless.split(separator: "\n").count { $0.hasPrefix("|") })
  }

  @Test func `keeps the line ends a person typed`() {
    var subject = Sample.complete
    subject.audit.conclusion?.text = "première ligne\r\nseconde ligne"
    let document = Document(reporting: subject, in: .fr)
    #expect(HTMLFormat().text(of: document).contains("<p>première ligne\nseconde ligne</p>"))
    #expect(MarkdownFormat().text(of: document).contains("première ligne\\\nseconde ligne"))
  }
}
