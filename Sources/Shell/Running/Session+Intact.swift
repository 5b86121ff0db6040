import Auditing
import Journaling
import Reporting

extension Session {
  /// Refuses what would hand on, as it stands, a journal whose hashes, numbers or links do not hold
  /// or that lacks what was acknowledged here or signed for.
  @discardableResult
  func requireIntactJournals(
    withEvidence: Bool = true
  ) throws -> (verification: Verification, open: Outstanding) {
    let dossier = try openDossier()
    let verification = try dossier.verify(withEvidence: withEvidence)
    let open = try dossier.outstanding(verification)
    // Where ssh-keygen is not here, what the checkpoints show cannot be asked.
    let shown = (try? attestations())?.faults.filter(\.breaksIntegrity) ?? []
    let damages = open.damages + shown.map(Damage.init(checkpoint:))
    if !damages.isEmpty { throw Failure(.journalDamaged(damages)) }
    return (verification, open)
  }

  /// Refuses a report from journals that do not hold, and a final one, in which nothing is open
  /// any more, also where a journal forks, an entry that others have seen is not here, or evidence
  /// that it cites is not what was attached.
  mutating func refuseDoubtfulReport(of audit: Audit) throws {
    let isFinal = try subject(of: audit).completeness.gaps.isEmpty
    // What a script has attached so far takes its place in the store only with its operation.
    let isSettled = try isFinal && !openDossier().isPreparing
    let (verification, open) = try requireIntactJournals(withEvidence: isSettled)
    guard isFinal else { return }
    if !open.forks.isEmpty { throw Failure(.forked(open.forks.map(\.writer))) }
    if !open.missing.isEmpty { throw Failure(.missingHeads(open.missing.count)) }
    let cited = Set(try subject(of: audit).evidence.compactMap(\.sha256))
    let lost = (verification.evidence.missing + verification.evidence.changed)
      .filter(cited.contains)
    if !lost.isEmpty { throw Failure(.evidenceMissing(lost)) }
  }
}

extension ShellError {
  /// What to do about lines that a newer version wrote.
  static let update: Wording = (
    "rien n’est abîmé\u{A0}: mettez Constat à jour\u{202F}; d’ici là rien ne se scelle sur ce poste",
    "nothing is damaged: update Constat; until then nothing is sealed on this machine"
  )

  /// How journals that do not hold are mended; nothing where the next operation does it.
  static func remedies(of damages: [Damage]) -> [Wording] {
    let newer = damages.contains(where: \.isNewer) ? [update] : []
    if damages.allSatisfy({ $0.isSetAsideNext || $0.isNewer }) { return newer }
    let places = Set(damages.compactMap(\.place)).sorted()
    return newer
      + places.map {
        (
          "«\u{A0}synchroniser\($0)\u{A0}» reprend ce qui a été partagé",
          "sync\($0) brings back what was shared"
        )
      } + [
        (
          "«\u{A0}journal réparer RÉPERTOIRE\u{A0}» le reprend d’une autre copie du dossier",
          "journal repair FOLDER takes it from another copy of the dossier"
        )
      ]
  }
}
