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
      throw refusal(error)
    }
  }

  /// What a failure of file work means for a dossier.
  static func refusal(_ error: SigningError) -> JournalError {
    switch error {
    case .notARegularFile(let path): .unsafeFile(path: path)
    case .system("open", let path, code: ELOOP), .system("open", let path, code: ENXIO):
      .unsafeFile(path: path)
    default: .system(error)
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

  private static let folders = ["checklists", "journal", "evidence", "checkpoints", "exports"]
  private static let gitFiles = [
    ".gitattributes": "* -text\njournal/** merge=union\n",
    ".gitignore": "/evidence/\n/exports/\n*.torn-*\n*.suspect\n",
  ]

  /// Makes the folders of a new dossier and gives its absolute path.
  static func makeFolders(_ path: String) throws(JournalError) -> String {
    try system { () throws(SigningError) in try Files.makeFolders(path) }
    let path = try absolute(path)
    guard let folder = try? Files.open(path, O_RDONLY | O_DIRECTORY) else {
      throw .exists(path: path)
    }
    let names = try system { () throws(SigningError) in
      try Files.names(in: folder, path: path)
    }
    guard names.isEmpty else { throw .exists(path: path) }
    try system { () throws(SigningError) in
      for name in folders { try Files.makeFolder("\(path)/\(name)") }
      for (name, text) in gitFiles { try Files.create("\(path)/\(name)", Array(text.utf8)) }
    }
    return path
  }

  /// Takes away what was made of a dossier whose first operation could not be written.
  static func emptyFolder(_ path: String) {
    for name in folders { try? Files.removeTree("\(path)/\(name)") }
    for name in gitFiles.keys + ["dossier.json"] { _ = unsafe unlink("\(path)/\(name)") }
  }

  /// Keeps the bytes of a checklist under their digest, where the dossier has not got them yet.
  ///
  /// With an operation being prepared they come to lie on disk when that does.
  package func keepChecklist(_ bytes: [UInt8]) throws(JournalError) -> String {
    let digest = Digest.of(bytes).hex
    if draft == nil {
      try writeChecklist(bytes, digest)
    } else {
      draft?.checklists[digest] = bytes
    }
    return digest
  }

  /// Writes a checklist, in the place of one that is no longer what its name says.
  func writeChecklist(_ bytes: [UInt8], _ digest: String) throws(JournalError) {
    guard keptChecklist(digest) == nil else { return }
    try Self.system { () throws(SigningError) in
      try Files.makeLastingFolder("\(path)/checklists")
      try Files.replace("\(path)/checklists/\(digest).rec", bytes)
      try Files.syncFolder("\(path)/checklists")
    }
  }

  /// The bytes of a pinned checklist, if they are here and are what their name says.
  package func checklist(_ sha256: String) -> [UInt8]? {
    draft?.checklists[sha256] ?? keptChecklist(sha256)
  }

  private func keptChecklist(_ sha256: String) -> [UInt8]? {
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

  /// Makes a folder and those above it where they are not, and makes their names last.
  static func makeLastingFolder(_ path: String) throws(SigningError) {
    guard !exists(path) else { return }
    if let parent = parent(of: path) {
      try makeLastingFolder(parent)
      try makeFolders(path)
      try syncFolder(parent)
    }
  }

  /// Puts a file in the place of another, whole or not at all, even through a loss of power.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(SigningError) {
    let temporary = "\(path).new-\(getpid())"
    _ = unsafe unlink(temporary)
    let file = try open(temporary, O_WRONLY | O_CREAT | O_EXCL)
    try write(bytes.span, to: file, path: temporary)
    try sync(file, path: temporary)
    guard unsafe Glibc.rename(temporary, path) == 0 else { throw failure("rename", path) }
  }
}
