import Auditing
import Glibc
import Journaling
import Scripting
import Signing

/// A command that failed, with the place in its text where one is known.
struct Failure: Error {
  let error: ShellError
  var range: Range<Int>?

  init(_ error: ShellError, at range: Range<Int>? = nil) {
    self.error = error
    self.range = range
  }
}

extension Failure {
  /// Turns whatever a command threw into a failure.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ShellError: self.init(error, at: nil)
    case let error as ScriptError: self.init(.script(error), at: error.range)
    case let error as JournalError: self.init(.journal(error))
    case let error as SigningError: self.init(.signing(error))
    default: self.init(.fault(String(describing: error)))
    }
  }

  /// The failure of a word that names no record of those known, with the nearest of them.
  static func unknown(
    _ reference: ValueType.Reference, _ word: String, among known: [String], at range: Range<Int>?
  ) -> Failure {
    Failure(
      .unknownRecord(
        reference, word, known: known, suggestion: Suggestion.nearest(to: word, among: known)),
      at: range)
  }

  /// The failure as it is shown, with its place in a source.
  func diagnostic(in source: Source) -> Diagnostic {
    Diagnostic(
      error.wording, source: range == nil ? nil : source, range: range ?? 0..<0, notes: error.notes)
  }
}

extension ShellError {
  /// The exit code that the failure deserves.
  var exit: ExitCode {
    switch self {
    case .unknownCommand, .unknownVerb, .verbNeeded, .unknownOption, .optionNeedsValue,
      .optionTakesNoValue, .missingOperand, .extraOperand, .missingOption, .repeatedOption,
      .unknownChoice, .badValue, .tooLarge, .noClause, .unknownFormat, .formatNotFor, .missingText,
      .unknownField,
      .promptOnly, .unknownProgramOption, .programOptionNeedsValue, .parameterMissing,
      .unknownOptionValue, .fileNeeded, .unknownParameter, .auditUnclear, .checklistFaults,
      .reservedParameter, .noAnswer, .oneValue, .fieldOnRight, .notAField, .groupTooSmall,
      .stampWayNeeded:
      .usage
    case .sealed, .sealUnfinished, .trialSeal, .undoSealed: .refused
    case .brokenBag, .forked, .journalDamaged, .evidenceMissing, .missingHeads: .integrity
    case .mock(let error): error.exit
    case .fault: .fault
    case .interrupted, .sealInterrupted: .interrupted
    case .journal(.writeFailed), .journal(.syncFailed), .journal(.stateUnwritable), .cannotWrite,
      .journal(.syncing(.writeFailed)):
      .inputOutput
    case .signing(.system(_, _, let code)) where [ENOSPC, EDQUOT, EROFS, EFBIG, EIO].contains(code):
      .inputOutput
    case .journal(.damaged), .journal(.firstOperationMissing), .journal(.malformedDossier):
      .integrity
    case .journal(.merging(let refusal)): refusal.exit
    default: .failed
    }
  }
}
