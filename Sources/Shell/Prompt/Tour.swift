import Auditing
import Journaling
import Scripting
import Signing

/// The guided first quarter of an hour: where it takes place, and how far it has come.
struct Tour {
  /// The step at hand, from 0; the count of steps once all are done.
  private(set) var step: Int
  /// The dossier that was open before, to go back to.
  var before: String?
  private let folder: String

  /// What the setting up of its dossier enters.
  private static let script = """
    site add demo --name "Préfecture de démonstration"
    audit open tour --checklist qual-e-pref --title "Découverte"
    audit scope demo --modules 1
    """

  var isOver: Bool { step >= TourStep.all.count }

  /// What is to be done now.
  func text(_ language: Language) -> String {
    guard !isOver else { return language.pick(TourStep.end) }
    let head = language.pick(
      (
        "Découverte, étape \(step + 1) sur \(TourStep.all.count)",
        "Tour, step \(step + 1) of \(TourStep.all.count)"
      ))
    return "\n\(head) — \(language.pick(TourStep.all[step].text))"
  }
}

extension Tour {
  /// Begins, or goes on where it was left, in a dossier of its own that is no real one.
  static func begin(_ session: inout Session) throws -> Tour {
    let folder = "\(session.environment.stateHome)/constat/tour"
    let before = session.dossier?.path
    if let dossier = try? DossierFolder.open("\(folder)/demo", at: session.environment.workplace) {
      session.enter(dossier)
      let kept = (try? Files.contents("\(folder)/step", limit: 256)) ?? []
      let words = String(decoding: kept, as: UTF8.self).split(separator: " ").map(String.init)
      let step = words.first.flatMap { Int($0) } ?? 0
      if words.count == 3 {
        let audit = session.state.audits.first?.key
        session.place = Place(audit: audit, site: words[1], criterion: words[2])
      }
      return Tour(step: min(max(step, 0), TourStep.all.count), before: before, folder: folder)
    }
    try Files.makeFolders(folder)
    let dossier = try DossierFolder.create(
      "\(folder)/demo", title: session.language.pick(("Découverte", "Tour")),
      purpose: session.environment.isSeeded ? .trial : .exercise, by: session.author,
      at: session.environment.workplace)
    session.enter(dossier)
    var inner = session
    inner.isPrompt = false
    inner.settings.isQuiet = true
    inner.settings.me = session.author
    let exit = Engine.run(Source(name: "tour", text: script), &inner)
    guard exit == .done else { throw Failure(.stopped("")) }
    inner.isPrompt = session.isPrompt
    inner.settings = session.settings
    session = inner
    return Tour(step: 0, before: before, folder: folder)
  }

  /// Goes on past the steps that are done; whether any was.
  mutating func advance(_ session: Session, after ran: Set<String>) throws -> Bool {
    let start = step
    while step < TourStep.all.count, TourStep.all[step].isDone(session, step == start ? ran : []) {
      step += 1
    }
    guard step != start else { return false }
    try keep(session)
    return true
  }

  /// Keeps how far it has come and where one stands, to go on from there.
  private func keep(_ session: Session) throws {
    let words = ["\(step)", session.place.site, session.place.criterion].compactMap(\.self)
    try session.write(Array(words.joined(separator: " ").utf8), to: "\(folder)/step")
  }

  /// Leaves; a tour that is over, or is to begin again, leaves nothing behind.
  func leave(_ session: inout Session, forgetting: Bool) throws {
    if !isOver, !forgetting { try keep(session) }
    session.dossier = nil
    session.place = Place()
    if isOver || forgetting {
      try Files.removeTree(folder)
    }
    session.tour = nil
    if let before {
      session.enter(try DossierFolder.open(before, at: session.environment.workplace))
    }
  }
}

extension Session {
  /// Checks the step of the tour after what was entered, and shows the next.
  mutating func followTour() {
    guard var tour, dossier != nil else { return }
    let ran = Set(results.map(\.command))
    guard (try? tour.advance(self, after: ran)) == true else { return }
    self.tour = tour
    output.show(tour.text(language).harmless.wrapped(to: settings.width))
    output.flush(settings, isKept: true)
  }
}
