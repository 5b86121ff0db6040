import Glibc
import Signing

/// What lies in the folder of a dossier, by the names alone.
struct DossierTree {
  private(set) var entries: [Entry] = []
  /// Whether there was too much to look at it all.
  private(set) var isCut = false

  /// One file or folder of it.
  struct Entry {
    let path: String
    /// Its name in the dossier.
    let name: String
    let part: Part

    /// What it is to a dossier.
    ///
    /// A link or a file in the place of one of its folders is `misplaced`.
    enum Part { case own, evidence, exports, aside, stranger, misplaced }
  }

  private static let limit = 200_000

  /// Lists a dossier; git's own folder is left alone, also while it is made.
  init(_ root: String) {
    entries.append(Entry(path: root, name: "", part: .own))
    list(root, "", depth: 0)
  }

  private mutating func list(_ path: String, _ prefix: String, depth: Int) {
    guard depth < 16, let folder = try? Files.open(path, O_RDONLY | O_DIRECTORY),
      let names = try? Files.names(in: folder, path: path)
    else { return }
    for bytes in names {
      guard entries.count < Self.limit else {
        isCut = true
        return
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let name = prefix + text
      if name == ".git" || name.hasPrefix(".git.new-") { continue }
      let kind = try? Files.kind(of: bytes, in: folder, path: path)
      let part = Self.part(name, isFolder: kind == .folder)
      entries.append(Entry(path: "\(path)/\(text)", name: name, part: part))
      if kind == .folder, part != .exports || depth == 0 {
        list("\(path)/\(text)", name + "/", depth: depth + 1)
      }
    }
  }

  /// What a name means, by the layout of a dossier.
  private static func part(_ name: String, isFolder: Bool) -> Entry.Part {
    let parts = name.split(separator: "/").map(String.init)
    let last = parts.last ?? ""
    switch (parts.first ?? "", parts.count) {
    case ("dossier.json", 1), (".gitattributes", 1), (".gitignore", 1): return .own
    case ("checklists", 1), ("journal", 1), ("checkpoints", 1), ("evidence", 1):
      return isFolder ? .own : .misplaced
    case ("exports", _): return isFolder || parts.count > 1 ? .exports : .misplaced
    case ("checklists", 2) where last.hasSuffix(".rec") && isDigest(last.dropLast(4)): return .own
    case ("journal", 2):
      if isJournal(last) { return .own }
      return last.contains(".torn-") || last.hasSuffix(".suspect") ? .aside : .stranger
    case ("checkpoints", 2): return isCheckpoint(last) ? .own : .stranger
    case ("evidence", _) where parts[1] == ".incoming":
      return isFolder || parts.count > 2 ? .own : .misplaced
    case ("evidence", 2):
      guard last.utf8.count == 2 else { return .stranger }
      return isFolder ? .own : .misplaced
    case ("evidence", 3):
      if isDigest(last[...]), last.hasPrefix(parts[1]) { return .evidence }
      return last.contains(".altered-") ? .aside : .stranger
    default: return .stranger
    }
  }

  private static func isDigest(_ text: Substring) -> Bool { Digest(hex: text) != nil }

  /// Whether a name is that of a writer's journal.
  static func isJournal(_ name: String) -> Bool {
    name.hasSuffix(".journal") && isWriter(name.dropLast(8))
  }

  private static func isWriter(_ text: Substring) -> Bool {
    text.utf8.count == 16 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }

  private static func isCheckpoint(_ name: String) -> Bool {
    let bare = name.hasSuffix(".sig") ? name.dropLast(4) : name[...]
    let parts = bare.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    return bare.hasSuffix(".txt") && parts.count == 2 && isWriter(parts[0])
      && !parts[1].isEmpty && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
  }
}

extension DossierTree.Entry {
  /// Whether it begins as a private key does; only small files are looked at, at their first line.
  var isPrivateKey: Bool {
    guard part == .stranger || part == .evidence,
      let file = try? Files.openRegular(path), let status = try? Files.status(file, path),
      status.st_size <= 64 << 10
    else { return false }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe pread(file.number, &bytes, bytes.count, 0)
    let line = bytes.prefix(max(0, count)).prefix { $0 != 0x0A }
    let text = String(decoding: line, as: UTF8.self)
    return text.hasPrefix("-----BEGIN ") && text.contains("PRIVATE KEY")
      || text.hasPrefix("PuTTY-User-Key-File")
  }
}
