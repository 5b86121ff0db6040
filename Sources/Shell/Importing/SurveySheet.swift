import Auditing
import Notation

/// The questions of a survey with their answers, as typed or as a file counts them.
struct SurveySheet {
  /// The questions in their order, each with its answers and the row where it begins.
  var questions: [(question: String, answers: [Survey.Answer], row: Int)]
  /// The file, if it was one.
  private(set) var table: ImportTable?

  init(_ questions: [(question: String, answers: [Survey.Answer], row: Int)]) {
    self.questions = questions
  }

  /// Reads a file of counts; any fault refuses the whole.
  init(_ word: String, _ session: inout Session, at range: Range<Int>) throws {
    var table = try session.table(
      word,
      columns: [
        ImportColumn(name: Name("question"), isRequired: true),
        ImportColumn(name: Name("answer", "réponse"), isRequired: true),
        ImportColumn(name: Name("count", "effectif"), others: ["n"], isRequired: true),
        ImportColumn(name: Name("sense", "sens"), isRequired: true),
      ], at: range)
    questions = []
    for row in table.rows {
      let question = table.required("question", row)
      let name = table.required("answer", row)
      let isGiven = table.required("count", row) != nil
      let count = isGiven ? table.count("count", row) : nil
      let isJudged = table.required("sense", row) != nil
      let sense =
        isJudged
        ? table.choice("sense", row, Choices.senses).flatMap(Survey.Answer.Sense.init) : nil
      guard let question, let name, let count, let sense else { continue }
      let answer = Survey.Answer(name, count: count, sense: sense)
      guard let place = questions.firstIndex(where: { $0.question == question }) else {
        questions.append((question, [answer], row.number))
        continue
      }
      if questions[place].answers.contains(where: { $0.name.folded == name.folded }) {
        table.report(
          "answer", row,
          (
            "est comptée deux fois pour cette question", "is counted twice for this question"
          ), remedy: ("additionnez, ou supprimez une ligne", "add them up, or delete a row"))
      }
      questions[place].answers.append(answer)
    }
    if !table.faults.isEmpty {
      throw session.refusal(of: table.faults, in: table.file, at: range)
    }
    self.table = table
  }
}
