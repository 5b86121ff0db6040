extension Bag {
  /// What processes left in a folder when they ended before a bag, or a signature in one, was
  /// whole, by its names: the drafts of bags, and files beside a bag.
  package static func abandoned(in folder: String) -> [String] {
    passingNames(in: folder).filter { withHold(of: $0, in: folder, {}) }
  }

  /// Takes it away, as far as that can be done.
  package static func sweep(_ folder: String) {
    for name in passingNames(in: folder) {
      _ = withHold(of: name, in: folder) {
        let path = "\(folder)/\(name)"
        if name.hasPrefix(".") { try? Files.removeTree(path) } else { try? Files.remove(path) }
      }
    }
  }

  /// The names that this program gives to what it has not finished.
  static func passingNames(in folder: String) -> [String] {
    let all = ((try? Files.names(at: folder)) ?? []).map { String(decoding: $0, as: UTF8.self) }
    return all.filter { name in
      guard let point = name.lastIndex(of: "."), point != name.startIndex,
        Files.isPassing(String(name[name.index(after: point)...]))
      else { return false }
      return Files.kind(of: "\(folder)/\(name)") == (name.hasPrefix(".") ? .folder : .regular)
    }
  }

  /// Does some work on what nobody is at any more, and says whether that is so: a draft is locked
  /// itself, and the bag is where a signature is added.
  private static func withHold(
    of name: String, in folder: String, _ work: () -> Void
  ) -> Bool {
    var bag = name
    if !name.hasPrefix("."), let point = name.lastIndex(of: ".") { bag = String(name[..<point]) }
    guard let hold = Files.lockAtOnce(folder: "\(folder)/\(bag)") else { return false }
    withExtendedLifetime(hold, work)
    return true
  }
}
