import Auditing

/// The styles of paragraphs, headings, runs of text and lists.
extension OpenDocumentStyles {
  /// A paragraph style: its own name, what it inherits, and its properties as attributes.
  private static func paragraph(
    _ name: String, of parent: String? = "Body", _ paragraph: String = "", text: String = "",
    more: String = ""
  ) -> String {
    let inherited = parent.map { " style:parent-style-name=\"\($0)\"" } ?? ""
    return """
      <style:style style:name="\(name)" style:family="paragraph"\(inherited)\(more)>\
      <style:paragraph-properties \(paragraph)/><style:text-properties \(text)/></style:style>

      """
  }

  /// The styles of paragraphs.
  static let paragraphs =
    paragraph(
      "Body", of: nil, "fo:margin-top=\"1mm\" fo:margin-bottom=\"2mm\" fo:line-height=\"130%\"")
    + paragraph(
      "Kicker",
      """
      fo:margin-top="0mm" fo:padding-top="4mm" fo:padding-bottom="0mm" fo:padding-left="0mm" \
      fo:padding-right="0mm" fo:border-top="3mm solid #000091" fo:border-bottom="none" \
      fo:border-left="none" fo:border-right="none"
      """, text: "fo:font-size=\"10.5pt\" fo:color=\"#000091\"",
      more: " style:master-page-name=\"First\"")
    + paragraph(
      "Title", "fo:margin-top=\"1mm\" fo:margin-bottom=\"2mm\" fo:line-height=\"115%\"",
      text: "fo:font-size=\"22pt\" fo:font-weight=\"bold\" fo:color=\"#000091\"")
    + paragraph(
      "Subtitle", "fo:margin-bottom=\"1mm\"", text: "fo:font-size=\"11pt\" fo:color=\"#000091\"")
    + paragraph(
      "State",
      """
      fo:margin-bottom="5mm" fo:padding-bottom="4mm" fo:padding-top="0mm" fo:padding-left="0mm" \
      fo:padding-right="0mm" fo:border-bottom="0.3mm solid #000091" fo:border-top="none" \
      fo:border-left="none" fo:border-right="none"
      """, text: "fo:text-transform=\"uppercase\" fo:letter-spacing=\"0.3mm\"")
    + paragraph(
      "Banner", "fo:text-align=\"center\"",
      text: "fo:font-size=\"14pt\" fo:font-weight=\"bold\" fo:color=\"#b3261e\"")
    + paragraph("Lead", text: "fo:font-size=\"12pt\" fo:font-weight=\"bold\"")
    + paragraph("Item", "fo:margin-top=\"0mm\" fo:margin-bottom=\"1mm\"")
    + paragraph(
      "Caption", "fo:margin-top=\"4mm\" fo:margin-bottom=\"1.5mm\" fo:keep-with-next=\"always\"",
      text: "fo:font-weight=\"bold\"")
    + paragraph(
      "Gap", "fo:margin-top=\"0mm\" fo:margin-bottom=\"0mm\"", text: "fo:font-size=\"6pt\"")
    + paragraph("Drawing", "fo:line-height=\"100%\"")
    + paragraph(
      "CellText", "fo:margin-top=\"0mm\" fo:margin-bottom=\"0mm\" fo:line-height=\"115%\"",
      text: "fo:font-size=\"8.5pt\"")
    + paragraph("CellNumber", of: "CellText", "fo:text-align=\"end\"")
    + paragraph(
      "HeadText", of: "CellText", "fo:keep-with-next=\"always\"",
      text: "fo:font-weight=\"bold\" fo:color=\"#000091\"")
    + paragraph("HeadNumber", of: "HeadText", "fo:text-align=\"end\"")
    + paragraph("Term", of: "CellText", text: "fo:font-weight=\"bold\"")
    + paragraph("NoticeText", "fo:margin-top=\"0.5mm\" fo:margin-bottom=\"0.5mm\"")
    + paragraph(
      "NoticeTitle", of: "NoticeText", "fo:keep-with-next=\"always\"",
      text: "fo:font-weight=\"bold\"")
    + paragraph(
      "FigureValue", of: "CellText", text: "fo:font-size=\"15pt\" fo:font-weight=\"bold\"")
    + paragraph("FigureLabel", of: "CellText")
    + paragraph(
      "Blank", "fo:margin-top=\"3mm\" fo:keep-with-next=\"always\"",
      text: "fo:font-weight=\"bold\"")
    + paragraph(
      "Rule",
      """
      fo:margin-top="0mm" fo:margin-bottom="0mm" fo:padding-top="5mm" fo:padding-bottom="0mm" \
      fo:padding-left="0mm" fo:padding-right="0mm" fo:border-bottom="0.2mm dotted #55556a" \
      fo:border-top="none" fo:border-left="none" fo:border-right="none" style:join-border="false"
      """, text: "fo:font-size=\"8pt\"")
    + paragraph(
      "ContentsTitle", "fo:margin-top=\"4mm\" fo:keep-with-next=\"always\"",
      text: "fo:font-size=\"11.5pt\" fo:font-weight=\"bold\"")
    + tabbed(
      "Contents", "fo:margin-top=\"0mm\" fo:margin-bottom=\"1mm\"", "style:leader-style=\"dotted\"")
    + tabbed("Header", grey: true) + tabbed("Footer", grey: true)

