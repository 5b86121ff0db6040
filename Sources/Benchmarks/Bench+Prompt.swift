import Auditing
import Glibc
import Journaling
import PseudoTerminals
import Signing

extension Bench {
  /// The prompt on the screen after start, and a key on it, beside other shells on the same kind of
  /// terminal.
  static let prompt = Bench(name: "prompt") { room in
    // The prompt that fish shows differs with who asks; here it is the same for all.
    let plain = ["--no-config", "--init-command", "function fish_prompt; echo -n 'fish> '; end"]
    let others = [("sqlite3", [":memory:"], "sqlite> "), ("fish", plain, "fish> ")]
    let ours = try Typing.measure(constat, [], prompt: "> ", room)
    return try others.flatMap { name, arguments, prompt in
      guard let path = room.programs.path(of: name) else {
        return [Figure.absent(name, for: "the prompt")]
      }
      let theirs = try Typing.measure(path, arguments, prompt: prompt, room)
      return [
        figure("prompt on the screen after start", ours.start, name, theirs.start),
        figure("key to echo", ours.key, name, theirs.key),
      ]
    }
  }

  private static func figure(
    _ what: String, _ ours: Duration, _ name: String, _ theirs: Duration
  ) -> Figure {
    Figure(
      what: what, ours: ours.text, other: (name, theirs.text), ratio: ours / theirs, reach: "1")
  }
}

/// How long a shell takes to show its prompt and to echo a key.
enum Typing {
  static func environment(_ room: Workroom) -> [String: String] {
    [
      "HOME": room.path, "XDG_STATE_HOME": "\(room.path)/typing-state",
      "XDG_CONFIG_HOME": "\(room.path)/typing-config", "XDG_DATA_HOME": "\(room.path)/typing-data",
      "CONSTAT_ME": "ana",
    ]
  }

  /// The medians of 15 starts and of 200 keys.
  static func measure(
    _ path: String, _ arguments: [String], prompt: String, _ room: Workroom
  ) throws -> (start: Duration, key: Duration) {
    var starts: [Duration] = []
    var keys: [Duration] = []
    for run in 0..<15 {
      let start = ContinuousClock.now
      let terminal = try PseudoTerminal(
        path, arguments, environment: environment(room), folder: room.path)
      try terminal.waitForBytes(from: 0) { $0.holds(prompt) }
      starts.append(ContinuousClock.now - start)
      guard run == 14 else { continue }
      for letter in String(repeating: "azertyuiop", count: 20) {
        terminal.settle(milliseconds: 5)
        let place = terminal.bytes.count
        let start = ContinuousClock.now
        terminal.send(String(letter))
        try terminal.waitForBytes(from: place) { $0.holds(String(letter)) }
        keys.append(ContinuousClock.now - start)
        terminal.settle(milliseconds: 5)
        terminal.send("\u{7F}")
      }
    }
    return (starts.median, keys.median)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands in the bytes.
  func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count, let first = wanted.first else { return false }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first) {
      if self[found...].starts(with: wanted) { return true }
      place = found + 1
    }
    return false
  }
}
