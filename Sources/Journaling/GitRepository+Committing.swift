import Auditing
import Glibc
import Signing

extension GitRepository {
  /// Makes a commit of the files of a dossier as they lie there, on top of what a commit and
  /// another one hold; git reads them by name and never writes in the work tree.
  ///
  /// Nothing that a dossier knows is ever taken out of the tree but evidence that was destroyed;
  /// files of other names stay as the first commit has them, or the second. What is named by its
  /// content enters only when it has it, and takes the place of what was `altered` in a commit.
  ///
  /// - Returns: the commit, which is the one it stands on where nothing differs, and the files that
  ///   were left out of it.
  func commit(
    _ files: [SharedFile], without destroyed: Set<String>,
    replacing altered: Set<DossierName>, on head: String?, and other: String?, message: String
  ) throws(JournalError) -> (id: String, leftOut: [String]) {
    var git = git
    sweepUnfinished()
    let index = "\(git.directory)/\(Self.indexName)\(getpid())"
    git.index = index
    defer {
      _ = unsafe unlink(index)
      _ = unsafe unlink("\(index).lock")
    }
    let base = try head.map { commit throws(JournalError) in try GitTree.read(commit, git) }
    let second = try other.map { commit throws(JournalError) in try GitTree.read(commit, git) }
    try git.run(["read-tree"] + (head.map { [$0] } ?? ["--empty"]))
    var rows = Self.rows(of: second, notIn: base, without: destroyed)
    let fresh = Self.fresh(
      files, known: [base, second].compactMap(\.self), replacing: altered)
    let whole = fresh.filter(isWhole)
    let leftOut = Set(fresh.map(\.name)).subtracting(whole.map(\.name)).sorted()
    rows += try hashed(whole, git)
    let removed = (base?.entries.keys.map(\.self) ?? []).filter {
      Self.isEvidence($0, of: destroyed)
    }
    let zeros = String(repeating: "0", count: 40)
    rows += removed.map { "0 \(zeros)\t\($0)\u{0}" }
    try git.run(["update-index", "-z", "--index-info"], input: Array(rows.joined().utf8))
    let tree = try git.line(["write-tree"])
    if let head, other == nil, try git.line(["rev-parse", "\(head)^{tree}"]) == tree {
      return (head, leftOut)
    }
    let parents = [head, other].compactMap(\.self).flatMap { ["-p", $0] }
    let commit = try git.line(
      ["commit-tree", tree] + parents + ["-F", "-"], input: Array((message + "\n").utf8))
    return (commit, leftOut)
  }

  /// What an index of a process is called, before its number.
  private static let indexName = "constat-index-"

  /// Takes away the indexes and notes that processes left when they ended too soon.
  private func sweepUnfinished() {
    for bytes in (try? Files.names(at: git.directory)) ?? [] {
      let name = String(decoding: bytes, as: UTF8.self)
      guard
        Self.isAbandonedIndex(name)
          || name.hasPrefix(DossierFolder.sharedName) && Unfinished.isAbandoned(name)
      else { continue }
      _ = unsafe unlink("\(git.directory)/\(name)")
    }
  }

  /// Whether a name is that of the index, or of its lock, of a process that has ended.
  private static func isAbandonedIndex(_ name: String) -> Bool {
    name.hasPrefix(indexName)
      && Unfinished.isEnded(name.dropFirst(indexName.count).prefix { $0 != "." })
  }

  /// The entries of a tree that another has not got, for the index; none of evidence that was
  /// destroyed.
  private static func rows(
    of tree: GitTree?, notIn base: GitTree?, without destroyed: Set<String>
  ) -> [String] {
    (tree?.entries ?? [:]).sorted { $0.key < $1.key }.compactMap { path, entry in
      guard base?.entries[path] == nil, !isEvidence(path, of: destroyed) else { return nil }
      return "\(entry.mode) \(entry.object)\t\(path)\u{0}"
    }
  }

  /// Whether a path is that of evidence with one of some digests.
  private static func isEvidence(_ path: String, of digests: Set<String>) -> Bool {
    guard case .evidence(let sha256)? = DossierName(path) else { return false }
    return digests.contains(sha256)
  }

  /// The files that are to enter the index: those named by their content only when no tree has
  /// them, or one has another content under that name.
  private static func fresh(
    _ files: [SharedFile], known trees: [GitTree], replacing altered: Set<DossierName>
  ) -> [SharedFile] {
    files.filter { file in
      guard let name = DossierName(file.name) else { return false }
      return switch name {
      case .checklist, .evidence, .checkpoint:
        altered.contains(name) || !trees.contains { $0.entries[file.name] != nil }
      default: true
      }
    }
  }

  /// Whether a file that is named by its content holds it.
  private func isWhole(_ file: SharedFile) -> Bool {
    switch DossierName(file.name) {
    case .checklist(let sha256), .evidence(let sha256):
      let path = "\(path)/\(file.name)"
      guard let open = try? Files.openRegular(path),
        let digest = try? Digest.of(descriptor: open.number, path: path)
      else { return false }
      return digest.hex == sha256
    default: return true
    }
  }

  /// Hashes files into the repository, for the index.
  private func hashed(
    _ fresh: [SharedFile], _ git: GitProgram
  ) throws(JournalError) -> [String] {
    var rows = try hashedWhole(fresh.filter { $0.length == nil }.map(\.name), git)
    for file in fresh {
      guard let length = file.length, length > 0 else { continue }
      let bytes = try DossierFolder.system { () throws(SigningError) in
        try Files.contents("\(path)/\(file.name)", limit: MergeSource.Limit.journal)
      }
      let object = try git.line(
        ["hash-object", "-w", "--no-filters", "--stdin"], input: bytes.counted(upTo: length))
      rows.append(Self.row(object, file.name))
    }
    return rows
  }

  /// Hashes files as they lie there.
  private func hashedWhole(
    _ fresh: [String], _ git: GitProgram
  ) throws(JournalError) -> [String] {
    guard !fresh.isEmpty else { return [] }
    let names = fresh.map { $0 + "\n" }.joined()
    let output = try git.run(
      ["-C", path, "hash-object", "-w", "--no-filters", "--stdin-paths"],
      input: Array(names.utf8))
    let objects = output.split(separator: Line.end).map { String(decoding: $0, as: UTF8.self) }
    guard objects.count == fresh.count else {
      throw .syncing(.git(command: "hash-object", words: ""))
    }
    return zip(fresh, objects).map { Self.row($1, $0) }
  }

  private static func row(_ object: String, _ name: String) -> String {
    "100644 \(object)\t\(name)\u{0}"
  }
}
