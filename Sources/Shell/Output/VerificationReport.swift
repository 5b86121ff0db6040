import Auditing
import Journaling
import Signing

/// What a check of a dossier proves, layer by layer, in sentences.
struct VerificationReport {
  private let verification: Verification
  private let open: Outstanding
  private let attestations: Attestations?

  init(_ verification: Verification, outstanding: Outstanding, attestations: Attestations?) {
    self.verification = verification
    self.open = outstanding
    self.attestations = attestations
  }

  /// Whether all that can be shown holds.
  var isWhole: Bool {
    open.isEmpty && verification.evidence.isWhole && attestations?.holds != false
  }

  /// A line a layer: how it stands and what it shows; then what is wrong.
  var lines: [Wording] {
    [head] + chain + ends + evidence + rest + advice
  }

  private var head: Wording {
    let fr =
      "\(verification.operations.fr("écriture(s)")) de \(verification.writers.fr("poste(s)")), \(verification.verified.fr("fichier(s) de preuve"))"
    let en =
      "\(verification.operations.en("operation(s)")) of \(verification.writers.en("writer(s)")), \(verification.verified.en("evidence file(s)"))"
    return (
      "\(fr)\u{A0}: \(standing.fr)",
      "\(en): \(standing.en)"
    )
  }

  private var standing: Wording {
    if isWhole { return ("intacts", "intact") }
    let newer = Set(open.damages.filter(\.isNewer).compactMap(\.writer))
    let isMerelyNewer =
      open.damages.allSatisfy(\.isNewer) && open.forks.isEmpty
      && open.missing.allSatisfy { newer.contains($0.writer) } && verification.evidence.isWhole
      && attestations?.holds != false
    return isMerelyNewer
      ? ("LUS EN PARTIE SEULEMENT", "READ ONLY IN PART") : ("PAS INTACTS", "NOT INTACT")
  }

  private var chain: [Wording] {
    var lines: [Wording] = []
    if verification.damages.isEmpty, verification.operations > 0 {
      lines.append(
        (
          "empreintes, numéros et liens\u{A0}: rien n’a été changé, inséré ou retiré au milieu",
          "digests, numbers and links: nothing was changed, inserted or removed in the middle"
        ))
    }
    lines += open.damages.map(\.wording)
    lines += verification.unfinished.sorted { $0.key < $1.key }.map { file, bytes in
      (
        "\(file)\u{A0}: \(bytes.fr("octet(s)")) d’une écriture inachevée à la fin, qui ne compte pas (interrompue, ou encore en cours d’arrivée)",
        "\(file): \(bytes.en("byte(s)")) of an unfinished entry at the end, which does not count (cut off, or still arriving)"
      )
    }
    lines += open.forks.map(\.wording)
    lines += open.accepted.map { writer in
      (
        "journal/\(writer).journal\u{A0}: admis tel quel par décision («\u{A0}journal consulter\u{A0}» dit laquelle)",
        "journal/\(writer).journal: accepted as it is by a decision (journal log shows it)"
      )
    }
    for head in open.missing {
      let isContradicted = verification.contradicted.contains(head)
      lines.append(
        (
          "écriture \(head.n) du poste \(head.writer) citée et absente\(isContradicted ? "\u{A0}: son journal a été réécrit" : "")",
          "operation \(head.n) of writer \(head.writer) is named and not here\(isContradicted ? ": its journal was written anew" : "")"
        ))
    }
    return lines
  }

  /// What shows that no end was cut off and no whole journal written anew.
  private var ends: [Wording] {
    let bare = verification.journals.filter { journal in
      let signed = attestations?.byWriter[journal.writer]?.head.n ?? 0
      return journal.operations > max(journal.witnessed, signed)
    }
    var lines = attestations?.lines ?? []
    if attestations == nil, verification.operations > 0 {
      lines.append(
        (
          "jalons signés\u{A0}: non vérifiés, ssh-keygen est absent",
          "signed checkpoints: not checked, ssh-keygen is not here"
        ))
    }
    if !bare.isEmpty {
      let marks = bare.map { String($0.writer.prefix(4)) }.joined(separator: ", ")
      lines.append(
        (
          "fins de journal sans témoin (\(marks))\u{A0}: qu’on les ait coupées ou réécrites ne se verrait pas ici",
          "journal ends without a witness (\(marks)): that they were cut off or written anew would not show here"
        ))
    }
    return lines
  }

