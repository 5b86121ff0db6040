import Auditing
import LineEditing
import Scripting

/// `ask`: a question to the person who runs the script.
extension SessionCommands {
  static let ask = CommandSpec(
    name: Name("ask", "demander"),
    operands: [.init(name: Name("question"), type: .text)],
    options: [
      .init(name: Name("choices", "choix"), type: .text, isList: true),
      .init(name: Name("type"), type: .word),
      .init(name: Name("default", "défaut"), type: .text),
    ],
    summary: ("demander quelque chose à la personne", "ask the person something"),
    manual: (
      """
      Une réponse est une valeur\u{A0}: let site = $(ask "Quel site\u{202F}?" --choices digne,manosque). \
      Sans terminal, la réponse est la ligne suivante de --answers FICHIER, sinon --default. Ce qu’une \
      personne a répondu n’est jamais repris\u{A0}: chaque commande qui suit est gardée pour elle-même.
      """,
      """
      An answer is a value: let site = $(ask "Which site?" --choices digne,manosque). Without a \
      terminal the answer is the next line of --answers FILE, else --default. What a person answered \
      is never taken back: every command that follows is kept by itself.
      """
    ),
    example: #"ask "On continue ?" --choices oui,non --default oui"#, isCommitPoint: true
  ) { session, bound in
    session.run.hasAsked = true
    let question = Question(bound, session)
    let answer: Value
    if session.run.answers?.isEmpty == false, let line = session.run.answers?.removeFirst() {
      answer = try question.value(of: line)
    } else if Terminal.isInteractive {
      answer = try question.ask(session).value
    } else if let fallback = bound["default"] {
      answer = try question.value(of: fallback)
    } else {
      throw Failure(.unanswered(question.text), at: bound.place("question"))
    }
    return Outcome(value: answer)
  }
}

/// A question with what may be answered.
struct Question {
  let text: String
  private let choices: [String]
  private let type: String?
  private let fallback: String?
  private let dates: DateOrigin
  private let range: Range<Int>

  init(_ bound: Bound, _ session: Session) {
    text = bound["question"] ?? ""
    choices = bound.all("choices")
    type = bound["type"]
    fallback = bound["default"]
    dates = session.dates
    range = bound.place("question")
  }

  /// The question for a parameter of a script.
  init(_ parameter: Script.Parameter, _ session: Session) {
    text = "--\(parameter.name) (\(parameter.type))\(session.language.pick(("\u{A0}:", ":")))"
    choices = []
    type = parameter.type
    fallback = nil
    dates = session.dates
    range = 0..<0
  }

  /// The value of an answer, or why it is none.
  func value(of answer: String) throws -> Value {
    do {
      return try read(answer)
    } catch let failure as Failure {
      throw Failure(.badAnswer(failure.error), at: failure.range)
    }
  }

  private func read(_ answer: String) throws -> Value {
    let answer = answer.trimmed
    if answer.isEmpty, let fallback, !fallback.trimmed.isEmpty { return try read(fallback) }
    if !choices.isEmpty {
      guard let choice = choices.first(where: { $0.folded == answer.folded }) else {
        throw Failure(
          .unknownChoice(
            answer, known: choices.map { Name($0) },
            suggestion: Suggestion.nearest(to: answer, among: choices)), at: range)
      }
      return .word(choice)
    }
    guard let type else { return .text(answer) }
    guard Parameters.isType(type) else {
      throw Failure(
        .unknownChoice(
          type, known: Parameters.types.map { Name($0) },
          suggestion: Suggestion.nearest(to: type, among: Parameters.types)), at: range)
    }
    return try Parameters.value([answer], type: type, dates: dates, at: range)
  }

  /// Asks at the terminal until the answer is one; as it was typed, and what it means.
  func ask(_ session: Session) throws -> (text: String, value: Value) {
    let isNumbered = session.settings.isPlain && !choices.isEmpty
    var prompt = text
    if isNumbered {
      session.output.complain(
        choices.enumerated().map { "  \($0.offset + 1). \($0.element)" })
    } else if !choices.isEmpty {
      prompt += " (\(choices.joined(separator: ", ")))"
    }
    if let fallback, !fallback.isEmpty { prompt += " [\(fallback)]" }
    while true {
      session.output.prompt(prompt + " ")
      guard var line = StandardInput.line() else {
        throw Failure(Interruption.isRequested ? .interrupted : .unanswered(text), at: range)
      }
      if line.trimmed.isEmpty, fallback == nil { continue }
      if isNumbered, let number = Int(line.trimmed), choices.indices.contains(number - 1) {
        line = choices[number - 1]
      }
      do {
        return (line.trimmed, try value(of: line))
      } catch let failure as Failure {
        let error = failure.error
        let language = session.language
        session.output.complain(
          [language.pick(error.wording)] + error.notes.map { "  = " + language.pick($0) })
      }
    }
  }
}
