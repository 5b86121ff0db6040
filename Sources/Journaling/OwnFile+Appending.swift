import Glibc
import Signing

extension OwnFile {
  /// Appends one line with one write and makes it last, then remembers it as acknowledged.
  ///
  /// - Throws: `writeFailed` after cutting the file back; `syncFailed`, which is never retried.
  func append(
    _ line: [UInt8], id: String, n: Int, in folder: DossierFolder
  ) throws(JournalError) {
    let disk = folder.workplace.disk
    let start = Int(lseek(descriptor.number, 0, SEEK_END))
    guard isNamed, start == folder.readers[writer]?.length else {
      throw .writeFailed(path: path, code: ESTALE)
    }
    var rest = line[...]
    while !rest.isEmpty {
      switch disk.write(descriptor.number, Array(rest)) {
      case .success(let count) where count > 0: rest = rest.dropFirst(count)
      case .success: throw cutBack(to: start, code: EIO, disk)
      case .failure(let failure): throw cutBack(to: start, code: failure.code, disk)
      }
    }
    if case .failure(let failure) = disk.synchronize(descriptor.number) {
      throw rescue(line, id: id, n: n, code: failure.code, length: start, in: folder)
    }
    if folder.id.isEmpty { folder.id = id }
    // The line lasts from here on: a register that cannot be written knows less than the file,
    // which harms nothing.
    let entry = WriterRegister.Entry(writer: writer, n: n, id: id, length: start + line.count)
    try? folder.register(closed + [entry])
  }

  private func cutBack(to length: Int, code: Int32, _ disk: Disk) -> JournalError {
    _ = disk.truncate(descriptor.number, length)
    _ = disk.synchronize(descriptor.number)
    return .writeFailed(path: path, code: code)
  }

  /// Keeps the entry where it may last, and leaves a mark that the file is not to be trusted.
  private func rescue(
    _ line: [UInt8], id: String, n: Int, code: Int32, length: Int, in folder: DossierFolder
  ) -> JournalError {
    folder.trustedLengths[writer] = length
    try? Files.replace(path + ".suspect", Array("\(length)\n".utf8))
    let home = "\(folder.workplace.stateHome)/constat/rescue"
    let name = "\(home)/\(writer)-\(n)-\(id.prefix(16)).journal"
    var rescue: String? = name
    do throws(SigningError) {
      try Files.makeFolders(home)
      try Files.replace(name, line)
    } catch {
      rescue = nil
    }
    return .syncFailed(
      path: path, code: code, rescue: rescue, entry: String(decoding: line, as: UTF8.self))
  }
}
