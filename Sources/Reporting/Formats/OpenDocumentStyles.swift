import Auditing

/// The styles of a report on A4, by the names that the writer uses.
enum OpenDocumentStyles {
  /// The width of the text, in millimetres.
  static let width = 174
  /// How many levels of headings have a style.
  static let headings = 4

  /// The fonts of running text, by name only.
  static let fontNames = "'Liberation Sans', Arial"

  /// The declarations of the fonts.
  static let fonts = """
    <office:font-face-decls>
    <style:font-face style:name="Sans" svg:font-family="\(fontNames)" \
    style:font-family-generic="swiss" style:font-pitch="variable"/>
    <style:font-face style:name="Mono" svg:font-family="'Liberation Mono', 'Courier New'" \
    style:font-family-generic="modern" style:font-pitch="fixed"/>
    </office:font-face-decls>

    """

  /// What holds where no style says otherwise, with the language of the text.
  static func defaults(language: Language) -> String {
    """
    <style:default-style style:family="paragraph"><style:paragraph-properties \
    fo:orphans="3" fo:widows="3" style:tab-stop-distance="10mm"/><style:text-properties \
    style:font-name="Sans" fo:font-size="10pt" fo:color="#1b1b28" \
    fo:language="\(language.rawValue)" fo:country="\(language.country)" \
    fo:hyphenate="false"/></style:default-style>
    <style:default-style style:family="table"><style:table-properties \
    table:border-model="collapsing"/></style:default-style>
    <style:default-style style:family="graphic"/>

    """
  }

  /// The styles that a person finds in the list of the word processor.
  static let named = paragraphs + headingStyles + spans + bullets

  /// The styles of tables, drawings and pages.
  static let layout = tables + boxes + pages

  /// The style of a column that takes so many hundredths of the width.
  static func column(share: Int) -> String {
    let hundredths = share * width
    let fraction = hundredths % 100
    return """
      <style:style style:name="Column_\(share)" style:family="table-column">\
      <style:table-column-properties \
      style:column-width="\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)mm"/>\
      </style:style>

      """
  }

  private static let pages = """
    <style:style style:name="Drawing" style:family="graphic"><style:graphic-properties \
    style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>
    <style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" \
    fo:page-height="297mm" style:print-orientation="portrait" fo:margin-top="12mm" \
    fo:margin-bottom="12mm" fo:margin-left="18mm" fo:margin-right="18mm"/>\
    <style:header-style><style:header-footer-properties fo:min-height="8mm" \
    fo:margin-bottom="2mm"/></style:header-style>\
    <style:footer-style><style:header-footer-properties fo:min-height="10mm" \
    fo:margin-top="4mm"/></style:footer-style></style:page-layout>

    """

  /// The style of letters across a page, as large as so many characters allow.
  static func watermark(characters: Int) -> String {
    """
    <style:style style:name="Watermark" style:family="graphic"><style:graphic-properties \
    draw:stroke="none" draw:fill="none" draw:auto-grow-height="false" \
    draw:textarea-horizontal-align="center" draw:textarea-vertical-align="middle" \
    fo:wrap-option="no-wrap" style:run-through="background" style:wrap="run-through" \
    style:flow-with-text="false" style:horizontal-pos="from-left" style:horizontal-rel="page" \
    style:vertical-pos="from-top" style:vertical-rel="page"/></style:style>
    <style:style style:name="Watermark" style:family="paragraph"><style:paragraph-properties \
    fo:text-align="center"/><style:text-properties style:font-name="Sans" \
    fo:font-size="\(min(96, 700 / max(1, characters)))pt" fo:font-weight="bold" \
    fo:color="#f6dcda"/></style:style>

    """
  }
}
