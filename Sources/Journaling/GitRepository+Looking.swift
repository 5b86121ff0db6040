import Glibc
import Signing

extension GitRepository {
  /// Refuses a folder that this account may not enter: what it holds would seem not to be there.
  ///
  /// - Throws: `syncing` with `closed`.
  static func checkOpen(_ path: String) throws(JournalError) {
    guard Files.kind(of: path) == .folder, unsafe access(path, X_OK) != 0, errno == EACCES
    else { return }
    throw .syncing(.closed(path: path))
  }

  /// Refuses a repository in which some name is neither a file nor a folder.
  ///
  /// git follows a link wherever it finds one, be it the index, a reference or a log, and writes to
  /// what it leads to. Not looked at are the hooks, which are never run, and the files of objects,
  /// which are never written over; their folders are.
  ///
  /// - Throws: `syncing` with `leadsElsewhere`; `merging` with `tooManyFiles`; `system`.
  static func checkNames(in directory: String) throws(JournalError) {
    var look = RepositoryLook(root: directory)
    do throws(SigningError) {
      try look.walk(try Files.open(directory, O_RDONLY | O_DIRECTORY), "", depth: 0)
    } catch {
      throw .system(error)
    }
    if look.isTooLarge {
      throw .merging(.tooManyFiles(path: directory, limit: RepositoryLook.nameLimit))
    }
    if let path = look.strange { throw .syncing(.leadsElsewhere(path: path)) }
  }
}

/// A look at what the names in a repository stand for.
private struct RepositoryLook {
  /// The most names that are looked at, and how deep.
  static let (nameLimit, depthLimit) = (200_000, 64)

  let root: String
  /// The first name that is neither a file nor a folder.
  private(set) var strange: String?
  private(set) var isTooLarge = false
  private var count = 0

  init(root: String) { self.root = root }

  /// Looks at the names in an open folder, which lies in the repository at a path ending in `/`.
  mutating func walk(
    _ folder: Descriptor, _ place: String, depth: Int
  ) throws(SigningError) {
    let names = try Files.names(in: folder, path: "\(root)/\(place)")
    count += names.count
    guard count <= Self.nameLimit, depth < Self.depthLimit else {
      isTooLarge = true
      return
    }
    for name in names where strange == nil && !isTooLarge {
      let text = place + String(decoding: name, as: UTF8.self)
      if text == "hooks" { continue }
      let path = "\(root)/\(text)"
      do throws(SigningError) {
        switch try Files.kind(of: name, in: folder, path: path) {
        case .regular: break
        case .folder where Self.isShelf(text): break
        case .folder:
          let inner = try Files.open(name, in: folder, O_RDONLY | O_DIRECTORY, path: path)
          try walk(inner, text + "/", depth: depth + 1)
        case .link, .other: strange = path
        }
      } catch .system(_, _, code: ENOENT) {
        // git takes its temporary files away again.
      }
    }
  }

  /// Whether a path is that of a folder in which objects lie by their names.
  private static func isShelf(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 2 && parts[0] == "objects" && parts[1].utf8.count == 2
  }
}
