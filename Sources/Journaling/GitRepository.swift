import Signing

/// The git repository in a dossier's folder, admitted only when its own configuration is harmless.
struct GitRepository {
  let git: GitProgram
  /// The dossier's folder.
  let path: String
  /// The branch that is shared, without `refs/heads/`.
  private(set) var branch: String

  private static func directory(_ path: String) -> String { "\(path)/.git" }

  /// Whether a dossier is a git work tree.
  static func exists(_ path: String) -> Bool { Files.exists(directory(path)) }

  /// Opens the repository of a dossier.
  ///
  /// - Throws: `syncing` with `strangeRepository`, `leadsElsewhere`, `setting`, `noBranch`, `git`;
  ///   `merging` with `tooManyFiles`; `system`.
  static func open(_ path: String, _ git: GitProgram) throws(JournalError) -> GitRepository {
    try checkPlace(path)
    try checkSettings(path, git)
    let head = try git.answer(["symbolic-ref", "--quiet", "HEAD"])
    let name = String(decoding: head.output.prefix { $0 != Line.end }, as: UTF8.self)
    guard head.isSuccess, name.hasPrefix("refs/heads/"), name.utf8.count > 11 else {
      throw .syncing(.noBranch)
    }
    return GitRepository(git: git, path: path, branch: String(name.dropFirst(11)))
  }

  /// The repository must be a folder in its place, with its configuration in it: a file, a link or
  /// a borrowed configuration would lead elsewhere.
  private static func checkPlace(_ path: String) throws(JournalError) {
    guard let folder = try? SourceFolder(path),
      (try? folder.contents([".git", "config"], limit: 1 << 20)) != nil,
      (try? folder.holds([".git", "commondir"])) == false
    else { throw .syncing(.strangeRepository(path: directory(path))) }
    try checkNames(in: directory(path))
  }

  private static func checkSettings(_ path: String, _ git: GitProgram) throws(JournalError) {
    try checkSettings(in: "\(directory(path))/config", git, isAdmitted)
  }

  private static func checkSettings(
    in file: String, _ git: GitProgram, _ isAdmitted: (String) -> Bool
  ) throws(JournalError) {
    // Read as a file like any other: nothing in it is in force yet.
    let names = try git.elsewhere.run(["config", "--file", file, "--list", "--name-only", "-z"])
    for name in names.split(separator: 0) {
      let key = String(decoding: name, as: UTF8.self)
      guard isAdmitted(key) else { throw .syncing(.setting(key: key, path: file)) }
    }
  }

  /// Holds the repository in a folder of this machine, which this machine's git will open, against
  /// what is admitted; what a shared or foreign file system needs is admitted too.
  ///
  /// Whatever git might take for the repository that the folder means is looked at, and what is not
  /// plainly one is refused.
  static func checkOtherEnd(_ path: String, _ git: GitProgram) throws(JournalError) {
    try checkOpen(path)
    var isFound = false
    for place in ["\(path)/.git", path, "\(path).git/.git", "\(path).git"] {
      guard let kind = Files.kind(of: place) else { continue }
      // A file or a link in the place of a repository leads elsewhere.
      guard kind == .folder else { throw .syncing(.strangeRepository(path: place)) }
      guard let head = Files.kind(of: "\(place)/HEAD") else { continue }
      guard head == .regular, Files.kind(of: "\(place)/config") == .regular,
        Files.kind(of: "\(place)/objects") == .folder, !Files.exists("\(place)/commondir")
      else { throw .syncing(.strangeRepository(path: place)) }
      try checkNames(in: place)
      let shared = [
        "core.sharedrepository", "core.symlinks", "core.ignorecase", "core.precomposeunicode",
        "receive.denynonfastforwards",
      ]
      try checkSettings(in: "\(place)/config", git) { key in
        isAdmitted(key) || shared.contains(key.lowercased())
      }
      isFound = true
    }
    guard isFound else { throw .syncing(.remoteRefused(path)) }
  }

  /// Whether a key can do no more than say what the repository is and whom it belongs to.
  static func isAdmitted(_ key: String) -> Bool {
    let key = key.lowercased()
    let core = ["repositoryformatversion", "filemode", "bare", "logallrefupdates"]
    if core.contains(where: { key == "core.\($0)" }) { return true }
    if key.hasPrefix("remote.") { return key.hasSuffix(".url") || key.hasSuffix(".fetch") }
    return key.hasPrefix("branch.") || key.hasPrefix("user.")
  }
}

extension GitProgram {
  /// The same git with no repository at hand.
  fileprivate var elsewhere: GitProgram {
    var git = self
    git.directory = "/nonexistent"
    return git
  }
}

// MARK: - References and settings

extension GitRepository {
  /// The commit that a name means, if there is one.
  func commit(_ name: String) throws(JournalError) -> String? {
    let answer = try git.answer(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    let id = String(decoding: answer.output.prefix { $0 != Line.end }, as: UTF8.self)
    return answer.isSuccess && !id.isEmpty ? id : nil
  }

  /// The last commit of the branch, if there is one.
  func head() throws(JournalError) -> String? { try commit("refs/heads/\(branch)") }

  /// Whether a commit is in the past of another, or is that one.
  func isAncestor(_ earlier: String, of later: String) throws(JournalError) -> Bool {
    try git.answer(["merge-base", "--is-ancestor", earlier, later]).isSuccess
  }

  /// Moves the branch from one commit to another.
  ///
  /// - Throws: `syncing` with `underWay` when it is at neither any more, `git`; `system`.
  func advance(from old: String?, to new: String) throws(JournalError) {
    let before = old ?? String(repeating: "0", count: new.utf8.count)
    do throws(JournalError) {
      try git.run(["update-ref", "refs/heads/\(branch)", new, before])
    } catch {
      guard case .syncing(.git(_, let words)) = error, words.contains("but expected") else {
        throw error
      }
      throw .syncing(.underWay(path: path))
    }
  }

  /// Goes to another branch, which has no commit here yet.
  mutating func begin(branch name: String) throws(JournalError) {
    try git.run(["symbolic-ref", "HEAD", "refs/heads/\(name)"])
    branch = name
  }

  /// The address of a remote by its name.
  func address(of remote: String) throws(JournalError) -> String? {
    let answer = try git.answer(["config", "--get", "remote.\(remote).url"])
    let text = String(decoding: answer.output.prefix { $0 != Line.end }, as: UTF8.self)
    return answer.isSuccess && !text.isEmpty ? text : nil
  }

  /// Remembers an address under a name.
  func remember(_ address: String, as remote: String) throws(JournalError) {
    try git.run(["config", "remote.\(remote).url", address])
    try git.run(["config", "remote.\(remote).fetch", "+refs/heads/*:refs/remotes/\(remote)/*"])
  }

  /// Lets what a person sees of git, such as `git status`, agree with the branch; nothing depends
  /// on it.
  func refreshIndex() {
    _ = try? git.answer(["read-tree", "HEAD"])
  }
}
