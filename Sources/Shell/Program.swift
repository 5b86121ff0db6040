import Auditing
import Glibc
import Journaling
import LineEditing
import Scripting
import Signing

/// The program: its options, and what it is to run.
package enum Program {
  /// Runs the program with its arguments, the first being its name, and gives its exit code.
  package static func main(_ arguments: [String]) -> Int32 {
    StandardDescriptors.take()
    // To write where nobody reads, or past the limit of a file’s size, is an error and no end.
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
    umask(0o077)
    var surroundings = Surroundings.system()
    guard !arguments.isEmpty else {
      // Without even its own name, the program cannot know what was asked.
      var session = Session(
        environment: surroundings, settings: ProgramOptions.settings([:], surroundings))
      return complain(Failure(.cannotRead("arguments", code: EIO)), &session)
    }
    var options: ProgramOptions
    do {
      options = try ProgramOptions(Array(arguments.dropFirst()))
    } catch {
      var settings = ProgramOptions.settings(ProgramOptions.language(of: arguments), surroundings)
      settings.isJSON = arguments.contains("--json")
      var session = Session(environment: surroundings, settings: settings)
      return finish(complain(Failure(error), &session), &session)
    }
    options.apply(to: &surroundings)
    var session = Session(
      environment: surroundings, settings: ProgramOptions.settings(options.values, surroundings))
    session.settings.confirms = options.values["yes"] != nil
    session.run.skipsStart = options.values["no-start"] != nil
    session.run.isDry = options.values["dry-run"] != nil
    session.loadSettings()
    InternalFault.watch(session.language, isJSON: session.settings.isJSON)
    let exit = run(options, &session)
    // What `stop` says decides, unless something failed after it.
    if !session.isPrompt { session.sayExercise() }
    session.dossier?.leaveToTheEnd()
    let isEnded = exit == ExitCode.done.rawValue || exit == ExitCode.unmet.rawValue
    return finish(isEnded ? session.run.stopCode ?? exit : exit, &session)
  }

  /// Prints the envelope of a run when one was asked for, and says what could not be written.
  private static func finish(_ exit: Int32, _ session: inout Session) -> Int32 {
    if session.settings.isJSON { session.output.print(Envelope(session, exit).text) }
    guard let code = session.output.failure, exit == 0 else { return exit }
    let name = session.language.pick(("la sortie standard", "standard output"))
    return complain(Failure(.cannotWrite(name, code: code)), &session)
  }

  /// Says a failure that has no place in a source.
  private static func complain(_ failure: Failure, _ session: inout Session) -> Int32 {
    let diagnostic = Diagnostic(
      failure.error.wording, source: nil, range: 0..<0, notes: failure.error.notes)
    Engine.report([diagnostic], &session)
    return failure.error.exit.rawValue
  }

  /// Says what stands for the whole run, such as its help.
  private static func tell(_ text: String, _ command: String, _ session: inout Session) -> Int32 {
    session.results.append(.init(command: command, view: .text((text, text))))
    if !session.settings.isJSON { session.output.show(text.harmless) }
    session.output.flush(session.settings, isKept: true)
    return 0
  }

  private static func run(_ options: ProgramOptions, _ session: inout Session) -> Int32 {
    if options.values["version"] != nil { return tell(Surroundings.tool, "version", &session) }
    if options.values["help"] != nil, !options.namesScript {
      return tell(ProgramHelp.text(options.words, session), "help", &session)
    }
    do {
      try readAnswers(options, &session)
      try openDossier(options, &session)
      return try dispatch(options, &session)
    } catch {
      session.output.flush(session.settings, isKept: false)
      return complain(Failure(error), &session)
    }
  }

  /// Reads the answers that were given beforehand, one a line.
  private static func readAnswers(_ options: ProgramOptions, _ session: inout Session) throws {
    guard let path = options.values["answers"] else { return }
    let text = String(decoding: try session.read(path), as: UTF8.self)
    var lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    session.run.answers = lines
  }

  /// Opens the dossier that was named, or the one of the current folder if there is one.
  private static func openDossier(_ options: ProgramOptions, _ session: inout Session) throws {
    if options.words.first.map({ Name("check", "contrôler").matches($0) }) == true { return }
    let isHere = unsafe access("dossier.json", F_OK) == 0 || holdsJournals(".")
    guard let path = options.values["dossier"] ?? (isHere ? "." : nil) else { return }
    do {
      session.enter(try session.open(path))
    } catch let error as JournalError
      where error.isMended && isRepair(options.words) && mayBeDossier(path)
    {
      session.unopened = path
    } catch JournalError.notADossier where holdsJournals(path) {
      throw JournalError.malformedDossier(path: "\(path)/dossier.json")
    }
  }

  /// Whether a folder holds the journals of a dossier, be its own `dossier.json` lost.
  private static func holdsJournals(_ path: String) -> Bool {
    guard let folder = try? Files.open("\(path)/journal", O_RDONLY | O_DIRECTORY),
      let names = try? Files.names(in: folder, path: "\(path)/journal")
    else { return false }
    return names.contains { DossierTree.isJournal(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether a folder is what is left of a dossier: nothing is put into any other.
  private static func mayBeDossier(_ path: String) -> Bool {
    ["dossier.json", "journal"].contains { unsafe access("\(path)/\($0)", F_OK) == 0 }
  }

  /// Whether the words of a command line are the command that mends what cannot be opened.
  private static func isRepair(_ words: [String]) -> Bool {
    let (noun, verb) = (Name("journal"), JournalCommands.repair.name)
    return words.count > 1 && noun.matches(words[0]) && verb.matches(words[1])
  }

  private static func dispatch(_ options: ProgramOptions, _ session: inout Session) throws -> Int32
  {
    if let commands = options.values["commands"] {
      return try ScriptRun(Source(name: "-c", text: commands), options.words).run(&session).rawValue
    }
    guard let first = options.words.first else {
      if Terminal.isInteractive { return Prompt.run(&session) }
      return try script(at: "-", [], &session)
    }
    if Name("run", "lancer").matches(first) {
      guard options.words.count > 1 else { throw Failure(.fileNeeded("run")) }
      return try script(at: options.words[1], options.parameters(after: 2), &session)
    }
    if Name("check", "contrôler").matches(first) {
      return Checking.check(Array(options.words.dropFirst()), &session)
    }
    if first.hasSuffix(".constat"), !first.hasPrefix("-") {
      return try script(at: first, options.parameters(after: 1), &session)
    }
    session.isSingleCommand = true
    return try command(options.words, &session)
  }

  /// Runs one command given as arguments.
  private static func command(_ words: [String], _ session: inout Session) throws -> Int32 {
    let parsed: (source: Source, script: Script)
    do {
      parsed = try session.parse(arguments: words)
    } catch {
      let source = Source(arguments: words)
      Engine.report([Diagnostic(error, in: source)], &session)
      return ExitCode.usage.rawValue
    }
    return Engine.run(LoadedScript(parsed.script, parsed.source), &session).rawValue
  }

  /// Runs a script; what follows its name are its parameters.
  private static func script(at path: String, _ words: [String], _ session: inout Session) throws
    -> Int32
  {
    let isInput = path == "-"
    let bytes = isInput ? StandardInput.all() : try session.read(path)
    if !isInput { session.base = Session.folder(of: path) }
    return try ScriptRun.run(bytes, named: isInput ? "-" : path, words, &session).rawValue
  }
}

/// Standard input, whole or line by line.
enum StandardInput {
  /// The next line without its end; nothing at the end of the input, or when a signal came.
  static func line() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(0, &byte, 1)
      guard count > 0 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }

  /// All of it.
  static func all() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
