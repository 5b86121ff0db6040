import Auditing
import Reporting
import Testing

struct `The completeness of a report` {
  private func check(_ subject: ReportSubject) -> Completeness {
    Completeness(subject, rows: subject.rows)
  }

  private func changed(_ change: (inout ReportSubject) -> Void) -> ReportSubject {
    var subject = Sample.complete
    change(&subject)
    return subject
  }

  @Test func `is whole when each heading of ISO 19011 6_5_1 is filled`() {
    let completeness = check(Sample.complete)
    #expect(completeness.isComplete)
    #expect(completeness.items.map(\.heading.rawValue).joined() == "abcdefghijk")
  }

  @Test func `names each gap with the command that fills it`() {
    let cases: [(ReportSubject, Completeness.Gap, String)] = [
      (changed { $0.audit.objectives = nil }, .objectives, "audit set 2026-001 --objectives \"…\""),
      (changed { $0.audit.client = "  " }, .client, "audit set 2026-001 --client \"…\""),
      (
        changed { $0.audit.team.removeAll { $0.role == .lead } }, .lead,
        "audit member PERSON --role lead --audit 2026-001"
      ),
      (
        changed { $0.audit.team.removeAll { $0.role == .auditee } }, .auditee,
        "audit member PERSON --role auditee --audit 2026-001"
      ),
      (changed { $0.audit.start = nil }, .dates, "audit set 2026-001 --start DATE --end DATE"),
      (
        changed { $0.assessments.removeAll { $0.criterion == "P-1" } }, .notAssessed(2),
        "assessment list where verdict = not-assessed --audit 2026-001"
      ),
      (changed { $0.assessments[0].isInConflict = true }, .inConflict(1), "journal log"),
      (
        changed { $0.findings[0].evidence = ["gone"] }, .unsupported(["F1"]),
        "finding amend F1 --evidence P1 --reason \"…\""
      ),
      (
        changed { $0.audit.isConclusionStale = true }, .staleConclusion,
        "audit conclude \"…\" --audit 2026-001"
      ),
      (
        changed { $0.audit.conclusion?.degree = nil }, .degree,
        "audit conclude \"…\" --degree fulfilled --audit 2026-001"
      ),
      (
        changed { $0.findings[1].position = .none }, .positions(["F2"]),
        "finding respond F2 accepted"
      ),
    ]
    for (subject, gap, command) in cases {
      let gaps = check(subject).gaps
      #expect(gaps == [gap])
      #expect(gaps.first?.command(audit: "2026-001", in: .en) == command)
      let words = Document(reporting: subject, in: .en).words
      #expect(words.contains("INCOMPLETE REPORT"))
      #expect(words.contains("MISSING"))
      #expect(words.components(command).count >= 2, "in the notice and in annex E")
    }
  }

  @Test func `names the commands in the language of the report`() {
    let gap = Completeness.Gap.objectives
    #expect(
      gap.command(audit: "2026-001", in: .fr) == "audit modifier 2026-001 --objectifs \"…\"")
    let words = Document(reporting: Sample.underway, in: .fr).words
    #expect(words.contains("RAPPORT INCOMPLET"))
    #expect(words.contains("audit modifier 2026-001 --objectifs \"…\""))
    #expect(words.contains("constat répondre F2 acceptée"))
    #expect(words.contains("audit clore --audit 2026-001"))
  }

  @Test func `takes a heading that does not apply with its reason, and asks for a missing one`() {
    let given = check(changed { $0.audit.client = "Sans objet : audit décidé par le réseau" })
    #expect(given.isComplete)
    #expect(given.items[2].state == .notApplicable(reason: "audit décidé par le réseau"))
    let english = check(changed { $0.audit.client = "not applicable, self-initiated" })
    #expect(english.items[2].state == .notApplicable(reason: "self-initiated"))
    let bare = check(changed { $0.audit.client = "sans objet" })
    #expect(bare.gaps == [.reason(.client)])
    #expect(check(changed { $0.audit.client = "sans objets trouvés" }).items[2].state == .filled)
  }

  @Test func `quotes an id that is no word`() {
    #expect(
      Completeness.Gap.objectives.command(audit: "a \"b\" $c", in: .en)
        == "audit set \"a \\\"b\\\" \\$c\" --objectives \"…\"")
  }

  @Test func `decides whether a report may call itself final`() {
    let complete = Document(reporting: Sample.complete, in: .fr)
    #expect(complete.metadata.state.word.plain == "Définitif")
    let drafts = [
      changed { $0.isDraft = true }, changed { $0.audit.status = .concluded },
      changed { $0.purpose = .exercise }, changed { $0.purpose = .trial },
      changed { $0.audit.kind = .mock }, Sample.underway,
      changed { $0.audit.objectives = nil },
    ]
    for subject in drafts {
      for language in Language.allCases {
        let words = Document(reporting: subject, in: language).words.lowercased()
        #expect(!words.contains("définitif"))
        #expect(!words.contains("final"))
      }
    }
    #expect(Document(reporting: drafts[0], in: .en).metadata.state.word.plain == "Draft")
    #expect(Document(reporting: drafts[6], in: .en).metadata.state.word.plain == "Incomplete")
  }

  @Test func `does not drown a reader in ids`() {
    let many = changed { subject in
      let model = subject.findings[1]
      subject.findings = (1...500).map { number in
        var finding = model
        finding.key = "k\(number)"
        finding.id = "F\(number)"
        finding.position = .none
        return finding
      }
    }
    let document = Document(reporting: many, in: .fr)
    let item = document.notices.first?.items.first?.plain.plainSpaces ?? ""
    #expect(item.hasPrefix("Position de l'audité sur 500 non-conformités (F1, F2, F3"))
    #expect(item.contains("et 488 de plus"))
  }
}
