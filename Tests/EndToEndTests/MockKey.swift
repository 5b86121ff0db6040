import Foundation

/// A trainer's key as its file tells it: what a test needs to play an exercise well or badly.
struct MockKey {
  private let records: [(type: String, fields: [(name: String, value: String)])]

  /// Reads the only key of a file.
  init?(file text: String) {
    let fields = Self.records(text).first { $0.type == "Key" }?.fields
    let content = fields?.first { $0.name == "Content" }?.value.replacing("\n", with: "")
    guard let content, let data = Data(base64Encoded: content) else { return nil }
    records = Self.records(String(decoding: data, as: UTF8.self))
  }

  private static func records(_ text: String)
    -> [(type: String, fields: [(name: String, value: String)])]
  {
    var type = ""
    var found: [(type: String, fields: [(name: String, value: String)])] = []
    for block in text.components(separatedBy: "\n\n") {
      var fields: [(name: String, value: String)] = []
      for line in block.split(separator: "\n") where !line.hasPrefix("#") {
        if line.hasPrefix("+") {
          fields[fields.count - 1].value += "\n" + line.dropFirst(2)
        } else if let colon = line.firstRange(of: ":") {
          let value = line[colon.upperBound...].drop { $0 == " " }
          fields.append((String(line[..<colon.lowerBound]), String(value)))
        }
      }
      if let first = fields.first, first.name == "%rec" {
        type = first.value
      } else if !fields.isEmpty {
        found.append((type, fields))
      }
    }
    return found
  }

  /// A record with its fields.
  struct Item {
    fileprivate let fields: [(name: String, value: String)]
    var id: String { self["Id"] ?? "" }
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
  }

  func all(_ type: String) -> [Item] {
    records.filter { $0.type == type }.map { Item(fields: $0.fields) }
  }

  /// The first site, which records without one mean.
  var site: String { all("Site").first?.id ?? "" }

  /// Commands that look at, read, ask and draw everything; conditions are met by doing it again.
  var everything: [String] {
    var commands = all("Place").map { "mock look \($0.id)" }
    let documents = all("Document")
    let answers = all("Answer").map { answer in
      let words = answer.all("Keywords").compactMap {
        $0.components(separatedBy: ",").first?.trimmingCharacters(in: .whitespaces)
          .replacing("*", with: "")
      }
      return "mock ask \(answer["Person"] ?? "") comment \(words.joined(separator: " "))"
    }
    commands += documents.filter { $0.all("At").isEmpty }.map { "mock read \($0.id)" }
    for _ in 0..<3 { commands += answers }
    return commands
  }

  /// What is known only once something was seen: each command may fail.
  var discovered: [String] {
    all("Document").filter { !$0.all("At").isEmpty }.map { "mock read \($0.id)" }
      + (all("Mailbox") + all("Measurement")).map {
        "mock sample \($0.id) --size \($0["Minimum"] ?? "10")"
      }
  }
}
