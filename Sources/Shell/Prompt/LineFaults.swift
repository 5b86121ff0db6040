import Auditing
import LineEditing
import Scripting

/// The words of a line being typed that nothing knows, so that they show before Enter.
struct LineFaults {
  let session: Session
  let vocabulary: Vocabulary
  let grades: [Checklist.Grade]

  /// The places of those words, as offsets of scalars; never the word that is being typed.
  func ranges(in text: String, _ live: inout LiveCandidates) -> [Range<Int>] {
    let source = Source(name: "input", text: text, isPrompt: true)
    let end = text.unicodeScalars.count
    let reading = Parser.read(source, vocabulary)
    return reading.script.allCommands.flatMap { faults(of: $0, &live) }.filter { range in
      !range.isEmpty && range.upperBound < end
    }
  }

  private func faults(of command: Command, _ live: inout LiveCandidates) -> [Range<Int>] {
    let shape = Shape(command)
    do {
      let match = try Registry.standard.match(shape, isPrompt: true, grades: { grades })
      let bound = try Binder(dates: session.dates).bind(
        shape, to: match.spec, skipping: match.words)
      let check = CommandCheck(session, session.dates) { grades }
      try check.checkClauses(of: command, match.spec)
      return strangers(in: bound, match.spec, &live)
    } catch {
      let failure = Failure(error)
      guard failure.error.isOfAWord, let range = failure.range else { return [] }
      return [range]
    }
  }

  /// The values that name something which is not there.
  private func strangers(
    in bound: Bound, _ spec: CommandSpec, _ live: inout LiveCandidates
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let places =
      spec.operands.map { ($0.name.en, $0.type) }
      + spec.options.compactMap { option in
        option.type.map { (option.name.en, $0) }
      }
    for (name, type) in places {
      guard case .reference(let reference) = type, Self.looked.contains(reference) else { continue }
      let known = Set(live.all(reference).map(\.text.folded))
      for value in bound.values(name) where !known.contains(value.text.folded) {
        if !isKnownOtherwise(value.text, reference) { found.append(value.range) }
      }
    }
    return found
  }

  /// What is looked up while typing: what is few, and named by its id.
  private static let looked: Set<ValueType.Reference> = [
    .criterion, .module, .indicator, .site, .person, .audit, .checklist,
  ]

  /// Whether a record goes by another name too: a site by its title, a criterion by its number or
  /// words of its title, a checklist by its file.
  private func isKnownOtherwise(_ word: String, _ reference: ValueType.Reference) -> Bool {
    var copy = session
    switch reference {
    case .criterion:
      guard let checklist = try? copy.checklistInRange(.current) else { return true }
      return (try? session.criterion(word, in: checklist, at: nil)) != nil
    case .site: return (try? session.site(word, at: nil)) != nil
    case .checklist: return word.hasSuffix(".rec") || word.contains("/")
    default: return false
    }
  }
}

extension ShellError {
  /// Whether the fault is one word that nothing knows, rather than something still to be typed.
  fileprivate var isOfAWord: Bool {
    switch self {
    case .unknownCommand, .unknownVerb, .unknownOption, .unknownChoice, .unknownField,
      .unknownFormat, .badValue, .tooLarge, .notAField, .repeatedOption:
      true
    default: false
    }
  }
}
