import Glibc

/// A private key of the user's, known by its path and its public half; what it holds stays with
/// OpenSSH.
package struct SigningKey: Hashable, Sendable {
  /// The path of the private key, or of the public one when an agent or a card holds the other.
  package let path: String
  package let publicKey: PublicKey

  /// The key of a path, such as one that the user named.
  ///
  /// - Throws: `keyAbsent`, `keyExposed`, `system`.
  package static func existing(
    at path: String, _ keygen: SSHKeygen
  ) throws(SigningError) -> SigningKey {
    guard Files.exists(path) else { throw .keyAbsent(path: path) }
    if !path.hasSuffix(".pub") { try checkMode(of: path) }
    let publicPath = path.hasSuffix(".pub") ? path : path + ".pub"
    guard Files.exists(publicPath) else {
      return SigningKey(path: path, publicKey: try keygen.publicKey(ofPrivate: path))
    }
    let bytes = try Files.contents(publicPath, limit: 1 << 16, followingLinks: true)
    guard let key = PublicKey(line: String(decoding: bytes, as: UTF8.self)) else {
      throw .keyAbsent(path: publicPath)
    }
    return SigningKey(path: path, publicKey: key)
  }

  /// The user's own Ed25519 key in a folder, made on first use, without a passphrase.
  ///
  /// The folder (0700) and the key (0600) are made so that no one else can read them, and lie
  /// outside of anything that is handed on.
  ///
  /// - Throws: `keyExposed`, `programAbsent`, `programFailed`, `system`.
  package static func ownOrNew(
    in folder: String, _ identity: Identity, _ keygen: SSHKeygen
  ) throws(SigningError) -> SigningKey {
    let path = folder + "/constat_ed25519"
    try Files.makeFolders(folder)
    try checkFolder(folder)
    if !Files.exists(path) { try make(path, in: folder, identity, keygen) }
    return try existing(at: path, keygen)
  }

  /// Makes a key under a passing name and then names it, so that none is ever replaced.
  private static func make(
    _ path: String, in folder: String, _ identity: Identity, _ keygen: SSHKeygen
  ) throws(SigningError) {
    let making = "\(folder)/.making-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    defer { for name in [making, making + ".pub"] { _ = unsafe unlink(name) } }
    try keygen.makeKey(at: making, identity)
    for name in [making, making + ".pub"] {
      try Files.sync(try Files.open(name, O_RDONLY), path: name)
    }
    do throws(SigningError) {
      try Files.rename(file: making, toFree: path)
      try Files.rename(file: making + ".pub", toFree: path + ".pub")
    } catch .exists {
      // Another process was first: its key is the key.
    }
    try Files.syncFolder(folder)
  }

  /// Refuses a private file that others than its owner may read.
  static func checkMode(of path: String) throws(SigningError) {
    let file = try Files.openRegular(path, followingLinks: true)
    let mode = try Files.status(file, path).st_mode & 0o777
    guard mode & 0o077 == 0 else { throw .keyExposed(path: path, mode: mode) }
  }

  private static func checkFolder(_ path: String) throws(SigningError) {
    let folder = try Files.open(path, O_RDONLY | O_DIRECTORY, followingLinks: true)
    let mode = try Files.status(folder, path).st_mode & 0o777
    guard mode & 0o022 == 0 else { throw .keyExposed(path: path, mode: mode) }
  }
}
