import Auditing
import Reporting
import Scripting
import Signing

/// How a report is written: as text by one of the formats, or as a PDF by another program.
enum ReportForm {
  case text(any DocumentFormat)
  case pdf(PDFEngine)

  /// The form that a format's name or the end of a file's name asks for.
  init(_ bound: Bound, path: String, _ session: Session) throws {
    let named = bound.format?.value ?? path.split(separator: ".").last.map(String.init) ?? ""
    let range = bound.format?.range ?? bound.destination?.range ?? bound.range
    switch named.folded {
    case "html", "htm": self = .text(HTMLFormat())
    case "md", "markdown": self = .text(MarkdownFormat())
    case "fodt": self = .text(OpenDocumentFormat())
    case "pdf":
      let programs = Programs(environment: session.environment.variables)
      guard let engine = PDFEngine.best(programs) else { throw Failure(.noPDFEngine, at: range) }
      self = .pdf(engine)
    default:
      throw Failure(.formatNotFor(named, noun: Name("report", "rapport")), at: range)
    }
  }

  /// What an acknowledgement adds about how it was made.
  var remark: Wording {
    guard case .pdf(let engine) = self else { return ("", "") }
    return (" — \(engine.kind.declared.fr)", " — \(engine.kind.declared.en)")
  }

  /// The bytes of a document.
  func bytes(
    of document: Document, attachments: [(name: String, bytes: [UInt8])], _ session: Session
  ) throws -> [UInt8] {
    switch self {
    case .text(let format): return Array(format.text(of: document).utf8)
    case .pdf(let engine):
      do throws(SigningError) {
        return try engine.bytes(
          of: document, attachments: attachments, written: session.environment.now(),
          in: session.temporaryFolder())
      } catch {
        throw Failure(.signing(error))
      }
    }
  }
}
