import Glibc

/// A program that runs on a terminal of its own, and what a person at it would see and type.
package final class PseudoTerminal {
  /// What keeps a test from going on.
  package enum Failure: Error, CustomStringConvertible {
    case notStarted(step: String, number: Int32)
    case notSeen(String, screen: String, ended: Bool)
    case notEnded(screen: String)

    package var description: String {
      switch self {
      case .notStarted(let step, let number): "\(step) failed with error \(number)"
      case .notSeen(let text, let screen, let ended):
        "‹\(text)› was not seen\(ended ? " before the program ended" : "") on\n\(screen)\n"
      case .notEnded(let screen): "the program goes on:\n\(screen)\n"
      }
    }
  }

  /// What the terminal shows now.
  package private(set) var screen: Screen
  /// All that the program has sent.
  package private(set) var bytes: [UInt8] = []
  /// The process number of the program.
  package private(set) var process: Int32 = 0
  private var master: Int32 = -1
  private var hasHungUp = false
  private var status: Int32?

  /// Starts a program; it sees nothing of the environment but what is given, and `C.UTF-8` on an
  /// `xterm-256color` unless that says otherwise.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24, folder: String? = nil
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    master = try PseudoTerminal.openMaster()
    resizeWindow(columns: columns, rows: rows)
    var all = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "HOME": "/nonexistent",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    // The coverage of a program that a test starts is counted where the test's own is.
    for name in ["LLVM_PROFILE_FILE", "LD_LIBRARY_PATH"] {
      if let value = unsafe getenv(name) { all[name] = unsafe String(cString: value) }
    }
    all.merge(environment) { $1 }
    let variables = all.map { "\($0)=\($1)" }
    if let folder {
      let change = ["-c", "cd \"$0\" && exec \"$@\"", folder, program]
      try spawn("/bin/sh", change + arguments, variables)
    } else {
      try spawn(program, arguments, variables)
    }
  }

  deinit {
    if status == nil, process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// Types.
  package func send(_ text: String) {
    var rest = ArraySlice(text.utf8)
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { return }
      // A program that is slow to read is also slow to be read from.
      receive(within: count > 0 ? 0 : 50)
    }
  }

  /// Reads on until the screen shows the text.
  package func waitFor(_ text: String, seconds: Int = 60) throws {
    try waitUntil(text, seconds: seconds) { $0.text.contains(text) }
  }

  /// Reads on until the screen is as wanted.
  package func waitUntil(
    _ wanted: String, seconds: Int = 60, _ condition: (Screen) -> Bool
  ) throws {
    let end = now() + seconds * 1000
    while !condition(screen) {
      let left = end - now()
      guard left > 0, !hasHungUp else {
        throw Failure.notSeen(wanted, screen: screen.text, ended: hasHungUp)
      }
      receive(within: left)
    }
  }

  /// Reads on until what was sent since a place in the bytes is as wanted; quicker than by the
  /// screen, for those who measure.
  package func waitForBytes(
    from place: Int, seconds: Int = 60, _ condition: (ArraySlice<UInt8>) -> Bool
  ) throws {
    let end = now() + seconds * 1000
    while !condition(bytes[place...]) {
      let left = end - now()
      guard left > 0, !hasHungUp else {
        throw Failure.notSeen("bytes", screen: screen.text, ended: hasHungUp)
      }
      receive(within: left)
    }
  }

  /// Reads on until the program waits for what comes next, and has said all it has to say.
  package func waitUntilIdle(seconds: Int = 60) throws {
    let end = now() + seconds * 1000
    while receive(within: 0) || !isAsleep {
      guard now() < end, !hasHungUp else { throw Failure.notEnded(screen: screen.text) }
      receive(within: 1)
    }
  }

  /// Whether the program sleeps, by the third word of proc(5) stat, which follows its name.
  private var isAsleep: Bool {
    let file = unsafe open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe read(file, &bytes, bytes.count)
    guard count > 0, let end = bytes.prefix(count).lastIndex(of: UInt8(ascii: ")")) else {
      return false
    }
    return bytes.dropFirst(end + 2).first == UInt8(ascii: "S")
  }

  /// Reads on until nothing has come for so many milliseconds, for those who measure what comes
  /// next.
  package func settle(milliseconds: Int) {
    while receive(within: milliseconds) {}
  }

  /// Gives the window another size, of which the program is told.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    resizeWindow(columns: columns, rows: rows)
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Whether the terminal shows what is typed and hands over whole lines, as before the program.
  package var isRestored: Bool {
    var mode = termios()
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return unsafe tcgetattr(master, &mode) == 0 && mode.c_lflag & wanted == wanted
  }

  /// Reads on until the terminal is as it was before the program, as while a command runs.
  package func waitUntilRestored(seconds: Int = 60) throws {
    let end = now() + seconds * 1000
    while !isRestored {
      guard now() < end, !hasHungUp else {
        throw Failure.notSeen("the terminal restored", screen: screen.text, ended: hasHungUp)
      }
      receive(within: 10)
    }
  }

  /// Reads on until the program ends; its exit status, or 128 and the signal that ended it.
  @discardableResult
  package func waitForEnd(seconds: Int = 60) throws -> Int32 {
    let end = now() + seconds * 1000
    while status == nil {
      var raw: Int32 = 0
      if unsafe waitpid(process, &raw, WNOHANG) == process {
        status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
      } else if now() > end {
        throw Failure.notEnded(screen: screen.text)
      } else {
        receive(within: 10)
      }
    }
    while receive(within: 0) {}
    return status ?? 0
  }

  /// Reads what the program has sent, waiting so many milliseconds for it; whether there was any.
  @discardableResult
  private func receive(within milliseconds: Int) -> Bool {
    if hasHungUp {
      poll(nil, 0, Int32(milliseconds))
      return false
    }
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&descriptor, 1, Int32(milliseconds)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = unsafe read(master, &buffer, buffer.count)
    guard count > 0 else {
      hasHungUp = count == 0 || errno == EIO
      return false
    }
    bytes += buffer.prefix(count)
    screen.take(buffer.prefix(count))
    return true
  }

  private func now() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

