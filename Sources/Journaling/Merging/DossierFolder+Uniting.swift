import Glibc
import Signing

extension DossierFolder {
  /// Writes what a file gets, under its lock.
  ///
  /// - Returns: whether the file still was what it was when the change was worked out.
  func write(_ change: WriterChange) throws(JournalError) -> Bool {
    let path = journalPath(of: change.writer)
    switch change.action {
    case .create(let bytes):
      return try create(path, bytes)
    case .extend(let offset, let bytes):
      guard let file = try locked(path, as: change.mark) else { return false }
      try extend(file, at: offset, bytes)
    case .rewrite(let bytes, let keepsOld):
      guard let file = try locked(path, as: change.mark) else { return false }
      try rewrite(file, bytes, keepsOld: keepsOld)
    }
    return true
  }

  /// Makes the names in a folder last.
  func lastingNames(of folder: String) throws(JournalError) {
    try Self.system { () throws(SigningError) in try disk.synchronizeFolder(folder) }
  }

  /// Gives a new file its name, whole or not at all.
  ///
  /// A name that may not last is taken away, so that nobody rests on lines that may go.
  private func create(_ path: String, _ bytes: [UInt8]) throws(JournalError) -> Bool {
    let temporary = Unfinished.name(of: path)
    return try Self.system { () throws(SigningError) in
      try? disk.unlink(temporary)
      try disk.makeLastingFolder(journalFolder)
      do throws(SigningError) {
        try disk.create(temporary, bytes)
        try disk.rename(file: temporary, toFree: path)
      } catch {
        try? disk.unlink(temporary)
        if case .exists = error { return false }
        throw error
      }
      do throws(SigningError) {
        try disk.synchronizeFolder(journalFolder)
      } catch {
        try? disk.unlink(path)
        throw error
      }
      return true
    }
  }

  /// Opens a writer's file with its lock, if it still is what it was.
  private func locked(_ path: String, as mark: FileMark?) throws(JournalError) -> Disk.File? {
    let (file, isHad) = try Self.system { () throws(SigningError) in
      let file = try disk.openRegular(path, O_RDWR | O_APPEND)
      return (file, try disk.lock(file, patience: workplace.patience))
    }
    guard isHad else { throw .merging(.busy(path: path)) }
    let marks = try Self.system { () throws(SigningError) in
      [FileMark(try disk.status(file)), FileMark(try disk.named(path))]
    }
    return marks.allSatisfy { $0 == mark } ? file : nil
  }

  /// Adds whole lines after those that are there; the beginning of the first may be there already.
  private func extend(
    _ file: Disk.File, at offset: Int, _ bytes: ArraySlice<UInt8>
  ) throws(JournalError) {
    let start = try Self.system { () throws(SigningError) in
      Int(try disk.status(file).st_size)
    }
    func cutBack() {
      try? disk.truncate(file, start)
      try? disk.synchronize(file)
    }
    let rest = bytes.dropFirst(start - offset)
    do throws(SigningError) {
      try disk.append(rest.span, to: file)
    } catch {
      cutBack()
      throw .writeFailed(path: file.path, code: error.code)
    }
    do throws(SigningError) {
      try disk.synchronize(file)
    } catch {
      // What the system holds of the file may differ from the disk: it is not to look taken.
      cutBack()
      throw .merging(.syncFailed(path: file.path, code: error.code))
    }
  }

  /// Puts a new file in the place of an old one, whose bytes are kept where some would be lost.
  private func rewrite(
    _ old: Disk.File, _ bytes: [UInt8], keepsOld: Bool
  ) throws(JournalError) {
    let temporary = Unfinished.name(of: old.path)
    try Self.system { () throws(SigningError) in
      if keepsOld {
        try disk.keepAside(
          try disk.rest(of: old), as: "\(old.path.dropLast(8)).torn-0-merge-\(getpid())")
      }
      try? disk.unlink(temporary)
      let file = try disk.open(temporary, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      _ = try disk.lock(file)
      try disk.append(bytes.span, to: file)
      try disk.synchronize(file)
      try disk.rename(temporary, old.path)
    }
  }
}
