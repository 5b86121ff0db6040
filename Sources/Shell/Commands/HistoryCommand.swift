import Auditing
import LineEditing
import Scripting

/// `history` and `log`: the lines entered, and what they did.
enum HistoryCommand {
  static let all = [history, log]

  private static let limit = CommandSpec.OptionSpec(
    name: Name("limit", "limite"), type: .integer)

  static let history = CommandSpec(
    name: Name("history", "historique"), options: [limit],
    text: .init(name: Name("WORDS", "MOTS")),
    summary: (
      "les lignes entrées à l’invite, la plus récente en dernier",
      "the lines entered at the prompt, the latest last"
    ),
    manual: (
      """
      Avec des mots, les lignes qui les contiennent. Une ligne qui commence par une espace n’est pas \
      gardée, ni une réponse à une question. L’historique est à vous, hors du dossier\u{202F}; Ctrl-R y cherche.
      """,
      """
      With words, the lines that hold them. A line that begins with a space is not kept, nor an \
      answer to a question. The history is yours, outside the dossier; Ctrl-R searches it.
      """
    ),
    example: "history"
  ) { session, bound in
    var file = HistoryFile(path: session.environment.historyFile)
    let words = (bound.text?.value ?? "").folded.split(whereSeparator: \.isWhitespace)
    let lines = try file.lines().filter { line in
      words.allSatisfy { line.folded.contains($0) }
    }
    let shown = lines.suffix(max(0, bound.integer("limit") ?? 50))
    guard !shown.isEmpty else { return .text(("rien encore", "nothing yet"), value: .list([])) }
    let text = shown.map { $0.replacing("\n", with: "\n    ") }.joined(separator: "\n")
    return .text((text, text), value: .list(shown.map { .text($0) }))
  }

  static let log = CommandSpec(
    name: Name("log", "opérations"), options: [limit],
    summary: StateCommands.log.summary, manual: StateCommands.log.manual, example: "log",
    run: StateCommands.log.run)
}
