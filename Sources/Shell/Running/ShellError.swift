import Auditing
import Journaling
import Scripting
import Signing

/// What can go wrong between a person and the program: data only, worded in one place.
enum ShellError: Error {
  // What was typed
  case unknownCommand(String, suggestion: String?, offersNote: Bool)
  case unknownVerb(String, noun: Name, known: [Name], suggestion: String?)
  case verbNeeded(noun: Name, known: [Name])
  case promptOnly(String)
  case unknownOption(String, command: Name, known: [Name], suggestion: String?)
  case optionNeedsValue(Name)
  case optionTakesNoValue(Name)
  case repeatedOption(Name)
  case missingOption(Name, command: CommandSpec)
  case missingOperand(Name, command: CommandSpec)
  case missingText(Name, command: CommandSpec)
  case extraOperand(String, command: CommandSpec)
  /// A word with a bracket right behind it, where neither a call nor a bracketed text is read.
  case gluedBracket(String)
  case noClause(String, CommandSpec)
  case unknownChoice(String, known: [Name], suggestion: String?)
  case badValue(String, ValueType)
  /// A whole number beyond what is taken from a person.
  case tooLarge(String)
  case unknownFormat(String, known: [String])
  case unknownField(String, noun: Name, known: [Name], suggestion: String?)
  case unknownProgramOption(String, suggestion: String?)
  case programOptionNeedsValue(String)
  case unknownOptionValue(option: String, String, known: String)
  case fileNeeded(String)
  case parameterMissing(String, type: String)
  case unknownParameter(String, known: [String])
  case reservedParameter(String)
  /// A question that nothing will answer: no terminal, no answer given beforehand, no default.
  case noAnswer(String)
  /// A question that nothing answered when it was asked.
  case unanswered(String)
  /// `last` before anything was shown.
  case nothingLast
  /// A list where an option takes one value.
  case oneValue(Name)
  /// A field of the noun on the right of an operator, where a value stands.
  case fieldOnRight(String)
  /// A word on the left of an operator that is no field of the noun.
  case notAField(String, noun: Name, known: [Name], suggestion: String?)
  /// An answer that is none to its question.
  indirect case badAnswer(ShellError)
  case script(ScriptError)

