import Auditing

/// The bars of conformity.
extension ReportWording {
  var byModuleTitle: RichText { pick("Conformité par module", "Conformity by module") }
  var byChapterTitle: RichText { pick("Conformité par chapitre", "Conformity by chapter") }
  var moduleColumn: RichText { pick("Module", "Module") }
  var chapterColumn: RichText { pick("Chapitre", "Chapter") }
  var totalColumn: RichText { pick("Total", "Total") }

  func chartTable(_ title: RichText) -> RichText {
    pick("\(title), en nombre de critères", "\(title), in number of criteria")
  }

  /// One bar in words: its label, then each count that is not zero.
  func bar(_ label: RichText, _ counts: [(RichText, Int)]) -> RichText {
    let list = counts.filter { $0.1 > 0 }.map { pick("\($0.0) \($0.1)", "\($0.0) \($0.1)") }
      .joined(separator: comma)
    return pick("\(label) : \(list).", "\(label): \(list).")
  }
}
