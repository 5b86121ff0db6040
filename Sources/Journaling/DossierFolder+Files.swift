import Glibc
import Signing

extension DossierFolder {
  /// Runs file work of which every failure is the system's.
  static func system<Result>(_ work: () throws(SigningError) -> Result) throws(JournalError)
    -> Result
  {
    do {
      return try work()
    } catch {
      if case .notARegularFile(let path) = error { throw .unsafeFile(path: path) }
      if case .system("open", let path, code: ELOOP) = error { throw .unsafeFile(path: path) }
      throw .system(error)
    }
  }

  static func contents(_ path: String, limit: Int) throws(JournalError) -> [UInt8] {
    try system { () throws(SigningError) in try Files.contents(path, limit: limit) }
  }

  /// The absolute path of a folder, symbolic links followed.
  static func absolute(_ path: String) throws(JournalError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .notADossier(path: path) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes the folders of a new dossier and gives its absolute path.
  static func makeFolders(_ path: String) throws(JournalError) -> String {
    try system { () throws(SigningError) in try Files.makeFolders(path) }
    let path = try absolute(path)
    try system { () throws(SigningError) in
      let folder = try Files.open(path, O_RDONLY | O_DIRECTORY)
      guard try Files.names(in: folder, path: path).isEmpty else { throw .exists(path: path) }
      for name in ["checklists", "journal", "evidence", "checkpoints", "exports"] {
        try Files.makeFolder("\(path)/\(name)")
      }
      try Files.create("\(path)/.gitattributes", Array("* -text\njournal/** merge=union\n".utf8))
      try Files.create(
        "\(path)/.gitignore", Array("/evidence/\n/exports/\n*.torn-*\n*.suspect\n".utf8))
    }
    return path
  }

  /// Keeps the bytes of a checklist under their digest, where the dossier has not got them yet.
  package func keepChecklist(_ bytes: [UInt8]) throws(JournalError) -> String {
    let digest = Digest.of(bytes).hex
    let name = "\(path)/checklists/\(digest).rec"
    if !Files.exists(name) {
      try Self.system { () throws(SigningError) in
        let waiting = "\(path)/checklists/.incoming-\(getpid())"
        _ = unsafe unlink(waiting)
        try Files.create(waiting, bytes)
        try Files.rename(file: waiting, toFree: name)
        try Files.syncFolder("\(path)/checklists")
      }
    }
    return digest
  }

  /// The bytes of a pinned checklist, if they are here and are what their name says.
  package func checklist(_ sha256: String) -> [UInt8]? {
    guard Digest(hex: sha256) != nil,
      let bytes = try? Files.contents("\(path)/checklists/\(sha256).rec", limit: 16 << 20),
      Digest.of(bytes).hex == sha256
    else { return nil }
    return bytes
  }
}

extension Files {
  /// What follows an offset of an open file.
  static func rest(of file: Descriptor, from offset: Int, path: String) throws(SigningError)
    -> [UInt8]
  {
    guard lseek(file.number, offset, SEEK_SET) >= 0 else { throw failure("lseek", path) }
    var bytes: [UInt8] = []
    try read(file.number, path: path) { (part: Span<UInt8>) throws(SigningError) in
      bytes.append(contentsOf: part)
    }
    return bytes
  }

  /// Puts a file in the place of another, whole or not at all.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(SigningError) {
    let temporary = "\(path).new-\(getpid())"
    _ = unsafe unlink(temporary)
    let file = try open(temporary, O_WRONLY | O_CREAT | O_EXCL)
    try write(bytes.span, to: file, path: temporary)
    guard unsafe Glibc.rename(temporary, path) == 0 else { throw failure("rename", path) }
  }
}
