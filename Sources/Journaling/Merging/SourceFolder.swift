import Glibc
import Signing

/// A folder that may be anybody's: read by open folders and names, never through a link in it.
struct SourceFolder: Sendable {
  let path: String
  private let root: Descriptor

  /// Opens a folder; the path itself may lead there by a link.
  init(_ path: String) throws(JournalError) {
    self.path = path
    root = try Self.reading(path) { () throws(SigningError) in
      try Files.open(path, O_RDONLY | O_DIRECTORY, followingLinks: true)
    }
  }

  /// A file by its place in such a folder.
  struct File: Sendable {
    let folder: SourceFolder
    let parts: [String]

    /// Opens it, if it is a regular file.
    func open() throws(JournalError) -> Descriptor { try folder.openFile(parts) }

    var path: String { folder.path(of: parts) }
  }

  func path(of parts: [String]) -> String { ([path] + parts).joined(separator: "/") }

  /// Whether something has a name, be it a link.
  func holds(_ parts: [String]) throws(JournalError) -> Bool {
    guard let folder = try open(parts.dropLast()), let name = parts.last else { return false }
    return (try? Files.kind(of: Array(name.utf8), in: folder, path: path(of: parts))) != nil
  }

  /// The names in a folder, none where there is no such folder.
  func names(_ parts: [String], limit: Int) throws(JournalError) -> [String] {
    guard let folder = try open(parts[...]) else { return [] }
    let names = try Self.reading(path(of: parts)) { () throws(SigningError) in
      try Files.names(in: folder, path: path(of: parts))
    }
    guard names.count <= limit else {
      throw .merging(.tooManyFiles(path: path(of: parts), limit: limit))
    }
    return names.compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// Everything a regular file holds, up to a limit in bytes.
  func contents(_ parts: [String], limit: Int) throws(JournalError) -> [UInt8] {
    try Self.contents(of: try openFile(parts), path(of: parts), limit: limit)
  }

  fileprivate func openFile(_ parts: [String]) throws(JournalError) -> Descriptor {
    let path = path(of: parts)
    guard let folder = try open(parts.dropLast()), let name = parts.last else {
      throw .merging(.unreadable(path: path, code: ENOENT))
    }
    let file = try Self.reading(path) { () throws(SigningError) in
      try Files.open(Array(name.utf8), in: folder, O_RDONLY | O_NONBLOCK, path: path)
    }
    try Self.checkRegular(file, path)
    return file
  }

  /// The folder at some parts, or nothing where a part is not there.
  private func open(_ parts: ArraySlice<String>) throws(JournalError) -> Descriptor? {
    var folder = root
    var shown = path
    for part in parts {
      shown += "/\(part)"
      do throws(SigningError) {
        folder = try Files.open(Array(part.utf8), in: folder, O_RDONLY | O_DIRECTORY, path: shown)
      } catch .system(_, _, code: ENOENT) {
        return nil
      } catch {
        throw Self.refusal(error, shown)
      }
    }
    return folder
  }
}

extension SourceFolder {
  /// The first bytes of a file that a person named.
  static func start(of path: String, count: Int) throws(JournalError) -> [UInt8] {
    let file = try openNamed(path)
    var bytes = [UInt8](repeating: 0, count: count)
    let read = unsafe pread(file.number, &bytes, count, 0)
    guard read >= 0 else { throw .merging(.unreadable(path: path, code: errno)) }
    return Array(bytes.prefix(read))
  }

  /// Everything a file that a person named holds, up to a limit in bytes.
  static func contents(of path: String, limit: Int) throws(JournalError) -> [UInt8] {
    try contents(of: try openNamed(path), path, limit: limit)
  }

  private static func openNamed(_ path: String) throws(JournalError) -> Descriptor {
    let file = try reading(path) { () throws(SigningError) in
      try Files.open(path, O_RDONLY | O_NONBLOCK)
    }
    try checkRegular(file, path)
    return file
  }

  private static func checkRegular(_ file: Descriptor, _ path: String) throws(JournalError) {
    let status = try reading(path) { () throws(SigningError) in try Files.status(file, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .merging(.unsafeFile(path: path)) }
  }

  private static func contents(
    of file: Descriptor, _ path: String, limit: Int
  ) throws(JournalError) -> [UInt8] {
    try reading(path) { () throws(SigningError) in
      let size = Int(try Files.status(file, path).st_size)
      guard size <= limit else { throw .fileTooLarge(path: path, limit: limit) }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size)
      try Files.read(file.number, path: path) { (part: Span<UInt8>) throws(SigningError) in
        guard bytes.count + part.count <= limit else {
          throw .fileTooLarge(path: path, limit: limit)
        }
        bytes.append(contentsOf: part)
      }
      return bytes
    }
  }

  private static func reading<Result>(
    _ path: String, _ work: () throws(SigningError) -> Result
  ) throws(JournalError) -> Result {
    do {
      return try work()
    } catch {
      throw refusal(error, path)
    }
  }

  private static func refusal(_ error: SigningError, _ path: String) -> JournalError {
    switch error {
    case .fileTooLarge(let path, let limit): .merging(.tooLarge(path: path, limit: limit))
    case .notARegularFile(let path): .merging(.unsafeFile(path: path))
    case .system("open", let path, code: ELOOP), .system("open", let path, code: ENXIO),
      .system("open", let path, code: ENOTDIR):
      .merging(.unsafeFile(path: path))
    case .system(_, let path, let code): .merging(.unreadable(path: path, code: code))
    default: .merging(.unreadable(path: path, code: EIO))
    }
  }
}
