import Auditing
import Glibc
import Journaling
import Scripting
import Signing

extension Doctor {
  /// At most so many names are said of one kind of trouble.
  private static let told = 8

  /// Modes and owners: folders 0700, files 0600, evidence 0444, all the user's own.
  func permissions(of dossier: DossierFolder) -> [Sign] {
    var (open, writable, foreign) = ([String](), [String](), [String]())
    let entries = DossierTree(dossier.path).entries
    for entry in entries where ![.exports, .stranger, .misplaced].contains(entry.part) {
      guard let status = Self.status(entry.path) else { continue }
      if status.owner != geteuid() { foreign.append(entry.path) }
      if entry.part == .evidence, status.kind == S_IFREG {
        if status.mode & 0o222 != 0 { writable.append(entry.path) }
      } else if status.kind != S_IFLNK, status.mode & 0o077 != 0 {
        open.append(entry.path)
      }
    }
    var signs: [Sign] = []
    let misplaced = entries.filter { $0.part == .misplaced }.map(\.path)
    if !misplaced.isEmpty {
      signs.append(
        .fault(
          "un lien ou un fichier à la place d’un répertoire du dossier\u{A0}: \(Self.list(misplaced))",
          "a link or a file in the place of a folder of the dossier: \(Self.list(misplaced))",
          (
            "mettez un vrai répertoire à sa place, avec son contenu",
            "put a real folder in its place, with its content"
          )))
    }
    if !open.isEmpty {
      let remedy = "chmod -R go= \(dossier.path.shellWord)"
      signs.append(
        .fault(
          "ouvert à d’autres que vous\u{A0}: \(Self.list(open))",
          "open to others than you: \(Self.list(open))",
          (
            "\(remedy), puis chmod 0444 sur les preuves\u{202F}; sur une clé USB ou un partage sans droits, c’est sans remède",
            "\(remedy), then chmod 0444 on the evidence; on a stick or share without permissions there is no remedy"
          )))
    }
    if !writable.isEmpty {
      let remedy = "find \(dossier.path.shellWord)/evidence -type f -exec chmod 0444 {} +"
      signs.append(
        .fault(
          "preuves modifiables\u{A0}: \(Self.list(writable))",
          "evidence that can be written to: \(Self.list(writable))", (remedy, remedy)))
    }
    if !foreign.isEmpty {
      let remedy = "sudo chown -R \"$(id -un)\" \(dossier.path.shellWord)"
      signs.append(
        .fault(
          "à un autre utilisateur\u{A0}: \(Self.list(foreign))",
          "another user’s: \(Self.list(foreign))", (remedy, remedy)))
    }
    return signs.isEmpty
      ? [.good("droits du dossier\u{A0}: à vous seul", "the dossier’s permissions: yours alone")]
      : signs
  }

  /// The folders above that anybody may rename things in.
  func parents(of dossier: DossierFolder) -> [Sign] {
    var (path, open) = (dossier.path, [String]())
    while let parent = Files.parent(of: path), parent != path {
      if let status = Self.status(parent), status.mode & 0o002 != 0, status.mode & 0o1000 == 0 {
        open.append(parent)
      }
      path = parent
    }
    guard !open.isEmpty else { return [] }
    return [
      .fault(
        "n’importe qui peut remplacer le dossier depuis\u{A0}: \(Self.list(open))",
        "anybody can replace the dossier from: \(Self.list(open))",
        (
          "chmod o-w \(open[0].shellWord), ou déplacez le dossier chez vous",
          "chmod o-w \(open[0].shellWord), or move the dossier to your home"
        ))
    ]
  }

  /// Files that are none of a dossier's, and private keys among them or in the evidence.
  func strangers(in dossier: DossierFolder) -> [Sign] {
    let tree = DossierTree(dossier.path)
    let keys = tree.entries.filter(\.isPrivateKey).map(\.path)
    var signs: [Sign] = []
    if !keys.isEmpty {
      signs.append(
        .fault(
          "CLÉ PRIVÉE DANS LE DOSSIER\u{A0}: \(Self.list(keys))",
          "A PRIVATE KEY LIES IN THE DOSSIER: \(Self.list(keys))",
          (
            "déplacez-la hors du dossier, tenez-la pour divulguée et changez-en",
            "move it out of the dossier, hold it for disclosed and replace it"
          )))
    }
    let aside = tree.entries.filter { $0.part == .aside }.map(\.name)
    if !aside.isEmpty {
      signs.append(
        .note(
          "mis de côté par Constat\u{A0}: \(Self.list(aside))",
          "set aside by Constat: \(Self.list(aside))"))
    }
    let abandoned = dossier.abandonedRooms()
    if !abandoned.isEmpty {
      signs.append(
        .note(
          "copie de preuves interrompue\u{A0}: \(Self.list(abandoned)) — la prochaine écriture ou fusion l’enlève",
          "a copy of evidence was cut short: \(Self.list(abandoned)) — the next entry or merge takes it away"
        ))
    }
    let unfinished = Bag.abandoned(in: "\(dossier.path)/exports")
    if !unfinished.isEmpty {
      let names = Self.list(unfinished.map { "exports/\($0)" })
      signs.append(
        .note(
          "scellé interrompu\u{A0}: \(names) — le prochain «\u{A0}scellé apposer\u{A0}» l’enlève",
          "a seal was cut short: \(names) — the next seal make takes it away"))
    }
    let strange = tree.entries.filter { $0.part == .stranger }.map(\.name)
    if !strange.isEmpty {
      signs.append(
        .note(
          "fichiers étrangers au dossier, jamais lus\u{A0}: \(strange.joined(separator: ", "))",
          "files that are none of a dossier’s, never read: \(strange.joined(separator: ", "))"))
    }
    if tree.isCut {
      signs.append(
        .note("dossier trop grand pour tout regarder", "the dossier is too large to look at it all")
      )
    }
    return signs
  }

