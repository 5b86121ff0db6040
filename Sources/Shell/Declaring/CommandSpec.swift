import Auditing
import Scripting

/// Everything about one command: the parser, the check before the run, help, completion and the
/// tests all read it from here.
struct CommandSpec: Sendable {
  /// The noun it is a verb of; nothing for a word that stands alone.
  var noun: Name?
  let name: Name
  var operands: [Operand] = []
  /// The operands and options that name one record of its noun, with the field of the record that
  /// each takes: a filter may stand in their place and choose several.
  var subject: [String: String] = [:]
  var options: [OptionSpec] = []
  /// Whether other options are the parameters of the script that it runs.
  var takesParameters = false
  /// The free text at its end.
  var text: TextSpec?
  /// What it does, in one line.
  let summary: Wording
  /// What one should know beyond that.
  var manual: Wording = ("", "")
  /// A line that works, which the tests run.
  var example = ""
  var writes = false
  /// Whether it cannot be taken back: what came before it is committed first.
  var isCommitPoint = false
  /// Whether what it writes is never undone, though what came before it may be.
  var isLasting = false
  /// The clauses that it takes; any other is refused.
  var clauses = ClauseWords.none
  /// What its clauses are about, where that is not its noun.
  var table: NounSpec?
  /// The names of the forms in which it writes, behind `as` or at the end of a file's name.
  var forms = Format.general
  /// Whether it judges the fields and the names of files in its clauses itself.
  var hasOwnClauses = false
  /// Whether it belongs to the prompt alone.
  var isPromptOnly = false
  let run: @Sendable (inout Session, Bound) throws -> Outcome

  /// One value by its place.
  struct Operand: Sendable {
    let name: Name
    let type: ValueType
    var isOptional = false
    var isRepeated = false
  }

  /// One value by its name; without a type it is said or not.
  struct OptionSpec: Sendable {
    let name: Name
    var type: ValueType?
    var isList = false
    var isRequired = false
    /// The option of that English name without which it is required.
    var unless: String?
  }

  /// The free text at the end of a command.
  struct TextSpec: Sendable {
    let name: Name
    var isRequired = false
  }
}

extension CommandSpec {
  /// The refusal of a form that it does not write.
  func refusal(of form: String, at range: Range<Int>) -> Failure {
    let isKnown = Registry.standard.commands.contains {
      $0.forms.contains(Format.name(of: form))
    }
    return Failure(
      isKnown
        ? .formatNotFor(form, noun: noun ?? name, known: forms)
        : .unknownFormat(form, known: forms), at: range)
  }

  /// Its words in a language, `finding add` or `constat ajouter`.
  func title(_ language: Language) -> String {
    (noun.map { $0[language] + " " } ?? "") + name[language]
  }

  /// How it is written: its words, operands, text and options.
  func synopsis(_ language: Language) -> String {
    var parts = [title(language)]
    for operand in operands {
      var name = operand.name[language].uppercased() + (operand.isRepeated ? "…" : "")
      if subject[operand.name.en] != nil { name = "(\(name) | where …)" }
      parts.append(operand.isOptional ? "[\(name)]" : name)
    }
    if let text { parts.append(text.isRequired ? text.name[language] : "[\(text.name[language])]") }
    for option in options {
      let value = option.type.map { " " + $0.name[language] + (option.isList ? ",…" : "") } ?? ""
      let body = "--\(option.name[language])\(value)"
      parts.append(option.isRequired ? body : "[\(body)]")
    }
    return (parts + clauses.synopses).joined(separator: " ")
  }
}
