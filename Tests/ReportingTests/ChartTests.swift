import Auditing
import Reporting
import Testing

struct `The bars of conformity` {
  private func page(chapters: [String]) -> String {
    var subject = Sample.complete
    subject.checklist.criteria = chapters.enumerated().map { index, chapter in
      var criterion = subject.checklist.criteria[0]
      criterion.id = "C\(index)"
      criterion.chapter = LocalizedText(fr: chapter)
      return criterion
    }
    return HTMLFormat().text(of: Document(reporting: subject, in: .fr))
  }

  /// The texts of all charts with the place where each begins.
  private func texts(_ page: String) -> [(x: Int, y: Int, text: String)] {
    page.components("<text ").compactMap { element in
      let source = String(element)
      guard let x = (" " + source).values(of: "x").first.flatMap({ Int($0) }),
        let y = source.values(of: "y").first.flatMap({ Int($0) }),
        let text = source.components(">").first
      else { return nil }
      return (x, y, String(text.prefix { $0 != "<" }))
    }
  }

  @Test func `keep long labels within the drawing, in lines`() {
    let long = "Communication d’urgence en cas d’événement majeur, y compris hors heures ouvrées"
    let unbroken = String(repeating: "anticonstitutionnellement", count: 4)
    let page = page(chapters: [long, unbroken, "court"])
    let labels = texts(page).filter { $0.x == 0 }
    #expect(labels.count > 6)
    #expect(labels.allSatisfy { $0.text.count <= 34 })
    let words = labels.map(\.text)
    #expect(long.split(separator: " ").allSatisfy { word in words.contains { $0.contains(word) } })
    let heights = page.components("viewBox=\"0 0 800 ").compactMap {
      Int($0.prefix { $0.isNumber })
    }
    #expect(texts(page).allSatisfy { $0.y < (heights.max() ?? 0) })
  }

  @Test func `show every group with its total, and no group twice`() {
    let document = Document(reporting: Sample.complete, in: .fr)
    let rows = document.table("Conformité par chapitre")
    #expect(rows.count == 7)
    #expect(rows.map { $0[5] }.compactMap { Int($0) }.reduce(0, +) == 15)
    for row in rows {
      #expect(row[1...4].compactMap { Int($0) }.reduce(0, +) == Int(row[5]))
    }
  }

  @Test func `are not drawn for an empty scope`() {
    var subject = Sample.complete
    subject.audit.scope = []
    subject.findings = []
    let page = HTMLFormat().text(of: Document(reporting: subject, in: .fr))
    #expect(!page.contains("<svg"))
  }
}
