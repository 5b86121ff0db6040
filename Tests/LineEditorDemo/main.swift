import Glibc
import LineEditing

// A program that reads lines and says what it read, for the tests that type into it.

/// A handful of words, an open brace that asks for more rows, and a command to suggest.
private struct Words: LineAssistant {
  func complete(_ before: String) -> Completion {
    let typed = String(before.reversed().prefix { $0 != " " && $0 != "\n" }.reversed())
    let candidates = Words.all.filter { $0.text.hasPrefix(typed) }
    return Completion(candidates, replacing: typed)
  }

  func isIncomplete(_ text: String) -> Bool {
    text.count { $0 == "{" } > text.count { $0 == "}" }
  }

  func suggestion(for text: String) -> String? {
    let command = "finding list where status = open"
    return text.count >= 3 && command.hasPrefix(text) ? String(command.dropFirst(text.count)) : nil
  }

  func styles(of text: String) -> [StyledRange] {
    text.ranges(of: "open").map { StyledRange($0, .red) }
  }

  let choosing = "type a number, then Tab"

  func pasted(_ text: String, after before: String) -> String {
    before != "note " ? text : text.replacing("\n", with: "|")
  }

  func asking(toRun rows: Int) -> String { "run \(rows) rows? " }

  private static let all = [
    Candidate("constat", "7 letters"), Candidate("constats", "8 letters"),
    Candidate("écart"), Candidate("échantillon"), Candidate("photos/"), Candidate("préfecture"),
  ]
}

private let arguments = CommandLine.arguments.dropFirst()
private func option(_ name: String) -> String? {
  arguments.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
}

private var history = HistoryFile(path: option("--history") ?? "/dev/null")
private let before = option("--history") == nil ? [] : try history.lines()
private let editor = try LineEditor(
  program: "demo", history: before, settings: option("--settings"),
  plain: arguments.contains("--plain"), colour: !arguments.contains("--no-colour"),
  marksPastes: !arguments.contains("--unmarked"), assistant: Words())
if editor.settingsWereCut { print("settings were cut") }
Interruption.watch()
if let path = option("--announcements") {
  let pipe = unsafe open(path, O_RDWR | O_NONBLOCK)
  editor.announcements = LineEditor.Announcements(descriptor: pipe) {
    var bytes = [UInt8](repeating: 0, count: 1000)
    let count = unsafe read(pipe, &bytes, bytes.count)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}

private let right = option("--right").map { [Run($0, .grey)] } ?? []
while true {
  switch editor.read(prompt: [Run("démo", .bold.and(.green)), Run("> ")], rightPrompt: right) {
  case .text("quit"): exit(0)
  case .text("wait"):
    Interruption.clear()
    print("waiting")
    while !Interruption.isRequested { sleep(1) }
    print("stopped")
  case .text(let text):
    if option("--history") != nil { try history.append(text) }
    editor.remember(text)
    let shown = text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    print("ran [\(shown)] \(text.unicodeScalars.count)")
  case .interrupted: print("interrupted")
  case .end:
    print("end")
    exit(0)
  case .signal(let number): exit(128 + number)
  }
}
