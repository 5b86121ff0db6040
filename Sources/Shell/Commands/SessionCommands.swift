import Auditing
import Checklists
import LineEditing
import Scripting

/// The words of the session: print, set, run, check, stop, quit.
enum SessionCommands {
  static let all = [print, ask, set, source, run, check, stop, quit]

  static let print = CommandSpec(
    name: Name("print", "afficher"),
    operands: [
      .init(name: Name("value", "valeur"), type: .text, isOptional: true, isRepeated: true)
    ],
    summary: ("afficher des valeurs", "show values"), example: #"print "bonjour""#
  ) { _, bound in
    let text = bound.all("value").joined(separator: " ")
    return .text((text, text), value: .text(text))
  }

  static let set = CommandSpec(
    name: Name("set", "régler"),
    operands: [
      .init(
        name: Name("setting", "réglage"),
        type: .choice([
          Name("me", "moi"), Name("language", "langue"), Name("color", "couleur"),
          Name("accessible"), Name("suggestion"), Name("keys", "touches"),
        ])),
      .init(name: Name("value", "valeur"), type: .text),
    ],
    summary: ("régler l’affichage, ou dire qui saisit", "set how things look, or say who enters"),
    manual: (
      """
      «\u{A0}régler moi PSEUDO\u{A0}» dit qui saisit\u{202F}; c’est gardé pour l’utilisateur de ce poste. Tant que \
      rien n’est dit, le compte de ce poste répond des écritures, et aucune n’est faite dans un audit. \
      «\u{A0}régler suggestion non\u{A0}» ôte la suite proposée en gris, que la flèche droite accepte\u{202F}; \
      «\u{A0}régler touches vi\u{A0}» ou emacs change les touches, «\u{A0}régler accessible oui\u{A0}» n’écrit plus \
      que des lignes, comme NO_COLOR dans l’environnement. Pour que cela dure\u{A0}: les mêmes lignes dans ~/.config/constat/start.constat.
      """,
      """
      set me HANDLE says who enters; it is kept for the user of this machine. As long as that is not \
      said, the account of the machine answers for entries, and none is made in an audit. set suggestion no \
      takes away the rest of the line that is offered in grey and that the right arrow accepts; set \
      keys vi, or emacs, changes the keys; set accessible yes writes lines alone, as NO_COLOR in the environment does. To make that last, \
      put the same lines into ~/.config/constat/start.constat.
      """
    ),
    example: "set me cmartin"
  ) { session, bound in
    let value = bound["value"] ?? ""
    let range = bound.place("value")
    switch bound["setting"] {
    case "me":
      guard Binder.isIdentifier(value) else { throw Failure(.badValue(value, .word), at: range) }
      session.settings.me = value
      try session.saveSettings()
      return .acknowledged(("vous saisissez comme \(value)", "you enter as \(value)"))
    case "language":
      guard let language = Language(rawValue: value.folded) else {
        throw Failure(.unknownChoice(value, known: Choices.languages, suggestion: nil), at: range)
      }
      session.settings.language = language
      return .acknowledged(("langue\u{A0}: français", "language: English"))
    case "suggestion":
      session.settings.suggests = try Self.isOn(value, at: range)
      return .acknowledged(
        session.settings.suggests
          ? ("suggestion en gris", "suggestion in grey")
          : ("aucune suggestion", "no suggestion"))
    case "keys":
      guard let keys = LineEditor.Keys(rawValue: value.folded) else {
        throw Failure(.unknownChoice(value, known: Choices.keys, suggestion: nil), at: range)
      }
      session.settings.keys = keys
      return .acknowledged(("touches de \(keys.rawValue)", "keys of \(keys.rawValue)"))
    case "accessible":
      session.settings.isAccessible = try Self.isOn(value, at: range)
      if session.settings.isAccessible { session.settings.isColoured = false }
      return .acknowledged(
        session.settings.isAccessible
          ? ("mode accessible", "accessible mode") : ("mode ordinaire", "ordinary mode"))
    default:
      guard let colour = Choices.colours.first(where: { $0.matches(value) })?.en else {
        throw Failure(.unknownChoice(value, known: Choices.colours, suggestion: nil), at: range)
      }
      session.settings.isColoured =
        colour == "always"
        || (colour == "auto" && session.isPrompt && !session.settings.isPlain)
      return .acknowledged(("couleur\u{A0}: \(value)", "colour: \(value)"))
    }
  }