extension PseudoTerminal {
  /// Opens a new pair; Swift does not see grantpt and its kin, which on Linux are one ioctl.
  private static func openMaster() throws -> Int32 {
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard master >= 0 else { throw Failure.notStarted(step: "ptmx", number: errno) }
    var unlocked: Int32 = 0
    guard unsafe ioctl(master, 0x4004_5431 /* TIOCSPTLCK */, &unlocked) == 0 else {
      throw Failure.notStarted(step: "TIOCSPTLCK", number: errno)
    }
    return master
  }

  private func resizeWindow(columns: Int, rows: Int) {
    var window = winsize()
    window.ws_col = UInt16(columns)
    window.ws_row = UInt16(rows)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  private func spawn(
    _ program: String, _ arguments: [String], _ environment: [String]
  ) throws {
    var number: UInt32 = 0
    _ = unsafe ioctl(master, 0x8004_5430 /* TIOCGPTN */, &number)
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    // The new session is made before the files are opened, so that the first one becomes its
    // terminal: Ctrl-C, Ctrl-Z and the window's size then work as they do for a person.
    let newSession: Int32 = 0x80
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let result = unsafe withCStrings([program] + arguments) { argv in
      unsafe withCStrings(environment) { envp in
        unsafe posix_spawn(&process, program, &actions, &attributes, argv, envp)
      }
    }
    guard result == 0 else { throw Failure.notStarted(step: program, number: result) }
  }
}

/// Lends texts to C as an array that ends with NULL.
private func withCStrings<Result>(
  _ texts: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
  defer {
    unsafe pointers.forEach { unsafe free($0) }
  }
  return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("an array that is not empty") }
    return unsafe body(start)
  }
}
