import Auditing
import Checklists
import Journaling
import Scripting
import Signing
import Training

/// What one run of the program knows: the dossier, the place, the settings and what to say.
struct Session {
  let environment: Surroundings
  var settings: Settings
  var output = Output()
  var dossier: DossierFolder?
  /// The folder of a dossier too damaged to be opened, which is to be mended.
  var unopened: String?
  var place = Place()
  /// The order of the visit, which `next` follows until it is told otherwise.
  var walk = Walk()
  /// The guided tour, while it goes on.
  var tour: Tour?
  /// Where one was before, for `back`.
  var trail: [Place] = []
  /// Where one stood before each operation of this session, by its id, for `undo`.
  var placesBefore: [String: Place] = [:]
  /// Where one stood when the operation at hand was entered.
  var placeAtStart = Place()
  /// The evidence recorded at each spot since one arrived there.
  var gathered: [Place.Spot: [String]] = [:]
  /// Whether commands are typed at the prompt.
  var isPrompt = false
  /// The values given to the parameters of a script.
  var parameters: [String: [String]] = [:]
  var expectations: [Expectation] = []
  /// What is done once the operation being prepared is on disk.
  var afterwards: [(inout Session) throws -> Void] = []
  /// The folder that a script's files are relative to.
  var base = "."
  /// An exit code that is a result, such as what `missing` found.
  var result: ExitCode = .done
  var isEnding = false
  /// Whether it was said that the clock shows an earlier time than the last entry.
  var hasToldOfClock = false
  /// The results of commands, for `--json` and `last`.
  var results: [Result] = []
  /// What went wrong, for `--json`.
  var errors: [Diagnostic] = []
  /// Whether the command at hand is all that was entered.
  var isAlone = false
  /// What the run at hand is, and what it has come to.
  var run = RunState()
  /// The variables and definitions of the lines before, at the prompt.
  var memory = Memory()
  /// The day that stands for today where rules are evaluated: they know no other clock.
  var day: CalendarDate?
  /// What is read in the place of the dossier's state, such as an edition that was sealed.
  var past: State?
  /// Whether one command was given as the program's arguments, which may undo and run.
  var isSingleCommand = false
  private var checklists: [String: Checklist] = [:]
  /// What there is to see in an exercise, which does not change, by the key of its record.
  var scenarios: [String: Scenario] = [:]

  init(environment: Surroundings, settings: Settings) {
    self.environment = environment
    self.settings = settings
  }

  /// Something that a script expects, and whether it held.
  struct Expectation: Sendable {
    let what: String
    let holds: Bool
    let line: Int
  }

  /// What one command gave.
  struct Result {
    let command: String
    let view: Outcome.View
  }
}

extension Session {
  var language: Language { settings.language }

  /// The state of the open dossier, or the one that stands for it.
  var state: State { past ?? dossier?.state ?? State() }

  /// The civil day where the command is typed.
  var today: CalendarDate {
    day ?? environment.now().date(offsetMinutes: environment.offsetMinutes)
  }

  /// Who answers for what is entered: who said so, else the account of the machine.
  var author: String { settings.me ?? environment.account() }

  /// The open dossier, or the failure that says how to open one.
  func openDossier() throws -> DossierFolder {
    guard let dossier else { throw Failure(.noDossier) }
    return dossier
  }

  /// Adds an event to the operation being prepared, in the name of the one who enters.
  mutating func record(_ kind: String, _ fields: [String: Content]) throws {
    let dossier = try openDossier()
    if EventKind.named(kind)?.noun.belongsToAudit == true { try requirePerson() }
    let event = Event(
      kind, by: author, run: run.name, isClockGiven: environment.isClockGiven, fields)
    assert(event.undeclaredFields.isEmpty, "\(kind): \(event.undeclaredFields)")
    if let obstacle = dossier.state.obstacle(to: event) { throw failure(of: obstacle) }
    dossier.add(event)
  }

  /// Why an entry may not be written as it is.
  private func failure(of obstacle: Obstacle) -> Failure {
    switch obstacle {
    case .sealed(let audit, let edition):
      let id = language.pick(displayed(.audit, audit))
      return Failure(freezing(audit, id) ?? .sealed(id, edition: edition))
    case .inConflict(let conflict): return Failure(inConflict(conflict))
    }
  }

  /// Forgets the checklists of another dossier.
  mutating func forgetChecklists() { checklists = [:] }

  /// A new random key for a record; a seed given twice would mint one again that is taken.
  func mintKey() -> String {
    var key = environment.random(8).hexadecimal
    while Noun.allCases.contains(where: { state.record($0, key) != nil }) {
      key = environment.random(8).hexadecimal
    }
    return key
  }

  /// The next display id of a noun for the writer whose operation is being prepared.
  func nextID(_ letter: String, _ noun: Noun) -> String {
    let writer = dossier?.writerPreparing ?? ""
    return "\(letter)\(state.count(of: noun, madeBy: writer) + 1)"
  }

  /// The display ids of a noun's records, which are kept up as more are made.
  func identifiers(_ noun: Noun) -> Identifiers {
    dossier?.identifiers(of: noun) ?? Identifiers(noun, in: state)
  }

  /// The display id of a record just made: its label alone while only one writer makes labels.
  func displayID(_ noun: Noun, _ key: String, label: String) -> String {
    state.history.heads.count == 1 ? label : identifiers(noun)[key]
  }

  /// Reads the checklists that the dossier is pinned to, each once, for what cannot change the
  /// session: the prompt, and what is asked about a line being typed.
  mutating func readChecklists() {
    guard dossier != nil else { return }
    for record in state.all(.checklist) { _ = try? checklist(record.key) }
  }

  /// The pinned checklist of a digest, when it has been read.
  func readChecklist(_ sha256: String) -> Checklist? { checklists[sha256] }

  /// The pinned checklist of a digest: the dossier's copy, or where that is lost the one built in.
  mutating func checklist(_ sha256: String) throws -> Checklist {
    if let checklist = checklists[sha256] { return checklist }
    guard let bytes = try openDossier().checklist(sha256) else {
      guard let builtin = ChecklistReading.builtin(of: sha256) else {
        throw Failure(.checklistAbsent(sha256))
      }
      sayThatBuiltinStands(for: builtin, sha256)
      checklists[sha256] = builtin
      return builtin
    }
    let (checklist, faults) = ChecklistReading.load(bytes, of: sha256)
    guard let checklist else {
      throw Failure(.checklistFaults("\(sha256.prefix(12)).rec", faults.count))
    }
    checklists[sha256] = checklist
    return checklist
  }
}
