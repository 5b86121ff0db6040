import Auditing
import Scripting

@testable import Checklists
@testable import Journaling
@testable import LineEditing
@testable import Notation
@testable import Recfiles
@testable import Shell
@testable import Signing
@testable import Training

/// A kind of fault that a module below the shell tells a person: an example, and what is said.
struct FaultKind {
  /// The type and its case, `JournalError.busy`.
  let name: String
  let example: String
  let said: [Wording]

  /// The kinds of a type, with an example of each.
  static func of<Value>(
    _ type: String, _ examples: [Value], _ said: (Value) -> [Wording]
  ) -> [FaultKind] {
    examples.map { value in
      let example = String(describing: value)
      return FaultKind(
        name: "\(type).\(example.prefix { $0 != "(" })", example: example, said: said(value))
    }
  }

  static let all =
    files + tables + journals + evidence + merging + sharing + signing + exercises + samples
}

extension FaultKind {
  fileprivate static let files =
    of("RecFault.Kind", recKinds) {
      [RecFault(kind: $0, line: 3, column: 1).wording]
    }
    + of("ChecklistFault.Kind", checklistKinds) {
      let fault = ChecklistFault(kind: $0, line: 3, recordType: .criterion, field: "Title_en")
      return [fault.reason, fault.remedy]
    }
    + of("ScenarioFault.Kind", scenarioKinds) {
      let fault = ScenarioFault($0, line: 3, recordType: .fault, field: "Title_en")
      return [fault.reason, fault.remedy]
    }
    + of("ExchangeFault.Kind", exchangeKinds) {
      let fault = ExchangeFault($0, at: "catalog.groups[2].id", value: "a b")
      return [fault.reason, fault.remedy]
    }

  private static let recKinds: [RecFault.Kind] = [
    .utf16, .notUTF8, .nul, .indentedLine, .strayContinuation, .notAField,
    .blankBeforeColon(name: "Title_fr"), .badName("Évidence"), .backslashAtEnd,
    .badType("Critère"), .secondType, .repeatedType("Criterion", firstLine: 1),
    .fieldInDescriptor(name: "Id"),
  ]

  private static let checklistKinds: [ChecklistFault.Kind] = [
    .syntax(RecFault(kind: .indentedLine, line: 3, column: 1)), .untypedRecord,
    .unknownType("Terme", suggestion: .term), .unknownField(suggestion: "Title_fr"),
    .missingField, .repeatedField(firstLine: 2), .emptyValue,
    .translationCount(french: 2, english: 1),
    .unknownValue("oui", known: ["yes", "no"], suggestion: nil), .badNumber("douze"),
    .badMonths("36"), .badDuration("12 %"), .unknownUnit("weaks", suggestion: "weeks"),
    .badTarget("5 days"), .targetUnit(target: "%", indicator: "days"), .badID("règle 1"),
    .duplicateID("M1-E1", firstLine: 2),
    .unknownReference("Z9", to: [.commitment], known: ["C1", "C2"], suggestion: nil),
    .foreignCommitment("C2", module: "T"), .selfMapping,
    .expression(
      ExpressionFault(
        offset: 0, reason: ("mot inconnu", "unknown word"), remedy: ("ôtez-le", "remove it"))),
    .badWord("point fort"), .reservedWord("note"), .repeatedWord("ncmaj", firstLine: 2),
    .noChecklist, .secondChecklist(firstLine: 2), .noCriterion,
  ]

  private static let exchangeKinds: [ExchangeFault.Kind] = [
    .notation(NotationError(.unfinished, at: 9)), .unknownForm, .missing, .badID, .duplicateID,
    .noCriterion,
  ]

  private static let scenarioKinds: [ScenarioFault.Kind] = [
    .syntax(RecFault(kind: .indentedLine, line: 3, column: 1)), .untypedRecord,
    .unknownType("Places", suggestion: .place), .noScenario, .secondScenario(firstLine: 2),
    .missingRecord(.place), .unknownField(suggestion: "Minutes"), .missingField,
    .repeatedField(firstLine: 2), .emptyValue, .translationMissing,
    .unknownValue("oui", known: ["yes", "no"], suggestion: nil), .badID("a b"),
    .badNumber("40", 1...30), .badDecimal("a"), .badDate("2026-13-01"), .badLimit("x"),
    .badTarget("x"), .badRow("x"), .unknownUnit("weaks"), .noKeywords,
    .unknownVariable("heure"), .badVariable, .poolExhausted("agent"),
    .duplicateID("borne", firstLine: 2),
    .unknownReference("registr", to: [.document], known: ["registre"], suggestion: "registre"),
    .plusWithoutMore("registre"), .siteNeeded,
    .unknownChecklist("qual", known: ["qual-e-pref"]),
    .unknownEdition("2018", known: "2019-02-04"), .unknownModule("9", known: ["1", "7"]),
    .unknownCriterion("Z", suggestion: nil), .criterionOutside("M1-A1", site: "digne"),
    .unknownGrade("nc", known: ["ncmin", "ncmaj"]), .strengthAsFault("pfort"), .noRows,
    .rowsTwice, .tooManyLate(late: 9, rows: 5), .badRange, .smallDraw(minimum: 10, percent: 12),
    .hiddenAnswer(by: "P2"), .orphanFact, .unreachable,
    .faultUnreachable(reachable: 1, needs: 2, variant: 3), .needsTooMuch(needs: 2, evidence: 1),
    .contradiction(fact: "borne", decoy: "d-sieges", variant: 3),
    .sameFault("M1-A1", variant: 3), .neverPlanted, .choiceTooLarge(plant: 4, faults: 3),
    .dearHints(total: 60), .noFault,
  ]