  private var evidence: [Wording] {
    let check = verification.evidence
    var lines: [Wording] = check.missing.map {
      ("preuve MANQUANTE\u{A0}: \($0)", "evidence MISSING: \($0)")
    }
    lines += check.changed.map { ("preuve altérée\u{A0}: \($0)", "evidence changed: \($0)") }
    lines += check.elsewhere.map { item in
      let place = item.sighting.wording
      return (
        "preuve tenue ailleurs\u{A0}: \(item.sha256) — \(place.fr)",
        "evidence held elsewhere: \(item.sha256) — \(place.en)"
      )
    }
    lines += check.destroyed.map { item in
      (
        "preuve détruite par décision de \(item.decision.by)\u{A0}: \(item.sha256)",
        "evidence destroyed by decision of \(item.decision.by): \(item.sha256)"
      )
    }
    return lines
  }

  private var rest: [Wording] {
    var lines: [Wording] = []
    if verification.redacted > 0 {
      lines.append(
        (
          verification.redacted.fr("corps masqué(s), comme le fait une édition"),
          "\(verification.redacted) \(verification.redacted == 1 ? "body" : "bodies") redacted, as an edition does"
        ))
    }
    for (kind, count) in verification.unknownKinds.sorted(by: { $0.key < $1.key }) {
      lines.append(
        (
          "\(count.fr("écriture(s)")) d’un genre inconnu\u{A0}: \(kind)",
          "\(count.en("event(s)")) of an unknown kind: \(kind)"
        ))
    }
    return lines
  }

  private var advice: [Wording] {
    var lines: [Wording] = []
    let isContradicted = attestations?.contradicted.isEmpty == false
    // What others have seen of a journal that this program cannot read on is no loss.
    let newer = Set(open.damages.filter(\.isNewer).compactMap(\.writer))
    if !newer.isEmpty {
      lines.append(("  = \(ShellError.update.fr)", "  = \(ShellError.update.en)"))
    }
    let needsCopy =
      open.damages.contains { !$0.isSetAsideNext && !$0.isNewer }
      || open.missing.contains { !newer.contains($0.writer) }
    let places = Set(open.damages.compactMap(\.place)).sorted()
    lines += places.map {
      (
        "  = de là où c’est partagé\u{A0}: synchroniser\($0)",
        "  = from where it is shared: sync\($0)"
      )
    }
    if needsCopy || isContradicted {
      let before = places.isEmpty ? ("", "") : ("ou, ", "or, ")
      lines.append(
        (
          "  = \(before.0)depuis une autre copie\u{A0}: journal réparer RÉPERTOIRE",
          "  = \(before.1)from another copy: journal repair FOLDER"
        ))
    }
    if needsCopy || !open.forks.isEmpty || isContradicted {
      let before = needsCopy || isContradicted ? ("ou, ", "or, ") : ("", "")
      lines.append(
        (
          "  = \(before.0)après avoir regardé\u{A0}: journal admettre POSTE --raison \"…\"",
          "  = \(before.1)once looked at: journal accept WRITER --reason \"…\""
        ))
    }
    let check = verification.evidence
    if !check.missing.isEmpty || !check.changed.isEmpty || !check.elsewhere.isEmpty {
      lines.append(
        (
          "  = les preuves, depuis une autre copie\u{A0}: preuve récupérer --depuis COPIE",
          "  = the evidence, from another copy: evidence fetch --from COPY"
        ))
    }
    return lines
  }
}

extension Damage {
  /// The place of the sync that brings back what was shared and is lost, as it follows the word.
  var place: String? {
    guard case .lostShare(_, _, let folder) = kind else { return nil }
    return folder.map { " \($0.commandWord)" } ?? ""
  }
}

extension Fork {
  /// Where a journal goes on in several ways.
  var wording: Wording {
    (
      "journal/\(writer).journal\u{A0}: deux suites à l’écriture \(n)",
      "journal/\(writer).journal: it goes on in two ways at operation \(n)"
    )
  }
}

extension Session {
  /// What opening the journals shows to be wrong with them, and no entry lets stand.
  var journalFaults: [Wording] {
    guard let dossier else { return [] }
    let damages =
      dossier.damages + dossier.unacknowledgedEnds + dossier.openLosses + dossier.openLeftOut
    return damages.map(\.wording)
      + dossier.openForks.map(\.wording)
  }
}
