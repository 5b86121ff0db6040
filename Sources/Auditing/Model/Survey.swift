/// The answers to one question of a survey, at a site and for a period, as counts.
package struct Survey: Hashable, Sendable {
  package var key: String
  package var survey: String
  package var question: String
  package var site: String
  package var period: String
  /// The answers and how many gave each, in the order of the questionnaire.
  package var answers: [Answer]
  /// The keys of the evidence it rests on.
  package var evidence: [String]
  package var by: String
  package var at: Timestamp

  /// One answer and how many gave it.
  package struct Answer: Hashable, Sendable {
    package var name: String
    package var count: Int
    /// Whether it counts as satisfied, as not, or not at all (no opinion, not concerned).
    package var sense: Sense

    /// Creates an answer.
    package init(_ name: String, count: Int, sense: Sense) {
      self.name = name
      self.count = count
      self.sense = sense
    }

    package enum Sense: String, CaseIterable, Sendable { case favourable, other, excluded }

    /// The answer as an entry of the journal writes it.
    package var content: Content {
      .object(["answer": .text(name), "count": .integer(count), "sense": .text(sense.rawValue)])
    }

    init?(_ content: Content) {
      guard let fields = content.object, let name = fields["answer"]?.text,
        let count = fields["count"]?.integer,
        let sense = fields["sense"]?.text.flatMap(Sense.init)
      else { return nil }
      self.init(name, count: count, sense: sense)
    }
  }

  init?(_ record: Record) {
    guard let result = record.unit("result"), let write = record.write("result") else { return nil }
    func identity(_ name: String) -> String { record.identity(name)?.text ?? "" }
    key = record.key
    survey = identity("survey")
    question = identity("question")
    site = identity("site")
    period = identity("period")
    answers = (result["counts"]?.list ?? []).compactMap(Answer.init)
    evidence = result["evidence"]?.texts ?? []
    (by, at) = (write.by, write.at)
  }

  /// How many of those with an opinion were favourable; nothing where nobody had one.
  package var proportion: Proportion? { answers.proportion }

  /// How many were drawn to be asked, of all draws of the survey for its site or for none; nothing
  /// where none was.
  package func drawn(among samples: [Sample]) -> Int? {
    let own = samples.filter {
      $0.survey?.folded == survey.folded && ($0.site ?? site) == site
    }
    return own.isEmpty ? nil : own.map(\.size).saturatingSum
  }

  /// Which share of those who were drawn answered; nothing where more did.
  package func response(of drawn: Int) -> Proportion? {
    Proportion(answers.map(\.count).saturatingSum, of: drawn)
  }
}

extension [Survey.Answer] {
  /// How many of those with an opinion were favourable; nothing where nobody had one.
  package var proportion: Proportion? {
    func total(_ answers: Self) -> Int { answers.map(\.count).saturatingSum }
    return Proportion(
      total(filter { $0.sense == .favourable }), of: total(filter { $0.sense != .excluded }))
  }
}

extension State {
  /// The results of surveys that are established.
  package var surveys: [Survey] { all(.survey).compactMap(Survey.init) }
}
