import Glibc
import Signing

extension GitRepository {
  /// Makes the repository of a dossier, with nothing of a template in it.
  static func create(_ path: String, _ git: GitProgram) throws(JournalError) -> GitRepository {
    try make(git.directory, git) { git throws(JournalError) in
      try DossierFolder.system { () throws(SigningError) in
        try Files.makeFolder(Files.parent(of: git.directory) ?? path)
      }
      try git.run(["init", "--quiet", "--template=", "--initial-branch=main"])
      // What git notes of a file system such as FAT would not be admitted, and changes nothing here.
      for key in ["core.symlinks", "core.ignorecase", "core.precomposeunicode"] {
        _ = try git.answer(["config", "--file", "\(git.directory)/config", "--unset-all", key])
      }
      _ = unsafe chmod(git.directory, 0o700)
    }
    return try open(path, git)
  }

  /// Makes a bare repository, through which a dossier is to be shared.
  static func createBare(_ path: String, _ programs: Programs) throws(JournalError) {
    sweepUnfinished(beside: path)
    try make(path, GitProgram(programs, directory: path)) { git throws(JournalError) in
      try git.run([
        "init", "--quiet", "--bare", "--template=", "--initial-branch=main", git.directory,
      ])
    }
  }

  /// Makes a repository in a folder beside its place, and moves it there when it is whole and
  /// lasts: git makes one step by step, and what it is kept from ending is no repository.
  private static func make(
    _ path: String, _ git: GitProgram, _ work: (GitProgram) throws(JournalError) -> Void
  ) throws(JournalError) {
    let room = Unfinished.name(of: path)
    // What a process of this number left behind when it was cut off.
    try? Files.removeTree(room)
    defer { try? Files.removeTree(room) }
    var unfinished = git
    unfinished.directory = "\(room)/\(path.split(separator: "/").last ?? "git")"
    try work(unfinished)
    try DossierFolder.system { () throws(SigningError) in
      try makeLast(unfinished.directory)
      try Files.rename(folder: unfinished.directory, toFree: path)
      if let parent = Files.parent(of: path) { try Files.syncFolder(parent) }
    }
  }

  /// Makes all that a folder holds last through a loss of power.
  private static func makeLast(_ folder: String) throws(SigningError) {
    for bytes in try Files.names(at: folder) {
      let path = "\(folder)/\(String(decoding: bytes, as: UTF8.self))"
      switch Files.kind(of: path) {
      case .folder: try makeLast(path)
      case .regular: try Files.sync(try Files.open(path, O_RDONLY), path: path)
      case .link, .other, nil: continue
      }
    }
    try Files.syncFolder(folder)
  }

  /// Takes away what processes that ended too soon left of a repository beside its place.
  static func sweepUnfinished(beside path: String) {
    guard let parent = Files.parent(of: path), let last = path.split(separator: "/").last
    else { return }
    for bytes in (try? Files.names(at: parent)) ?? [] {
      let name = String(decoding: bytes, as: UTF8.self)
      guard name.hasPrefix("\(last)."), Unfinished.isAbandoned(name) else { continue }
      try? Files.removeTree("\(parent)/\(name)")
    }
  }
}
