import Auditing
import Journaling
import Scripting
import Signing

/// `verify` and `journal verify`: what each layer of a dossier proves, and what it cannot.
enum VerificationCommands {
  static let all = [verify, verifyJournal]

  private static let summary: Wording = (
    "vérifier les journaux, les preuves, les jalons signés et les scellés",
    "check the journals, the evidence, the signed checkpoints and the seals"
  )

  static let verify = CommandSpec(
    name: Name("verify", "vérifier"), summary: summary, example: "verify", run: run)

  static let verifyJournal = CommandSpec(
    noun: Name("journal"), name: Name("verify", "vérifier"), summary: summary,
    manual: JournalVerifier.manual, example: "journal verify", run: run)

  @Sendable private static func run(_ session: inout Session, _ bound: Bound) throws -> Outcome {
    let dossier = try session.openDossier()
    let verification = try session.doing(("vérification", "checking")) { progress in
      try dossier.verify(progress: progress)
    }
    let report = VerificationReport(
      verification, outstanding: try dossier.outstanding(verification),
      attestations: try? session.attestations())
    let seals = try session.sealRemarks()
    let lines = report.lines + seals.lines
    let isWhole = report.isWhole && seals.areWhole
    var outcome = Outcome.text(
      (
        lines.map(\.fr.visible).joined(separator: "\n"),
        lines.map(\.en.visible).joined(separator: "\n")
      ), value: .boolean(isWhole))
    if !isWhole { outcome.exit = .integrity }
    return outcome
  }
}

extension Session {
  /// Checks a bag, however large: its progress is drawn, and Ctrl-C ends it.
  func verified(_ path: String) throws -> BagVerification {
    var work = LongWork(("vérification du scellé", "checking the seal"), self)
    defer { work.end() }
    let size = BagVerification.saidSize(of: path) ?? 0
    do {
      return try BagVerification.verify(path, programs, trust: trust()) {
        (done) throws(SigningError) in try work.sign(done, of: size)
      }
    } catch {
      throw LongWork.failure(error)
    }
  }

  /// How the seals of the open dossier stand whose bags are here, and whether none was changed; one
  /// that cannot be checked for want of a program says so.
  fileprivate func sealRemarks() throws -> (lines: [Wording], areWhole: Bool) {
    guard dossier != nil else { return ([], true) }
    var (lines, areWhole) = ([Wording](), true)
    let seals = state.seals.filter(\.isMade)
    for seal in seals {
      let name = seal.bag ?? ""
      guard let path = bagPath(of: seal) else {
        areWhole = false
        lines.append(strangeness(name))
        continue
      }
      guard Files.exists(path) else {
        lines.append(absence(name))
        continue
      }
      do {
        let found = try verified(path)
        let isHere = found.tagManifest?.hex == seal.manifest
        // Two seals of one edition, made in two copies, have a bag of one name.
        let isOfRival = seals.contains { $0.bag == name && $0.manifest == found.tagManifest?.hex }
        if !isHere, isOfRival {
          lines.append(absence(name))
          continue
        }
        areWhole = areWhole && isHere && found.verdict != .broken
        lines.append(remark(name, isHere ? found.verdict : .broken))
        lines += found.unfinished.map { path in
          (
            "  \(SealExplanation.unfinished(path) { fr, _ in fr })",
            "  \(SealExplanation.unfinished(path) { _, en in en })"
          )
        }
      } catch {
        let failure = Failure(error)
        if case .interrupted = failure.error { throw failure }
        let wording = failure.error.wording
        lines.append(("scellé \(name)\u{A0}: \(wording.fr)", "seal \(name): \(wording.en)"))
      }
    }
    return (lines, areWhole)
  }

  private func strangeness(_ name: String) -> Wording {
    (
      "scellé «\u{A0}\(name)\u{A0}»\u{A0}: NE TIENT PAS\u{A0}: l’écriture nomme un scellé qui n’est pas le sien\u{202F}; il n’a pas été lu",
      "seal “\(name)”: DOES NOT HOLD: the entry names a bag that is not its own; it was not read"
    )
  }

  private func absence(_ name: String) -> Wording {
    (
      "scellé \(name)\u{A0}: pas dans exports\u{202F}; sa signature reste au journal",
      "seal \(name): not in exports; its signature stays in the journal"
    )
  }

  private func remark(_ name: String, _ verdict: BagVerification.Verdict) -> Wording {
    switch verdict {
    case .good:
      (
        "scellé \(name)\u{A0}: rien n’a changé, signataires connus de vous",
        "seal \(name): nothing has changed, signers known to you"
      )
    case .unknownSigner, .unsigned:
      (
        "scellé \(name)\u{A0}: rien n’a changé\u{202F}; qui a signé reste à établir\u{A0}: scellé vérifier",
        "seal \(name): nothing has changed; who signed remains to be established: seal verify"
      )
    case .broken:
      (
        "scellé \(name)\u{A0}: NE TIENT PAS\u{A0}: scellé vérifier",
        "seal \(name): DOES NOT HOLD: seal verify"
      )
    }
  }
}
