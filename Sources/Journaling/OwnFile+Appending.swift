import Glibc
import Signing

extension OwnFile {
  /// Appends one line with one write and makes it last.
  ///
  /// - Returns: What the register of writers is to remember, now that it may be acknowledged.
  /// - Throws: `writeFailed` after cutting the file back; `syncFailed`, which is never retried.
  func append(
    _ line: [UInt8], id: String, n: Int, in folder: DossierFolder
  ) throws(JournalError) -> [WriterRegister.Entry] {
    let status = try DossierFolder.system { () throws(SigningError) in
      try folder.disk.status(file)
    }
    let start = Int(status.st_size)
    guard named(status, on: folder.disk) != nil, start == folder.readers[writer]?.length else {
      throw .writeFailed(path: path, code: ESTALE)
    }
    do throws(SigningError) {
      try folder.disk.append(line.span, to: file)
    } catch {
      try? folder.disk.truncate(file, start)
      try? folder.disk.synchronize(file)
      throw .writeFailed(path: path, code: error.code)
    }
    do throws(SigningError) {
      try folder.disk.synchronize(file)
    } catch {
      throw rescue(line, id: id, n: n, code: error.code, length: start, in: folder)
    }
    if folder.id.isEmpty { folder.id = id }
    folder.lastingLengths[writer] = start + line.count
    return closed + [.init(writer: writer, n: n, id: id, length: start + line.count)]
  }

  /// Keeps the entry where it may last, and leaves a mark that the file is not to be trusted.
  private func rescue(
    _ line: [UInt8], id: String, n: Int, code: Int32, length: Int, in folder: DossierFolder
  ) -> JournalError {
    folder.trustedLengths[writer] = length
    try? folder.disk.leave(Array("\(length)\n".utf8), at: path + ".suspect")
    try? folder.disk.synchronizeFolder(folder.journalFolder)
    let home = "\(folder.workplace.stateHome)/constat/rescue"
    let name = "\(home)/\(writer)-\(n)-\(id.prefix(16)).journal"
    var rescue: String? = name
    do throws(SigningError) {
      try folder.disk.makeFolders(home)
      try folder.disk.leave(line, at: name)
    } catch {
      rescue = nil
    }
    return .syncFailed(
      path: path, code: code, rescue: rescue, entry: String(decoding: line, as: UTF8.self))
  }
}

extension Disk {
  /// Puts a file in the place of another, whole; it stays there though the disk, which may be
  /// failing, does not say that it lasts.
  fileprivate func leave(_ bytes: [UInt8], at path: String) throws(SigningError) {
    let temporary = Unfinished.name(of: path)
    try? unlink(temporary)
    do throws(SigningError) {
      let file = try open(temporary, O_WRONLY | O_APPEND | O_CREAT | O_EXCL)
      try append(bytes.span, to: file)
      try? synchronize(file)
      try rename(temporary, path)
    } catch {
      try? unlink(temporary)
      throw error
    }
  }
}

extension SigningError {
  /// The error number of a call that failed, `EIO` for what no call said.
  var code: Int32 {
    if case .system(_, _, let code) = self { code } else { EIO }
  }
}