  /// The pinned checklists that are not here, or are not what they are pinned as.
  func checklists(in dossier: DossierFolder) -> [Sign] {
    dossier.lostChecklists.map { sha256 in
      .fault(
        "référentiel épinglé absent ou modifié\u{A0}: checklists/\(sha256).rec",
        "a pinned checklist is not here, or was changed: checklists/\(sha256).rec",
        ("journal réparer COPIE", "journal repair COPY"))
    }
  }

  /// The writers of this place, and whether their files hold what was acknowledged.
  func writers(of dossier: DossierFolder) -> [Sign] {
    guard let entries = try? dossier.acknowledged(), let lost = try? dossier.lostHeads() else {
      return [.fault("registre des postes illisible", "the register of writers cannot be read")]
    }
    guard !entries.isEmpty else {
      return [
        .note(
          "aucun poste d’ici n’a encore écrit dans ce dossier",
          "no writer of this place has written in this dossier yet")
      ]
    }
    guard lost.isEmpty else {
      return lost.map { head in
        .fault(
          "le journal du poste \(head.writer) n’a plus l’écriture \(head.n), confirmée ici",
          "the journal of writer \(head.writer) lacks operation \(head.n), acknowledged here",
          ("reprenez-le d’une copie\u{A0}: fusionner COPIE", "take it from a copy: merge COPY"))
      }
    }
    let names = entries.map { "\($0.writer.prefix(4)) (\($0.n))" }.joined(separator: ", ")
    return [.good("postes d’ici\u{A0}: \(names)", "writers of this place: \(names)")]
  }

  /// How old the operations are that nobody has signed for.
  func attestations() -> [Sign] {
    do {
      let attestations = try session.attestations()
      var signs = attestations.faults.map { fault in
        Sign(
          state: fault.breaksIntegrity ? .fault : .note, what: fault.wording,
          remedy: fault.breaksIntegrity
            ? (
              "comparez avec une autre copie du dossier\u{202F}; «\u{A0}vérifier\u{A0}» en dit plus",
              "compare with another copy of the dossier; verify tells more"
            ) : nil)
      }
      signs += attestations.openLines.map {
        Sign(state: .note, what: $0, remedy: ("journal jalonner", "journal checkpoint"))
      }
      return signs.isEmpty
        ? [.good("journaux attestés par des jalons", "journals attested by checkpoints")] : signs
    } catch {
      let wording = Failure(error).error.wording
      return [.note(wording.fr, wording.en)]
    }
  }

  /// Whether anything can be written, and how much room is left for evidence.
  func space(of dossier: DossierFolder) -> [Sign] {
    var space = statvfs()
    guard unsafe statvfs(dossier.path, &space) == 0 else { return [] }
    let free = Int(space.f_bavail) * Int(space.f_frsize)
    let journal = "\(dossier.path)/journal"
    let code = unsafe access(journal, W_OK) == 0 ? 0 : errno
    return Self.space(free: free, refusal: code == ENOENT ? 0 : code)
  }

  /// What so many free bytes mean, where the system refuses to write by an error number other than 0.
  static func space(free: Int, refusal code: Int32) -> [Sign] {
    if code != 0 {
      let reason = JournalError.reason(code)
      return [
        .fault(
          "rien ne peut être écrit dans ce dossier\u{A0}: \(reason.fr)",
          "nothing can be written in this dossier: \(reason.en)",
          (
            "copiez le dossier là où vous pouvez écrire, et travaillez dans la copie",
            "copy the dossier to where you can write, and work in the copy"
          ))
      ]
    }
    guard free >= 1 << 20 else {
      return [
        .fault(
          "ce disque est plein\u{A0}: \(free >> 10) Kio libres, rien de plus ne s’y écrit",
          "this disk is full: \(free >> 10) KiB free, nothing more can be written",
          ("libérez de la place", "make room"))
      ]
    }
    guard free < 1 << 30 else { return [] }
    return [
      .note("il reste \(free >> 20) Mio sur ce disque", "\(free >> 20) MiB are left on this disk")
    ]
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(told).joined(separator: ", ")
    return names.count > told ? "\(shown) … (\(names.count))" : shown
  }
}
