import Auditing
import Notation

/// The criteria of the RGAA (DINUM, `criteres.json`): topics are modules, criteria criteria, and
/// their tests what one looks at.
struct RGAACriteria {
  private(set) var draft: ChecklistDraft

  init(_ topics: [JSON], wcag: JSON?) throws(ExchangeFault) {
    draft = ChecklistDraft(
      id: "rgaa", title: "Référentiel général d'amélioration de l'accessibilité (RGAA)",
      edition: "4.1")
    draft.sources = ["RGAA 4.1, DINUM (Licence ouverte 2.0)"]
    draft.note = "Importé des critères publiés en JSON par la DINUM."
    for (place, topic) in topics.enumerated() {
      let path = "topics[\(place)]"
      guard let number = topic["number"]?.integer else {
        throw ExchangeFault(.missing, at: path + ".number")
      }
      guard let title = topic["topic"]?.text else {
        throw ExchangeFault(.missing, at: path + ".topic")
      }
      draft.addModule("\(number)", title)
      for (index, criterion) in (topic["criteria"]?.list ?? []).enumerated() {
        try read(criterion["criterium"], in: number, at: "\(path).criteria[\(index)].criterium")
      }
    }
  }

  private mutating func read(_ criterion: JSON?, in topic: Int, at path: String)
    throws(ExchangeFault)
  {
    guard let criterion, let number = criterion["number"]?.integer else {
      throw ExchangeFault(.missing, at: path + ".number")
    }
    guard let title = criterion["title"]?.text else {
      throw ExchangeFault(.missing, at: path + ".title")
    }
    let id = "\(topic).\(number)"
    guard !draft.criteria.contains(where: { $0.id == id }) else {
      throw ExchangeFault(.duplicateID, at: path + ".number", value: id)
    }
    let tests = (criterion["tests"]?.object?.members ?? []).map { member in
      let lines = member.value.texts ?? member.value.text.map { [$0] } ?? []
      return "\(id).\(member.key) \(lines.map(Self.plain).joined(separator: "\n- "))"
    }
    draft.addCriterion(
      id, Self.plain(title),
      [("Module", "\(topic)"), ("Method", Checklist.Method.test.rawValue)]
        + tests.map { ("Evidence_fr", $0) })
  }

  /// A text of Markdown without its links and marks.
  static func plain(_ markdown: String) -> String {
    var text = ""
    var rest = markdown[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstRange(of: "]("),
      let end = rest[close.upperBound...].firstIndex(of: ")")
    {
      text += rest[..<open]
      text += rest[rest.index(after: open)..<close.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return (text + rest).replacing("`", with: "").replacing("**", with: "")
  }
}
