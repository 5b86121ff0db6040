import Auditing
import Scripting

/// The manual page of the program, from the one list of commands: roff with the macros of man(7).
struct ManualPage {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// The whole page.
  var text: String {
    ([head] + [name, synopsis, description, options] + commands + [exits, files, seeAlso])
      .joined(separator: "\n")
  }

  private func pick(_ french: String, _ english: String) -> String {
    language == .fr ? french : english
  }

  private var head: String {
    let title = pick("Manuel de Constat", "Constat Manual")
    return ".TH CONSTAT 1 2026-11-21 \"\(Surroundings.tool)\" \"\(title)\"\n.ad l"
  }

  private var name: String {
    section(pick("NOM", "NAME")) + "constat \\- "
      + Self.escaped(
        pick(
          "préparer, mener et clore un audit qualité",
          "prepare, carry out and close a quality audit"))
  }

  private var synopsis: String {
    let file = pick("FICHIER", "FILE")
    let forms = [
      "constat", "constat run \(file) [--PARAM …]", "constat check \(file)…",
      "constat -c \"\(pick("COMMANDES", "COMMANDS"))\"", "constat \(pick("MOT", "WORD")) …",
    ]
    return section("SYNOPSIS") + forms.map(Self.escaped).joined(separator: "\n.br\n")
  }

  private var description: String {
    section("DESCRIPTION")
      + Self.escaped(
        pick(
          "Un auditeur y saisit ses preuves et ses constats sur un référentiel d’engagements\u{202F}; le dossier est un répertoire ordinaire, son journal ne s’efface pas, et le rapport se signe. Sans mot, la session interactive s’ouvre sur le dossier du répertoire courant.",
          "An auditor enters evidence and findings against a checklist of commitments; the dossier is an ordinary folder, its journal is never erased, and the report is signed. Without a word the interactive session opens on the dossier of the current folder."
        ))
  }

  private var options: String {
    section("OPTIONS")
      + ProgramOptions.described.map { option in
        item(option.written(language), language.pick(option.summary))
      }.joined(separator: "\n")
  }

  private var commands: [String] {
    let registry = Registry.standard
    let field = Set(FieldCommands.all.map(\.name))
    var parts = [
      section(pick("LA VISITE", "THE VISIT")) + entries(FieldCommands.all),
      section(pick("LA SESSION", "THE SESSION"))
        + entries(registry.words.filter { !field.contains($0.name) }),
      section(pick("LES ENREGISTREMENTS", "THE RECORDS")).trimmingNewline,
    ]
    for noun in registry.nounNames {
      parts.append(".SS \(Self.escaped(noun[language]))\n" + entries(registry.verbs(of: noun)))
    }
    parts.append(
      section(pick("LA LANGUE", "THE LANGUAGE"))
        + Self.escaped(
          pick("Mots réservés\u{A0}: ", "Reserved words: ")
            + Vocabulary.keywords.sorted().joined(separator: " ")))
    return parts
  }

  private func entries(_ specs: [CommandSpec]) -> String {
    specs.map { spec in
      let manual = language.pick(spec.manual)
      let summary = language.pick(spec.summary) + "."
      var text = summary + (manual.isEmpty ? "" : " " + manual)
      if !spec.example.isEmpty {
        text += "\n" + pick("Exemple\u{A0}: ", "Example: ") + spec.example
      }
      return item(spec.synopsis(language), text)
    }.joined(separator: "\n")
  }

  private var exits: String {
    section(pick("CODES DE SORTIE", "EXIT STATUS"))
      + ExitCode.described.map { item("\($0.code.rawValue)", language.pick($0.meaning)) }
      .joined(separator: "\n")
  }

  private var files: String {
    section(pick("FICHIERS", "FILES"))
      + item(
        "dossier.json, journal/, evidence/, checklists/, checkpoints/, exports/",
        pick("un dossier", "a dossier")) + "\n"
      + item(
        "$XDG_CONFIG_HOME/constat/start.constat",
        pick("lu au début d’une session interactive", "read when an interactive session begins"))
  }

  private var seeAlso: String {
    section(pick("VOIR AUSSI", "SEE ALSO")) + ".BR ssh\\-keygen (1),\n.BR git (1)\n"
  }

  private func section(_ title: String) -> String { ".SH \(Self.escaped(title))\n" }

  private func item(_ head: String, _ text: String) -> String {
    let lines = text.split(separator: "\n").map { Self.escaped(String($0)) }
    return ".TP\n\\fB\(Self.escaped(head).replacing("\n", with: " "))\\fR\n"
      + lines.joined(separator: "\n.br\n")
  }

  /// A text that roff shows as it is.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      var result = ""
      for character in line.drop(while: { $0 == " " }) {
        switch character {
        case "\\": result += "\\e"
        case "-": result += "\\-"
        case "\u{A0}", "\u{202F}": result += "\\ "
        default: result.append(character)
        }
      }
      return result.first == "." || result.first == "'" ? "\\&" + result : result
    }.joined(separator: "\n.br\n")
  }
}

extension String {
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
