import Glibc
import Signing

extension DossierFolder {
  /// The folder of the rooms in which evidence waits while it is copied.
  private var waitingRooms: String { path + "/evidence/.incoming" }

  /// What the rooms of merges are called, before a number.
  private static let merging = "merge-"

  /// A waiting room that a process left when it ended too soon, and what keeps others from it.
  private struct AbandonedRoom {
    let name: String
    let hold: Disk.File?
  }

  /// Takes away what crashed processes left in the waiting rooms of evidence, but never from under
  /// a process that holds the file of its writer, or the room of its merge.
  func sweepWaitingRooms(holding own: String? = nil) {
    guard let names = try? disk.names(waitingRooms) else { return }
    for room in abandonedRooms(names, holding: own) {
      let path = "\(waitingRooms)/\(room.name)"
      disk.clearFolder(path)
      if room.name.hasPrefix(Self.merging) { try? disk.unlink("\(path).lock") }
    }
    try? disk.removeFolder(waitingRooms)
  }

  /// Takes away what crashed processes have written in a folder and not put in its place, by the
  /// names that are there where they are known.
  func sweepPassingFiles(in folder: String, _ names: [String]? = nil) {
    Self.sweepPassingFiles(in: folder, names, disk)
  }

  /// The same in a folder of a dossier that is not open.
  static func sweepPassingFiles(in folder: String, _ names: [String]?, _ disk: Disk) {
    for name in names ?? (try? disk.names(folder)) ?? [] where Unfinished.isAbandoned(name) {
      let path = "\(folder)/\(name)"
      guard let file = try? disk.openRegular(path, O_RDWR | O_APPEND),
        (try? disk.lock(file)) != false
      else { continue }
      try? disk.unlink(path)
    }
  }

  /// The waiting rooms that processes left when they ended too soon, by their names in the dossier;
  /// the next operation or merge takes them away.
  package func abandonedRooms() -> [String] {
    let names = (try? disk.names(waitingRooms)) ?? []
    return abandonedRooms(names, holding: nil).map { "evidence/.incoming/\($0.name)" }
  }

  private func abandonedRooms(_ names: [String], holding own: String?) -> [AbandonedRoom] {
    var rooms: [AbandonedRoom] = []
    for name in names {
      let isMerge = name.hasPrefix(Self.merging)
      guard isMerge || Line.isWriter(name), !name.hasSuffix(".lock") || !isRoomThere(name, names)
      else { continue }
      let room = name.hasSuffix(".lock") ? String(name.dropLast(5)) : name
      if room == own {
        rooms.append(AbandonedRoom(name: room, hold: nil))
        continue
      }
      let file = isMerge ? "\(waitingRooms)/\(room).lock" : journalPath(of: room)
      do throws(SigningError) {
        let hold = try disk.openRegular(file, O_RDWR | O_APPEND)
        if try disk.lock(hold) { rooms.append(AbandonedRoom(name: room, hold: hold)) }
      } catch {
        // A writer without a file never wrote, and left its room when it went; so did a merge.
        guard case .system("open", _, code: ENOENT) = error else { continue }
        rooms.append(AbandonedRoom(name: room, hold: nil))
      }
    }
    return rooms
  }

  /// Whether the room stands that a lock is for.
  private func isRoomThere(_ lock: String, _ names: [String]) -> Bool {
    names.contains(String(lock.dropLast(5)))
  }

  /// Makes a room for what a merge copies, which is held as long as the file is open.
  func makeMergeRoom() throws(JournalError) -> (path: String, hold: Disk.File) {
    try EvidenceLocker(self).checkWaitingRooms()
    return try Self.system { () throws(SigningError) in
      for number in 1...64 {
        let room = "\(waitingRooms)/\(Self.merging)\(getpid())-\(number)"
        try disk.makeFolders(waitingRooms)
        let hold = try disk.open("\(room).lock", O_RDWR | O_APPEND | O_CREAT)
        // Where there are no locks, nobody takes a room away.
        guard (try? disk.lock(hold)) != false,
          let named = try? disk.named(hold.path), try disk.status(hold).isSameFile(as: named),
          try !disk.exists(room)
        else { continue }
        try disk.makeFolder(room)
        return (room, hold)
      }
      throw .exists(path: waitingRooms)
    }
  }

  /// Takes the room of a merge away.
  func clearMergeRoom(_ room: String) {
    disk.clearFolder(room)
    try? disk.unlink("\(room).lock")
    try? disk.removeFolder(waitingRooms)
  }
}
