extension Completeness.Gap {
  /// The command that fills the gap in the audit of that id.
  package func command(audit: String) -> String {
    let id = Self.word(audit)
    return switch self {
    case .objectives: "audit set \(id) --objectives \"…\""
    case .scope: "audit scope SITE --modules 1 --audit \(id)"
    case .client: "audit set \(id) --client \"…\""
    case .lead: "audit set \(id) --lead PERSON"
    case .auditee: "audit set \(id) --auditee PERSON"
    case .dates: "audit set \(id) --start DATE --end DATE"
    case .noCriteria: "audit scope SITE --modules 1 --audit \(id)"
    case .notAssessed: "assessment list where verdict = not-assessed --audit \(id)"
    case .inConflict: "conflict list"
    case .unsupported(let findings): "finding amend \(Self.first(findings)) --evidence P1"
    case .conclusion, .staleConclusion: "audit conclude \(id) \"…\""
    case .degree: "audit conclude \(id) \"…\" --degree \"…\""
    case .positions(let findings): "finding respond \(Self.first(findings)) accepted"
    case .reason(let heading): Self.reason(heading, id)
    }
  }

  private static func first(_ ids: [String]) -> String { word(ids.first ?? "F1") }

  private static func reason(_ heading: Completeness.Heading, _ id: String) -> String {
    switch heading {
    case .objectives: "audit set \(id) --objectives \"sans objet : …\""
    case .client: "audit set \(id) --client \"sans objet : …\""
    case .fulfilment: "audit conclude \(id) \"…\" --degree \"sans objet : …\""
    default: "audit conclude \(id) \"sans objet : …\""
    }
  }

  /// An id as a word of the language, in quotes where it would not be one.
  private static func word(_ id: String) -> String {
    let isPlain =
      !id.isEmpty
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
    guard !isPlain else { return id }
    var quoted = "\""
    for character in id {
      if character == "\"" || character == "\\" || character == "$" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
