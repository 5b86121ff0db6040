import Glibc

extension AllowedSigners {
  /// The line that says whose a key is, for all namespaces of this program.
  package static func line(
    for identity: Identity, _ key: PublicKey, comment: String = ""
  ) throws(SigningError) -> String {
    guard comment.unicodeScalars.allSatisfy(\.isPlain) else {
      throw .fieldRefused(field: "comment", value: comment)
    }
    let principal =
      identity.text.unicodeScalars.contains { $0.properties.isWhitespace }
      ? "\"\(identity)\"" : identity.text
    let namespaces = Namespace.allCases.map(\.rawValue).joined(separator: ",")
    let line = "\(principal) namespaces=\"\(namespaces)\" \(key.line)"
    return comment.isEmpty ? line : "\(line) \(comment)"
  }

  /// Adds a key to the register of a path, which is made when there is none, and reads it anew.
  ///
  /// Nothing is written when the register already says so. What is there is never changed.
  package static func add(
    _ identity: Identity, _ key: PublicKey, comment: String = "", to path: String
  ) throws(SigningError) -> AllowedSigners {
    let line = try line(for: identity, key, comment: comment)
    let register = try read(path)
    if register.lines(for: key).contains(where: { $0.principals.contains(identity.text) }) {
      return register
    }
    if let parent = Files.parent(of: path) { try Files.makeFolders(parent) }
    let isNew = !Files.exists(path)
    let file = try Files.open(path, O_WRONLY | O_APPEND | O_CREAT, followingLinks: true)
    let start = register.bytes.isEmpty || register.bytes.last == 0x0A ? "" : "\n"
    try Files.write(Array("\(start)\(line)\n".utf8).span, to: file, path: path)
    try Files.sync(file, path: path)
    if isNew, let parent = Files.parent(of: path) { try Files.syncFolder(parent) }
    return try read(path)
  }
}
