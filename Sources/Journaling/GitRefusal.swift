import Glibc

/// Why a dossier was not shared through git.
package enum GitRefusal: Error, Hashable, Sendable {
  /// git gave up; the words are its own.
  case git(command: String, words: String)
  /// The other end wants a name or key that it did not get; the words are git's.
  case noCredential(address: String, words: String)
  /// The other end has a rule against what it was given, such as a protected branch.
  case refusedThere(address: String, branch: String, words: String)
  /// A repository on this machine belongs to another account, which git does not trust.
  case foreignOwner(address: String)
  /// An address has a password in it.
  case passwordInAddress
  /// The repository's own configuration holds a key that might make git run something.
  case setting(key: String, path: String)
  /// The repository is not one folder of the dossier's own.
  case strangeRepository(path: String)
  /// A name in a repository is a link or a device: git would read or write what it leads to.
  case leadsElsewhere(path: String)
  /// Nothing was said of where to share, and nothing is remembered.
  case noRemote
  /// What was named is no place that git or a folder copy could be shared with.
  case remoteRefused(String)
  /// A folder that is there and into which the system does not let this account go.
  case closed(path: String)
  /// A folder that holds no dossier yet, and nothing said that a copy should be made there.
  case emptyFolder(path: String)
  /// The work tree is at no branch.
  case noBranch
  /// Others shared again and again while this was trying to.
  case restless(remote: String)
  /// Another process shares the dossier, or works in its repository.
  case underWay(path: String)
  /// A file by which git keeps others out, that nobody took away.
  case lockLeft(path: String)
  /// The system does not let git write in a repository.
  case writeFailed(path: String, code: Int32)
}

extension GitRefusal {
  /// The path of the lock that git could not make, out of its words, where that is what they say.
  static func lock(in words: String) -> String? {
    let (opening, ending) = ("Unable to create '", "': File exists")
    guard let start = words.firstRange(of: opening) else { return nil }
    let rest = String(words[start.upperBound...])
    guard let end = rest.firstRange(of: ending) else { return nil }
    return String(rest[..<end.lowerBound]).replacing("/./", with: "/")
  }

  /// The error number of the system, out of the words of a git that could not write, where that is
  /// what they say.
  static func writeFailure(in words: String) -> Int32? {
    let causes = [
      ("No space left on device", ENOSPC), ("Read-only file system", EROFS),
      ("Disk quota exceeded", EDQUOT), ("File too large", EFBIG),
    ]
    return causes.first { words.contains($0.0) }?.1
  }
}
