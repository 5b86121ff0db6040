import Auditing
import Journaling
import Scripting
import Signing

/// `merge`: what another copy, journal, bundle or seal holds is united with the dossier.
enum MergeCommand {
  static let all = [merge]

  static let merge = CommandSpec(
    name: Name("merge", "fusionner"),
    operands: [.init(name: Name("path", "chemin"), type: .folder)],
    options: [
      .init(name: Name("adopt", "adopter"), type: nil),
      .init(name: Name("reason", "motif"), type: .text),
    ],
    summary: (
      "réunir au dossier ce qu’une autre copie contient",
      "unite the dossier with what another copy holds"
    ),
    manual: (
      """
      Le chemin est un dossier, un fichier de journal, un paquet git (bundle) ou un scellé, d’abord \
      vérifié. Rien n’est écrasé, et l’ordre des fusions ne change rien au résultat. Ce qui se contredit est \
      gardé côte à côte\u{A0}: «\u{A0}conflit lister\u{A0}» le montre, «\u{A0}conflit trancher\u{A0}» le règle (code 4). Un autre \
      dossier n’est admis qu’avec --adopt et un motif.
      """,
      """
      The path is a dossier, a journal file, a git bundle or a seal, which is verified first. Nothing is \
      overwritten, and the order of merges changes nothing in the result. What contradicts is kept side by \
      side: conflict list shows it, conflict resolve settles it (exit 4). Another dossier is admitted only \
      with --adopt and a reason.
      """
    ),
    example: "merge copie", writes: true, isCommitPoint: true
  ) { session, bound in
    let dossier = try session.openDossier()
    let path = try session.path(bound["path"] ?? "")
    guard Files.exists(path) else { throw Failure(.fileAbsent(path), at: bound.place("path")) }
    let temporary = session.temporaryFolder()
    defer { try? Files.removeTree(temporary) }
    let source = try session.source(path, temporary: temporary)
    let isAdopting = bound.has("adopt")
    if isAdopting { try session.adopt(source, bound) }
    let outcome = try session.doing(("fusion", "merging")) { progress in
      try dossier.merge(source, isAdopting: isAdopting) { done throws(EvidenceLocker.Stopped) in
        try progress(done.bytes, done.total)
      }
    }
    return MergeReport(outcome).outcome
  }
}

extension MergeCommand {
  /// What a merge would bring, worked out on the dossier as it lies on disk; nothing is written.
  static func preview(_ session: inout Session, _ bound: Bound) throws -> Outcome {
    let path = try session.path(bound["path"] ?? "")
    guard Files.exists(path) else { throw Failure(.fileAbsent(path), at: bound.place("path")) }
    let temporary = session.temporaryFolder()
    defer { try? Files.removeTree(temporary) }
    let source = try session.source(path, temporary: temporary)
    // What is supposed so far stays apart: a merge unites with what is written.
    let dossier = try DossierFolder.open(
      try session.openDossier().path, at: session.environment.workplace)
    if bound.has("adopt"), try !dossier.strangers(in: source).isEmpty {
      _ = try reasonToAdopt(bound)
    }
    return MergeReport(try dossier.preview(merging: source, isAdopting: bound.has("adopt"))).outcome
  }

  /// Why other dossiers are to be joined; without a reason they are not.
  fileprivate static func reasonToAdopt(_ bound: Bound) throws -> String {
    guard let reason = bound["reason"], !reason.isEmpty else {
      throw Failure(
        .missingOption(Name("reason", "motif"), command: bound.spec), at: bound.place("adopt"))
    }
    return reason
  }

  /// What is to be said of who answers for a seal that is whole.
  fileprivate static func doubt(_ verdict: BagVerification.Verdict) -> Wording? {
    switch verdict {
    case .good, .broken: nil
    case .unsigned:
      (
        "ce scellé n’est pas signé\u{A0}: personne n’en répond",
        "this seal is not signed: nobody answers for it"
      )
    case .unknownSigner:
      (
        "qui a signé ce scellé reste à établir\u{A0}: seal verify",
        "who signed this seal remains to be established: seal verify"
      )
    }
  }
}

extension Session {
  /// A folder of its own for what is read out of a bundle, not made yet.
  func temporaryFolder() -> String {
    let folder = environment.variables["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    return "\(folder)/constat-\(Workplace.systemRandom(8).hexadecimal)"
  }

  /// Reads what lies at a path; a seal is verified first.
  fileprivate mutating func source(_ path: String, temporary: String) throws -> MergeSource {
    switch try MergeSource.kind(of: path) {
    case .dossier: return try .dossier(path)
    case .journal: return try .journal(path)
    case .bundle: return try .bundle(path, programs, temporary: temporary)
    case .bag:
      let verification = try verified(path)
      if let words = MergeCommand.doubt(verification.verdict) { output.note(words) }
      return try .bag(path, verification)
    }
  }

  /// Joins the dossiers of a source to this one, each by an entry, before their entries are taken.
  fileprivate mutating func adopt(_ source: MergeSource, _ bound: Bound) throws {
    let dossier = try openDossier()
    let strangers = try dossier.strangers(in: source)
    guard !strangers.isEmpty else { return }
    let reason = try MergeCommand.reasonToAdopt(bound)
    try dossier.begin()
    for id in strangers {
      try record("dossier.adopted", ["id": .text(id), "reason": .text(reason)])
    }
    try commit()
  }
}

extension MergeRefusal {
  /// The exit code that the refusal deserves.
  var exit: ExitCode {
    switch self {
    case .contradictions, .brokenBag: .integrity
    case .syncFailed: .inputOutput
    case .cancelled: .interrupted
    default: .failed
    }
  }
}
