import Glibc
import Signing

extension DossierFolder {
  /// The folders in which a dossier keeps its files.
  static let folders = ["checklists", "journal", "evidence", "checkpoints", "exports"]

  /// Refuses a dossier of which a folder is something else, such as a link: what is written there,
  /// read or taken away would be another's.
  ///
  /// - Throws: `unsafeFolder`, `system`.
  static func checkFolders(of path: String, _ disk: Disk) throws(JournalError) {
    for name in folders { try checkFolder("\(path)/\(name)", disk) }
  }

  /// Refuses what has the name of a folder and is none.
  static func checkFolder(_ path: String, _ disk: Disk) throws(JournalError) {
    let isElsewhere = try system { () throws(SigningError) in try disk.isNoFolder(path) }
    if isElsewhere { throw .unsafeFolder(path: path) }
  }
}

extension Disk {
  /// Whether something has a name and is no folder of that name itself.
  func isNoFolder(_ path: String) throws(SigningError) -> Bool {
    do {
      return try named(path).st_mode & S_IFMT != S_IFDIR
    } catch .system(_, _, code: ENOENT) {
      return false
    }
  }
}
