/// The style sheet of reports: plain, for screens and for A4.
///
/// Fonts by name only; every text reaches a contrast of 4.5 on its ground (WCAG 2.1, 1.4.3).
enum HTMLStyle {
  /// The fonts of the reader's own system, in the order of preference.
  static let fonts = """
    system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, \
    sans-serif
    """

  /// The whole sheet.
  static let sheet = base + text + blocks + tables + figures + print

  private static let base = """
    * { box-sizing: border-box; }
    html { background: #ebebf3; }
    body { margin: 0 auto; max-width: 70rem; background: #fff; color: #1b1b28;
      font: 1rem/1.5 \(fonts); overflow-wrap: break-word; }
    header { background: #000091; color: #fff; padding: 2.25rem 3rem 2rem; }
    main, footer { padding: 1.5rem 3rem; }
    footer { border-top: 1px solid #cfcfdd; color: #55556a; font-size: .875rem; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; background: #fff; color: #000091; padding: .5rem 1rem;
      z-index: 2; }
    :focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px; }
    a { color: #000091; }
    .watermark { position: fixed; top: 0; right: 0; bottom: 0; left: 0; display: flex;
      align-items: center; justify-content: center; font-size: 9rem; font-weight: 700; letter-spacing: .1em;
      color: #b3261e; opacity: .1; transform: rotate(-35deg); pointer-events: none; z-index: 1; }

    """

  private static let text = """
    h1 { font-size: 2.25rem; line-height: 1.2; margin: .25rem 0 .5rem; }
    h2 { font-size: 1.5rem; line-height: 1.25; color: #000091; margin: 3rem 0 1rem;
      padding-bottom: .35rem; border-bottom: 2px solid #000091; }
    h3 { font-size: 1.15rem; line-height: 1.3; margin: 1.75rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
    p { margin: .5rem 0; }
    p, li, td, dd { white-space: pre-line; }
    main > section:first-of-type > h2 { margin-top: 1.75rem; }
    .kicker { margin: 0; font-size: 1rem; letter-spacing: .02em; }
    .subtitle { margin: 0; font-size: 1.1rem; }
    .state { display: inline-block; margin: 1.1rem 0 0; padding: .15rem .9rem; border-radius: 1rem;
      background: #fff; font-weight: 700; text-transform: uppercase; letter-spacing: .06em; }
    .lead { font-size: 1.3rem; line-height: 1.4; font-weight: 600; }
    code { font-family: ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace;
      font-size: .88em; overflow-wrap: anywhere; }
    .good { color: #18753c; } .bad { color: #b3261e; } .caution { color: #8a4b00; }
    .accent { color: #000091; } .neutral { color: #55556a; }
    .mark { font-weight: 600; }
    .shape { display: inline-block; min-width: 1em; text-align: center; font-weight: 700; }

    """