  fileprivate static let tables =
    of(
      "CSVFault.Kind",
      [
        .utf16, .spreadsheet, .notText, .control(0x1B), .openQuote, .afterQuote, .tooWide, .empty,
      ] as [CSVFault.Kind]
    ) { [ImportFault(CSVFault($0, row: 3, column: 2)).located(in: "mesures.csv")] }
    + of(
      "NotationError.Kind",
      [
        .byteOrderMark, .unfinished, .unexpectedByte(0x3F), .trailing, .notUTF8,
        .rawControl(0x1B), .unknownEscape, .loneSurrogate, .malformedNumber, .notAnInteger, .null,
        .duplicateKey("a"), .keyOutOfOrder("a"), .tooDeep(limit: 64), .tooLong(limit: 1024),
      ] as [NotationError.Kind]
    ) { [NotationError($0, at: 12).wording] }
}

extension FaultKind {
  private static let writer = "7c3a5d1e9f20b846"
  private static let head = Head(
    writer: writer, n: 12, id: String(repeating: "ab", count: 32))

  fileprivate static let journals =
    of(
      "JournalError",
      [
        .notADossier(path: "demo"), .exists(path: "demo"), .malformedDossier(path: "demo"),
        .newerFormat(path: "demo", format: 9), .firstOperationMissing(path: "demo"),
        .entryTooLarge(bytes: 2_000_000, limit: 1 << 20),
        .entryRefused(NotationError(.notAnInteger, at: 3)),
        .writeFailed(path: "demo/journal/a.journal", code: 28),
        .syncFailed(path: "demo/journal/a.journal", code: 5, rescue: "sauvetage.txt", entry: "{}"),
        .stateUnwritable(folder: "/proc/nope", code: 2), .unsafeFile(path: "demo/dossier.json"),
        .unsafeFolder(path: "demo/evidence"),
        .damaged([Damage(file: "journal/a.journal", line: 2, kind: .shape)]),
        .otherDossier(path: "copie"), .busy(path: "demo/journal/a.journal"),
        .evidence(.empty, path: "vide.txt"), .system(.interrupted), .merging(.itself),
        .syncing(.noRemote),
      ] as [JournalError]
    ) { [$0.wording] }
    + of(
      "Damage.Kind",
      [
        .shape, .header(NotationError(.unfinished, at: 9)),
        .body(2, NotationError(.unfinished, at: 9)), .fields, .anonymous(1),
        .newerVersion(2),
        .number(expected: 4, found: 5),
        .writer(writer), .link, .id, .digest(2), .leftOut(operation: writer),
        .bodyCount(expected: 2, found: 1),
        .torn(bytes: 40), .unacknowledged(bytes: 40), .lostEntries(acknowledged: 9, found: 7),
        .lostShare(operation: writer, n: 9, with: "clé/pref"),
        .checklist(isAbsent: true),
        .checkpoint(.badSignature(name: "\(writer)-3.txt")),
        .unreadable(code: 5), .notAFile, .identity, .firstOperation,
      ] as [Damage.Kind]
    ) { [Damage(file: "journal/a.journal", line: 4, kind: $0).wording] }
    + of(
      "JournalNotice",
      [
        .newWriter(.copied), .newWriter(.damaged), .newWriter(.busy), .newWriter(.wentBack),
        .newWriter(.unwritable),
        .setAside(bytes: 40), .keptDamage(bytes: 40), .setAsideUnsure(bytes: 40),
        .openToOthers,
        .clockWentBack(
          from: Timestamp("2026-11-21T09:00:00.000Z") ?? .init(milliseconds: 0),
          to: .init(milliseconds: 0)),
      ] as [JournalNotice]
    ) { [$0.wording] }
    + of(
      "Checkpoint.Fault",
      [
        .malformed(name: "a"), .foreign(name: "a", dossier: "0123456789abcdef"),
        .badSignature(name: "a"),
        .contradicted(Checkpoint(dossier: "0123456789abcdef", head: head), found: 9),
        .doubted(Checkpoint(dossier: "0123456789abcdef", head: head), fingerprint: "SHA256:abc"),
      ] as [Checkpoint.Fault]
    ) { [$0.wording] }

