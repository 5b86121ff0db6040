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
  let workplace: Workplace

  var readers: [String: JournalReader] = [:]
  /// The operation that is being prepared.
  var draft: Draft?
  /// How far the files count whose synchronisation failed in this process.
  var trustedLengths: [String: Int] = [:]

  private init(path: String, id: String, workplace: Workplace) {
    self.path = path
    self.id = id
    self.workplace = workplace
  }

  /// Opens the dossier of a folder and replays its journals; nothing is written.
  ///
  /// - Throws: `notADossier`, `malformedDossier`, `newerFormat`, `firstOperationMissing`,
  ///   `unsafeFile`, `system`.
  package static func open(_ path: String, at workplace: Workplace) throws(JournalError)
    -> DossierFolder
  {
    let path = try absolute(path)
    let file = path + "/dossier.json"
    guard Files.exists(file) else { throw .notADossier(path: path) }
    let bytes = try contents(file, limit: 1 << 16)
    guard let json = try? JSON.parse(bytes), let format = json["format"]?.integer, format > 0
    else { throw .malformedDossier(path: file) }
    guard format == 1 else { throw .newerFormat(path: path, format: format) }
    guard let id = json["id"]?.text, Digest(hex: id) != nil
    else { throw .malformedDossier(path: file) }
    let folder = DossierFolder(path: path, id: id, workplace: workplace)
    try folder.replayAll()
    guard folder.state.history.contains(id) else { throw .firstOperationMissing(path: path) }
    return folder
  }

  /// Makes the folder of a new dossier with its first operation.
  ///
  /// - Throws: `exists` when the folder holds anything; `system`, `writeFailed`, `syncFailed`,
  ///   after which the folder is empty again.
  package static func create(
    _ path: String, title: String, purpose: Purpose, by person: String, at workplace: Workplace
  ) throws(JournalError) -> DossierFolder {
    let path = try makeFolders(path)
    do throws(JournalError) {
      let folder = DossierFolder(path: path, id: "", workplace: workplace)
      try folder.writeFirstOperation(title: title, purpose: purpose, by: person)
      return try open(path, at: workplace)
    } catch {
      emptyFolder(path)
      throw error
    }
  }

  private func writeFirstOperation(
    title: String, purpose: Purpose, by person: String
  ) throws(JournalError) {
    let own = try OwnFile.create(in: self)
    readers[own.writer] = JournalReader(writer: own.writer)
    draft = Draft(
      saved: state, own: own, riders: [OwnFile.opening(of: own.writer, why: "new", in: self)],
      ridesLast: true)
    add(
      Event(
        "dossier.created", by: person,
        [
          "purpose": .text(purpose.rawValue), "title": .text(title), "tool": .text(workplace.tool),
        ]))
    guard let operation = try commit() else { return }
    let identity = JSON.object(
      JSON.Object([("format", .integer(1)), ("id", .text(operation.id))]))
    try Self.system { () throws(SigningError) in
      try Files.create(path + "/dossier.json", identity.canonicalBytes + [0x0A])
      try Files.syncFolder(path)
      if let parent = Files.parent(of: path) { try Files.syncFolder(parent) }
    }
  }
}
