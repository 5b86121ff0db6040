import Auditing
import Scripting
import Training

/// One exercise with its key, its score and who did it.
struct MockResult {
  let name: String
  let exercise: Exercise
  let key: Scenario
  let checklist: Checklist
  let score: Score
  /// Each finding with what it turned out to be, those after the time included.
  let judged: [(claim: Submission.Claim, found: Score.Class)]
  /// What was said of each earlier finding within the time.
  let followUps: [String: Scenario.Outcome]
  let timeline: Timeline

  /// Scores what was entered within the budget, or within so many minutes instead.
  init(
    _ exercise: Exercise, _ key: Scenario, in state: State, _ checklist: Checklist, name: String,
    minutes: Int?
  ) {
    self.name = name
    self.exercise = exercise
    self.key = key
    self.checklist = checklist
    let all = Submission(exercise, in: state, on: checklist, against: key)
    let timely = state.entered(by: exercise.deadline(minutes: minutes))
    var counted = Submission(Exercise(timely) ?? exercise, in: timely, on: checklist, against: key)
    counted.minutes = all.minutes
    score = Score(counted, against: key, grades: checklist.grades, budget: minutes)
    let known = Set(counted.claims.map(\.key))
    judged =
      Array(zip(counted.claims, score.classes))
      + all.claims.filter { !known.contains($0.key) }.map { ($0, .late) }
    followUps = counted.followUps
    timeline = Timeline(exercise, judged)
  }

  /// How many findings came after the time.
  var late: Int { judged.count { $0.found == .late } }

  /// What a grade is called.
  func grade(_ code: String, _ language: Language) -> String {
    checklist.grade(code)?.title[language] ?? code
  }

  /// What a finding turned out to be.
  func words(_ found: Score.Class) -> Wording {
    switch found {
    case .hit(let id):
      (
        "trouve\u{A0}: \(key.fault(id)?.title.fr ?? id)",
        "found: \(key.fault(id)?.title[.en] ?? id)"
      )
    case .duplicate: ("doublon, ne compte pas", "duplicate, does not count")
    case .unsupported:
      (
        "bon critère, mais sans les preuves qui l’étayent",
        "right criterion, but without the evidence that supports it"
      )
    case .decoy(let id):
      {
        let decoy = key.decoys.first { $0.id == id }
        return (
          "leurre\u{A0}: \(decoy?.why.fr ?? id)", "decoy: \(decoy?.why[.en] ?? id)"
        )
      }()
    case .falseAlarm: ("à tort\u{A0}: rien de tel ici", "wrong: nothing of the kind here")
    case .strength: ("point fort, non noté", "strength, not scored")
    case .late: ("après l’heure, ne compte pas", "after the time, does not count")
    }
  }

  /// What a fact says; of a sample, with the figures that the least draw shows.
  func text(of fact: Scenario.Fact) -> LocalizedText {
    guard let register = fact.sources.lazy.compactMap({ key.register($0.id) }).first else {
      return fact.text
    }
    let draw = Draw(register, size: register.minimum)
    return LocalizedText(
      fr: draw.completed(fact.text.fr, .fr), en: fact.text.en.map { draw.completed($0, .en) })
  }

  /// Where a fact is to be had.
  func words(_ source: Scenario.Source) -> Wording {
    if let place = key.place(source.id) {
      return (
        "blanc regarder \(place.id) (\(place.name.fr))",
        "mock look \(place.id) (\(place.name[.en]))"
      )
    }
    if let document = key.document(source.id) {
      return (
        "blanc lire \(document.id) (\(document.title.fr))",
        "mock read \(document.id) (\(document.title[.en]))"
      )
    }
    if let register = key.register(source.id) {
      return (
        "blanc prélever \(register.id) --taille \(register.minimum)",
        "mock sample \(register.id) --size \(register.minimum)"
      )
    }
    guard let answer = key.answers.first(where: { $0.id == source.id }) else {
      return (source.id, source.id)
    }
    let words = answer.keywords.compactMap(\.first).joined(separator: ", ")
    return source.isMore
      ? (
        "blanc interroger \(answer.person), en question ouverte sur\u{A0}: \(words)",
        "mock ask \(answer.person), an open question about: \(words)"
      )
      : (
        "blanc interroger \(answer.person) sur\u{A0}: \(words)",
        "mock ask \(answer.person) about: \(words)"
      )
  }

  /// Whether it was had, and when one was near.
  func words(_ state: Trace.State) -> Wording {
    switch state {
    case .seen(let minute):
      ("vu à la minute \(minute), non cité", "seen at minute \(minute), not cited")
    case .near(let minute):
      (
        "vous y étiez à la minute \(minute), sans l’obtenir",
        "you were there at minute \(minute), without it"
      )
    case .never: ("jamais regardé ni demandé", "never looked at nor asked")
    }
  }

  /// What was done, in words.
  func words(_ kind: Timeline.Entry.Kind) -> Wording {
    switch kind {
    case .step(.looked(let id)):
      ("regarde \(key.place(id)?.name.fr ?? id)", "looks at \(key.place(id)?.name[.en] ?? id)")
    case .step(.asked(let id, let words, let answer, _)):
      (
        "demande à \(key.person(id)?.name.fr ?? id)\u{A0}: «\u{A0}\(words)\u{A0}»\(answer == nil ? " — pas compris" : "")",
        "asks \(key.person(id)?.name[.en] ?? id): “\(words)”\(answer == nil ? " — not understood" : "")"
      )
    case .step(.read(let id)):
      ("lit \(key.document(id)?.title.fr ?? id)", "reads \(key.document(id)?.title[.en] ?? id)")
    case .step(.sampled(let id, let size)):
      (
        "prélève \(size) lignes\u{A0}: \(key.register(id)?.title.fr ?? id)",
        "draws \(size) rows: \(key.register(id)?.title[.en] ?? id)"
      )
    case .step(.hinted): ("prend un indice", "takes a hint")
    case .claim(let claim, let found):
      (
        "constate \(claim.id) (\(claim.spot.criterion), \(claim.grade))\u{A0}: \(claim.text) — \(words(found).fr)",
        "finds \(claim.id) (\(claim.spot.criterion), \(claim.grade)): \(claim.text) — \(words(found).en)"
      )
    case .handedIn: ("rend la copie", "hands in")
    }
  }
}
