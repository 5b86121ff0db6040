import Auditing

/// Readiness as a person reads it: the answer first, then what blocks, in order.
struct ReadinessText {
  private let readiness: [Readiness]
  private let audit: Audit
  private let today: CalendarDate

  init(_ readiness: [Readiness], _ audit: Audit, today: CalendarDate) {
    self.readiness = readiness
    self.audit = audit
    self.today = today
  }

  /// How many blockers of a kind are told one by one before the rest is only counted.
  private static let mostOfAKind = 4

  var wording: Wording {
    let lines = readiness.flatMap { told($0) }
    return (lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
  }

  private func told(_ readiness: Readiness) -> [Wording] {
    let count = readiness.blockers.count
    let answer: Wording =
      readiness.isReady
      ? ("PRÊT", "READY")
      : (
        "PAS PRÊT, \(count.fr("point(s)")) à lever", "NOT READY, \(count.en("point(s)")) to clear"
      )
    var lines: [Wording] = [
      (
        "\(readiness.site), renouvellement au \(readiness.day)\u{A0}: \(answer.fr)",
        "\(readiness.site), renewal on \(readiness.day): \(answer.en)"
      ), label(of: readiness),
    ]
    var shown: [Blocker.Kind: Int] = [:]
    for (index, blocker) in readiness.blockers.enumerated() {
      shown[blocker.kind, default: 0] += 1
      guard shown[blocker.kind, default: 0] <= Self.mostOfAKind else { continue }
      lines += entry(blocker, index + 1)
      let total = readiness.blockers.count { $0.kind == blocker.kind }
      let rest = total - Self.mostOfAKind
      if shown[blocker.kind] == Self.mostOfAKind, rest > 0 {
        let name = blocker.kind.name
        lines.append(
          (
            "     … et \(rest.fr("autre(s)")) de même nature (\(name.fr))\u{A0}: prêt --site \(readiness.site) as table",
            "     … and \(rest.en("other(s)")) of that kind (\(name.en)): ready --site \(readiness.site) as table"
          ))
      }
    }
    return lines
  }

  private func label(of readiness: Readiness) -> Wording {
    if let conflict = readiness.contestedGrant {
      return (
        "  label accordé de façon contradictoire → conflit montrer \(conflict), audit \(audit.id)",
        "  the grant of a label is contested → conflict show \(conflict), audit \(audit.id)"
      )
    }
    guard let label = readiness.label else {
      return (
        "  aucun label inscrit ici\u{A0}: première attribution, audit \(audit.id)",
        "  no label is recorded here: a first award, audit \(audit.id)"
      )
    }
    let days = label.until.dayNumber - today.dayNumber
    let doubt: Wording =
      label.isStandingContested ? (", retrait contesté", ", its withdrawal contested") : ("", "")
    return (
      "  label \(label.checklist) jusqu’au \(label.until) (\(days >= 0 ? "dans \(days.fr("jour(s)"))" : "depuis \((-days).fr("jour(s)"))"))\(doubt.fr), audit \(audit.id)",
      "  label \(label.checklist) until \(label.until) (\(days >= 0 ? "in \(days.en("day(s)"))" : "\((-days).en("day(s)")) ago"))\(doubt.en), audit \(audit.id)"
    )
  }

  private func entry(_ blocker: Blocker, _ number: Int) -> [Wording] {
    let name = blocker.kind.name
    let nobody: Wording = ("personne de nommé", "nobody named")
    let who = blocker.who.joined(separator: ", ")
    let when: Wording =
      blocker.due.map { due in
        due < today
          ? (" · échu le \(due)", " · was due \(due)") : (" · pour le \(due)", " · due \(due)")
      } ?? ("", "")
    let lead = "\(number)".count < 2 ? "  " : " "
    return [
      (
        "\(lead)\(number). \(name.fr) — \(blocker.what.fr)",
        "\(lead)\(number). \(name.en) — \(blocker.what.en)"
      ),
      (
        "     qui\u{A0}: \(who.isEmpty ? nobody.fr : who)\(when.fr)",
        "     who: \(who.isEmpty ? nobody.en : who)\(when.en)"
      ), ("     → \(blocker.remedy.fr)", "     → \(blocker.remedy.en)"),
    ]
  }
}
