import Auditing
import Glibc

extension Surroundings {
  /// The machine and environment of this process.
  static func system() -> Surroundings {
    Surroundings(
      variables: environmentVariables(), now: systemClock, offsetMinutes: localOffset(),
      machine: machineIdentity(), account: { passwordEntry()?.name ?? "\(getuid())" },
      accountHome: passwordEntry()?.home)
  }

  private static let systemClock: @Sendable () -> Timestamp = {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  }

  private static func environmentVariables() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let line = unsafe String(cString: text)
      let parts = line.split(separator: "=", maxSplits: 1)
      if let name = parts.first {
        variables[String(name)] = parts.count > 1 ? String(parts[1]) : ""
      }
      unsafe entry += 1
    }
    return variables
  }

  /// How far local time is ahead of UTC now, in minutes.
  private static func localOffset() -> Int {
    var now = time(nil)
    var local = unsafe tm()
    _ = unsafe localtime_r(&now, &local)
    return unsafe local.tm_gmtoff / 60
  }

  /// The name and the home folder of the account that this process runs for.
  private static func passwordEntry() -> (name: String, home: String)? {
    var (entry, buffer) = (unsafe passwd(), [CChar](repeating: 0, count: 16_384))
    var found: UnsafeMutablePointer<passwd>?
    guard unsafe getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found) == 0,
      let name = unsafe found?.pointee.pw_name, let home = unsafe found?.pointee.pw_dir
    else { return nil }
    return unsafe (String(cString: name), String(cString: home))
  }

  /// What tells this machine from another: its machine id, else its name.
  private static func machineIdentity() -> String {
    let descriptor = unsafe open("/etc/machine-id", O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      defer { close(descriptor) }
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = unsafe read(descriptor, &buffer, buffer.count)
      let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
      if let id = text.split(separator: "\n").first, !id.isEmpty { return String(id) }
    }
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, name.count) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
