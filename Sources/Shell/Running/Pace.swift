import Signing

/// How long a program took the last time for so many bytes, kept for the user of this machine: what
/// an estimate rests on where the program itself says nothing.
struct Pace {
  private let path: String

  init(of program: String, _ environment: Surroundings) {
    path = "\(environment.stateHome)/constat/pace-\(program)"
  }

  /// How many milliseconds it may take for so many bytes; nothing before the first time.
  func milliseconds(for bytes: Int) -> Int? {
    guard let kept = try? Files.contents(path, limit: 64) else { return nil }
    let words = String(decoding: kept, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Int($0) }
    guard words.count == 2, words[0] > 0, words[1] > 0, words[1] < 3_600_000 else { return nil }
    return max(1, words[1] * bytes / words[0])
  }

  /// Keeps how long it took; where that cannot be kept the next estimate lacks.
  func keep(_ bytes: Int, _ duration: Duration, _ session: Session) {
    let milliseconds =
      duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    try? session.write(Array("\(bytes) \(milliseconds)".utf8), to: path)
  }
}
