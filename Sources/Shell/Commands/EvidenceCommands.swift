import Auditing
import Journaling
import Scripting
import Signing

/// `evidence verify`, `evidence fetch`: whether the contents are here, and are what they were.
enum EvidenceCommands {
  static let all = [verify, supersede, withdraw, fetch, destroy]

  static let noun = AuditNouns.evidence.name
  static let reason = CommandSpec.OptionSpec(
    name: Name("reason", "raison"), type: .text, isRequired: true)
  static let one = CommandSpec.Operand(
    name: Name("evidence", "preuve"), type: .reference(.evidence))
  private static let several = CommandSpec.Operand(
    name: Name("evidence", "preuve"), type: .reference(.evidence), isOptional: true,
    isRepeated: true)

  static let verify = CommandSpec(
    noun: noun, name: Name("verify", "vérifier"), operands: [several],
    summary: (
      "recalculer l’empreinte des fichiers de preuve", "hash the files of evidence anew"
    ),
    manual: (
      """
      Chaque fichier est relu en entier. Rend 5 quand l’un d’eux est altéré ou manque. Ce qui est \
      détenu ailleurs ou détruit par décision est nommé sans être une faute.
      """,
      """
      Each file is read in full. Gives 5 when one of them is changed or missing. What is held \
      elsewhere or destroyed by decision is named and is no fault.
      """
    ),
    example: "evidence verify"
  ) { session, bound in
    let dossier = try session.openDossier()
    let records = try named(bound, session)
    let digests = records?.compactMap(\.digest)
    let check = try session.doing(("vérification", "verifying")) { progress in
      try EvidenceLocker(dossier).check(digests, progress: progress)
    }
    let words = EvidenceCheckWording(check, session)
    var outcome = Outcome.text(words.text, value: .boolean(check.isWhole))
    if !check.isWhole { outcome.exit = .integrity }
    return outcome
  }

  static let fetch = CommandSpec(
    noun: noun, name: Name("fetch", "récupérer"), operands: [several],
    options: [.init(name: Name("from", "depuis"), type: .file, isList: true)],
    summary: (
      "reprendre d’ailleurs les fichiers de preuve qui manquent ici",
      "take files of evidence that are not here from elsewhere"
    ),
    manual: (
      """
      --depuis nomme un dossier, un scellé ou un répertoire de fichiers\u{202F}; sans elle, on cherche \
      dans les copies du dossier que ce poste connaît et dans les dépôts git locaux. Un fichier se \
      reconnaît à son empreinte, vérifiée avant qu’il prenne sa place. Nommez une preuve altérée \
      pour la remplacer\u{A0}: la version altérée est mise de côté. Ce qui fut détruit par décision \
      n’est pas repris. Rend 3 s’il en manque encore.
      """,
      """
      --from names a dossier, a seal or a folder of files; without it the copies of the dossier that \
      this machine knows and local git remotes are searched. A file is known by its digest, checked \
      before it takes its place. Name a piece that was changed to put it right: the changed one is \
      set aside. What was destroyed by decision is not taken. Gives 3 when some are still not here.
      """
    ),
    example: "evidence fetch", writes: true, isCommitPoint: true
  ) { session, bound in
    let dossier = try session.openDossier()
    let locker = EvidenceLocker(dossier)
    var sources = try bound.all("from").map(session.path)
    for source in sources where !Files.exists(source) {
      throw Failure(.fileAbsent(source), at: bound.place("from"))
    }
    let records = try named(bound, session)
    for (id, record) in zip(bound.all("evidence"), records ?? []) {
      if let decision = locker.destruction(of: record) {
        throw Failure(.contentDestroyed(id, decision.words), at: bound.place("evidence"))
      }
    }
    let wanted = records?.compactMap(\.digest) ?? locker.absent
    guard !wanted.isEmpty else {
      return .acknowledged(("rien ne manque ici", "nothing is lacking here"))
    }
    if sources.isEmpty { sources = locker.knownPlaces }
    guard !sources.isEmpty else { throw Failure(.noSource, at: bound.range) }
    let fetched = try session.doing(("copie", "copying")) { progress in
      try locker.fetch(wanted, from: sources, progress: progress)
    }
    return outcome(of: fetched, session)
  }

  private static func wordings(
    of fetched: EvidenceLocker.Fetched, _ names: EvidenceNames
  ) -> [Wording] {
    fetched.found.map { item in
      (
        "\(names[item.sha256]) reprise de \(item.from.visible)",
        "\(names[item.sha256]) taken from \(item.from.visible)"
      )
    }
      + fetched.setAside.map { path in
        (
          "version altérée mise de côté\u{A0}: \(path.visible)",
          "changed one set aside: \(path.visible)"
        )
      }
      + fetched.notFound.map { digest in
        ("\(names[digest]) introuvable", "\(names[digest]) not found")
      }
  }

  private static func outcome(of fetched: EvidenceLocker.Fetched, _ session: Session) -> Outcome {
    var result = Outcome(value: .number(DecimalNumber(fetched.found.count)))
    result.acknowledgements = wordings(of: fetched, EvidenceNames(session.state))
    if !fetched.notFound.isEmpty { result.exit = .unmet }
    return result
  }

  /// The records that a command names, or nothing when it names none.
  private static func named(_ bound: Bound, _ session: Session) throws -> [Record]? {
    guard bound.has("evidence") else { return nil }
    return try bound.all("evidence").map {
      try session.record(.evidence, .evidence, $0, at: bound.place("evidence"))
    }
  }
}

extension Record {
  /// The digest of the file that a piece of evidence is, if it is one.
  var digest: String? { unit("content")?["sha256"]?.text.flatMap { Digest(hex: $0)?.hex } }
}

/// What contents are called: the display ids and names of the evidence that names them.
struct EvidenceNames {
  private var names: [String: String] = [:]

  init(_ state: State, where isNamed: (Record) -> Bool = { _ in true }) {
    let ids = Identifiers(.evidence, in: state)
    for record in state.all(.evidence) where isNamed(record) {
      guard let digest = record.digest else { continue }
      let file = record.text("name", of: "content").map { " \($0.visible)" } ?? ""
      let name = ids[record.key] + file
      names[digest] = names[digest].map { "\($0), \(name)" } ?? name
    }
  }

  subscript(digest: String) -> String { names[digest] ?? String(digest.prefix(12)) }
}
