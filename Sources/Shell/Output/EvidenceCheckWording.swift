import Auditing
import Journaling
import Scripting

/// What hashing the evidence anew has found, in sentences: each piece that is not intact, by name.
struct EvidenceCheckWording {
  let text: Wording

  init(_ check: EvidenceCheck, _ session: Session) {
    let names = EvidenceNames(session.state)
    var lines = [Self.head(check)]
    for digest in check.changed {
      lines.append(
        (
          "ALTÉRÉE\u{A0}: \(names[digest]) — SHA-256 \(digest.prefix(12))… ne correspond plus\n    → preuve récupérer \(names[digest].firstWord) --depuis COPIE",
          "CHANGED: \(names[digest]) — SHA-256 \(digest.prefix(12))… no longer matches\n    → evidence fetch \(names[digest].firstWord) --from COPY"
        ))
    }
    for digest in check.missing {
      lines.append(
        (
          "MANQUE\u{A0}: \(names[digest]) — SHA-256 \(digest.prefix(12))…\n    → preuve récupérer --depuis COPIE",
          "MISSING: \(names[digest]) — SHA-256 \(digest.prefix(12))…\n    → evidence fetch --from COPY"
        ))
    }
    for (digest, sighting) in check.elsewhere {
      let place = sighting.wording
      lines.append(
        (
          "ailleurs\u{A0}: \(names[digest]) — \(place.fr)",
          "held elsewhere: \(names[digest]) — \(place.en)"
        ))
    }
    for (digest, decision) in check.destroyed { lines += Self.destroyed(names[digest], decision) }
    let destroyed = EvidenceNames(session.state) { $0.destruction != nil }
    for (digest, decision) in check.destroyedInPart {
      lines.append(Self.decided(destroyed[digest], decision))
      lines.append(
        (
          "    le même contenu est aussi celui d’une preuve que cette décision ne vise pas",
          "    the same content is that of evidence too which this decision does not name"
        ))
    }
    text = (lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
  }

  private static func head(_ check: EvidenceCheck) -> Wording {
    let total =
      check.verified.count + check.changed.count + check.missing.count + check.elsewhere.count
      + check.destroyed.count
    let whole: Wording =
      !check.isWhole
      ? (" — PAS INTACTS", " — NOT INTACT")
      : check.elsewhere.isEmpty
        ? ("", "") : (", le reste détenu ailleurs", ", the rest held elsewhere")
    return (
      "\(total.fr("fichier(s) de preuve")), \(check.verified.count.fr("intact(s)"))\(whole.fr)",
      "\(total.en("evidence file(s)")), \(check.verified.count) intact\(whole.en)"
    )
  }

  private static func destroyed(_ name: String, _ decision: Destruction) -> [Wording] {
    var lines = [decided(name, decision)]
    if decision.isStillHere {
      lines.append(
        (
          "    son fichier est encore ici → preuve détruire \(name.firstWord) …",
          "    its file still lies here → evidence destroy \(name.firstWord) …"
        ))
    }
    return lines
  }

  private static func decided(_ name: String, _ decision: Destruction) -> Wording {
    let words = decision.words
    return (
      "détruite par décision\u{A0}: \(name) — \(words.fr)",
      "destroyed by decision: \(name) — \(words.en)"
    )
  }
}

extension Destruction {
  /// Who decided it, when, and why.
  var words: Wording {
    (
      "\(by.visible), \(at.seconds)\u{A0}: \(reason.visible)",
      "\(by.visible), \(at.seconds): \(reason.visible)"
    )
  }
}

extension Sighting {
  /// Where, and when it was seen there.
  var wording: Wording {
    switch place {
    case .folder(let path):
      at.map {
        ("vue dans \(path.visible) le \($0.seconds)", "seen in \(path.visible) on \($0.seconds)")
      } ?? ("présente dans \(path.visible)", "present in \(path.visible)")
    case .writer(let writer, let person):
      (
        "recueillie par \(person.visible) (poste \(writer.prefix(4))) le \(at?.seconds ?? "")",
        "taken in by \(person.visible) (writer \(writer.prefix(4))) on \(at?.seconds ?? "")"
      )
    }
  }
}

extension String {
  /// What stands before the first space or comma.
  fileprivate var firstWord: Substring { prefix { $0 != " " && $0 != "," } }
}
