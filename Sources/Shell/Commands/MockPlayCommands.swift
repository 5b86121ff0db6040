import Auditing
import Scripting
import Training

/// `mock look`, `ask`, `read`, `sample`, `hint`, `hand-in`: what a trainee does.
enum MockPlayCommands {
  static let all = [look, ask, read, sample, hint, handIn]
  static let noun = MockNouns.mock.name

  static let look = CommandSpec(
    noun: noun, name: Name("look", "regarder"),
    operands: [.init(name: Name("place", "lieu"), type: .text)],
    summary: ("regarder un lieu de l’exercice", "look at a place of the exercise"),
    manual: (
      "Ce que l’on voit devient une preuve à citer\u{A0}: ncmin délai non affiché --preuve P3. «\u{A0}blanc lister\u{A0}» montre les lieux, les personnes et les documents.",
      "What is seen becomes evidence to cite: ncmin delay not shown --evidence P3. mock list shows places, people and documents."
    ), example: "mock look hall", writes: true
  ) { session, bound in
    let exercise = try session.openExercise()
    let scenario = exercise.scenario
    let place = try find(
      .place, bound["place"] ?? "", scenario.places.map { ($0.id, $0.name) }, session,
      at: bound.place("place"))
    guard let place = scenario.place(place) else { throw Failure(.mock(.noExercise)) }
    let facts = exercise.play.facts(at: place.id)
    let language = session.language
    let seen = try session.reveal(
      facts.map { .init(fact: $0.id, text: $0.text[language]) }, exercise, method: .observe,
      source: place.name[language], site: scenario.site(holding: place.id))
    try session.record(.looked(place: place.id), seen.facts, exercise)
    let people = scenario.persons.filter { $0.place == place.id }.map {
      "  \($0.id)  \($0.name[language]), \($0.role[language])"
    }
    let things = MockNouns.things(scenario).filter { $0.at.contains(place.id) }.map {
      "  \($0.id)  \($0.name[language])"
    }
    let text =
      ["\(place.name[language])", place.text[language]] + seen.lines
      + titled(people, ("Ici\u{A0}:", "Here:"), language)
      + titled(things, ("À lire ou à prélever\u{A0}:", "To read or to sample:"), language)
    return answer(text, exercise, session)
  }

  static let ask = CommandSpec(
    noun: noun, name: Name("ask", "interroger"),
    operands: [.init(name: Name("person", "personne"), type: .text)],
    text: .init(name: Name("QUESTION"), isRequired: true),
    summary: ("poser une question à quelqu’un", "ask someone a question"),
    manual: (
      "En toutes lettres\u{A0}: blanc interroger accueil comment mesurez-vous l’attente\u{202F}? Une question ouverte (comment, pourquoi, montrez…) en fait dire davantage (ISO 19011:2018, A.17). Accents, majuscules et pluriels ne comptent pas.",
      "In plain words: mock ask accueil how do you measure waiting? An open question (how, why, show…) gets more said (ISO 19011:2018, A.17). Accents, capitals and plurals do not count."
    ), example: "mock ask agente comment mesurez-vous l'attente", writes: true
  ) { session, bound in
    let exercise = try session.openExercise()
    let scenario = exercise.scenario
    let id = try find(
      .person, bound["person"] ?? "", scenario.persons.map { ($0.id, $0.name) }, session,
      at: bound.place("person"))
    guard let person = scenario.person(id) else { throw Failure(.mock(.noExercise)) }
    let words = bound.text?.value ?? ""
    let reply = exercise.play.reply(of: person.id, to: words)
    let language = session.language
    let isFirst = !exercise.play.visited.contains(person.id)
    var text =
      isFirst
      ? ["\(person.name[language]), \(person.role[language]). \(person.character[language])"] : []
    text += MockReply.lines(reply, of: person, language)
    let heard = try session.reveal(
      reply.facts.map { .init(fact: $0.id, text: $0.text[language]) }, exercise,
      method: .interview, source: "\(person.name[language]), \(person.role[language])",
      site: scenario.site(holding: person.id))
    try session.record(
      .asked(
        person: person.id, words: words, answer: reply.answer?.id, isMoreTold: reply.isMoreTold),
      heard.facts, exercise)
    return answer(
      text + heard.lines + handed(reply.answer?.id, scenario, language), exercise, session)
  }

  static let read = CommandSpec(
    noun: noun, name: Name("read", "lire"),
    operands: [.init(name: Name("document"), type: .text)],
    summary: ("lire un document de l’exercice", "read a document of the exercise"),
    example: "mock read charte", writes: true
  ) { session, bound in
    let exercise = try session.openExercise()
    let scenario = exercise.scenario
    let known = scenario.documents.filter { exercise.play.knows($0.at) }
    let id = try find(
      .document, bound["document"] ?? "", known.map { ($0.id, $0.title) }, session,
      at: bound.place("document"))
    guard let document = scenario.document(id) else { throw Failure(.mock(.noExercise)) }
    let language = session.language
    let facts = exercise.play.facts(at: document.id)
    let seen = try session.reveal(
      facts.map { .init(fact: $0.id, text: $0.text[language]) }, exercise, method: .examine,
      source: document.title[language], site: scenario.site(holding: document.id))
    try session.record(.read(document: document.id), seen.facts, exercise)
    let text = [document.title[language], document.text[language]] + seen.lines
    return answer(text + handed(document.id, scenario, language), exercise, session)
  }

