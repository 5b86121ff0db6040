import Foundation

/// A derivation as it is printed, read back: what adds up in it can be added.
struct Tree {
  var text: String
  /// What the line adds to the one above it.
  var share: Int?
  var parts: [Tree] = []

  /// Reads the lines of one tree.
  init(_ output: String) {
    var lines = output.split(separator: "\n").map(String.init)[...]
    self.init(&lines, depth: 0)
  }

  private init(_ lines: inout ArraySlice<String>, depth: Int) {
    let line = lines.popFirst() ?? ""
    let words = line.dropFirst(3 * depth)
    if words.first == "+", let space = words.firstIndex(of: " "),
      let number = Int(words[words.index(after: words.startIndex)..<space])
    {
      share = number
      text = String(words[words.index(after: space)...])
    } else {
      text = String(words)
    }
    while let next = lines.first, Self.depth(next) > depth {
      parts.append(Tree(&lines, depth: depth + 1))
    }
  }

  private static func depth(_ line: String) -> Int {
    var depth = 0
    var rest = line[...]
    while rest.hasPrefix("│  ") || rest.hasPrefix("   ") || rest.hasPrefix("├─ ")
      || rest.hasPrefix("└─ ")
    {
      depth += 1
      rest = rest.dropFirst(3)
    }
    return depth
  }

  /// What the parts add up to.
  var sum: Int { parts.reduce(0) { $0 + ($1.share ?? 0) } }

  /// The lines at the ends of the branches.
  var leaves: [String] { parts.isEmpty ? [text] : parts.flatMap(\.leaves) }

  /// Every node, each before its parts.
  var all: [Tree] { [self] + parts.flatMap(\.all) }
}
