import Auditing
import Glibc
import Signing

extension DossierFolder {
  /// Shares the dossier with another place: what is there comes here, what is here goes there.
  ///
  /// git transports and never writes in the work tree; every union is a merge. Being out of reach
  /// is no failure: what is here is committed and says how much of it waits.
  ///
  /// - Throws: `syncing`, and what `merge` throws.
  package func sync(
    _ request: SyncRequest, _ watch: MergeWatch = { _ in }
  ) throws(JournalError) -> SyncOutcome {
    switch try place(of: request) {
    case .folder(let path): return try sync(withFolder: path, watch)
    case .absentFolder(let entry): return outOfReach(entry)
    case .newFolder(let path): return try makeCopy(path, watch)
    case .git(let address, let remote):
      return try sync(withGit: address, named: remote, request, watch)
    }
  }

  /// What is at the other end.
  private enum Place {
    case folder(String)
    case newFolder(String)
    /// A folder that the dossier is shared with and that is not there now, such as one on a stick.
    case absentFolder(SharedFolders.Entry)
    /// An address, and the name of the remote that has it or is to have it.
    case git(String, named: String?)
  }

  private func place(of request: SyncRequest) throws(JournalError) -> Place {
    let git = GitProgram(request.programs, directory: "\(path)/.git")
    let repository =
      GitRepository.exists(path) ? try GitRepository.open(path, git) : nil
    guard let target = request.target else {
      if let address = try repository?.address(of: "origin") {
        return .git(address, named: "origin")
      }
      guard let folder = sharedFolders.entries.first else { throw .syncing(.noRemote) }
      var known = request
      known.creates = false
      return try local(folder.path, known, repository)
    }
    guard !target.isEmpty, !target.hasPrefix("-") else { throw .syncing(.remoteRefused(target)) }
    if !target.contains("/"), !Files.exists(target),
      let address = try repository?.address(of: target)
    {
      return .git(address, named: target)
    }
    guard !Self.holdsPassword(target) else { throw .syncing(.passwordInAddress) }
    if Self.isAddress(target) { return .git(target, named: try freeRemote(repository)) }
    return try local(target, request, repository)
  }

  /// The name under which a place is remembered, unless one that something was shared with has it.
  private func freeRemote(_ repository: GitRepository?) throws(JournalError) -> String? {
    try repository?.isShared(through: "origin") == true ? nil : "origin"
  }

  /// Whether an address has a password between its scheme and its host (RFC 3986, 3.2.1).
  private static func holdsPassword(_ text: String) -> Bool {
    guard let scheme = text.firstRange(of: "://") else { return false }
    let authority = text[scheme.upperBound...].prefix { $0 != "/" }
    return authority.lastIndex(of: "@").map { authority[..<$0].contains(":") } ?? false
  }

  /// Whether a text is an address of git rather than a path: a scheme, or `host:path`.
  private static func isAddress(_ text: String) -> Bool {
    if text.contains("://") || text.contains("::") { return true }
    guard let colon = text.firstIndex(of: ":"), !Files.exists(text) else { return false }
    return !text[..<colon].contains("/")
  }

  /// Whether a path without symbolic links is that of the dossier or of something in it.
  func holds(_ place: String) -> Bool { place == path || place.hasPrefix("\(path)/") }

  private func local(
    _ target: String, _ request: SyncRequest, _ repository: GitRepository?
  ) throws(JournalError) -> Place {
    let final = Files.resolved(target)
    guard !holds(final) else { throw .merging(.itself) }
    guard let absolute = try? Self.absolute(target, disk) else {
      if !request.creates {
        if try repository?.address(of: "origin") == final { return .git(final, named: "origin") }
        if let entry = sharedFolders[final] { return .absentFolder(entry) }
        throw .syncing(.emptyFolder(path: target))
      }
      guard target.hasSuffix(".git") else { return .newFolder(target) }
      try GitRepository.createBare(final, request.programs)
      return .git(try Self.absolute(target, disk), named: try freeRemote(repository))
    }
    try GitRepository.checkOpen(absolute)
    if Files.exists("\(absolute)/dossier.json") { return .folder(absolute) }
    if Files.exists("\(absolute)/HEAD"), Files.exists("\(absolute)/objects") {
      GitRepository.sweepUnfinished(beside: absolute)
      return .git(absolute, named: try freeRemote(repository))
    }
    guard let names = try? disk.names(absolute), names.isEmpty else {
      throw .syncing(.remoteRefused(target))
    }
    if request.creates { return .newFolder(absolute) }
    // Where nothing is mounted, an empty folder has the name.
    if let entry = sharedFolders[absolute] { return .absentFolder(entry) }
    throw .syncing(.emptyFolder(path: target))
  }
}

// MARK: - Folders

extension DossierFolder {
  /// Merges with the copy in a folder, both ways.
  private func sync(
    withFolder path: String, _ watch: MergeWatch
  ) throws(JournalError) -> SyncOutcome {
    var outcome = SyncOutcome(remote: path)
    outcome.taken = try merge(try .dossier(path), watch)
    let other = try DossierFolder.open(path, at: workplace)
    outcome.shared = try other.merge(try .dossier(self.path), watch).operations
    noteShared(state.history.allHeads, inFolder: path)
    return outcome
  }

  /// What is said of a folder that is not there now.
  private func outOfReach(_ folder: SharedFolders.Entry) -> SyncOutcome {
    var outcome = SyncOutcome(remote: folder.path)
    var shared: [String: Head] = [:]
    Self.advance(&shared, to: folder.heads)
    outcome.unshared = unshared(since: shared)
    outcome.outOfReach = Self.absence
    return outcome
  }

  /// Makes a copy in a folder that is empty or not there yet.
  private func makeCopy(_ path: String, _ watch: MergeWatch) throws(JournalError) -> SyncOutcome {
    let place = try Self.newPlace(path, disk)
    do throws(JournalError) {
      try Self.makeFolders(place.temporary, disk)
      for file in try journalFiles() {
        let whole = file.bytes.prefix((file.bytes.lastIndex(of: Line.end) ?? -1) + 1)
        try Self.system { () throws(SigningError) in
          try disk.create("\(place.temporary)/journal/\(file.name)", Array(whole))
        }
      }
      let identity = try contents("\(self.path)/dossier.json", limit: 1 << 16)
      try Self.system { () throws(SigningError) in
        try disk.synchronizeFolder("\(place.temporary)/journal")
        try disk.create("\(place.temporary)/dossier.json", identity)
        try disk.synchronizeFolder(place.temporary)
        if place.temporary != place.final { try disk.rename(place.temporary, place.final) }
        if let parent = Files.parent(of: place.final) { try disk.synchronizeFolder(parent) }
      }
    } catch {
      Self.emptyFolder(place.temporary, disk)
      throw error
    }
    let copy = try DossierFolder.open(place.final, at: workplace)
    _ = try copy.merge(try .dossier(self.path), watch)
    var outcome = SyncOutcome(remote: place.final)
    outcome.isNew = true
    outcome.keepsModes = copy.keepsModes
    outcome.shared = copy.state.history.operations.count
    noteShared(copy.state.history.allHeads, inFolder: place.final)
    return outcome
  }
}
