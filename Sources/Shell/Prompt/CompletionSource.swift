import Auditing
import LineEditing
import Scripting

/// The candidates for the word at the cursor, with a few words about each.
///
/// What a name or a note holds is written out where it could act on the terminal; a text that could
/// is no candidate, because nobody could type it.
struct CompletionSource {
  let session: Session
  let grades: [Checklist.Grade]
  var live: LiveCandidates

  var language: Language { session.language }
  var registry: Registry { .standard }

  mutating func complete(_ before: String) -> Completion {
    var (words, typed) = Self.words(of: Self.statement(before))
    if let phrase = phrase(words, typed) {
      words = [words[0]]
      typed = phrase
    }
    var seen: Set<String> = []
    live.forgetOmitted()
    let fitting = LiveCandidates.fitting(typed, candidates(after: words, typed: typed))
    let start = typed.folded.drop { $0 == "\"" }
    return Completion(
      fitting.filter { $0.text.visible == $0.text && seen.insert($0.text).inserted }
        .map { Candidate($0.text, $0.note.replacing("\n", with: " ").visible) },
      replacing: typed, omitting: live.omitted,
      goesOn: fitting.allSatisfy {
        $0.text.folded.drop { $0 == "\"" }.hasPrefix(start)
      })
  }

  /// The words of a statement, and what is typed of the last; an open quote makes one word of all
  /// that follows it.
  static func words(of statement: String) -> (words: [String], typed: String) {
    let quotes = statement.indices.filter { statement[$0] == "\"" }
    let start = quotes.count.isMultiple(of: 2) ? statement.endIndex : quotes[quotes.count - 1]
    var words = statement[..<start].split(whereSeparator: \.isWhitespace).map(String.init)
    if start < statement.endIndex { return (words, String(statement[start...])) }
    let typed = statement.last?.isWhitespace == false ? words.popLast() : nil
    return (words, typed ?? "")
  }

  /// The last statement of a text, as far as it is typed.
  static func statement(_ before: String) -> String {
    let line =
      before.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    return line.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  /// What was typed behind `go`, which may be several words of one title.
  private func phrase(_ words: [String], _ typed: String) -> String? {
    guard words.count > 1, !typed.hasPrefix("-"), !words.contains(where: { $0.hasPrefix("--") }),
      FieldCommands.go.name.matches(words[0])
    else { return nil }
    return (words.dropFirst() + [typed]).joined(separator: " ")
  }

  private mutating func candidates(after words: [String], typed: String) -> [Candidate] {
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
    case "go" where words.count == 1:
      return [.site, .finding, .criterion].flatMap { live.fitting(typed, $0) }
    case "help":
      return words.count == 1
        ? firstWords : candidates(after: Array(words.dropFirst()), typed: typed)
    case "next":
      if let option = words.last, option.hasPrefix("--") {
        let name = String(option.dropFirst(2))
        if Name("place", "lieu").matches(name) { return visited { $0.place } }
        if Name("person", "personne").matches(name) { return visited { $0.meet } }
      }
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
    return !spec.clauses.isEmpty ? clauses(of: spec, words, typed) : options(of: spec)
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

  /// The places or persons of the criteria in scope, as a text between quotes.
  private func visited(_ named: (Checklist.Criterion) -> LocalizedText?) -> [Candidate] {
    guard let audit = try? session.currentAudit(),
      let checklist = session.readChecklist(audit.checklist).map(session.placed)
    else { return [] }
    let names = audit.visitedSites.flatMap { site in
      audit.criteria(of: checklist, at: site).compactMap(named).map { $0[language] }
    }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return names.map { name in
      let count = counts[name, default: 0]
      return Candidate(
        "\"\(name)\"", language.pick(("\(count) à voir", "\(count) to see")))
    }
  }

  /// Days that are often meant, with the date that each is.
  private var dates: [Candidate] {
    let origin = session.dates
    let words =
      language == .fr
      ? ["aujourd'hui", "demain", "+30j", "+60j", "+3m"]
      : ["today", "tomorrow", "+30d", "+60d", "+3m"]
    return words.map { Candidate($0, origin.date($0)?.description ?? "") }
  }

  func options(of spec: CommandSpec) -> [Candidate] {
    spec.options.map { Candidate("--" + $0.name[language], $0.type?.name[language] ?? "") }
  }

  private mutating func values(of type: ValueType, typed: String) -> [Candidate] {
    switch type {
    case .choice(let names): return names.map { Candidate($0[language]) }
    case .boolean:
      return [Candidate(language.pick(("oui", "yes"))), Candidate(language.pick(("non", "no")))]
    case .file, .folder: return FileNames.candidates(typed, home: session.environment.home)
    case .reference(let reference): return live.fitting(typed, reference)
    case .text where typed.isEmpty: return []
    case .text: return live.fitting(typed, .criterion) + live.fitting(typed, .site)
    case .date: return dates
    default: return []
    }
  }
}
