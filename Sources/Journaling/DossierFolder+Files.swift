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
    case .system(_, let path, let code) where [ENOSPC, EDQUOT, EROFS, EFBIG].contains(code):
      .writeFailed(path: path, code: code)
    default: .system(error)
    }
  }

  func contents(_ path: String, limit: Int = .max) throws(JournalError) -> [UInt8] {
    try Self.system { () throws(SigningError) in try disk.contents(path, limit: limit) }
  }

  /// Whether something has a name.
  func has(_ path: String) throws(JournalError) -> Bool {
    try Self.system { () throws(SigningError) in try disk.exists(path) }
  }

  /// The absolute path of a folder, symbolic links followed.
  static func absolute(_ path: String, _ disk: Disk) throws(JournalError) -> String {
    guard let resolved = try? disk.resolve(path) else { throw .notADossier(path: path) }
    return resolved
  }

  private static let gitFiles = [
    ".gitattributes": "* -text\njournal/** merge=union\n",
    ".gitignore": "/evidence/\n/exports/\n*.torn-*\n*.suspect\n",
  ]

  /// Where a new dossier is made, and where it lies once it is whole.
  ///
  /// What is not there yet is made beside its place, so that nothing cuts it in half; a folder
  /// that is there and empty stays the folder that it is.
  static func newPlace(
    _ path: String, _ disk: Disk
  ) throws(JournalError) -> (temporary: String, final: String) {
    if let path = try? disk.resolve(path) {
      guard let names = try? disk.names(path), names.isEmpty else { throw .exists(path: path) }
      // A folder that others may read would make a dossier that they may read.
      if let folder = try? disk.open(path, O_RDONLY | O_DIRECTORY) {
        try? disk.setMode(folder, 0o700)
      }
      return (path, path)
    }
    return try system { () throws(SigningError) in
      guard try !disk.exists(path), let parent = Files.parent(of: path) else {
        throw .exists(path: path)
      }
      try disk.makeFolders(parent)
      let name = path.split(separator: "/").last ?? ""
      let resolved = try disk.resolve(parent)
      let final = (resolved == "/" ? "" : resolved) + "/\(name)"
      let temporary = Unfinished.name(of: final)
      // What a process of this number left behind when it was cut off.
      if try disk.exists(temporary) {
        emptyFolder(temporary, disk)
        try disk.removeFolder(temporary)
      }
      try disk.makeFolder(temporary)
      return (temporary, final)
    }
  }

  /// Makes the folders of a new dossier.
  static func makeFolders(_ path: String, _ disk: Disk) throws(JournalError) {
    try system { () throws(SigningError) in
      for name in folders { try disk.makeFolder("\(path)/\(name)") }
      for (name, text) in gitFiles { try disk.create("\(path)/\(name)", Array(text.utf8)) }
    }
  }

  /// Whether the file system of the folder keeps others out of it, as FAT and some shares cannot.
  package var keepsModes: Bool {
    guard let status = try? disk.named(path) else { return true }
    return status.st_mode & 0o077 == 0
  }

  /// Takes away what was made of a dossier whose first operation could not be written.
  static func emptyFolder(_ path: String, _ disk: Disk) {
    for folder in folders {
      for name in (try? disk.names("\(path)/\(folder)")) ?? [] {
        try? disk.unlink("\(path)/\(folder)/\(name)")
      }
      try? disk.removeFolder("\(path)/\(folder)")
    }
    for name in gitFiles.keys + ["dossier.json"] { try? disk.unlink("\(path)/\(name)") }
  }

  /// Keeps the bytes of a checklist under their digest, where the dossier has not got them yet.
  ///
  /// With an operation being prepared they come to lie on disk when that does.
  package func keepChecklist(_ bytes: [UInt8]) throws(JournalError) -> String {
    let digest = Digest.of(bytes).hex
    if !suppositions.isEmpty {
      suppositions[suppositions.count - 1].checklists[digest] = bytes
    } else if draft == nil {
      try writeChecklist(bytes, digest)
    } else {
      draft?.checklists[digest] = bytes
    }
    return digest
  }

  /// Writes a checklist, in the place of one that is no longer what its name says.
  func writeChecklist(_ bytes: [UInt8], _ digest: String) throws(JournalError) {
    guard keptChecklist(digest) == nil else { return }
    try Self.checkFolder("\(path)/checklists", disk)
    try Self.system { () throws(SigningError) in
      try disk.makeLastingFolder("\(path)/checklists")
      sweepPassingFiles(in: "\(path)/checklists")
      try disk.replace("\(path)/checklists/\(digest).rec", bytes)
      try disk.synchronizeFolder("\(path)/checklists")
    }
  }

  /// The bytes of a pinned checklist, if they are here and are what their name says.
  package func checklist(_ sha256: String) -> [UInt8]? {
    draft?.checklists[sha256] ?? supposedChecklist(sha256) ?? keptChecklist(sha256)
  }

  private func keptChecklist(_ sha256: String) -> [UInt8]? {
    guard Digest(hex: sha256) != nil,
      let bytes = try? disk.contents("\(path)/checklists/\(sha256).rec", limit: 16 << 20),
      Digest.of(bytes).hex == sha256
    else { return nil }
    return bytes
  }
}
