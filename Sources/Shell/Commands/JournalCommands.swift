import Auditing
import Journaling
import Scripting
import Signing

/// `journal accept` and `journal repair`: what becomes of a journal that does not hold.
enum JournalCommands {
  static let all = [accept, repair]

  static let accept = CommandSpec(
    noun: Name("journal"), name: Name("accept", "admettre"),
    operands: [.init(name: Name("writer", "poste"), type: .word)],
    options: [.init(name: Name("reason", "raison"), type: .text, isRequired: true)],
    summary: (
      "admettre tel quel un journal endommagé ou à deux suites",
      "accept a journal as it is, damaged or gone on in two ways"
    ),
    manual: (
      """
      Ce qui se lit du journal compte\u{202F}; ce qui manque reste manquant, et l’écriture dit qui l’a \
      admis et pourquoi. Si le journal change ensuite, il faut l’admettre de nouveau. «\u{A0}vérifier\u{A0}» le \
      dit toujours. Le poste se nomme par le début de sa marque.
      """,
      """
      What can be read of the journal counts; what is missing stays missing, and the entry says who \
      accepted it and why. Should the journal change afterwards, it must be accepted anew. verify \
      always tells. The writer is named by the first digits of its mark.
      """
    ),
    example: #"journal accept fe57d892 --reason "la clé USB était défectueuse""#, writes: true,
    isLasting: true
  ) { session, bound in
    try session.requirePerson()
    let dossier = try session.openDossier()
    let check = try dossier.verify()
    let signed = (try? session.attestations())?.contradicted ?? []
    let faulty = Set(try dossier.outstanding(check).writers).union(signed).sorted()
    let word = bound["writer"] ?? ""
    let found = faulty.filter { $0.hasPrefix(word.lowercased()) && !word.isEmpty }
    guard found.count == 1, let writer = found.first else {
      throw Failure(.noFaultyJournal(word, known: faulty), at: bound.place("writer"))
    }
    let newer = check.damages.filter { $0.writer == writer && $0.isNewer }
    if !newer.isEmpty { throw Failure(.journalDamaged(newer), at: bound.place("writer")) }
    guard
      let event = try dossier.acceptance(
        of: writer, reason: bound["reason"] ?? "", by: session.author, found: check)
    else { throw Failure(.noFaultyJournal(word, known: faulty), at: bound.place("writer")) }
    try session.record(event.kind, event.fields)
    return .acknowledged(
      ("journal \(writer) admis tel quel", "journal \(writer) accepted as it is"))
  }

  static let repair = CommandSpec(
    noun: Name("journal"), name: Name("repair", "réparer"),
    operands: [.init(name: Name("path", "chemin"), type: .folder)],
    summary: (
      "réparer les journaux depuis une autre copie du dossier",
      "repair the journals from another copy of the dossier"
    ),
    manual: (
      """
      Reprend de la copie, empreintes vérifiées, les lignes qui manquent ou ne tiennent plus ici, les \
      référentiels et dossier.json\u{202F}; les octets abîmés sont gardés à côté (*.torn-…). Tapée seule, «\u{A0}constat \
      journal réparer COPIE\u{A0}», elle répare aussi un dossier qui ne s’ouvre plus.
      """,
      """
      Takes from the copy, its hashes checked, the lines that are missing or no longer hold here, the \
      checklists and dossier.json; the damaged bytes are kept beside (*.torn-…). Typed by itself, constat journal \
      repair COPY, it also mends a dossier that cannot be opened any more.
      """
    ),
    example: "journal repair sauvegarde", isCommitPoint: true
  ) { session, bound in
    let folder = try session.unopened ?? session.openDossier().path
    let path = try session.path(bound["path"] ?? "")
    guard Files.exists(path) else { throw Failure(.fileAbsent(path), at: bound.place("path")) }
    let repair = try DossierFolder.repair(folder, from: path, at: session.environment.workplace)
    session.enter(try DossierFolder.open(folder, at: session.environment.workplace))
    session.unopened = nil
    var outcome = Outcome()
    for (file, count) in repair.files.sorted(by: { $0.key < $1.key }) {
      outcome.acknowledgements.append(
        (
          "journal/\(file) réparé\u{A0}: \(count.fr("écriture(s)"))",
          "journal/\(file) repaired: \(count.en("operation(s)"))"
        ))
    }
    if repair.restoredIdentity {
      outcome.acknowledgements.append(("dossier.json remis", "dossier.json put back"))
    }
    if repair.checklists > 0 {
      outcome.acknowledgements.append(
        (
          repair.checklists.fr("référentiel(s) remis"),
          "\(repair.checklists.en("checklist(s)")) put back"
        ))
    }
    outcome.acknowledgements += repair.kept.map {
      ("octets abîmés gardés dans journal/\($0)", "damaged bytes kept in journal/\($0)")
    }
    if outcome.acknowledgements.isEmpty {
      outcome.acknowledgements = [
        ("rien à reprendre de cette copie", "there is nothing to take from this copy")
      ]
    }
    let left = try session.openDossier().verify().damages
    if !left.isEmpty {
      outcome.view = .text(
        (
          left.map(\.wording.fr).joined(separator: "\n"),
          left.map(\.wording.en).joined(separator: "\n")
        ))
      outcome.exit = .integrity
    }
    return outcome
  }
}
