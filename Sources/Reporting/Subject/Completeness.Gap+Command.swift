package import Auditing

extension Completeness.Gap {
  /// The command that fills the gap in the audit of that id, in the words of a language.
  package func command(audit: String, in language: Language) -> String {
    language.pick(commands(ReportCommand.word(audit)))
  }

  private func commands(_ id: String) -> (fr: String, en: String) {
    switch self {
    case .objectives: ReportCommand.set(id, ("objectifs", "objectives"))
    case .client: ReportCommand.set(id, ("commanditaire", "client"))
    case .dates:
      (
        "audit modifier \(id) --début DATE --fin DATE", "audit set \(id) --start DATE --end DATE"
      )
    case .scope, .noCriteria:
      (
        "audit cadrer SITE --modules 1 --audit \(id)",
        "audit scope SITE --modules 1 --audit \(id)"
      )
    case .lead: ReportCommand.member(id, ("responsable", "lead"))
    case .auditee: ReportCommand.member(id, ("audité", "auditee"))
    case .notAssessed:
      (
        "évaluation lister where verdict = non-évalué --audit \(id)",
        "assessment list where verdict = not-assessed --audit \(id)"
      )
    case .inConflict: ("journal consulter", "journal log")
    case .unsupported(let findings): ReportCommand.cite(findings.first ?? "F1")
    case .conclusion, .staleConclusion: ReportCommand.conclude(id)
    case .degree: ReportCommand.conclude(id, (" --degré satisfait", " --degree fulfilled"))
    case .positions(let findings): ReportCommand.respond(findings.first ?? "F1")
    case .reason(let heading): reason(heading, id)
    }
  }

  private func reason(_ heading: Completeness.Heading, _ id: String) -> (fr: String, en: String) {
    let none = (fr: "sans objet : …", en: "not applicable: …")
    return switch heading {
    case .objectives: ReportCommand.set(id, ("objectifs", "objectives"), none)
    case .client: ReportCommand.set(id, ("commanditaire", "client"), none)
    default:
      (
        "audit conclure \"\(none.fr)\" --audit \(id)",
        "audit conclude \"\(none.en)\" --audit \(id)"
      )
    }
  }
}

/// The commands that a report names, in both languages.
enum ReportCommand {
  /// A command in French and in English.
  typealias Words = (fr: String, en: String)

  /// Completes a field of the audit.
  static func set(_ id: String, _ option: Words, _ text: Words = ("…", "…")) -> Words {
    (
      "audit modifier \(id) --\(option.fr) \"\(text.fr)\"",
      "audit set \(id) --\(option.en) \"\(text.en)\""
    )
  }

  /// Puts someone in the team.
  static func member(_ id: String, _ role: Words) -> Words {
    (
      "audit membre PERSONNE --rôle \(role.fr) --audit \(id)",
      "audit member PERSON --role \(role.en) --audit \(id)"
    )
  }

  /// Writes the conclusion.
  static func conclude(_ id: String, _ option: Words = ("", "")) -> Words {
    (
      "audit conclure \"…\"\(option.fr) --audit \(id)",
      "audit conclude \"…\"\(option.en) --audit \(id)"
    )
  }

  /// Numbers the findings.
  static func close(_ audit: String) -> Words {
    ("audit clore --audit \(word(audit))", "audit close --audit \(word(audit))")
  }

  /// Adds a piece of evidence to a finding.
  static func cite(_ finding: String) -> Words {
    (
      "constat rectifier \(word(finding)) --preuve P1 --raison \"…\"",
      "finding amend \(word(finding)) --evidence P1 --reason \"…\""
    )
  }

  /// Records the auditee's position.
  static func respond(_ finding: String) -> Words {
    ("constat répondre \(word(finding)) acceptée", "finding respond \(word(finding)) accepted")
  }

  /// An id as a word of the language, in quotes where it would not be one.
  static func word(_ id: String) -> String {
    let isPlain =
      !id.isEmpty
      && id.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || scalar == "-" || scalar == "." || scalar == "_")
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
