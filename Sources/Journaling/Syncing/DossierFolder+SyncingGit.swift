import Auditing
import Glibc
import Signing

extension DossierFolder {
  /// Shares through another git repository.
  func sync(
    withGit text: String, named remote: String?, _ request: SyncRequest, _ watch: MergeWatch
  ) throws(JournalError) -> SyncOutcome {
    var outcome = SyncOutcome(remote: text)
    let hold = try holdSyncing()
    defer { withExtendedLifetime(hold) {} }
    var git = GitProgram(request.programs, directory: "\(path)/.git")
    git.variables = authorship(request)
    GitRepository.sweepUnfinished(beside: git.directory)
    var address = text
    var isAbsent = false
    switch try GitAddress(text) {
    case .network: break
    case .absent: isAbsent = true
    case .folder(let other):
      guard !holds(other) else { throw .merging(.itself) }
      try GitRepository.checkOtherEnd(other, git)
      address = other
    }
    outcome.isNew = !GitRepository.exists(path)
    outcome.address = address
    var repository = try outcome.isNew ? .create(path, git) : GitRepository.open(path, git)
    var reached =
      isAbsent
      ? .unreachable(Self.absence) : try repository.fetch(address, mayAsk: request.mayAsk)
    if case .done = reached { try adoptBranch(&repository) }
    if case .unreachable(let words) = reached { outcome.outOfReach = words }
    try Self.system { () throws(SigningError) in try Files.makeFolders(request.temporary) }
    let message = request.message ?? "constat: \(state.history.operations.count)"
    var heads = try recommit(repository, on: nil, message, request, &outcome, watch)
    var overtaken: String?
    for _ in 0..<12 {
      guard case .done = reached else { break }
      heads = try unite(repository, message, request, &outcome, watch) ?? heads
      guard let commit = try repository.head() else { break }
      reached = try repository.push(commit, to: address, mayAsk: request.mayAsk)
      guard case .overtaken(let words) = reached else {
        if case .done = reached { try shared(commit, heads, repository, remote, &outcome) }
        break
      }
      overtaken = words
      reached = try repository.fetch(address, mayAsk: request.mayAsk)
    }
    if case .unreachable(let words) = reached { outcome.outOfReach = words }
    if let remote { try remember(outcome, as: remote, repository) }
    try Self.checkIsOver(reached, overtaken, outcome, address)
    repository.refreshIndex()
    return outcome
  }

  /// Remembers a place that did not refuse; in the place of another one only when it was reached.
  private func remember(
    _ outcome: SyncOutcome, as remote: String, _ repository: GitRepository
  ) throws(JournalError) {
    let known = try repository.address(of: remote)
    let isOther = known != outcome.remote && known != outcome.address
    guard known == nil || isOther && outcome.outOfReach == nil else { return }
    try repository.remember(outcome.address, as: remote)
  }

  /// Refuses to have tried in vain, be it that others were quicker each time, or that a lock which
  /// nobody holds any more keeps everybody out.
  private static func checkIsOver(
    _ reached: GitExchange, _ overtaken: String?, _ outcome: SyncOutcome, _ address: String
  ) throws(JournalError) {
    let words: String?
    switch reached {
    case .done where outcome.unshared > 0: words = overtaken
    case .overtaken(let last): words = last
    case .done, .unreachable: return
    }
    if let lock = words.flatMap(GitRefusal.lock) { throw .syncing(.lockLeft(path: lock)) }
    throw .syncing(.restless(remote: address))
  }

  /// What the system says of a folder that is not there.
  static var absence: String { unsafe String(cString: strerror(ENOENT)) }

  private func authorship(_ request: SyncRequest) -> [String: String] {
    let safe = request.author.unicodeScalars.filter { $0.value >= 0x20 && $0 != "<" && $0 != ">" }
    let name = safe.isEmpty ? "constat" : String(String.UnicodeScalarView(safe))
    // git knows no instant before 1970, and in a date of words no year from 2100 on.
    let date = "@\(max(0, workplace.now().milliseconds / 1000)) +0000"
    var variables: [String: String] = [:]
    for role in ["AUTHOR", "COMMITTER"] {
      variables["GIT_\(role)_NAME"] = name
      variables["GIT_\(role)_EMAIL"] = "\(name)@constat.invalid"
      variables["GIT_\(role)_DATE"] = date
    }
    return variables
  }

