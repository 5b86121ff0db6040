import Auditing
import Reporting
import Scripting

/// `help`: the list, a page, or a search in the pages.
enum HelpCommand {
  static let all = [help]

  static let help = CommandSpec(
    name: Name("help", "aide"),
    operands: [.init(name: Name("word", "mot"), type: .text, isOptional: true, isRepeated: true)],
    options: [
      .init(name: Name("man")),
      .init(name: Name("completion", "complétion"), type: .choice(CompletionScript.shells)),
      .init(name: Name("schema", "schéma")),
    ],
    summary: (
      "l’aide\u{A0}: la liste, une page, ou une recherche", "help: the list, a page, or a search"
    ),
    manual: (
      "Un mot réservé ou un seul résultat\u{A0}: sa page\u{202F}; plusieurs\u{A0}: une ligne chacun\u{202F}; aucun\u{A0}: recherche dans les textes. --man écrit la page de manuel, --completion le complément d’un shell, --schema le schéma JSON de --json (rapport --schema\u{A0}: celui d’un rapport)\u{202F}; «\u{A0}aide grammaire\u{A0}» dit la langue.",
      "A reserved word or one hit: its page; many: a line each; none: a search in the texts. --man writes the manual page, --completion the completion of a shell, --schema the JSON schema of --json (report --schema: that of a report); help grammar tells the language."
    ),
    example: "help finding"
  ) { session, bound in
    var verbatim: Wording?
    if bound.has("man") { verbatim = (ManualPage(.fr).text, ManualPage(.en).text) }
    if let shell = bound["completion"] {
      verbatim = (CompletionScript(shell, .fr).text, CompletionScript(shell, .en).text)
    }
    if bound.has("schema") {
      let isReport = bound.all("word").contains { Name("report", "rapport").matches($0) }
      let schema = isReport ? DocumentSchema.text : EnvelopeSchema.text
      verbatim = (schema, schema)
    }
    if let verbatim {
      var outcome = Outcome.text(verbatim)
      outcome.isVerbatim = true
      return outcome
    }
    let asked = bound.all("word").joined(separator: " ")
    if Name("grammar", "grammaire").matches(asked) { return .text((Grammar.text, Grammar.text)) }
    if let definition = session.memory.definition(asked) {
      let page = HelpPages.page(definition)
      return .text((page, page))
    }
    let pages = HelpPages(grades: session.grades)
    let words = bound.all("word").joined(separator: " ")
    return .text((pages.text(for: words, .fr), pages.text(for: words, .en)))
  }
}

/// The pages of the help, made from the one list of commands.
struct HelpPages {
  let grades: [Checklist.Grade]

  private var specs: [CommandSpec] { Registry.standard.commands + grades.map(GradeCommand.spec) }

  func text(for words: String, _ language: Language) -> String {
    guard !words.isEmpty else { return overview(language) }
    let folded = words.folded
    let exact = specs.filter { $0.title(.en).folded == folded || $0.title(.fr).folded == folded }
    if let page = exact.first { return self.page(page, language) }
    if let page = KeywordPage.of(words) { return page.text(language) }
    var found = specs.filter {
      $0.title(.en).folded.contains(folded) || $0.title(.fr).folded.contains(folded)
    }
    if found.isEmpty {
      found = specs.filter { spec in
        [spec.summary, spec.manual].contains {
          $0.fr.folded.contains(folded) || $0.en.folded.contains(folded)
        }
      }
    }
    if found.count == 1 { return page(found[0], language) }
    guard !found.isEmpty else {
      return language.pick(
        (
          "rien dans l’aide sur «\u{A0}\(words)\u{A0}»\u{202F}; «\u{A0}aide\u{A0}» donne la liste",
          "nothing in the help about \(words); help gives the list"
        ))
    }
    return lines(found, language)
  }

  /// A definition of the prompt: how it is written, and its comment.
  static func page(_ definition: Definition) -> String {
    let names = definition.parameters.map { $0.value.uppercased() }
    let comment = definition.comment.split(separator: "\n").map { "\n  " + $0 }.joined()
    return ([definition.name.value] + names).joined(separator: " ")
      + (comment.isEmpty ? "" : "\n" + comment)
  }

  /// One command: how it is written, what it does, an example.
  func page(_ spec: CommandSpec, _ language: Language) -> String {
    var text = spec.synopsis(language) + "\n\n  " + sentence(language.pick(spec.summary))
    let manual = language.pick(spec.manual)
    for line in manual.split(separator: "\n", omittingEmptySubsequences: false)
    where !manual.isEmpty {
      text += line.isEmpty ? "\n" : "\n  " + line
    }
    let other: Language = language == .fr ? .en : .fr
    if spec.title(other) != spec.title(language) {
      text +=
        "\n  " + language.pick(("En anglais", "In French")) + (language == .fr ? "\u{A0}: " : ": ")
        + spec.title(other)
    }
    if spec.clauses.contains("as") {
      let forms = spec.forms.joined(separator: ", ")
      text += "\n  " + language.pick(("Formes\u{A0}: \(forms).", "Forms: \(forms)."))
    }
    if spec.writes {
      let kept: Wording = (
        "Écrit dans le dossier\u{202F}; rien ne le reprend.",
        "Writes to the dossier; nothing takes it back."
      )
      let undone: Wording = (
        "Écrit dans le dossier\u{202F}; «\u{A0}annuler\u{A0}» le reprend.",
        "Writes to the dossier; undo takes it back."
      )
      text += "\n  " + language.pick(spec.isCommitPoint || spec.isLasting ? kept : undone)
    }
    if !spec.example.isEmpty {
      text += "\n\n  " + language.pick(("Exemple\u{A0}: ", "Example: ")) + spec.example
    }
    return text
  }

  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private func lines(_ specs: [CommandSpec], _ language: Language) -> String {
    let width = specs.map { $0.title(language).columns }.max() ?? 0
    return specs.map { spec in
      let title = spec.title(language)
      return "  " + title + String(repeating: " ", count: width - title.columns) + "  "
        + language.pick(spec.summary)
    }.joined(separator: "\n")
  }

  private func overview(_ language: Language) -> String {
    let registry = Registry.standard
    var text = language.pick(("LA VISITE", "THE VISIT")) + "\n"
    text += lines(FieldCommands.all + grades.map(GradeCommand.spec), language)
    text +=
      "\n\n" + language.pick(("LES ENREGISTREMENTS (nom verbe …)", "THE RECORDS (noun verb …)"))
      + "\n"
    for noun in registry.nounNames {
      let verbs = registry.verbs(of: noun).map { $0.name[language] }
      text += "  \(noun[language]) — \(verbs.joined(separator: ", "))\n"
    }
    text += "\n" + language.pick(("LA SESSION", "THE SESSION")) + "\n"
    let field = Set(FieldCommands.all.map(\.name))
    text += lines(registry.words.filter { !field.contains($0.name) }, language)
    text += "\n\n" + language.pick(("MOTS RÉSERVÉS", "RESERVED WORDS")) + "\n  "
    text += Vocabulary.keywords.sorted().joined(separator: " ")
    text +=
      "\n\n"
      + language.pick(
        (
          "«\u{A0}aide MOT\u{A0}» en dit plus\u{202F}; les noms français et anglais sont acceptés partout.",
          "help WORD tells more; French and English names are accepted everywhere."
        ))
    return text
  }
}
