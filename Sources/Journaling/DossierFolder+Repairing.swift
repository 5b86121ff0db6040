import Auditing
import Glibc
import Notation
import Signing

/// What a repair has put back.
package struct Repair: Hashable, Sendable {
  /// The files that were written anew, with the number of operations each now holds.
  package var files: [String: Int] = [:]
  /// The names under which damaged bytes are kept, in the folder of the journals.
  package var kept: [String] = []
  /// How many checklists were put back.
  package var checklists = 0
  /// Whether `dossier.json` was put back.
  package var restoredIdentity = false
}

extension DossierFolder {
  /// Puts back what is damaged or lost in the journals and checklists of a dossier from another
  /// copy of it, be it so damaged that it cannot be opened.
  ///
  /// The lines of both copies that are whole by their own hashes are united by id; what a file
  /// held besides is kept beside it.
  ///
  /// - Throws: `notADossier`, `otherDossier` when the copy is not one of this dossier; `busy` when
  ///   another process writes to a file that must be put anew; `unsafeFile`, `unsafeFolder`,
  ///   `writeFailed`, `system`.
  package static func repair(
    _ path: String, from other: String, at workplace: Workplace
  ) throws(JournalError) -> Repair {
    let disk = workplace.disk
    let (path, source) = (try absolute(path, disk), try absolute(other, disk))
    let id = try identity(of: source, disk)
    var repair = Repair()
    do throws(JournalError) {
      let own = try identity(of: path, disk)
      if own != id {
        // Where that names nothing here, and the journals begin as the copy does, it is wrong.
        guard let history = history(of: path, at: workplace), history.founding == id,
          !history.contains(own)
        else { throw .otherDossier(path: source) }
        repair.restoredIdentity = true
      }
    } catch {
      switch error {
      case .notADossier, .malformedDossier:
        let founding = history(of: path, at: workplace)?.founding
        guard founding == nil || founding == id else { throw .otherDossier(path: source) }
        repair.restoredIdentity = true
      default: throw error
      }
    }
    try checkFolders(of: path, disk)
    // The writers are named by the copy: a name that no line bears out finds nothing to unite.
    let names = try system { () throws(SigningError) in try disk.namesIfThere(source + "/journal") }
    for name in names.sorted() where name.hasSuffix(".journal") {
      let writer = String(name.dropLast(8))
      guard Line.isWriter(writer) else { continue }
      try FileRepair(folder: path, writer: writer, disk: disk).run(
        from: "\(source)/journal/\(name)", into: &repair)
    }
    if repair.restoredIdentity { try putIdentity(id, path, disk) }
    repair.checklists = try system { () throws(SigningError) in
      try putChecklists(from: source, path, disk)
    }
    return repair
  }

  /// What the journals of a folder hold, whatever its `dossier.json` says.
  private static func history(of path: String, at workplace: Workplace) -> History? {
    let folder = DossierFolder(path: path, id: "", workplace: workplace)
    guard (try? checkFolders(of: path, workplace.disk)) != nil, (try? folder.replayAll()) != nil
    else { return nil }
    return folder.state.history
  }

  /// Puts the checklists back that are not what their names say, and those that are not here.
  private static func putChecklists(
    from source: String, _ path: String, _ disk: Disk
  ) throws(SigningError) -> Int {
    var count = 0
    for name in try disk.namesIfThere(source + "/checklists").sorted() where name.hasSuffix(".rec")
    {
      let (here, there) = ("\(path)/checklists/\(name)", "\(source)/checklists/\(name)")
      let digest = String(name.dropLast(4))
      guard try !disk.holds(digest, at: here), try disk.holds(digest, at: there) else { continue }
      try disk.makeLastingFolder(path + "/checklists")
      try disk.replace(here, try disk.contents(there, limit: 16 << 20))
      count += 1
    }
    if count > 0 { try disk.synchronizeFolder(path + "/checklists") }
    return count
  }

  private static func putIdentity(
    _ id: String, _ path: String, _ disk: Disk
  ) throws(JournalError) {
    try system { () throws(SigningError) in
      try disk.replace(path + "/dossier.json", identityBytes(id))
      try disk.synchronizeFolder(path)
    }
  }

  /// The content of `dossier.json`.
  static func identityBytes(_ id: String) -> [UInt8] {
    JSON.object(JSON.Object([("format", .integer(1)), ("id", .text(id))])).canonicalBytes
      + [Line.end]
  }
}

extension Disk {
  /// The names in a folder of a copy; one that is not there, as git keeps none that is empty, holds
  /// none.
  fileprivate func namesIfThere(_ path: String) throws(SigningError) -> [String] {
    do throws(SigningError) {
      return try names(path)
    } catch .system(_, _, code: ENOENT) {
      return []
    }
  }

  /// Whether a regular file holds what a digest says.
  fileprivate func holds(_ digest: String, at path: String) throws(SigningError) -> Bool {
    do throws(SigningError) {
      return Digest.of(try contents(path, limit: 16 << 20)).hex == digest
    } catch {
      switch error {
      case .notARegularFile, .fileTooLarge, .system("open", _, code: ENOENT): return false
      default: throw error
      }
    }
  }
}

/// The repair of one writer's file.
private struct FileRepair {
  let folder: String
  let writer: String
  let disk: Disk

  private var journals: String { folder + "/journal" }
  private var path: String { "\(journals)/\(writer).journal" }

  func run(from source: String, into repair: inout Repair) throws(JournalError) {
    let copy = try DossierFolder.system { () throws(SigningError) in
      try disk.contents(source, limit: .max)
    }
    let theirs = WriterLines.salvage(copy, of: writer)
    guard !theirs.united(with: WriterLines(writer: writer)).lines.isEmpty else { return }
    try DossierFolder.system { () throws(SigningError) in
      try disk.makeLastingFolder(journals)
    }
    let file = try lockedFile()
    let bytes = try DossierFolder.system { () throws(SigningError) in
      try file.map { (file) throws(SigningError) in try disk.rest(of: file) } ?? []
    }
    let mine = WriterLines.salvage(bytes, of: writer)
    let union = mine.united(with: theirs)
    let new = union.bytes
    // A file that is whole and has all that the copy has is left as it is.
    guard new != bytes, !(mine.holds(theirs) && bytes.starts(with: new)) else { return }
    try DossierFolder.system { () throws(SigningError) in
      if !new.starts(with: bytes) {
        let name = "\(writer).torn-0-repair-\(getpid())"
        let kept = try disk.keepAside(bytes, as: "\(journals)/\(name)")
        repair.kept.append(kept.split(separator: "/").last.map(String.init) ?? name)
      }
      DossierFolder.sweepPassingFiles(in: journals, nil, disk)
      try disk.replace(path, new)
      try disk.synchronizeFolder(journals)
    }
    repair.files["\(writer).journal"] = union.lines.count
    _ = file
  }

  private func lockedFile() throws(JournalError) -> Disk.File? {
    let file: Disk.File
    let isHad: Bool
    do throws(SigningError) {
      file = try disk.openRegular(path, O_RDWR | O_APPEND)
      isHad = try disk.lock(file, patience: .seconds(1))
    } catch {
      if case .system("open", _, code: ENOENT) = error { return nil }
      throw DossierFolder.refusal(error)
    }
    guard isHad else { throw .busy(path: path) }
    return file
  }
}
