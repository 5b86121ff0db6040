import Auditing
import Journaling
import Scripting

/// What a merge has brought, in sentences.
struct MergeReport {
  private let merge: MergeOutcome

  init(_ outcome: MergeOutcome) { merge = outcome }

  /// The result of the command: what was taken is acknowledged, what is to be decided is shown.
  var outcome: Outcome {
    var outcome = Outcome()
    outcome.acknowledgements = [taken] + details
    let lines = warnings
    if !lines.isEmpty {
      outcome.view = .text(
        (
          lines.map(\.fr.visible).joined(separator: "\n"),
          lines.map(\.en.visible).joined(separator: "\n")
        ))
    }
    outcome.value = .number(DecimalNumber(merge.operations))
    outcome.exit = exit
    return outcome
  }

  private var exit: ExitCode? {
    if !merge.damages.isEmpty || !merge.evidenceAltered.isEmpty { return .integrity }
    return merge.isUndecided ? .undecided : nil
  }

  private var taken: Wording {
    guard !merge.isEmpty else { return ("rien de nouveau", "nothing new") }
    let people = merge.people.sorted { $0.key < $1.key }
      .map { $0.key.isEmpty ? "?" : $0.key.visible }.joined(separator: ", ")
    let by: Wording = people.isEmpty ? ("", "") : (" (\(people))", " (\(people))")
    return (
      "\(merge.operations.fr("opération(s) reprise(s)"))\(by.fr)",
      "\(merge.operations.en("operation(s) taken"))\(by.en)"
    )
  }

  private var details: [Wording] {
    var lines: [Wording] = []
    func add(_ count: Int, _ fr: String, _ en: String) {
      if count > 0 { lines.append((count.fr(fr), count.en(en))) }
    }
    add(merge.evidenceTaken.count, "pièce(s) copiée(s)", "piece(s) of evidence copied")
    add(merge.checklists, "référentiel(s) copié(s)", "checklist(s) copied")
    add(merge.checkpoints, "fichier(s) de jalon copié(s)", "checkpoint file(s) copied")
    add(
      merge.filled, "contenu(s) masqué(s) ici et désormais connu(s)",
      "body(ies) redacted here and known now")
    for file in merge.mended {
      lines.append(("\(file) réparé depuis la source", "\(file) mended from the source"))
    }
    lines += merge.kept.map {
      ("octets abîmés gardés dans journal/\($0)", "damaged bytes kept in journal/\($0)")
    }
    return lines
  }

  private var warnings: [Wording] {
    var lines: [Wording] = []
    func add(_ count: Int, _ fr: String, _ en: String) {
      if count > 0 { lines.append((count.fr(fr), count.en(en))) }
    }
    for damage in merge.damages {
      lines.append(
        (
          "la source est endommagée, seul ce qui précède est repris\u{A0}: \(damage.wording.fr)",
          "the source is damaged, only what precedes was taken: \(damage.wording.en)"
        ))
    }
    for digest in merge.evidenceAltered {
      let path = "evidence/\(digest.prefix(2))/\(digest)"
      lines.append(
        (
          "la preuve \(path) de la source est altérée\u{A0}: elle n’est pas reprise, et elle manque ici",
          "evidence \(path) of the source is altered: it was not taken, and is missing here"
        ))
    }
    add(
      merge.newConflicts, "contradiction(s) nouvelle(s)\u{A0}: «\u{A0}conflit lister\u{A0}»",
      "new conflict(s): conflict list")
    let people = merge.heldPeople.sorted().map(\.visible).joined(separator: ", ")
    if !merge.held.isEmpty {
      let count = merge.held.count
      lines.append(
        (
          "\(count.fr("opération(s) de \(people) venue(s) après un scellé, tenue(s) à part"))\u{A0}:",
          "\(count.en("operation(s)")) of \(people) came after a seal and \(count == 1 ? "is" : "are") held:"
        ))
      lines += merge.held.lines
    }
    for writer in merge.forks {
      lines.append(
        (
          "le journal \(writer) bifurque\u{A0}: deux suites d’une même écriture, toutes deux gardées\u{202F}; «\u{A0}journal admettre\u{A0}» en décide",
          "journal \(writer) forks: two entries follow the same one, both kept; journal accept settles it"
        ))
    }
    add(
      merge.missing.count, "écriture(s) citée(s) et absente(s) d’ici",
      "entry(ies) named and not here")
    add(
      merge.evidenceElsewhere.count,
      "pièce(s) restée(s) ailleurs\u{A0}: «\u{A0}preuve récupérer\u{A0}»",
      "piece(s) of evidence held elsewhere: evidence fetch")
    return lines
  }
}