  // What the dossier holds
  case noDossier
  case nobody
  case unknownRecord(ValueType.Reference, String, known: [String], suggestion: String?)
  /// A record that was withdrawn, with who did so and why.
  case withdrawnRecord(ValueType.Reference, String, by: String, reason: String?)
  case ambiguousRecord(String, [String])
  case noAudit
  case auditUnclear([String])
  case auditExists(String)
  case noScope
  case noSite([String])
  case siteNotInScope(String, [String])
  case noCriterion
  case criterionNotInScope(String, site: String)
  case moduleDisabled(String)
  case nothingLeft
  case noWayBack
  case reasonNeeded
  case nonconformityStands([String])
  /// A criterion called conforming at a site where findings say otherwise, which keeps a seal off.
  case verdictContradicted(String, site: String, findings: [String])
  case evidenceNeeded
  /// An action that is said to be done, or judged, with nothing that shows it.
  case proofNeeded(String)
  /// An action that is judged before it is done.
  case notCompleted(String)
  /// Somebody who would judge their own action: the handle, and the action.
  case ownWork(String, String)
  /// A second lead for an audit that has one, by their handle.
  case leadKnown(String, audit: String)
  /// Something said to have happened on a day that has not come.
  case dayToCome(CalendarDate)
  case endBeforeStart(String, String)
  /// A finding that is to take up another and is not one of the audit; the audit.
  case notTakenUp(String, String)
  /// An audit compared with itself.
  case sameAudit(String)
  /// A person who is said to be the same as themselves.
  case samePerson(String)
  /// An auditor who answers for something in the scope: the handle, and for what.
  case ownService(String, Wording)
  case noIndicator(String, measured: [String])
  case unitMismatch(Quantity, expected: Unit)
  case valueNeeded
  /// A part of a total that is no name and number.
  case badPart(String)
  /// Parts that do not add up to their total.
  case partsDiffer(Quantity, sum: Quantity?)
  /// A rule of a checklist that would do something, by the words that do it.
  case ruleActs(String)
  case ruleNotCondition
  /// A checklist without rules, by its id.
  case noRules(String)
  /// A word of `explain` that names nothing that can be explained.
  case nothingToExplain(String, suggestion: String?)
  /// A service that the scope does not take for a criterion's module, and those that it takes.
  case serviceNotInScope(String, [String])
  case serviceExists(String, site: String)
  case siteExists(String)
  case personExists(String)
  case stillUsed(String)
  /// A record that the checklist holds, by its id, where only a person's own is changed.
  case ofChecklist(String)
  /// A key, by whose it is, that bears its days itself.
  case datedByItself(String)
  case inConflict(String)
  /// Two seals of one edition, which an amendment settles; the key of the audit.
  case rivalSeals(audit: String)
  case unknownAlternative(String, known: [Name])
  case notSealed(String)
  /// An audit whose maskings nobody has confirmed, or not for these names.
  case maskingUnconfirmed(String, new: [String])
  /// A name that a file of an edition would still say.
  case nameLeft(String, file: String)
  /// An edition of what is no audit.
  case editionOfRenewal
  case labelValidityUnknown(String)
  case noLabel
  /// No program is here that makes a PDF.
  case noPDFEngine
  /// A day on which a label was not in force.
  case outsideValidity(CalendarDate, from: CalendarDate, until: CalendarDate)
  /// The end of validity, which nothing moves.
  case fixedMilestone(CalendarDate)
  case nothingToUndo
  case nothingToRedo
  case undoRestedOn([String])
  /// What the operation did that is never taken back.
  case undoCommitPoint(Wording)
  case undoSealed
  case notConcluded(String)
  case conclusionStale(String)
  case notClosed(String)
  case numberingStale(String)
  case sealed(String, edition: Int)
  /// An audit of which a seal was begun and not signed; who began it, where it was another place.
  case sealUnfinished(String, edition: Int, elsewhere: String?)
  case trialSeal
  case noSeal
  /// A bag in which something changed, by its path.
  case brokenBag(String)
  /// A bag that nobody signed.
  case unsignedBag(String)
  /// A bag that is no seal of the open dossier.
  case foreignBag(String)
  /// No key was named to sign with, or to believe.
  case keyNeeded
  case keyRevoked(String, CalendarDate)
  /// None of the ways in which a time stamp comes.
  case stampWayNeeded
  case nothingToStamp
  /// A line of the file that says what one signs with.
  case badSignatureSetting(String, line: Int)
  case evidenceMissing([String])
  /// What still cites a piece of evidence that was to be withdrawn.
  case citedBy(String, [Wording])
  case supersedesItself(String)
  case notAFileOfEvidence(String)
  /// Evidence whose content a person decided is to be no more, with who, when and why.
  case contentDestroyed(String, Wording)
  /// No other place is known in which contents could lie.
  case noSource
  /// What is asked before it is done, where nobody can be asked.
  case confirmationNeeded(Wording)
  /// Somebody else wrote to the dossier while the question stood.
  case changedMeanwhile
  case keysInDossier(String)
  case unknownKinds([String])
  case journalDamaged([Damage])
  case missingHeads(Int)
  case forked([String])
  case noFaultyJournal(String, known: [String])
  case checklistAbsent(String)

  // Files
  case fileAbsent(String)
  case fileExists(String)
  /// A name of which a folder has two that differ in nothing but the spelling of their accents.
  case namesReadAlike(String)
  case cannotRead(String, code: Int32)
  case notAFile(String)
  case cannotWrite(String, code: Int32)
  case checklistFaults(String, Int)
  /// A file of which nothing was imported for its faults, which have been said one by one.
  case importFaults(String, Int)
  /// What cannot be done with a sample.
  case badSample(SampleFault)
  /// A pair of criteria that is no `id:id`.
  case badPair(String)
  /// A checklist that is mapped or migrated to itself.
  case sameChecklist
  /// No mapping leads from one checklist to the other.
  case noMapping(String, String)
  /// Nothing says where an export goes.
  case missingDestination
  case calendarNeedsEvents
  case formatNotFor(String, noun: Name, known: [String])
  case noDossierBelow(String)
  case groupTooSmall(Int)

  // Exercises
  case mock(MockError)

  // Below
  case journal(JournalError)
  case signing(SigningError)
  case stopped(String)
  /// Ctrl-C while a command ran.
  case interrupted
  /// A seal that was stopped by hand once it was begun.
  case sealInterrupted
  case fault(String)
}
