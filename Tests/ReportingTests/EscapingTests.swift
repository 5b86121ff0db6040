import Auditing
import Reporting
import Testing

struct `A text in HTML` {
  /// Every scalar alone and between letters, by the pages that show it.
  private func shown(_ text: String) -> String {
    let labels = Document.Labels(skip: "", contents: "", page: "", nothing: "")
    let section = Document.Section(
      title: RichText(data: "T"), blocks: [.list([RichText(data: text)])])
    let document = Document(
      language: .fr,
      metadata: .init(
        kicker: RichText(), title: RichText(), subtitle: RichText(),
        state: .init(word: RichText(), tone: .good), date: Sample.day("2026-11-21"),
        generator: "", footer: "", labels: labels),
      opening: section, sections: [])
    let page = HTMLFormat().text(of: document)
    return String(page.components("<li>").first?.prefix { $0 != "<" } ?? "")
  }

  @Test func `never holds a scalar that is unfit, wherever it stands`() {
    let unfit: [ClosedRange<UInt32>] = [
      0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x180E...0x180E,
      0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFDD0...0xFDEF,
      0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0x1FFFE...0x1FFFF, 0xE0001...0xE0002,
    ]
    for value in unfit.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(shown("é\(scalar)’") == "é\u{FFFD}’", "\(String(value, radix: 16))")
    }
  }

  @Test func `keeps every other letter, and spells the five signs out`() {
    for value: UInt32 in [
      0x20, 0x41, 0x7E, 0xA0, 0xAB, 0xBB, 0xE9, 0x153, 0x2FF, 0x61B, 0x61D, 0x1820, 0x200A, 0x200C,
      0x2010, 0x2019, 0x2027, 0x202F, 0x205F, 0x2070, 0x20AC, 0x2713, 0xFB01, 0xFEFE, 0xFF1D,
      0xFFFD, 0x1F600,
    ] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(shown("a\(scalar)b") == "a\(scalar)b", "\(String(value, radix: 16))")
    }
    #expect(shown("<&>\"'") == "&lt;&amp;&gt;&quot;&#39;")
    #expect(shown("a\r\nb\rc\td") == "a\nb\nc\td")
  }
}