  static let sample = CommandSpec(
    noun: noun, name: Name("sample", "prélever"),
    operands: [.init(name: Name("register", "registre"), type: .text)],
    options: [.init(name: Name("size", "taille"), type: .integer)],
    summary: (
      "prélever des lignes d’une messagerie ou d’une mesure",
      "draw rows from a mailbox or a measurement"
    ),
    manual: (
      "Dix lignes si --taille n’est pas dite. L’ordre du tirage est fixé d’avance\u{A0}: prélever davantage prolonge le même échantillon.",
      "Ten rows unless --size says so. The order of the draw is fixed beforehand: drawing more extends the same sample."
    ), example: "mock sample attentes --size 5", writes: true
  ) { session, bound in
    let exercise = try session.openExercise()
    let scenario = exercise.scenario
    let known = scenario.registers.filter { exercise.play.knows($0.at) }
    let id = try find(
      .sample, bound["register"] ?? "", known.map { ($0.id, $0.title) }, session,
      at: bound.place("register"))
    guard let register = scenario.register(id) else { throw Failure(.mock(.noExercise)) }
    let size = max(1, bound.integer("size") ?? 10)
    let draw = Draw(register, size: size)
    let language = session.language
    var observations = exercise.play.facts(at: register.id).map {
      Session.Observation(
        fact: "\($0.id)/\(draw.rows.count)", text: draw.completed($0.text[language], language))
    }
    if observations.isEmpty {
      observations = [.init(fact: nil, text: MockReply.summary(draw, register, language))]
    }
    let seen = try session.reveal(
      observations, exercise, method: .test, source: register.title[language],
      site: scenario.site(holding: register.id))
    try session.record(
      .sampled(register: register.id, size: draw.rows.count), seen.facts, exercise)
    let text = [register.title[language]] + MockReply.rows(draw, language) + seen.lines
    return answer(text, exercise, session)
  }

  static let hint = CommandSpec(
    noun: noun, name: Name("hint", "indice"),
    summary: ("demander un indice, qui coûte des points", "ask for a hint, which costs points"),
    example: "mock hint", writes: true
  ) { session, _ in
    let exercise = try session.openExercise()
    let taken = Set(exercise.hints.map(\.id))
    guard let hint = exercise.scenario.hints.first(where: { !taken.contains($0.id) }) else {
      throw Failure(.mock(.noMoreHints))
    }
    try session.record(.hinted(hint: hint.id), [:], exercise)
    let text = hint.text[session.language]
    var outcome = answer([text], exercise, session)
    outcome.acknowledgements.insert(
      (
        "indice pris\u{A0}: −\(hint.cost.fr("point(s)"))",
        "hint taken: −\(hint.cost.en("point(s)"))"
      ),
      at: 0)
    return outcome
  }

  static let handIn = CommandSpec(
    noun: noun, name: Name("hand-in", "rendre"),
    summary: (
      "rendre la copie\u{A0}: plus rien ne change ensuite", "hand in: nothing changes afterwards"
    ),
    example: "mock hand-in", writes: true, isLasting: true
  ) { session, _ in
    let exercise = try session.openExercise()
    try session.requirePerson()
    try session.record(
      "mock.handed-in",
      [
        "record": .text(exercise.key), "audit": .text(exercise.audit),
        "on": .text(session.today.description),
      ])
    let minute = exercise.minute(session.environment.now())
    let isPractice = exercise.pack.variant != nil
    let next: Wording =
      isPractice
      ? (" «\u{A0}blanc noter\u{A0}» donne la note.", " mock score gives the score.")
      : (
        " La clé est chez le formateur\u{A0}: remettez-lui le dossier.",
        " The trainer has the key: give back the dossier."
      )
    return .acknowledged(
      (
        "EXERCICE — copie rendue à la minute \(minute) sur \(exercise.scenario.minutes).\(next.fr)",
        "EXERCISE — handed in at minute \(minute) of \(exercise.scenario.minutes).\(next.en)"
      ))
  }
}

extension MockPlayCommands {
  /// The id that a word names: an id, or words of a name that only one has.
  static func find(
    _ thing: MockError.Thing, _ word: String, _ known: [(String, LocalizedText)],
    _ session: Session, at range: Range<Int>
  ) throws -> String {
    let folded = word.folded
    if let exact = known.first(where: { $0.0.folded == folded }) { return exact.0 }
    let named = known.filter {
      folded.count >= 3 && ($0.1.fr.folded.contains(folded) || $0.1[.en].folded.contains(folded))
    }
    if named.count == 1 { return named[0].0 }
    let ids = known.map(\.0)
    throw Failure(
      .mock(
        .unknown(
          thing, word, known: ids, suggestion: Suggestion.nearest(to: word, among: ids))),
      at: range)
  }

  /// What is shown, with the time that is left said beside it.
  static func answer(_ lines: [String], _ exercise: Exercise, _ session: Session) -> Outcome {
    let text = MockLines.visible(lines.filter { !$0.isEmpty }, width: session.settings.width)
    var outcome = Outcome.text((text, text))
    let left = session.timeLeft(exercise)
    outcome.acknowledgements = [("EXERCICE — \(left.fr)", "EXERCISE — \(left.en)")]
    return outcome
  }

  private static func titled(_ lines: [String], _ title: Wording, _ language: Language) -> [String]
  {
    lines.isEmpty ? [] : [language.pick(title)] + lines
  }

  /// The documents and registers that an answer or a document leads to.
  private static func handed(_ id: String?, _ scenario: Scenario, _ language: Language) -> [String]
  {
    guard let id else { return [] }
    let things = MockNouns.things(scenario).filter { $0.at.contains(id) }.map {
      "  \($0.id)  \($0.name[language])"
    }
    return titled(things, ("On vous remet\u{A0}:", "You are handed:"), language)
  }
}
