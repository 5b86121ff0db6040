import Glibc
import Signing

extension DossierFolder {
  /// Takes away what crashed processes left in the waiting rooms of evidence, but never from under
  /// a process that holds the file of its writer.
  func sweepWaitingRooms(holding own: String) {
    let rooms = path + "/evidence/.incoming"
    guard let names = try? disk.names(rooms) else { return }
    for writer in names where Line.isWriter(writer) {
      var held: Disk.File?
      if writer != own {
        do throws(SigningError) {
          let file = try disk.openRegular(journalPath(of: writer), O_RDWR | O_APPEND)
          guard try disk.lock(file) else { continue }
          held = file
        } catch {
          // A writer without a file never wrote, and left its room when it went.
          guard case .system("open", _, code: ENOENT) = error else { continue }
        }
      }
      disk.clearFolder("\(rooms)/\(writer)")
      _ = held
    }
    try? disk.removeFolder(rooms)
  }
}
