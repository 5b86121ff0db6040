import Auditing
import Glibc
import Signing

/// A file of a dossier that git transports.
struct SharedFile {
  /// Its path in the dossier.
  let name: String
  /// How many of its bytes count, where that was told when a synchronisation failed.
  var length: Int?
}

extension DossierFolder {
  /// The files of the dossier that git transports.
  func sharedFiles() throws(JournalError) -> [SharedFile] {
    var files = ["dossier.json", ".gitattributes", ".gitignore"]
    for folder in ["journal", "checklists", "checkpoints"] {
      files += ((try? disk.names("\(path)/\(folder)")) ?? []).map { "\(folder)/\($0)" }
        .filter { DossierName($0) != nil }
    }
    files += evidenceForGit.map { "evidence/\($0.prefix(2))/\($0)" }
    return files.filter { isOrdinary($0) }.map { name in
      guard case .journal(let writer) = DossierName(name) else { return SharedFile(name: name) }
      return SharedFile(name: name, length: trustedLength(of: writer))
    }
  }

  private func isOrdinary(_ name: String) -> Bool {
    guard let status = try? disk.named("\(path)/\(name)") else { return false }
    return status.st_mode & S_IFMT == S_IFREG && status.st_size <= 1 << 30
  }

  /// The evidence whose record says that git may have it: 5 MiB at most, never when sensitive.
  private var evidenceForGit: Set<String> {
    let destroyed = destroyedEvidence
    var allowed: Set<String> = []
    for record in state.all(.evidence) {
      guard let content = record.unit("content"), let sha256 = content["sha256"]?.text,
        let handling = record.unit("handling"), handling["git"]?.boolean == true,
        handling["sensitive"]?.boolean != true,
        content["size"]?.integer ?? .max <= EvidenceLocker.mostForGit,
        !destroyed.contains(sha256)
      else { continue }
      allowed.insert(sha256)
    }
    // What one record calls sensitive stays out, whatever another says of the same content.
    for record in state.all(.evidence) where record.unit("handling")?["sensitive"]?.boolean == true
    {
      if let sha256 = record.unit("content")?["sha256"]?.text { allowed.remove(sha256) }
    }
    return allowed
  }

  /// The contents that were destroyed by decision.
  var destroyedEvidence: Set<String> {
    Set(
      state.everything(.evidence).compactMap { record in
        record.destruction == nil ? nil : record.unit("content")?["sha256"]?.text
      })
  }
}
