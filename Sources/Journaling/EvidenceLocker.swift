package import Auditing
import Glibc
package import Signing

/// Takes files in as evidence: by content, checked, and never over anything.
package struct EvidenceLocker {
  let folder: DossierFolder
  let limits: Limits
  /// The state whose evidence is meant: the folder's unless another was given.
  var state: State { given ?? folder.state }
  private let given: State?

  /// The most that is taken in, in bytes.
  package struct Limits: Sendable {
    /// The largest file.
    package var file = 1 << 30
    /// All the contents that a dossier names, each counted once.
    package var dossier = 10 << 30

    /// Creates the limits of 1 GiB a file and 10 GiB a dossier.
    package init() {}

    /// Creates limits.
    package init(file: Int, dossier: Int) {
      self.file = file
      self.dossier = dossier
    }
  }

  /// The largest file that git carries, in bytes.
  package static let mostForGit = 5 << 20

  /// Is told how many bytes are done, of how many; it stops the work by throwing.
  package typealias Progress = (_ done: Int, _ total: Int) throws(Stopped) -> Void

  /// What a person who stops the work makes `progress` throw.
  package struct Stopped: Error {
    /// Creates the wish to stop.
    package init() {}
  }

  /// Creates the locker of a dossier, for what a state of it names; the folder's own by default.
  package init(
    _ folder: DossierFolder, limits: Limits = Limits(), for state: State? = nil
  ) {
    self.folder = folder
    self.limits = limits
    given = state
  }

  /// A file whose content waits under the dossier, hashed.
  package struct Intake: Sendable {
    package let digest: Digest
    package let size: Int
    /// The last part of the path that was given.
    package let name: String

    /// The digest in lowercase hexadecimal.
    package var sha256: String { digest.hex }
  }

  /// A content in the waiting room that is to take its place in the store.
  struct Waiting {
    let path: String
    let digest: Digest

    var sha256: String { digest.hex }
  }

  /// Copies a file into the waiting room and gives its digest; it takes its place in the store
  /// just before the line that names it is written, and goes if that line never is.
  ///
  /// An operation is begun when none is.
  ///
  /// - Throws: `evidence` with the reason of a refusal; the source file is never touched.
  package func takeIn(
    _ path: String, progress: Progress = { _, _ in }
  ) throws(JournalError) -> Intake {
    if folder.isSupposing { return try examine(path, progress: progress) }
    let source = try open(path)
    try folder.begin()
    let waiting = try hold(source, progress)
    do throws(JournalError) {
      try checkDossierLimit(adding: waiting.sha256, size: source.size, path)
    } catch {
      try? folder.disk.unlink(waiting.path)
      throw error
    }
    folder.draft?.evidence.append(waiting)
    return Intake(digest: waiting.digest, size: source.size, name: name(of: path))
  }

  /// The digest and size of a file that would be taken in, without taking it in.
  package func examine(
    _ path: String, progress: Progress = { _, _ in }
  ) throws(JournalError) -> Intake {
    let source = try open(path)
    var size = 0
    let digest = try DossierFolder.system { () throws(SigningError) in
      try Digest.of(descriptor: source.file.number, path: path) { (done) throws(SigningError) in
        size = done
        try Self.tell(progress, done, source.size)
      }
    }
    guard size == source.size, source.isUnchanged else {
      throw .evidence(.changedWhileRead, path: path)
    }
    return Intake(digest: digest, size: size, name: name(of: path))
  }

  /// Tells how far the work has come, and turns the wish to stop into the error that ends it.
  static func tell(_ progress: Progress, _ done: Int, _ total: Int) throws(SigningError) {
    do {
      try progress(done, total)
    } catch {
      throw .interrupted
    }
  }

  private func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Refuses what would make the contents that a dossier names exceed what it may hold.
  private func checkDossierLimit(
    adding sha256: String, size: Int, _ path: String
  ) throws(JournalError) {
    var sizes: [String: Int] = [:]
    for record in state.everything(.evidence) where record.destruction == nil {
      guard let content = record.unit("content"), let digest = content["sha256"]?.text else {
        continue
      }
      sizes[digest] = content["size"]?.integer ?? 0
    }
    guard sizes[sha256] == nil else { return }
    let (total, overflow) = sizes.values.reduce((size, false)) { sum, size in
      let next = sum.0.addingReportingOverflow(size)
      return (next.partialValue, sum.1 || next.overflow)
    }
    guard !overflow, total <= limits.dossier else {
      throw .evidence(.dossierFull(bytes: size, limit: limits.dossier), path: path)
    }
  }
}

extension EvidenceLocker {
  /// Where the content of a digest lies in the dossier.
  package func path(of sha256: String) -> String { Self.path(of: sha256, in: folder.path) }

  /// Where the content of a digest lies in the folder of a dossier.
  static func path(of sha256: String, in folder: String) -> String {
    "\(folder)/evidence/\(sha256.prefix(2))/\(sha256)"
  }

  /// Whether the content of a digest is here.
  package func holds(_ sha256: String) -> Bool {
    Digest(hex: sha256) != nil && (try? folder.disk.exists(path(of: sha256))) == true
  }

  /// Whether the content of a digest is here and is still that content.
  package func verifies(_ sha256: String) -> Bool {
    (try? isIntact(sha256, progress: { _ in })) ?? false
  }

  /// Whether the content of a digest is still that content, hashed anew.
  func isIntact(
    _ sha256: String, progress: (Int) throws(SigningError) -> Void
  ) throws(SigningError) -> Bool {
    let shelf = String(path(of: sha256).dropLast(65))
    guard try !folder.disk.isNoFolder(shelf) else { throw .notARegularFile(path: shelf) }
    let file = try folder.disk.openRegular(path(of: sha256))
    return try folder.disk.digest(of: file, progress: progress).hex == sha256
  }
}
