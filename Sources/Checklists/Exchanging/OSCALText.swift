import Auditing
import Notation
import Recfiles

/// What a control of an OSCAL catalog says: its statement with the parameters named in it, how it
/// is assessed and on what.
struct OSCALText {
  let control: JSON
  /// The labels of the parameters that its prose inserts, those of the control around it included.
  let parameters: [String: String]

  init(_ control: JSON, _ inherited: [String: String]) {
    self.control = control
    var parameters = inherited
    for parameter in control["params"]?.list ?? [] {
      guard let id = parameter["id"]?.text else { continue }
      let choices = parameter["select"]?["choice"]?.texts?.joined(separator: "; ")
      parameters[id] = parameter["label"]?.text ?? choices.map { "one of: \($0)" } ?? id
    }
    self.parameters = parameters
  }

  private func property(_ name: String, of object: JSON) -> String? {
    let found = (object["props"]?.list ?? []).filter { $0["name"]?.text == name }
    let plain = found.first { $0["class"] == nil } ?? found.first
    return plain?["value"]?.text
  }

  var isWithdrawn: Bool { property("status", of: control)?.lowercased() == "withdrawn" }
  /// The number that people call it by.
  var label: String? { property("label", of: control) }

  /// The requirement, one line for each item.
  var statement: String? {
    let lines = (control["parts"]?.list ?? []).filter { $0["name"]?.text == "statement" }
      .flatMap { self.lines(of: $0, depth: 0) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func lines(of part: JSON, depth: Int) -> [String] {
    guard depth < 20 else { return [] }
    var lines: [String] = []
    if let prose = part["prose"]?.text {
      let mark = property("label", of: part).map { "\($0) " } ?? ""
      let indent = String(repeating: "  ", count: max(0, depth - 1))
      lines.append(indent + mark + filled(prose))
    }
    return lines + (part["parts"]?.list ?? []).flatMap { self.lines(of: $0, depth: depth + 1) }
  }

  /// A prose with the names of parameters in the place of their insertions.
  private func filled(_ prose: String) -> String {
    var text = ""
    var rest = FieldText.trimmed(prose)[...]
    while let start = rest.firstRange(of: "{{"),
      let end = rest[start.upperBound...].firstRange(of: "}}")
    {
      text += rest[..<start.lowerBound]
      let inside = rest[start.upperBound..<end.lowerBound]
      let id = FieldText.trimmed(inside.split(separator: ",").last ?? "")
      text += "[\(parameters[id].map { filled($0) } ?? id)]"
      rest = rest[end.upperBound...]
    }
    return text + rest
  }

  /// How it is assessed.
  var methods: [Checklist.Method] {
    let names = assessments.compactMap { property("method", of: $0)?.uppercased() }
    let known: [(String, Checklist.Method)] = [
      ("EXAMINE", .examine), ("INTERVIEW", .interview), ("TEST", .test),
    ]
    return known.filter { names.contains($0.0) }.map(\.1)
  }

  /// On what it is assessed, one text for each method.
  var objects: [String] {
    assessments.flatMap { part in
      (part["parts"]?.list ?? []).compactMap { inner -> String? in
        guard let prose = inner["prose"]?.text else { return nil }
        let lines = prose.split(separator: "\n").map { FieldText.trimmed($0) }
        let text = lines.filter { !$0.isEmpty }.joined(separator: "; ")
        return text.isEmpty ? nil : filled(text)
      }
    }
  }

  private var assessments: [JSON] {
    (control["parts"]?.list ?? []).filter { $0["name"]?.text == "assessment-method" }
  }
}
