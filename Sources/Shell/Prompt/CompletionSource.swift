import Auditing
import LineEditing
import Scheduling
import Scripting

/// The candidates for the word at the cursor, with a few words about each.
struct CompletionSource {
  let session: Session
  let grades: [Checklist.Grade]

  private var language: Language { session.language }
  private var registry: Registry { .standard }

  func complete(_ before: String) -> Completion {
    let line =
      before.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let statement =
      line.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    var words = statement.split(omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
      .map(String.init)
    let typed = statement.last?.isWhitespace == false ? words.popLast() ?? "" : ""
    let candidates = candidates(after: words, typed: typed)
    let folded = typed.folded
    let fitting = candidates.filter { $0.text.folded.hasPrefix(folded) }
    let chosen =
      fitting.isEmpty && typed.count >= 3
      ? candidates.filter { $0.note.folded.contains(folded) } : fitting
    var seen: Set<String> = []
    return Completion(chosen.filter { seen.insert($0.text).inserted }, replacing: typed)
  }

  private func candidates(after words: [String], typed: String) -> [Candidate] {
    guard let first = words.first else { return firstWords }
    guard let spec = spec(words) else {
      guard let noun = registry.nounNames.first(where: { $0.matches(first) }), words.count == 1
      else { return [] }
      return registry.verbs(of: noun).map {
        Candidate($0.name[language], language.pick($0.summary))
      }
    }
    if typed.hasPrefix("-") { return options(of: spec) }
    switch spec.title(.en) {
    case "go": return references(.site) + references(.finding) + references(.criterion)
    case "help":
      return words.count == 1
        ? firstWords : candidates(after: Array(words.dropFirst()), typed: typed)
    case "print": return []
    case let title where title.hasPrefix("mock ") && words.count == 2:
      let things = MockNouns.candidates(title, session)
      if !things.isEmpty { return things }
    default: break
    }
    if let last = words.last, last.hasPrefix("--"),
      let option = spec.options.first(where: { $0.name.matches(String(last.dropFirst(2))) }),
      let type = option.type
    {
      return values(of: type, typed: typed)
    }
    let given = words.dropFirst(spec.noun == nil ? 1 : 2).filter { !$0.hasPrefix("--") }.count
    if given < spec.operands.count { return values(of: spec.operands[given].type, typed: typed) }
    if let last = spec.operands.last, last.isRepeated { return values(of: last.type, typed: typed) }
    return options(of: spec) + (spec.takesClauses ? clauses(of: spec, words) : [])
  }

  private func spec(_ words: [String]) -> CommandSpec? {
    guard let first = words.first else { return nil }
    if let noun = registry.nounNames.first(where: { $0.matches(first) }) {
      guard words.count > 1 else { return nil }
      return registry.verbs(of: noun).first { $0.name.matches(words[1]) }
    }
    if let spec = registry.words.first(where: { $0.name.matches(first) }) { return spec }
    return grades.first { $0.word.folded == first.folded }.map(GradeCommand.spec)
  }

  private var firstWords: [Candidate] {
    let field = FieldCommands.all + grades.map(GradeCommand.spec)
    let nouns = registry.nounNames.map { name in
      Candidate(name[language], registry.noun(name.en).map { language.pick($0.summary) } ?? "")
    }
    let others = registry.words.filter { word in
      !FieldCommands.all.contains { $0.name == word.name }
    }
    return (field + others).map { Candidate($0.name[language], language.pick($0.summary)) } + nouns
  }

  private func options(of spec: CommandSpec) -> [Candidate] {
    spec.options.map { Candidate("--" + $0.name[language], $0.type?.name[language] ?? "") }
  }

  private func clauses(of spec: CommandSpec, _ words: [String]) -> [Candidate] {
    if let last = words.last, ["where", "sort", "fields", "group"].contains(last) {
      let noun = spec.table ?? spec.noun.flatMap { registry.noun($0.en) }
      return noun?.fields.map { Candidate($0.name[language]) } ?? []
    }
    if words.last == "as" { return Format.allCases.map { Candidate($0.rawValue) } }
    return ["where", "sort", "limit", "fields", "group", "as", "to"].map { Candidate($0) }
  }

  private func values(of type: ValueType, typed: String) -> [Candidate] {
    switch type {
    case .choice(let names): return names.map { Candidate($0[language]) }
    case .boolean:
      return [Candidate(language.pick(("oui", "yes"))), Candidate(language.pick(("non", "no")))]
    case .file, .folder: return FileNames.candidates(typed, home: session.environment.home)
    case .reference(let reference): return references(reference)
    case .text where typed.isEmpty: return []
    case .text: return references(.criterion) + references(.site)
    default: return []
    }
  }

  private func references(_ reference: ValueType.Reference) -> [Candidate] {
    let state = session.state
    var copy = session
    let checklist = try? copy.checklistInRange(.current)
    switch reference {
    case .criterion:
      return checklist?.criteria.map { Candidate($0.id, $0.title[language]) } ?? []
    case .module: return checklist?.modules.map { Candidate($0.id, $0.title[language]) } ?? []
    case .indicator: return checklist?.indicators.map { Candidate($0.id, $0.title[language]) } ?? []
    case .site: return state.sites.map { Candidate($0.id, $0.name) }
    case .person: return state.persons.map { Candidate($0.handle, $0.name) }
    case .audit: return state.audits.map { Candidate($0.id, $0.title ?? "") }
    case .evidence: return state.evidence.map { Candidate($0.id, $0.name ?? $0.text ?? "") }
    case .finding:
      guard let audit = try? session.currentAudit() else { return [] }
      return state.findings(in: audit).map { Candidate($0.id, $0.text) }
    case .checklist: return session.knownChecklists.map { Candidate($0.id, $0.title[language]) }
    case .request:
      guard let audit = try? session.currentAudit(), let checklist else {
        return checklist?.requests.map { Candidate($0.id, $0.title[language]) } ?? []
      }
      return state.requests(in: audit, on: checklist).map { Candidate($0.id, $0.title[language]) }
    case .action: return state.actions.map { Candidate($0.id, $0.text) }
    case .plan:
      guard let audit = try? session.currentAudit() else { return [] }
      return state.plan(of: audit).map { Candidate($0.id, "\($0.start) \($0.what)") }
    case .meeting: return Choices.meetingKinds.map { Candidate($0[language]) }
    case .term: return checklist?.terms.map { Candidate($0.id, $0.title[language]) } ?? []
    case .assessment:
      guard let audit = try? session.currentAudit(), let checklist else { return [] }
      return state.assessments(in: audit, on: checklist).map {
        Candidate("\($0.criterion)/\($0.site)", $0.verdict.rawValue)
      }
    case .measure:
      return state.measures.map {
        Candidate("\($0.indicator)/\($0.site)/\($0.period)", $0.value.description)
      }
    case .conflict:
      return state.conflicts.map {
        Candidate($0.id, language.pick(session.words(for: $0.subject).record))
      }
    case .label: return state.labels.map { Candidate($0.key, "\($0.until)") }
    case .milestone:
      return session.plannedMilestones().map {
        Candidate($0.id, language.pick($0.milestone.kind.title))
      }
    case .service: return state.services.map { Candidate($0.id, "\($0.site)\u{A0}: \($0.name)") }
    case .sample:
      guard let audit = try? session.currentAudit() else { return [] }
      return state.samples(in: audit).map { Candidate($0.id, $0.title ?? $0.criterion ?? "") }
    case .survey: return state.surveys.map { Candidate($0.survey, $0.question) }
    case .seal: return []
    }
  }
}