  /// Where nothing is committed here yet and the other repository has one branch, that is the one.
  private func adoptBranch(_ repository: inout GitRepository) throws(JournalError) {
    guard try repository.head() == nil else { return }
    let branches = try repository.fetchedBranches()
    guard branches.count == 1, branches[0] != repository.branch else { return }
    try repository.begin(branch: branches[0])
  }

  /// Takes what was fetched, and commits the union with both parents; gives the heads in it.
  private func unite(
    _ repository: GitRepository, _ message: String, _ request: SyncRequest,
    _ outcome: inout SyncOutcome, _ watch: MergeWatch
  ) throws(JournalError) -> [Head]? {
    guard let theirs = try repository.fetched(repository.branch), let head = try repository.head(),
      try !repository.isAncestor(theirs, of: head)
    else { return nil }
    let there = try take(theirs, repository, request, &outcome, watch)
    try noteShared(there, repository, outcome.address)
    if try repository.isAncestor(head, of: theirs) {
      try repository.advance(from: head, to: theirs)
      return try recommit(repository, on: nil, message, request, &outcome, watch)
    }
    return try recommit(repository, on: theirs, message, request, &outcome, watch)
  }

  /// Commits the dossier as it lies there on top of the branch, and of another commit if given.
  ///
  /// What the branch holds and the dossier has lost, as after a backup was restored, comes back
  /// first. Gives the heads that are committed.
  private func recommit(
    _ repository: GitRepository, on other: String?, _ message: String, _ request: SyncRequest,
    _ outcome: inout SyncOutcome, _ watch: MergeWatch
  ) throws(JournalError) -> [Head] {
    let head = try repository.head()
    if let head, other == nil {
      let there = try take(head, repository, request, &outcome, watch)
      // A clone knows nothing yet of what is shared.
      if outcome.outOfReach == nil, let theirs = try repository.fetched(repository.branch),
        try repository.isAncestor(head, of: theirs)
      {
        try noteShared(there, repository, outcome.address)
      }
    }
    try replayNew()
    let heads = state.history.allHeads
    let (commit, leftOut) = try repository.commit(
      try sharedFiles(), without: destroyedEvidence, replacing: outcome.altered, on: head,
      and: other, message: message)
    outcome.leftOut = leftOut
    if commit != head { try repository.advance(from: head, to: commit) }
    outcome.unshared = unshared(
      since: sharedHeads(Self.sharedFile(repository.git.directory, of: outcome.address)))
    return heads
  }

  /// Merges what a commit holds, and gives the last line of each of its journals.
  @discardableResult
  private func take(
    _ commit: String, _ repository: GitRepository, _ request: SyncRequest,
    _ outcome: inout SyncOutcome, _ watch: MergeWatch
  ) throws(JournalError) -> [Head] {
    let folder = "\(request.temporary)/\(commit)"
    try? Files.removeTree(folder)
    try Self.system { () throws(SigningError) in try Files.makeFolder(folder) }
    defer { try? Files.removeTree(folder) }
    var source = MergeSource(path: "git \(commit.prefix(12))")
    try source.add(try GitTree.read(commit, repository.git), repository.git, evidenceIn: folder)
    outcome.altered.formUnion(source.altered)
    outcome.taken.add(try merge(source, watch))
    return source.journals.values.flatMap { $0.compactMap(\.lastHead) }
  }

  /// Takes note that all of a commit is at the other place.
  private func shared(
    _ commit: String, _ heads: [Head], _ repository: GitRepository, _ remote: String?,
    _ outcome: inout SyncOutcome
  ) throws(JournalError) {
    if let remote { repository.note(commit, at: remote) }
    outcome.shared = outcome.unshared
    outcome.unshared = 0
    try noteShared(heads, repository, outcome.address)
  }
}
