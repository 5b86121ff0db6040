import Signing

/// The files that a commit holds, by the names a dossier has.
struct GitTree {
  /// Every entry by its path.
  private(set) var entries: [String: Entry] = [:]

  /// One name of a commit.
  struct Entry: Hashable {
    /// The mode as git writes it, `100644`.
    let mode: String
    let object: String
    /// The bytes of a file, or nothing of anything else.
    let size: Int?

    /// Whether it is an ordinary file: no link, no other repository.
    var isFile: Bool { mode.hasPrefix("100") && size != nil }
  }

  /// The most names that are read of a commit, and bytes of what git lists of them.
  private static let limit = 200_000

  /// Lists a commit.
  ///
  /// - Throws: `merging` with `tooManyFiles`, `syncing`, `system`.
  static func read(_ commit: String, _ git: GitProgram) throws(JournalError) -> GitTree {
    let bytes = try git.run(["ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--"])
    var tree = GitTree()
    for row in bytes.split(separator: 0) {
      guard let tab = row.firstIndex(of: Line.tab),
        let path = String(validating: row[(tab + 1)...], as: UTF8.self)
      else { continue }
      let words = row[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 4 else { continue }
      tree.entries[path] = Entry(
        mode: words[0], object: words[2], size: words[1] == "blob" ? Int(words[3]) : nil)
      guard tree.entries.count <= limit else {
        throw .merging(.tooManyFiles(path: commit, limit: limit))
      }
    }
    return tree
  }

  /// The contents of files, in the order in which they are asked for.
  static func contents(
    _ entries: [Entry], _ git: GitProgram
  ) throws(JournalError) -> [[UInt8]] {
    guard !entries.isEmpty else { return [] }
    let names = entries.map { $0.object + "\n" }.joined()
    let total = entries.reduce(0) { $0 + ($1.size ?? 0) + 256 }
    let bytes = try git.run(["cat-file", "--batch"], input: Array(names.utf8), limit: total)
    var contents: [[UInt8]] = []
    var start = bytes.startIndex
    for entry in entries {
      guard let end = bytes[start...].firstIndex(of: Line.end) else { break }
      let head = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 3, head[0] == entry.object, head[1] == "blob",
        let size = Int(head[2]), size == entry.size, bytes.endIndex >= end + 1 + size + 1
      else { break }
      contents.append(Array(bytes[(end + 1)..<(end + 1 + size)]))
      start = end + 1 + size + 1
    }
    guard contents.count == entries.count else {
      throw .syncing(.git(command: "cat-file", words: ""))
    }
    return contents
  }
}

/// What a path of a commit is in a dossier.
enum DossierName: Hashable {
  case identity
  case gitFile
  case journal(writer: String)
  case checklist(sha256: String)
  case checkpoint(name: String)
  case evidence(sha256: String)

  /// Reads a path, or gives nothing for one that is no business of a dossier.
  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("dossier.json", 1): self = .identity
    case (".gitattributes", 1), (".gitignore", 1): self = .gitFile
    case ("journal", 2) where parts[1].hasSuffix(".journal") && Line.isWriter(parts[1].dropLast(8)):
      self = .journal(writer: String(parts[1].dropLast(8)))
    case ("checklists", 2)
    where parts[1].hasSuffix(".rec") && Digest(hex: parts[1].dropLast(4)) != nil:
      self = .checklist(sha256: String(parts[1].dropLast(4)))
    case ("checkpoints", 2) where CheckpointName.matches(parts[1]):
      self = .checkpoint(name: parts[1])
    case ("evidence", 3) where Digest(hex: parts[2]) != nil && parts[2].hasPrefix(parts[1]):
      guard parts[1].utf8.count == 2 else { return nil }
      self = .evidence(sha256: parts[2])
    default: return nil
    }
  }

  /// The most bytes that such a file may have when it comes out of git.
  var limit: Int {
    switch self {
    case .identity, .gitFile: 1 << 16
    case .journal: MergeSource.Limit.journal
    case .checklist: MergeSource.Limit.checklist
    case .checkpoint: MergeSource.Limit.checkpoint
    case .evidence: 16 << 20
    }
  }
}
