import Auditing
import Scripting
import Testing

@testable import Shell

struct `The list of commands` {
  private let registry = Registry.standard

  /// The words of both languages that two different names share.
  private func collisions(_ names: [Name]) -> [String] {
    var owners: [String: Name] = [:]
    var found: [String] = []
    for name in names {
      for word in Set([name.en.folded, name.fr.folded]) {
        if owners[word] != nil { found.append(word) }
        owners[word] = name
      }
    }
    return found
  }

  @Test func `has no two first words that collide, grades and keywords included`() {
    let grades = ChecklistReading.builtin.flatMap(\.checklist.grades).map { Name($0.word) }
    let words = registry.nounNames + registry.words.map(\.name)
    let keywords = Vocabulary.keywords.sorted().map { Name($0) }
    #expect(collisions(words + Array(Set(grades)) + keywords) == [])
  }

  @Test func `has no two verbs of a noun that collide`() {
    for noun in registry.nounNames {
      #expect(collisions(registry.verbs(of: noun).map(\.name)) == [], "\(noun.en)")
    }
  }

  @Test func `has no two options of a command that collide, those of the program included`() {
    for spec in registry.commands {
      #expect(collisions(spec.options.map(\.name)) == [], "\(spec.title(.en))")
      for option in spec.options {
        #expect(!ProgramOptions.reserved.contains(option.name.en), "\(spec.title(.en))")
        #expect(!ProgramOptions.reserved.contains(option.name.fr), "\(spec.title(.en))")
      }
    }
  }

  @Test func `says the forms of each command by the names that words are taken for`() {
    for spec in registry.commands where !spec.clauses.isEmpty {
      #expect(!spec.forms.isEmpty && Set(spec.forms).count == spec.forms.count)
      #expect(spec.forms.allSatisfy { Format.name(of: $0) == $0 }, "\(spec.title(.en))")
    }
    let page = HelpPages(grades: []).text(for: "site list", .en)
    #expect(page.contains("Forms: \(Format.general.joined(separator: ", "))."))
  }

  @Test func `has no two fields of a noun that collide`() {
    for noun in registry.nouns {
      #expect(collisions(noun.fields.map(\.name)) == [], "\(noun.name.en)")
    }
  }

  @Test func `names only fields that exist in the columns of a list`() {
    for noun in registry.nouns {
      for column in noun.columns { #expect(noun.field(column) != nil, "\(noun.name.en).\(column)") }
    }
  }

  @Test func `says of each command in both languages what it does`() {
    for spec in registry.commands {
      #expect(!spec.summary.fr.isEmpty && !spec.summary.en.isEmpty, "\(spec.title(.en))")
      #expect(spec.manual.fr.isEmpty == spec.manual.en.isEmpty, "\(spec.title(.en))")
    }
  }

  @Test func `gives every noun list, show and count`() {
    for noun in registry.nouns {
      let verbs = Set(registry.verbs(of: noun.name).map(\.name.en))
      #expect(verbs.isSuperset(of: ["list", "show", "count"]), "\(noun.name.en)")
    }
  }

  @Test func `lets every record be added once`() {
    let adding = registry.commands.filter { $0.name.en == "add" }
    #expect(adding.count > 8)
    for spec in adding {
      #expect(spec.options.contains { $0.name.en == "once" }, "\(spec.title(.en))")
    }
  }

  @Test func `has a French name for each value of a closed list`() {
    for noun in registry.nouns {
      for field in noun.fields {
        #expect(collisions(field.choices) == [], "\(noun.name.en).\(field.name.en)")
        for choice in field.choices { #expect(!choice.en.isEmpty && !choice.fr.isEmpty) }
      }
    }
  }

  /// The closed list of values that a type is, if it is one.
  private func choices(_ type: ValueType?) -> [Name] {
    if case .choice(let names)? = type { names } else { [] }
  }

  @Test func `has no two values of an option or operand that collide`() {
    var count = 0
    for spec in registry.commands {
      for type in spec.operands.map(\.type) + spec.options.compactMap(\.type) {
        #expect(collisions(choices(type)) == [], "\(spec.title(.en))")
        count += choices(type).count
      }
    }
    #expect(count > 50)
  }

  /// Every name that a person may type or sees at the head of a column.
  private var names: [Name] {
    var names = registry.nounNames
    for spec in registry.commands {
      names += [spec.name] + spec.operands.map(\.name) + spec.options.map(\.name)
      for type in spec.operands.map(\.type) + spec.options.compactMap(\.type) {
        names += choices(type)
      }
      if let text = spec.text { names.append(text.name) }
    }
    for field in registry.nouns.flatMap(\.fields) { names += [field.name] + field.choices }
    return names
  }

  /// The words that French has too; any other name has one of its own in each language.
  private static let shared: Set<String> = [
    "QUESTION", "accessible", "action", "actions", "alsace-moselle", "audit", "audits", "bash",
    "cause", "clause", "communicable", "conclusion", "contact", "convention", "correction",
    "corrections", "corrective", "date", "document", "dossier", "dossiers", "expert", "fish",
    "format", "git", "grade", "guadeloupe", "id", "journal", "label", "man", "management",
    "martinique", "mayotte", "message", "minutes", "module", "modules", "n", "obstacles", "ok",
    "openpgp", "photo", "plan", "population", "position", "provenance", "question", "saint-martin",
    "service", "services", "signature", "site", "sites", "source", "ssh", "suggestion",
    "surveillance", "transverse", "type", "verdict", "x509", "zsh",
  ]

  @Test func `has a word of each language for every name`() {
    for name in names { #expect(!name.en.isEmpty && !name.fr.isEmpty) }
    let same = Set(names.filter { $0.en == $0.fr }.map(\.en))
    #expect(same.subtracting(Self.shared).sorted() == [])
    #expect(Self.shared.subtracting(same).sorted() == [])
  }
}
