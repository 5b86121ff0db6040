import Auditing

/// The styles of tables, of the boxes that are tables, and their colours.
extension OpenDocumentStyles {
  /// The styles of tables with a header row, and of terms.
  static let tables = """
    <style:style style:name="Table" style:family="table"><style:table-properties \
    style:width="\(width)mm" table:align="left" fo:margin-bottom="1mm"/></style:style>
    <style:style style:name="Row" style:family="table-row"><style:table-row-properties \
    fo:keep-together="always"/></style:style>
    \(cell("Head", "fo:background-color=\"#e6e6f6\" fo:border=\"0.2mm solid #cfcfdd\""))\
    \(cell("Cell", "fo:border=\"0.2mm solid #cfcfdd\""))\
    \(cell("CellShaded", "fo:background-color=\"#f8f8fc\" fo:border=\"0.2mm solid #cfcfdd\""))\
    \(cell("Term", "fo:border-bottom=\"0.2mm solid #cfcfdd\""))
    """

  private static func cell(_ name: String, _ properties: String) -> String {
    """
    <style:style style:name="\(name)" style:family="table-cell"><style:table-cell-properties \
    fo:padding="1.2mm" style:vertical-align="top" \(properties)/></style:style>

    """
  }

  /// The colour of a tone; each reaches a contrast of 4.5 on white and on its own ground.
  static func colour(_ tone: Mark.Tone) -> String {
    switch tone {
    case .good: "#18753c"
    case .bad: "#b3261e"
    case .caution: "#8a4b00"
    case .accent: "#000091"
    case .neutral: "#55556a"
    }
  }

  private static func ground(_ tone: Mark.Tone) -> String {
    switch tone {
    case .good: "#eef7f1"
    case .bad: "#fdf0ef"
    case .caution: "#fff7e8"
    case .accent, .neutral: "#f4f4f9"
    }
  }

  /// The styles of notices and of key figures, one for each tone.
  static var boxes: String {
    var text = """
      <style:style style:name="Box" style:family="table"><style:table-properties \
      style:width="\(width)mm" table:align="left"/></style:style>

      """
    for tone in Mark.Tone.allCases {
      let line = "solid \(colour(tone))"
      text += cell(
        "Notice_\(tone.rawValue)",
        """
        fo:padding-left="3mm" fo:background-color="\(ground(tone))" fo:border-left="2mm \(line)" \
        fo:border-top="0.2mm \(line)" fo:border-right="0.2mm \(line)" \
        fo:border-bottom="0.2mm \(line)"
        """)
      text += cell(
        "Figure_\(tone.rawValue)",
        "fo:background-color=\"#f1f1fa\" fo:border-top=\"1mm \(line)\"")
    }
    return text
  }
}