  private static let blocks = """
    .notice { margin: 1rem 0; padding: .75rem 1.1rem; border: 1px solid currentColor;
      border-left-width: 8px; border-radius: 2px; }
    .notice.bad { background: #fdf0ef; } .notice.caution { background: #fff7e8; }
    .notice.good { background: #eef7f1; } .notice.neutral, .notice.accent { background: #f4f4f9; }
    .notice p, .notice li { color: #1b1b28; margin: .15rem 0; }
    .notice .notice-title { color: inherit; font-weight: 700; letter-spacing: .04em; }
    .notice ul { margin: .35rem 0 .15rem; padding-left: 1.25rem; }
    .terms { margin: .75rem 0; border-top: 1px solid #cfcfdd; }
    .terms div { display: flex; padding: .45rem 0; border-bottom: 1px solid #cfcfdd; }
    .terms dt { flex: 0 0 27%; padding-right: 1.25rem; font-weight: 600; }
    .terms dd { flex: 1 1 0; margin: 0; min-width: 0; }
    .figures { display: flex; flex-wrap: wrap; margin: 1rem -.35rem; }
    .figures div { flex: 1 1 8.5rem; display: flex; flex-direction: column-reverse;
      justify-content: flex-end; margin: .35rem; padding: .7rem 1rem; background: #f1f1fa;
      border-top: 4px solid currentColor; }
    .figures dt { color: #1b1b28; font-size: .925rem; line-height: 1.25; }
    .figures dd { margin: 0; font-size: 1.75rem; font-weight: 700; line-height: 1.25; }
    .contents { margin: 1.5rem 0; padding: .25rem 1.25rem 1rem; background: #f1f1fa; }
    .contents h3 { margin: .75rem 0 .5rem; }
    .contents ol { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 2rem; }
    .contents li { padding: .15rem 0; break-inside: avoid; }
    .blanks { margin: 1rem 0; padding: .5rem 1.1rem 1.1rem; border: 1px solid #55556a; }
    .blanks p { margin: .75rem 0 0; font-weight: 600; }
    .hint { font-weight: 400; color: #55556a; }
    .rule { height: 2rem; border-bottom: 1px dotted #55556a; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
    table { width: 100%; min-width: 50rem; table-layout: fixed; border-collapse: collapse;
      font-size: .925rem; line-height: 1.4; }
    caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
    th { background: #e6e6f6; color: #000091; font-weight: 600; text-align: left; }
    th, td { padding: .45rem .6rem; vertical-align: top; border: 1px solid #cfcfdd; }
    td { overflow-wrap: anywhere; }
    tbody tr:nth-child(even) { background: #f8f8fc; }
    .n { text-align: right; }
    td.n { overflow-wrap: normal; font-variant-numeric: tabular-nums; }

    """

  private static let figures = """
    figure { margin: 1.5rem 0 1rem; display: flex; flex-direction: column-reverse; }
    figcaption { font-weight: 600; }
    figure .scroll { margin: .5rem 0 0; }
    svg { display: block; width: 100%; min-width: 38rem; max-width: 58rem; height: auto; }
    @media (max-width: 45rem) {
      header, main, footer { padding-left: 1.1rem; padding-right: 1.1rem; }
      h1 { font-size: 1.6rem; }
      .terms div { display: block; }
      .contents ol { columns: 1; }
      .watermark { font-size: 4rem; }
    }

    """

  private static let print = """
    @page { size: A4; margin: 20mm 18mm 22mm; font: 8pt "Liberation Sans", Arial, sans-serif;
      color: #55556a; }
    @media print {
      html, body { background: #fff; }
      body { max-width: none; font-size: 10pt; line-height: 1.4; print-color-adjust: exact;
        -webkit-print-color-adjust: exact; }
      header { background: #fff; color: #000091; padding: 0 0 4mm;
        border-top: 3mm solid #000091; border-bottom: 1px solid #000091; padding-top: 4mm; }
      main { padding: 0; }
      h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 8mm; } h3 { font-size: 11.5pt; }
      .lead { font-size: 12pt; } .kicker, .subtitle { font-size: 10.5pt; }
      .state { border: 1px solid currentColor; margin-top: 2.5mm; }
      .skip, footer { display: none; }
      a { color: inherit; }
      .scroll { overflow: visible; padding-right: 1px; }
      table { min-width: 0; font-size: 8.5pt; }
      th, td { padding: 1.2mm 1.6mm; }
      svg { min-width: 0; }
      .figures { margin: 2mm -1mm; }
      .figures div { margin: 1mm; padding: 1.5mm 2.5mm; flex-basis: 24mm; }
      .figures dd { font-size: 15pt; } .figures dt { font-size: 8.5pt; }
      .new-page { break-before: page; }
      .new-page > h2:first-child, .new-page > h3:first-child { margin-top: 0; }
      h2, h3, h4, caption, thead, .notice-title { break-after: avoid; }
      tbody tr:first-child { break-before: avoid; }
      h1, h2, h3, h4, tr, figure, .notice, .terms div, .blanks p, .figures { break-inside: avoid; }
      thead { display: table-header-group; }
      p, li { orphans: 3; widows: 3; }
    }

    """
}
