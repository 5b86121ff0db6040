import Auditing
import Glibc
import Signing

extension EvidenceLocker {
  /// What looking for contents in other places has brought.
  package struct Fetched: Sendable {
    /// The contents put in place, each with the file it came from.
    package var found: [(sha256: String, from: String)] = []
    /// The contents that none of the places holds.
    package var notFound: [String] = []
    /// Where altered contents that lay in the way were put, so that nothing is lost.
    package var setAside: [String] = []
  }

  /// Looks for contents in folders, each a dossier, a seal or any folder of files, or in a file;
  /// what has the digest is copied, checked, and put in its place.
  ///
  /// Sources are read by the rules of intake and never touched. An operation is begun when none
  /// is: the waiting room belongs to the writer who holds the lock. What a person decided is to be
  /// no more is not looked for.
  package func fetch(
    _ digests: [String], from sources: [String], progress: Progress = { _, _ in }
  ) throws(JournalError) -> Fetched {
    var result = Fetched()
    try folder.begin()
    var wanted: [String] = []
    let records = recordsByDigest
    for digest in digests where !wanted.contains(digest) {
      guard destruction(of: digest, records[digest] ?? []) == nil, !verifies(digest)
      else { continue }
      wanted.append(digest)
    }
    var seen: [String: [String]] = [:]
    for source in sources where !wanted.isEmpty {
      let shelf = EvidenceSource(source)
      for digest in wanted {
        guard let path = try take(digest, from: shelf, &result, progress) else { continue }
        result.found.append((digest, path))
        seen[source, default: []].append(digest)
      }
      let found = Set(result.found.map(\.sha256))
      wanted.removeAll(where: found.contains)
    }
    result.notFound = wanted
    for (source, digests) in seen { note(digests, seenAt: source) }
    note(result.found.map(\.sha256), seenAt: folder.path)
    return result
  }

  /// Takes one content from a source, and gives the file it came from.
  private func take(
    _ digest: String, from shelf: EvidenceSource, _ result: inout Fetched, _ progress: Progress
  ) throws(JournalError) -> String? {
    try checkStore(of: digest)
    let size = recordsByDigest[digest]?.compactMap { $0.unit("content")?["size"]?.integer }.first
    for path in shelf.candidates(digest, size: size) {
      let waiting: Waiting
      do throws(JournalError) {
        let source = try open(path)
        guard size == nil || source.size == size else { continue }
        waiting = try hold(source, progress)
      } catch {
        // A source that is none of intake's is passed by; a stop or a full disk is not.
        if case .evidence(let refusal, _) = error, !refusal.concernsDossier { continue }
        throw error
      }
      defer { try? folder.disk.unlink(waiting.path) }
      guard waiting.sha256 == digest else { continue }
      if holds(digest) { result.setAside.append(try setAside(digest)) }
      try place(waiting)
      return path
    }
    return nil
  }

  /// Moves an altered content out of the way under a name that is never read.
  private func setAside(_ digest: String) throws(JournalError) -> String {
    let path = path(of: digest)
    let name = "\(path).altered-\(folder.workplace.mint(4))"
    try DossierFolder.system { () throws(SigningError) in
      try folder.disk.rename(file: path, toFree: name)
    }
    return name
  }

  /// Takes a content away, for good, after the entry that says so is on disk.
  ///
  /// - Returns: whether it was there.
  @discardableResult
  package func destroy(_ sha256: String) throws(JournalError) -> Bool {
    guard Digest(hex: sha256) != nil else { return false }
    try checkStore(of: sha256)
    let (disk, path) = (folder.disk, path(of: sha256))
    let shelf = String(path.dropLast(65))
    do throws(SigningError) {
      try disk.unlink(path)
      try disk.synchronizeFolder(shelf)
    } catch .system("unlink", _, code: ENOENT) {
      return false
    } catch {
      throw DossierFolder.refusal(error)
    }
    try? disk.removeFolder(shelf)
    return true
  }
}

extension EvidenceRefusal {
  /// Whether the reason lies with the dossier and not with the file.
  fileprivate var concernsDossier: Bool {
    switch self {
    case .noSpace, .dossierFull, .damagedStore: true
    default: false
    }
  }
}

/// A place that may hold contents: a dossier, a seal, any folder of files, or one file.
struct EvidenceSource {
  private let path: String
  private let bySize: [Int: [String]]

  /// The most files that are looked at in a folder, and how deep.
  private static let (fileLimit, depthLimit) = (200_000, 32)

  /// Looks into a place; a dossier or a seal says by itself where its contents lie.
  init(_ path: String) {
    self.path = path
    let knows = ["dossier.json", "bagit.txt"].contains { Files.exists("\(path)/\($0)") }
    var files: [Int: [String]] = [:]
    var count = 0
    if !knows { Self.walk(path, 0, &count, &files) }
    bySize = files
  }

  /// The files that may be the content of a digest: by name, then by size.
  func candidates(_ digest: String, size: Int?) -> [String] {
    let shelf = "\(digest.prefix(2))/\(digest)"
    let named = ["evidence/\(shelf)", "data/evidence/\(digest)", shelf, digest]
      .map { "\(path)/\($0)" }.filter(Files.exists)
    let other = size.flatMap { bySize[$0] } ?? []
    return named + other.filter { !named.contains($0) }
  }

  private static func walk(
    _ path: String, _ depth: Int, _ count: inout Int, _ files: inout [Int: [String]]
  ) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: files[Int(status.st_size), default: []].append(path)
    case S_IFDIR:
      guard depth < depthLimit, let folder = try? Files.open(path, O_RDONLY | O_DIRECTORY),
        let names = try? Files.names(in: folder, path: path)
      else { return }
      for name in names where count < fileLimit {
        // A name that is no text can be neither said nor opened by its text.
        guard let text = String(validating: name, as: UTF8.self) else { continue }
        count += 1
        walk("\(path)/\(text)", depth + 1, &count, &files)
      }
    default: break
    }
  }
}
