/// A kind of record that a scenario is made of, under the name it has in a file.
package enum RecordType: String, CaseIterable, Sendable {
  case scenario = "Scenario"
  case site = "Site"
  case pool = "Pool"
  case variable = "Variable"
  case place = "Place"
  case person = "Person"
  case answer = "Answer"
  case document = "Document"
  case mailbox = "Mailbox"
  case measurement = "Measurement"
  case fact = "Fact"
  case choice = "Choice"
  case fault = "Fault"
  case decoy = "Decoy"
  case hint = "Hint"
  case earlier = "Earlier"
}
