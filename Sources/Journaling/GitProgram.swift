import Glibc
import Signing

/// git, run so that nothing a repository holds makes it run anything else.
///
/// Hooks, file system monitors, replaced objects and the `ext` transport are off whatever a
/// repository says, and only the commands that talk to another place see the user's own
/// configuration, for its credentials.
struct GitProgram {
  private let programs: Programs
  /// The repository's own folder.
  var directory: String
  /// The index in the place of the user's.
  var index: String?
  /// More variables, such as who commits.
  var variables: [String: String] = [:]

  init(_ programs: Programs, directory: String) {
    self.programs = programs
    self.directory = directory
  }

  /// What overrides any configuration.
  private static let settings = [
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.fsync=all",
    "core.attributesFile=/dev/null", "core.excludesFile=/dev/null", "core.symlinks=false",
    "core.autocrlf=false", "protocol.ext.allow=never", "transfer.fsckObjects=true",
    "fetch.recurseSubmodules=false", "push.recurseSubmodules=no", "push.gpgSign=false",
    "submodule.recurse=false", "gc.auto=0", "maintenance.auto=false", "advice.detachedHead=false",
  ]

  /// How a command reaches another place.
  enum Reach {
    case here
    /// Over the network or to another folder; whether somebody is there to answer a question.
    case elsewhere(mayAsk: Bool)
  }

  /// Runs a command of git and gives what it answers, however it ended.
  ///
  /// - Throws: `system` with `programAbsent`, `programTooSlow` or `programTooLoud`.
  func answer(
    _ arguments: [String], input: [UInt8]? = nil, reach: Reach = .here, limit: Int = 64 << 20
  ) throws(JournalError) -> Subprocess.Result {
    var mayAsk = false
    if case .elsewhere(mayAsk: true) = reach { mayAsk = true }
    let all = Self.settings.flatMap { ["-c", $0] } + arguments
    return try DossierFolder.system { () throws(SigningError) in
      var program = try programs.program("git", from: "git", all, mayAsk: mayAsk)
      program.environment.merge(environment(reach, mayAsk: mayAsk)) { $1 }
      program.input = input
      program.outputLimit = limit
      program.timeLimit = .seconds(mayAsk ? 600 : 300)
      return try program.run()
    }
  }

  /// Runs a command of git that must succeed, and gives what it wrote.
  ///
  /// - Throws: `syncing` with git's own words, `system`.
  @discardableResult
  func run(
    _ arguments: [String], input: [UInt8]? = nil, reach: Reach = .here, limit: Int = 64 << 20
  ) throws(JournalError) -> [UInt8] {
    let result = try answer(arguments, input: input, reach: reach, limit: limit)
    guard result.isSuccess else {
      if let code = writeFailure(in: result.words) {
        throw .syncing(.writeFailed(path: directory, code: code))
      }
      if let lock = GitRefusal.lock(in: result.words) { throw .syncing(.lockLeft(path: lock)) }
      throw .syncing(.git(command: arguments.first ?? "", words: result.line))
    }
    return result.output
  }

  /// The error number of the system where the words of a git that failed say that it could not
  /// write.
  func writeFailure(in words: String) -> Int32? {
    if let code = GitRefusal.writeFailure(in: words) { return code }
    // Of a small file that finds no room, git does not say why.
    guard words.contains("write"), let free = try? Disk.system.freeSpace(directory), free < 4096
    else { return nil }
    return ENOSPC
  }

  /// The one line that a command of git writes.
  func line(_ arguments: [String], input: [UInt8]? = nil) throws(JournalError) -> String {
    String(decoding: try run(arguments, input: input).prefix { $0 != Line.end }, as: UTF8.self)
  }

  private func environment(_ reach: Reach, mayAsk: Bool) -> [String: String] {
    var all = [
      "LC_ALL": "C", "GIT_DIR": directory, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
      "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh", "GIT_NO_REPLACE_OBJECTS": "1",
      "GIT_OPTIONAL_LOCKS": "0", "GIT_EDITOR": "false", "GIT_PAGER": "cat",
      "GIT_ADVICE": "0",
    ]
    switch reach {
    case .here: all["GIT_CONFIG_GLOBAL"] = "/dev/null"
    case .elsewhere: if mayAsk { all["GIT_TERMINAL_PROMPT"] = "1" }
    }
    if let index { all["GIT_INDEX_FILE"] = index }
    return all.merging(variables) { $1 }
  }
}

extension Subprocess.Result {
  /// What the program said of its failure, line by line without surplus blanks.
  var lines: [String] {
    words.split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// The same in one line.
  var line: String { lines.joined(separator: "; ") }
}
