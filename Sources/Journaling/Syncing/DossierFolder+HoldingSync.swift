import Glibc
import Signing

extension DossierFolder {
  /// How many times longer than for a journal one waits for a sync, which talks to another place.
  private static let syncs = 60

  /// Keeps other processes from sharing the dossier through git as long as what is given is kept,
  /// once those that are at it have ended; where nothing can be locked, nobody is kept from it.
  ///
  /// The lock is that of `dossier.json`, which is there before a repository and lies in the dossier
  /// itself, so that another machine on the same share finds it too.
  ///
  /// - Throws: `syncing` with `underWay`.
  func holdSyncing() throws(JournalError) -> Disk.File? {
    guard let file = try? disk.openRegular("\(path)/dossier.json", O_RDWR) else { return nil }
    let patience = workplace.patience * Self.syncs
    let isHeld: Bool
    do throws(SigningError) {
      isHeld = try disk.lock(file, patience: patience)
    } catch {
      return nil
    }
    guard isHeld else { throw .syncing(.underWay(path: path)) }
    return file
  }
}
