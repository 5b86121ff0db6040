import Auditing
import Glibc
import Journaling
import LineEditing
import Scripting
import Signing

/// The interactive session: a line is read, run as one operation, and answered.
enum Prompt {
  /// Runs until the person leaves, and gives the program's exit code.
  static func run(_ session: inout Session) -> Int32 {
    session.isPrompt = true
    if let dossier = session.dossier { session.enter(dossier) }
    var history = HistoryFile(path: session.environment.historyFile)
    let editor: LineEditor
    do {
      try? Files.makeFolders("\(session.environment.stateHome)/constat")
      editor = try LineEditor(
        program: "constat", history: (try? history.lines()) ?? [],
        settings: session.environment.variables["EDITRC"] ?? "\(session.environment.home)/.editrc",
        plain: session.settings.isPlain, colour: session.settings.isColoured,
        marksPastes: Terminal.marksPastes(environment: session.environment.variables),
        assistant: ShellAssistant(session, history: []))
    } catch {
      session.output.complain([session.language.pick(error.wording)])
      return ExitCode.inputOutput.rawValue
    }
    Interruption.watch()
    // What was written is signed at the end where that needs no question; it changes no exit.
    defer { session.attestAtEnd() }
    greet(&session)
    StartUp.run(&session)
    if let exit = askWho(editor, &session) { return exit }
    var entered = (try? history.lines()) ?? []
    while !session.isEnding {
      session.readChecklists()
      if let keys = session.settings.keys { editor.use(keys) }
      editor.look(plain: session.settings.isPlain, colour: session.settings.isColoured)
      editor.assistant = ShellAssistant(
        session, history: entered, after: editor.assistant as? ShellAssistant)
      let face = PromptFace(session)
      // Before the line is read: a Ctrl-C right after Enter already means the command.
      Interruption.clear()
      switch editor.read(prompt: face.left, rightPrompt: face.right, continuation: [Run("  … ")]) {
      case .text(let text):
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        if !text.hasPrefix(" ") {
          editor.remember(text)
          try? history.append(text)
          entered.append(text)
        }
        if enter(text, &session) == .inputOutput { return ExitCode.inputOutput.rawValue }
      case .interrupted: continue
      case .end: return 0
      case .signal(let number): return 128 + number
      }
    }
    return 0
  }

  /// Runs what was entered at once.
  private static func enter(_ text: String, _ session: inout Session) -> ExitCode {
    session.expectations = []
    session.result = .done
    session.results = []
    session.settings.width = Terminal.size.columns
    let exit = Engine.run(Source(name: "input", text: text, isPrompt: true), &session)
    session.followTour()
    return exit
  }

  private static func greet(_ session: inout Session) {
    let words: Wording
    if session.dossier == nil {
      words = (
        "\(Surroundings.tool) — aucun dossier ici. «\u{A0}dossier créer NOM\u{A0}» en crée un, «\u{A0}dossier ouvrir RÉPERTOIRE\u{A0}» en ouvre un, «\u{A0}aide\u{A0}» dit le reste.",
        "\(Surroundings.tool) — no dossier here. dossier new NAME makes one, dossier open FOLDER opens one, help tells the rest."
      )
    } else {
      words = (
        "\(Surroundings.tool) — \(session.state.title). «\u{A0}aide\u{A0}» donne les commandes, «\u{A0}suivant\u{A0}» ce qu’il y a à voir.",
        "\(Surroundings.tool) — \(session.state.title). help lists the commands, next what there is to see."
      )
    }
    session.output.show(session.language.pick(words).harmless.wrapped(to: session.settings.width))
    if let late = session.overdueLine {
      session.output.show(session.language.pick(late).harmless.wrapped(to: session.settings.width))
    }
    session.output.flush(session.settings, isKept: true)
  }

  /// Asks once who enters, and keeps the answer; an empty one is asked for again next time.
  private static func askWho(_ editor: LineEditor, _ session: inout Session) -> Int32? {
    guard session.settings.me == nil else { return nil }
    let question = session.language.pick(
      ("Qui saisit\u{202F}? (nom court, sans espace) ", "Who enters? (a short name, no spaces) "))
    switch editor.read(prompt: [Run(question)]) {
    case .text(let answer):
      let words = answer.split(whereSeparator: \.isWhitespace)
      guard let first = words.first.map(String.init) else { return nil }
      // A command in place of an answer is run: what was typed is never lost.
      let isAnswer = words.count == 1 && !Registry.standard.knows(first)
      _ = enter(isAnswer ? "set me \(first)" : answer, &session)
      return nil
    case .interrupted: return nil
    case .end: return 0
    case .signal(let number): return 128 + number
    }
  }
}
