import Auditing
import Scripting

/// A noun: its names, its fields with their types, and how its records are read.
struct NounSpec: Sendable {
  let name: Name
  let summary: Wording
  /// Whether its records range over the current audit unless told otherwise.
  var rangesOverAudit = false
  /// Whether its records hold what a checklist says, so that its status goes with them.
  var restsOnChecklist = false
  let fields: [Field]
  /// The fields that a list shows when none are named.
  let columns: [String]
  /// The records, as the language sees them.
  let rows: @Sendable (inout Session, Range) throws -> [RecordValue]
  /// What `show` shows of a record instead of its fields, where that is a table of its own.
  var sheet: (@Sendable (inout Session, RecordValue) throws -> TableView)?

  struct Field: Sendable {
    let name: Name
    var choices: [Name] = []
    /// Whether it can be ordered as the choices stand.
    var isRanked = false
  }

  /// Which audits a list ranges over.
  enum Range: Sendable {
    case current
    case audit(String)
    case all
  }

  /// The field that a word names.
  func field(_ word: String) -> Field? {
    if let field = fields.first(where: { $0.name.en == word || $0.name.fr == word }) {
      return field
    }
    let folded = word.folded
    return fields.first { $0.name.matches(folded: folded) }
  }
}

extension NounSpec {
  /// The records in a range for a person who waits for them: how far their making has come is drawn.
  ///
  /// - Throws: `interrupted` once the person has pressed Ctrl-C.
  func listed(_ session: inout Session, _ range: Range) throws -> [RecordValue] {
    session.run.isListing = true
    defer { session.run.isListing = false }
    return try rows(&session, range)
  }

  /// The records as `listed` gives them, or nothing where they cannot be read.
  ///
  /// - Throws: `interrupted` once the person has pressed Ctrl-C.
  func readable(_ session: inout Session, _ range: Range) throws -> [RecordValue]? {
    do {
      return try listed(&session, range)
    } catch let failure as Failure {
      if case .interrupted = failure.error { throw failure }
      return nil
    } catch {
      return nil
    }
  }

  /// All fields of all its records in an audit.
  func whole(of audit: String, isProvisional: Bool, _ session: inout Session) throws -> TableView {
    var view = TableView(
      noun: self, records: try rows(&session, .audit(audit)), columns: fields.map(\.name.en))
    view.isProvisional = isProvisional
    return view
  }
}
