import Auditing
import Signing

extension DossierFolder {
  /// How many operations were shared with no other place yet; nothing for a dossier never shared,
  /// or for a clone that was never synchronised: what it was cloned from has more than can be told
  /// from here.
  ///
  /// No program is run for it.
  package var unsharedOperations: Int? {
    let git = "\(path)/.git"
    let folders = sharedFolders.entries
    var shared: [String: Head] = [:]
    if GitRepository.exists(path) {
      guard Files.exists(Self.sharedFile(git)) || !Files.exists("\(git)/refs/remotes")
      else { return nil }
      shared = sharedHeads(Self.sharedFile(git))
    } else if folders.isEmpty {
      return nil
    }
    for folder in folders { Self.advance(&shared, to: folder.heads) }
    return unshared(since: shared)
  }

  /// How many operations are not among those that were shared.
  func unshared(since shared: [String: Head]) -> Int {
    state.history.operations.count { $0.n > shared[$0.writer]?.n ?? 0 }
  }

  /// Remembers how far each journal is at another place, and so at some place; only of what is
  /// here, so that it tells what is lost.
  func noteShared(
    _ heads: [Head], _ repository: GitRepository, _ address: String
  ) throws(JournalError) {
    let git = repository.git.directory
    let heads = heads.filter { state.history.contains($0.id) }
    for file in [Self.sharedFile(git, of: address), Self.sharedFile(git)] {
      let known = sharedHeads(file)
      var furthest = known
      Self.advance(&furthest, to: heads)
      guard furthest != known else { continue }
      let text = furthest.values.map { "\($0)\n" }.sorted().joined()
      try Self.system { () throws(SigningError) in try disk.replace(file, Array(text.utf8)) }
    }
  }

  /// Takes note of the heads that are further than those known.
  static func advance(_ known: inout [String: Head], to heads: [Head]) {
    for head in heads where head.n > known[head.writer]?.n ?? 0 { known[head.writer] = head }
  }

  /// How the names of the files begin that say how far each journal was shared.
  static let sharedName = "constat-shared"

  /// The file of a repository that says how far each journal is at a place, or at some place.
  static func sharedFile(_ git: String, of address: String? = nil) -> String {
    let name = "\(git)/\(sharedName)"
    return address.map { "\(name)-\(Digest.of(Array($0.utf8)).hex.prefix(16))" } ?? name
  }

  /// How far each writer's journal was shared.
  func sharedHeads(_ file: String) -> [String: Head] {
    guard let bytes = try? disk.contents(file, limit: 1 << 20) else { return [:] }
    var heads: [String: Head] = [:]
    for line in bytes.split(separator: Line.end) {
      guard let head = Head(text: String(decoding: line, as: UTF8.self)) else { continue }
      heads[head.writer] = head
    }
    return heads
  }
}
