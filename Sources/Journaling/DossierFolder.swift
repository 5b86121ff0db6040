package import Auditing
import Glibc
import Notation
import Signing

/// A dossier on disk: its journals, and the state that their entries add up to.
///
/// Opening replays; an operation is begun (lock, replay of what is new), its events are added to
/// the state one by one, and it is committed as one line or abandoned.
package final class DossierFolder {
  /// The absolute path of the folder.
  package let path: String
  /// The id of the dossier: that of its first operation.
  package internal(set) var id: String
  package internal(set) var state = State()
  /// Whether `dossier.json` did not say it, and the first operation had to.
  private(set) var lacksIdentity = false
  let workplace: Workplace

  var readers: [String: JournalReader] = [:]
  /// The operation that is being prepared.
  var draft: Draft?
  /// What the register of writers is still to be told of the operation before.
  var remainder: Remainder?
  /// What is supposed, one within the other.
  var suppositions: [Supposition] = []
  /// How far the files count whose synchronisation failed in this process.
  var trustedLengths: [String: Int] = [:]

  /// The names in the journal folder when they were last asked for.
  var journalNames: [String] = []
  /// The register of writers, once it was asked for.
  var knownRegister: WriterRegister?
  /// What the register of writers held when it was last read.
  var registerMemory: WriterRegister.Memory?
  /// How far the files of this place are known to last.
  var lastingLengths: [String: Int] = [:]
  /// The path that the folder has, or will have once it is made.
  let finalPath: String
  /// That folder, as the register of writers names it.
  let place: WriterRegister.Place

  init(path: String, finalPath: String? = nil, id: String, workplace: Workplace) {
    self.path = path
    self.finalPath = finalPath ?? path
    place = .init(machine: workplace.machine, path: self.finalPath)
    self.id = id
    self.workplace = workplace
  }

  deinit { remember() }

  /// The display ids of a noun's records, which are kept up from now on as more are made.
  package func identifiers(of noun: Noun) -> Identifiers { state.keptIdentifiers(of: noun) }

  /// Leaves the memory that it takes to the end of the process, which is about to come: to free it
  /// piece by piece takes longer.
  package func leaveToTheEnd() { _ = unsafe Unmanaged.passRetained(self) }

  /// The calls on files that this dossier rests on.
  var disk: Disk { workplace.disk }

  /// Opens the dossier of a folder and replays its journals; nothing is written.
  ///
  /// Damage does not stop it: either `dossier.json` or the first operation says which dossier it is.
  ///
  /// - Throws: `notADossier`, `malformedDossier`, `newerFormat`, `unsafeFile`, `unsafeFolder`,
  ///   `system`.
  package static func open(_ path: String, at workplace: Workplace) throws(JournalError)
    -> DossierFolder
  {
    let path = try absolute(path, workplace.disk)
    let id: String
    do throws(JournalError) {
      id = try identity(of: path, workplace.disk)
    } catch {
      guard (try? checkFolders(of: path, workplace.disk)) != nil,
        let folder = founded(path, lacking: error, at: workplace)
      else { throw error }
      return folder
    }
    try checkFolders(of: path, workplace.disk)
    let folder = DossierFolder(path: path, id: id, workplace: workplace)
    try folder.replayAll()
    return folder
  }

  /// Opens a dossier whose `dossier.json` does not say its id, by its one founding operation.
  private static func founded(
    _ path: String, lacking error: JournalError, at workplace: Workplace
  ) -> DossierFolder? {
    switch error {
    case .malformedDossier, .notADossier, .system: break
    default: return nil
    }
    let folder = DossierFolder(path: path, id: "", workplace: workplace)
    guard (try? folder.replayAll()) != nil, let id = folder.state.history.founding else {
      return nil
    }
    folder.id = id
    folder.lacksIdentity = true
    return folder
  }

  /// The id that a dossier's folder says it has.
  static func identity(of path: String, _ disk: Disk) throws(JournalError) -> String {
    let file = path + "/dossier.json"
    let bytes: [UInt8]
    do throws(SigningError) {
      bytes = try disk.contents(file, limit: 1 << 16)
    } catch {
      if case .system(_, _, let code) = error, [ENOENT, ENOTDIR].contains(code) {
        throw .notADossier(path: path)
      }
      throw refusal(error)
    }
    return try identity(in: bytes, of: path)
  }

  /// The id that the text of a dossier's `dossier.json` says.
  static func identity(in bytes: [UInt8], of path: String) throws(JournalError) -> String {
    let file = path + "/dossier.json"
    guard let json = try? JSON.parse(bytes), let format = json["format"]?.integer, format > 0
    else { throw .malformedDossier(path: file) }
    guard format == 1 else { throw .newerFormat(path: path, format: format) }
    guard let id = json["id"]?.text, Digest(hex: id) != nil
    else { throw .malformedDossier(path: file) }
    return id
  }

  /// Makes the folder of a new dossier with its first operation.
  ///
  /// - Throws: `exists` when the folder holds anything; `system`, `writeFailed`, `syncFailed`,
  ///   after which the folder is empty again.
  package static func create(
    _ path: String, title: String, purpose: Purpose, by person: String, at workplace: Workplace
  ) throws(JournalError) -> DossierFolder {
    let (disk, place) = (workplace.disk, try newPlace(path, workplace.disk))
    do throws(JournalError) {
      try makeFolders(place.temporary, disk)
      let folder = DossierFolder(
        path: place.temporary, finalPath: place.final, id: "", workplace: workplace)
      try folder.writeFirstOperation(title: title, purpose: purpose, by: person)
      if place.temporary != place.final {
        try system { () throws(SigningError) in
          try disk.rename(place.temporary, place.final)
          do throws(SigningError) {
            try disk.synchronizeFolder(Files.parent(of: place.final) ?? "/")
          } catch {
            try? disk.rename(place.final, place.temporary)
            throw error
          }
        }
      }
    } catch {
      emptyFolder(place.temporary, disk)
      if place.temporary != place.final { try? disk.removeFolder(place.temporary) }
      throw error
    }
    return try open(place.final, at: workplace)
  }

  private func writeFirstOperation(
    title: String, purpose: Purpose, by person: String
  ) throws(JournalError) {
    let own = try OwnFile.create(in: self)
    readers[own.writer] = JournalReader(writer: own.writer)
    draft = Draft(
      own: own, riders: [OwnFile.opening(of: own.writer, why: "new", in: self)],
      ridesLast: true)
    add(
      Event(
        "dossier.created", by: person,
        [
          "purpose": .text(purpose.rawValue), "title": .text(title), "tool": .text(workplace.tool),
        ]))
    guard let operation = try commit() else { return }
    try Self.system { () throws(SigningError) in
      try disk.create(path + "/dossier.json", Self.identityBytes(operation.id))
      try disk.synchronizeFolder(path)
      if let parent = Files.parent(of: path) { try disk.synchronizeFolder(parent) }
    }
  }
}
