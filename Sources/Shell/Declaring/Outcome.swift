import Reporting
import Scripting

/// What a command gives: a value for scripts, something to show, and what it acknowledges.
struct Outcome {
  var value: Value = .nothing
  /// What goes to standard output.
  var view: View = .none
  /// Whether what is shown is for a program, and no row of it may be broken.
  var isVerbatim = false
  /// What is said on standard error once the operation is on disk.
  var acknowledgements: [Wording] = []
  /// An exit code other than 0 that is a result rather than a failure.
  var exit: ExitCode?
  /// What is done once the operation is on disk, such as writing an export.
  var afterwards: [(inout Session) throws -> Void] = []

  /// What a person sees of it.
  enum View {
    case none
    case text(Wording)
    case table(TableView)
  }

  static func acknowledged(_ wording: Wording, value: Value = .nothing) -> Outcome {
    Outcome(value: value, acknowledgements: [wording])
  }

  /// Writes a file once the operation is on disk; its value is the path.
  static func written(_ bytes: [UInt8], to path: String, _ wording: Wording) -> Outcome {
    var outcome = acknowledged(wording, value: .text(path))
    outcome.afterwards.append { session in try session.write(bytes, to: path) }
    return outcome
  }

  static func text(_ wording: Wording, value: Value = .nothing) -> Outcome {
    Outcome(value: value, view: .text(wording))
  }
}

/// Records of one noun, with the fields that are to be shown.
struct TableView {
  var noun: NounSpec
  var records: [RecordValue]
  var columns: [String]
  /// What the records range over, said at the head of the table.
  var range: Wording = ("", "")
  /// Whether the records come from a checklist that is not complete and official.
  var isProvisional = false
  /// Whether the records are those of an exercise, which every copy of them says.
  var isExercise = false
  /// The field by which the list is headed.
  var group: String?
  /// Whether it is one record, shown field by field.
  var isSingle = false
  /// What else belongs to it, such as the events of a calendar.
  var calendar: [UInt8]?
  /// The page that says the same with charts, where there is one.
  var document: Document?
  /// What a person is shown of it where no format is asked for.
  var text: Wording?
}
