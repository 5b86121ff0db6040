import Glibc

extension Files {
  /// The absolute path without symbolic links, of which the last parts may not be there yet.
  package static func resolved(_ path: String) -> String {
    if let resolved = unsafe realpath(path, nil) {
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
    guard let parent = parent(of: path), parent != path, let last = path.split(separator: "/").last
    else { return path }
    let above = resolved(parent)
    return above == "/" ? "/\(last)" : "\(above)/\(last)"
  }
}
