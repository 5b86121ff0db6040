import Auditing
import Journaling
import Scripting
import Signing

/// `sync`: the dossier is shared through git or with a copy in a folder.
enum SyncCommand {
  static let all = [sync]

  static let sync = CommandSpec(
    name: Name("sync", "synchroniser"),
    operands: [.init(name: Name("place", "lieu"), type: .folder, isOptional: true)],
    options: [
      .init(name: Name("message"), type: .text),
      .init(name: Name("create", "créer"), type: nil),
    ],
    summary: (
      "partager le dossier par git ou avec une copie dans un répertoire",
      "share the dossier through git or with a copy in a folder"
    ),
    manual: (
      """
      Le lieu est une adresse git, un dépôt nu, ou un répertoire (clé USB, partage) qui contient une copie du \
      dossier\u{202F}; --créer y fait la première. Sans lieu\u{A0}: celui de la première fois. Ce qui est là-bas est \
      fusionné ici, puis ce qui est ici y est envoyé. Hors réseau, tout est gardé et il est dit ce qui reste à \
      partager. Les preuves n’entrent dans git que si leur fiche le dit. L’identifiant que demande un serveur est \
      celui de git ou de ssh\u{A0}: Constat n’en garde aucun. Un collègue part de «\u{A0}git clone -b main ADRESSE \
      RÉPERTOIRE\u{A0}», ou d’une copie de votre répertoire.
      """,
      """
      The place is a git address, a bare repository, or a folder (USB stick, share) that holds a copy of the \
      dossier; --create makes the first. Without a place: that of the first time. What is there is merged \
      here, then what is here is sent there. Offline, all is kept and what is not yet shared is said. Evidence \
      enters git only where its record says so. The credential that a server asks for is git’s or ssh’s: \
      Constat keeps none. A colleague starts from git clone -b main ADDRESS FOLDER, or from a copy of your \
      folder.
      """
    ),
    example: "sync copie --create", writes: true, isCommitPoint: true
  ) { session, bound in
    let dossier = try session.openDossier()
    let temporary = session.temporaryFolder()
    defer { try? Files.removeTree(temporary) }
    var request = SyncRequest(
      author: session.author,
      programs: session.programs, temporary: temporary)
    request.target = try bound["place"].map { word in
      word.hasPrefix("~/") ? try session.writtenPath(word) : try PathSpelling.onDisk(word)
    }
    request.message = bound["message"]
    request.creates = bound.has("create")
    request.mayAsk = session.mayAsk
    session.attestBeforeSync()
    let outcome = try session.doing(("synchronisation", "syncing")) { progress in
      try dossier.sync(request) { done throws(EvidenceLocker.Stopped) in
        try progress(done.bytes, done.total)
      }
    }
    if !outcome.keepsModes { session.output.note(DossierCommands.openToOthers) }
    if !outcome.leftOut.isEmpty { session.output.note(altered(outcome.leftOut)) }
    return report(outcome)
  }

  /// What is said of files that did not enter git.
  private static func altered(_ files: [String]) -> Wording {
    let names = files.map(\.visible).joined(separator: ", ")
    return (
      "laissé hors de git, car ce n’est plus le contenu que le journal nomme\u{A0}: \(names)\u{202F}; «\u{A0}vérifier\u{A0}» en dit plus, «\u{A0}preuve récupérer\u{A0}» reprend une preuve d’une copie",
      "left out of git, being no longer the content that the journal names: \(names); verify tells more, evidence fetch takes evidence from a copy"
    )
  }

  private static func report(_ sync: SyncOutcome) -> Outcome {
    var outcome = MergeReport(sync.taken).outcome
    let place = sync.remote.visible
    if let words = sync.outOfReach {
      outcome.acknowledgements.append(
        (
          "«\u{A0}\(place)\u{A0}» est hors d’atteinte\u{A0}: \(sync.unshared.fr("opération(s)")) à partager (\(words.visible))",
          "\(place) is out of reach: \(sync.unshared.en("operation(s)")) not yet shared (\(words.visible))"
        ))
    } else if sync.isNew {
      outcome.acknowledgements.append(
        (
          "dossier partagé dans «\u{A0}\(place)\u{A0}»\u{A0}: \(sync.shared.fr("opération(s)"))",
          "dossier shared in \(place): \(sync.shared.en("operation(s)"))"
        ))
    } else if sync.shared == 0 {
      outcome.acknowledgements.append(
        (
          "«\u{A0}\(place)\u{A0}» a toutes les opérations d’ici",
          "\(place) has all operations of this copy"
        ))
    } else {
      outcome.acknowledgements.append(
        (
          "\(sync.shared.fr("opération(s) envoyée(s)")) à «\u{A0}\(place)\u{A0}»",
          "\(sync.shared.en("operation(s) sent")) to \(place)"
        ))
    }
    outcome.value = .number(DecimalNumber(sync.unshared))
    return outcome
  }
}

extension Session {
  /// Signs the heads that are about to be shared; what stands in the way is said and no more.
  fileprivate mutating func attestBeforeSync() {
    guard mayAsk else {
      attestAtEnd()
      if (try? dossier?.unsignedHeads())?.isEmpty == false {
        output.note(
          (
            "rien n’atteste encore vos écritures\u{A0}: constat journal jalonner",
            "nothing attests your entries yet: constat journal checkpoint"
          ))
      }
      return
    }
    do {
      try attest()
    } catch {
      let words = Failure(error).error.wording
      output.note(
        (
          "rien n’atteste ces écritures\u{A0}: \(words.fr)",
          "nothing attests these entries: \(words.en)"
        ))
    }
  }
}
