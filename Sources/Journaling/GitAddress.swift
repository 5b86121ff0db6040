import Glibc
import Signing

/// Where an address leads that git is given, by git's own rules (git-fetch(1), "GIT URLS").
enum GitAddress {
  /// Over a network, as it is written.
  case network(String)
  /// To a folder of this machine, by its absolute path without symbolic links.
  case folder(String)
  /// To a folder of this machine that is not there now, such as one on a stick.
  case absent(String)

  /// Reads an address.
  ///
  /// What git would spell otherwise before it opens it is refused: the folder that is looked at must
  /// be the one that git opens.
  ///
  /// - Throws: `syncing` with `remoteRefused`.
  init(_ text: String) throws(JournalError) {
    guard let path = try Self.path(text) else {
      self = .network(text)
      return
    }
    guard !path.isEmpty, !path.hasPrefix("~"), !path.hasPrefix("-"), !path.utf8.contains(0) else {
      throw .syncing(.remoteRefused(text))
    }
    // git looks for it with this ending too.
    for name in [path, "\(path).git"] {
      guard let resolved = unsafe realpath(name, nil) else { continue }
      defer { unsafe free(resolved) }
      self = .folder(unsafe String(cString: resolved))
      return
    }
    self = .absent(path)
  }

  /// The path that an address means, or nothing of one over a network: a scheme, or a colon before
  /// the first slash.
  private static func path(_ text: String) throws(JournalError) -> String? {
    if let scheme = text.firstRange(of: "://") {
      guard text[..<scheme.lowerBound].lowercased() == "file" else { return nil }
      let path = text[scheme.upperBound...]
      guard path.hasPrefix("/"), !path.contains("%") else { throw .syncing(.remoteRefused(text)) }
      return String(path)
    }
    guard let colon = text.firstIndex(of: ":") else { return text }
    let slash = text.firstIndex(of: "/") ?? text.endIndex
    return slash < colon ? text : nil
  }
}
