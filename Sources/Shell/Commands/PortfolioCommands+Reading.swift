import Auditing
import Journaling
import LineEditing
import Reporting
import Scripting

extension PortfolioCommands {
  /// Reads the dossiers below the folder that a command names.
  static func network(_ session: inout Session, _ bound: Bound) throws -> Network {
    let word = bound["folder"] ?? "."
    let folder = try session.path(word)
    let paths = try SurveyedDossier.paths(below: folder)
    guard !paths.isEmpty else {
      throw Failure(.noDossierBelow(word), at: bound.place("folder"))
    }
    let shelf = Shelf()
    let members = try session.doing(("lecture du réseau", "reading the network")) { progress in
      SurveyedDossier.survey(
        paths, progress: { done, total in _ = try? progress(done, total) },
        isStopped: { Interruption.isRequested }
      ) { path, reading in
        NetworkMember(Self.name(of: path, below: folder), reading, shelf)
      }
    }
    let whole = members.compactMap(\.self)
    let unclassed = whole.reduce(0) { $0 + $1.unclassed }
    if unclassed > 0 {
      session.output.note(
        (
          "constats sans grade connu (contradiction, ou référentiel absent), laissés de côté\u{A0}: \(unclassed)",
          "findings without a known grade (contradiction, or checklist not here), left out: \(unclassed)"
        ))
    }
    guard whole.count == paths.count else { throw Failure(.interrupted) }
    return Network(folder: word, members: whole, today: session.today)
  }

  /// The path of a dossier as it stands below a folder; of the folder itself, its last name.
  private static func name(of path: String, below folder: String) -> String {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    guard path.hasPrefix(start) else {
      return path.split(separator: "/").last.map(String.init) ?? path
    }
    return String(path.dropFirst(start.count))
  }

  /// The records that the clauses choose, under a head that says what they are of.
  static func view(
    _ records: [RecordValue], _ network: Network, _ session: inout Session, _ bound: Bound,
    columns: [String] = PortfolioNoun.portfolio.columns
  ) throws -> TableView {
    session.sayLeftOut(network.leftOut)
    session.sayContested(network.contested)
    var view = try GenericVerbs.chosen(records, PortfolioNoun.spec(columns), &session, bound)
    let share = Network.share(network.labelled, of: network.sites)
    func head(_ language: Language, _ dossiers: String, _ sites: String) -> String {
      let part = share.map { " (\($0.written(in: language)))" } ?? ""
      return
        "\(network.folder) – \(network.counted.count) \(dossiers), \(network.labelled)/\(network.sites) \(sites)\(part), \(network.today)"
    }
    view.range = (
      head(.fr, "dossiers lus", "sites labellisés"), head(.en, "dossiers read", "labelled sites")
    )
    return view
  }

  /// The rows that a command shows, with the calendar and the page that can be made of them.
  static func answer(
    _ rows: [RecordValue], _ network: Network, _ session: inout Session, _ bound: Bound,
    columns: [String] = PortfolioNoun.portfolio.columns, calendar: [UInt8]? = nil,
    page parts: (NetworkDocument) -> [Document.Section]
  ) throws -> Outcome {
    var view = try view(rows, network, &session, bound, columns: columns)
    view.calendar = calendar
    let page = NetworkDocument(network, in: session.language)
    view.document = page.document(parts(page))
    return outcome(view, network)
  }

  /// What is shown; a damaged dossier is a result that the exit code tells.
  static func outcome(_ view: TableView, _ network: Network) -> Outcome {
    var outcome = Outcome(value: .list(view.records.map(Value.record)), view: .table(view))
    if network.leftOut.contains(where: { $0.standing == .damaged }) { outcome.exit = .integrity }
    return outcome
  }

  /// The last day that is looked at: twelve months from today, or as said.
  static func horizon(_ session: Session, _ bound: Bound) -> CalendarDate {
    guard let quantity = bound.quantity("within") else { return session.today.adding(months: 12) }
    let number = quantity.number.rounded(to: 0)
    let count = max(0, number.scale == 0 ? number.significand : 0)
    switch quantity.unit {
    case .year: return session.today.adding(months: 12 * min(count, 100))
    case .week: return session.today.adding(days: 7 * min(count, 5200))
    case .day, .workingDay: return session.today.adding(days: min(count, 36_500))
    default: return session.today.adding(months: min(count, 1200))
    }
  }

  /// The least number of dossiers that a figure about several rests on: three, or as said.
  static func smallestGroup(_ bound: Bound) throws -> Int {
    let least = bound.integer("least") ?? 3
    guard least >= 2 else { throw Failure(.groupTooSmall(least), at: bound.place("least")) }
    return least
  }
}

extension Session {
  /// Names the dossiers that are in no figure, twelve at most.
  mutating func sayLeftOut(_ leftOut: [NetworkMember]) {
    for member in leftOut.prefix(12) {
      output.note(
        (
          "hors des chiffres\u{A0}: \(member.path) – \(member.reason(.fr))",
          "in no figure: \(member.path) – \(member.reason(.en))"
        ))
    }
    let rest = leftOut.count - 12
    if rest > 0 {
      output.note(
        (
          "hors des chiffres\u{A0}: \(rest) autres — réseau lister where state != ok",
          "in no figure: \(rest) more — portfolio list where state != ok"
        ))
    }
  }
  /// Names the sites that are not counted as labelled, since people disagree on their label, twelve
  /// at most.
  mutating func sayContested(_ contested: [(member: NetworkMember, site: String)]) {
    for (member, site) in contested.prefix(12) {
      output.note(
        (
          "label contesté, pas compté\u{A0}: \(member.path), site \(site)",
          "contested label, not counted: \(member.path), site \(site)"
        ))
    }
    let rest = contested.count - 12
    if rest > 0 {
      output.note(
        (
          "labels contestés, pas comptés\u{A0}: \(rest) autres",
          "contested labels, not counted: \(rest) more"
        ))
    }
  }
}
