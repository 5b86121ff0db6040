/// A kind of record that a checklist is made of, under the name it has in a file.
package enum RecordType: String, CaseIterable, Sendable {
  case checklist = "Checklist"
  case module = "Module"
  case commitment = "Commitment"
  case criterion = "Criterion"
  case indicator = "Indicator"
  case grade = "Grade"
  case rule = "Rule"
  case mapping = "Mapping"
  case request = "Request"
  case term = "Term"
  case milestone = "Milestone"
}
