import Auditing
import Glibc
import Reporting
import Signing

/// A program that makes a PDF of a document; what it reads is a file that Constat wrote, and it
/// fetches nothing.
struct PDFEngine {
  let kind: Kind
  let programs: Programs

  /// The programs in order of preference.
  enum Kind: CaseIterable {
    case weasyPrint, libreOffice, chromium
  }

  /// The best program that is here.
  ///
  /// WeasyPrint only from version 70, the first that can be kept from reading other files.
  static func best(_ programs: Programs) -> PDFEngine? {
    Kind.allCases.first { kind in
      guard programs.path(of: kind.program) != nil else { return false }
      return kind != .weasyPrint || weasyPrintVersion(programs) >= 70
    }.map { PDFEngine(kind: $0, programs: programs) }
  }

  private static func weasyPrintVersion(_ programs: Programs) -> Int {
    let run = try? programs.program("weasyprint", from: "weasyprint", ["--version"]).run()
    let version = run?.text.split(whereSeparator: \.isWhitespace).last?.split(separator: ".").first
    return version.flatMap { Int($0) } ?? 0
  }

  /// The PDF of a document, with files attached where the program can take them.
  ///
  /// It names an instant as its own. The folder must not exist yet; it is made for the work and
  /// removed after it. Throws `SigningError` when the program fails, takes more than two minutes, or
  /// is stopped by a person, to whom it shows how long it takes.
  func bytes(
    of document: Document, attachments: [(name: String, bytes: [UInt8])] = [], _ session: Session
  ) throws(SigningError) -> [UInt8] {
    let (written, folder) = (session.environment.now(), session.temporaryFolder())
    try Files.makeFolder(folder)
    defer { try? Files.removeTree(folder) }
    let result = "\(folder)/report.pdf"
    let source = try kind.source(of: document, in: folder)
    var arguments = kind.arguments(source: source, result: result, folder: folder)
    if kind == .weasyPrint {
      for attachment in attachments {
        let path = "\(folder)/\(attachment.name)"
        try Files.create(path, attachment.bytes)
        arguments = ["-a", path, "--attachment-relationship", "Data"] + arguments
      }
    }
    var run = try programs.program(kind.program, from: kind.package, arguments)
    run.timeLimit = .seconds(120)
    run.environment["SOURCE_DATE_EPOCH"] = String(written.milliseconds / 1000)
    let size = Files.size(source) ?? 0
    let pace = Pace(of: kind.program, session.environment)
    let expected = pace.milliseconds(for: size) ?? 0
    var work = LongWork(("PDF", "PDF"), session, in: .time)
    defer { work.end() }
    var duration = Duration.zero
    let end = try run.run { (elapsed) throws(SigningError) in
      duration = elapsed
      try work.sign(Int(elapsed / .milliseconds(1)), of: expected)
    }
    if end.isSuccess { pace.keep(size, duration, session) }
    guard end.isSuccess, let bytes = try? Files.contents(result, limit: 256 << 20) else {
      throw .programFailed(name: kind.program, outcome: end.outcome, words: end.words)
    }
    return kind == .weasyPrint ? PDFDates(written).settle(bytes) : bytes
  }
}

extension PDFEngine.Kind {
  var program: String {
    switch self {
    case .weasyPrint: "weasyprint"
    case .libreOffice: "soffice"
    case .chromium: "chromium"
    }
  }

  /// The Debian package that has the program.
  var package: String {
    switch self {
    case .weasyPrint: "weasyprint"
    case .libreOffice: "libreoffice-writer-nogui"
    case .chromium: "chromium"
    }
  }

  /// Which program made a PDF, and what that says of itself; nobody here proves it.
  var declared: Wording {
    switch self {
    case .weasyPrint:
      (
        "PDF par WeasyPrint, PDF/A-3 et PDF/UA-1 déclarés",
        "PDF by WeasyPrint, declared PDF/A-3 and PDF/UA-1"
      )
    case .libreOffice:
      (
        "PDF par LibreOffice, PDF/A-3 et PDF/UA-1 déclarés",
        "PDF by LibreOffice, declared PDF/A-3 and PDF/UA-1"
      )
    case .chromium:
      (
        "PDF par Chromium, NON accessible\u{A0}: joignez-y le rapport HTML",
        "PDF by Chromium, NOT accessible: send the HTML report with it"
      )
    }
  }

  /// Writes what the program reads, and gives its path.
  fileprivate func source(of document: Document, in folder: String) throws(SigningError) -> String {
    let (name, text) =
      self == .libreOffice
      ? ("report.fodt", OpenDocumentFormat().text(of: document))
      : ("report.html", HTMLFormat().text(of: document))
    try Files.create("\(folder)/\(name)", Array(text.utf8))
    if self == .weasyPrint {
      try Files.create("\(folder)/accessible.xmp", Array(Self.accessible.utf8))
    }
    return "\(folder)/\(name)"
  }

  /// The mark of PDF/UA-1 (ISO 14289-1, clause 5).
  private static let accessible = """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
    <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
    <pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF>
    """

  fileprivate func arguments(source: String, result: String, folder: String) -> [String] {
    switch self {
    case .weasyPrint:
      [
        "--quiet", "--pdf-variant", "pdf/a-3a", "--pdf-tags", "--allowed-protocols", "data",
        "--xmp-metadata", "\(folder)/accessible.xmp", "--encoding", "utf-8", source, result,
      ]
    case .libreOffice:
      [
        "--headless", "--norestore", "-env:UserInstallation=file://\(folder)/profile",
        "--convert-to",
        #"pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"#
          + #""SelectPdfVersion":{"type":"long","value":"3"}}"#,
        "--outdir", folder, source,
      ]
    case .chromium:
      [
        "--headless", "--disable-extensions", "--disable-gpu", "--no-pdf-header-footer",
        "--user-data-dir=\(folder)/profile", "--print-to-pdf=\(result)", "file://\(source)",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
    }
  }
}
