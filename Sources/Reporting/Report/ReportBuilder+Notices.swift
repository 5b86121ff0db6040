import Auditing

/// What a reader must know first.
extension ReportBuilder {
  var notices: [Document.Notice] {
    var notices: [Document.Notice] = []
    if subject.isExercise {
      notices.append(.init(.caution, title: words.exerciseTitle, text: words.exerciseText))
    }
    if subject.purpose == .trial {
      notices.append(.init(.caution, title: words.trialTitle, text: words.trialText))
    }
    if !completeness.isComplete {
      let gaps = completeness.gaps
      notices.append(
        .init(
          .bad, title: words.incompleteTitle, text: words.incomplete(gaps.count),
          items: gaps.map { words.gap($0, command: $0.command(audit: audit.id, in: language)) }))
    }
    if subject.isProvisional { notices.append(provisional) }
    if audit.status == .open || audit.status == .concluded {
      notices.append(
        .init(
          .neutral, title: words.notClosedTitle,
          text: words.notClosed(language.pick(ReportCommand.close(audit.id)))))
    }
    if subject.entriesUnderGivenClock > 0 {
      notices.append(
        .init(
          .caution, title: words.givenClockTitle,
          text: words.givenClock(subject.entriesUnderGivenClock)))
    }
    return notices
  }

  /// The notice that stands at the head of the report and again beside the grid.
  var provisional: Document.Notice {
    .init(
      .caution, title: words.provisionalTitle, text: words.provisional(checklistTitle))
  }
}