  /// Whether a setting is switched on.
  private static func isOn(_ value: String, at range: Range<Int>) throws -> Bool {
    guard let name = Choices.switches.first(where: { $0.matches(value) }) else {
      throw Failure(.unknownChoice(value, known: Choices.switches, suggestion: nil), at: range)
    }
    return ["yes", "on"].contains(name.en)
  }

  static let source = CommandSpec(
    name: Name("source", "inclure"),
    operands: [.init(name: Name("file", "fichier"), type: .file)],
    summary: (
      "lire les définitions d’un autre fichier", "read the definitions of another file"
    ),
    manual: (
      "Le nom s’écrit en toutes lettres et compte depuis le fichier qui inclut\u{202F}; tout est contrôlé avant que rien ne commence.",
      "The name is written out and counts from the file that sources; all is checked before anything begins."
    ),
    example: #"source "communs.constat""#
  ) { _, bound in throw Failure(.promptOnly(bound.spec.name.en), at: bound.range) }

  static let run = CommandSpec(
    name: Name("run", "lancer"),
    operands: [.init(name: Name("file", "fichier"), type: .file)], takesParameters: true,
    summary: ("lancer un script", "run a script"),
    manual: (
      "Les paramètres du script sont ses options\u{A0}: lancer FICHIER --site digne, ici comme en ligne de commande\u{202F}; --help les donne. Ce qui n’est pas donné est demandé.",
      "The script’s parameters are its options: run FILE --site digne, here as on the command line; --help gives them. What is not given is asked for."
    ),
    example: "run visite.constat", isCommitPoint: true, isPromptOnly: true
  ) { session, bound in
    let path = try session.path(bound["file"] ?? "")
    let bytes = try session.read(path, at: bound.place("file"))
    var inner = session
    inner.isPrompt = false
    inner.memory = Memory()
    inner.base = Session.folder(of: path)
    let exit = try ScriptRun.run(bytes, named: path, bound.parameters, &inner)
    inner.parameters = session.parameters
    inner.isPrompt = session.isPrompt
    inner.base = session.base
    inner.memory = session.memory
    session = inner
    if exit != .done { throw Failure(.stopped("")) }
    return Outcome()
  }

  static let check = CommandSpec(
    noun: ChecklistNouns.checklist.name, name: Name("check", "contrôler"),
    operands: [.init(name: Name("file", "fichier"), type: .file)],
    summary: ("trouver toutes les fautes d’un référentiel", "find every fault of a checklist"),
    manual: (
      "Chaque faute est dite avec sa ligne, son champ, sa raison et son remède.",
      "Each fault is told with its line, field, reason and remedy."
    ),
    example: "checklist check criteres.rec"
  ) { session, bound in
    let path = try session.path(bound["file"] ?? "")
    let bytes = try session.read(path, at: bound.place("file"))
    let (checklist, faults) = ChecklistReading.load(bytes)
    guard let checklist else {
      for fault in faults {
        session.output.show(
          session.language.pick(fault.located(in: bound["file"] ?? "")).harmless)
      }
      throw Failure(.checklistFaults(bound["file"] ?? "", faults.count), at: bound.place("file"))
    }
    return .text(
      (
        "\(checklist.id) \(checklist.edition)\u{A0}: \(checklist.modules.count) modules, \(checklist.criteria.count) critères, \(checklist.indicators.count) indicateurs — aucune faute",
        "\(checklist.id) \(checklist.edition): \(checklist.modules.count) modules, \(checklist.criteria.count) criteria, \(checklist.indicators.count) indicators — no fault"
      ))
  }

  static let stop = CommandSpec(
    name: Name("stop", "arrêter"),
    operands: [.init(name: Name("why", "pourquoi"), type: .text, isOptional: true)],
    summary: (
      "finir un script\u{202F}; avec une raison, il échoue", "end a script; with a reason it fails"
    ),
    manual: (
      "Ce qui est fait est gardé. «\u{A0}stop 3\u{A0}» donne le code de sortie 3, de 0 à 255.",
      "What is done is kept. stop 3 gives the exit code 3, from 0 to 255."
    ),
    example: "stop"
  ) { session, bound in
    if let why = bound["why"] {
      guard let number = DecimalNumber(why), number.scale == 0,
        let code = UInt8(exactly: number.significand)
      else { throw Failure(.stopped(why), at: bound.range) }
      session.run.stopCode = Int32(code)
    }
    session.isEnding = true
    return Outcome()
  }

  static let quit = CommandSpec(
    name: Name("quit", "quitter"), summary: ("quitter", "leave"), example: "quit"
  ) { session, _ in
    session.isEnding = true
    return Outcome()
  }
}