  /// A paragraph with a part at the right edge of the text.
  private static func tabbed(
    _ name: String, _ paragraph: String = "", _ leader: String = "", grey: Bool = false
  ) -> String {
    """
    <style:style style:name="\(name)" style:family="paragraph" style:parent-style-name="Body">\
    <style:paragraph-properties \(paragraph)><style:tab-stops><style:tab-stop \
    style:type="right" style:position="\(width)mm" \(leader)/></style:tab-stops>\
    </style:paragraph-properties><style:text-properties \
    \(grey ? "fo:font-size=\"8pt\" fo:color=\"#55556a\"" : "")/></style:style>

    """
  }

  /// The styles of headings, each also in a kind that begins a page.
  static var headingStyles: String {
    let rule = """
      fo:padding-bottom="1mm" fo:padding-top="0mm" fo:padding-left="0mm" fo:padding-right="0mm" \
      fo:border-bottom="0.5mm solid #000091" fo:border-top="none" fo:border-left="none" \
      fo:border-right="none"
      """
    let looks = [
      ("fo:margin-top=\"8mm\" fo:margin-bottom=\"3mm\" \(rule)", "14pt", "#000091"),
      ("fo:margin-top=\"5mm\" fo:margin-bottom=\"2mm\"", "11.5pt", "#1b1b28"),
      ("fo:margin-top=\"4mm\" fo:margin-bottom=\"1.5mm\"", "10.5pt", "#1b1b28"),
      ("fo:margin-top=\"3mm\" fo:margin-bottom=\"1mm\"", "10pt", "#1b1b28"),
    ]
    var text = ""
    for (index, (paragraph, size, colour)) in looks.enumerated() {
      let level = index + 1
      text += Self.paragraph(
        "Heading_\(level)", "\(paragraph) fo:keep-with-next=\"always\"",
        text: "fo:font-size=\"\(size)\" fo:font-weight=\"bold\" fo:color=\"\(colour)\"",
        more: " style:display-name=\"Heading \(level)\" style:default-outline-level=\"\(level)\"")
      text += Self.paragraph(
        "Heading_\(level)_page", of: "Heading_\(level)",
        "fo:break-before=\"page\" fo:margin-top=\"0mm\"")
    }
    return text
  }

  /// The styles of runs of text.
  static var spans: String {
    var spans = [
      ("Link", "fo:color=\"#000091\" style:text-underline-style=\"none\""),
      ("Strong", "fo:font-weight=\"bold\""), ("Code", "style:font-name=\"Mono\""),
      ("Hint", "fo:font-weight=\"normal\" fo:color=\"#55556a\""),
    ]
    for tone in Mark.Tone.allCases {
      spans.append(
        ("Mark_\(tone.rawValue)", "fo:font-weight=\"bold\" fo:color=\"\(colour(tone))\""))
    }
    for language in Language.allCases {
      let code = language.rawValue
      spans.append(
        ("Language_\(code)", "fo:language=\"\(code)\" fo:country=\"\(language.country)\""))
    }
    return spans.map { name, text in
      """
      <style:style style:name="\(name)" style:family="text"><style:text-properties \
      \(text)/></style:style>

      """
    }.joined()
  }

  /// The style of lists.
  static let bullets = """
    <text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" \
    text:bullet-char="•"><style:list-level-properties \
    text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment \
    text:label-followed-by="listtab" fo:text-indent="-4mm" fo:margin-left="6mm"/>\
    </style:list-level-properties></text:list-level-style-bullet></text:list-style>

    """
}
