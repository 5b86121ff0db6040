import Recfiles

/// The rec form of packs and keys: a few fields, and a text that is encoded.
enum PackFile {
  /// One file with one record.
  static func text(_ type: String, _ fields: [(String, String)], comment: String) -> String {
    comment + "\n\n%rec: \(type)\n\n" + record(fields)
  }

  /// One record.
  static func record(_ fields: [(String, String)]) -> String {
    let record = RecFile.Record(
      fields: fields.compactMap { RecFile.Field(name: $0.0, value: $0.1) })
    var writer = RecWriter()
    writer.append(record)
    return writer.text
  }

  /// The records of a type, each with the first value of its fields.
  static func records(_ type: String, _ bytes: [UInt8]) -> [[String: String]] {
    let (file, faults) = RecFile.parse(bytes)
    guard faults.isEmpty else { return [] }
    return file.sets.filter { $0.descriptor?.type == type }.flatMap(\.records).map { record in
      Dictionary(
        record.fields.map { ($0.name, FieldText.trimmed($0.value)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// A text in lines of 76 letters.
  static func encoded(_ text: String) -> String {
    var rest = Base64.text(of: Array(text.utf8))[...]
    var lines: [Substring] = []
    while !rest.isEmpty {
      lines.append(rest.prefix(76))
      rest = rest.dropFirst(76)
    }
    return lines.joined(separator: "\n")
  }

  static func decoded(_ text: String) -> String? {
    Base64.bytes(of: text).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
