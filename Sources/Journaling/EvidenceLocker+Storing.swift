import Glibc
import Signing

extension EvidenceLocker {
  /// Copies a source into the waiting room of the writer whose operation is being prepared.
  ///
  /// - Throws: `evidence` when it changed meanwhile or the disk has no room for it, `writeFailed`
  ///   when that shows only now; nothing of it is left.
  func hold(_ source: Source, _ progress: Progress) throws(JournalError) -> Waiting {
    try checkSpace(for: source.size, source.path)
    let room = waitingRoom(of: folder.writerPreparing)
    try checkWaitingRooms()
    try DossierFolder.checkFolder(room, folder.disk)
    // What a process that ended too soon left in the waiting room of this writer.
    if folder.draft?.evidence.isEmpty == true { folder.disk.clearFolder(room) }
    let waiting = "\(room)/\(folder.workplace.mint(8))"
    do throws(JournalError) {
      let digest = try DossierFolder.system { () throws(SigningError) in
        let disk = folder.disk
        try disk.makeFolders(room)
        let file = try disk.open(waiting, O_WRONLY | O_APPEND | O_CREAT | O_EXCL)
        let digest = try copy(source, to: file, progress)
        try disk.makeReadOnly(file)
        try disk.synchronize(file)
        return digest
      }
      guard source.isUnchanged else { throw .evidence(.changedWhileRead, path: source.path) }
      return Waiting(path: waiting, digest: digest)
    } catch {
      try? folder.disk.unlink(waiting)
      if case .system(.sourceChanged) = error {
        throw .evidence(.changedWhileRead, path: source.path)
      }
      throw error
    }
  }

  /// Refuses what the disk has no room for, with 1 MiB to spare, as far as that can be told before.
  func checkSpace(for size: Int, _ path: String) throws(JournalError) {
    guard let free = try? folder.disk.freeSpace(folder.path) else { return }
    let needed = size + (1 << 20)
    if free < needed { throw .evidence(.noSpace(needed: needed, free: free), path: path) }
  }

  /// Gives a waiting content its place in the store, and makes that last.
  func place(_ waiting: Waiting) throws(JournalError) {
    let name = path(of: waiting.sha256)
    let store = "\(folder.path)/evidence"
    let shelf = String(name.dropLast(65))
    try checkStore(of: waiting.sha256)
    let isPlaced = try DossierFolder.system { () throws(SigningError) in
      try folder.disk.makeLastingFolder(store)
      try folder.disk.makeLastingFolder(shelf)
      do throws(SigningError) {
        try folder.disk.rename(file: waiting.path, toFree: name)
        return true
      } catch .exists {
        return false
      }
    }
    if !isPlaced, !verifies(waiting.sha256) {
      throw .evidence(.damagedStore(sha256: waiting.sha256), path: name)
    }
    try DossierFolder.system { () throws(SigningError) in
      try folder.disk.synchronizeFolder(shelf)
      try folder.disk.synchronizeFolder(store)
    }
  }
}

// MARK: - Links in the store

extension EvidenceLocker {
  /// Refuses a place for a content that leads out of the dossier.
  func checkStore(of sha256: String) throws(JournalError) {
    try DossierFolder.checkFolder("\(folder.path)/evidence", folder.disk)
    try DossierFolder.checkFolder(String(path(of: sha256).dropLast(65)), folder.disk)
  }

  /// Refuses a folder of waiting rooms that leads out of the dossier.
  func checkWaitingRooms() throws(JournalError) {
    for name in ["evidence", "evidence/.incoming"] {
      try DossierFolder.checkFolder("\(folder.path)/\(name)", folder.disk)
    }
  }
}

// MARK: - The waiting room

extension EvidenceLocker {
  func waitingRoom(of writer: String) -> String {
    "\(folder.path)/evidence/.incoming/\(writer)"
  }

  /// Takes away the contents that still wait, and their room.
  func clear(_ waiting: [Waiting], of writer: String) {
    for content in waiting { try? folder.disk.unlink(content.path) }
    let room = waitingRoom(of: writer)
    try? folder.disk.removeFolder(room)
    try? folder.disk.removeFolder(String(room.dropLast(writer.utf8.count + 1)))
  }
}
