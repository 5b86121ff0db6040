import Auditing
import Checklists
import Journaling
import Scripting

/// `dossier new`, `dossier open`, `dossier set`; the first two are commit points, because they change
/// what is open.
enum DossierCommands {
  static let noun = Name("dossier")
  static let all = [new, open, set, show]

  static let new = CommandSpec(
    noun: noun, name: Name("new", "créer"),
    operands: [.init(name: Name("folder", "répertoire"), type: .folder)],
    options: [
      .init(name: Name("title", "titre"), type: .text),
      .init(
        name: Name("purpose", "usage"),
        type: .choice([Name("real", "réel"), Name("exercise", "exercice")])),
    ],
    summary: ("créer un dossier et l’ouvrir", "make a dossier and open it"),
    manual: (
      """
      Un dossier est un répertoire ordinaire qui vous appartient. Un exercice le dit pour toujours et \
      ne se fusionne jamais avec un dossier réel. Les données saisies ne s’effacent pas\u{A0}: \
      l’effacement est la suppression du dossier et de ses copies.
      """,
      """
      A dossier is an ordinary folder that you own. An exercise says so for ever and is never merged \
      into a real one. What is entered is never erased: erasing means removing the dossier and its \
      copies.
      """
    ),
    example: #"dossier new prefecture --title "Préfecture de l'Exemple""#, writes: true,
    isCommitPoint: true
  ) { session, bound in
    let path = try session.writtenPath(bound["folder"] ?? "")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let title = bound["title"] ?? name
    let purpose: Purpose =
      session.environment.isSeeded
      ? .trial : bound["purpose"].flatMap(Purpose.init) ?? .real
    let dossier = try DossierFolder.create(
      path, title: title, purpose: purpose, by: session.author,
      at: session.environment.workplace)
    session.enter(dossier)
    if !dossier.keepsModes { session.output.note(openToOthers) }
    let mark: Wording =
      switch purpose {
      case .real: ("", "")
      case .exercise: (" — EXERCICE", " — EXERCISE")
      case .trial: (" — ESSAI", " — TRIAL")
      }
    return .acknowledged(
      (
        "dossier «\u{A0}\(title)\u{A0}» créé dans \(path)\(mark.fr)",
        "dossier “\(title)” made in \(path)\(mark.en)"
      ))
  }

  static let open = CommandSpec(
    noun: noun, name: Name("open", "ouvrir"),
    operands: [.init(name: Name("folder", "répertoire"), type: .folder)],
    summary: ("ouvrir un dossier", "open a dossier"), example: "dossier open prefecture",
    isCommitPoint: true
  ) { session, bound in
    let path = try session.writtenPath(bound["folder"] ?? "")
    session.enter(try session.open(path))
    return .acknowledged(
      (
        "dossier «\u{A0}\(session.state.title)\u{A0}» ouvert",
        "dossier “\(session.state.title)” open"
      ))
  }

  static let set = CommandSpec(
    noun: noun, name: Name("set", "modifier"),
    options: [.init(name: Name("title", "titre"), type: .text, isRequired: true)],
    summary: ("changer le titre du dossier", "change the title of the dossier"),
    example: #"dossier set --title "Préfecture de l'Exemple""#, writes: true
  ) { session, bound in
    _ = try session.openDossier()
    try session.requirePerson()
    let title = bound["title"] ?? ""
    try session.record("dossier.set", ["title": .text(title)])
    return .acknowledged(
      ("dossier «\u{A0}\(title)\u{A0}»", "dossier “\(title)”"), value: .text(title))
  }

  static let show = CommandSpec(
    noun: noun, name: Name("show", "montrer"),
    summary: ("ce que contient le dossier ouvert", "what the open dossier holds"),
    example: "dossier show"
  ) { session, _ in
    let dossier = try session.openDossier()
    let state = session.state
    let writers = Set(state.history.operations.map(\.writer)).count
    let lines: [Wording] = [
      ("dossier\u{A0}: \(state.title)", "dossier: \(state.title)"),
      ("répertoire\u{A0}: \(dossier.path)", "folder: \(dossier.path)"),
      (
        "usage\u{A0}: \(Choices.french(state.purpose.rawValue, Choices.purposes))",
        "purpose: \(state.purpose.rawValue)"
      ),
      (
        "écritures\u{A0}: \(state.history.operations.count) par \(writers.fr("poste(s)"))",
        "operations: \(state.history.operations.count) by \(writers.en("writer(s)"))"
      ),
      (
        "sites\u{A0}: \(state.sites.count), audits\u{A0}: \(state.audits.count), preuves\u{A0}: \(state.evidence.count)",
        "sites: \(state.sites.count), audits: \(state.audits.count), evidence: \(state.evidence.count)"
      ),
    ]
    return .text((lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n")))
  }
}

extension Session {
  /// Makes a dossier the open one, at the place of this writer's last entry when at the prompt.
  mutating func enter(_ dossier: DossierFolder) {
    self.dossier = dossier
    place = Place()
    trail = []
    gathered = [:]
    forgetChecklists()
    for damage in dossier.damages where damage.writer == nil {
      output.note(
        (
          "\(damage.wording.fr). Reprenez-la d’une copie\u{A0}: constat journal réparer COPIE",
          "\(damage.wording.en). Take it from a copy: constat journal repair COPY"
        ))
    }
    for damage in dossier.damages where damage.writer != nil {
      output.note(
        (
          "\(damage.wording.fr). Ce qui suit cette ligne n’est pas compté\u{202F}; «\u{A0}vérifier\u{A0}» en dit plus.",
          "\(damage.wording.en). What follows that line is not counted; verify tells more."
        ))
    }
    if isPrompt { returnToLastPlace() }
  }

  /// Stands where this place's last entry was made.
  private mutating func returnToLastPlace() {
    for operation in state.history.operations.reversed() {
      for case let event? in operation.events.reversed() {
        guard let criterion = event["criterion"]?.text, let site = event["site"]?.text else {
          continue
        }
        let audit = event["audit"]?.text ?? state.audits.last { $0.status != .sealed }?.key
        place = Place(audit: audit, site: site, criterion: criterion)
        return
      }
    }
  }
}

extension DossierCommands {
  /// What is said once of a folder that a file system without modes cannot keep others out of.
  static let openToOthers: Wording = (
    "ce support n’a pas de droits d’accès (clé FAT, partage)\u{A0}: quiconque le lit peut lire le dossier",
    "this medium has no permissions (FAT stick, share): whoever reads it can read the dossier"
  )
}

extension Choices {
  /// The French name of a value of a closed list.
  static func french(_ value: String, _ list: [Name]) -> String {
    list.first { $0.en == value }?.fr ?? value
  }

  /// The name of a value of a closed list in a language.
  static func name(_ value: String, _ list: [Name], _ language: Language) -> String {
    list.first { $0.en == value }?[language] ?? value
  }
}
