import Glibc

/// The program by which a person reads what is longer than the screen: `PAGER`, where it is set.
///
/// The environment alone names it, never an entry, a checklist or a file of a dossier.
struct Pager: Sendable {
  private let command: String
  private let variables: [String: String]

  /// The pager of an environment; none where it is unset, empty or only copies.
  init?(_ variables: [String: String]) {
    guard let command = variables["PAGER"], !["", "cat"].contains(command),
      !["", "dumb"].contains(variables["TERM"] ?? "")
    else { return nil }
    self.command = command
    self.variables = variables
  }

  /// Shows a text and waits until it is read; `false` where the pager does not start.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let process = start(input: ends[0]) else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    // Ctrl-C belongs to the pager while it reads.
    var before = sigaction()
    var ignoring = sigaction()
    unsafe ignoring.__sigaction_handler.sa_handler = SIG_IGN
    unsafe sigaction(SIGINT, &ignoring, &before)
    defer { unsafe sigaction(SIGINT, &before, nil) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(ends[1], $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    close(ends[1])
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    // 127: the shell has not found it.
    return status >> 8 & 0xFF != 127
  }

  private func start(input: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGPIPE, SIGXFSZ] { unsafe sigaddset(&signals, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let texts = variables.map { "\($0.key)=\($0.value)" }
    var words = unsafe Self.copies(["/bin/sh", "-c", command])
    var entries = unsafe Self.copies(texts)
    defer { unsafe (words + entries).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, &entries)
    return code == 0 ? process : nil
  }

  /// The texts as C takes them, with nothing at the end.
  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { text in unsafe strdup(text) } + [nil]
  }
}
