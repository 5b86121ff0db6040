import Auditing
import Reporting
import Testing

struct `The HTML of a report` {
  private static let subjects = [Sample.complete, Sample.underway, Sample.hostile("x")]
  private let pages = subjects.flatMap { subject in
    Language.allCases.map { HTMLFormat().text(of: Document(reporting: subject, in: $0)) }
  }

  @Test func `stands alone and runs nothing`() {
    for page in pages {
      #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
      for word in ["<script", "http://", "https://", " src=", "@import", "javascript:"] {
        #expect(!page.contains(word))
      }
      #expect(!page.contains("url(") || page.components("url(").allSatisfy { $0.hasPrefix("#") })
    }
  }

  @Test func `says its language and its title, and offers to skip to the content`() {
    let page = HTMLFormat().text(of: Document(reporting: Sample.complete, in: .fr))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
    #expect(
      page.contains("<title>Rapport d’audit interne n°\u{A0}2026-001, édition 1 — Préfecture"))
    #expect(page.contains("<a class=\"skip\" href=\"#content\">Aller au contenu</a>"))
  }

  @Test func `has every id once, and every reference to an id meets one`() {
    for page in pages {
      let ids = page.values(of: "id")
      #expect(Set(ids).count == ids.count)
      let targets = page.values(of: "aria-labelledby").flatMap { $0.split(separator: " ") }
      #expect(!targets.isEmpty)
      #expect(targets.allSatisfy { ids.contains(String($0)) })
      let links = page.values(of: "href").map { String($0.dropFirst()) }
      #expect(links.allSatisfy { ids.contains($0) })
      let patterns = page.components("url(#").map { String($0.prefix { $0 != ")" }) }
      #expect(patterns.allSatisfy { ids.contains($0) })
    }
  }

  @Test func `has one first heading and skips no level`() {
    for page in pages {
      let levels = page.components("<h").compactMap { $0.first?.wholeNumberValue }
      #expect(levels.count { $0 == 1 } == 1)
      #expect(levels.first == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }
  }

  @Test func `gives every table a caption and scoped headings`() {
    for page in pages {
      let tables = page.components("<table>")
      #expect(!tables.isEmpty)
      #expect(tables.allSatisfy { $0.hasPrefix("\n<caption id=") })
      #expect(page.components("<th ").allSatisfy { $0.hasPrefix("scope=\"col\"") })
    }
  }

  @Test func `says each verdict in words beside its shape`() {
    let page = HTMLFormat().text(of: Document(reporting: Sample.complete, in: .en))
    let marks = page.components("<span class=\"mark ")
    #expect(!marks.isEmpty)
    for mark in marks {
      let words = mark.components("</span>\u{A0}").first?.prefix { $0 != "<" } ?? ""
      #expect(!words.isEmpty)
    }
  }

  @Test func `describes each chart in words and in a table`() {
    let page = HTMLFormat().text(of: Document(reporting: Sample.complete, in: .en))
    #expect(page.components("<svg ").count == 5)
    #expect(page.contains("role=\"img\" aria-labelledby=\"c1-t c1-d\""))
    #expect(
      page.contains(
        "<desc id=\"c1-d\">Module 1: General relations with users: "
          + "Conforming 9, Nonconforming 1, Not applicable 1."))
  }

  @Test func `writes a date as a time`() {
    let page = HTMLFormat().text(of: Document(reporting: Sample.complete, in: .fr))
    #expect(page.contains("<time datetime=\"2027-01-20\">20\u{A0}janvier 2027</time>"))
  }
}

extension String {
  /// What follows each occurrence of a text.
  func components(_ separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      rest = rest[range.upperBound...]
      parts.append(rest.firstRange(of: separator).map { rest[..<$0.lowerBound] } ?? rest)
    }
    return parts
  }

  /// The values of an attribute.
  func values(of attribute: String) -> [String] {
    components(" \(attribute)=\"").map { String($0.prefix { $0 != "\"" }) }
  }
}

extension Substring {
  fileprivate func components(_ separator: String) -> [Substring] {
    String(self).components(separator)
  }
}