  fileprivate static let evidence = of(
    "EvidenceRefusal",
    [
      .absent, .unreadable(code: 13), .symbolicLink, .folder, .device, .kernelFile, .pipe, .socket,
      .empty, .sparse, .tooLarge(bytes: 5 << 30, limit: 4 << 30), .changedWhileRead,
      .noSpace(needed: 5 << 30, free: 1 << 30), .dossierFull(bytes: 65 << 30, limit: 64 << 30),
      .damagedStore(sha256: String(repeating: "ab", count: 32)),
    ] as [EvidenceRefusal]
  ) { [JournalError.evidence($0, path: "hall.jpg").wording] }

  fileprivate static let merging =
    of(
      "MergeRefusal",
      [
        .notASource(path: "copie"), .itself, .unsafeFile(path: "copie/dossier.json"),
        .tooLarge(path: "copie", limit: 1 << 30), .tooManyFiles(path: "copie", limit: 100),
        .unreadable(path: "copie", code: 13), .otherDossier(["0123456789abcdef"]),
        .unrelated(path: "copie"), .beginningLost("0123456789abcdef"),
        .otherPurpose(ours: .real, theirs: .exercise),
        .contradictions([Contradiction(head, by: .remembered)]), .brokenBag(path: "bag"),
        .brokenBundle(path: "a.bundle", words: "fatal: bad"), .busy(path: "a.journal"),
        .syncFailed(path: "a.journal", code: 5), .restless(path: "a.journal"), .cancelled,
      ] as [MergeRefusal]
    ) { [$0.wording] }
    + of(
      "Contradiction.Witness",
      [.seen(by: head), .checkpoint("a"), .seal, .remembered] as [Contradiction.Witness]
    ) { [Contradiction(head, by: $0).wording] }

  fileprivate static let sharing = of(
    "GitRefusal",
    [
      .git(command: "push", words: "fatal: bad"),
      .noCredential(address: "ssh://depot", words: "denied"),
      .refusedThere(address: "ssh://depot", branch: "main", words: "protected"),
      .foreignOwner(address: "/media/cle/depot"), .passwordInAddress,
      .setting(key: "core.hooksPath", path: "demo/.git/config"),
      .strangeRepository(path: "demo"),
      .leadsElsewhere(path: "demo/.git/index"), .noRemote, .remoteRefused("ftp://depot"),
      .closed(path: "/media/cle/depot"), .emptyFolder(path: "copie"), .noBranch,
      .restless(remote: "ssh://depot"),
      .underWay(path: "demo"), .lockLeft(path: "depot.git/refs/heads/main.lock"),
      .writeFailed(path: "demo/.git", code: 28),
    ] as [GitRefusal]
  ) { [$0.wording] }

  fileprivate static let signing =
    of(
      "SigningError",
      [
        .programAbsent(name: "ssh-keygen", package: "openssh-client"),
        .programFailed(name: "gpg", outcome: .exited(2), words: "no key"),
        .programTooSlow(name: "gpg", limit: .seconds(60)), .programTooLoud(name: "gpg", limit: 99),
        .argumentRefused("gpg"), .keyExposed(path: "k", mode: 0o644), .keyLocked(path: "k"),
        .keyAbsent(path: "k"), .keyPrivate(path: "k"), .certificateAbsent(path: "k.pem"),
        .identityRefused("a b"), .registerMalformed(path: "allowed_signers", line: 3),
        .fieldRefused(field: "Role", value: "a\nb"), .statementMalformed(line: 3),
        .signatureMalformed, .timeStampMalformed, .timeStampRefused(words: "bad digest"),
        .nameRefused("../a"), .nameTaken("A"), .exists(path: "bag"), .notARegularFile(path: "k"),
        .sourceChanged(path: "hall.jpg"), .fileTooLarge(path: "hall.jpg", limit: 1 << 30),
        .interrupted, .system(call: "open", path: "k", code: 13),
      ] as [SigningError]
    ) { [$0.wording] }
    + of(
      "EditingError",
      [
        .noTerminal, .history(path: "historique", number: 13), .historyIsNoFile(path: "historique"),
      ] as [EditingError]
    ) { [$0.wording] }

  fileprivate static let exercises =
    of(
      "TrainingError",
      [.noSuchKey(scenario: "accueil"), .keyChanged, .packChanged] as [TrainingError]
    ) { [$0.wording] }
    + of(
      "MockError",
      [
        .noExercise, .running("accueil"), .handedIn, .notYetHandedIn,
        .unknown(.place, "halle", known: ["hall"], suggestion: "hall"), .notAScenario("a.rec"),
        .scenarioFaults("a.rec", 3), .noMoreHints, .keyNeeded("a"), .notAKey("a.json"),
        .foreignKey(.keyChanged, dossier: "exercice"), .destinationNeeded, .unknownForm("a.xyz"),
      ] as [MockError]
    ) { [$0.wording] + $0.notes }

  fileprivate static let samples = of(
    "SampleFault",
    [
      .populationNeeded, .populationSize(0), .sizeNeeded, .size(9, population: 5),
      .longList(20_000), .badSeed, .badLimit("x"), .exhausted("E1"),
      .notDrawn("9", drawn: ["1", "2"]), .noItem("9", count: 5), .nothingRecorded,
      .answeredBeforeReceived, .noResult("E1"),
    ] as [SampleFault]
  ) { [$0.wording] }
}
