import Auditing
import Notation
import Signing

/// Writes the journal of an audit department at work, the same one for the same writer.
struct JournalMaker {
  let writer: String
  private var n: Int
  private var previous: String
  private var random: UInt64
  private var clock = 1_735_725_600_000
  private var audit = ""
  /// The criteria of the one audit that all is about; none: audits and criteria of its own.
  private var criteria: [String] = []
  private var findings: [String] = []
  private var evidence: [String] = []

  /// Creates the maker of the lines after one that is there.
  init(writer: String, after n: Int, _ id: String) {
    self.writer = writer
    self.n = n
    previous = id
    random = UInt64(writer, radix: 16) ?? 42
  }

  /// Creates the maker of what is said of one audit and its criteria.
  init(writer: String, after n: Int, _ id: String, audit: String, criteria: [String]) {
    self.init(writer: writer, after: n, id)
    (self.audit, self.criteria) = (audit, criteria)
  }

  /// The next line, its end included.
  mutating func line() -> [UInt8] {
    let bodies = operation().map { JSON.object(JSON.Object($0)).canonicalBytes }
    n += 1
    clock += 20_000 + below(400_000)
    let digests = bodies.map { "\"\(Digest.of($0).hex)\"" }.joined(separator: ",")
    let header = Array(
      (#"{"at":"\#(Timestamp(milliseconds: clock))","body":[\#(digests)],"n":\#(n),"#
        + #""prev":"\#(previous)","seen":[],"v":1,"w":"\#(writer)"}"#).utf8)
    let id = Digest.of(header)
    previous = id.hex
    return Array(([id.hexBytes, header] + bodies).joined(separator: [0x09])) + [0x0A]
  }

  private static let verdicts = [
    "conforming", "conforming", "conforming", "not-applicable", "nonconforming",
  ]

  private typealias Body = [(String, JSON)]

  private mutating func operation() -> [Body] {
    if audit.isEmpty || (criteria.isEmpty && n.isMultiple(of: 2000)) { return [opening()] }
    switch below(100) {
    case 0..<35: return [assessment(verdict: pick(Self.verdicts))]
    case 35..<60: return [note()]
    case 60..<75:
      return [finding(), assessment(verdict: "nonconforming")]
    case 75..<88: return [measure()]
    case 88..<93 where !findings.isEmpty: return [amendment()]
    case 93..<97 where !findings.isEmpty: return [citation()]
    default: return [action()]
    }
  }

  private mutating func body(_ kind: String, _ fields: Body) -> Body {
    [
      ("kind", .text(kind)), ("by", .text(pick(["ana", "bruno", "chloe", "driss"]))),
      ("salt", .text(key() + key())),
    ] + fields
  }

  private mutating func opening() -> Body {
    audit = key()
    findings = []
    return body(
      "audit.opened",
      [
        ("record", .text(audit)), ("id", .text("A\(n / 2000 + 1)")), ("form", "internal"),
        ("checklist", "qual-e-pref@3"),
      ])
  }

  private mutating func assessment(verdict: String) -> Body {
    body(
      "assessment.set",
      [
        ("audit", .text(audit)), ("criterion", .text(criterion())), ("site", .text(site())),
        ("verdict", .text(verdict)),
      ])
  }

  private mutating func note() -> Body {
    let record = key()
    evidence.append(record)
    return body(
      "evidence.attached",
      [
        ("record", .text(record)), ("id", .text("E\(n)")), ("form", "statement"),
        ("text", .text(words(2 + below(3)))), ("criterion", .text(criterion())),
        ("site", .text(site())), ("source", "entretien"), ("method", "observation"),
        ("collected", .text("2026-03-\(10 + below(18))")),
      ])
  }

  private mutating func finding() -> Body {
    let record = key()
    findings.append(record)
    let cited = evidence.isEmpty ? key() : evidence[below(evidence.count)]
    return body(
      "finding.added",
      [
        ("record", .text(record)), ("id", .text("F\(n)")), ("audit", .text(audit)),
        ("criterion", .text(criterion())), ("site", .text(site())),
        ("grade", .text(pick(["NC", "PF", "PP"]))), ("text", .text(words(1 + below(3)))),
        ("due", "2026-06-30"), ("evidence", .list([.text(cited)])),
      ])
  }

  private mutating func amendment() -> Body {
    body(
      "finding.amended",
      [
        ("record", .text(findings[below(findings.count)])), ("criterion", .text(criterion())),
        ("site", .text(site())), ("grade", .text(pick(["NC", "PF"]))),
        ("text", .text(words(2))), ("reason", "relecture"),
      ])
  }

  private mutating func citation() -> Body {
    let cited = evidence.isEmpty ? key() : evidence[below(evidence.count)]
    return body(
      "finding.cited",
      [
        ("record", .text(findings[below(findings.count)])), ("change", "add"),
        ("element", .text(cited)),
      ])
  }

  private mutating func action() -> Body {
    body(
      "action.added",
      [
        ("record", .text(key())), ("id", .text("X\(n)")), ("form", "correction"),
        ("text", .text(words(1))), ("owner", "chef de service"), ("due", "2026-09-30"),
        ("about", .list(findings.suffix(1).map { .text($0) })),
      ])
  }

  private mutating func measure() -> Body {
    body(
      "measure.recorded",
      [
        ("indicator", .text("I\(1 + below(40))")), ("site", .text(site())),
        ("period", .text("2026-0\(1 + below(9))")), ("statistic", "mean"),
        ("value", .text("\(below(90)).\(10 + below(90)) min")), ("n", .integer(20 + below(300))),
        ("source", "tableau de bord"),
      ])
  }

  private mutating func criterion() -> String {
    criteria.isEmpty ? "\(1 + below(8)).\(1 + below(9))" : pick(criteria)
  }

  private mutating func site() -> String {
    pick(["accueil", "cert-a", "cert-b", "sous-prefecture-vienne", "titres"])
  }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in pick(Self.sentences) }.joined(separator: " ")
  }

  private static let sentences = [
    "L’affichage des horaires d’ouverture est à jour à l’entrée principale.",
    "Le délai de réponse aux courriels dépasse cinq jours ouvrés sur l’échantillon relevé.",
    "La file d’attente prioritaire n’est pas signalée depuis la rue ; l’agent d’accueil l’indique.",
    "Les réclamations sont enregistrées, mais l’accusé de réception n’est pas systématique.",
    "Trois dossiers sur dix ne portent pas la date de réception.",
    "Les agents connaissent la procédure d’urgence « coupure de réseau ».",
    "Le registre d’accessibilité est présenté à la demande.",
    "L’usager est informé du délai moyen constaté, révisé chaque trimestre.",
  ]

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  private mutating func key() -> String {
    [below(1 << 32), below(1 << 32)].map {
      let digits = String($0, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// A number from 0 to below a limit (SplitMix64).
  private mutating func below(_ limit: Int) -> Int {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
