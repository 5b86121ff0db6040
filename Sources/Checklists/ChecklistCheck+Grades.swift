import Auditing
import Recfiles

extension ChecklistCheck {
  /// Refuses a grade for which nothing can be typed, or for which something else would be meant.
  mutating func checkGrades(_ records: [SourceRecord], reservedWords: Set<String>) {
    let reserved = Set(reservedWords.map(\.folded))
    var firstLines: [String: Int] = [:]
    for record in records where record.type == .grade {
      guard let id = record.text("Id"), let field = (record["Word"] + record["Id"]).first
      else { continue }
      let word = record.text("Word") ?? id
      // What is no id, or no word though given as one, is reported with the values of fields.
      if record["Word"].isEmpty, FieldText.isID(id), !FieldValue.isWord(id) {
        report(.badWord(id), in: record, field: field)
      } else if reserved.contains(word.folded) {
        report(.reservedWord(word), in: record, field: field)
      }
      if let first = firstLines[word.folded], !duplicateLines.contains(field.line) {
        report(.repeatedWord(word, firstLine: first), in: record, field: field)
      }
      for name in [word.folded, id.folded] where firstLines[name] == nil {
        firstLines[name] = field.line
      }
    }
  }
}
