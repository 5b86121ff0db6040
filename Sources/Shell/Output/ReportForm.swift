import Auditing
import Reporting
import Scripting
import Signing

/// The format that a command asks for: by its clause, or by the end of a file's name.
struct AskedFormat {
  let name: String
  let range: Range<Int>

  init(_ bound: Bound, path: String) {
    name = bound.format?.value ?? path.split(separator: ".").last.map(String.init) ?? ""
    range = bound.format?.range ?? bound.destination?.range ?? bound.range
  }

  /// The refusal of a format that a noun does not have.
  func refused(for noun: Name) -> Failure {
    Failure(.formatNotFor(name, noun: noun), at: range)
  }
}

/// How a document is written: as text by one of the formats, or as a PDF by another program.
enum ReportForm {
  case text(any DocumentFormat)
  case pdf(PDFEngine)

  /// The form that is asked for.
  ///
  /// - Throws: `Failure` where the noun has no such form, or where no program makes it.
  init(
    _ asked: AskedFormat, of noun: Name = Name("report", "rapport"), _ session: Session
  ) throws {
    switch asked.name.folded {
    case "html", "htm": self = .text(HTMLFormat())
    case "md", "markdown": self = .text(MarkdownFormat())
    case "fodt": self = .text(OpenDocumentFormat())
    case "fods": self = .text(SpreadsheetFormat())
    case "json": self = .text(JSONFormat())
    case "pdf":
      guard let engine = PDFEngine.best(session.programs) else {
        throw Failure(.noPDFEngine, at: asked.range)
      }
      self = .pdf(engine)
    default: throw asked.refused(for: noun)
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
        return try engine.bytes(of: document, attachments: attachments, session)
      } catch {
        throw error == .interrupted ? Failure(.interrupted) : Failure(.signing(error))
      }
    }
  }
}
