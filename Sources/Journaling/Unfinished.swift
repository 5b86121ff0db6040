import Glibc

/// What a process calls a file or a folder that it has not put in its place yet: the name that this
/// is to have, `.new-` and the number of the process.
enum Unfinished {
  private static let mark = ".new-"

  /// The name for what this process makes for a place.
  static func name(of path: String) -> String { "\(path)\(mark)\(getpid())" }

  /// Whether a name is that of what a process had not finished when it ended.
  static func isAbandoned(_ name: String) -> Bool {
    // Hardly any name ends in a digit.
    guard let last = name.utf8.last, (0x30...0x39).contains(last),
      let end = name.ranges(of: mark).last?.upperBound
    else { return false }
    return isEnded(name[end...])
  }

  /// Whether a text is the number of a process that has ended.
  static func isEnded(_ text: Substring) -> Bool {
    guard let process = pid_t(text), process > 0, "\(process)" == text else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}
