import Glibc
import Signing

extension EvidenceLocker {
  /// A file that was opened to be taken in, as it was then.
  struct Source {
    let file: Descriptor
    let path: String
    fileprivate let before: stat

    /// How many bytes it says it holds.
    var size: Int { Int(before.st_size) }

    /// Whether it is as it was: the same length and times.
    var isUnchanged: Bool {
      var after = stat()
      return unsafe fstat(file.number, &after) == 0 && before.isSame(as: after)
    }
  }

  /// Opens a file that may be evidence, and refuses what is none with the reason.
  ///
  /// Only a regular file is ever opened: to open a device can be to act on it.
  func open(_ path: String) throws(JournalError) -> Source {
    var named = stat()
    guard !path.utf8.contains(0), unsafe lstat(path, &named) == 0 else {
      throw .evidence(refusal(path.utf8.contains(0) ? ENOENT : errno), path: path)
    }
    if let refusal = refusal(named) { throw .evidence(refusal, path: path) }
    let file = try descriptor(path)
    let status = try DossierFolder.system { () throws(SigningError) in
      try Files.status(file, path)
    }
    guard status.isSame(as: named) else { throw .evidence(.changedWhileRead, path: path) }
    if let refusal = refusal(of: file, status) { throw .evidence(refusal, path: path) }
    return Source(file: file, path: path, before: status)
  }

  /// Opens a regular file without noting the time of the reading in it, where that is allowed.
  private func descriptor(_ path: String) throws(JournalError) -> Descriptor {
    let withoutTime: Int32 = 0o1_000_000
    for flags in [withoutTime, 0] {
      do throws(SigningError) {
        return try Files.open(path, O_RDONLY | O_NONBLOCK | flags)
      } catch {
        guard case .system(_, _, let code) = error else { throw .system(error) }
        if code == EPERM, flags != 0 { continue }
        throw .evidence(refusal(code), path: path)
      }
    }
    throw .evidence(.unreadable(code: EPERM), path: path)
  }

  private func refusal(_ code: Int32) -> EvidenceRefusal {
    switch code {
    case ENOENT, ENOTDIR: .absent
    case ELOOP: .symbolicLink
    case ENXIO: .socket
    default: .unreadable(code: code)
    }
  }

  /// Why a path cannot be evidence, by what the system tells of it unopened.
  private func refusal(_ status: stat) -> EvidenceRefusal? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: return .symbolicLink
    case S_IFDIR: return .folder
    case S_IFIFO: return .pipe
    case S_IFSOCK: return .socket
    default: return .device
    }
    if Self.kernelFolders.contains(where: { $0 == status.st_dev }) { return .kernelFile }
    let size = Int(status.st_size)
    return size > limits.file ? .tooLarge(bytes: size, limit: limits.file) : nil
  }

  /// The devices of the folders whose files the kernel makes up as they are read.
  private static var kernelFolders: [dev_t] {
    ["/proc", "/sys", "/sys/fs/cgroup", "/sys/kernel/debug"].compactMap { path in
      var status = stat()
      return unsafe stat(path, &status) == 0 && major(status.st_dev) == 0 ? status.st_dev : nil
    }
  }

  /// The kind of device; 0 for what lies on none.
  private static func major(_ device: dev_t) -> dev_t { device >> 8 & 0xFFF }

  /// Why an open regular file cannot be evidence.
  private func refusal(of file: Descriptor, _ status: stat) -> EvidenceRefusal? {
    let size = Int(status.st_size)
    if size == 0 {
      // A file that says it is empty and gives bytes all the same is none that stays as it is.
      var byte: UInt8 = 0
      return unsafe pread(file.number, &byte, 1, 0) > 0 ? .changedWhileRead : .empty
    }
    return isSparse(file, size) ? .sparse : nil
  }

  private func isSparse(_ file: Descriptor, _ size: Int) -> Bool {
    let seekHole: Int32 = 4
    let hole = lseek(file.number, 0, seekHole)
    _ = lseek(file.number, 0, SEEK_SET)
    return hole >= 0 && Int(hole) < size
  }
}
