import Signing

/// How an exchange with another repository ended.
enum GitExchange {
  case done
  /// Others have shared since, or do just now; the words are git's.
  case overtaken(String)
  /// The other place is not to be reached now; the words are git's.
  case unreachable(String)
}

extension GitRepository {
  /// Where what the other repository has is kept: no reference of the user's is touched.
  private static let theirs = "refs/constat/theirs"

  /// The option by which the git at the other end of a local path runs no code that the
  /// repository there names (hooks, collector of garbage, list of alternates), and makes all last.
  ///
  /// At the end of a network it is that machine's own affair.
  private static func harmless(_ service: String, at address: String) -> [String] {
    guard address.hasPrefix("/") else { return [] }
    let settings = [
      "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.fsync=all",
      "core.alternateRefsCommand=true", "receive.autogc=false", "gc.auto=0",
      "receive.denyCurrentBranch=refuse",
    ].map { "-c \($0)" }.joined(separator: " ")
    return ["--\(service)=git \(settings) \(service)"]
  }

  /// Fetches all branches of another repository into references of its own.
  ///
  /// - Throws: `syncing` with git's words when the place is wrong rather than out of reach.
  func fetch(_ address: String, mayAsk: Bool) throws(JournalError) -> GitExchange {
    let arguments =
      [
        "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--prune",
      ] + Self.harmless("upload-pack", at: address) + [
        "--", address, "+refs/heads/*:\(Self.theirs)/*",
      ]
    return try exchange(arguments, with: address, mayAsk: mayAsk)
  }

  /// The last commit of a branch as it was fetched.
  func fetched(_ branch: String) throws(JournalError) -> String? {
    try commit("\(Self.theirs)/\(branch)")
  }

  /// The names of the branches that were fetched.
  func fetchedBranches() throws(JournalError) -> [String] {
    let names = try git.run(["for-each-ref", "--format=%(refname)", Self.theirs])
    return names.split(separator: Line.end).map {
      String(decoding: $0.dropFirst(Self.theirs.utf8.count + 1), as: UTF8.self)
    }
  }

  /// Gives a commit to another repository as the end of the branch.
  func push(
    _ commit: String, to address: String, mayAsk: Bool
  ) throws(JournalError) -> GitExchange {
    let arguments =
      ["push", "--quiet", "--no-verify"] + Self.harmless("receive-pack", at: address)
      + ["--", address, "\(commit):refs/heads/\(branch)"]
    return try exchange(arguments, with: address, mayAsk: mayAsk)
  }

  /// Remembers what a named remote has.
  func note(_ commit: String, at remote: String) {
    _ = try? git.answer(["update-ref", "refs/remotes/\(remote)/\(branch)", commit])
  }

  /// Whether anything was shared with a named remote, or came from there.
  func isShared(through remote: String) throws(JournalError) -> Bool {
    guard let address = try address(of: remote) else { return false }
    if Files.exists(DossierFolder.sharedFile(git.directory, of: address)) { return true }
    return try !git.run(["for-each-ref", "--count=1", "refs/remotes/\(remote)"]).isEmpty
  }

  private func exchange(
    _ arguments: [String], with address: String, mayAsk: Bool
  ) throws(JournalError) -> GitExchange {
    let result: Subprocess.Result
    do throws(JournalError) {
      result = try git.answer(arguments, reach: .elsewhere(mayAsk: mayAsk))
    } catch {
      if case .system(.programTooSlow) = error { return .unreachable("git") }
      throw error
    }
    if result.isSuccess { return .done }
    let words = result.words
    if let code = git.writeFailure(in: words) {
      // What the other end says of itself stands after this word.
      let isThere = result.lines.contains {
        $0.hasPrefix("remote:") && GitRefusal.writeFailure(in: $0) != nil
      }
      throw .syncing(.writeFailed(path: isThere ? address : git.directory, code: code))
    }
    if Self.overtaking.contains(where: words.contains) { return .overtaken(words) }
    if Self.outOfReach.contains(where: words.contains) { return .unreachable(result.line) }
    throw .syncing(refusal(arguments[0], address, result))
  }

  /// What a person is told of an exchange that the other end did not let happen.
  private func refusal(
    _ command: String, _ address: String, _ result: Subprocess.Result
  ) -> GitRefusal {
    let (words, all) = (result.words, result.line)
    if Self.unauthorized.contains(where: words.contains) {
      return .noCredential(address: address, words: all)
    }
    if words.contains("dubious ownership") { return .foreignOwner(address: address) }
    if command == "push", words.contains("[remote rejected]") {
      let said = result.lines.filter { $0.hasPrefix("remote:") || $0.hasPrefix("!") }
      return .refusedThere(
        address: address, branch: branch, words: said.joined(separator: "; "))
    }
    return .git(command: command, words: all)
  }

  /// What git and its transports say when the other end does not know who asks.
  private static let unauthorized = [
    "Authentication failed", "could not read Username", "could not read Password",
    "Permission denied (publickey", "Host key verification failed",
    "The requested URL returned error: 401", "The requested URL returned error: 403",
  ]

  /// What git says when others were quicker.
  private static let overtaking = [
    "(fetch first)", "(non-fast-forward)", "cannot lock ref", "failed to update ref",
    "incorrect old value provided", "(stale info)", "failed to lock",
  ]

  /// What git and its transports say when there is no way to the other place.
  private static let outOfReach = [
    "Could not resolve host", "Could not resolve hostname", "unable to look up",
    "Connection refused", "Connection timed out", "Connection reset", "Connection closed",
    "Operation timed out", "Network is unreachable", "No route to host", "Failed to connect",
    "Couldn't connect", "Temporary failure in name resolution", "Name or service not known",
    "The requested URL returned error: 5",
  ]
}
