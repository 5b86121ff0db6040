import Auditing
import Reporting
import Scripting
import Signing

/// The format that a command asks for: by its clause, or by the end of a file's name.
struct AskedFormat {
  /// The name as it was written.
  let word: String
  let range: Range<Int>

  init(_ bound: Bound, path: String) {
    word = bound.format?.value ?? path.split(separator: ".").last.map(String.init) ?? ""
    range = bound.format?.range ?? bound.destination?.range ?? bound.range
  }

  /// The name by which the format is declared.
  var name: String { Format.name(of: word) }
}

/// How a document is written: as text by one of the formats, or as a PDF by another program.
enum ReportForm {
  case text(any DocumentFormat)
  case pdf(PDFEngine)

  /// The names of the forms.
  enum Named: String, CaseIterable {
    case html, markdown, fodt, fods, json, pdf
  }

  /// The form that is asked for, among those that are known where it is.
  ///
  /// - Throws: `Failure` where the noun has no such form, or where no program makes it.
  init(
    _ asked: AskedFormat, of noun: Name = Name("report", "rapport"),
    known: [String] = Named.allCases.map(\.rawValue), _ session: Session
  ) throws {
    switch Named(rawValue: asked.name) {
    case .html: self = .text(HTMLFormat())
    case .markdown: self = .text(MarkdownFormat())
    case .fodt: self = .text(OpenDocumentFormat())
    case .fods: self = .text(SpreadsheetFormat())
    case .json: self = .text(JSONFormat())
    case .pdf:
      guard let engine = PDFEngine.best(session.programs) else {
        throw Failure(.noPDFEngine, at: asked.range)
      }
      self = .pdf(engine)
    case nil:
      throw Failure(.formatNotFor(asked.word, noun: noun, known: known), at: asked.range)
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
