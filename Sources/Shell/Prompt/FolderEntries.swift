import Glibc
import Signing

extension Files {
  /// A name in a folder.
  struct Entry {
    let name: String
    let isFolder: Bool
  }

  /// The names in a folder, in order; those that are not UTF-8 are left out.
  static func entries(of path: String) throws(SigningError) -> [Entry] {
    let folder = try open(path, O_RDONLY | O_DIRECTORY, followingLinks: true)
    var entries: [Entry] = []
    for bytes in try names(in: folder, path: path) {
      guard let name = String(validating: bytes, as: UTF8.self) else { continue }
      let isFolder = (try? kind(of: bytes, in: folder, path: path)) == .folder
      entries.append(Entry(name: name, isFolder: isFolder))
    }
    return entries
  }
}
