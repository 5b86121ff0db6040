import Auditing
import Recfiles

/// A record of a known type, its fields in the order of the file.
struct SourceRecord: Sendable {
  let type: RecordType
  /// The line of its first field.
  let line: Int
  var fields: [Field] = []

  /// A field with the line it stands on.
  struct Field: Sendable {
    var name: String
    var value: String
    let line: Int
  }

  /// The fields of a name, in order.
  subscript(name: String) -> [Field] { fields.filter { $0.name == name } }
}

extension SourceRecord {
  /// The values of a field.
  func texts(_ name: String) -> [String] { self[name].map(\.value) }

  /// The value of a field.
  func text(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The value of a field that the check has found to be there.
  func required(_ name: String) -> String { text(name) ?? "" }

  /// The wording of a field in French and, if it is there, in English.
  func localized(_ name: String) -> LocalizedText? {
    text(name + "_fr").map { LocalizedText(fr: $0, en: text(name + "_en")) }
  }

  /// The wording of a field that the check has found to be there.
  func wording(_ name: String) -> LocalizedText { localized(name) ?? LocalizedText(fr: "") }

  /// The id.
  var id: String { required("Id") }

  /// The whole number of a field.
  func integer(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  /// The first line of a field, or that of the record.
  func line(of name: String) -> Int {
    fields.first { $0.name == name || $0.name == name + "_fr" }?.line ?? line
  }

  /// The record as it is written to a file.
  var record: RecFile.Record {
    RecFile.Record(fields: fields.compactMap { RecFile.Field(name: $0.name, value: $0.value) })
  }
}
