/// A failure within a definition or a sourced file, with what led there.
package struct Traced: Error {
  package let error: any Error
  /// The text in which the failure stands.
  package let source: Source
  /// The calls and files that led there, the innermost first.
  package var steps: [Step]

  /// A call of a definition, or a `source`, and where it stands.
  package struct Step: Sendable {
    package let what: What
    package let source: Source
    package let range: Range<Int>

    /// What was entered.
    package enum What: Sendable {
      case definition(String)
      case file
    }

    /// Creates a step that stands at a range of a source.
    package init(_ what: What, _ source: Source, _ range: Range<Int>) {
      self.what = what
      self.source = source
      self.range = range
    }
  }

  /// An error with one more step around it; what only ends a run stays as it is.
  static func adding(_ step: Step, to error: any Error, in source: Source) -> any Error {
    if error is any EndOfRun { return error }
    guard var traced = error as? Traced else {
      return Traced(error: error, source: source, steps: [step])
    }
    traced.steps.append(step)
    return traced
  }
}

/// What ends a run and is no failure.
package protocol EndOfRun: Error {}
