import Glibc

extension Subprocess {
  /// Runs the program to its end, or kills it at its limits; no zombie is left.
  ///
  /// `watch` is told now and then how long it has run; what it throws kills the program.
  ///
  /// - Throws: `programTooSlow`, `programTooLoud`, `argumentRefused`, `system`.
  package func run(
    watching watch: (Duration) throws(SigningError) -> Void = { _ in }
  ) throws(SigningError) -> Result {
    let texts = [program] + arguments + environment.flatMap { [$0.key, $0.value] }
    for text in texts where text.utf8.contains(0) { throw .argumentRefused(text) }
    let (child, output, errors) = try start()
    return try collect(child, output: output, errors: errors, watching: watch)
  }

  /// Two ends of a channel, which no other child inherits at any moment.
  ///
  /// A socket pair, since only its making sets close-on-exec in the same call.
  private static func channel() throws(SigningError) -> (ours: Descriptor, theirs: Descriptor) {
    let closeOnExec: Int32 = 0o2_000_000
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | closeOnExec
    guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw Files.failure("socketpair", "")
    }
    return (Descriptor(number: ends[0]), Descriptor(number: ends[1]))
  }

  /// Starts the program, and gives what to read its two outputs from.
  private func start() throws(SigningError) -> (pid_t, Descriptor, Descriptor) {
    let output = try Self.channel()
    let errors = try Self.channel()
    var sources =
      if let input { [try Files.unnamed(input)] } else { [try Files.open("/dev/null", O_RDONLY)] }
    sources += [output.theirs, errors.theirs]
    for file in files { sources.append(try Files.unnamed(file)) }
    // Above the places they will take, so that none is overwritten before it is moved.
    var raised: [Descriptor] = []
    for source in sources {
      let number = fcntl(source.number, F_DUPFD_CLOEXEC, 64)
      guard number >= 0 else { throw Files.failure("fcntl", program) }
      raised.append(Descriptor(number: number))
    }
    return (try spawn(raised), output.ours, errors.ours)
  }

  /// Starts the program with descriptors as its 0, 1, 2 and so on, and no others.
  private func spawn(_ descriptors: [Descriptor]) throws(SigningError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (place, descriptor) in descriptors.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor.number, Int32(place))
    }
    for number in Files.openNumbers() where number >= descriptors.count {
      unsafe posix_spawn_file_actions_addclose(&actions, number)
    }
    var attributes = Self.attributes(newSession: !keepsTerminal)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    let argv = unsafe CStrings([program] + arguments)
    let envp = unsafe CStrings(environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
    defer {
      unsafe argv.free()
      unsafe envp.free()
    }
    var child: pid_t = 0
    let code = unsafe posix_spawn(
      &child, program, &actions, &attributes, argv.pointers, envp.pointers)
    guard code == 0 else { throw .system(call: "posix_spawn", path: program, code: code) }
    return child
  }

  /// Default signals, none blocked, whatever this process does with them.
  private static func attributes(newSession: Bool) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    let setSession: Int32 = 0x80
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (newSession ? setSession : 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }
}

/// Texts as C takes them, ended by a null pointer.
@unsafe private struct CStrings {
  var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { unsafe pointers = texts.map { unsafe strdup($0) } + [nil] }

  func free() { unsafe pointers.forEach { unsafe Glibc.free($0) } }
}
