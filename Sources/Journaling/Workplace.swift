package import Auditing
import Glibc
import Signing

/// What a dossier needs of the machine, passed in so that a test can fix it.
package struct Workplace: Sendable {
  /// The folder under which this user's writers and rescues are remembered, never in a dossier.
  package var stateHome: String
  /// What tells this machine from another.
  package var machine: String
  /// The program and its version, as the first entry of a writer says it.
  package var tool: String
  package var now: @Sendable () -> Timestamp
  /// Whether the clock was given (`--now`), which every entry written under it says.
  package var isClockGiven: Bool
  /// So many random bytes.
  package var random: @Sendable (Int) -> [UInt8]
  package var disk: Disk
  /// How long to wait for the lock before going on under another writer.
  package var patience: Duration
  /// Who tells whose signature a checkpoint bears; nothing where that cannot be told.
  package var judge: @Sendable () -> CheckpointJudge?

  /// Creates a workplace.
  package init(
    stateHome: String, machine: String, tool: String,
    now: @escaping @Sendable () -> Timestamp, isClockGiven: Bool = false,
    random: @escaping @Sendable (Int) -> [UInt8] = Workplace.systemRandom, disk: Disk = .system,
    patience: Duration = .seconds(1),
    judge: @escaping @Sendable () -> CheckpointJudge? = { nil }
  ) {
    self.stateHome = stateHome
    self.machine = machine
    self.tool = tool
    self.now = now
    self.isClockGiven = isClockGiven
    self.random = random
    self.disk = disk
    self.patience = patience
    self.judge = judge
  }

  /// Random bytes of the operating system.
  package static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        // The most that one call gives.
        let part = min(256, count - filled)
        let rest = unsafe buffer.baseAddress.map { unsafe $0 + filled }
        guard let rest = unsafe rest, unsafe getentropy(rest, part) == 0 else { break }
        filled += part
      }
      // A system without such a call.
      var generator = SystemRandomNumberGenerator()
      while filled < count {
        unsafe buffer[filled] = generator.next()
        filled += 1
      }
    }
  }

  /// So many random bytes in lowercase hexadecimal.
  func mint(_ count: Int) -> String { random(count).hexadecimal }
}
