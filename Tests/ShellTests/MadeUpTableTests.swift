import Auditing
import Chance
import Checklists
import Foundation
import Scripting
import Testing

@testable import Shell

/// Tables like those that people import, with something wrong anywhere in them.
private struct MadeUpTables {
  private var random: SplitMix
  private let seed: [UInt8]

  private static let cells: [String] = [
    "", "0", "-1", "-0", "NaN", "inf", "1e309", "1e-400", "0x10", "1/0", "=1+1", "'=1+1", "--",
    String(repeating: "9", count: 400), "9223372036854775808", "0,1,2", "1 000 000", "1,37 jours",
    "93,1 %", "60 min", "-0 j", "1 an", "99999999999999 j", "2020-02-30", "0000-00-00",
    "9999-12-31", "10000-01-01", "2020-W54", "2020-T5", "2020-S3", "2026-11-21T25:61:61Z",
    "31/12/2020", "oui", "conforme", "digne", "IND-01", "M1-A1", "e\u{301}", "\u{FEFF}", "𝟙",
    "\u{0}", "\u{202E}x", "\u{1B}[2J", "a/b%2F", "\"", "\"\"", "\"a;b\"\"", "\r", "\n", "\t",
    String(repeating: "x", count: 70_000),
  ]

  init(_ text: String, seed: UInt64) {
    (random, self.seed) = (SplitMix(seed), Array(text.utf8))
  }

  mutating func next() -> [UInt8] {
    var bytes = seed
    for _ in 0...random.below(5) { spoil(&bytes) }
    return bytes
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(7) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(9)))
    case 2: bytes.insert(contentsOf: bytes[..<place], at: random.below(bytes.count))
    case 3: bytes.replace([0x3B], with: [random.pick([0x2C, 0x09, 0x3B, 0x0A, 0x22]) ?? 0])
    default:
      // Another cell in the place of one.
      let isBound: (UInt8) -> Bool = { $0 == 0x3B || $0 == 0x0A }
      let start = bytes[..<place].lastIndex(where: isBound).map { $0 + 1 } ?? 0
      let end = bytes[place...].firstIndex(where: isBound) ?? bytes.count
      let cell = random.pick(Self.cells) ?? ""
      bytes.replaceSubrange(start..<max(start, end), with: Array(cell.utf8))
    }
  }
}

struct `A table that is imported` {
  private let folder: String
  private let session: Session

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var session = Session(
      environment: Surroundings(
        variables: ["HOME": folder], now: { Timestamp(milliseconds: 1_795_250_824_560) },
        machine: "m"),
      settings: Settings(language: .fr, me: "ann", isQuiet: true))
    let script = """
      dossier new "\(folder)/d" --title Essai
      site add digne --name "Préfecture, Digne"
      audit open 2026-001 --checklist services-publics-plus
      audit scope digne --modules plus-proche
      sample draw --population 240 --size 20 --title x
      """
    #expect(Engine.run(Source(name: "made", text: script), &session) == .done)
    self.session = session
  }

  /// Reads many tables; how many of them were taken.
  private func taken(
    _ seed: UInt64, _ text: String, _ read: (String, inout Session) throws -> Void
  ) throws -> Int {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var tables = MadeUpTables(text, seed: seed)
    let path = "\(folder)/table.csv"
    let before = session.state.canonicalText
    var taken = 0
    for round in 0..<400 {
      var session = session
      try Data(round == 0 ? Array(text.utf8) : tables.next()).write(to: URL(filePath: path))
      do {
        try read(path, &session)
        taken += 1
      } catch let failure as Failure {
        #expect(!failure.error.wording.fr.isEmpty)
        if round == 0 { Issue.record("\(failure.error.wording.fr)") }
      }
      #expect(session.state.canonicalText == before)
    }
    return taken
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `of measures is read or refused, whatever is in it`(_ seed: UInt64) throws {
    let text = """
      indicateur;site;période;valeur;n;source;statistique;rubrique;détail
      IND-01;digne;2020;1,37 jours;212;messagerie;;;
      IND-02;Digne;2020-T1;93,1 %;412;;;accueil;
      IND-01;digne;2019;1,5 jours;;;;courriels;
      """
    var session = session
    let checklist = try session.checklistBytes("qual-e-pref", at: nil).checklist
    let count = try taken(seed, text) { path, session in
      let sheet = try MeasureSheet(path, checklist: checklist, site: nil, &session, at: 0..<0)
      for (_, measure) in sheet.measures { #expect(!measure.value.description.isEmpty) }
    }
    #expect(count > 1 && count < 400, "seed \(seed): \(count) taken")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `of a survey is read or refused, whatever is in it`(_ seed: UInt64) throws {
    let text = """
      question;réponse;effectif;sens
      Accueil;content;120;favorable
      Accueil;mécontent;12;autre
      Attente;sans avis;3;hors-compte
      """
    let count = try taken(seed, text) { path, session in
      _ = try SurveySheet(path, &session, at: 0..<0)
    }
    #expect(count > 1 && count < 400, "seed \(seed): \(count) taken")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `of criteria is read or refused, whatever is in it`(_ seed: UInt64) throws {
    let text = """
      id;titre;module;preuve;méthode
      C-1;Horaires affichés;Accueil;photo|site;observe
      C-2;Délai de réponse;Accueil;registre;test
      """
    let draft = ChecklistDraft(id: "essai", title: "Essai", edition: "1")
    let count = try taken(seed, text) { path, session in
      _ = try ChecklistSheet(path, draft, &session, at: 0..<0)
    }
    #expect(count > 1 && count < 400, "seed \(seed): \(count) taken")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `of an audit is read or refused, whatever is in it`(_ seed: UInt64) throws {
    var session = session
    let audit = try session.currentAudit()
    let checklist = try session.checklist(audit.checklist)
    let criteria = audit.criteria(of: checklist, at: "digne").prefix(4).map(\.id)
    let rows = criteria.map { "\($0);digne;conforme;vu;vu à l’entrée\n" }
    let count = try taken(
      seed, "critère;site;verdict;raison;observation\n" + rows.joined()
    ) { path, session in
      _ = try AuditSheet(path, audit, checklist, &session, at: 0..<0)
    }
    #expect(criteria.count == 4)
    #expect(count > 1 && count < 400, "seed \(seed): \(count) taken")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `of a sample is read or refused, whatever is in it`(_ seed: UInt64) throws {
    var session = session
    let drawn = try session.drawnSample("E1", at: nil)
    let rows = drawn.ranks.sorted().prefix(4).map { "\($0);2026-11-02;2026-11-05;;oui;vu\n" }
    let count = try taken(
      seed, "élément;reçu;répondu;valeur;conforme;remarque\n" + rows.joined()
    ) { path, session in
      _ = try SampleGrid(path, drawn, &session, at: 0..<0)
    }
    #expect(count > 1 && count < 400, "seed \(seed): \(count) taken")
  }
}
